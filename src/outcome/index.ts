export { type ErrorCode, type ErrorDetails, exitCodes, HygieneError } from './error.ts'
export {
  compareFindings,
  type Finding,
  formatLocation,
  type Location,
  reaches,
  type Severity,
} from './finding.ts'
export { didYouMean, editDistance, nearest } from './nearest.ts'
export {
  exitCodeOf,
  type Outcome,
  outcomeOf,
  type Result,
  resultOfError,
  type Verdict,
  verdictOf,
} from './outcome.ts'
