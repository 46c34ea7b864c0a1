/** A moment, in whole unix seconds: the unit of `expire_at`. Never milliseconds. */
export type Instant = number

/** RFC 3339 in UTC, to the second: `2026-11-21T03:00:00Z`. */
export function formatInstant(at: Instant): string {
  return new Date(at * 1000).toISOString().replace('.000Z', 'Z')
}
