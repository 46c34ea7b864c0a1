import type { Instant } from '../../image/index.ts'
import type { Registry } from '../../registry/port.ts'
import { count } from '../amount.ts'
import type { UsageIndex } from '../in-use/index.ts'
import type { Journal } from '../journal.ts'

/** What apply works with. */
export interface Hands {
  readonly registry: Registry
  readonly journal: Journal
  /** False: nothing is sent that changes anything; what would be is told. */
  readonly send: boolean
  readonly usage: UsageIndex
  readonly budget: Budget
  readonly progress: (text: string) => void
}

/** How much a run may still do. */
export interface Budget {
  /** Why no further line may begin; undefined: go on. */
  readonly spent: () => string | undefined
  /** One image was deleted. */
  readonly took: () => void
}

export function budgetOf(
  limits: { readonly maxDeletions: number | undefined; readonly seconds: number | undefined },
  now: () => Instant,
): Budget {
  const start = now()
  let taken = 0
  return {
    spent() {
      if (limits.maxDeletions !== undefined && taken >= limits.maxDeletions) {
        return `max-deletions: ${count(taken, 'image')} ${taken === 1 ? 'was' : 'were'} deleted`
      }
      if (limits.seconds !== undefined && now() - start >= limits.seconds) {
        return `time-budget: ${limits.seconds} s have passed`
      }
      return undefined
    },
    took() {
      taken += 1
    },
  }
}
