// A real BuildKit daemon: multi-platform builds with provenance, pushed to a registry of the lab.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { attempt, run } from './run.ts'
import { startServer } from './server.ts'
import { tool } from './tools.ts'

export interface Build {
  /** Text of the Dockerfile. Nothing can be pulled from the world: `FROM scratch`, or from a registry of the lab. */
  readonly dockerfile: string
  /** Other files of the context, by path. */
  readonly files?: Readonly<Record<string, string>>
  /** `HOST/REPOSITORY:TAG` to push to. */
  readonly push: string
  readonly platforms?: readonly string[]
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: {
    readonly index?: Readonly<Record<string, string>>
    readonly manifest?: Readonly<Record<string, string>>
  }
  /** With an attestation manifest per platform, as buildx makes by default. */
  readonly provenance?: boolean
  /** Who the provenance says has built it; buildx on GitHub says the run. */
  readonly builder?: string
  readonly buildArgs?: Readonly<Record<string, string>>
}

export interface Buildkit {
  /** For `buildctl --addr` or `BUILDKIT_HOST`. */
  readonly address: string
  /** Returns the digest of what was pushed: of the index where there is one. */
  build(build: Build): Promise<string>
  log(): string
  stop(): Promise<void>
}

/**
 * @param hosts registries on loopback that it may use over plain http
 * @param hub the one of them that stands for Docker Hub
 */
export async function startBuildkit(hosts: readonly string[], hub?: string): Promise<Buildkit> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-buildkit-'))
  const config = join(folder, 'buildkitd.toml')
  const address = `unix://${join(folder, 'buildkitd.sock')}`
  const mirror = hub === undefined ? '' : `[registry."docker.io"]\n  mirrors = ["${hub}"]\n`
  await writeFile(config, hosts.map(host => `[registry."${host}"]\n  http = true\n`).join('') + mirror)
  const flags = ['--config', config, '--addr', address, '--root', join(folder, 'root')]
  const worker = ['--oci-worker-snapshotter', 'native', '--oci-worker-binary', tool('runc')]
  const server = startServer([tool('buildkitd'), ...flags, ...worker])
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  for (
    let tries = 0;
    (await attempt([tool('buildctl'), '--addr', address, 'debug', 'workers'])).code !== 0;
    tries++
  ) {
    if (tries < 100 && server.process.exitCode === null)
      await new Promise(resolve => setTimeout(resolve, 100))
    else {
      await stop()
      throw new Error(`buildkitd does not answer\n${server.log()}`)
    }
  }
  return { address, build: build => pushBuild(folder, address, build), log: server.log, stop }
}

async function pushBuild(folder: string, address: string, build: Build): Promise<string> {
  const context = await mkdtemp(join(folder, 'context-'))
  const metadata = `${context}.json`
  for (const [path, content] of Object.entries({ ...build.files, Dockerfile: build.dockerfile })) {
    await mkdir(dirname(join(context, path)), { recursive: true })
    await writeFile(join(context, path), content)
  }
  const output = ['type=image', 'push=true', `name=${build.push}`, ...annotationsOf(build.annotations)]
  const options = optionsOf(build).flatMap(option => ['--opt', option])
  const local = ['--local', `context=${context}`, '--local', `dockerfile=${context}`]
  const command = [tool('buildctl'), '--addr', address, 'build', '--frontend', 'dockerfile.v0'] as const
  await run([...command, ...local, ...options, '--metadata-file', metadata, '--output', output.join(',')])
  const { 'containerimage.digest': digest } = JSON.parse(await readFile(metadata, 'utf8')) as Record<
    string,
    string
  >
  if (digest === undefined) throw new Error(`buildctl named no digest for ${build.push}`)
  return digest
}

const optionsOf = ({
  platforms = [],
  labels = {},
  buildArgs = {},
  provenance = false,
  builder,
}: Build): readonly string[] => [
  ...(platforms.length > 0 ? [`platform=${platforms.join(',')}`] : []),
  ...(provenance
    ? [`attest:provenance=mode=max${builder === undefined ? '' : `,builder-id=${builder}`}`]
    : []),
  ...Object.entries(labels).map(([name, value]) => `label:${name}=${value}`),
  ...Object.entries(buildArgs).map(([name, value]) => `build-arg:${name}=${value}`),
]

const annotationsOf = ({
  index = {},
  manifest = {},
}: NonNullable<Build['annotations']> = {}): readonly string[] => [
  ...Object.entries(index).map(([name, value]) => `annotation-index.${name}=${value}`),
  ...Object.entries(manifest).map(([name, value]) => `annotation-manifest.${name}=${value}`),
]
