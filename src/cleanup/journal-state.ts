import type { Digest, Repository, Tag } from '../image/index.ts'
import type { JournalEntry, JournaledManifest } from './journal.ts'
import type { PlanId } from './plan-file.ts'

type Mutable = { intent: Intent; plan: PlanId | undefined; gone: Set<Digest>; restored: boolean }
type Intent = Extract<JournalEntry, { event: 'intent' }>

/** What the journal knows of one image that apply went for. */
export interface JournaledLine {
  readonly intent: Intent
  /** The plan that it stood in. */
  readonly plan: PlanId | undefined
  /** Digests that are known to be gone; of an untag its head, once the tag is known to be gone and the image is not. */
  readonly gone: ReadonlySet<Digest>
  /** Restored since: the same plan must not go for it again, for that would undo what a person did. */
  readonly restored: boolean
}

/** The latest word on every image that was to go, on every tag that was to go alone, and on every manifest. */
export interface JournalState {
  /** By `lineName`. */
  readonly lines: ReadonlyMap<string, JournaledLine>
  manifest(repository: Repository, digest: Digest): JournaledManifest | undefined
}

/** How the journal knows what a line was about: an image, or one tag of an image that stays. */
export function lineName(repository: Repository, head: Digest, tag?: Tag): string {
  return tag === undefined ? `${repository}@${head}` : `${repository}:${tag}@${head}`
}

export function readState(entries: readonly JournalEntry[]): JournalState {
  const lines = new Map<string, Mutable>()
  let plan: PlanId | undefined
  const byDigest = new Map<string, { line: string; manifest: JournaledManifest }>()
  for (const entry of entries) {
    if (entry.event === 'run') plan = entry.plan
    else if (entry.event === 'intent') {
      const name = lineName(entry.repository, entry.head, entry.untag?.tag)
      if (entry.untag !== undefined) {
        lines.set(name, { intent: entry, plan, gone: new Set(), restored: false })
        continue
      }
      lines.set(name, begin(entry, plan, lines.get(name)))
      for (const manifest of entry.manifests) {
        byDigest.set(`${entry.repository}@${manifest.digest}`, { line: name, manifest })
      }
    } else if (entry.event === 'gone' || entry.event === 'put-back') {
      for (const digest of entry.digests) {
        const name = byDigest.get(`${entry.repository}@${digest}`)?.line
        const gone = name === undefined ? undefined : lines.get(name)?.gone
        if (entry.event === 'gone') gone?.add(digest)
        else gone?.delete(digest)
      }
    } else if (entry.event === 'untagged') {
      lines.get(lineName(entry.repository, entry.head, entry.tag))?.gone.add(entry.head)
    } else if (entry.event === 'restored') {
      const line = lines.get(lineName(entry.repository, entry.head, entry.tag))
      if (line !== undefined) {
        line.restored = true
        line.gone.clear()
      }
    }
  }
  return {
    lines,
    manifest: (repository, digest) => byDigest.get(`${repository}@${digest}`)?.manifest,
  }
}

/** A run that goes on where another was interrupted sees less than that one saw: what both know counts. */
function begin(intent: Intent, plan: PlanId | undefined, earlier: Mutable | undefined): Mutable {
  if (earlier === undefined || earlier.restored) return { intent, plan, gone: new Set(), restored: false }
  const here = new Set(intent.manifests.map(manifest => manifest.digest))
  const before = earlier.intent.manifests.filter(manifest => !here.has(manifest.digest))
  return {
    intent: { ...intent, manifests: [...intent.manifests, ...before] },
    plan,
    gone: new Set([...earlier.gone].filter(digest => !here.has(digest))),
    restored: false,
  }
}
