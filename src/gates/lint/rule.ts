import type { Instant } from '../../image/index.ts'
import type { Severity } from '../../outcome/index.ts'
import type { Policy } from '../../policy/index.ts'
import type { Dockerfile, Instruction, Place, Stage } from './dockerfile/index.ts'
import type { IgnoreFile } from './dockerignore.ts'
import type { EolTable } from './eol.ts'
import type { PulledImage } from './images.ts'
import type { Started } from './shell/run.ts'

/** What the reference page says of a rule. */
export interface RuleDoc {
  readonly id: string
  /** One line, for lists and reports. */
  readonly summary: string
  /** One paragraph: what goes wrong without it. */
  readonly reason: string
  /** The severity when the policy says nothing. */
  readonly level: Level
  readonly bad: string
  readonly good: string
  /** What to do, in one sentence. */
  readonly fix: string
}

export type Level = 'off' | Severity

/** A rule looks at one Dockerfile; it is pure, and it never throws for what the file says. */
export interface Rule extends RuleDoc {
  check(subject: Subject): Iterable<Hit>
}

/** One place where a rule has something to say. */
export interface Hit extends Place {
  readonly message: string
  /** More exact than the rule's own. */
  readonly fix?: string
  /** Another severity than the rule's default, where the case is weaker or stronger; the policy still overrides it. */
  readonly level?: Severity
  /** The image it is about. */
  readonly image?: string
}

/** One Dockerfile with all that the rules may know of its surroundings. */
export interface Subject {
  readonly dockerfile: Dockerfile
  /** The final stage and those it is built on, final one first: what they hold is in the image. */
  readonly shipped: readonly Stage[]
  /** Every image that the build pulls. */
  readonly images: readonly PulledImage[]
  readonly context: Context
  readonly policy: Policy
  readonly eol: EolTable
  readonly now: Instant
  /** What a RUN starts; empty for any other instruction. */
  readonly started: (run: Instruction) => readonly Started[]
}

export interface Context {
  /** The folder, as a path from where we run. */
  readonly folder: string
  /** Undefined if there is none. */
  readonly ignore: IgnoreFile | undefined
}
