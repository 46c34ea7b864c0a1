// A timestamp authority (RFC 3161) by openssl behind a loopback port. Sigstore's own has no use here beyond this, and
// binds a port that it does not let anybody choose.
import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { run } from './run.ts'

export interface TimestampAuthority {
  readonly url: string
  /** PEM, its own certificate first. */
  readonly chain: string
  readonly stop: () => void
}

const configuration = `[tsa]
default_tsa = lab
[lab]
serial = serial
signer_digest = sha256
default_policy = 1.3.6.1.4.1.57264.2
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
`
const extensions = `basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=critical,timeStamping
`

/** @param folder an empty one, for its keys */
export async function startTimestamps(folder: string): Promise<TimestampAuthority> {
  const path = (name: string) => join(folder, name)
  const openssl = (line: string) => run(['openssl', ...line.split(' ')], { cwd: folder })
  await writeFile(path('tsa.cnf'), configuration)
  await writeFile(path('extensions'), extensions)
  await writeFile(path('serial'), '01\n')
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
  const authority = '-addext keyUsage=critical,keyCertSign'
  await openssl(`req -x509 ${key} -keyout root.key -out root.pem -days 3 -subj /O=lab/CN=time ${authority}`)
  await openssl(`req -new ${key} -keyout tsa.key -out tsa.csr -subj /O=lab/CN=clock`)
  const by = '-CA root.pem -CAkey root.key -CAcreateserial'
  await openssl(`x509 -req -in tsa.csr ${by} -days 2 -extfile extensions -out tsa.pem`)
  await writeFile(
    path('chain.pem'),
    (await readFile(path('tsa.pem'), 'utf8')) + (await readFile(path('root.pem'), 'utf8')),
  )

  const reply = async (query: Buffer) => {
    const id = randomUUID()
    await writeFile(path(`${id}.tsq`), query)
    await openssl(
      `ts -reply -config tsa.cnf -queryfile ${id}.tsq -inkey tsa.key -signer tsa.pem -out ${id}.tsr`,
    )
    return readFile(path(`${id}.tsr`))
  }
  // openssl keeps its serial number in a file, so queries take turns.
  let turn: Promise<unknown> = Promise.resolve()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const mine = turn.then(() => reply(Buffer.concat(chunks)))
    turn = mine.catch(() => undefined)
    await mine.then(
      bytes => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes),
      (error: Error) => response.writeHead(500).end(error.message),
    )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/timestamp`,
    chain: path('chain.pem'),
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
