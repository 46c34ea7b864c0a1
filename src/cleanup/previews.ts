import type { Snapshot } from '../image/index.ts'
import { classify, type Policy } from '../policy/index.ts'

/** The pull requests that previews in these repositories belong to, where the policy lets them end with it. */
export function previewNumbers(snapshots: readonly Snapshot[], policy: Policy): readonly number[] {
  if (!Object.values(policy.classes).some(({ ends }) => ends === 'closed')) return []
  const numbers = new Set<number>()
  for (const { tags } of snapshots) {
    for (const tag of tags.keys()) {
      for (const { rule, captured } of classify(tag, policy)) {
        if (rule.ends === 'closed' && captured.number !== undefined) numbers.add(captured.number)
      }
    }
  }
  return [...numbers].sort((a, b) => a - b)
}
