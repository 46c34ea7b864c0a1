import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answer } from './answer.ts'
import { type Asked, type Given, refusal } from './exchange.ts'
import { createStore, type Store } from './store.ts'

export interface RunningRegistry {
  /** `127.0.0.1:PORT`, the host of references into it. */
  readonly host: string
  readonly store: Store
  close(): Promise<void>
}

/**
 * Stands between a request and its answer. `answered` is what the registry would say; undefined: the response has been
 * written already.
 */
export type Around = (
  asked: Asked,
  answered: () => Given,
  raw: ServerResponse,
) => Given | undefined | Promise<Given | undefined>

export interface RegistryServerOptions {
  /** A free one unless told. */
  readonly port?: number
  readonly store?: Store
  readonly around?: Around
}

const largestBody = 256 * 1024 * 1024

/** An OCI registry on loopback, in this process and in memory. Who can reach the port may do anything. */
export async function startRegistry(options: RegistryServerOptions = {}): Promise<RunningRegistry> {
  const { port = 0, store = createStore(), around = (_, answered) => answered() } = options
  const server = createServer((request, response) => {
    serve(store, around, request, response).catch(error => {
      if (response.headersSent) response.destroy()
      else write(request.method, response, refusal(500, 'UNKNOWN', String(error)))
    })
  })
  server.keepAliveTimeout = 30_000
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function serve(
  store: Store,
  around: Around,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://registry')
  const asked: Asked = {
    method: request.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: url.searchParams,
    headers: request.headers as Readonly<Record<string, string | undefined>>,
    body: await read(request),
  }
  const result = await around(asked, () => answer(store, asked), response)
  if (result !== undefined) write(request.method, response, result)
}

async function read(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largestBody) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
}

function write(method: string | undefined, response: ServerResponse, { status, headers, body }: Given): void {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const withoutBody = status === 204 || status === 304
  response.writeHead(status, {
    'docker-distribution-api-version': 'registry/2.0',
    ...(withoutBody ? {} : { 'content-length': bytes.length }),
    ...headers,
  })
  if (method === 'HEAD' || withoutBody) response.end()
  else response.end(bytes)
}
