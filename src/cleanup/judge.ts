import type { Node, Tag } from '../image/index.ts'
import type { Clock, Fate } from './decision.ts'
import type { Case, TagRule } from './rules/index.ts'
import { momentOf } from './rules/moment.ts'
import { expiryPath } from './rules/rule.ts'
import type { Hold, View } from './view.ts'

/** Every tag of a head in each of its classes; an untagged root is one case. A tag goes only if all its cases do. */
export function casesOf(view: View, node: Node): readonly Case[] {
  const tags = view.graph.tags.get(node)
  if (tags === undefined) {
    return [{ view, node, expires: view.world.facts.policy.policy.cleanup.untagged.expires }]
  }
  // Most digests have one tag, and there may be a million of them.
  return tags.length === 1
    ? casesOfTag(view, node, tags[0] as Tag)
    : tags.flatMap(tag => casesOfTag(view, node, tag))
}

export function casesOfTag(view: View, node: Node, tag: Tag): readonly Case[] {
  const matches = view.matches(tag, node)
  if (matches.length === 0) return [{ view, node, tag }]
  return matches.map(match => ({ view, node, tag, match, expires: match.rule.expires }))
}

/** The first reason that keeps one of the cases. `unread` only if none keeps and something is still to be read. */
export function holdOf(cases: readonly Case[], rules: readonly TagRule[]): Hold | 'unread' | undefined {
  let unread = false
  for (const rule of rules) {
    for (const one of cases) {
      const hold = rule.holds(one)
      if (hold === 'unread') unread = true
      else if (hold !== undefined) return hold
    }
  }
  return unread ? 'unread' : undefined
}

/** Why a head goes that nothing holds: its case that held out longest. */
export function reasonOf(cases: readonly Case[]): Pick<Extract<Fate, { goes: true }>, 'because' | 'rule'> & {
  readonly clock?: Clock
  readonly class?: string
} {
  let last: Case | undefined
  let clock: Clock | undefined
  for (const one of cases) {
    const moment = momentOf(one)
    const at = typeof moment === 'object' && 'at' in moment ? moment : undefined
    if (last === undefined || (at?.at ?? 0) > (clock?.at ?? 0)) {
      last = one
      clock = at
    }
  }
  const decisive = last as Case
  const path = isEnd(clock) ? `classes.${decisive.match?.class}.ends` : expiryPath(decisive)
  return {
    because: becauseOf(decisive, clock),
    rule: decisive.view.world.rule(path),
    ...(clock === undefined ? {} : { clock }),
    ...(decisive.match === undefined ? {} : { class: decisive.match.class }),
  }
}

function becauseOf(
  { tag, expires }: Case,
  clock: Clock | undefined,
): Extract<Fate, { goes: true }>['because'] {
  if (tag === undefined) return 'untagged'
  if (expires?.kind === 'superseded') return 'superseded'
  return isEnd(clock) ? 'ended' : 'expired'
}

function isEnd(clock: Clock | undefined): boolean {
  return clock?.source === 'pull-request-closed' || clock?.source === 'branch-deleted'
}
