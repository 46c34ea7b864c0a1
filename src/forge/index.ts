import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import type { MakeOctokit } from './github/index.ts'
import type { Forge } from './port.ts'

export { type CiEvent, readEvent } from './event.ts'
export type * from './port.ts'

export interface ForgeTokens {
  readonly github?: string | undefined
  readonly gitlab?: string | undefined
}

/** The forge that this pipeline runs on; each loads only when it is the one. */
export async function openForge(
  world: Pick<World, 'env' | 'http' | 'now' | 'random'>,
  tokens: ForgeTokens,
  makeOctokit: MakeOctokit,
  wait: (milliseconds: number) => Promise<void> = sleep,
): Promise<Forge> {
  const { env, http, now, random } = world
  const patience = { http, now, random, wait }
  const gitlab = nonEmpty(env['CI_API_V4_URL'])
  if (gitlab !== undefined) return openGitLabFrom(env, gitlab, tokens.gitlab, patience)
  const [owner, repo, ...rest] = (nonEmpty(env['GITHUB_REPOSITORY']) ?? '').split('/')
  if (owner === undefined || repo === undefined || owner === '' || repo === '' || rest.length > 0) {
    throw new HygieneError('bad-usage', 'which project? This is no pipeline of GitHub or GitLab', {
      fix: 'GITHUB_REPOSITORY=acme/app GITHUB_TOKEN=…, or CI_API_V4_URL=https://gitlab.example.com/api/v4 CI_PROJECT_PATH=acme/app GITLAB_TOKEN=…',
    })
  }
  if (tokens.github === undefined) {
    throw new HygieneError('no-credentials', `no token for the GitHub API of ${owner}/${repo}`, {
      fix: 'with: { github-token: ${{ github.token }} }, or in a shell GITHUB_TOKEN=…',
    })
  }
  const { openGitHub } = await import('./github/index.ts')
  const api = addressOf(nonEmpty(env['GITHUB_API_URL']) ?? 'https://api.github.com', 'GITHUB_API_URL')
  const run = Number(env['GITHUB_RUN_ID'])
  return openGitHub(
    { api, owner, repo, token: tokens.github, ...(Number.isSafeInteger(run) && run > 0 ? { run } : {}) },
    patience,
    makeOctokit,
  )
}

async function openGitLabFrom(
  env: World['env'],
  address: string,
  access: string | undefined,
  patience: Parameters<typeof import('./gitlab/index.ts').openGitLab>[1],
): Promise<Forge> {
  const project = nonEmpty(env['CI_PROJECT_PATH']) ?? nonEmpty(env['CI_PROJECT_ID'])
  if (project === undefined) {
    throw new HygieneError('bad-usage', 'CI_API_V4_URL is set but CI_PROJECT_PATH is not: which project?', {
      fix: 'CI_PROJECT_PATH=group/project',
    })
  }
  const job = nonEmpty(env['CI_JOB_TOKEN'])
  if (access === undefined && job === undefined) {
    throw new HygieneError('no-credentials', `no token for the GitLab API of ${project}`, {
      fix: 'store a project access token (role Developer, scope api) as masked variable GITLAB_TOKEN',
    })
  }
  const { openGitLab } = await import('./gitlab/index.ts')
  const defaultBranch = nonEmpty(env['CI_DEFAULT_BRANCH'])
  const id = Number(env['CI_JOB_ID'])
  const name = nonEmpty(env['CI_JOB_NAME'])
  return openGitLab(
    {
      api: addressOf(address, 'CI_API_V4_URL'),
      project,
      token: access === undefined ? { kind: 'job', value: job ?? '' } : { kind: 'access', value: access },
      ...(defaultBranch === undefined ? {} : { defaultBranch }),
      ...(name !== undefined && Number.isSafeInteger(id) && id > 0 ? { job: { id, name } } : {}),
    },
    patience,
  )
}

function addressOf(text: string, variable: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:')) return url
  throw new HygieneError('bad-usage', `${variable}: '${text.slice(0, 200)}' is no address`)
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
