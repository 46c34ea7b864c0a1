import {
  buildGraph,
  createdOf,
  type Digest,
  earliest,
  expireAtOf,
  follow,
  type Gap,
  type Graph,
  type Instant,
  latest,
  type Node,
  type PerNode,
  perNode,
  type Repository,
  type Snapshot,
  sourceOf,
  type Tag,
  type Want,
} from '../image/index.ts'
import { type ClassMatch, classify, type LoadedPolicy, type Policy, type Seconds } from '../policy/index.ts'
import type { Clock, KeptBecause, RuleSource } from './decision.ts'
import { indexUsage, type Usage, type UsageIndex } from './in-use/index.ts'

/** What a decision is made from. Nothing else is asked: no clock, no environment, no registry. */
export interface Facts {
  readonly snapshots: readonly Snapshot[]
  readonly usage: Usage
  readonly policy: LoadedPolicy
  readonly now: Instant
  /** What a reviewer said to keep: heads that are roots, and lose no tag unless it is said. */
  readonly kept: readonly {
    readonly repository: Repository
    readonly head: Digest
    readonly mayLoseTags?: boolean
  }[]
  readonly closed?: ClosedRequests
}

/**
 * Which pull requests are closed and which branches are gone; only classes with `ends: closed` ask. What is not in it
 * is open or there, or nobody could say: then its preview waits for its clock. Numbers and branches mean something in
 * one project only, so a preview counts only if its source label names that project.
 */
export interface ClosedRequests {
  /** `acme/app`, as in the address of the project. */
  readonly project: string
  /** By number: since when. */
  readonly at: ReadonlyMap<number, Instant>
  /** By what a tag says of the branch: since when. */
  readonly branches: ReadonlyMap<string, Instant>
}

/** Why a node stays. */
export interface Hold {
  readonly because: KeptBecause
  readonly detail: string
  readonly rule?: RuleSource
  readonly clock?: Clock
  readonly class?: string
}

/** One repository while it is being decided. `kept` only grows. */
export interface View {
  readonly repository: Repository
  readonly snapshot: Snapshot
  readonly graph: Graph
  readonly world: WorldView
  /** Why nothing of the repository goes; empty: it may. */
  readonly held: readonly Gap[]
  /** Digests with a tag that names an image, and untagged roots; ascending. */
  readonly heads: readonly Node[]
  readonly kept: PerNode<Hold>
  /** Kept, and what it reaches is not kept yet. */
  readonly fresh: Node[]
  readonly wants: {
    readonly manifests: Set<Digest>
    readonly configs: Set<Digest>
    readonly referrers: Set<Digest>
  }
  readonly matches: (tag: Tag, node: Node) => readonly ClassMatch[]
  readonly clock: (node: Node, after: Seconds) => Moment
  /** The project that an image says it was built from: `acme/app`. */
  readonly project: (node: Node) => string | undefined | 'unread'
}

/** What is the same for every repository. */
export interface WorldView {
  readonly facts: Facts
  readonly usage: UsageIndex
  readonly reviewed: ReadonlyMap<Repository, ReadonlySet<Digest>>
  readonly mayLoseTags: ReadonlyMap<Repository, ReadonlySet<Digest>>
  readonly rule: (path: string) => RuleSource
}

/** When an image may go, or why nobody can tell. */
export type Moment = Clock | { readonly absurd: string; readonly why: string } | 'none' | 'unread'

export function worldOf(facts: Facts): WorldView {
  const sources = new Map<string, RuleSource>()
  return {
    facts,
    usage: indexUsage(facts.usage.uses),
    reviewed: byRepository(facts.kept),
    mayLoseTags: byRepository(facts.kept.filter(head => head.mayLoseTags === true)),
    rule: path => {
      const known = sources.get(path)
      if (known !== undefined) return known
      const location = facts.policy.where(path)
      const source: RuleSource = location === undefined ? { path } : { path, location }
      sources.set(path, source)
      return source
    },
  }
}

function byRepository(kept: Facts['kept']): ReadonlyMap<Repository, ReadonlySet<Digest>> {
  const heads = new Map<Repository, Set<Digest>>()
  for (const { repository, head } of kept) {
    const known = heads.get(repository)
    if (known === undefined) heads.set(repository, new Set([head]))
    else known.add(head)
  }
  return heads
}

