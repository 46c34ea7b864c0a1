import { resolve } from 'node:path'
import { judge, maskSecrets, parseTrivyReport, type ScanReport } from '../gates/scan/index.ts'
import { formatInstant, formatReference, parseReference, type Reference } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { formatDuration, type Policy } from '../policy/index.ts'
import { oneLine } from '../report/index.ts'
import { layersNotJudged } from './scan-layers.ts'
import { largestReport, scannerOf } from './scan-runs.ts'
import type { Look, Seen } from './scan-seen.ts'
import { subjectOf } from './scan-subject.ts'
import { referenceIn } from './scan-targets.ts'

/** Judges a report that somebody else's run of Trivy made. */
export async function lookAtReport(
  path: string,
  { call, policy, circumstances, trivy, world }: Look,
): Promise<Seen> {
  const given = await world.files.read(path, largestReport)
  const bytes = maskSecrets(given)
  // Masking reads a key that stands twice as one.
  if (bytes !== given) parseTrivyReport(given, { name: path })
  const report = parseTrivyReport(bytes, { name: path })
  const [text] = call.references
  const image = imageOfReport(report, text === undefined ? undefined : referenceIn(text, call.digest), path)
  checkReportAge(report, policy, circumstances.now, path)
  checkAsked(report, path)
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
      ...(report.vulnerabilities.length + report.suppressed.length === 0 ? [noneListed(path)] : []),
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
  if (wanted.digest !== undefined) {
    if (known.some(({ digest }) => digest === wanted.digest)) return wanted
  } else if (known.some(({ repository, tag }) => repository === wanted.repository && tag === wanted.tag)) {
    const pushed = known.find(
      ({ repository, digest }) => repository === wanted.repository && digest !== undefined,
    )
    return { ...wanted, ...(pushed?.digest === undefined ? {} : { digest: pushed.digest }) }
  }
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

/** Trivy lists packages whatever it looks for; of an operating system that it knows it lists them unless told not to. */
function checkAsked({ packageLists, systemPackages, system }: ScanReport, path: string): void {
  if (packageLists > 0 && (system === undefined || systemPackages)) return
  const what = packageLists === 0 ? 'packages' : `packages of ${oneLine(system?.family ?? '', 60)}`
  throw new HygieneError('undecidable', `${path} lists no ${what}: whether one is vulnerable was not asked`, {
    fix: 'make it with --scanners vuln and without --pkg-types, or let this step scan',
  })
}

/** A day: what clocks may be apart. */
const ahead = 86_400

/** A report is never younger than the database it was made with. */
function checkReportAge({ createdAt }: ScanReport, { scan }: Policy, now: number, path: string): void {
  const maxAge = scan['max-db-age']
  const fix = 'make it again; scan.max-db-age says how old it may be'
  if (createdAt === undefined) {
    throw new HygieneError(
      'undecidable',
      `${path} does not say when it was made: nobody knows what it could not know`,
      {
        fix,
      },
    )
  }
  if (createdAt > now + ahead) {
    throw new HygieneError(
      'undecidable',
      `${path} is of ${formatInstant(createdAt)}, which is in the future`,
      {
        fix: "check this machine's clock, and the report",
      },
    )
  }
  if (now - createdAt <= maxAge) return
  throw new HygieneError(
    'undecidable',
    `${path} is of ${formatInstant(createdAt)}, more than ${formatDuration(maxAge)} ago: what was found since is not in it`,
    { fix },
  )
}

/** Without one vulnerability a report looks the same whether none was found or none was asked for. */
function noneListed(path: string): Finding {
  return {
    rule: 'nothing-listed',
    severity: 'warning',
    message: `${path} lists packages and no vulnerability: Trivy does not say in it whether it looked for any`,
    fix: 'see that it was made with --scanners vuln and no filter (--severity, --ignore-unfixed), or let this step scan',
  }
}
