import type { Octokit } from '../../system/octokit.ts'

/** One repository on one GitHub, and how to talk to it. */
export interface Target {
  readonly octokit: Octokit
  readonly owner: string
  readonly repo: string
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}
