import { z } from 'zod'
import type { Maybe, Observed, ScanFacts } from '../catalog/index.ts'
import { parseTrivyReport, type ScanReport } from '../gates/scan/index.ts'
import { formatInstant } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Pinned } from '../signing/index.ts'
import type { World } from '../system/world.ts'

// What a record says of a scan: only what is proven to be of this image.

const outcomeSchema = z.object({
  schema: z.literal('image-hygiene/outcome/v1'),
  step: z.literal('scan'),
  verdict: z.enum(['pass', 'warn', 'fail', 'error']),
  findings: z.array(z.object({ image: z.string().exactOptional() })),
  outputs: z.record(z.string(), z.string()),
})

type Outcome = z.infer<typeof outcomeSchema>

const statuses = { pass: 'passed', warn: 'passed', fail: 'failed', error: 'undecided' } as const

interface ScanCall {
  readonly trivyReports: readonly string[]
  readonly scanOutcome: string | undefined
}

/** The gate's verdict from the outcome of `scan`, packages and counts from Trivy's reports. */
export async function readScanFacts(
  call: ScanCall,
  image: Pinned,
  observed: Observed,
  { files }: World,
): Promise<{ readonly scan: ScanFacts; readonly scanner: string | undefined }> {
  const reports = await Promise.all(
    call.trivyReports.map(async path => {
      const report = parseTrivyReport(await files.read(path, 256 * 1024 * 1024), {
        name: path,
        packages: true,
      })
      return ofThisImage(report, path, image, observed)
    }),
  )
  const outcome =
    call.scanOutcome === undefined
      ? undefined
      : readOutcome(
          await files.readText(call.scanOutcome, 256 * 1024 * 1024),
          call.scanOutcome,
          image,
          observed,
        )
  const missing = uncovered(reports, observed)
  const whole = <T>(value: () => T): Maybe<T> =>
    missing === undefined ? { known: value() } : { why: missing }
  const packages = () => [...new Set(reports.flatMap(report => report.packages.map(nameOf)))].toSorted()
  const times = reports.flatMap(({ createdAt }) => createdAt ?? [])
  return {
    scanner: reports.find(({ scanner }) => scanner !== undefined)?.scanner,
    scan: {
      status: statusOf(outcome, observed),
      critical: whole(() => criticalsIn(reports)),
      scannedAt:
        times.length === 0
          ? { why: missing ?? 'the report does not say when it was made' }
          : { known: formatInstant(Math.min(...times)) },
      databaseUpdatedAt: databaseOf(outcome?.outputs['database-updated-at']),
      aptPackages: whole(() =>
        packages()
          .filter(one => one.startsWith('deb/'))
          .map(one => one.slice('deb/'.length)),
      ),
      packages: whole(packages),
      platforms: observed.platforms.flatMap(platform => {
        const own = reportsOf(platform, reports, observed)
        if (own.length === 0) return []
        const { name, manifest } = platform
        return [{ platform: name, digest: manifest.digest, critical_vulns: criticalsIn(own) }]
      }),
    },
  }
}

/** A verdict on some platforms is none on the image; one that does not say what it is about proves nothing. */
function statusOf(outcome: Outcome | undefined, { platforms }: Observed): ScanFacts['status'] {
  if (outcome === undefined) return { why: 'no outcome of the step scan was given' }
  if (outcome.verdict === 'error') return { known: 'undecided' }
  const judged = new Set(judgedBy(outcome))
  const open = platforms.filter(
    ({ manifest, configDigest }) => !judged.has(manifest.digest) && !judged.has(configDigest),
  )
  return open.length === 0
    ? { known: statuses[outcome.verdict] }
    : { why: `the outcome of the step scan does not say that it judged ${namesOf(open)}` }
}

function judgedBy({ outputs }: Outcome): readonly string[] {
  return (outputs['judged'] ?? '').split('\n').filter(line => line !== '')
}

function namesOf(platforms: Observed['platforms']): string {
  return platforms.map(({ name, manifest }) => `${name} (${manifest.digest})`).join(', ')
}

function databaseOf(text: string | undefined): Maybe<string> {
  return text === undefined || text === ''
    ? { why: 'no outcome of the step scan says how old the database was' }
    : { known: text }
}

function readOutcome(text: string, path: string, image: Pinned, observed: Observed) {
  const read = outcomeSchema.safeParse(parsed(text))
  if (!read.success) {
    throw new HygieneError('bad-file', `${path} is no outcome of the step scan`, {
      fix: 'with: { step: scan, json-file: scan.json }, then with: { step: record, scan-outcome: scan.json }',
      cause: read.error,
    })
  }
  const ours = digestsOf(image, observed)
  const other = read.data.findings.find(({ image: name }) => {
    // The name of a platform's image ends with its platform: `app@sha256:… (linux/amd64)`.
    const digest = name === undefined ? undefined : /@([a-z0-9]+:[0-9a-f]+)/.exec(name)?.[1]
    return digest !== undefined && !ours.has(digest)
  })
  if (other !== undefined) throw ofAnother(path, other.image ?? '', image)
  const foreign = judgedBy(read.data).find(digest => !ours.has(digest))
  if (foreign !== undefined) throw ofAnother(path, foreign, image)
  return read.data
}

function ofThisImage(report: ScanReport, path: string, image: Pinned, observed: Observed): ScanReport {
  const ours = digestsOf(image, observed)
  const named = report.image.digests.some(one => ours.has(one.split('@')[1] ?? ''))
  if (named || ours.has(report.image.id ?? '')) return report
  throw ofAnother(path, report.artifact.name, image)
}

function ofAnother(path: string, name: string, image: Pinned): HygieneError {
  return new HygieneError(
    'bad-usage',
    `${path} is about ${name || 'something else'}, not about ${image.digest}`,
    {
      fix: `scan this image: image-hygiene scan ${image.repository}@${image.digest}`,
    },
  )
}

function digestsOf(image: Pinned, { platforms }: Observed): ReadonlySet<string> {
  const own = platforms.flatMap(({ manifest, configDigest }) => [manifest.digest, configDigest])
  return new Set([image.digest, ...own])
}

function reportsOf(
  { manifest, configDigest }: Observed['platforms'][number],
  reports: readonly ScanReport[],
  { platforms }: Observed,
): readonly ScanReport[] {
  if (platforms.length === 1) return reports
  return reports.filter(
    ({ image: { id, digests } }) =>
      id === configDigest || digests.some(one => one.endsWith(`@${manifest.digest}`)),
  )
}

/** Why the reports do not tell everything that is in the image. */
function uncovered(reports: readonly ScanReport[], observed: Observed): string | undefined {
  if (reports.length === 0) return 'no report of Trivy was given'
  const open = observed.platforms.filter(platform => reportsOf(platform, reports, observed).length === 0)
  if (open.length > 0) return `no report of Trivy was given for ${namesOf(open)}`
  return reports.some(({ packages }) => packages.length > 0)
    ? undefined
    : 'the report lists no packages: make it with --list-all-pkgs'
}

function criticalsIn(reports: readonly ScanReport[]): number {
  const found = reports.flatMap(({ vulnerabilities }) =>
    vulnerabilities
      .filter(({ grade }) => grade === 'critical')
      .map(({ id, package: { name, version } }) => JSON.stringify([id, name, version])),
  )
  return new Set(found).size
}

function nameOf({ name, version, purl }: ScanReport['packages'][number]): string {
  return `${/^pkg:([a-z][a-z0-9.+-]*)\//.exec(purl ?? '')?.[1] ?? 'unknown'}/${name}=${version}`
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
