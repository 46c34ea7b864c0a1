// A proxy in front of a registry that counts what it is asked.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Counter {
  /** `127.0.0.1:PORT` */
  readonly host: string
  /** Requests since the start, or since `reset`. */
  count(): number
  reset(): void
  stop(): Promise<void>
}

/** @param target `http://127.0.0.1:PORT` */
export async function countRequests(target: string): Promise<Counter> {
  let count = 0
  const server = createServer((incoming, outgoing) => {
    count++
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '/', target), { method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    reset: () => {
      count = 0
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
