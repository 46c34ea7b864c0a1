import type { Instant } from '../image/index.ts'
import type { HttpResponse } from '../system/world.ts'

/** Attempts of one request, the first included. */
export const attempts = 5

const firstPause = 250
const longestPause = 8_000

/** Whether the registry asks to come back later. GitHub says so with 403 and a header, too. */
export function asksToSlowDown({ status, headers }: HttpResponse): boolean {
  if (status === 429 || status === 503) return true
  return status === 403 && (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0')
}

/** An answer of something in between that had a bad moment. */
export function isPassing({ status }: HttpResponse): boolean {
  return status === 408 || status === 500 || status === 502 || status === 504
}

/**
 * Milliseconds that the answer asks to wait, if it does: `Retry-After` in seconds or as a date, else the reset of
 * GitHub's limit. Never negative.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter({ headers }: HttpResponse, now: Instant): number | undefined {
  const text = headers['retry-after']?.trim()
  if (text !== undefined) {
    if (/^[0-9]{1,9}$/.test(text)) return Number(text) * 1000
    // Only what begins as an HTTP date does: JavaScript finds a date in nearly anything, in '-5' too.
    const at = /^[A-Z][a-z]{2}/.test(text) ? Date.parse(text) : Number.NaN
    if (!Number.isNaN(at)) return Math.max(0, at - now * 1000)
  }
  const reset = headers['x-ratelimit-remaining'] === '0' ? headers['x-ratelimit-reset'] : undefined
  if (reset !== undefined && /^[0-9]{9,11}$/.test(reset)) return Math.max(0, (Number(reset) - now) * 1000)
  return undefined
}

/** Milliseconds before attempt `next` (2, 3 …): doubling, and anywhere between half and all of it. */
export function backoff(next: number, random: () => number): number {
  const whole = Math.min(longestPause, firstPause * 2 ** (next - 2))
  return whole / 2 + (whole / 2) * random()
}
