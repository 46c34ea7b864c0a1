import type { Hold, WorldView } from '../view.ts'
import { type Case, expiryPath, type TagRule } from './rule.ts'

/** A class that never expires beats any label. */
export const neverExpires: TagRule = {
  name: 'never-expires',
  holds: one => (one.expires?.kind === 'never' ? holdOf(one) : undefined),
}

/** The same for every image of a class, and there are many of them. */
const holds = new WeakMap<WorldView, Map<string, Hold>>()

function holdOf(one: Case): Hold {
  const { world } = one.view
  const known = holds.get(world) ?? new Map<string, Hold>()
  holds.set(world, known)
  const name = one.match?.class
  const before = known.get(name ?? '')
  if (before !== undefined) return before
  const rule = world.rule(expiryPath(one))
  const hold: Hold =
    name === undefined
      ? { because: 'never-expires', detail: 'untagged images never expire here', rule }
      : { because: 'never-expires', detail: `class ${name} never expires`, rule, class: name }
  known.set(name ?? '', hold)
  return hold
}
