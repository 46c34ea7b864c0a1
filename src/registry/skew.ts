/** How far the registry's clock and ours are apart, by the Date of its answers. */
export interface Skew {
  see(headers: Readonly<Record<string, string>>): void
  /** Seconds, the least that any answer showed; undefined as long as no answer had a date. */
  seconds(): number | undefined
}

/** `now` in unix seconds. Answers from a cache carry the date of their making and their `Age`. */
export function createSkew(now: () => number): Skew {
  let least: number | undefined
  let last = ''
  return {
    see(headers) {
      const date = headers['date']
      if (date === undefined || date === last) return
      last = date
      const at = Date.parse(date)
      if (Number.isNaN(at)) return
      const age = Number(headers['age'] ?? 0)
      const apart = Math.abs(now() - Math.floor(at / 1000) - (Number.isFinite(age) ? age : 0))
      if (least === undefined || apart < least) least = apart
    },
    seconds: () => least,
  }
}
