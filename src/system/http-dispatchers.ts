import type { Dispatcher, Pool } from 'undici'
import { HygieneError } from '../outcome/index.ts'

export interface HttpOptions {
  /** For HTTP_PROXY, HTTPS_PROXY and NO_PROXY, in either case; the lower-case name wins, as in curl. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** PEM; trusted beside the authorities that Node trusts anyway. */
  readonly authorities?: string
}

export interface Dispatchers {
  /** One pool of connections an origin. */
  direct(origin: string): Dispatcher
  /** What the environment's proxies are asked for; absent without any. */
  readonly proxied?: Dispatcher
  close(): Promise<void>
}

const connecting = 10_000
/** As many as the registry client keeps busy at most; whoever adapts its concurrency does so below this. */
const connectionsPerOrigin = 32

export async function openDispatchers(env: HttpOptions['env'], authorities?: string): Promise<Dispatchers> {
  parseUnoptimised()
  const { default: PoolOfConnections } = await import('undici/lib/dispatcher/pool.js')
  const trust = authorities === undefined ? {} : { ca: [...(await trustedByNode()), authorities] }
  const common = { connections: connectionsPerOrigin, connect: { timeout: connecting, ...trust } }
  const pools = new Map<string, Pool>()
  const httpProxy = env['http_proxy'] ?? env['HTTP_PROXY'] ?? ''
  const httpsProxy = env['https_proxy'] ?? env['HTTPS_PROXY'] ?? ''
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? ''
  let proxied: Dispatcher | undefined
  if (httpProxy !== '' || httpsProxy !== '') {
    const tls = { timeout: connecting, ...trust }
    try {
      const { EnvHttpProxyAgent } = await import('undici')
      proxied = new EnvHttpProxyAgent({
        ...common,
        httpProxy,
        httpsProxy,
        noProxy,
        requestTls: tls,
        proxyTls: tls,
      })
    } catch (cause) {
      // The value may hold a password: it is not quoted.
      throw new HygieneError('bad-usage', 'HTTP_PROXY or HTTPS_PROXY is no URL of a proxy', {
        fix: 'set it to http://host:port, or unset it',
        cause,
      })
    }
  }
  return {
    direct(origin) {
      const known = pools.get(origin)
      if (known !== undefined) return known
      const pool = new PoolOfConnections(origin, common)
      pools.set(origin, pool)
      return pool
    },
    ...(proxied === undefined ? {} : { proxied }),
    async close() {
      await Promise.all([...pools.values(), proxied].map(dispatcher => dispatcher?.destroy()))
    },
  }
}

/**
 * V8 optimises undici's parser of HTTP, which is WebAssembly, after a handful of answers, on a thread that the process
 * waits for at its end: a tenth of a second for a step that asks three things. It is worth it after thousands.
 * @see https://v8.dev/docs/wasm-compilation-pipeline
 */
function parseUnoptimised(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--wasm-tiering-budget=500000000')
}

/** A proxy on another machine cannot reach it, and Go's tools never ask one to. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)
}

/** With NODE_EXTRA_CA_CERTS and the system's store where this Node can name them (22.15, 24 and later). */
async function trustedByNode(): Promise<readonly string[]> {
  const tls = await import('node:tls')
  const ask = (tls as { getCACertificates?: (type: 'default') => string[] }).getCACertificates
  return ask === undefined ? tls.rootCertificates : ask('default')
}
