import type { Dispatcher } from 'undici'
import { HygieneError } from '../outcome/index.ts'
import { failureOf, shown } from './http-failure.ts'
import type { HttpResponse } from './world.ts'

/**
 * One request on its way, as undici calls back. It is the quick path: no streams, and no copy of a body that came in
 * one piece. The body's size is held against the limit before and while it is read.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined
  #status = 0
  #headers: Readonly<Record<string, string>> = {}
  #chunks: Uint8Array[] = []
  #read = 0
  #failed: unknown
  readonly #timer: NodeJS.Timeout
  readonly url: URL
  /** Bytes. */
  readonly limit: number
  /** Milliseconds. */
  readonly timeout: number
  readonly resolve: (response: HttpResponse) => void
  readonly reject: (error: HygieneError) => void

  constructor(
    { url, limit, timeout }: { url: URL; limit: number; timeout: number },
    resolve: (response: HttpResponse) => void,
    reject: (error: HygieneError) => void,
  ) {
    this.url = url
    this.limit = limit
    this.timeout = timeout
    this.resolve = resolve
    this.reject = reject
    this.#timer = setTimeout(() => {
      this.#fail(new HygieneError('too-slow', `${shown(url)} took more than ${timeout / 1000} s`))
    }, timeout)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#failed !== undefined) controller.abort(asError(this.#failed))
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers as Readonly<Record<string, string>>
    for (const name in headers) {
      const value = headers[name]
      if (Array.isArray(value)) (headers as Record<string, string>)[name] = value.join(', ')
    }
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Uint8Array): void {
    this.#read += chunk.length
    const announced = this.#chunks.length === 0 ? Number(this.#headers['content-length'] ?? 0) : 0
    if (this.#read > this.limit || announced > this.limit) {
      this.#fail(
        new HygieneError('too-large', `${shown(this.url)} answers with more than ${this.limit} bytes`),
      )
      return
    }
    this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    clearTimeout(this.#timer)
    const [first, ...more] = this.#chunks
    const body = first === undefined ? empty : more.length === 0 ? first : Buffer.concat(this.#chunks)
    this.resolve({ status: this.#status, headers: this.#headers, body })
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error)
  }

  #fail(error: unknown): void {
    clearTimeout(this.#timer)
    if (this.#failed !== undefined) return
    this.#failed = error
    this.#chunks = []
    this.#controller?.abort(asError(error))
    this.reject(failureOf(error, this.url, this.timeout))
  }
}

const empty = new Uint8Array(0)

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
