import type { HistoryEntry } from './report.ts'

/** Who brought a package: the image that was built upon, what was built on it, or nobody can tell. */
export type Origin = 'base' | 'app' | 'unknown'

/** How a base was found, best first. Only `history` is a guess; the others were held against the layers. */
export type BaseSource = 'annotation' | 'provenance' | 'known' | 'history'

export interface Base {
  /** How many of the image's layers, from the lowest up, are the base's. */
  readonly layers: number
  readonly by: BaseSource
  /** The reference it was found under; absent for a guess. */
  readonly name?: string
}

/** An image that may be the base: what somebody claims, with the layers that its own config lists. */
export interface BaseCandidate {
  readonly by: Exclude<BaseSource, 'history'>
  readonly name: string
  readonly diffIds: readonly string[]
}

const rank: Readonly<Record<BaseSource, number>> = { annotation: 0, provenance: 1, known: 2, history: 3 }

/**
 * The base whose layers are the lowest layers of the image. A claim that the layers contradict is no claim: labels
 * survive `FROM`, so an image often carries the annotation of its grandparent. Best source first, then the longest.
 */
export function verifiedBase(
  diffIds: readonly string[],
  candidates: readonly BaseCandidate[],
): Base | undefined {
  const [best] = candidates
    .filter(candidate => isPrefix(candidate.diffIds, diffIds))
    .toSorted((a, b) => rank[a.by] - rank[b.by] || b.diffIds.length - a.diffIds.length)
  return best === undefined ? undefined : { layers: best.diffIds.length, by: best.by, name: best.name }
}

/**
 * A guess from the build history: base images end with their CMD or ENTRYPOINT, so the layers up to the last such entry
 * before the image's own first layer from the top are taken for the base's. Nothing for images without such an entry.
 */
export function guessBase(history: readonly HistoryEntry[], layers: number): Base | undefined {
  const filled = history.filter(({ emptyLayer }) => !emptyLayer).length
  if (filled !== layers) return undefined
  let at = history.length - 1
  while (at >= 0 && history[at]?.emptyLayer === true) at--
  for (; at >= 0; at--) {
    const entry = history[at]
    if (entry?.emptyLayer !== true || !startsProcess.test(entry.createdBy)) continue
    const below = history.slice(0, at).filter(({ emptyLayer }) => !emptyLayer).length
    return below === 0 ? undefined : { layers: below, by: 'history' }
  }
  return undefined
}

const startsProcess = /^(?:\/bin\/sh -c #\(nop\)\s+)?(?:CMD|ENTRYPOINT)\b/

export function originOf(
  diffId: string | undefined,
  diffIds: readonly string[],
  base: Base | undefined,
): Origin {
  if (base === undefined || diffId === undefined) return 'unknown'
  const layer = diffIds.indexOf(diffId)
  if (layer < 0) return 'unknown'
  return layer < base.layers ? 'base' : 'app'
}

function isPrefix(base: readonly string[], whole: readonly string[]): boolean {
  return base.length > 0 && base.length <= whole.length && base.every((id, index) => id === whole[index])
}
