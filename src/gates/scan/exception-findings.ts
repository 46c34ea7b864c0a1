import type { Finding, Location } from '../../outcome/index.ts'
import type { ScanRules } from '../../policy/index.ts'
import { namesImage, type Standings } from './exceptions.ts'
import type { Judgement } from './judge.ts'

/**
 * What is wrong with the exceptions themselves: over, longer than the policy allows, or matching nothing in what was
 * scanned. One without `images` may be meant for another image of the same policy, so its silence is only noted.
 */
export function exceptionFindings(
  standings: Standings,
  judgements: readonly Judgement[],
  { exceptions }: ScanRules,
  where: (path: string) => Location | undefined,
): readonly Finding[] {
  const used = new Set(judgements.flatMap(({ exceptions }) => [...exceptions]))
  return [...standings.values()].flat().flatMap(({ item, index, state }): readonly Finding[] => {
    const path = `scan.exceptions.items.${index}`
    const location = where(path) ?? where('scan.exceptions.items')
    const at = location === undefined ? {} : { location }
    if (state === 'too-long') {
      return [
        {
          rule: 'exception-too-long',
          severity: 'error',
          message: `the exception for ${item.id} ends on ${item.until}, more than ${exceptions['max-days']} days ahead: it accepts nothing`,
          fix: `set an earlier 'until', at most ${exceptions['max-days']} days from today`,
          ...at,
        },
      ]
    }
    if (state === 'expired') {
      return [
        {
          rule: 'exception-expired',
          severity: 'warning',
          message: `the exception of ${item.owner} for ${item.id} ended on ${item.until}`,
          fix: used.has(index) ? 'fix the finding, or agree on a new end' : 'remove it',
          ...at,
        },
      ]
    }
    if (used.has(index) || !judgements.some(({ subject }) => namesImage(item, subject.image))) return []
    return [
      {
        rule: 'exception-unused',
        severity: item.images.length === 0 ? 'info' : 'warning',
        message: `the exception of ${item.owner} for ${item.id} matches nothing that was found`,
        fix: 'remove it, or correct its packages and images',
        ...at,
      },
    ]
  })
}
