/** One file that is left over, and what is to be told when a later layer deletes it. */
export interface Followed {
  readonly path: string
  readonly gone: () => void
}

/**
 * Files that are left over, until later layers delete them. Sorted, so that what a whiteout deletes stands together: a
 * layer of a million whiteouts costs a search each, whatever is followed.
 */
export interface Following {
  /** False if there are too many to follow one more. */
  follow(file: Followed): boolean
  /** From now on what was followed so far can be deleted. */
  nextLayer(): void
  /** The file itself; with `below`, everything under it too. The root is the empty path. */
  remove(path: string, below: boolean): void
}

export function follow(most: number): Following {
  const fresh: Followed[] = []
  let sorted: Followed[] = []

  /** The first place whose path is not before this one. */
  const placeOf = (path: string): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] as Followed).path < path) low = middle + 1
      else high = middle
    }
    return low
  }
  const take = (from: number, to: number): void => {
    if (to > from) for (const { gone } of sorted.splice(from, to - from)) gone()
  }

  return {
    follow(file) {
      if (sorted.length + fresh.length >= most) return false
      fresh.push(file)
      return true
    },
    nextLayer() {
      if (fresh.length === 0) return
      sorted = [...sorted, ...fresh.splice(0)].toSorted((a, b) => (a.path < b.path ? -1 : 1))
    },
    remove(path, below) {
      if (below && path === '') take(0, sorted.length)
      if (sorted.length === 0) return
      const first = placeOf(path)
      let last = first
      while (sorted[last]?.path === path) last += 1
      take(first, last)
      // `0` is the character behind `/`.
      if (below) take(placeOf(`${path}/`), placeOf(`${path}0`))
    },
  }
}
