import type { Instant } from '../image/index.ts'

/** A forge's RFC 3339 time in unix seconds; `undefined` for null, absent or absurd. */
export function instantOf(text: string | null | undefined): Instant | undefined {
  const milliseconds = typeof text === 'string' ? Date.parse(text) : Number.NaN
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}
