import type { Dispatcher } from 'undici'
import { HygieneError } from '../outcome/index.ts'
import { Exchange } from './http-exchange.ts'
import { failureOf, shown } from './http-failure.ts'
import type { Http, HttpRequest, HttpResponse, HttpStream } from './world.ts'

// The only user of undici. It is loaded with the first request, so that `--help` does not pay for it.

export interface HttpOptions {
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case; the lower-case name wins, as in curl. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** PEM; trusted beside the authorities that Node trusts anyway. */
  readonly authorities?: string
}

const wholeExchange = 30_000
const connecting = 10_000
const silence = 15_000
const bodyLimit = 4 * 1024 * 1024
/** More than any client of ours keeps busy at once; whoever adapts its concurrency does so below this. */
const connectionsPerOrigin = 64

export function createHttp({ env, authorities }: HttpOptions): Http {
  let opening: Promise<Dispatchers> | undefined
  const children: Http[] = []

  const dispatcherOf = async (url: URL): Promise<Dispatcher> => {
    opening ??= openDispatchers(env, authorities)
    const { direct, proxied } = await opening
    return isLoopback(url.hostname) ? direct : proxied
  }

  return {
    async send(request): Promise<HttpResponse> {
      const dispatcher = await dispatcherOf(request.url)
      return new Promise((resolve, reject) => {
        const { limit = bodyLimit, timeout = wholeExchange } = request
        dispatcher.dispatch(
          optionsOf(request, timeout),
          new Exchange({ url: request.url, limit, timeout }, resolve, reject),
        )
      })
    },

    async stream(request): Promise<HttpStream> {
      const { url, limit = bodyLimit, timeout = wholeExchange } = request
      const dispatcher = await dispatcherOf(url)
      const signal = AbortSignal.timeout(timeout)
      try {
        const { statusCode, headers, body } = await dispatcher.request({
          ...optionsOf(request, timeout),
          signal,
        })
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
      const opened = await opening?.catch(() => undefined)
      await Promise.all([opened?.direct.destroy(), opened?.proxied.destroy()])
    },
  }
}

interface Dispatchers {
  /** For loopback: a proxy on another machine cannot reach it, and Go's tools never ask one to. */
  readonly direct: Dispatcher
  readonly proxied: Dispatcher
}

async function openDispatchers(env: HttpOptions['env'], authorities?: string): Promise<Dispatchers> {
  const { Agent, EnvHttpProxyAgent } = await import('undici')
  const trust = authorities === undefined ? {} : { ca: [...(await trustedByNode()), authorities] }
  const common = { connections: connectionsPerOrigin, connect: { timeout: connecting, ...trust } }
  const direct = new Agent(common)
  const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'] ?? ''
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'] ?? ''
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? ''
  if (httpProxy === '' && httpsProxy === '') return { direct, proxied: direct }
  try {
    const proxied = new EnvHttpProxyAgent({
      ...common,
      httpProxy,
      httpsProxy,
      noProxy,
      requestTls: { timeout: connecting, ...trust },
      proxyTls: { timeout: connecting, ...trust },
    })
    return { direct, proxied }
  } catch (cause) {
    // The value may hold a password: it is not quoted.
    throw new HygieneError('bad-usage', 'HTTP_PROXY or HTTPS_PROXY is no URL of a proxy', {
      fix: 'set it to http://host:port, or unset it',
      cause,
    })
  }
}

/** With NODE_EXTRA_CA_CERTS and the system's store where this Node can name them (22.15, 24 and later). */
async function trustedByNode(): Promise<readonly string[]> {
  const tls = await import('node:tls')
  const ask = (tls as { getCACertificates?: (type: 'default') => string[] }).getCACertificates
  return ask === undefined ? tls.rootCertificates : ask('default')
}

function optionsOf({ method, url, headers, body }: HttpRequest, timeout: number): Dispatcher.RequestOptions {
  return {
    origin: url.origin,
    path: url.search === '' ? url.pathname : `${url.pathname}${url.search}`,
    method,
    headers: headers ?? null,
    body: body ?? null,
    headersTimeout: timeout,
    bodyTimeout: Math.min(timeout, silence),
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)
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
