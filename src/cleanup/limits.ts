import type { Node } from '../image/index.ts'
import { casesOf, reasonOf } from './judge.ts'
import { candidates, keep, spread } from './keep.ts'
import type { Rules } from './rules/index.ts'
import type { Hold, View } from './view.ts'

/** How much may go at once, by name; a bound that a policy or a slip cannot pass. */
export interface Limit {
  readonly name: string
  readonly apply: (views: readonly View[], rules: Rules) => void
}

/** At most so much of a repository's tagged digests; what has waited longest goes first. */
export const share: Limit = {
  name: 'share',
  apply: (views, rules) => {
    for (const view of views) {
      const { share: most } = limitsOf(view)
      const allowed = Math.floor(most * view.graph.tags.size)
      const tagged = longestWaiting([view]).filter(({ node }) => view.graph.tags.has(node))
      const detail = `only ${Math.round(most * 100)} % of a repository's tagged images go at once (${allowed} of ${view.graph.tags.size})`
      for (const { node } of tagged.slice(allowed)) keep(view, node, held(view, 'share', detail))
      spread(view, rules)
    }
  },
}

/** A repository never loses its last image. */
export const lastImage: Limit = {
  name: 'last-image',
  apply: (views, rules) => {
    for (const view of views) {
      const going = longestWaiting([view])
      const tagged = going.filter(({ node }) => view.graph.tags.has(node))
      const all = view.graph.tags.size > 0 ? tagged : going
      const last = all.at(-1)
      if (last === undefined || all.length < (view.graph.tags.size || view.heads.length)) continue
      const detail = 'it would be the last image of the repository to go'
      keep(view, last.node, { because: 'last-image', detail })
      spread(view, rules)
    }
  },
}

/** At most so many images in one plan, over all repositories. */
export const deletions: Limit = {
  name: 'deletions',
  apply: (views, rules) => {
    const first = views[0]
    if (first === undefined) return
    const most = limitsOf(first).deletions
    const detail = `only ${most} images go at once`
    for (const { view, node } of longestWaiting(views).slice(most)) {
      keep(view, node, held(view, 'deletions', detail))
    }
    for (const view of views) spread(view, rules)
  },
}

export const limits: readonly Limit[] = [share, deletions, lastImage]

interface Waiting {
  readonly view: View
  readonly node: Node
  readonly since: number
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

function limitsOf(view: View) {
  return view.world.facts.policy.policy.cleanup.limits
}

function held(view: View, limit: 'share' | 'deletions', detail: string): Hold {
  return { because: 'limit', detail, rule: view.world.rule(`cleanup.limits.${limit}`) }
}
