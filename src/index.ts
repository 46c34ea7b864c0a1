/**
 * The library: the steps, the policy, classification and planning. Small on purpose; what is not exported here may
 * change at any time.
 */
export type { Decision, Fate, ImageDecision, RepositoryDecision } from './cleanup/decision.ts'
export {
  type Digest,
  isDigest,
  parseReference,
  type Reference,
  type Repository,
  type Tag,
} from './image/index.ts'
export {
  exitCodeOf,
  type Finding,
  HygieneError,
  type Outcome,
  outcomeOf,
  type Result,
  type Verdict,
} from './outcome/index.ts'
