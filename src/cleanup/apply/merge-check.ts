import type { CiEvent, ForgeWords, Merge } from '../../forge/index.ts'
import { HygieneError } from '../../outcome/index.ts'

// What must be true of an event and of a merge before a plan on a forge is a consent to delete.

/** Only a push to the default branch: pull requests, tags and other branches show what somebody wants, not what is agreed. */
export function checkEvent(event: CiEvent, defaultBranch: string): void {
  const fix = `on:\n  push:\n    branches: [${defaultBranch}]\n    paths: [.image-hygiene/cleanup-plan.jsonl]`
  if (event.trust !== 'trusted' || event.name !== 'push') {
    throw new HygieneError(
      'bad-usage',
      `apply runs when a plan is merged, not for the event ${event.name || 'without a name'}: nothing is deleted`,
      { fix: `${fix}\nor, by hand and on your own word: --plan-file FILE --yes` },
    )
  }
  if (event.branch !== defaultBranch) {
    throw new HygieneError(
      'bad-usage',
      `apply runs on the default branch ${defaultBranch} only, and this is ${event.branch ?? 'no branch'}: nothing is deleted`,
      { fix },
    )
  }
}

/** A later merge replaced the plan: that one's own run applies it. */
export function checkStillThere(
  now: string | undefined,
  text: string | undefined,
  path: string,
  branch: string,
): void {
  if (now === text) return
  throw new HygieneError(
    'undecidable',
    `${path} on ${branch} is another one by now: this run deletes nothing and leaves it to the run of the newer merge`,
    { fix: 'nothing, if a newer run exists; else run the newest one again' },
  )
}

export function checkAlone(others: readonly string[] | 'unknown'): void {
  if (others === 'unknown' || others.length === 0) return
  throw new HygieneError('undecidable', `an older apply is still running: ${others.slice(0, 3).join(', ')}`, {
    fix: 'run this again when it is done; to have them wait for each other:\nconcurrency:\n  group: image-cleanup-apply\n  cancel-in-progress: false',
  })
}

/** That a plan came in by a merge, and, where the policy asks for a review, by the hand of somebody else. */
export function checkReview(
  merge: Merge | undefined,
  requireReview: boolean,
  { proposal, sigil }: ForgeWords,
  path: string,
): Merge {
  if (merge === undefined) {
    throw new HygieneError(
      'undecidable',
      `no merged ${proposal} brought ${path} here: nobody has reviewed it`,
      {
        fix: `let the plan step propose it (open-pull-request: true) and merge that; a plan pushed by hand is applied by hand, with --plan-file and --yes`,
      },
    )
  }
  if (!requireReview) return merge
  const by = merge.mergedBy
  if (by === undefined || by === merge.author) {
    throw new HygieneError(
      'refused',
      `${sigil}${merge.number} was merged by ${by ?? 'nobody that the forge names'}, who also opened it, and cleanup.require-review asks for somebody else`,
      {
        fix: 'have another person merge the next plan, open plans with a bot’s token, or set in the policy:\ncleanup:\n  require-review: false',
      },
    )
  }
  return merge
}
