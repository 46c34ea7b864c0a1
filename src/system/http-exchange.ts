import type { Dispatcher } from 'undici'
import { HygieneError } from '../outcome/index.ts'
import type { Deadlines, Limited } from './deadlines.ts'
import { failureOf, shown } from './http-failure.ts'
import type { HttpResponse } from './world.ts'

export interface Bounds {
  readonly url: URL
  /** In place of the url's, see `HttpRequest`. */
  readonly path: string | undefined
  /** Bytes of the body. */
  readonly limit: number
  /** Milliseconds for all of it. */
  readonly timeout: number
}

/**
 * One request on its way, as undici calls back. It is the quick path: undici's plainest kind of handler (its newer kind
 * costs a second object and a second reading of every header), no streams, and no copy of a body that came in one
 * piece. The body's size is held against the limit before and while it is read.
 */
export class Exchange implements Dispatcher.DispatchHandler, Limited {
  due = 0
  #abort: ((error?: Error) => void) | undefined
  #status = 0
  #headers: Record<string, string> = {}
  #first: Uint8Array | undefined
  #more: Uint8Array[] | undefined
  #read = 0
  #failed: unknown
  readonly #bounds: Bounds
  readonly #deadlines: Deadlines
  readonly #resolve: (response: HttpResponse) => void
  readonly #reject: (error: HygieneError) => void

  constructor(
    bounds: Bounds,
    deadlines: Deadlines,
    resolve: (response: HttpResponse) => void,
    reject: (error: HygieneError) => void,
  ) {
    this.#bounds = bounds
    this.#deadlines = deadlines
    this.#resolve = resolve
    this.#reject = reject
    deadlines.set(this, bounds.timeout)
  }

  late(): void {
    const { timeout } = this.#bounds
    this.#fail(new HygieneError('too-slow', `${this.#address()} took more than ${timeout / 1000} s`))
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#abort = abort
    if (this.#failed !== undefined) abort(asError(this.#failed))
  }

  onHeaders(status: number, raw: Buffer[]): boolean {
    if (status < 200) return true
    this.#status = status
    const headers: Record<string, string> = {}
    for (let at = 0; at + 1 < raw.length; at += 2) {
      const name = String(raw[at]).toLowerCase()
      const value = String(raw[at + 1])
      const before = Object.hasOwn(headers, name) ? headers[name] : undefined
      headers[name] = before === undefined ? value : `${before}, ${value}`
    }
    this.#headers = headers
    return true
  }

  onData(chunk: Buffer): boolean {
    const { limit } = this.#bounds
    const announced = this.#read === 0 ? Number(this.#headers['content-length'] ?? 0) : 0
    this.#read += chunk.length
    if (this.#read > limit || announced > limit) {
      this.#fail(new HygieneError('too-large', `${this.#address()} answers with more than ${limit} bytes`))
      return false
    }
    if (this.#first === undefined) this.#first = chunk
    else if (this.#more === undefined) this.#more = [chunk]
    else this.#more.push(chunk)
    return true
  }

  onComplete(): void {
    this.#deadlines.clear(this)
    const first = this.#first ?? empty
    const body = this.#more === undefined ? first : Buffer.concat([first, ...this.#more])
    this.#resolve({ status: this.#status, headers: this.#headers, body })
  }

  onError(error: Error): void {
    this.#fail(error)
  }

  #fail(error: unknown): void {
    this.#deadlines.clear(this)
    if (this.#failed !== undefined) return
    this.#failed = error
    this.#first = undefined
    this.#more = undefined
    this.#abort?.(asError(error))
    this.#reject(failureOf(error, this.#url(), this.#bounds.timeout))
  }

  #url(): URL {
    const { url, path } = this.#bounds
    return path === undefined ? url : new URL(path, url)
  }

  #address(): string {
    return shown(this.#url())
  }
}

const empty = new Uint8Array(0)

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
