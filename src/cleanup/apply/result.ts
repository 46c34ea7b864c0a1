import type { Digest, Repository, Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { PlanLine } from '../plan-file.ts'
import type { SkipCode } from './review.ts'

/** How a merged line ended. */
export type LineResult =
  | {
      readonly end: 'deleted'
      readonly line: PlanLine
      readonly digests: readonly Digest[]
      readonly bytes: number
    }
  /** A dry run: the deletions that would be sent, in their order. */
  | {
      readonly end: 'would-delete'
      readonly line: PlanLine
      readonly digests: readonly Digest[]
      readonly bytes: number
    }
  /** The image stays, found by another name; `would-untag` is the dry run. */
  | ({ readonly end: 'untagged' } & Lost)
  | ({ readonly end: 'would-untag' } & Lost)
  | { readonly end: 'already-gone'; readonly line: PlanLine; readonly digests: readonly Digest[] }
  | { readonly end: 'skipped'; readonly line: PlanLine; readonly code: SkipCode; readonly detail: string }

interface Lost {
  readonly line: PlanLine
  readonly tags: readonly Tag[]
  /** The name that stays. */
  readonly by: Tag
}

/** What became of one repository. */
export interface RepositoryResult {
  readonly repository: Repository
  readonly lines: readonly LineResult[]
  /** Manifests that went in this run. */
  readonly gone: readonly Digest[]
  /** Faults and warnings beyond the lines; an error among them means exit 3. */
  readonly findings: readonly Finding[]
}

export function skipped(line: PlanLine, code: SkipCode, detail: string): LineResult {
  return { end: 'skipped', line, code, detail }
}
