import {
  buildGraph,
  type Digest,
  follow,
  type Graph,
  isManifestType,
  type Node,
  type Snapshot,
} from '../../image/index.ts'
import type { Registry } from '../../registry/port.ts'
import type { UsageIndex } from '../in-use/index.ts'
import { type JournaledManifest, rawOf } from '../journal.ts'
import type { JournaledLine, JournalState } from '../journal-state.ts'
import type { Plan } from '../plan-file.ts'
import type { FreshRepository } from './review.ts'

/**
 * What an interrupted run left of images whose head is gone: only what our own journal names, and only what nothing in
 * the repository needs by now. The plan file is never asked.
 */
export function leftoversOf(
  lines: readonly JournaledLine[],
  { snapshot, graph }: Pick<FreshRepository, 'snapshot' | 'graph'>,
  goneNow: ReadonlySet<Digest>,
  keeps: ReadonlySet<Digest>,
  usage: UsageIndex,
): readonly Digest[] {
  if (snapshot.gaps.length > 0 || hasUnreadIndex(snapshot)) return []
  const left: Digest[] = []
  const departed = new Set<Digest>(goneNow)
  for (const { intent, gone } of lines) for (const digest of [intent.head, ...gone]) departed.add(digest)
  // Parents before children: what only a leftover needs is found in the round after it.
  for (let found = -1; found < left.length; ) {
    found = left.length
    for (const manifest of lines.flatMap(({ intent }) => intent.manifests)) {
      const { digest } = manifest
      if (departed.has(digest) || keeps.has(digest) || rawOf(manifest) === undefined) continue
      if (isUsed(manifest, usage) || isNeeded(manifest, snapshot, graph, departed)) continue
      left.push(digest)
      departed.add(digest)
    }
  }
  return left
}

/**
 * A repository as if the interrupted run had ended. Where a registry lists what has no tag, its leftovers would look
 * like images of their own and hold what they name.
 */
export function withoutLeftovers(
  snapshot: Snapshot,
  plan: Plan,
  journal: JournalState,
  usages: readonly UsageIndex[],
): Snapshot {
  if (snapshot.untagged === 'hidden') return snapshot
  const own = plan.lines.filter(line => line.repository === snapshot.repository)
  const keeps = new Set(own.flatMap(({ action, head }) => (action === 'keep' ? [head] : [])))
  const lines = own.flatMap(({ action, repository, head }) => {
    const known = journal.lines.get(`${repository}@${head}`)
    return action === 'keep' || known === undefined || snapshot.manifests.has(head) ? [] : [known]
  })
  if (lines.length === 0) return snapshot
  const graph = buildGraph(snapshot)
  const left = usages.map(usage => new Set(leftoversOf(lines, { snapshot, graph }, new Set(), keeps, usage)))
  const stays = ([digest]: readonly [Digest, unknown]) => !left.every(one => one.has(digest))
  return { ...snapshot, manifests: new Map([...snapshot.manifests].filter(stays)) }
}

/** What is gone for sure while its name is still listed, where a registry keeps names apart. */
export async function namesLeft(
  lines: readonly JournaledLine[],
  { repository, tags }: Snapshot,
  goneNow: ReadonlySet<Digest>,
  registry: Registry,
): Promise<readonly Digest[]> {
  const named = lines.flatMap(({ intent, gone }) =>
    intent.manifests.filter(
      ({ digest, tags: own }) =>
        gone.has(digest) && !goneNow.has(digest) && own.some(tag => tags.get(tag) === digest),
    ),
  )
  const absent: Digest[] = []
  for (const { digest } of named) {
    if ((await registry.digestOf(repository, digest)) === 'absent') absent.push(digest)
  }
  return absent
}

function isUsed(manifest: JournaledManifest, usage: UsageIndex): boolean {
  if (usage.byDigest(manifest.digest) !== undefined) return true
  const text = new TextDecoder().decode(rawOf(manifest)?.bytes)
  const config = /"config"\s*:\s*\{[^}]*?"digest"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  return config !== undefined && usage.byDigest(config as Digest) !== undefined
}

/** It has a tag that it had not, or something that is still here names it. */
function isNeeded(
  { digest, tags }: JournaledManifest,
  snapshot: Snapshot,
  graph: Graph,
  departed: ReadonlySet<Digest>,
): boolean {
  const node = graph.nodeOf(digest)
  if (node === undefined) return false
  for (const [tag, target] of snapshot.tags) if (target === digest && !tags.includes(tag)) return true
  const above: readonly Node[] = [...follow(graph.parents, node), ...follow(graph.subjects, node)]
  return above.some(other => {
    const named = graph.digests[other] as Digest
    return !departed.has(named) && !snapshot.missing?.has(named)
  })
}

/** An index that nobody read may name anything. */
function hasUnreadIndex({ manifests, missing }: Snapshot): boolean {
  for (const { children } of manifests.values()) {
    for (const { digest, mediaType } of children) {
      const index = isManifestType(mediaType) && /index|list/.test(mediaType)
      if (index && !manifests.has(digest) && !missing?.has(digest)) return true
    }
  }
  return false
}
