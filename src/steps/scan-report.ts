import { resolve } from 'node:path'
import { judge, maskSecrets, parseTrivyReport, type ScanReport } from '../gates/scan/index.ts'
import { formatInstant, formatReference, parseReference, type Reference } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { formatDuration, type Policy } from '../policy/index.ts'
import { layersNotJudged } from './scan-layers.ts'
import type { Look, Seen } from './scan-look.ts'
import { largestReport, scannerOf } from './scan-runs.ts'
import { subjectOf } from './scan-subject.ts'
import { referenceIn } from './scan-targets.ts'

/** Judges a report that somebody else's run of Trivy made. */
export async function lookAtReport(
  path: string,
  { call, policy, circumstances, trivy, world }: Look,
): Promise<Seen> {
  const bytes = maskSecrets(await world.files.read(path, largestReport))
  const report = parseTrivyReport(bytes, { name: path })
  const [given] = call.references
  const image = imageOfReport(report, given === undefined ? undefined : referenceIn(given, call.digest), path)
  checkReportAge(report, policy, circumstances.now, path)
  if (report.packageLists === 0) {
    throw new HygieneError(
      'undecidable',
      `${path} lists no packages: whether anything is vulnerable was not asked`,
      {
        fix: 'make it with --scanners vuln, or let this step scan',
      },
    )
  }
  const scanner =
    call.cyclonedxFile === undefined && call.spdxFile === undefined
      ? undefined
      : scannerOf(await trivy(), call, world)
  const subject = subjectOf(
    image === undefined ? report.artifact.name || path : formatReference(image),
    image,
    'running',
  )
  return {
    scanned: [{ judgement: judge(report, subject, circumstances), bytes, path: resolve(world.cwd, path) }],
    findings: [
      ...(report.createdAt === undefined ? [ageUnknown(path)] : []),
      ...(report.artifact.kind === 'container_image' ? layersNotJudged('a report', policy) : []),
    ],
    unjudged: [],
    scanner,
    scannerVersion: report.scanner ?? 'unknown',
  }
}

/** The image that a report is about by its own word; what the call says must agree with it. */
function imageOfReport(
  report: ScanReport,
  wanted: Reference | undefined,
  path: string,
): Reference | undefined {
  const { digests, tags } = report.image
  const known = [...digests, ...tags].flatMap(text => {
    const reference = parseReference(text)
    return 'fault' in reference ? [] : [reference]
  })
  if (wanted === undefined) return known[0]
  const agrees = known.some(({ repository, tag, digest }) =>
    wanted.digest === undefined
      ? repository === wanted.repository && tag === wanted.tag
      : digest === wanted.digest,
  )
  if (agrees) return { ...wanted, ...(known[0]?.digest === undefined ? {} : { digest: known[0].digest }) }
  const image = formatReference(wanted)
  const about = known.map(formatReference)
  const names = about.join(', ') || report.artifact.name
  throw new HygieneError('undecidable', `${path} is about ${names}, not about ${image}`, {
    fix:
      wanted.digest === undefined && about[0] !== undefined
        ? `a tag may have moved since: name it as the report does, ${about[0]}, or give the report of this image`
        : 'give the report of this image',
    image,
  })
}

/** A report is never younger than the database it was made with. */
function checkReportAge({ createdAt }: ScanReport, { scan }: Policy, now: number, path: string): void {
  const maxAge = scan['max-db-age']
  if (createdAt === undefined || now - createdAt <= maxAge) return
  throw new HygieneError(
    'undecidable',
    `${path} is of ${formatInstant(createdAt)}, more than ${formatDuration(maxAge)} ago: what was found since is not in it`,
    { fix: 'make it again; scan.max-db-age says how old it may be' },
  )
}

function ageUnknown(path: string): Finding {
  return {
    rule: 'report-age-unknown',
    severity: 'warning',
    message: `${path} does not say when it was made, so nobody knows what it could not know yet`,
    fix: 'make it with a newer Trivy, or let this step scan',
  }
}
