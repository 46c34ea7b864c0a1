import type { Node, Tag } from '../../image/index.ts'
import type { ClassMatch, Expiry } from '../../policy/index.ts'
import type { Hold, View } from '../view.ts'

/** One tag in one of its classes, judged alone; or an untagged root under `cleanup.untagged`. */
export interface Case {
  readonly view: View
  readonly node: Node
  /** Absent: untagged. */
  readonly tag?: Tag
  /** Absent: a tag of no class, or untagged. */
  readonly match?: ClassMatch
  /** Absent: a tag of no class. */
  readonly expires?: Expiry
}

/**
 * A reason to keep, by name. What no rule holds, goes; so leaving one out of the list is leaving that safety out,
 * which the tests do one by one.
 */
export interface TagRule {
  readonly name: string
  /** `unread`: it told the view what it has to know first. */
  readonly holds: (one: Case) => Hold | 'unread' | undefined
}

/** The same for a head as a whole, whatever its tags say. */
export interface HeadRule {
  readonly name: string
  readonly holds: (view: View, node: Node) => Hold | undefined
}

/** What a kept node keeps in turn. */
export interface ReachRule {
  readonly name: string
  readonly reaches: (view: View, node: Node) => readonly Node[]
  readonly because: (view: View, from: Node) => Hold
}

/** `classes.commit.expires`, or `cleanup.untagged.expires`. */
export function expiryPath({ match }: Case): string {
  return match === undefined ? 'cleanup.untagged.expires' : `classes.${match.class}.expires`
}
