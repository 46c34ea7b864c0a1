import type { ScanException, ScanRules } from '../../policy/index.ts'
import { type ExceptionSubject, exceptionsFor, type Standings } from './exceptions.ts'
import { refusesLicence } from './licence.ts'
import type { Licence, Misconfiguration, ScanReport, Secret } from './report.ts'
import { type Grade, isAtLeast } from './severity.ts'

/** What a report finds besides vulnerabilities. Each kind has a gate of its own, and no tier: that it runs says little. */
export type Other = {
  readonly accepted?: ScanException
  /** The gate says no because of it. */
  readonly fails: boolean
} & (
  | { readonly kind: 'secret'; readonly found: Secret }
  | { readonly kind: 'misconfiguration'; readonly found: Misconfiguration }
  /** Only licences that the policy refuses. */
  | { readonly kind: 'licence'; readonly found: Licence }
)

/** The verdict on each, and the places of the exceptions that spoke of one, whether they still hold or not. */
export function judgeOthers(
  report: Pick<ScanReport, 'secrets' | 'misconfigurations' | 'licences'>,
  image: ExceptionSubject['image'],
  rules: ScanRules,
  standings: Standings,
): { readonly others: readonly Other[]; readonly exceptions: readonly number[] } {
  const exceptions: number[] = []
  const verdict = (ids: readonly string[], strikes: boolean, owner?: string) => {
    const about = owner === undefined ? {} : { package: { name: owner, version: '' } }
    const speaking = exceptionsFor({ ids, image, ...about }, standings)
    exceptions.push(...speaking.map(({ index }) => index))
    const accepted = speaking.find(({ state }) => state === 'active')?.item
    return { fails: strikes && accepted === undefined, ...(accepted === undefined ? {} : { accepted }) }
  }
  const others = [
    ...report.secrets.map(found => ({
      kind: 'secret' as const,
      found,
      // By Trivy's name for its kind, or by the rule of our finding, which is what people see.
      ...verdict([found.rule, `secret-${found.rule}`], reaches(found.grade, rules.secrets)),
    })),
    ...report.misconfigurations.map(found => ({
      kind: 'misconfiguration' as const,
      found,
      ...verdict([found.id], reaches(found.grade, rules.misconfig)),
    })),
    ...report.licences
      .filter(({ name }) => refusesLicence(rules.licences, name))
      .map(found => ({ kind: 'licence' as const, found, ...verdict([found.name], true, found.package) })),
  ]
  return { others: others.toSorted((a, b) => Number(b.fails) - Number(a.fails)), exceptions }
}

function reaches(grade: Grade, threshold: ScanRules['secrets']): boolean {
  return threshold !== 'off' && isAtLeast(grade, threshold)
}
