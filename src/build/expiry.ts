import { formatInstant, type Instant } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Expiry, Seconds } from '../policy/index.ts'

/** When an image may go. `at` is in unix seconds, as the label has it. */
export type Expires =
  | { readonly kind: 'never' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'at'; readonly at: Instant; readonly after: Seconds }

const hour = 3600

/** The moment that counts as the build's: SOURCE_DATE_EPOCH where it is set, the clock otherwise. */
export function buildTime(sourceDateEpoch: string | undefined, now: Instant): Instant {
  if (sourceDateEpoch === undefined || sourceDateEpoch.trim() === '') return now
  if (/^[0-9]{1,11}$/.test(sourceDateEpoch.trim())) return Number(sourceDateEpoch.trim())
  throw new HygieneError('bad-usage', 'SOURCE_DATE_EPOCH is no moment in unix seconds', {
    fix: 'SOURCE_DATE_EPOCH=$(git log -1 --pretty=%ct)',
  })
}

/**
 * Base time plus the class's duration, rounded up to the hour so that a rerun within the hour makes the same label.
 * Throws `bad-usage` when that moment is past: such an image would be deleted by the next cleanup.
 */
export function expiresOf(expiry: Expiry, base: Instant, now: Instant): Expires {
  if (expiry.kind !== 'after') return { kind: expiry.kind }
  const at = Math.ceil((base + expiry.seconds) / hour) * hour
  if (at > now) return { kind: 'at', at, after: expiry.seconds }
  throw new HygieneError(
    'bad-usage',
    `the image would be born expired: built at ${formatInstant(base)} it expires at ${formatInstant(at)}, which is past`,
    {
      fix: 'unset SOURCE_DATE_EPOCH for this step (the build itself may keep it), or give the class a longer `expires`',
    },
  )
}

/** `never`, or `after 2026-11-24 04:00 UTC, in 3 days`. */
export function expiresInWords(expires: Expires, now: Instant): string {
  if (expires.kind !== 'at') return words[expires.kind]
  return `after ${formatInstant(expires.at).replace('T', ' ').replace(/:00Z$/, ' UTC')}, in ${spanOf(expires.at - now)}`
}

const words = { never: 'never', superseded: 'when newer versions supersede it' } as const

function spanOf(seconds: Seconds): string {
  const [count, unit] =
    seconds < 2 * hour
      ? [Math.max(1, Math.round(seconds / 60)), 'minute']
      : seconds < 48 * hour
        ? [Math.round(seconds / hour), 'hour']
        : [Math.round(seconds / (24 * hour)), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Quay's own label: a duration from the push, in its largest whole unit. Quay deletes by it on its own. */
export function quayDuration(seconds: Seconds): string {
  const units: readonly (readonly [string, Seconds])[] = [
    ['w', 7 * 24 * hour],
    ['d', 24 * hour],
    ['h', hour],
  ]
  const [unit, size] = units.find(([, length]) => seconds % length === 0) ?? ['s', 1]
  return `${seconds / size}${unit}`
}
