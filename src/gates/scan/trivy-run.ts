import { type ErrorCode, HygieneError } from '../../outcome/index.ts'
import { oneLine } from '../../report/index.ts'
import type { RunResult, World } from '../../system/world.ts'
import {
  type Conversion,
  convertArguments,
  type ScanSettings,
  type ScanSource,
  scanArguments,
} from './trivy.ts'

const largestReport = 1024 * 1024 * 1024

/** How the child is called: by whom it was made is decided elsewhere. */
export interface Scanner {
  readonly path: string
  /** Writes into a folder what the child may show to the registries of a source: `config.json`, as docker has it. */
  login(folder: string, source: ScanSource): Promise<void>
}

/** What of our environment Trivy needs to reach a registry: proxies. No CI token, and no credentials of other hosts. */
const passed = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy']

/**
 * One run, one report, at `output`. The child works in an empty folder: a `trivy.yaml`, `.trivyignore` or
 * `trivy-secret.yaml` of the checkout would otherwise change the verdict without a word.
 */
export async function runTrivy(
  scanner: Scanner,
  source: ScanSource,
  settings: ScanSettings,
  output: string,
  world: World,
): Promise<Uint8Array> {
  const [cwd, login] = await Promise.all([world.files.temporaryFolder(), world.files.temporaryFolder()])
  await scanner.login(login, source)
  const attempt = async (tried: ScanSettings): Promise<void> => {
    const ran = await world.processes.run(scanner.path, scanArguments(source, tried, output), {
      cwd,
      env: { ...environment(world), DOCKER_CONFIG: login },
      // Trivy ends by itself; this is for one that hangs.
      timeout: (settings.timeout + 15) * 1000,
    })
    if (ran.code === 0) return
    const failure = failureOf(ran, nameOf(source))
    const fewer = withoutDead(tried, ran)
    if (fewer === undefined) throw failure
    world.log.warn(`${failure.message}; the next mirror of the database is asked`)
    await attempt(fewer)
  }
  await attempt(settings)
  return readReport(output, world)
}

/**
 * Trivy goes on to the next repository of a database only after an answer that says "later": one that is down, or has
 * no database, ends it. That one is taken out here, as long as another one is left.
 */
function withoutDead(settings: ScanSettings, { stdout, stderr }: RunResult): ScanSettings | undefined {
  const said = `${stdout}\n${stderr}`
  const alive = (names: readonly string[]) =>
    names.length < 2
      ? names
      : names.filter(name => !said.includes(`failed to download artifact from ${name}:`))
  const [databases, javaDatabases] = [alive(settings.databases), alive(settings.javaDatabases)]
  const left = databases.length + javaDatabases.length
  if (left === settings.databases.length + settings.javaDatabases.length) return undefined
  return { ...settings, databases, javaDatabases }
}

export async function convert(
  scanner: Scanner,
  format: Conversion,
  report: string,
  output: string,
  world: World,
): Promise<Uint8Array> {
  const cwd = await world.files.temporaryFolder()
  const ran = await world.processes.run(scanner.path, convertArguments(format, report, output), {
    cwd,
    env: {},
    timeout: 120_000,
  })
  if (ran.code !== 0) throw failureOf(ran, `the report as ${format}`)
  return readReport(output, world)
}

async function readReport(path: string, { files }: World): Promise<Uint8Array> {
  if ((await files.kind(path)) !== 'file') {
    throw new HygieneError('damaged', 'Trivy ended without an error and without a report', {
      fix: 'check that it is Trivy; run it on the same by hand with --debug, and look at what it says',
    })
  }
  return files.read(path, largestReport)
}

function environment({ env }: World): Record<string, string> {
  return Object.fromEntries(passed.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]]])))
}

function nameOf(source: ScanSource): string {
  return source.kind === 'image' ? source.reference : source.path
}

/** What only Trivy can tell to be wrong with what the call names: no verdict is missing, the call has to be mended. */
const wrongCalls: readonly (readonly [RegExp, ErrorCode])[] = [
  [/unable to load VEX/, 'bad-file'],
  [/\bflag error\b/, 'bad-usage'],
]

const advice: readonly (readonly [RegExp, string])[] = [
  [
    /invalid DB repository|invalid Java DB repository/i,
    'db-repositories: HOST/REPOSITORY:TAG, such as ghcr.io/aquasecurity/trivy-db:2',
  ],
  [/unable to load VEX/, 'check the file: OpenVEX, CSAF or CycloneDX VEX, as JSON'],
  [/deadline exceeded|timed? ?out/i, 'give it more time with --scan-timeout, or scan nearer to the registry'],
  [
    /TOOMANYREQUESTS|\b429\b/,
    'name a mirror of the database with --db-repositories, and keep trivy-cache-dir between runs',
  ],
  [
    /first run|cannot be specified on the first run/,
    'run once without --offline, or bring a database in trivy-cache-dir',
  ],
  [
    /UNAUTHORIZED|DENIED|\b40[13]\b/,
    'log in to the registry, or give registry-username and registry-password',
  ],
  [/MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b/, 'check the reference: the registry does not have it'],
  [
    /in use by another process|cache may be in use/,
    'give each run that goes on at the same time a trivy-cache-dir of its own',
  ],
  [
    /failed to open db|invalid database/i,
    'the database is damaged: remove the folder db in trivy-cache-dir and let Trivy download it again',
  ],
  [
    /failed to download.*DB|DB error/i,
    'name a mirror with --db-repositories, or bring a database and say --offline',
  ],
]

/** One sentence from what Trivy printed: the last line it called fatal, else its last line. */
function failureOf({ code, stdout, stderr }: RunResult, about: string): HygieneError {
  const rows = `${stdout}\n${stderr}`.split('\n').filter(row => row.trim() !== '')
  const fatal = rows.findLastIndex(row => /\bFATAL\b/.test(row))
  const said = fatal < 0 ? (rows.at(-1) ?? 'it said nothing') : rows.slice(fatal, fatal + 8).join(' ')
  const cause = said
    .replace(/^.*?\bFATAL\b\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const fix = advice.find(([pattern]) => pattern.test(said))?.[1]
  return new HygieneError(
    wrongCalls.find(([pattern]) => pattern.test(said))?.[1] ?? 'tool-failed',
    `Trivy could not scan ${oneLine(about)} (exit code ${code}): ${oneLine(cause, 600)}`,
    { fix: fix ?? 'run Trivy on it by hand with --debug, and look at what it says' },
  )
}
