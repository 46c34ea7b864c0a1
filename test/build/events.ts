import examples from '@octokit/webhooks-examples' with { type: 'json' }
import type { BuildFacts, Environment } from '../../src/build/index.ts'

export const sha = '6113728f27ae82c7b1a177c8d03f9e96e0adf246'
export const headSha = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
export const mergeSha = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

type Payload = Record<string, unknown>

/** The published example payloads of an event, optionally only those that satisfy `which`. */
export function payloads(
  name: string,
  which: (payload: Payload) => boolean = () => true,
): readonly Payload[] {
  const event = (examples as unknown as readonly { name: string; examples: readonly Payload[] }[]).find(
    one => one.name === name,
  )
  const found = (event?.examples ?? []).filter(which)
  if (found.length === 0) throw new Error(`no published example of ${name}`)
  return found
}

/** What a GitHub runner sets, for an event and a ref. */
export function githubEnv(event: string, ref: string, more: Environment = {}): Environment {
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_REF: ref,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: 'Codertocat/Hello-World',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '42',
    GITHUB_ACTOR: 'Codertocat',
    ...more,
  }
}

/** What a GitLab runner sets in every pipeline. */
export function gitlabEnv(more: Environment): Environment {
  return {
    GITLAB_CI: 'true',
    CI_COMMIT_SHA: sha,
    CI_COMMIT_TIMESTAMP: '2026-11-20T10:00:00+02:00',
    CI_PROJECT_ID: '7',
    CI_PROJECT_URL: 'https://gitlab.example.com/acme/app',
    CI_DEFAULT_BRANCH: 'main',
    CI_PIPELINE_URL: 'https://gitlab.example.com/acme/app/-/pipelines/9',
    GITLAB_USER_LOGIN: 'root',
    ...more,
  }
}

/** Facts of a build, for tests that do not care where they came from. */
export function facts(more: Partial<BuildFacts> = {}): BuildFacts {
  return {
    forge: 'github',
    event: 'push',
    trigger: 'push',
    sha,
    branch: 'main',
    gitTags: { names: [], complete: false },
    repository: { url: 'https://github.com/acme/app' },
    doubts: [],
    ...more,
  }
}

export const onTag = (gitTag: string, more: Partial<BuildFacts> = {}): BuildFacts =>
  facts({
    event: 'git-tag',
    branch: undefined,
    gitTag,
    gitTags: { names: [gitTag], complete: false },
    ...more,
  })

export const onPullRequest = (number: number, more: Partial<BuildFacts> = {}): BuildFacts =>
  facts({
    event: 'pull-request',
    trigger: 'pull_request',
    branch: 'changes',
    pullRequest: { number, withoutSecrets: false },
    ...more,
  })
