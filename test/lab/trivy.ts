// Real Trivy, offline, with a database of our own and an image that it must find guilty.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { blob, descriptor, type Image, image } from './images.ts'
import type { Registry } from './registries.ts'
import { type Ran, run } from './run.ts'
import type { TarEntry } from './tar.ts'
import { tool } from './tools.ts'
import { wire } from './wire.ts'

const fixtures = fileURLToPath(new URL('trivy-db/fixtures.yaml', import.meta.url))

/**
 * Writes a Trivy cache folder (`TRIVY_CACHE_DIR`) with a database of five invented advisories: a critical one in
 * openssl with a fix, a low one in busybox without, a high one in lodash with a fix, a medium one in zlib with a fix, a
 * high one in musl without.
 * @param updatedAt the age that the database claims
 */
export async function fixtureDb(updatedAt: Date = new Date()): Promise<string> {
  const cache = await mkdtemp(join(tmpdir(), 'lab-trivy-'))
  await mkdir(join(cache, 'db'))
  await run([tool('trivy-db'), join(cache, 'db', 'trivy.db'), fixtures])
  const nextUpdate = new Date(updatedAt.getTime() + 24 * 3_600_000)
  const metadata = { Version: 2, NextUpdate: nextUpdate, UpdatedAt: updatedAt, DownloadedAt: updatedAt }
  await writeFile(join(cache, 'db', 'metadata.json'), JSON.stringify(metadata))
  return cache
}

/**
 * Pushes a database as the artifact that Trivy downloads.
 * @returns for `--db-repository`
 * @see https://github.com/aquasecurity/trivy-db
 */
export async function pushDatabase(
  registry: Pick<Registry, 'host' | 'url'>,
  cache: string,
  name = 'mirror/trivy-db',
): Promise<string> {
  const archive = join(cache, 'db.tar.gz')
  await run(['tar', '-czf', archive, '-C', join(cache, 'db'), 'trivy.db', 'metadata.json'])
  const layer = blob('application/vnd.aquasec.trivy.db.layer.v1.tar+gzip', await readFile(archive))
  const config = blob('application/vnd.aquasec.trivy.config.v1+json', {})
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const annotations = { 'org.opencontainers.image.title': 'db.tar.gz' }
  const manifest = blob(mediaType, {
    schemaVersion: 2,
    mediaType,
    config: descriptor(config),
    layers: [descriptor(layer, { annotations })],
  })
  await wire(registry.url).pushImage(name, { manifest, config, layers: [layer] }, ['2'])
  return `${registry.host}/${name}:2`
}

/** Records of an Alpine package database: name, version, architecture, origin, and a licence where one is given. */
const installed = (
  packages: Readonly<Record<string, string>>,
  licences: Readonly<Record<string, string>>,
): string =>
  Object.entries(packages)
    .map(([name, version]) => {
      const licence = licences[name] === undefined ? '' : `L:${licences[name]}\n`
      return `P:${name}\nV:${version}\nA:x86_64\no:${name}\n${licence}\n`
    })
    .join('')

/** An end-of-life Alpine 3.18 with these packages, by name their versions and licences. */
export const alpine = (
  packages: Readonly<Record<string, string>>,
  licences: Readonly<Record<string, string>> = {},
): readonly TarEntry[] => [
  { path: 'etc/alpine-release', content: '3.18.4\n' },
  { path: 'etc/os-release', content: 'ID=alpine\nVERSION_ID=3.18.4\nPRETTY_NAME="Alpine Linux v3.18"\n' },
  { path: 'lib/apk/db/installed', content: installed(packages, licences) },
]

const lodash = (version: string): TarEntry => ({
  path: 'app/node_modules/lodash/package.json',
  content: JSON.stringify({ name: 'lodash', version, license: 'MIT' }),
})

export interface VulnerableImage {
  /** `HOST/REPOSITORY:TAG` */
  readonly reference: string
  readonly digest: string
  /** Its first layer alone, pushed as an image of its own: what the vulnerable image stands on. */
  readonly base: { readonly reference: string; readonly digest: string }
  /** Uncompressed digests of the layers: base, application. */
  readonly diffIds: readonly string[]
}

/**
 * Pushes `REPOSITORY:v1` with two layers, an end-of-life Alpine 3.18 with openssl and busybox and an application with
 * lodash, and its base as `REPOSITORY-base:v1`; the fixture database has one advisory for each of its three packages.
 */
export async function vulnerableImage(
  registry: Pick<Registry, 'host' | 'url'>,
  repository = 'team/vulnerable',
  options: { readonly labels?: Readonly<Record<string, string>> } = {},
): Promise<VulnerableImage> {
  const { pushImage } = wire(registry.url)
  const system = alpine({ openssl: '3.1.2-r0', busybox: '1.36.1-r2' })
  const base = image({ layers: [system] })
  const whole = image({ layers: [system, [lodash('4.17.20')]], ...options })
  await pushImage(`${repository}-base`, base, ['v1'])
  await pushImage(repository, whole, ['v1'])
  return {
    reference: `${registry.host}/${repository}:v1`,
    digest: whole.manifest.digest,
    base: { reference: `${registry.host}/${repository}-base:v1`, digest: base.manifest.digest },
    diffIds: diffIdsOf(whole),
  }
}

const diffIdsOf = ({ config }: Image): readonly string[] =>
  (JSON.parse(Buffer.from(config.bytes).toString()) as { rootfs: { diff_ids: string[] } }).rootfs.diff_ids

/** The flags and the environment that keep Trivy off the world. */
export const offline = [
  '--skip-db-update',
  '--skip-java-db-update',
  '--skip-check-update',
  '--offline-scan',
] as const

/** Scans over plain http; returns the report and what Trivy said. */
export async function trivyImage(cache: string, reference: string): Promise<{ report: unknown; ran: Ran }> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-trivy-report-'))
  const output = join(folder, 'report.json')
  const flags = [
    '--insecure',
    ...offline,
    '--scanners',
    'vuln,secret,misconfig',
    '--format',
    'json',
    '--output',
    output,
  ]
  try {
    const ran = await run([tool('trivy'), 'image', ...flags, reference], { env: { TRIVY_CACHE_DIR: cache } })
    return { report: JSON.parse(await readFile(output, 'utf8')), ran }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
