import type { Instant } from '../image/index.ts'

/** What a CI run, or a checkout, says about the build it makes. Every text in it is untrusted. */
export interface BuildFacts {
  readonly forge: 'github' | 'gitlab' | 'git'
  /** The events that classes know (`on:`). `workflow_dispatch`, schedules and merge queues push to their branch. */
  readonly event: 'git-tag' | 'push' | 'pull-request'
  /** The forge's own word for the event, for people: `workflow_dispatch`, `merge_request_event`. */
  readonly trigger: string
  /** The built commit, 40 or 64 lower-case hex digits: of a pull request its head, not the merge commit. */
  readonly sha: string
  /** Of a pull request the branch it comes from. */
  readonly branch?: string | undefined
  readonly defaultBranch?: string | undefined
  /** The git tag that the event is about. */
  readonly gitTag?: string | undefined
  readonly gitTags: GitTags
  readonly pullRequest?: PullRequest | undefined
  readonly repository: SourceRepository
  readonly actor?: string | undefined
  readonly runUrl?: string | undefined
  readonly commitTime?: Instant | undefined
  /** What could not be learned and matters to a label, one sentence each. */
  readonly doubts: readonly string[]
}

/** The git tags on the built commit. Not complete in a shallow checkout, where absence proves nothing. */
export interface GitTags {
  readonly names: readonly string[]
  readonly complete: boolean
}

export interface PullRequest {
  readonly number: number
  /** Made from another repository, or by a bot that is given no secrets: it cannot log in to a registry. */
  readonly withoutSecrets: boolean
}

export interface SourceRepository {
  /** For browsers, without credentials. */
  readonly url?: string | undefined
  readonly description?: string | undefined
  /** SPDX id. */
  readonly licence?: string | undefined
}

/** The environment of a process, as far as anybody may look at it. */
export type Environment = Readonly<Record<string, string | undefined>>

export function isCommit(text: string | undefined): text is string {
  return text !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

/** Git's name for "no commit": what a push that deletes its ref points to. */
export function isNoCommit(text: string): boolean {
  return /^0+$/.test(text)
}

/** An RFC 3339 moment, in whole seconds. */
export function readMoment(text: string | undefined | null): Instant | undefined {
  if (text === undefined || text === null || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}T/.test(text)) return undefined
  const milliseconds = Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}
