import type { Dispatcher } from 'undici'
import { HygieneError } from '../outcome/index.ts'
import { createDeadlines } from './deadlines.ts'
import { type Dispatchers, type HttpOptions, isLoopback, openDispatchers } from './http-dispatchers.ts'
import { Exchange } from './http-exchange.ts'
import { failureOf, shown } from './http-failure.ts'
import type { Http, HttpRequest, HttpResponse, HttpStream } from './world.ts'

// The only user of undici. It is loaded with the first request, so that `--help` does not pay for it.

const wholeExchange = 30_000
const silence = 15_000
const bodyLimit = 4 * 1024 * 1024

export function createHttp({ env, authorities }: HttpOptions): Http {
  let opening: Promise<Dispatchers> | undefined
  let opened: Dispatchers | undefined
  const deadlines = createDeadlines()
  const children: Http[] = []

  const open = async (): Promise<Dispatchers> => {
    opening ??= openDispatchers(env, authorities)
    opened = await opening
    return opened
  }
  /** Parts of a URL are made anew whenever they are asked for, and thousands of requests share one. */
  const routes = new WeakMap<URL, Route>()
  const routeOf = (url: URL, { direct, proxied }: Dispatchers): Route => {
    const known = routes.get(url)
    if (known !== undefined) return known
    const { origin, hostname } = url
    const dispatcher = proxied === undefined || isLoopback(hostname) ? direct(origin) : proxied
    const route = { origin, dispatcher }
    routes.set(url, route)
    return route
  }

  const exchange = (
    request: HttpRequest,
    dispatchers: Dispatchers,
    resolve: (response: HttpResponse) => void,
    reject: (error: HygieneError) => void,
  ) => {
    const { url, path, limit = bodyLimit, timeout = wholeExchange } = request
    const handler = new Exchange({ url, path, limit, timeout }, deadlines, resolve, reject)
    const { origin, dispatcher } = routeOf(url, dispatchers)
    dispatcher.dispatch(optionsOf(request, origin, timeout), handler)
  }

  return {
    send(request): Promise<HttpResponse> {
      const ready = opened
      if (ready !== undefined) {
        return new Promise((resolve, reject) => exchange(request, ready, resolve, reject))
      }
      return open().then(
        dispatchers => new Promise((resolve, reject) => exchange(request, dispatchers, resolve, reject)),
      )
    },

    async stream(request): Promise<HttpStream> {
      const { url, limit = bodyLimit, timeout = wholeExchange } = request
      const { origin, dispatcher } = routeOf(url, await open())
      const signal = AbortSignal.timeout(timeout)
      try {
        const { default: send } = await import('undici/lib/api/api-request.js')
        const options = { ...optionsOf(request, origin, timeout), signal }
        const { statusCode, headers, body } = await send.call(dispatcher, options)
        return { status: statusCode, headers: flat(headers), body: bounded(body, url, limit, timeout) }
      } catch (error) {
        throw failureOf(error, url, timeout)
      }
    },

    trusting(pem): Http {
      const child = createHttp({ env, authorities: [authorities, pem].filter(Boolean).join('\n') })
      children.push(child)
      return child
    },

    async close(): Promise<void> {
      await Promise.all(children.map(child => child.close()))
      await (await opening?.catch(() => undefined))?.close()
    },
  }
}

interface Route {
  readonly origin: string
  readonly dispatcher: Dispatcher
}

function optionsOf(
  { method, url, path, headers, body }: HttpRequest,
  origin: string,
  timeout: number,
): Dispatcher.RequestOptions {
  return {
    origin,
    path: path ?? `${url.pathname}${url.search}`,
    method,
    headers: headers ?? null,
    body: body ?? null,
    headersTimeout: timeout,
    bodyTimeout: Math.min(timeout, silence),
  }
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const result: Record<string, string> = Object.create(null)
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name] = typeof value === 'string' ? value : value.join(', ')
  }
  return result
}

async function* bounded(
  body: AsyncIterable<Uint8Array>,
  url: URL,
  limit: number,
  timeout: number,
): AsyncGenerator<Uint8Array> {
  let read = 0
  try {
    for await (const chunk of body) {
      read += chunk.length
      if (read > limit)
        throw new HygieneError('too-large', `${shown(url)} answers with more than ${limit} bytes`)
      yield chunk
    }
  } catch (error) {
    throw failureOf(error, url, timeout)
  }
}
