import {
  type Digest,
  type Instant,
  parseMetadataTag,
  type Repository,
  type Snapshot,
  type Wants,
} from '../../image/index.ts'
import { type LoadedPolicy, manages } from '../../policy/index.ts'
import type { Decision } from '../decision.ts'
import { indexUsage, type Usage } from '../in-use/index.ts'
import type { JournalState } from '../journal-state.ts'
import type { Plan } from '../plan-file.ts'
import { settle } from '../settle.ts'
import type { ClosedRequests, Facts } from '../view.ts'
import { readInterrupted, withoutLeftovers } from './leftovers.ts'

/** The world as it was read just now, decided once under each policy. */
export interface FreshWorld {
  readonly snapshots: ReadonlyMap<Repository, Snapshot>
  readonly decisions: readonly Decision[]
}

/** A policy that must let an image go, and what runs as that policy wants it known. */
export interface Ruling {
  readonly policy: LoadedPolicy
  readonly usage: Usage
  /** Which pull requests are closed, for classes that end with them. */
  readonly closed?: ClosedRequests
}

/**
 * Plans afresh with nothing but the merged lines free to go: every other image is kept, so limits bind the merged
 * lines, and what several images share goes only if all of them are merged.
 */
export async function decideAfresh(
  plan: Plan,
  read: readonly Snapshot[],
  rulings: readonly Ruling[],
  extend: (snapshot: Snapshot, wants: Wants) => Promise<Snapshot>,
  now: Instant,
  journal: JournalState,
): Promise<FreshWorld> {
  const decisions: Decision[] = []
  const usages = rulings.map(({ usage }) => indexUsage(usage.uses))
  const whole: Snapshot[] = []
  for (const snapshot of read) whole.push(await readInterrupted(snapshot, plan, journal, extend))
  const pending = whole.map(snapshot => withoutLeftovers(snapshot, plan, journal, usages))
  const snapshots = new Map(pending.map(snapshot => [snapshot.repository, snapshot]))
  const kept = everythingBut(plan, pending)
  for (const { policy, usage, closed } of rulings) {
    const managed = [...snapshots.values()].filter(({ repository }) => manages(policy.policy, repository))
    const facts = {
      snapshots: managed,
      usage,
      policy,
      now,
      kept,
      ...(closed === undefined ? {} : { closed }),
    }
    const settled = await settle(facts, extend)
    decisions.push(settled.decision)
    for (const snapshot of settled.snapshots) snapshots.set(snapshot.repository, snapshot)
  }
  return { snapshots, decisions }
}

/** What the reviewer keeps, and every image that stands in no line with `delete`; an `untag` line frees tags only. */
function everythingBut(plan: Plan, snapshots: readonly Snapshot[]): Facts['kept'] {
  const merged = new Map(plan.lines.map(line => [`${line.repository}@${line.head}`, line.action]))
  const others = snapshots.flatMap(({ repository, ...snapshot }) =>
    headsOf(snapshot).flatMap(head => {
      const action = merged.get(`${repository}@${head}`)
      return action === 'delete' ? [] : [{ repository, head, mayLoseTags: action === 'untag' }]
    }),
  )
  return [...plan.lines.filter(line => line.action === 'keep'), ...others]
}

/** Whatever has a name of an image, and where a registry lists the nameless, those that hang on nothing. */
function headsOf({ tags, manifests }: Pick<Snapshot, 'tags' | 'manifests'>): readonly Digest[] {
  const heads = new Set<Digest>()
  const hanging = new Set<Digest>()
  for (const [tag, digest] of tags) (parseMetadataTag(tag) === undefined ? heads : hanging).add(digest)
  for (const { children, mentions } of manifests.values()) {
    for (const { digest } of children) hanging.add(digest)
    for (const digest of mentions) hanging.add(digest)
  }
  for (const [digest, { subject }] of manifests) {
    if (subject === undefined && !hanging.has(digest)) heads.add(digest)
  }
  return [...heads]
}
