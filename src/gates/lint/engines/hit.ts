import type { Severity } from '../../../outcome/index.ts'

/** What an engine says of one line, before levels and merging. */
export interface EngineHit {
  /** The engine's own name of the rule, or one of ours for what went wrong with the engine. */
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly fix?: string
  /** The engine's own grading, where it has one. */
  readonly level?: Severity
}

/** The rule that says: hadolint was asked for, and did not look. */
export const hadolintFailed = 'hadolint-failed'
