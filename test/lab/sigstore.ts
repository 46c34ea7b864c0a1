// Sigstore on loopback: the real Fulcio and Rekor, a timestamp authority, and a forge's issuer of identity tokens.
// There is no log of certificates: none can be had here, so the trusted root names none.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeIssuer, fakeIssuer } from '../fakes/oidc.ts'
import { portsOf } from './listening.ts'
import { run } from './run.ts'
import { type Server, startServer } from './server.ts'
import { startTimestamps } from './timestamps.ts'
import { tool } from './tools.ts'

export interface Sigstore {
  readonly issuer: FakeIssuer
  /** Signing configurations: certificates from Fulcio, and what proves the time at which one was used. */
  readonly configurations: { readonly logged: string; readonly stamped: string }
  readonly trustedRoot: string
  /** How many entries Rekor's last checkpoint counts. */
  entries(): Promise<number>
  /** What the servers have said lately. */
  said(): string
  stop(): Promise<void>
}

export async function startSigstore(): Promise<Sigstore> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-sigstore-'))
  for (const name of ['log', 'time']) await mkdir(join(folder, name))
  const [issuer, time] = await Promise.all([fakeIssuer(), startTimestamps(join(folder, 'time'))])
  await makeKeys(folder)
  await writeFile(join(folder, 'issuers.json'), JSON.stringify(trusting(issuer)))
  const fulcio = await starting(ports => startServer(fulcioArguments(folder, ports)))
  const rekor = await starting(ports => startServer(rekorArguments(folder, ports)))
  const urls = { fulcio: fulcio.url, rekor: rekor.url, time: time.url }
  return {
    issuer,
    configurations: await configurations(folder, urls),
    trustedRoot: await trustedRoot(folder, { ...urls, chain: time.chain }),
    // A checkpoint is its origin, its size and its hash, a line each (c2sp.org/tlog-checkpoint).
    entries: async () => Number((await (await fetch(`${rekor.url}/checkpoint`)).text()).split('\n')[1]),
    said: () => `${fulcio.server.log()}\n${rekor.server.log()}`,
    async stop() {
      time.stop()
      await Promise.all([issuer.stop(), fulcio.server.stop(), rekor.server.stop()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeKeys(folder: string): Promise<void> {
  const openssl = (line: string) => run(['openssl', ...line.split(' ')], { cwd: folder })
  const key = '-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca-open.key'
  const usage = '-addext keyUsage=critical,keyCertSign -addext basicConstraints=critical,CA:TRUE,pathlen:1'
  await openssl(`req -x509 ${key} -out ca.pem -days 3 -subj /O=lab/CN=fulcio ${usage}`)
  await openssl('pkcs8 -topk8 -in ca-open.key -out ca.key -passout pass:lab')
  await openssl('genpkey -algorithm ed25519 -out rekor.key')
  await openssl('pkey -in rekor.key -pubout -out rekor.pub')
}

/** As the public Fulcio names the jobs of both forges, for issuers of one's own. */
function trusting({ origin, githubIssuer }: FakeIssuer) {
  const kinds = {
    github: { IssuerURL: githubIssuer, names: '{{ .url }}/{{ .job_workflow_ref }}' },
    gitlab: { IssuerURL: origin, names: 'https://{{ .ci_config_ref_uri }}' },
  }
  const each = Object.entries(kinds)
  return {
    OIDCIssuers: Object.fromEntries(
      each.map(([CIProvider, { IssuerURL }]) => [
        IssuerURL,
        { IssuerURL, ClientID: 'sigstore', Type: 'ci-provider', CIProvider },
      ]),
    ),
    CIIssuerMetadata: Object.fromEntries(
      each.map(([kind, { names }]) => [
        kind,
        {
          DefaultTemplateValues: { url: origin },
          ExtensionTemplates: { SourceRepositoryDigest: 'sha' },
          SubjectAlternativeNameTemplate: names,
        },
      ]),
    ),
  }
}

type Ports = readonly [number, number, number]

function fulcioArguments(folder: string, [http, grpc, metrics]: Ports) {
  const path = (name: string) => join(folder, name)
  return [
    ...([tool('fulcio'), 'serve', '--config-path', path('issuers.json'), '--ct-log-url', ''] as const),
    ...['--ca', 'fileca', '--fileca-cert', path('ca.pem'), '--fileca-key', path('ca.key')],
    ...['--fileca-key-passwd', 'lab', '--fileca-watch=false'],
    ...['--host', '127.0.0.1', '--port', `${http}`, '--grpc-host', '127.0.0.1', '--grpc-port', `${grpc}`],
    ...['--metrics-port', `${metrics}`, '--legacy-unix-domain-socket', path('fulcio.sock')],
  ] as const
}

/** Its hostname is the origin of its checkpoints, which clients take from its address. */
function rekorArguments(folder: string, [http, grpc, metrics]: Ports) {
  return [
    ...([tool('rekor'), 'serve', '--storage-dir', join(folder, 'log')] as const),
    ...['--signer-filepath', join(folder, 'rekor.key'), '--hostname', '127.0.0.1'],
    ...['--http-port', `${http}`, '--grpc-port', `${grpc}`, '--http-metrics-port', `${metrics}`],
    ...['--batch-max-age', '50ms', '--checkpoint-interval', '200ms'],
  ] as const
}

/** These servers cannot be told to choose a port themselves. Somebody else may be faster: then another three. */
async function starting(start: (ports: Ports) => Server): Promise<{ server: Server; url: string }> {
  for (let tries = 0; ; tries++) {
    const ports = await freePorts()
    const server = start(ports)
    if (await listens(server, ports[0])) return { server, url: `http://127.0.0.1:${ports[0]}` }
    if (tries === 4) throw new Error(`${server.process.spawnargs.join(' ')} does not listen\n${server.log()}`)
    await server.stop()
  }
}

async function listens({ process: child }: Server, port: number): Promise<boolean> {
  for (let tries = 0; tries < 500 && child.pid !== undefined && child.exitCode === null; tries++) {
    if (portsOf(child.pid).includes(port)) return true
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  return false
}

async function freePorts(): Promise<Ports> {
  const servers = [createServer(), createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      server =>
        new Promise<number>(resolve =>
          server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
        ),
    ),
  )
  await Promise.all(servers.map(server => new Promise(resolve => server.close(resolve))))
  return ports as unknown as Ports
}

const since = 'start-time=2024-01-01T00:00:00Z'

async function configurations(folder: string, urls: { fulcio: string; rekor: string; time: string }) {
  const create = async (name: string, ...more: readonly string[]) => {
    const out = join(folder, name)
    const fulcio = ['--fulcio', `url=${urls.fulcio},api-version=1,${since},operator=lab`]
    const time = ['--tsa', `url=${urls.time},api-version=1,${since},operator=lab`, '--tsa-config', 'ANY']
    await run([tool('cosign'), 'signing-config', 'create', '--out', out, ...fulcio, ...time, ...more])
    return out
  }
  const rekor = ['--rekor', `url=${urls.rekor},api-version=2,${since},operator=lab`, '--rekor-config', 'ANY']
  return { logged: await create('logged.json', ...rekor), stamped: await create('stamped.json') }
}

async function trustedRoot(
  folder: string,
  { fulcio, rekor, time, chain }: { fulcio: string; rekor: string; time: string; chain: string },
): Promise<string> {
  const path = (name: string) => join(folder, name)
  const services = [
    ...['--fulcio', `url=${fulcio},certificate-chain=${path('ca.pem')}`],
    ...['--rekor', `url=${rekor},public-key=${path('rekor.pub')},${since},origin=127.0.0.1`],
    ...['--tsa', `url=${time},certificate-chain=${chain}`],
  ]
  await run([tool('cosign'), 'trusted-root', 'create', '--out', path('root.json'), ...services])
  return path('root.json')
}
