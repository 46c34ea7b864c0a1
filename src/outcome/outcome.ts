import { HygieneError } from './error.ts'
import type { Finding } from './finding.ts'

/** What every step ends with, on every host (design §2). The JSON document that `--json` prints. */
export interface Outcome {
  readonly schema: 'image-hygiene/outcome/v1'
  readonly step: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly outputs: Readonly<Record<string, string>>
  readonly stats: Readonly<Record<string, number>>
}

export type Verdict = 'pass' | 'warn' | 'fail' | 'error'

/** What a step returns: the outcome's parts, and its story for people. */
export interface Result {
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly outputs: Readonly<Record<string, string>>
  /** Counts, bytes and seconds by kebab-case name. */
  readonly stats: Readonly<Record<string, number>>
  /** For a terminal or a CI log; untrusted text in it is already made harmless by `report/`. */
  readonly text?: string
  /** Markdown for a job summary. */
  readonly summary?: string
  /** The summary tells every finding itself: no table of them is put under it. */
  readonly summaryIsWhole?: true
}

export function outcomeOf(step: string, result: Result): Outcome {
  const { verdict, findings, outputs, stats } = result
  return {
    schema: 'image-hygiene/outcome/v1',
    step,
    verdict,
    findings,
    outputs: { ...outputs, verdict },
    stats,
  }
}

/** What a machine lacks, wherever it was noticed: no fault of the call, and none of ours. */
const lacking: Readonly<Record<string, string>> = {
  ENOSPC: 'make room there, and run again',
  EDQUOT: 'make room there, and run again',
  EACCES: 'let this user write there, or name another place with TMPDIR or XDG_CACHE_HOME',
  EPERM: 'let this user write there, or name another place with TMPDIR or XDG_CACHE_HOME',
  EROFS: 'name a place that can be written to with TMPDIR or XDG_CACHE_HOME',
  ENOTDIR: 'a part of that path is a file: name another place with TMPDIR or XDG_CACHE_HOME',
  EMFILE: 'allow more open files (ulimit -n)',
}

function ofMachine(error: unknown): HygieneError | undefined {
  const code = error instanceof Error ? (error as { readonly code?: unknown }).code : undefined
  const fix = typeof code === 'string' && Object.hasOwn(lacking, code) ? lacking[code] : undefined
  if (!(error instanceof Error) || fix === undefined) return undefined
  return new HygieneError('undecidable', `this machine cannot go on: ${error.message}`, { fix, cause: error })
}

/** An error thrown by a step, as a result. An error of ours keeps its findings; anything else is a bug of ours. */
export function resultOfError(error: unknown): Result {
  const known =
    error instanceof HygieneError
      ? error
      : (ofMachine(error) ??
        new HygieneError(
          'internal',
          `unexpected: ${error instanceof Error ? error.message : String(error)}`,
          {
            fix: 'this is a fault of image-hygiene: please report it with the command that you ran',
            cause: error,
          },
        ))
  const verdict = known.exitCode === 1 ? 'fail' : 'error'
  return { verdict, findings: known.findings, outputs: {}, stats: {} }
}

/**
 * 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided.
 * A step that returns `error` by itself could not decide; only a thrown error can mean 2.
 */
export function exitCodeOf(verdict: Verdict, error?: unknown): 0 | 1 | 2 | 3 {
  if (error instanceof HygieneError) return error.exitCode
  if (error !== undefined || verdict === 'error') return 3
  return verdict === 'fail' ? 1 : 0
}

/** `fail` if a finding is an error, `warn` if one is a warning, else `pass`. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(finding => finding.severity === 'error')) return 'fail'
  return findings.some(finding => finding.severity === 'warning') ? 'warn' : 'pass'
}
