import { isAbsolute, join, resolve } from 'node:path'
import {
  checkAge,
  type Database,
  isCurrent,
  maskSecrets,
  parseDatabase,
  runTrivy,
  type Scanner,
  type ScanSettings,
  type ScanSource,
} from '../gates/scan/index.ts'
import { formatInstant, parseReference, registryOf } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { durationForm, type Policy, parseDuration } from '../policy/index.ts'
import { createCredentials, writeLogin } from '../registry/index.ts'
import { sha256 } from '../system/sha256.ts'
import type { Tool } from '../system/tools/spec.ts'
import type { World } from '../system/world.ts'

/** What the call says about the scanner; the names are those of the inputs. */
export interface ScannerCall {
  readonly trivyPath: string | undefined
  readonly trivyVersion: string | undefined
  readonly trivySha256: string | undefined
  readonly trivyMirror: string | undefined
  readonly trivyCacheDir: string | undefined
  readonly offline: boolean
  readonly dbRepositories: readonly string[]
  readonly javaDbRepositories: readonly string[]
  readonly vex: readonly string[]
  readonly caFile: string | undefined
  readonly cacheDir: string | undefined
  readonly scanTimeout: string
  readonly registryUsername: string | undefined
  readonly registryPassword: string | undefined
}

/** A scanner that is ready: found or installed, its version checked, its database known to be young enough if offline. */
export interface ScanRoom {
  readonly version: string
  readonly scanner: Scanner
  /** One report, from the cache where the same digest was scanned with the same database, and where it now lies. */
  scan(source: ScanSource, digest: string | undefined): Promise<ScannedReport>
  database(): Promise<Database | undefined>
}

export interface ScannedReport {
  readonly bytes: Uint8Array
  /** Absolute. */
  readonly path: string
  readonly cached: boolean
}

/** Trivy as the call wants it. */
export function scannerOf({ path }: Tool, call: ScannerCall, world: World): Scanner {
  const sources = [...call.dbRepositories, ...call.javaDbRepositories, ...databaseHosts]
  const databases = call.offline ? [] : sources.map(hostOf)
  return {
    path,
    async login(folder, source) {
      const images = source.kind === 'image' ? [hostOf(source.reference)] : []
      const { registryUsername: username, registryPassword: password } = call
      const credentials = createCredentials(world, { hosts: images, username, password })
      await writeLogin(folder, [...images, ...databases], credentials, world.files)
    },
  }
}

/** Where Trivy looks for its databases by itself; a token makes a registry more patient. */
const databaseHosts = ['mirror.gcr.io', 'ghcr.io']

function hostOf(reference: string): string {
  const parsed = parseReference(reference)
  return 'fault' in parsed ? reference.replace(/\/.*$/s, '') : registryOf(parsed.repository)
}

export async function openScanner(
  tool: Tool,
  call: ScannerCall,
  policy: Policy,
  world: World,
): Promise<ScanRoom> {
  const { version } = tool
  const scanner = scannerOf(tool, call, world)
  const settings = settingsOf(call, policy, world)
  const maxAge = policy.scan['max-db-age']
  const database = () => readDatabase(settings.cacheDir, world)
  if (call.offline) checkAge(await present(database, settings.cacheDir), maxAge, world.now())
  const folder = await world.files.temporaryFolder()
  let runs = 0

  return {
    version,
    scanner,
    database,
    async scan(source, digest) {
      const known = await cachedPath(digest, call, settings, version, await database(), world)
      if (known !== undefined && (await world.files.kind(known)) === 'file') {
        return {
          bytes: await world.files.read(known, largestReport),
          path: resolve(world.cwd, known),
          cached: true,
        }
      }
      const path = join(folder, `report-${runs++}.json`)
      const told = await runTrivy(scanner, source, settings, path, world)
      const bytes = maskSecrets(told)
      // Everything else is made of this file, also by Trivy itself.
      if (bytes !== told) await world.files.write(path, bytes)
      const used = await present(database, settings.cacheDir)
      checkAge(used, maxAge, world.now())
      const keep = await cachedPath(digest, call, settings, version, used, world)
      if (keep !== undefined) await world.files.write(keep, bytes)
      return { bytes, path, cached: false }
    },
  }
}

export const largestReport = 1024 * 1024 * 1024

function settingsOf(call: ScannerCall, { scan }: Policy, world: World): ScanSettings {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(world.cwd, path))
  const timeout = parseDuration(call.scanTimeout)
  if (typeof timeout !== 'number' || timeout === 0) {
    throw new HygieneError('bad-usage', `scan-timeout: '${call.scanTimeout}' is no duration above zero`, {
      fix: durationForm,
    })
  }
  return {
    scanners: [
      'vuln',
      ...(scan.secrets === 'off' ? [] : (['secret'] as const)),
      ...(scan.misconfig === 'off' ? [] : (['misconfig'] as const)),
      ...(scan.licences.length === 0 ? [] : (['license'] as const)),
    ],
    cacheDir: absolute(cacheFolder(call.trivyCacheDir, world)),
    offline: call.offline,
    databases: call.dbRepositories,
    javaDatabases: call.javaDbRepositories,
    vex: call.vex.map(absolute),
    caFile: call.caFile === undefined ? undefined : absolute(call.caFile),
    timeout,
  }
}

/** Where Trivy keeps it when nobody says: XDG's cache folder. */
export function cacheFolder(given: string | undefined, { env }: World): string {
  return given ?? join(env['XDG_CACHE_HOME'] ?? join(env['HOME'] ?? '.', '.cache'), 'trivy')
}

export async function readDatabase(cacheDir: string, { files }: World): Promise<Database | undefined> {
  const path = join(cacheDir, 'db', 'metadata.json')
  if ((await files.kind(path)) !== 'file') return undefined
  return parseDatabase(await files.readText(path, 64 * 1024), path)
}

async function present(read: () => Promise<Database | undefined>, cacheDir: string): Promise<Database> {
  const database = await read()
  if (database !== undefined) return database
  throw new HygieneError('undecidable', `there is no vulnerability database in ${cacheDir}`, {
    fix: 'run once without --offline, or name the folder that has one with --trivy-cache-dir',
  })
}

/**
 * A report is the same for the same image, database, scanner and question. With VEX files it hangs on more than that,
 * and an old database would never be renewed if its reports were taken: neither is cached.
 */
async function cachedPath(
  digest: string | undefined,
  { cacheDir, offline }: ScannerCall,
  { scanners, vex }: ScanSettings,
  version: string,
  database: Database | undefined,
  { now }: World,
): Promise<string | undefined> {
  if (cacheDir === undefined || digest === undefined || database === undefined || vex.length > 0)
    return undefined
  if (!offline && !isCurrent(database, now())) return undefined
  const key = JSON.stringify([digest, version, database.version, database.updatedAt, scanners])
  return join(cacheDir, 'scans', `${sha256(key)}.json`)
}

/** RFC 3339, where the database is known. */
export async function databaseOf(room: ScanRoom): Promise<{ readonly databaseUpdatedAt?: string }> {
  const database = await room.database()
  return database === undefined ? {} : { databaseUpdatedAt: formatInstant(database.updatedAt) }
}
