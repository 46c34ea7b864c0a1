import {
  type Digest,
  type Gap,
  type Graph,
  parseMetadataTag,
  type Snapshot,
  type Tag,
} from '../../image/index.ts'
import type { ImageDecision, RepositoryDecision } from '../decision.ts'
import type { JournalState } from '../journal-state.ts'
import type { PlanId, PlanLine } from '../plan-file.ts'

/** Why a merged line does not go now. Never a reason to take something else instead. */
export type SkipCode =
  /** The fresh plan keeps it; the detail says why. */
  | 'kept'
  /** Something about the repository or about what runs is not known. */
  | 'held'
  /** The policy does not manage the repository. */
  | 'not-managed'
  | 'tag-added'
  | 'tag-moved'
  | 'tag-gone'
  /** It stands below an index, or refers to an image, that was not part of the line when it was reviewed. */
  | 'needed'
  /** `restore` put it back after this very plan had deleted it. */
  | 'restored'
  | 'limit'
  | 'unreadable'
  | 'refused'
  /** A budget was spent before its turn. */
  | 'not-reached'

export type Judged =
  | {
      readonly state: 'go'
      readonly line: PlanLine
      /** Fresh, without metadata tags. */
      readonly tags: readonly Tag[]
      readonly along: readonly Digest[]
      readonly bytes: number
    }
  | { readonly state: 'skip'; readonly line: PlanLine; readonly code: SkipCode; readonly detail: string }
  /** Its tags are gone and no reading shows it: gone already, or untagged where the registry does not list that. */
  | { readonly state: 'unseen'; readonly line: PlanLine }

/** What is known afresh of the repository of a line. */
export interface FreshRepository {
  readonly snapshot: Snapshot
  readonly graph: Graph
  /** One for each policy that must agree: the one that stands, and the one before the merge. */
  readonly decisions: readonly FreshDecision[]
}

export interface FreshDecision {
  readonly held: readonly Gap[]
  readonly images: ReadonlyMap<Digest, ImageDecision>
  /** Heads that go, parents and images before what refers to them. */
  readonly order: readonly Digest[]
}

export function freshDecision({ held, images, order }: RepositoryDecision): FreshDecision {
  return { held, images: new Map(images.map(image => [image.head, image])), order }
}

/** Reviewed ∩ still true, for one line. */
export function judgeLine(
  line: PlanLine,
  fresh: FreshRepository | undefined,
  journal: JournalState,
  plan: PlanId,
): Judged {
  const skip = (code: SkipCode, detail: string): Judged => ({ state: 'skip', line, code, detail })
  if (fresh === undefined) return skip('not-managed', 'the policy does not manage this repository')
  const gap = fresh.decisions.flatMap(decision => decision.held)[0]
  if (gap !== undefined) return skip('held', `${gap.about}: ${gap.why}`)

  const known = journal.lines.get(`${line.repository}@${line.head}`)
  if (known?.restored === true && known.plan === plan) {
    return skip('restored', 'this plan deleted it before, and restore put it back')
  }
  const moved = line.tags.find(tag => {
    const now = fresh.snapshot.tags.get(tag)
    return now !== undefined && now !== line.head
  })
  if (moved !== undefined) return skip('tag-moved', `${moved} now is another image`)

  const images = fresh.decisions.map(({ images }) => images.get(line.head))
  const [first] = images
  if (first === undefined || images.includes(undefined)) {
    const node = fresh.graph.nodeOf(line.head)
    if (node === undefined) return { state: 'unseen', line }
    return skip('needed', 'it is part of, or refers to, an image that stays')
  }
  const kept = images.find(image => image !== undefined && !image.fate.goes)
  if (kept !== undefined && !kept.fate.goes) {
    const { because, detail } = kept.fate
    return because === 'limit' ? skip('limit', detail) : skip('kept', `${because}: ${detail}`)
  }
  const added = first.tags.find(tag => !line.tags.includes(tag))
  if (added !== undefined) return skip('tag-added', `${added} was not on it when it was reviewed`)
  const now = first.tags.filter(tag => parseMetadataTag(tag) === undefined)
  const gone = line.tags.find(tag => fresh.snapshot.tags.get(tag) === undefined)
  // Our own interrupted run may have taken some of its tags already.
  if (gone !== undefined && known === undefined) return skip('tag-gone', `${gone} is no longer on it`)
  return {
    state: 'go',
    line,
    tags: now,
    along: agreed(images),
    bytes: first.fate.goes ? first.fate.bytes : 0,
  }
}

type Images = readonly (ImageDecision | undefined)[]

/** What every policy lets go along. Each set alone is closed under "is needed by", so what they share is, too. */
function agreed(images: Images): readonly Digest[] {
  const [first = [], ...others] = images.map(image => (image?.fate.goes ? image.fate.with : []))
  return first.filter(digest => others.every(other => other.includes(digest)))
}
