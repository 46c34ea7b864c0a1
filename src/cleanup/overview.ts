import type { Instant, Repository } from '../image/index.ts'
import type { Decision, ImageDecision, KeptBecause } from './decision.ts'

/** What becomes of one class of one repository. */
export interface OverviewRow {
  readonly repository: Repository
  /** The class, or `(no class)`, `(untagged)`, `(signatures)`. */
  readonly group: string
  readonly images: number
  readonly goes: number
  /** At most; what several of these lines share is counted with none of them. */
  readonly bytes: number
  /** Since when the longest waiting of those that go may go. */
  readonly oldest?: Instant
  readonly kept: ReadonlyMap<KeptBecause, number>
}

/** A row per repository and class, in the order of the decision; within a repository by name of the class. */
export function overviewOf(decision: Decision): readonly OverviewRow[] {
  return decision.repositories.flatMap(({ repository, images }) => {
    const groups = new Map<string, ImageDecision[]>()
    for (const image of images) {
      const group = groupOf(image)
      const known = groups.get(group)
      if (known === undefined) groups.set(group, [image])
      else known.push(image)
    }
    return [...groups]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([group, members]) => rowOf(repository, group, members))
  })
}

function rowOf(repository: Repository, group: string, images: readonly ImageDecision[]): OverviewRow {
  const kept = new Map<KeptBecause, number>()
  let goes = 0
  let bytes = 0
  let oldest: Instant | undefined
  for (const { fate, clock } of images) {
    if (!fate.goes) {
      kept.set(fate.because, (kept.get(fate.because) ?? 0) + 1)
      continue
    }
    goes++
    bytes += fate.bytes
    if (clock !== undefined) oldest = Math.min(oldest ?? clock.at, clock.at)
  }
  return {
    repository,
    group,
    images: images.length,
    goes,
    bytes,
    ...(oldest === undefined ? {} : { oldest }),
    kept,
  }
}

function groupOf({ class: name, tags, fate }: ImageDecision): string {
  if (name !== undefined) return name
  if (tags.length === 0) return '(untagged)'
  const hangs = !fate.goes && (fate.because === 'metadata' || fate.because === 'referrer-of-kept')
  return hangs || tags.every(tag => tag.startsWith('sha256-')) ? '(signatures)' : '(no class)'
}

function rank(group: string): number {
  return group.startsWith('(') ? 1 : 0
}
