import type { Tag } from '../image/index.ts'
import { editDistance } from '../outcome/index.ts'
import { classTemplates, matchesForbidden } from './classify.ts'
import type { TagFacts } from './placeholder.ts'
import type { ClassRule, Policy } from './policy.ts'
import { readVersion, type Version } from './version.ts'

export interface Suggestion {
  readonly tag: Tag
  readonly class: string
}

/**
 * The legal tag closest to one that is not: `a1b2c3d` is meant as `commit-a1b2c3d`, `1.2` as `v1.2.0`.
 * With an event only its classes count, and with facts only what is true of this build: a commit written in the tag
 * is taken over when it is the build's own.
 */
export function nearestTag(
  tag: string,
  policy: Policy,
  facts: TagFacts & { readonly event?: ClassRule['on'] | undefined } = {},
): Suggestion | undefined {
  const meant = { ...facts, ...agreeing(readLeniently(tag), facts) }
  let best: Suggestion | undefined
  let least = Number.POSITIVE_INFINITY
  for (const [name, rule] of Object.entries(policy.classes)) {
    if (facts.event !== undefined && rule.on !== facts.event) continue
    for (const template of classTemplates(policy, name)) {
      const made = template.make(meant)
      if (typeof made !== 'string' || matchesForbidden(made, policy) !== undefined) continue
      const distance = editDistance(tag.slice(0, 128), made)
      if (distance < least) [best, least] = [{ tag: made, class: name }, distance]
    }
  }
  return best
}

type Meant = Pick<TagFacts, 'semver' | 'sha' | 'number'>

/** Of what the tag seems to say, that which does not contradict the build. */
function agreeing(meant: Meant, facts: TagFacts): Meant {
  return {
    ...(meant.sha !== undefined && (facts.sha ?? meant.sha).startsWith(meant.sha) ? { sha: meant.sha } : {}),
    ...(meant.number !== undefined && facts.number === undefined ? { number: meant.number } : {}),
    ...(meant.semver !== undefined && facts.semver === undefined ? { semver: meant.semver } : {}),
  }
}

/** What a person may have meant; only ever used for a suggestion. */
function readLeniently(tag: string): Meant {
  if (tag.length > 128) return {}
  const words = tag.toLowerCase().split(/[^0-9a-z]+/)
  const sha = words.findLast(word => /^[0-9a-f]{7,40}$/.test(word))
  const digits = /^(?:pr|mr|pull|pull-request|merge-request|preview|review)?[-_#]?([0-9]{1,15})$/i.exec(
    tag,
  )?.[1]
  const semver = versionMeant(tag)
  return {
    ...(semver === undefined ? {} : { semver }),
    ...(sha === undefined ? {} : { sha }),
    ...(digits === undefined ? {} : { number: Number(digits) }),
  }
}

/** `1.2`, `V1.2`, `v01.2.3`, `release-1.2.3rc1` as the version they come nearest to. */
function versionMeant(tag: string): Version | undefined {
  const found = /^([^0-9]*)([0-9]+)(?:\.([0-9]+))?(?:\.([0-9]+))?(.*)$/.exec(tag)
  if (found === null) return undefined
  const [, before = '', major = '', minor, patch, after = ''] = found
  if (minor === undefined && !/^v\.?$/i.test(before)) return undefined
  const core = [major, minor ?? '0', patch ?? '0'].map(withoutZeros).join('.')
  const sign = /^[+_]/.test(after) ? '+' : '-'
  const identifiers = after
    .split(/[^0-9A-Za-z-]+|^-+/)
    .filter(word => word !== '')
    .map(word => (/^[0-9]+$/.test(word) ? withoutZeros(word) : word))
  return readVersion(identifiers.length === 0 ? core : `${core}${sign}${identifiers.join('.')}`)
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=[0-9])/, '')
}
