import { formatInstant, type Gap, type Instant } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import { canonical, type Policy } from '../../policy/index.ts'
import type { Mention } from './mention.ts'
import type { SourceReading } from './source.ts'
import type { Usage, Use } from './usage.ts'

/** A clock that is off by more than this says nothing about age (design §3). */
const toleratedSkew = 300

/** Puts what was read under the policy: aliases, required sources, their greatest age, their completeness. */
export function judgeUsage(
  readings: readonly SourceReading[],
  policy: Pick<Policy, 'in-use' | 'aliases'>,
  now: Instant,
): Usage {
  const rules = policy['in-use']
  const required = rules === 'none' ? [] : rules.required
  const maxAge = rules === 'none' ? Number.POSITIVE_INFINITY : rules['max-age']
  const gaps: Gap[] = readings.flatMap(reading => reading.unresolved.map(why => gap(reading.name, why)))
  const findings: Finding[] = readings.flatMap(reading =>
    reading.blind.map(text => warning(reading.name, text)),
  )
  for (const name of required) {
    const own = readings.filter(reading => reading.name === name)
    if (own.length === 0) gaps.push(gap(name, `it is required and was not given: --in-use ${name}.json`))
    for (const reading of own) {
      for (const why of shortcomings(reading, maxAge, now)) gaps.push(gap(name, `it is required, and ${why}`))
    }
  }
  const doubts = readings
    .filter(({ name, inventory }) => inventory !== undefined && !required.includes(name))
    .flatMap(reading => shortcomings(reading, maxAge, now).map(why => ({ name: reading.name, why })))
  for (const { name, why } of doubts)
    findings.push(warning(name, `${why}; it is not required by the policy, so nothing is held for it`))
  const standing = readings.length > 0 ? 'given' : rules === 'none' ? 'declared-none' : 'missing'
  if (standing === 'missing') {
    findings.push({
      rule: 'in-use-unknown',
      severity: 'warning',
      message: 'nothing says what is in use: the plan can be shown, not proposed or applied',
      fix: 'pass --in-use FILE, or say on purpose that nothing runs from these images: `in-use: none` in the policy',
    })
  }
  return {
    standing,
    sources: readings.map(({ name, file, format, found, inventory }) => ({
      name,
      file,
      format,
      ...(inventory?.collectedAt === undefined ? {} : { collectedAt: inventory.collectedAt }),
      uses: found.length,
    })),
    uses: readings.flatMap(({ found }) =>
      found.flatMap(({ mention, where }) =>
        withOrigin(mention, policy).map((named): Use => ({ ...named, where })),
      ),
    ),
    gaps,
    whole: gaps.length === 0 && doubts.length === 0,
    findings,
  }
}

/** A use of a mirror is a use of what it mirrors: both names. */
function withOrigin(mention: Mention, policy: Pick<Policy, 'aliases'>): readonly Mention[] {
  if (mention.repository === undefined) return [mention]
  const origin = canonical(mention.repository, policy)
  return origin === mention.repository ? [mention] : [mention, { ...mention, repository: origin }]
}

/** Why a source does not show what runs now. Empty: it does. */
function shortcomings({ inventory, format }: SourceReading, maxAge: number, now: Instant): readonly string[] {
  if (inventory === undefined) {
    return [
      `a ${format === 'list' ? 'list of references' : `${format} document`} says neither when it was collected nor whether it is complete: make an inventory of it`,
    ]
  }
  const { collectedAt, complete, errors } = inventory
  return [
    ...(complete
      ? []
      : [`it is not complete${errors.length > 0 ? `: ${errors.slice(0, 3).join('; ')}` : ''}`]),
    ...(collectedAt === undefined ? ['it does not say when it was collected (collectedAt)'] : []),
    ...(collectedAt !== undefined && now - collectedAt > maxAge
      ? [`it was collected at ${formatInstant(collectedAt)}, longer ago than in-use.max-age allows`]
      : []),
    ...(collectedAt !== undefined && collectedAt - now > toleratedSkew
      ? [`it claims to be collected at ${formatInstant(collectedAt)}, which is yet to come: a clock is off`]
      : []),
  ]
}

function gap(name: string, why: string): Gap {
  return { kind: 'usage', about: `in-use source ${name}`, why }
}

function warning(name: string, text: string): Finding {
  return { rule: 'in-use-blind', severity: 'warning', message: `in-use source ${name}: ${text}` }
}
