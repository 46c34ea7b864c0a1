import type { Snapshot } from '../image/index.ts'
import { classify, type Policy } from '../policy/index.ts'

/** What previews in these repositories end with, where the policy lets them. */
export interface Previewed {
  /** Pull requests, ascending. */
  readonly numbers: readonly number[]
  /** Branches, as the tags spell them. */
  readonly slugs: ReadonlySet<string>
}

export function previewsOf(snapshots: readonly Snapshot[], policy: Policy): Previewed {
  const numbers = new Set<number>()
  const slugs = new Set<string>()
  const ending = Object.values(policy.classes).some(({ ends }) => ends === 'closed')
  for (const { tags } of ending ? snapshots : []) {
    for (const tag of tags.keys()) {
      for (const { rule, captured } of classify(tag, policy)) {
        if (rule.ends !== 'closed') continue
        if (captured.number !== undefined) numbers.add(captured.number)
        if (captured.branch !== undefined) slugs.add(captured.branch)
      }
    }
  }
  return { numbers: [...numbers].sort((a, b) => a - b), slugs }
}
