import {
  buildGraph,
  type Digest,
  follow,
  type Graph,
  isManifestType,
  type Manifest,
  type Node,
  type Snapshot,
  type Wants,
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
  if (snapshot.gaps.length > 0 || unreadIndexes(snapshot).length > 0) return []
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
  const lines = interrupted(snapshot, plan, journal)
  if (lines.length === 0) return snapshot
  const keeps = new Set(
    plan.lines.flatMap(({ action, repository, head }) =>
      action === 'keep' && repository === snapshot.repository ? [head] : [],
    ),
  )
  const graph = buildGraph(snapshot)
  const left = usages.map(usage => new Set(leftoversOf(lines, { snapshot, graph }, new Set(), keeps, usage)))
  const departed = new Set([...(left[0] ?? [])].filter(digest => left.every(one => one.has(digest))))
  for (const { intent, gone } of lines) {
    for (const digest of [intent.head, ...gone]) if (!snapshot.manifests.has(digest)) departed.add(digest)
  }
  const manifests = new Map<Digest, Manifest>()
  for (const [digest, manifest] of snapshot.manifests) {
    if (departed.has(digest)) continue
    const { subject, ...other } = manifest
    // Its subject did not live elsewhere: it was here, and we took it.
    manifests.set(digest, subject !== undefined && departed.has(subject) ? other : manifest)
  }
  return { ...snapshot, manifests, missing: new Set([...(snapshot.missing ?? []), ...departed]) }
}

/**
 * Where an interrupted run may have left something: with the heads that it took asked for, since what refers to them
 * goes only if they are gone for sure, and with every index read that another one names, since any of them may need what
 * was left. What cannot be read becomes a gap, and then nothing is a leftover.
 */
export async function readInterrupted(
  snapshot: Snapshot,
  plan: Plan,
  journal: JournalState,
  extend: (snapshot: Snapshot, wants: Wants) => Promise<Snapshot>,
): Promise<Snapshot> {
  const heads = interrupted(snapshot, plan, journal).map(({ intent }) => intent.head)
  if (heads.length === 0) return snapshot
  let whole = snapshot
  for (let open = [...heads, ...unreadIndexes(whole)]; open.length > 0; open = unreadIndexes(whole)) {
    whole = await extend(whole, { manifests: open, configs: [], referrers: [] })
    if (whole.gaps.length > 0) break
  }
  return whole
}

/** Lines whose head our own journal has taken away. */
function interrupted(
  { repository, manifests }: Snapshot,
  plan: Plan,
  journal: JournalState,
): readonly JournaledLine[] {
  return plan.lines.flatMap(line => {
    const known = journal.lines.get(`${line.repository}@${line.head}`)
    const gone = line.repository === repository && line.action !== 'keep' && !manifests.has(line.head)
    return gone && known !== undefined ? [known] : []
  })
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
function unreadIndexes({ manifests, missing }: Snapshot): Digest[] {
  const unread = new Set<Digest>()
  for (const { children } of manifests.values()) {
    for (const { digest, mediaType } of children) {
      const index = isManifestType(mediaType) && /index|list/.test(mediaType)
      if (index && !manifests.has(digest) && !missing?.has(digest)) unread.add(digest)
    }
  }
  return [...unread]
}
