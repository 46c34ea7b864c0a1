import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** Which event this pipeline runs for, as far as writing to the forge or deleting may hang on it. */
export interface CiEvent {
  readonly forge: 'github' | 'gitlab'
  /** The forge's own word: `schedule`, `push`, `pull_request`, `merge_request_event`. */
  readonly name: string
  /** `trusted`: only somebody who may write to the project can have caused it, and it runs the project's own files. */
  readonly trust: 'trusted' | 'untrusted'
  /** The branch it runs on; absent for tags and for merge requests. */
  readonly branch?: string
  /** The commit it runs for. */
  readonly commit: string
  /** The branch's tip before a push; absent for other events and for a branch's first push. */
  readonly before?: string
  /** As the forge's event tells it, if it does. */
  readonly defaultBranch?: string
}

const trustedOnGitHub = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch'])
const trustedOnGitLab = new Set(['push', 'schedule', 'web', 'api', 'trigger', 'pipeline', 'parent_pipeline'])
const nothing = /^0+$/
const longestEvent = 25 * 1024 * 1024

/** The event of this run; `undefined` outside of CI. */
export async function readEvent({ env, files }: Pick<World, 'env' | 'files'>): Promise<CiEvent | undefined> {
  if (env['GITLAB_CI'] !== undefined && env['GITLAB_CI'] !== '') return gitlabEvent(env)
  if (env['GITHUB_EVENT_NAME'] === undefined || env['GITHUB_EVENT_NAME'] === '') return undefined
  const path = env['GITHUB_EVENT_PATH']
  const payload =
    path === undefined || path === '' ? {} : parse(await files.readText(path, longestEvent), path)
  return githubEvent(env, payload)
}

function githubEvent(env: World['env'], payload: Readonly<Record<string, unknown>>): CiEvent {
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const ref = env['GITHUB_REF'] ?? ''
  const repository = payload['repository']
  const defaultBranch =
    typeof repository === 'object' && repository !== null && 'default_branch' in repository
      ? repository.default_branch
      : undefined
  const before = name === 'push' ? payload['before'] : undefined
  return {
    forge: 'github',
    name,
    trust: trustedOnGitHub.has(name) ? 'trusted' : 'untrusted',
    commit: env['GITHUB_SHA'] ?? '',
    ...(ref.startsWith('refs/heads/') ? { branch: ref.slice('refs/heads/'.length) } : {}),
    ...(typeof before === 'string' && !nothing.test(before) ? { before } : {}),
    ...(typeof defaultBranch === 'string' ? { defaultBranch } : {}),
  }
}

function gitlabEvent(env: World['env']): CiEvent {
  const name = env['CI_PIPELINE_SOURCE'] ?? ''
  const branch = env['CI_COMMIT_BRANCH']
  const before = name === 'push' ? env['CI_COMMIT_BEFORE_SHA'] : undefined
  const defaultBranch = env['CI_DEFAULT_BRANCH']
  return {
    forge: 'gitlab',
    name,
    trust: trustedOnGitLab.has(name) ? 'trusted' : 'untrusted',
    commit: env['CI_COMMIT_SHA'] ?? '',
    ...(branch === undefined || branch === '' ? {} : { branch }),
    ...(before === undefined || before === '' || nothing.test(before) ? {} : { before }),
    ...(defaultBranch === undefined || defaultBranch === '' ? {} : { defaultBranch }),
  }
}

function parse(text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text)
    return typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>) : {}
  } catch (error) {
    throw new HygieneError('bad-file', `the event file ${path} is no JSON`, { cause: error })
  }
}
