import type { Instant, Reference } from '../../image/index.ts'
import type { ScanException, ScanRules } from '../../policy/index.ts'
import { type Base, type Origin, originOf } from './base.ts'
import { exceptionsFor, type Standing, type Standings } from './exceptions.ts'
import { judgeOthers, type Other } from './others.ts'
import type { ScanReport, Vulnerability } from './report.ts'
import { compareGrades } from './severity.ts'
import { type Tier, tierOf, tiers } from './tier.ts'
import type { Use } from './use.ts'

/** What is judged: an image by digest, or a folder. */
export interface Subject {
  /** As people name it; untrusted where it comes from a report. */
  readonly name: string
  readonly image?: Reference
  readonly platform?: string
  readonly use: Use
  /** Where it runs, one line for people. */
  readonly where?: string
  readonly base?: Base
}

export interface Circumstances {
  readonly rules: ScanRules
  readonly standings: Standings
  readonly now: Instant
  /** Ids known to be exploited. */
  readonly exploited: ReadonlySet<string>
  /** EPSS by id; it orders, it does not decide. */
  readonly likelihoods: ReadonlyMap<string, number>
}

export interface Judged {
  readonly vulnerability: Vulnerability
  readonly tier: Tier
  readonly origin: Origin
  readonly exploited: boolean
  /** Between 0 and 1. */
  readonly likelihood?: number
  readonly accepted?: ScanException
  /** Published so lately that it is only reported until this moment. */
  readonly graceUntil?: Instant
  /** The gate says no because of it. */
  readonly fails: boolean
}

export interface Judgement {
  readonly subject: Subject
  readonly report: ScanReport
  /** Most urgent first. */
  readonly judged: readonly Judged[]
  /** Secrets, misconfigurations and refused licences; those that fail first. */
  readonly others: readonly Other[]
  /** Places of the policy's exceptions that spoke of a finding here, whether they still hold or not. */
  readonly exceptions: ReadonlySet<number>
}

/** The verdict on one report, finding by finding. */
export function judge(report: ScanReport, subject: Subject, circumstances: Circumstances): Judgement {
  const failing = new Set<Tier>(circumstances.rules['fail-tiers'])
  const exceptions = new Set<number>()
  const judged = report.vulnerabilities.map(vulnerability => {
    const ids = [vulnerability.id, ...vulnerability.aliases]
    const speaking = exceptionsFor(
      { ids, package: vulnerability.package, image: subject.image },
      circumstances.standings,
    )
    for (const { index } of speaking) exceptions.add(index)
    return judgeOne(vulnerability, ids, speaking, failing, report, subject, circumstances)
  })
  const { others, exceptions: more } = judgeOthers(
    report,
    subject.image,
    circumstances.rules,
    circumstances.standings,
  )
  for (const index of more) exceptions.add(index)
  return { subject, report, judged: judged.toSorted(byUrgency), others, exceptions }
}

function judgeOne(
  vulnerability: Vulnerability,
  ids: readonly string[],
  speaking: readonly Standing[],
  failing: ReadonlySet<Tier>,
  report: ScanReport,
  subject: Subject,
  { rules, now, exploited: known, likelihoods }: Circumstances,
): Judged {
  const accepted = speaking.find(({ state }) => state === 'active')?.item
  const exploited = ids.some(id => known.has(id))
  const origin = originOf(vulnerability.diffId, report.image.diffIds, subject.base)
  const tier = tierOf({
    vulnerability,
    use: subject.use,
    origin,
    exploited,
    accepted: accepted !== undefined,
  })
  const graceUntil = exploited || !failing.has(tier) ? undefined : graceOf(vulnerability, rules.grace, now)
  const likelihood = likelihoods.get(vulnerability.id)
  return {
    vulnerability,
    tier,
    origin,
    exploited,
    ...(likelihood === undefined ? {} : { likelihood }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(graceUntil === undefined ? {} : { graceUntil }),
    fails: failing.has(tier) && graceUntil === undefined,
  }
}

/** What is exploited gets no grace; neither does what has no date, or one in the future. */
function graceOf({ published }: Vulnerability, grace: number, now: Instant): Instant | undefined {
  if (published === undefined || grace === 0 || published > now) return undefined
  return now < published + grace ? published + grace : undefined
}

const rank = Object.fromEntries(tiers.map((tier, index) => [tier, index])) as Readonly<Record<Tier, number>>

function byUrgency(a: Judged, b: Judged): number {
  return (
    Number(b.fails) - Number(a.fails) ||
    rank[a.tier] - rank[b.tier] ||
    compareGrades(a.vulnerability.grade, b.vulnerability.grade) ||
    (b.likelihood ?? 0) - (a.likelihood ?? 0) ||
    compareText(a.vulnerability.package.name, b.vulnerability.package.name) ||
    compareText(a.vulnerability.id, b.vulnerability.id)
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
