import {
  type Conversion,
  convert,
  type Judgement,
  type Scanner,
  toOpenVex,
  toTrivyIgnore,
} from '../gates/scan/index.ts'
import { formatInstant, type Instant } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { type ContainerVulnerability, toContainerScanning } from '../report/index.ts'
import { sha256 } from '../system/sha256.ts'
import type { World } from '../system/world.ts'
import { version } from '../version.ts'

export interface ScanFiles {
  readonly trivyReportFile: string | undefined
  readonly cyclonedxFile: string | undefined
  readonly spdxFile: string | undefined
  readonly containerScanningFile: string | undefined
  readonly markdownFile: string | undefined
  readonly trivyignoreFile: string | undefined
  readonly openvexFile: string | undefined
}

/** One scanned image and where Trivy's report of it lies. */
export interface Scanned {
  readonly judgement: Judgement
  readonly bytes: Uint8Array
  readonly path: string
}

export interface ScanRun {
  readonly startedAt: Instant
  readonly story: string
  /** Absent where somebody else scanned: then nothing can be converted. */
  readonly scanner: Scanner | undefined
  readonly scannerVersion: string
  /** `LoadedPolicy.digest` */
  readonly policy: string
}

/** Everything else that is made of the one scan. Returns the paths by output name. */
export async function writeScanFiles(
  scanned: readonly Scanned[],
  files: ScanFiles,
  run: ScanRun,
  world: World,
): Promise<Readonly<Record<string, string>>> {
  const outputs: Record<string, string> = {}
  const judgements = scanned.map(({ judgement }) => judgement)
  const write = async (name: string, path: string | undefined, render: () => string) => {
    if (path === undefined) return
    await world.files.write(path, render())
    outputs[name] = path
  }
  const writeEach = async (
    name: string,
    path: string | undefined,
    render: (one: Scanned) => Promise<Uint8Array>,
  ) => {
    if (path === undefined) return
    const paths = pathsFor(path, scanned)
    for (const [index, one] of scanned.entries())
      await world.files.write(paths[index] as string, await render(one))
    outputs[name] = paths.join('\n')
  }
  const converted =
    (format: Conversion) =>
    async ({ path }: Scanned) => {
      const output = `${await world.files.temporaryFolder()}/converted.json`
      return convert(needed(run.scanner), format, path, output, world)
    }
  await write('markdown-file', files.markdownFile, () => `${run.story}\n`)
  await write('container-scanning-file', files.containerScanningFile, () =>
    toContainerScanning(
      judgements.flatMap(entriesOf),
      {
        tool: { name: 'trivy', version: run.scannerVersion },
        version,
        startedAt: formatInstant(run.startedAt),
        endedAt: formatInstant(world.now()),
      },
      sha256,
    ),
  )
  await write('trivyignore-file', files.trivyignoreFile, () => toTrivyIgnore(judgements))
  await write('openvex-file', files.openvexFile, () =>
    toOpenVex(judgements, `urn:image-hygiene:vex:${run.policy}`, formatInstant(world.now())),
  )
  await writeEach('trivy-report-file', files.trivyReportFile, async ({ bytes }) => bytes)
  await writeEach('cyclonedx-file', files.cyclonedxFile, converted('cyclonedx'))
  await writeEach('spdx-file', files.spdxFile, converted('spdx-json'))
  return outputs
}

/** Several images, several files: the start of the digest stands in front of the ending. */
function pathsFor(path: string, scanned: readonly Scanned[]): readonly string[] {
  if (scanned.length <= 1) return [path]
  return scanned.map(({ judgement }, index) => {
    const digest = judgement.subject.image?.digest?.slice(7, 19) ?? String(index)
    return path.replace(/(\.[A-Za-z0-9]+)?$/, ending => `-${digest}${ending}`)
  })
}

function needed(scanner: Scanner | undefined): Scanner {
  if (scanner !== undefined) return scanner
  throw new HygieneError('bad-usage', 'an SBOM needs Trivy, also when a report is given', {
    fix: 'leave out --cyclonedx-file and --spdx-file, or scan without --report',
  })
}

/** Accepted findings and images that go are no work for anybody: a dashboard would count them as open. */
function entriesOf({ judged, subject, report }: Judgement): readonly ContainerVulnerability[] {
  const { image } = subject
  const system = report.system
  return judged
    .filter(({ tier }) => tier !== 'A' && tier !== 'X')
    .map(({ vulnerability, tier }) => ({
      id: vulnerability.id,
      severity: severities[vulnerability.grade],
      name: vulnerability.title ?? vulnerability.id,
      description: `${tier}: ${vulnerability.title ?? vulnerability.id} (${vulnerability.package.name})`,
      package: vulnerability.package.name,
      version: vulnerability.package.version,
      image:
        image === undefined
          ? subject.name
          : `${image.repository}${image.tag === undefined ? `@${image.digest}` : `:${image.tag}`}`,
      operatingSystem: system === undefined ? 'unknown' : `${system.family} ${system.name}`.trim(),
      ...(vulnerability.fixed === undefined
        ? {}
        : { solution: `Upgrade ${vulnerability.package.name} to ${vulnerability.fixed}` }),
      ...(vulnerability.url === undefined ? {} : { url: vulnerability.url }),
    }))
}

const severities = {
  unknown: 'Unknown',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
} as const
