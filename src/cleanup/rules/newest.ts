import { type Ranking, rankByClock, rankByVersion, ranksByVersion } from '../ranking.ts'
import type { Hold, View } from '../view.ts'
import type { Case, TagRule } from './rule.ts'

// `keep` is a floor that no expiry undercuts (design §1). Where SemVer ranks, the tags alone tell; otherwise the
// clocks of the whole class have to be known, which is asked last.

export const newestByVersion: TagRule = {
  name: 'newest-by-version',
  holds: one => (isVersioned(one) ? held(one, 'newest') : undefined),
}

export const unrankedByVersion: TagRule = {
  name: 'unranked-by-version',
  holds: one => (isVersioned(one) ? held(one, 'unranked') : undefined),
}

export const newestByClock: TagRule = {
  name: 'newest-by-clock',
  holds: one => (isVersioned(one) ? undefined : held(one, 'newest')),
}

export const unrankedByClock: TagRule = {
  name: 'unranked-by-clock',
  holds: one => (isVersioned(one) ? undefined : held(one, 'unranked')),
}

/** `superseded` by nothing would be `at once`: a row that says so says too little to delete anything. */
export const nothingSupersedes: TagRule = {
  name: 'nothing-supersedes',
  holds: one =>
    one.expires?.kind === 'superseded' && one.match?.rule.keep === undefined
      ? hold(one, 'unranked', 'superseded needs a keep that says by how many')
      : undefined,
}

function isVersioned({ view, match }: Case): boolean {
  return match !== undefined && ranksByVersion(view.world.facts.policy.policy, match.class)
}

function held(one: Case, wanted: 'newest' | 'unranked'): Hold | 'unread' | undefined {
  const keep = one.match?.rule.keep
  if (one.match === undefined || keep === undefined) return undefined
  const ranking = rankingOf(one)
  if (ranking === 'unread') return 'unread'
  if (ranking.standing(one.node, one.match) !== wanted) return undefined
  const detail =
    wanted === 'newest'
      ? `${one.tag} is one of the ${keep.newest} newest of class ${one.match.class} per ${keep.per}`
      : `${one.tag} cannot be ranked in class ${one.match.class}`
  return hold(one, wanted, detail)
}

function hold({ view, match }: Case, because: 'newest' | 'unranked', detail: string): Hold {
  if (match === undefined) return { because, detail }
  return { because, detail, rule: view.world.rule(`classes.${match.class}.keep`), class: match.class }
}

const rankings = new WeakMap<View, Map<string, Ranking>>()

function rankingOf({ view, match }: Case): Ranking | 'unread' {
  const { class: name, rule } = match as NonNullable<Case['match']>
  const known = rankings.get(view) ?? new Map<string, Ranking>()
  rankings.set(view, known)
  const before = known.get(name)
  if (before !== undefined) return before
  const ranking = ranksByVersion(view.world.facts.policy.policy, name)
    ? rankByVersion(view, name, rule.keep as NonNullable<typeof rule.keep>)
    : rankByClock(view, name, rule)
  if (ranking !== 'unread') known.set(name, ranking)
  return ranking
}
