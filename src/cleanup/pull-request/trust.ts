import type { CiEvent } from '../../forge/index.ts'
import { HygieneError } from '../../outcome/index.ts'

/** Pull requests of forks, comments, tags and other branches must not be able to make the tool write. */
export function refuseUntrusted(event: CiEvent | undefined): void {
  if (event === undefined) return
  const { forge, name, trust, branch, defaultBranch } = event
  const astray = defaultBranch !== undefined && branch !== defaultBranch
  if (trust === 'trusted' && branch !== undefined && !astray) return
  const here = branch === undefined ? `the event ${name}` : `the event ${name} on the branch ${branch}`
  throw new HygieneError('bad-usage', `no cleanup proposal is written for ${here}`, {
    fix:
      forge === 'github'
        ? 'run it on the default branch:\non:\n  schedule:\n    - cron: "17 3 * * 1"\n  workflow_dispatch:'
        : 'run it in a scheduled pipeline of the default branch:\nrules:\n  - if: $CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
  })
}
