import {
  type Digest,
  follow,
  type Graph,
  isManifestType,
  type Node,
  type Snapshot,
} from '../../image/index.ts'
import type { UsageIndex } from '../in-use/index.ts'
import { type JournaledManifest, rawOf } from '../journal.ts'
import type { JournaledLine } from '../journal-state.ts'
import type { FreshRepository } from './review.ts'

/**
 * What an interrupted run left of an image whose head is gone: only what our own journal names, and only what nothing
 * in the repository needs by now. The plan file is never asked.
 */
export function leftoversOf(
  { intent, gone }: JournaledLine,
  { snapshot, graph, decisions }: FreshRepository,
  usage: UsageIndex,
): readonly Digest[] {
  if (decisions.some(({ held }) => held.length > 0) || hasUnreadIndex(snapshot)) return []
  const left: Digest[] = []
  const departed = new Set<Digest>([intent.head, ...gone])
  for (const manifest of intent.manifests) {
    const { digest } = manifest
    if (departed.has(digest) || rawOf(manifest) === undefined) continue
    if (isUsed(manifest, usage) || isNeeded(manifest, snapshot, graph, departed)) continue
    left.push(digest)
    departed.add(digest)
  }
  return left
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
