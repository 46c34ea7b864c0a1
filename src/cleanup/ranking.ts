import SemVer from 'semver/classes/semver.js'
import { type Instant, isForeign, type Node } from '../image/index.ts'
import {
  type ClassMatch,
  type ClassRule,
  classTemplates,
  compareVersions,
  isPrerelease,
  type Policy,
  type Version,
} from '../policy/index.ts'
import type { View } from './view.ts'

/** How the floor of a class stands in one repository. */
export interface Ranking {
  /** `unranked`: stays, and takes no place. `beyond`: the floor does not hold it. */
  readonly standing: (node: Node, match: ClassMatch) => 'newest' | 'unranked' | 'beyond'
}

/** True where SemVer ranks: some template of the class has `{semver}`. */
export function ranksByVersion(policy: Policy, name: string): boolean {
  return classTemplates(policy, name).some(({ placeholders }) => placeholders.includes('semver'))
}

/**
 * The newest by SemVer precedence, counted as digests, per repository, major or minor. Prereleases take no release's
 * place: releases are ranked among releases, a prerelease among everything. Equal versions share a place, so none of
 * them goes for another.
 */
export function rankByVersion(
  view: View,
  name: string,
  { newest, per }: NonNullable<ClassRule['keep']>,
): Ranking {
  const groups = new Map<string, { releases: Map<Node, SemVer>; all: Map<Node, SemVer> }>()
  const read = memoized(readRankable)
  const groupOf = (version: SemVer) =>
    per === 'repository' ? '' : per === 'major' ? `${version.major}` : `${version.major}.${version.minor}`
  for (const [node, match] of members(view, name)) {
    const version = read(match.captured.semver)
    if (version === undefined) continue
    const key = groupOf(version)
    const group = groups.get(key) ?? { releases: new Map(), all: new Map() }
    groups.set(key, group)
    raise(group.all, node, version)
    if (!isPrerelease(version.version)) raise(group.releases, node, version)
  }
  const compare = (a: SemVer, b: SemVer) => a.compare(b)
  const held = new Map<string, ReadonlySet<Node>>()
  for (const [key, { releases, all }] of groups) {
    held.set(key, new Set([...first(releases, newest, compare), ...first(all, newest, compare)]))
  }
  return {
    standing: (node, match) => {
      const version = read(match.captured.semver)
      if (version === undefined) return 'unranked'
      return held.get(groupOf(version))?.has(node) ? 'newest' : 'beyond'
    },
  }
}

/** The newest by clock; `unread` until the clock of each of them is known, as far as it has one. */
export function rankByClock(view: View, name: string, rule: ClassRule): Ranking | 'unread' {
  const seconds = rule.expires.kind === 'after' ? rule.expires.seconds : 0
  const clocks = new Map<Node, Instant>()
  let unread = false
  for (const [node] of members(view, name)) {
    const moment = view.clock(node, seconds)
    if (moment === 'unread') unread = true
    else if (typeof moment === 'object' && 'at' in moment) clocks.set(node, moment.at)
  }
  if (unread) return 'unread'
  const held = first(clocks, rule.keep?.newest ?? 0, (a, b) => a - b)
  return {
    standing: node => (!clocks.has(node) ? 'unranked' : held.has(node) ? 'newest' : 'beyond'),
  }
}

/** Every tag of the class. What is of another world (a chart, a build cache) takes no image's place. */
function* members(view: View, name: string): Generator<readonly [Node, ClassMatch]> {
  for (const node of view.graph.tags.keys()) {
    const manifest = view.graph.manifestOf(node)
    if (manifest !== undefined && isForeign(manifest)) continue
    for (const tag of view.graph.tags.get(node) ?? []) {
      for (const match of view.matches(tag, node)) if (match.class === name) yield [node, match]
    }
  }
}

function raise(best: Map<Node, SemVer>, node: Node, version: SemVer): void {
  const known = best.get(node)
  if (known === undefined || version.compare(known) > 0) best.set(node, version)
}

/** The first `places`, and whatever equals the last of them. */
function first<V>(
  values: ReadonlyMap<Node, V>,
  places: number,
  compare: (a: V, b: V) => number,
): ReadonlySet<Node> {
  const last = [...values.values()].sort((a, b) => compare(b, a))[places - 1]
  if (last === undefined) return new Set(places > 0 ? values.keys() : [])
  return new Set([...values].filter(([, value]) => compare(value, last) >= 0).map(([node]) => node))
}

/** Undefined for what cannot be ranked exactly. */
function readRankable(version: Version | undefined): SemVer | undefined {
  if (version === undefined || compareVersions(version, version) === undefined) return undefined
  return new SemVer(version)
}

function memoized<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return key => {
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as V
    const made = make(key)
    known.set(key, made)
    return made
  }
}
