import type { Node } from '../image/index.ts'
import { count } from './amount.ts'
import { casesOf, reasonOf } from './judge.ts'
import { candidates, keep, spread } from './keep.ts'
import type { Rules } from './rules/index.ts'
import type { Hold, View } from './view.ts'

/** How much may go at once, by name; a bound that a policy or a slip cannot pass. */
export interface Limit {
  readonly name: string
  /** Keeps what is too much of `waiting`: everything that would go, longest waiting first. */
  readonly apply: (waiting: readonly Waiting[]) => void
}

export interface Waiting {
  readonly view: View
  readonly node: Node
  readonly since: number
}

/** At most so much of a repository's tagged digests; what has waited longest goes first. */
export const share: Limit = {
  name: 'share',
  apply: waiting => {
    for (const [view, going] of byView(waiting)) {
      const { share: most } = limitsOf(view)
      const allowed = Math.floor(most * view.graph.tags.size)
      const tagged = going.filter(node => view.graph.tags.has(node))
      if (tagged.length <= allowed) continue
      const detail = `only ${Math.round(most * 100)} % of a repository's tagged images go at once (${allowed} of ${view.graph.tags.size})`
      const hold = held(view, 'share', detail)
      for (const node of tagged.slice(allowed)) keep(view, node, hold)
    }
  },
}

/** A repository never loses its last image. */
export const lastImage: Limit = {
  name: 'last-image',
  apply: waiting => {
    for (const [view, going] of byView(waiting)) {
      const tagged = going.filter(node => view.graph.tags.has(node))
      const all = view.graph.tags.size > 0 ? tagged : going
      const last = all.at(-1)
      if (last === undefined || all.length < (view.graph.tags.size || view.heads.length)) continue
      keep(view, last, {
        because: 'last-image',
        detail: 'it would be the last image of the repository to go',
      })
    }
  },
}

/** At most so many images in one plan, over all repositories. */
export const deletions: Limit = {
  name: 'deletions',
  apply: waiting => {
    const first = waiting[0]
    if (first === undefined) return
    const most = limitsOf(first.view).deletions
    const hold = held(first.view, 'deletions', `at most ${count(most, 'image')} at once`)
    for (const { view, node } of waiting.slice(most)) keep(view, node, hold)
  },
}

export const limits: readonly Limit[] = [share, deletions, lastImage]

/** Each limit in turn, on what the ones before have left. */
export function applyLimits(views: readonly View[], chosen: readonly Limit[], rules: Rules): void {
  if (chosen.length === 0) return
  let waiting = longestWaiting(views)
  for (const limit of chosen) {
    limit.apply(waiting)
    for (const view of views) spread(view, rules)
    waiting = waiting.filter(({ view, node }) => !view.kept.has(node))
  }
}

/** What would go, longest expired first; what needed no clock comes last. Ties by name, so that every run agrees. */
function longestWaiting(views: readonly View[]): readonly Waiting[] {
  const waiting = views.flatMap(view =>
    candidates(view).map(node => ({
      view,
      node,
      since: reasonOf(casesOf(view, node)).clock?.at ?? Number.MAX_SAFE_INTEGER,
    })),
  )
  // Views and nodes already ascend, and the sort is stable.
  return waiting.sort((a, b) => a.since - b.since)
}

function byView(waiting: readonly Waiting[]): ReadonlyMap<View, readonly Node[]> {
  const views = new Map<View, Node[]>()
  for (const { view, node } of waiting) {
    const known = views.get(view)
    if (known === undefined) views.set(view, [node])
    else known.push(node)
  }
  return views
}

function limitsOf(view: View) {
  return view.world.facts.policy.policy.cleanup.limits
}

function held(view: View, limit: 'share' | 'deletions', detail: string): Hold {
  return { because: 'limit', detail, rule: view.world.rule(`cleanup.limits.${limit}`) }
}
