import { parseDuration } from './duration.ts'
import { covers } from './pattern.ts'

/**
 * What "tighter" means, key by key: the one table behind `lock`. A repository's value must be at least as tight as
 * the locked one, in the sense of keeping more images, gating more, and doing less at once.
 */
export interface Tightening {
  /** Completes "may only …". */
  readonly may: string
  /** `before` is undefined where nothing was set and nothing is built in. */
  readonly holds: (before: unknown, after: unknown) => boolean
}

/** `*` stands for a free name. Paths that are not here cannot be locked. */
export const tightenings: Readonly<Record<string, Tightening>> = {
  images: narrowed(),
  'aliases.*': { may: 'be added to', holds: (before, after) => before === undefined || before === after },
  'classes.*.on': unchanged(),
  'classes.*.tags': unchanged(),
  'classes.*.expires': {
    may: 'be later',
    holds: (before, after) => lifetime(after) >= lifetime(before) && same(before, after, 'superseded'),
  },
  'classes.*.keep.newest': larger(0),
  'classes.*.keep.per': upwards('repository', 'major', 'minor'),
  'classes.*.immutable': upwards(false, true),
  'classes.*.sign': upwards('optional', 'required'),
  'classes.*.require-labels': grown(),
  'classes.*.prereleases': unchanged(),
  'classes.*.ends': unchanged(),
  'classes.*.after': longer(),
  forbid: grown(),
  unknown: upwards('warn', 'deny'),
  'labels.required': grown(),
  'labels.quay': unchanged(),
  'base.allow': narrowed(),
  'base.pin': level(),
  'base.eol': level(),
  'base.eol-file': unchanged(),
  'lint.engines': grown(),
  'lint.fail-on': upwards('error', 'warning', 'info'),
  'lint.rules.*': upwards('off', 'info', 'warning', 'error'),
  'scan.fail-tiers': grown(),
  'scan.max-db-age': shorter(),
  'scan.grace': shorter(),
  'scan.secrets': upwards('off', 'critical', 'high', 'medium', 'low'),
  'scan.misconfig': upwards('off', 'critical', 'high', 'medium', 'low'),
  'scan.licences': grown(),
  'scan.kev-file': unchanged(),
  'scan.exceptions.max-days': smaller(),
  'scan.exceptions.items': {
    may: 'lose exceptions or end them earlier',
    holds: (before, after) => list(after).every(item => list(before).some(known => endsNoLater(known, item))),
  },
  'layers.leftovers': level(),
  'layers.dive-ci': unchanged(),
  'sign.format': { may: "become 'both'", holds: (before, after) => before === after || after === 'both' },
  'sign.children': upwards(false, true),
  'sign.log': {
    may: "be set where it was 'none'",
    holds: (before, after) => before === after || before === 'none',
  },
  'sign.key': unchanged(),
  'sign.identity': unchanged(),
  'sign.issuer': unchanged(),
  'sign.attest': upwards(false, true),
  'in-use.required': grown(),
  'in-use.max-age': shorter(),
  'cleanup.clock': upwards('created', 'push', 'label'),
  'cleanup.min-age': longer(),
  'cleanup.untagged.expires': longer(),
  'cleanup.limits.deletions': smaller(),
  'cleanup.limits.share': { may: 'be smaller', holds: (before, after) => percent(after) <= percent(before) },
  'cleanup.max-plan-age': shorter(),
  'cleanup.require-review': upwards(false, true),
  'cleanup.untag': shrunk(),
  'cleanup.plain-http': shrunk(),
  'cleanup.plan-file': unchanged(),
  'cleanup.pull-request.branch': unchanged(),
  'cleanup.pull-request.labels': grown(),
  'cleanup.pull-request.reviewers': grown(),
  'cleanup.pull-request.assignees': grown(),
  'cleanup.pull-request.draft': unchanged(),
  'cleanup.pull-request.quiet-after-close': longer(),
}

function unchanged(): Tightening {
  return { may: 'stay as it is', holds: (before, after) => JSON.stringify(before) === JSON.stringify(after) }
}

/** From loose to tight. Where nothing was set, only the tightest is known to be no looser. */
function upwards(...steps: readonly unknown[]): Tightening {
  const rank = (value: unknown) => (value === undefined ? steps.length - 1 : steps.indexOf(value))
  return { may: `go up in: ${steps.join(', ')}`, holds: (before, after) => rank(after) >= rank(before) }
}

function level(): Tightening {
  return upwards('off', 'info', 'warn', 'error')
}

function longer(): Tightening {
  return { may: 'be longer', holds: (before, after) => lifetime(after) >= lifetime(before) }
}

function shorter(): Tightening {
  return {
    may: 'be shorter',
    holds: (before, after) => before === undefined || lifetime(after) <= lifetime(before),
  }
}

function larger(least: number): Tightening {
  return { may: 'be larger', holds: (before, after) => Number(after) >= Number(before ?? least) }
}

function smaller(): Tightening {
  return { may: 'be smaller', holds: (before, after) => Number(after) <= Number(before) }
}

function grown(): Tightening {
  return {
    may: 'be added to',
    holds: (before, after) => list(before).every(item => list(after).includes(item)),
  }
}

function shrunk(): Tightening {
  return {
    may: 'lose items',
    holds: (before, after) => list(after).every(item => list(before).includes(item)),
  }
}

function narrowed(): Tightening {
  return {
    may: 'be narrower',
    holds: (before, after) =>
      list(after).every(inner => list(before).some(outer => covers(String(outer), String(inner)))),
  }
}

/** In seconds; never is for ever. `superseded` compares with itself only, see `same`. */
function lifetime(value: unknown): number {
  if (value === 'never') return Number.POSITIVE_INFINITY
  const length = parseDuration(String(value ?? '0d'))
  return typeof length === 'number' ? length : 0
}

function same(before: unknown, after: unknown, special: string): boolean {
  return before === after || (before !== special && after !== special) || after === 'never'
}

function percent(value: unknown): number {
  return Number(String(value).replace('%', ''))
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function endsNoLater(known: unknown, item: unknown): boolean {
  const { until: end = '', ...one } = { ...(known as { until?: string }) }
  const { until = '', ...other } = { ...(item as { until?: string }) }
  return until <= end && sorted(one) === sorted(other)
}

function sorted(object: object): string {
  return JSON.stringify(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)))
}