export function viewOf(snapshot: Snapshot, world: WorldView, held: readonly Gap[]): View {
  const graph = buildGraph(snapshot)
  const wants = { manifests: new Set<Digest>(), configs: new Set<Digest>(), referrers: new Set<Digest>() }
  const want: Want = {
    manifest: digest => wants.manifests.add(digest),
    config: digest => wants.configs.add(digest),
  }
  return {
    repository: snapshot.repository,
    snapshot,
    graph,
    world,
    held,
    heads: headsOf(snapshot, graph),
    kept: perNode(graph.digests.length),
    fresh: [],
    wants,
    matches: matchesOf(world.facts.policy.policy, graph),
    clock: clockOf(snapshot, graph, world.facts, want),
    project: node => {
      const source = sourceOf(snapshot, graph.digests[node] as Digest, want)
      return source === undefined || source === 'unread' ? source : projectOf(source)
    },
  }
}

/** Asked for every tag several times. What captures nothing that cleanup looks at is the same for all tags of a class. */
function matchesOf(policy: Policy, graph: Graph): View['matches'] {
  // By node where it has one tag, as nearly all have.
  const alone = perNode<readonly ClassMatch[]>(graph.digests.length)
  const known = new Map<Tag, readonly ClassMatch[]>()
  const plain = new Map<string, readonly ClassMatch[]>()
  return (tag, node) => {
    const tags = graph.tags.get(node)
    const single = tags?.length === 1 && tags[0] === tag
    const before = single ? alone.get(node) : known.get(tag)
    if (before !== undefined) return before
    const found = classify(tag, policy)
    const [only] = found
    let matches = found
    if (only !== undefined && found.length === 1 && isPlain(only)) {
      const name = `${only.class} ${only.template}`
      matches = plain.get(name) ?? found
      plain.set(name, matches)
    }
    if (single) alone.set(node, matches)
    else known.set(tag, matches)
    return matches
  }
}

function isPlain({ captured, rule }: ClassMatch): boolean {
  const endless = captured.number === undefined && captured.branch === undefined
  return captured.semver === undefined && (endless || rule.ends === undefined)
}

function headsOf(snapshot: Snapshot, graph: Graph): readonly Node[] {
  const tagged = [...graph.tags.keys()]
  if (snapshot.untagged === 'hidden') return tagged.sort((a, b) => a - b)
  const untagged = [...snapshot.manifests.keys()]
    .map(digest => graph.nodeOf(digest) as Node)
    .filter(node => !graph.tags.has(node) && !graph.metadataTags.has(node) && isRoot(graph, node))
  return [...tagged, ...untagged].sort((a, b) => a - b)
}

/** Nothing names it and it names no subject: without a tag, nobody finds it but by its digest. */
function isRoot(graph: Graph, node: Node): boolean {
  return (
    follow(graph.parents, node).length === 0 &&
    follow(graph.subjects, node).length === 0 &&
    !graph.orphans.has(node)
  )
}

/** `expire_at`, then the registry's push time, then the build date, as far down as the policy allows (design §1). */
function clockOf(snapshot: Snapshot, graph: Graph, facts: Facts, want: Want): View['clock'] {
  const lowest = facts.policy.policy.cleanup.clock
  const labels = perNode<ReturnType<typeof expireAtOf>>(graph.digests.length)
  let dates: PerNode<ReturnType<typeof createdOf>> | undefined
  return (node, after) => {
    const digest = graph.digests[node] as Digest
    const label = labels.get(node) ?? expireAtOf(snapshot, digest, want)
    labels.set(node, label)
    if (label !== 'none' || lowest === 'label') return label
    const pushed = pushTime(snapshot, digest)
    if (pushed !== undefined) return { at: pushed + after, source: 'push' }
    if (lowest === 'push') return 'none'
    dates ??= perNode(graph.digests.length)
    const created = dates.get(node) ?? createdOf(snapshot, digest, facts.now, want)
    dates.set(node, created)
    return typeof created === 'object' && 'at' in created
      ? { at: created.at + after, source: 'created' }
      : created
  }
}

/** `https://github.com/acme/app.git` is the project `acme/app`. */
function projectOf(source: string): string | undefined {
  const path = /^[a-z+]+:\/\/[^/]+\/(.+?)(?:\.git)?\/?$/.exec(source)?.[1]
  return path?.toLowerCase()
}

/** The registry's push time where it has one that can be true. */
export function pushTime(snapshot: Snapshot, digest: Digest): Instant | undefined {
  const pushed = snapshot.pushed.get(digest)
  return pushed === undefined || pushed < earliest || pushed > latest ? undefined : pushed
}

/** `v1.2.0`, or the start of the digest: how people find an image. */
export function nameOf(view: View, node: Node): string {
  const tag = view.graph.tags.get(node)?.[0] ?? view.graph.metadataTags.get(node)?.[0]
  return tag ?? (view.graph.digests[node] as Digest).slice(0, 19)
}
