import { classDefaults, defaults, keepDefaults } from './defaults.ts'
import { parseDuration } from './duration.ts'
import { type Node, nodeAt, plain } from './node.ts'
import type { ClassRule, CleanupRules, Expiry, Policy, ScanException, ScanRules, Seconds } from './policy.ts'

// From the words of the file, all checked, to values that can be reckoned with.

// biome-ignore lint/suspicious/noExplicitAny: checked by the schema, which this file mirrors key by key
type Raw = any

/** The effective policy of a whole, sound tree: the built-in defaults are in it. */
export function effective(tree: Node, minAgeSet: boolean): Policy {
  const raw: Raw = plain(tree)
  const classes = Object.entries<Raw>(raw.classes).filter(([, row]) => row !== 'off')
  return {
    version: 1,
    images: raw.images,
    aliases: { ...raw.aliases },
    classes: Object.fromEntries(classes.map(([name, row]) => [name, classRule(row)])),
    forbid: raw.forbid,
    unknown: raw.unknown,
    labels: { ...raw.labels },
    base: { ...raw.base },
    lint: { ...raw.lint, rules: { ...raw.lint.rules } },
    scan: scanRules(raw.scan),
    layers: { ...raw.layers },
    sign: { ...raw.sign },
    'in-use': inUse(raw['in-use']),
    cleanup: cleanupRules(raw.cleanup, minAgeSet),
  }
}

/** Whether some file sets `cleanup.min-age` itself. */
export function setsMinAge(tree: Node): boolean {
  return nodeAt(tree, ['cleanup', 'min-age'])?.at !== undefined
}

/** After a `none` of the defaults, a repository's own keys stand alone. */
function inUse(raw: Raw): Policy['in-use'] {
  if (raw === 'none') return 'none'
  const { required, 'max-age': age } = { ...defaults['in-use'], ...raw }
  return { required, 'max-age': seconds(age) }
}

function classRule(row: Raw): ClassRule {
  return {
    ...(row.on === undefined ? {} : { on: row.on }),
    tags: row.tags,
    expires: expiry(row.expires),
    ...(row.keep === undefined ? {} : { keep: { ...keepDefaults, ...row.keep } }),
    immutable: row.immutable ?? classDefaults.immutable,
    sign: row.sign ?? classDefaults.sign,
    'require-labels': row['require-labels'] ?? classDefaults['require-labels'],
    prereleases: row.prereleases ?? classDefaults.prereleases,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
    ...(row.after === undefined ? {} : { after: seconds(row.after) }),
  }
}

function scanRules(raw: Raw): ScanRules {
  const items = raw.exceptions.items.map(
    (item: Raw): ScanException => ({ packages: [], images: [], ...item }),
  )
  return {
    ...raw,
    'max-db-age': seconds(raw['max-db-age']),
    grace: seconds(raw.grace),
    exceptions: { 'max-days': raw.exceptions['max-days'], items },
  }
}

function cleanupRules(raw: Raw, minAgeSet: boolean): CleanupRules {
  const request = raw['pull-request']
  return {
    ...raw,
    'min-age': seconds(raw['min-age']),
    'min-age-set': minAgeSet,
    untagged: { expires: expiry(raw.untagged.expires) },
    limits: { deletions: raw.limits.deletions, share: Number(raw.limits.share.slice(0, -1)) / 100 },
    'max-plan-age': seconds(raw['max-plan-age']),
    'pull-request': { ...request, 'quiet-after-close': seconds(request['quiet-after-close']) },
  }
}

function expiry(text: string): Expiry {
  if (text === 'never' || text === 'superseded') return { kind: text }
  return { kind: 'after', seconds: seconds(text) }
}

function seconds(text: string): Seconds {
  return parseDuration(text) as Seconds
}
