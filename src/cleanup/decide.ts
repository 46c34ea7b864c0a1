import type { Gap, Node, Repository, Snapshot, Wants } from '../image/index.ts'
import { candidateBases, keepBases } from './bases.ts'
import type { Decision, Needs } from './decision.ts'
import { freedBy } from './freed.ts'
import { casesOf, holdOf } from './judge.ts'
import { candidates, keep, spread } from './keep.ts'
import { applyLimits, limits as everyLimit, type Limit } from './limits.ts'
import { deletionsOf } from './order.ts'
import { rules as everyRule, type HeadRule, type Rules } from './rules/index.ts'
import { untagsOf, untagsWithin } from './untag.ts'
import { decided } from './verdict.ts'
import { type Facts, type Hold, type View, viewOf, type WorldView, worldOf } from './view.ts'
import { brokenNesting, wantPlatforms, wantWhole } from './whole.ts'

/** What stands between images and their deletion; tests leave out one thing at a time. */
export interface Safety {
  readonly rules: Rules
  readonly limits: readonly Limit[]
  /** Why nothing of a repository may go. */
  readonly gaps: (snapshot: Snapshot, world: WorldView) => readonly Gap[]
  readonly bases: typeof keepBases
}

export const safety: Safety = { rules: everyRule, limits: everyLimit, gaps: gapsOf, bases: keepBases }

/**
 * What goes and what stays of every image, each with one reason; or what has to be read before that can be said.
 * Everything is a candidate until something holds it: cheap reasons first, so that little has to be read.
 */
export function decide(facts: Facts, { rules, limits, gaps, bases }: Safety = safety): Decision | Needs {
  const world = worldOf(facts)
  const views = [...facts.snapshots]
    .sort((a, b) => (a.repository < b.repository ? -1 : 1))
    .map(snapshot => viewOf(snapshot, world, gaps(snapshot, world)))

  for (const view of views) holdAll(view)
  for (const view of open(views)) keepByName(view, rules)
  for (const view of open(views)) keepByClock(view, rules)
  if (wanting(views)) return needs(views)

  for (const view of open(views)) wantWhole(view)
  for (const view of open(views)) untagsOf(view, rules)
  if (wanting(views)) return needs(views)

  const found = candidateBases(views)
  if (found.size > 0) for (const view of views) wantPlatforms(view)
  if (wanting(views)) return needs(views)

  bases(views, found, rules)
  applyLimits(open(views), limits, rules)
  // What a limit keeps was built on something too.
  bases(views, found, rules)
  const broken = open(views).filter(view => brokenNesting(view) !== undefined)
  if (broken.length > 0) return decide(withGaps(facts, broken), { rules, limits, gaps, bases })

  const plans = new Map(views.map(view => [view, deletionsOf(view)]))
  const freed = freedBy(plans)
  const loses = new Map(open(views).map(view => [view, untagsOf(view, rules)]))
  const untags = untagsWithin(limits, loses, view => (plans.get(view) ?? []).map(({ head }) => head))
  return {
    repositories: views.map(view => decided(view, plans.get(view) ?? [], freed, untags.get(view))),
  }
}

/** A gap in what was read, or in what is known to run, holds the repository. */
function gapsOf(snapshot: Snapshot, { facts }: WorldView): readonly Gap[] {
  return [...facts.usage.gaps, ...snapshot.gaps]
}

function open(views: readonly View[]): readonly View[] {
  return views.filter(({ held }) => held.length === 0)
}

function holdAll(view: View): void {
  const gap = view.held[0]
  if (gap === undefined) return
  const more = view.held.length > 1 ? `, and ${view.held.length - 1} more` : ''
  const hold: Hold = { because: 'held', detail: `${gap.about}: ${gap.why}${more}` }
  view.graph.digests.forEach((_, node) => {
    view.kept.set(node, hold)
  })
}

function keepByName(view: View, rules: Rules): void {
  view.graph.digests.forEach((_, node) => {
    const hold = firstOf(rules.roots, view, node)
    if (hold !== undefined) keep(view, node, hold)
  })
  for (const node of candidates(view)) {
    const hold = holdOf(casesOf(view, node), rules.names)
    if (hold !== undefined && hold !== 'unread') keep(view, node, hold)
  }
  spread(view, rules)
}

function keepByClock(view: View, rules: Rules): void {
  for (const node of candidates(view)) {
    const hold = holdOf(casesOf(view, node), rules.clocks) ?? firstOf(rules.heads, view, node)
    if (hold !== undefined && hold !== 'unread') keep(view, node, hold)
  }
  spread(view, rules)
}

function firstOf(rules: readonly HeadRule[], view: View, node: Node): Hold | undefined {
  for (const rule of rules) {
    const hold = rule.holds(view, node)
    if (hold !== undefined) return hold
  }
  return undefined
}

function wanting(views: readonly View[]): boolean {
  return views.some(({ wants }) => wants.manifests.size + wants.configs.size + wants.referrers.size > 0)
}

function needs(views: readonly View[]): Needs {
  const wants = views
    .filter(view => wanting([view]))
    .map(({ repository, wants: { manifests, configs, referrers } }): [Repository, Wants] => [
      repository,
      { manifests: [...manifests].sort(), configs: [...configs].sort(), referrers: [...referrers].sort() },
    ])
  return { wants: new Map(wants) }
}

function withGaps(facts: Facts, broken: readonly View[]): Facts {
  const gaps = new Map(broken.map(view => [view.snapshot, brokenNesting(view)]))
  return {
    ...facts,
    snapshots: facts.snapshots.map(snapshot => {
      const gap = gaps.get(snapshot)
      return gap === undefined ? snapshot : { ...snapshot, gaps: [...snapshot.gaps, gap] }
    }),
  }
}
