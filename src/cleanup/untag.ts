import { type Digest, follow, type Node, registryOf, type Tag } from '../image/index.ts'
import type { Untag } from './decision.ts'
import { casesOfTag, holdOf, reasonOf } from './judge.ts'
import { deletions, type Limit, share } from './limits.ts'
import type { Rules } from './rules/index.ts'
import { keptByReviewer } from './rules/reviewed.ts'
import type { View } from './view.ts'

type Name = Untag['by']

/** What images lose without going themselves, by head. */
export type Untags = ReadonlyMap<Node, Untag>

/**
 * The tags of kept images that, judged alone, go: only on hosts of which the policy says so, and never the last name.
 * An image without a tag is at the mercy of its registry, so another tag has to stay for its own sake, on the image or
 * on an index that names it. What runs and what somebody asked to keep loses no name.
 *
 * Asks for clocks and platforms that only this needs, as every rule does; until they are read, a tag stays.
 */
export function untagsOf(view: View, rules: Rules): Untags {
  const found = new Map<Node, Untag>()
  if (!view.world.facts.policy.policy.cleanup.untag.includes(registryOf(view.repository))) return found
  if (view.held.length > 0) return found
  const names = new Map<Node, Name | undefined>()
  for (const node of view.heads) {
    if (!view.kept.has(node) || isHeld(view, node, rules)) continue
    const tags = (view.graph.tags.get(node) ?? []).filter(tag => judge(view, node, tag, rules) === 'goes')
    const by = tags.length === 0 ? undefined : nameThatStays(view, node, rules, names)
    if (by === undefined || wantParts(view, node)) continue
    const reason = reasonOf(tags.flatMap(tag => casesOfTag(view, node, tag)))
    found.set(node, { tags: [...tags].sort(), ...reason, by })
  }
  return found
}

/** What limits leave of them: a line is a line, whether an image goes or a name, and images come first. */
export function untagsWithin(
  limits: readonly Limit[],
  all: ReadonlyMap<View, Untags>,
  going: (view: View) => readonly Node[],
): ReadonlyMap<View, Untags> {
  const total = [...all.keys()].reduce((sum, view) => sum + going(view).length, 0)
  const waiting = [...all]
    .flatMap(([view, untags]) => [...untags].map(([node, untag]) => ({ view, node, untag })))
    .sort((a, b) => sinceOf(a.untag) - sinceOf(b.untag))
  const kept = new Map([...all.keys()].map(view => [view, new Map<Node, Untag>()]))
  let taken = 0
  for (const { view, node, untag } of waiting) {
    const bounds = view.world.facts.policy.policy.cleanup.limits
    const own = kept.get(view) as Map<Node, Untag>
    const tagged = going(view).filter(head => view.graph.tags.has(head)).length
    if (limits.includes(deletions) && total + taken >= bounds.deletions) break
    if (limits.includes(share) && tagged + own.size >= Math.floor(bounds.share * view.graph.tags.size))
      continue
    own.set(node, untag)
    taken++
  }
  return kept
}

function sinceOf({ clock }: Untag): number {
  return clock?.at ?? Number.MAX_SAFE_INTEGER
}

/** A reason to keep that is not a tag's own: all its names stay with it. */
function isHeld(view: View, node: Node, { roots, heads }: Rules): boolean {
  const digest = view.graph.digests[node] as Digest
  const mayLose = view.world.mayLoseTags.get(view.repository)?.has(digest) === true
  return [...roots, ...heads].some(
    rule => !(mayLose && rule === keptByReviewer) && rule.holds(view, node) !== undefined,
  )
}

/** What runs may be named by the config of a platform: true if one is not read yet. */
function wantParts({ graph, snapshot, wants }: View, node: Node): boolean {
  let isOpen = false
  const seen = new Set<Node>([node])
  for (const part of seen) {
    for (const child of follow(graph.children, part)) seen.add(child)
    const digest = graph.digests[part] as Digest
    if (snapshot.manifests.has(digest) || snapshot.missing?.has(digest) === true) continue
    wants.manifests.add(digest)
    isOpen = true
  }
  return isOpen
}

function judge(view: View, node: Node, tag: Tag, { names, clocks }: Rules): 'goes' | 'stays' | 'unread' {
  const cases = casesOfTag(view, node, tag)
  // Names first: most tags need no clock to stay.
  const hold = holdOf(cases, names) ?? holdOf(cases, clocks)
  return hold === undefined ? 'goes' : hold === 'unread' ? 'unread' : 'stays'
}

/** A tag that stays for its own sake, here or above; whatever else holds an image has no part in it. */
function nameThatStays(
  view: View,
  node: Node,
  rules: Rules,
  known: Map<Node, Name | undefined>,
): Name | undefined {
  const seen = new Set<Node>([node])
  // A Set hands out what is added while it is walked, so this climbs to the top.
  for (const at of seen) {
    if (!known.has(at)) {
      const tag = (view.graph.tags.get(at) ?? []).find(one => judge(view, at, one, rules) === 'stays')
      known.set(at, tag === undefined ? undefined : { tag, digest: view.graph.digests[at] as Digest })
    }
    const name = known.get(at)
    if (name !== undefined) return name
    for (const parent of follow(view.graph.parents, at)) {
      if (view.graph.manifestOf(parent)?.kind === 'index') seen.add(parent)
    }
  }
  return undefined
}
