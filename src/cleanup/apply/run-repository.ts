import { type Digest, formatReference, type Repository, registryOf, type Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { JournaledManifest } from '../journal.ts'
import { readState } from '../journal-state.ts'
import type { PlanLine } from '../plan-file.ts'
import { deleteOne } from './delete.ts'
import type { Hands } from './hands.ts'
import { lastLook } from './last-look.ts'
import { leftoversOf, namesLeft } from './leftovers.ts'
import { inOrder, prerequisites } from './prerequisites.ts'
import { relist } from './relist.ts'
import { type LineResult, type RepositoryResult, skipped } from './result.ts'
import type { FreshRepository, Judged } from './review.ts'

type Go = Extract<Judged, { state: 'go' }>

/** Deletions after which the tags are listed again (design §3). */
const relistEvery = 50
const patience = 3

/**
 * Deletes what may go of one repository: line by line, each looked at once more, its bytes and the intent on the disk
 * before the first request that changes anything. Every prefix of it leaves what is kept whole.
 */
export async function runRepository(
  repository: Repository,
  fresh: FreshRepository,
  going: readonly Go[],
  /** Lines whose head went in an earlier run; what that run left is finished. */
  finished: readonly PlanLine[],
  /** What the reviewer keeps. */
  keeps: ReadonlySet<Digest>,
  hands: Hands,
): Promise<RepositoryResult> {
  const { snapshot, graph } = fresh
  const results: LineResult[] = []
  const findings: Finding[] = []
  const gone = new Set<Digest>()
  const state = readState(hands.journal.entries)
  const bytes = new Map<Digest, JournaledManifest>()
  const waiting = new Map<Digest, Digest>()
  const tagsByDigest = invert(snapshot.tags)
  const tagsOf = (digest: Digest) => tagsByDigest.get(digest) ?? []
  const before = prerequisites(
    new Set(going.flatMap(({ line, along }) => [line.head, ...along])),
    graph,
    snapshot.missing,
  )
  const rawOf = (digest: Digest) => bytes.get(digest) ?? state.manifest(repository, digest)
  let sinceListing = 0
  let failures = 0
  let stop: string | undefined

  const mayGo = (digest: Digest) => (before.get(digest) ?? []).every(other => gone.has(other))

  const listAgain = async () => {
    sinceListing = 0
    findings.push(...(await relist({ repository, snapshot, gone, tagsOf, rawOf }, hands)))
  }

  /** True: it is gone. */
  const remove = async (digest: Digest, tags: readonly Tag[]): Promise<string | undefined> => {
    if (hands.send) {
      const deleted = await deleteOne(hands, repository, digest, tags)
      if (!deleted.gone) {
        if (deleted.scope === 'registry') {
          stop = deleted.why
          findings.push({
            rule: 'deletion-refused',
            severity: 'error',
            message: `${registryOf(repository)} refuses deletions: ${deleted.why}`,
            image: formatReference({ repository, digest }),
            ...(deleted.fix === undefined ? {} : { fix: deleted.fix }),
          })
        } else if (deleted.scope === 'unknown' && ++failures >= patience) stop = deleted.why
        return deleted.why
      }
      failures = 0
      sinceListing += 1
    }
    gone.add(digest)
    return undefined
  }

  /** What only waited for indexes and images that are gone by now. */
  const sweep = async (): Promise<readonly Digest[]> => {
    const swept: Digest[] = []
    for (const digest of inOrder([...waiting.keys()], before)) {
      const owner = waiting.get(digest)
      if (stop !== undefined || owner === undefined || !gone.has(owner) || !mayGo(digest)) continue
      const why = await remove(digest, [])
      waiting.delete(digest)
      if (why === undefined) swept.push(digest)
      else findings.push(stays(repository, digest, why))
    }
    return swept
  }

  /** Ends what an earlier run began. */
  const finish = async (lines: readonly PlanLine[]): Promise<readonly Digest[]> => {
    const known = lines.flatMap(line => state.lines.get(`${repository}@${line.head}`) ?? [])
    const swept: Digest[] = []
    for (const digest of leftoversOf(known, fresh, gone, keeps, hands.usage)) {
      if (stop !== undefined) break
      const why = await remove(digest, [])
      if (why === undefined) swept.push(digest)
      else findings.push(stays(repository, digest, why))
    }
    for (const digest of await namesLeft(known, snapshot, gone, hands.registry)) {
      gone.add(digest)
      sinceListing += 1
    }
    if (swept.length > 0) await hands.journal.record({ event: 'gone', repository, digests: swept })
    return swept
  }

  const ended = new Set(await finish(finished))
  for (const line of finished) {
    const parts = state.lines.get(`${repository}@${line.head}`)?.intent.manifests ?? []
    const digests = parts.map(({ digest }) => digest).filter(digest => ended.has(digest))
    results.push({ end: 'already-gone', line, digests })
  }

  for (const { line, tags, along, bytes: freed } of sorted(going, fresh)) {
    const spent = hands.budget.spent()
    if (stop !== undefined || spent !== undefined) {
      results.push(skipped(line, stop === undefined ? 'not-reached' : 'refused', stop ?? spent ?? ''))
      continue
    }
    if (!mayGo(line.head)) {
      results.push(skipped(line, 'needed', 'what is above it was skipped, and needs it'))
      continue
    }
    const look = await lastLook(hands, repository, line.head, tags, along, tagsOf)
    if (look.clear === false) {
      results.push(skipped(line, look.code, look.detail))
      continue
    }
    if (look.clear === 'absent') {
      results.push({ end: 'already-gone', line, digests: [] })
      continue
    }
    const { manifests } = look
    await hands.journal.record({
      event: 'intent',
      repository,
      head: line.head,
      class: line.class,
      reason: line.reason,
      manifests,
    })
    for (const manifest of manifests) bytes.set(manifest.digest, manifest)
    const why = await remove(line.head, tags)
    if (why !== undefined) {
      results.push(skipped(line, 'refused', why))
      continue
    }
    hands.budget.took()
    for (const digest of look.absent) gone.add(digest)
    for (const { digest } of manifests.slice(1)) waiting.set(digest, line.head)
    const swept = await sweep()
    await hands.journal.record({ event: 'gone', repository, digests: [line.head, ...swept] })
    const digests = [line.head, ...swept]
    results.push({ end: hands.send ? 'deleted' : 'would-delete', line, digests, bytes: freed })
    hands.progress(`${repository}: ${results.length} of ${going.length}`)
    if (sinceListing >= relistEvery) await listAgain()
  }

  // A name that outlives its image makes an interrupted line look new; its journal knows better.
  const resumed = going.flatMap(({ line }) => (gone.has(line.head) ? [line] : []))
  await finish([...finished, ...resumed])
  if (sinceListing > 0) await listAgain()
  return { repository, lines: results, gone: [...gone], findings }
}

/** Parents and images before what refers to them, as the fresh plan has it. */
function sorted(going: readonly Go[], { decisions }: FreshRepository): readonly Go[] {
  const place = new Map(decisions[0]?.order.map((head, index) => [head, index]))
  return [...going].sort((a, b) => (place.get(a.line.head) ?? 0) - (place.get(b.line.head) ?? 0))
}

function invert(tags: ReadonlyMap<Tag, Digest>): ReadonlyMap<Digest, readonly Tag[]> {
  const inverted = new Map<Digest, Tag[]>()
  for (const [tag, digest] of tags) {
    const list = inverted.get(digest)
    if (list === undefined) inverted.set(digest, [tag])
    else list.push(tag)
  }
  for (const list of inverted.values()) list.sort()
  return inverted
}

function stays(repository: Repository, digest: Digest, why: string): Finding {
  return {
    rule: 'part-stays',
    severity: 'error',
    message: `a part of a deleted image stays: ${why}; running again finishes it`,
    image: formatReference({ repository, digest }),
  }
}
