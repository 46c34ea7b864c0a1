import type { Finding, Location } from './finding.ts'

/**
 * Every way a step can end before it has looked at an image, and the exit code that tells it apart (design §2):
 * 1 the policy says no to the whole call, 2 the call or the policy file is wrong, 3 it could not be decided.
 * One line here per code, nowhere else.
 */
export const exitCodes = {
  refused: 1,
  'bad-usage': 2,
  'bad-policy': 2,
  'bad-file': 2,
  'no-file': 2,
  'not-managed': 2,
  unsupported: 2,
  'no-permission': 3,
  'no-credentials': 3,
  unreachable: 3,
  'bad-answer': 3,
  'too-slow': 3,
  'too-large': 3,
  'budget-spent': 3,
  undecidable: 3,
  'tool-failed': 3,
  damaged: 3,
  internal: 3,
} as const

export type ErrorCode = keyof typeof exitCodes

export interface ErrorDetails {
  /** The command or the YAML that mends it. */
  readonly fix?: string | undefined
  readonly location?: Location | undefined
  /** The reference it is about. */
  readonly image?: string | undefined
  readonly cause?: unknown
  /** When one reading found several faults (a policy file), all of them; the first is this error's own. */
  readonly findings?: readonly Finding[] | undefined
}

/** A refusal that a person can act on. Nobody matches on its message; `code` says what kind it is. */
export class HygieneError extends Error {
  override readonly name = 'HygieneError'
  readonly code: ErrorCode
  readonly findings: readonly Finding[]

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.code = code
    this.findings = details.findings ?? [
      {
        rule: code,
        severity: 'error',
        message,
        ...(details.fix === undefined ? {} : { fix: details.fix }),
        ...(details.location === undefined ? {} : { location: details.location }),
        ...(details.image === undefined ? {} : { image: details.image }),
      },
    ]
  }

  get exitCode(): 1 | 2 | 3 {
    return exitCodes[this.code]
  }
}
