// A release page on loopback that serves the lab's own binaries as their projects do: one file a platform below a
// folder a version, over https with a certificate of its own, redirecting to a storage host.
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer as createPlain, type RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { run } from './run.ts'

export interface Releases {
  /** `https://127.0.0.1:PORT/download`: every file there is a redirect to the storage. */
  readonly url: string
  /** The same files on a server without TLS. */
  readonly plain: string
  /** PEM of the authority that its certificate is from. */
  readonly authority: string
  /** `METHOD path`, with `authorization` in front where somebody sent one. */
  readonly requests: string[]
  /** Serves a file under a path such as `v1.2.3/tool`. */
  serve(path: string, file: string): void
  /** From now on the page redirects there. */
  redirectTo(base: string | undefined): void
  stop(): Promise<void>
}

export async function startReleases(): Promise<Releases> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-releases-'))
  const openssl = (line: string) => run(['openssl', ...line.split(' ')], { cwd: folder })
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
  const names = '-addext subjectAltName=IP:127.0.0.1'
  await openssl(`req -x509 ${key} -keyout tls.key -out tls.pem -days 3 -subj /O=lab/CN=releases ${names}`)
  const [cert, secret] = await Promise.all(
    ['tls.pem', 'tls.key'].map(one => readFile(join(folder, one), 'utf8')),
  )
  if (cert === undefined || secret === undefined) throw new Error('openssl wrote no certificate')

  const files = new Map<string, string>()
  const requests: string[] = []
  let elsewhere: string | undefined
  const answer: RequestListener = async (request, response) => {
    const path = request.url ?? '/'
    requests.push([request.headers.authorization, request.method, path].filter(Boolean).join(' '))
    if (path.startsWith('/download/')) {
      const base = elsewhere ?? `${origin}/storage`
      response.writeHead(302, { location: `${base}/${path.slice('/download/'.length)}` }).end()
      return
    }
    const file = files.get(path.replace(/^\/storage\//, ''))
    if (file === undefined) {
      response.writeHead(404).end('Not Found')
      return
    }
    response.writeHead(200, { 'content-length': (await stat(file)).size })
    // Whoever stops reading a wrong file closes the connection.
    await pipeline(createReadStream(file), response).catch(() => undefined)
  }
  const secure = createServer({ cert, key: secret }, answer)
  const open = createPlain(answer)
  const ports = await Promise.all(
    [secure, open].map(
      server =>
        new Promise<number>(resolve =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
        ),
    ),
  )
  const origin = `https://127.0.0.1:${ports[0]}`
  return {
    url: `${origin}/download`,
    plain: `http://127.0.0.1:${ports[1]}/storage`,
    authority: cert,
    requests,
    serve: (path, file) => void files.set(path, file),
    redirectTo: base => {
      elsewhere = base
    },
    async stop() {
      for (const server of [secure, open]) {
        server.close()
        server.closeAllConnections()
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}
