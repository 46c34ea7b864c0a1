import { formatInstant, type Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import { formatDuration, type Seconds } from '../../policy/index.ts'
import { instantOf } from './report-item.ts'

/** The vulnerability database that a scan was made with, by its `metadata.json`. */
export interface Database {
  readonly version: number
  readonly updatedAt: Instant
  /** When its makers meant to have the next one ready. */
  readonly nextUpdate?: Instant
}

export function parseDatabase(text: string, file: string): Database {
  let body: { Version?: unknown; UpdatedAt?: unknown; NextUpdate?: unknown } | null
  try {
    body = JSON.parse(text)
  } catch (cause) {
    throw unreadable(file, cause)
  }
  const updatedAt = dateOf(body?.UpdatedAt)
  const version = body?.Version
  if (typeof version !== 'number' || updatedAt === undefined) throw unreadable(file)
  const nextUpdate = dateOf(body?.NextUpdate)
  return { version, updatedAt, ...(nextUpdate === undefined ? {} : { nextUpdate }) }
}

/** A day: what clocks and the making of a database may be apart. */
const ahead = 86_400

/** Throws `undecidable` for a database that is too old to judge by, or of a date that cannot be. */
export function checkAge({ updatedAt }: Database, maxAge: Seconds, now: Instant): void {
  const fix =
    'let Trivy download a newer one (without --offline, from another of --db-repositories), or bring one; scan.max-db-age says how old it may be'
  if (updatedAt > now + ahead) {
    throw new HygieneError(
      'undecidable',
      `the vulnerability database is of ${formatInstant(updatedAt)}, which is in the future`,
      { fix: "check this machine's clock, and the database" },
    )
  }
  if (now - updatedAt <= maxAge) return
  throw new HygieneError(
    'undecidable',
    `the vulnerability database is of ${formatInstant(updatedAt)}, more than ${formatDuration(maxAge)} ago: what was found since is not in it`,
    { fix },
  )
}

/** Whether Trivy would leave it as it is: a newer one is not due yet. */
export function isCurrent({ nextUpdate }: Database, now: Instant): boolean {
  return nextUpdate !== undefined && now < nextUpdate
}

function dateOf(value: unknown): Instant | undefined {
  return typeof value === 'string' ? instantOf(value) : undefined
}

function unreadable(file: string, cause?: unknown): HygieneError {
  return new HygieneError('damaged', `${file} does not say how old the vulnerability database is`, {
    fix: 'remove it with the database beside it, and let Trivy download both again',
    cause,
  })
}
