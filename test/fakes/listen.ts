import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Exchanged {
  readonly method: string
  /** With its query, still encoded. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON unless it is a text or bytes. */
  readonly body?: unknown
}

export interface Listening {
  readonly origin: string
  readonly stop: () => Promise<void>
}

/** A loopback server on a free port that hands whole requests to one function. */
export async function listen(answer: (request: Exchanged) => Promise<Answer>): Promise<Listening> {
  const server = createServer((incoming, outgoing) => {
    void read(incoming)
      .then(answer)
      .then(({ status, headers = {}, body }) => {
        const plain = typeof body === 'string' || body instanceof Uint8Array || body === undefined
        const bytes = plain ? (body ?? '') : JSON.stringify(body)
        const type =
          typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
        outgoing.writeHead(status, { 'content-type': type, ...headers })
        outgoing.end(bytes)
      })
      .catch(error => {
        outgoing.writeHead(599, { 'content-type': 'text/plain' })
        outgoing.end(`the fake broke: ${error instanceof Error ? error.stack : error}`)
      })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<Exchanged> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '/',
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, `${value}`])),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}
