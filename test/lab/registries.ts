// The real registries of the lab, each on a free loopback port with a store of its own.
// How they differ is stated test by test in registries.test.ts.
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listeningPort } from './listening.ts'
import { type Argv, run } from './run.ts'
import { startServer } from './server.ts'
import { type ToolName, tool } from './tools.ts'

export const registryKinds = ['docker-registry', 'distribution', 'olareg', 'ggcr'] as const

/** `ggcr` is `crane registry serve`, the registry of go-containerregistry. */
export type RegistryKind = (typeof registryKinds)[number]

export interface RegistryMode {
  /** On unless said otherwise. ggcr has no switch for it. */
  readonly deletes?: boolean
  /** Off unless said otherwise. ggcr has none. */
  readonly readOnly?: boolean
}

export interface Registry {
  readonly kind: RegistryKind
  /** `127.0.0.1:PORT` */
  readonly host: string
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Its folder; of ggcr it holds the blobs only, manifests and tags live in its memory. */
  readonly storage: string
  log(): string
  /** The same store on the same port in another mode. ggcr forgets its manifests. */
  restart(mode: RegistryMode): Promise<void>
  /**
   * The server's own `garbage-collect`, with what it said; only docker-registry and distribution have one.
   * `untagged` also deletes manifests without a tag, as `--delete-untagged` does.
   */
  garbageCollect?(options?: { readonly untagged?: boolean }): Promise<string>
  /** Ends the server and removes its store. */
  stop(): Promise<void>
}

interface Launch {
  readonly argv: Argv
  readonly env?: Readonly<Record<string, string>>
}

interface Kind {
  launch(storage: string, port: number, mode: RegistryMode): Promise<Launch>
  readonly garbageCollects?: ToolName
}

const configFile = (storage: string) => `${storage}.yml`

/** The configuration of CNCF Distribution, which 2.x and 3.x share. No blob cache: the store is read again after GC. */
async function distribution(
  command: ToolName,
  storage: string,
  port: number,
  mode: RegistryMode,
): Promise<Launch> {
  const config = {
    version: '0.1',
    log: { level: 'warn', accesslog: { disabled: true } },
    storage: {
      filesystem: { rootdirectory: storage },
      delete: { enabled: mode.deletes ?? true },
      maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: mode.readOnly ?? false } },
    },
    http: { addr: `127.0.0.1:${port}`, secret: 'lab' },
  }
  await writeFile(configFile(storage), JSON.stringify(config)) // JSON is YAML
  return { argv: [tool(command), 'serve', configFile(storage)], env: { OTEL_TRACES_EXPORTER: 'none' } }
}

const kinds: Readonly<Record<RegistryKind, Kind>> = {
  'docker-registry': {
    launch: (...args) => distribution('docker-registry', ...args),
    garbageCollects: 'docker-registry',
  },
  distribution: {
    launch: (...args) => distribution('distribution', ...args),
    garbageCollects: 'distribution',
  },
  olareg: {
    launch: async (storage, port, { deletes = true, readOnly = false }) => ({
      argv: [
        ...([
          tool('olareg'),
          'serve',
          '--addr',
          '127.0.0.1',
          '--port',
          String(port),
          '--dir',
          storage,
        ] as const),
        `--api-delete=${deletes}`,
        `--api-blob-delete=${deletes}`,
        `--store-ro=${readOnly}`,
      ],
    }),
  },
  ggcr: {
    launch: async (storage, port, { deletes = true, readOnly = false }) => {
      if (!deletes || readOnly)
        throw new Error('crane registry serve can neither refuse deletes nor be read-only')
      return {
        argv: [tool('crane'), 'registry', 'serve', '--address', `127.0.0.1:${port}`, '--disk', storage],
      }
    },
  },
}

/** In memory where there is room: docker-registry waits for the disk at every tag, and benches push thousands. */
async function storeParent(): Promise<string> {
  const memory = '/dev/shm'
  const free = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }))
  return free.bavail * free.bsize > 2 ** 31 ? memory : tmpdir()
}

/** Starts a registry on a free port; it is ready when this returns. */
export async function startRegistry(kind: RegistryKind, mode: RegistryMode = {}): Promise<Registry> {
  const { launch, garbageCollects } = kinds[kind]
  const storage = await mkdtemp(join(await storeParent(), `lab-${kind}-`))
  const start = async (port: number, mode: RegistryMode) => {
    const { argv, env } = await launch(storage, port, mode)
    const server = startServer(argv, env)
    return { server, port: await listeningPort(server.process, server.log) }
  }
  let { server, port } = await start(0, mode)
  const host = `127.0.0.1:${port}`
  const garbageCollector = garbageCollects && {
    async garbageCollect({ untagged = false } = {}) {
      const flags = untagged ? ['--delete-untagged'] : []
      const ran = await run([tool(garbageCollects), 'garbage-collect', ...flags, configFile(storage)])
      return ran.stdout + ran.stderr
    },
  }
  return {
    kind,
    host,
    url: `http://${host}`,
    storage,
    log: () => server.log(),
    async restart(mode) {
      await server.stop()
      ;({ server, port } = await start(port, mode))
    },
    ...garbageCollector,
    async stop() {
      await server.stop()
      await rm(storage, { recursive: true, force: true })
      await rm(configFile(storage), { force: true })
    },
  }
}
