import type { Instant } from '../image/index.ts'
import { nearest } from '../outcome/index.ts'
import { nearestTag, type Policy } from '../policy/index.ts'
import type { BuildFacts } from './facts.ts'
import { tagFacts } from './identity.ts'

/** What was meant, where that is plain. */
export interface Slip {
  readonly message: string
  readonly fix: string
}

/**
 * A tag of no class that was plainly meant as one of a class: a bare commit, an incomplete version, a typing error.
 * It is refused, for nothing would ever clean it up.
 */
export function slipOf(tag: string, facts: BuildFacts, policy: Policy, now: Instant): Slip | undefined {
  // A class that denies prereleases would be offered the very same one.
  const other = (near: string | undefined) => (near === tag ? undefined : near)
  const here = other(nearestTag(tag, policy, { ...tagFacts(facts, now), event: facts.event })?.tag)
  const anywhere = other(nearestTag(tag, policy, { sha: facts.sha })?.tag)
  const hex = commitIn(tag, facts)
  if (hex !== undefined) return commitSlip(tag, hex, facts, policy, here ?? anywhere)
  const meant = looksLikeVersion(tag)
    ? (anywhere ?? here)
    : [here, anywhere].find(one => one !== undefined && nearest(tag, [one]) !== undefined)
  return meant === undefined
    ? undefined
    : { message: `the tag '${tag}' is of no class`, fix: `did you mean ${meant}?` }
}

function commitSlip(
  tag: string,
  hex: string,
  facts: BuildFacts,
  policy: Policy,
  meant: string | undefined,
): Slip | undefined {
  if (meant === undefined) return undefined
  const written = nearestTag(tag, policy)?.tag
  const other = facts.sha.startsWith(hex)
    ? ''
    : `; even as ${written} it would be another commit than the built one`
  return { message: `the tag '${tag}' is of no class${other}`, fix: `did you mean ${meant}?` }
}

/** The commit that ends a tag. Digits alone are a number, unless they are this commit's. */
function commitIn(tag: string, { sha }: BuildFacts): string | undefined {
  const hex = /(?:^|[^0-9a-z])([0-9a-f]{7,40})$/i.exec(tag)?.[1]?.toLowerCase()
  return hex !== undefined && (/[a-f]/.test(hex) || sha.startsWith(hex)) ? hex : undefined
}

/** `v1`, `v1.2`, `1.2`, `V01.2.3-x`; a number alone is none. */
function looksLikeVersion(tag: string): boolean {
  return /^(?:v[.-]?[0-9]+(?:\.[0-9]+){0,2}|[0-9]+\.[0-9]+(?:\.[0-9]+)?)(?:[-+_.a-z].*)?$/i.test(tag)
}
