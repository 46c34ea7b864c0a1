import {
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
import type { JournaledLine } from '../journal-state.ts'
import type { FreshRepository } from './review.ts'

/**
 * What an interrupted run left of an image whose head is gone: only what our own journal names, and only what nothing
 * in the repository needs by now. The plan file is never asked.
 */
export function leftoversOf(
  { intent, gone }: JournaledLine,
  { snapshot, graph, decisions }: FreshRepository,
  goneNow: ReadonlySet<Digest>,
  keeps: ReadonlySet<Digest>,
  usage: UsageIndex,
): readonly Digest[] {
  if (decisions.some(({ held }) => held.length > 0) || hasUnreadIndex(snapshot)) return []
  const left: Digest[] = []
  const departed = new Set<Digest>([intent.head, ...gone, ...goneNow])
  // Parents before children: what only a leftover needs is found in the round after it.
  for (let found = -1; found < left.length; ) {
    found = left.length
    for (const manifest of intent.manifests) {
      const { digest } = manifest
      if (departed.has(digest) || keeps.has(digest) || rawOf(manifest) === undefined) continue
      if (isUsed(manifest, usage) || isNeeded(manifest, snapshot, graph, departed)) continue
      left.push(digest)
      departed.add(digest)
    }
  }
  return left
}

/** What is gone for sure while its name is still listed, where a registry keeps names apart. */
export async function namesLeft(
  { intent, gone }: JournaledLine,
  { tags }: Snapshot,
  registry: Registry,
): Promise<readonly Digest[]> {
  const named = intent.manifests
    .filter(({ digest, tags: own }) => gone.has(digest) && own.some(tag => tags.get(tag) === digest))
    .map(({ digest }) => digest)
  const absent: Digest[] = []
  for (const digest of named) {
    if ((await registry.digestOf(intent.repository, digest)) === 'absent') absent.push(digest)
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
