/** The candidate nearest to a mistyped word, if one is near enough to be meant. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const short = word.slice(0, 64).toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(short.length / 3)) + 1
  for (const candidate of candidates) {
    const distance = editDistance(short, candidate.toLowerCase().slice(0, 64))
    if (distance < least) {
      least = distance
      best = candidate
    }
  }
  return best
}

/** What to say of a word that is none, where it is plain which one was meant. */
export function didYouMean(meant: string | undefined): string | undefined {
  return meant === undefined ? undefined : `did you mean ${meant}?`
}

/** Levenshtein, with a swap of neighbours as one edit, one row at a time; the work is the product of the lengths. */
export function editDistance(a: string, b: string): number {
  let before: readonly number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let least = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      }
      next.push(least)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
