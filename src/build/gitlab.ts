import { HygieneError } from '../outcome/index.ts'
import { type BuildFacts, type Environment, isCommit, type PullRequest, readMoment } from './facts.ts'

/**
 * The facts of a GitLab pipeline, all from its variables. A merged-results pipeline or merge train builds a commit
 * that nobody made; there CI_MERGE_REQUEST_SOURCE_BRANCH_SHA names the head, which is empty everywhere else.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function factsFromGitlab(env: Environment): BuildFacts {
  const request = mergeRequest(env)
  const sha = ((request && env['CI_MERGE_REQUEST_SOURCE_BRANCH_SHA']) || env['CI_COMMIT_SHA'])?.toLowerCase()
  if (!isCommit(sha)) {
    throw new HygieneError('bad-usage', `CI_COMMIT_SHA is ${sha ? 'no full commit id' : 'not set'}`, {
      fix: 'run it inside a job, or set CI_COMMIT_SHA to the 40 digits of the built commit',
    })
  }
  const gitTag = request === undefined ? env['CI_COMMIT_TAG'] || undefined : undefined
  return {
    forge: 'gitlab',
    event: request !== undefined ? 'pull-request' : gitTag === undefined ? 'push' : 'git-tag',
    trigger: env['CI_PIPELINE_SOURCE'] || 'pipeline',
    sha,
    branch: branchOf(env, request, gitTag),
    defaultBranch: env['CI_DEFAULT_BRANCH'] || undefined,
    gitTag,
    gitTags: { names: gitTag === undefined ? [] : [gitTag], complete: false },
    pullRequest: request,
    repository: {
      url: env['CI_PROJECT_URL'] || undefined,
      description: env['CI_PROJECT_DESCRIPTION'] || undefined,
    },
    actor: env['GITLAB_USER_LOGIN'] || undefined,
    runUrl: env['CI_PIPELINE_URL'] || env['CI_JOB_URL'] || undefined,
    // That of the merged result says nothing about the head.
    commitTime:
      sha === env['CI_COMMIT_SHA']?.toLowerCase() ? readMoment(env['CI_COMMIT_TIMESTAMP']) : undefined,
    doubts: [],
  }
}

function mergeRequest(env: Environment): PullRequest | undefined {
  const iid = env['CI_MERGE_REQUEST_IID']
  if (!iid) return undefined
  if (!/^[1-9][0-9]{0,14}$/.test(iid)) {
    throw new HygieneError('bad-usage', 'CI_MERGE_REQUEST_IID is no number')
  }
  const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID']
  const target = env['CI_MERGE_REQUEST_PROJECT_ID'] || env['CI_PROJECT_ID']
  return { number: Number(iid), withoutSecrets: Boolean(source) && Boolean(target) && source !== target }
}

function branchOf(env: Environment, request: unknown, gitTag: string | undefined): string | undefined {
  if (gitTag !== undefined) return undefined
  if (request !== undefined) return env['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME'] || undefined
  return env['CI_COMMIT_BRANCH'] || env['CI_COMMIT_REF_NAME'] || undefined
}
