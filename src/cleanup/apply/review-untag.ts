import type { Tag } from '../../image/index.ts'
import type { Untag } from '../decision.ts'
import { type JournalState, lineName } from '../journal-state.ts'
import type { PlanId, PlanLine } from '../plan-file.ts'
import type { FreshRepository, Judged, SkipCode } from './review.ts'

export type JudgedUntag =
  | {
      readonly state: 'go'
      readonly line: PlanLine
      /** Those that are still there. */
      readonly tags: readonly Tag[]
      readonly by: Untag['by']
    }
  | Extract<Judged, { state: 'skip' }>
  /** None of its tags is there any more. */
  | { readonly state: 'gone'; readonly line: PlanLine }

/** Reviewed ∩ still true, for a line that takes tags from an image which stays. */
export function judgeUntag(
  line: PlanLine,
  fresh: FreshRepository | undefined,
  journal: JournalState,
  plan: PlanId,
): JudgedUntag {
  const { repository, head } = line
  const skip = (code: SkipCode, detail: string): JudgedUntag => ({ state: 'skip', line, code, detail })
  if (fresh === undefined) return skip('not-managed', 'the policy does not manage this repository')
  const { snapshot, decisions } = fresh
  const gap = decisions.flatMap(decision => decision.held)[0]
  if (gap !== undefined) return skip('held', `${gap.about}: ${gap.why}`)
  const restored = line.tags.find(tag => {
    const known = journal.lines.get(lineName(repository, head, tag))
    return known?.restored === true && known.plan === plan
  })
  if (restored !== undefined) return skip('restored', `this plan took ${restored}, and restore put it back`)
  const there = line.tags.filter(tag => snapshot.tags.has(tag))
  if (there.length === 0) return { state: 'gone', line }
  const moved = there.find(tag => snapshot.tags.get(tag) !== head)
  if (moved !== undefined) return skip('tag-moved', `${moved} now is another image`)

  const untags = decisions.map(({ images }) => images.get(head)?.untag)
  const stays = there.find(tag => untags.some(untag => untag?.tags.includes(tag) !== true))
  if (stays !== undefined) return skip('kept', `${stays} stays: ${whyKept(stays, untags)}`)
  return { state: 'go', line, tags: there, by: (untags[0] as Untag).by }
}

function whyKept(tag: Tag, untags: readonly (Untag | undefined)[]): string {
  return untags.some(untag => untag === undefined)
    ? 'its image is in use, is kept, would lose its last name, or the policy takes no tags on this host'
    : `judged alone, ${tag} no longer goes`
}
