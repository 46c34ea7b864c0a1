import { HygieneError } from '../outcome/index.ts'
import {
  type BuildFacts,
  type Environment,
  isCommit,
  isNoCommit,
  type PullRequest,
  readMoment,
} from './facts.ts'
import type { GithubEvent } from './github-event.ts'

/**
 * The facts of a GitHub Actions run. The event file is optional (variables set by hand); without it a pull
 * request's head commit is unknown and the merge commit stands in, which is told.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function factsFromGithub(env: Environment, event: GithubEvent = {}): BuildFacts {
  const trigger = env['GITHUB_EVENT_NAME'] ?? ''
  const ref = env['GITHUB_REF'] ?? ''
  const repository = env['GITHUB_REPOSITORY'] ?? event.repository?.full_name ?? undefined
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  const url = repository === undefined ? undefined : `${server}/${repository}`
  const run = env['GITHUB_RUN_ID']
  const said = what(env, event, trigger, ref)
  if (said.sha !== undefined && isNoCommit(said.sha)) {
    throw new HygieneError('bad-usage', `this ${trigger} deletes ${ref}: there is nothing to build`, {
      fix: 'if: ${{ !github.event.deleted }}',
    })
  }
  if (!isCommit(said.sha)) {
    throw new HygieneError('bad-usage', `GITHUB_SHA is ${said.sha ? 'no full commit id' : 'not set'}`, {
      fix: 'run it inside a job, or set GITHUB_SHA to the 40 digits of the built commit',
    })
  }
  return {
    forge: 'github',
    trigger,
    doubts: [],
    ...said,
    sha: said.sha,
    gitTags: { names: said.gitTag === undefined ? [] : [said.gitTag], complete: false },
    defaultBranch: event.repository?.default_branch ?? undefined,
    repository: {
      url,
      description: event.repository?.description ?? undefined,
      licence: licenceOf(event),
    },
    actor: env['GITHUB_ACTOR'],
    runUrl: url === undefined || run === undefined ? undefined : `${url}/actions/runs/${run}`,
    commitTime: readMoment(event.head_commit?.timestamp),
  }
}

interface Said {
  readonly event: BuildFacts['event']
  readonly sha: string | undefined
  readonly branch?: string | undefined
  readonly gitTag?: string | undefined
  readonly pullRequest?: PullRequest
  readonly doubts?: readonly string[]
}

function what(env: Environment, event: GithubEvent, trigger: string, ref: string): Said {
  const sha = env['GITHUB_SHA']?.toLowerCase()
  const number = event.pull_request?.number ?? numberIn(ref)
  // pull_request, pull_request_target, pull_request_review: all are about the pull request's head.
  if (trigger.startsWith('pull_request') || number !== undefined) {
    if (number === undefined) throw unknownPullRequest(trigger)
    return pullRequest(number, env, event, sha)
  }
  if (event.merge_group) {
    const { head_sha, head_ref } = event.merge_group
    return { event: 'push', sha: head_sha.toLowerCase(), branch: after('refs/heads/', head_ref) ?? head_ref }
  }
  if (trigger === 'release' && event.release) {
    if (event.release.draft) throw draftRelease(event.release.tag_name)
    return { event: 'git-tag', sha, gitTag: event.release.tag_name }
  }
  const gitTag =
    after('refs/tags/', ref) ?? (env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined)
  // The commit, also of an annotated tag, whose own object some events name instead.
  if (gitTag) return { event: 'git-tag', sha: event.head_commit?.id.toLowerCase() ?? sha, gitTag }
  const branch = after('refs/heads/', ref) ?? env['GITHUB_REF_NAME']
  return { event: 'push', sha, branch: branch || undefined }
}

function pullRequest(number: number, env: Environment, event: GithubEvent, sha: string | undefined): Said {
  const said = event.pull_request
  if (!said) {
    return {
      event: 'pull-request',
      sha,
      branch: env['GITHUB_HEAD_REF'] || undefined,
      pullRequest: { number, withoutSecrets: false },
      doubts: [
        'there is no event file (GITHUB_EVENT_PATH), so the commit is GITHUB_SHA: for a pull request the merge commit, not its head',
      ],
    }
  }
  const base = said.base?.repo?.full_name ?? event.repository?.full_name ?? env['GITHUB_REPOSITORY']
  const bot = said.user?.login === 'dependabot[bot]' || env['GITHUB_ACTOR'] === 'dependabot[bot]'
  return {
    event: 'pull-request',
    sha: said.head.sha.toLowerCase(),
    branch: said.head.ref,
    // The repository of a head can be gone; then it was a fork.
    pullRequest: { number, withoutSecrets: said.head.repo?.full_name !== base || bot },
  }
}

function numberIn(ref: string): number | undefined {
  const digits = /^refs\/pull\/([1-9][0-9]{0,14})\//.exec(ref)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function licenceOf(event: GithubEvent): string | undefined {
  const id = event.repository?.license?.spdx_id
  return id && id !== 'NOASSERTION' ? id : undefined
}

function after(prefix: string, text: string): string | undefined {
  return text.startsWith(prefix) && text.length > prefix.length ? text.slice(prefix.length) : undefined
}

function unknownPullRequest(trigger: string): HygieneError {
  return new HygieneError('bad-usage', `the event is ${trigger}, but nothing says of which pull request`, {
    fix: 'set GITHUB_EVENT_PATH to the payload, or GITHUB_REF to refs/pull/NUMBER/merge',
  })
}

function draftRelease(tag: string): HygieneError {
  return new HygieneError('bad-usage', `release ${tag} is a draft: its git tag does not exist yet`, {
    fix: 'on:\n  release:\n    types: [published]',
  })
}
