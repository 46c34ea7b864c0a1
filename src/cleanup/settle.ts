import type { Snapshot, Wants } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { decide } from './decide.ts'
import type { Decision } from './decision.ts'
import type { Facts } from './view.ts'

export interface Settled {
  readonly decision: Decision
  /** As far as they had to be read. */
  readonly snapshots: readonly Snapshot[]
}

/** Decides, reads what that hangs on, and decides again, until nothing more is wanted. */
export async function settle(
  facts: Facts,
  extend: (snapshot: Snapshot, wants: Wants) => Promise<Snapshot>,
): Promise<Settled> {
  let snapshots = facts.snapshots
  let asked = ''
  for (;;) {
    const answer = decide({ ...facts, snapshots })
    if (!('wants' in answer)) return { decision: answer, snapshots }
    const { wants } = answer
    const question = JSON.stringify([...wants])
    if (question === asked) {
      throw new HygieneError(
        'internal',
        'a reader left open what a decision hangs on: no fact, no gap, not missing',
      )
    }
    asked = question
    snapshots = await Promise.all(
      snapshots.map(async snapshot => {
        const wanted = wants.get(snapshot.repository)
        return wanted === undefined ? snapshot : answered(await extend(snapshot, wanted), wanted)
      }),
    )
  }
}

/** Of a held repository nothing goes, so what could not be read of it is asked for once and then left. */
function answered(snapshot: Snapshot, { manifests }: Wants): Snapshot {
  if (snapshot.gaps.length === 0) return snapshot
  const open = manifests.filter(digest => !snapshot.manifests.has(digest))
  return { ...snapshot, missing: new Set([...(snapshot.missing ?? []), ...open]) }
}
