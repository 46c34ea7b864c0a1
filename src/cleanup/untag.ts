import { type Node, registryOf, type Tag } from '../image/index.ts'
import { casesOfTag, holdOf } from './judge.ts'
import type { Rules } from './rules/index.ts'
import type { View } from './view.ts'

/**
 * The tags of a kept image that, judged alone, go: only where the policy allows native tag deletion, and only if the
 * image stays for another tag or for an index that needs it. What runs or what somebody asked to keep loses no name.
 */
export function untaggable(view: View, node: Node, rules: Rules): readonly Tag[] {
  const { untag } = view.world.facts.policy.policy.cleanup
  const hold = view.kept.get(node)
  if (hold === undefined || !untag.includes(registryOf(view.repository)) || view.held.length > 0) return []
  if (hold.class === undefined && hold.because !== 'shared' && hold.because !== 'no-class') return []
  if (rules.heads.some(rule => rule.holds(view, node) !== undefined)) return []
  const judged = [...rules.names, ...rules.clocks]
  return (view.graph.tags.get(node) ?? []).filter(
    tag => holdOf(casesOfTag(view, node, tag), judged) === undefined,
  )
}
