import type { Origin } from './base.ts'
import type { Vulnerability } from './report.ts'
import { isAtLeast } from './severity.ts'
import type { Use } from './use.ts'

/**
 * How urgent a vulnerability is, by what is done about it rather than by its score alone:
 * T0 exploited in the wild and running; T1 running, high or critical, and there is a fix; T2 running and mended by a
 * newer base image; T3 running, without a fix or of little weight; T4 does not run but is kept; X does not run and may
 * be deleted; A accepted by somebody until a day.
 */
export type Tier = 'T0' | 'T1' | 'T2' | 'T3' | 'T4' | 'X' | 'A'

export const tiers: readonly Tier[] = ['T0', 'T1', 'T2', 'T3', 'T4', 'X', 'A']

export interface TierFacts {
  readonly vulnerability: Pick<Vulnerability, 'grade' | 'fixable'>
  readonly use: Use
  readonly origin: Origin
  /** Known to be exploited. */
  readonly exploited: boolean
  readonly accepted: boolean
}

/** The first row that holds. An unfixed finding of the base is T3: there is no newer base to move to yet. */
export function tierOf({ vulnerability, use, origin, exploited, accepted }: TierFacts): Tier {
  if (accepted) return 'A'
  if (use === 'deletable') return 'X'
  if (use === 'kept') return 'T4'
  if (exploited) return 'T0'
  if (!vulnerability.fixable) return 'T3'
  if (isAtLeast(vulnerability.grade, 'high')) return 'T1'
  return origin === 'base' ? 'T2' : 'T3'
}
