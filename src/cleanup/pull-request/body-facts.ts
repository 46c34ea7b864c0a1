import type { Decision, ImageDecision } from '../decision.ts'
import type { PlanHeader, PlanId, PlanLine } from '../plan-file.ts'

export interface Words {
  /** `pull request`, `merge request`. */
  readonly proposal: string
  readonly planFile: string
  readonly quietDays: number
}

/** What the text of a proposal is made of. */
export interface BodyFacts {
  readonly header: Omit<PlanHeader, 'plan'>
  /** Without the struck ones. */
  readonly lines: readonly PlanLine[]
  readonly struck: readonly string[]
  readonly decision: Decision
  readonly id: PlanId
  readonly words: Words
}

export interface Going {
  readonly line: PlanLine
  /** Absent for a line whose image was not decided this time. */
  readonly image?: ImageDecision
  readonly bytes: number
}
