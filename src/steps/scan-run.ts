import { readUsage, type Usage } from '../cleanup/in-use/index.ts'
import {
  type Circumstances,
  countFailing,
  countTiers,
  exceptionFindings,
  findingsOf,
  headline,
  type Judgement,
  parseKnownExploited,
  parseLikelihoods,
  ruleId,
  standingsOf,
  story,
  tiers,
} from '../gates/scan/index.ts'
import type { Instant } from '../image/index.ts'
import { compareFindings, type Finding, type Result, verdictOf } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import { alike, oneLine, type RuleDescription, terminalFindings } from '../report/index.ts'
import type { Tool } from '../system/tools/spec.ts'
import type { World } from '../system/world.ts'
import type { Values } from './define.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf } from './registries.ts'
import { writeReports } from './reports.ts'
import { writeScanFiles } from './scan-files.ts'
import type { scanInputs } from './scan-inputs.ts'
import { look } from './scan-look.ts'
import type { Seen } from './scan-seen.ts'

/** Looks, judges, and writes everything that is asked for. */
export async function runScan(
  inputs: Values<typeof scanInputs>,
  trivy: () => Promise<Tool>,
  world: World,
): Promise<Result> {
  const startedAt = world.now()
  const loaded = await loadPolicy(inputs, world)
  if (inputs.printPolicy) return printedPolicy(loaded)
  const { policy } = loaded
  const circumstances = await circumstancesOf(policy, inputs.epssFile, startedAt, world)
  const usage = await readUsage(inputs.inUse, policy, world.files, startedAt)
  const reachable = { ...policy, images: [...policy.images, ...inputs.references] }
  const registries = await registriesOf(inputs, reachable, world)

  const seen = await look({ call: inputs, policy, usage, circumstances, registries, trivy, world })

  const judgements = seen.scanned.map(({ judgement }) => judgement)
  const ofReports = judgements.map(judgement => {
    const all = findingsOf(judgement, policy.base.eol)
    const tabled = judgement.judged.length + judgement.others.length
    return { tabled: all.slice(0, tabled), besides: all.slice(tabled) }
  })
  const besides = [
    ...ofReports.flatMap(one => one.besides),
    ...exceptionFindings(circumstances.standings, judgements, policy.scan, loaded.where),
    ...(inputs.inUse.length === 0 ? [] : inUseFindings(usage)),
    ...seen.findings,
  ]
  const findings = [...seen.unjudged, ...ofReports.flatMap(one => one.tabled), ...besides]
  const errors = besides.filter(({ severity }) => severity === 'error').length
  const unjudged = new Set(seen.unjudged.map(({ image }) => image)).size
  const line = oneLine(headline(judgements, { errors, unjudged }), 1000)
  const run = {
    startedAt,
    story: story(judgements, line, alike([...seen.unjudged, ...besides])),
    scanner: seen.scanner,
    scannerVersion: seen.scannerVersion,
    policy: loaded.digest,
  }
  const outputs = await writeScanFiles(seen.scanned, inputs, run, world)
  const toFix = countFailing(judgements) + errors
  const result = told(seen, findings, { line, toFix, summary: run.story }, outputs)
  const rules = inputs.sarifFile === undefined ? [] : ruleDescriptions(judgements)
  return writeReports('scan', result, inputs, world, rules)
}

async function circumstancesOf(
  { scan: rules }: Policy,
  epss: string | undefined,
  now: Instant,
  { files }: World,
): Promise<Circumstances> {
  const kev = rules['kev-file']
  const [exploited, likelihoods] = await Promise.all([
    kev === null
      ? new Set<string>()
      : files.readText(kev, 64 * 1024 * 1024).then(text => parseKnownExploited(text, kev).ids),
    epss === undefined
      ? new Map<string, number>()
      : files.readText(epss, 256 * 1024 * 1024).then(text => parseLikelihoods(text, epss)),
  ])
  return { rules, standings: standingsOf(rules, now), now, exploited, likelihoods }
}

/** What cannot be trusted to say what runs holds a cleanup; here it makes everything count as running. */
function inUseFindings({ findings, gaps }: Usage): readonly Finding[] {
  return [
    ...findings,
    ...gaps.map(
      ({ about, why }): Finding => ({
        rule: 'in-use-unknown',
        severity: 'warning',
        message: `${about}: ${why}; every image counts as running`,
      }),
    ),
  ]
}

/** Findings on a terminal; nobody reads more. */
const mostShown = 200

/** `error` beats `fail`: a verdict on some of the images is none on all of them. */
function told(
  { unjudged, scanned, databaseUpdatedAt }: Seen,
  findings: readonly Finding[],
  { line, toFix, summary }: { readonly line: string; readonly toFix: number; readonly summary: string },
  outputs: Readonly<Record<string, string>>,
): Result {
  const judgements = scanned.map(({ judgement }) => judgement)
  const counts = countTiers(judgements.flatMap(({ judged }) => judged))
  const loud = findings.filter(({ severity }) => severity !== 'info')
  // One report may have a hundred thousand findings, and nothing to share with another.
  const all = (scanned.length + unjudged.length > 1 ? alike(loud) : loud).toSorted(compareFindings)
  const left = all.length - mostShown
  const more = left > 0 ? [`${left} more are not shown here; --json-file has them all`] : []
  return {
    verdict: unjudged.length > 0 ? 'error' : verdictOf(findings),
    findings,
    outputs: {
      ...outputs,
      headline: line,
      'to-fix': String(toFix),
      judged: judgements.flatMap(digestsOf).join('\n'),
      ...(databaseUpdatedAt === undefined ? {} : { 'database-updated-at': databaseUpdatedAt }),
    },
    stats: {
      images: scanned.length,
      'to-fix': toFix,
      ...Object.fromEntries(tiers.map(tier => [tier.toLowerCase(), counts[tier]])),
    },
    text: [terminalFindings(all.slice(0, mostShown)), ...more, line].filter(part => part !== '').join('\n'),
    summary,
    summaryIsWhole: true,
  }
}

/** An archive has no digest in a registry yet, and the config's stays what it is. */
function digestsOf({ subject, report }: Judgement): readonly string[] {
  return [...new Set([subject.image?.digest, report.image.id].flatMap(digest => digest ?? []))]
}

const scores = { unknown: 0, low: 2.5, medium: 5.5, high: 8, critical: 9.5 } as const

function ruleDescriptions(judgements: readonly Judgement[]): readonly RuleDescription[] {
  const rules = new Map<string, RuleDescription>()
  for (const { vulnerability } of judgements.flatMap(({ judged }) => judged)) {
    const id = ruleId(vulnerability.id, 'vulnerability')
    const score = scores[vulnerability.grade]
    if ((rules.get(id)?.securitySeverity ?? -1) >= score) continue
    rules.set(id, {
      id,
      summary: oneLine(vulnerability.title ?? vulnerability.id),
      securitySeverity: score,
      ...(vulnerability.url === undefined ? {} : { help: vulnerability.url }),
    })
  }
  return [...rules.values()]
}
