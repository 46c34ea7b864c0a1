import { absurdClock, noClock, notExpired } from './clock.ts'
import { inUse } from './in-use.ts'
import { neverExpires } from './never-expires.ts'
import {
  newestByClock,
  newestByVersion,
  nothingSupersedes,
  unrankedByClock,
  unrankedByVersion,
} from './newest.ts'
import { noClass } from './no-class.ts'
import { children, referrers, subjects } from './reach.ts'
import { orphan, taggedReferrer } from './referrer.ts'
import { keptByReviewer } from './reviewed.ts'
import type { HeadRule, ReachRule, TagRule } from './rule.ts'
import { tooYoung } from './too-young.ts'
import { unknownType } from './unknown-type.ts'

export type { Case, HeadRule, ReachRule, TagRule } from './rule.ts'

/** All that stands between an image and its deletion. */
export interface Rules {
  /** For every digest of a repository, tagged or not. */
  readonly roots: readonly HeadRule[]
  /** For each tag alone, from its name and the policy. */
  readonly names: readonly TagRule[]
  /** For each tag alone, from clocks that may have to be read first. */
  readonly clocks: readonly TagRule[]
  /** For heads that nothing else holds. */
  readonly heads: readonly HeadRule[]
  readonly reach: readonly ReachRule[]
}

export const rules: Rules = {
  roots: [inUse, keptByReviewer, unknownType, taggedReferrer, orphan],
  names: [noClass, neverExpires, nothingSupersedes, newestByVersion, unrankedByVersion],
  clocks: [noClock, absurdClock, notExpired, newestByClock, unrankedByClock],
  heads: [tooYoung],
  reach: [children, referrers, subjects],
}
