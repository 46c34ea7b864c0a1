import type { Seconds } from './policy.ts'

/** How a duration is written: whole minutes, hours, days or weeks. */
export const durationPattern = /^(?:[0-9]{1,6})[mhdw]$/
/** The same, but longer than nothing. */
export const positiveDurationPattern = /^[1-9][0-9]{0,5}[mhdw]$/
export const durationForm = 'a duration: a whole number and m, h, d or w, such as 30m, 12h, 3d, 2w'

const seconds: Readonly<Record<string, Seconds>> = { m: 60, h: 3600, d: 86_400, w: 604_800 }

export interface DurationFault {
  readonly fault: string
}

/** `3d` is 259,200 seconds. No fractions, no sums, no months: a month has no length. */
export function parseDuration(text: string): Seconds | DurationFault {
  if (!durationPattern.test(text)) return { fault: `'${text.slice(0, 40)}' is not ${durationForm}` }
  return Number(text.slice(0, -1)) * (seconds[text.slice(-1)] as number)
}

/** The shortest way to write so many seconds; what is no whole minute is rounded up to one. */
export function formatDuration(length: Seconds): string {
  const [unit, size] = Object.entries(seconds).findLast(([, size]) => length > 0 && length % size === 0) ?? [
    'm',
    60,
  ]
  return length === 0 ? '0d' : `${Math.ceil(length / size)}${unit}`
}
