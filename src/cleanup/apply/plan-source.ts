import { formatInstant, type Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import type { LoadedPolicy } from '../../policy/index.ts'
import type { Files } from '../../system/world.ts'
import type { Plan } from '../plan-file.ts'
import { readPlan } from '../plan-file-parse.ts'

/**
 * Where a reviewed plan comes from. On GitHub and GitLab: the policy's plan path at the commit of the event, if the
 * default branch still holds the same file. Elsewhere: the file that the call names.
 */
export type PlanSource = (policy: LoadedPolicy) => Promise<MergedPlan>

export interface MergedPlan {
  readonly plan: Plan
  /** How findings name it: a path, or a path at a commit. */
  readonly name: string
  /** True where a merge is the consent; elsewhere the call has to say `--yes`. */
  readonly consented: boolean
  /** The policy as it stood before the merge; it must let every line go, too. */
  readonly before?: LoadedPolicy
  readonly mergedAt?: Instant
}

/** The plan of a call by hand. */
export function planFromFile(path: string | undefined, consented: boolean, files: Files): PlanSource {
  return async () => {
    if (path === undefined) {
      throw new HygieneError('bad-usage', 'apply outside of CI needs to be told which plan was reviewed', {
        fix: 'image-hygiene apply --plan-file .image-hygiene/cleanup-plan.jsonl, and --yes to really do it',
      })
    }
    return { plan: readPlan(await files.readText(path, largestPlan), path), name: path, consented }
  }
}

const largestPlan = 256 * 1024 * 1024

/** Throws if a merge is too long ago: the world has moved on, and so has what the reviewer had in mind. */
export function checkAge({ mergedAt, name }: MergedPlan, { policy }: LoadedPolicy, now: Instant): void {
  const { 'max-plan-age': most, 'plan-file': path } = policy.cleanup
  if (mergedAt === undefined || now - mergedAt <= most) return
  throw new HygieneError(
    'refused',
    `${name} was merged on ${formatInstant(mergedAt)}, and cleanup.max-plan-age ended on ${formatInstant(mergedAt + most)}: nothing is deleted`,
    {
      // What is merged is not proposed again as long as the default branch has its lines.
      fix: `delete the lines with "action":"delete" from ${path} on the default branch, run the plan job, and merge what it proposes`,
    },
  )
}
