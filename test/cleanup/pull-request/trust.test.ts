import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fakeGitHub } from '../../fakes/github/index.ts'
import { fakeGitLab } from '../../fakes/gitlab/index.ts'
import { type CiRoom, ciRoom } from '../../steps/ci-room.ts'

// Who may make the tool write: events that only people with write access can cause, on the default branch.

const policy = "version: 1\nimages: ['127.0.0.1:1/acme/**']\nin-use: none\n"
const now = 1_790_000_000

let room: CiRoom
beforeEach(async () => {
  room = await ciRoom()
  await room.file('.image-hygiene.yml', policy)
})
afterEach(() => room.remove())

describe('plan with open-pull-request', () => {
  test.each([
    ['pull_request', 'refs/pull/1/merge'],
    ['pull_request_target', 'refs/heads/main'],
    ['pull_request_review', 'refs/pull/1/merge'],
    ['issue_comment', 'refs/heads/main'],
    ['issues', 'refs/heads/main'],
    ['workflow_run', 'refs/heads/main'],
    ['fork', 'refs/heads/main'],
    ['an-event-of-tomorrow', 'refs/heads/main'],
    ['push', 'refs/tags/v1.0.0'],
    ['push', 'refs/heads/feature'],
    ['workflow_dispatch', 'refs/heads/feature'],
    ['schedule', 'refs/heads/feature'],
  ])('on GitHub: the event %s on %s asks neither forge nor registry', async (name, ref) => {
    const github = await fakeGitHub()
    github.token('all', {
      login: 'x',
      kind: 'integration',
      permissions: { contents: 'write', 'pull-requests': 'write' },
    })
    const event = { repository: { default_branch: 'main', fork: false } }
    const env = {
      GITHUB_EVENT_NAME: name,
      GITHUB_REF: ref,
      GITHUB_SHA: github.git.resolve('main') ?? '',
      GITHUB_EVENT_PATH: await room.file('event.json', event),
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_API_URL: github.url,
    }
    const inputs = { 'open-pull-request': 'true', 'github-token': 'all' }
    const { exitCode, outcome } = await room.step('plan', inputs, env, now)
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]).toMatchObject({
      message: expect.stringContaining(`no cleanup proposal is written for the event ${name}`),
      fix: expect.stringContaining('schedule:'),
    })
    expect(github.requests).toEqual([])
    await github.stop()
  })

  test.each([
    ['merge_request_event', ''],
    ['external_pull_request_event', ''],
    ['chat', 'main'],
    ['push', ''],
    ['schedule', 'feature'],
    ['web', 'feature'],
  ])(
    'on GitLab: a pipeline by %s on the branch "%s" asks neither forge nor registry',
    async (source, name) => {
      const gitlab = await fakeGitLab()
      gitlab.token('all', { username: 'x', kind: 'access', scope: 'api', role: 'developer' })
      const env = {
        GITLAB_CI: 'true',
        CI_PIPELINE_SOURCE: source,
        CI_COMMIT_BRANCH: name,
        CI_DEFAULT_BRANCH: 'main',
        CI_PROJECT_PATH: 'acme/app',
        CI_API_V4_URL: gitlab.url,
      }
      const inputs = { 'open-pull-request': 'true', 'gitlab-token': 'all' }
      const { exitCode, outcome } = await room.step('plan', inputs, env, now)
      expect(exitCode).toBe(2)
      expect(outcome.findings[0]?.fix).toContain('$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH')
      expect(gitlab.requests).toEqual([])
      await gitlab.stop()
    },
  )

  test('a schedule on the default branch goes on, to the registry first', async () => {
    const github = await fakeGitHub()
    const env = {
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_EVENT_PATH: await room.file('event.json', { repository: { default_branch: 'main' } }),
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_API_URL: github.url,
    }
    const inputs = { 'open-pull-request': 'true', 'github-token': 'all' }
    const { exitCode } = await room.step('plan', inputs, env, now)
    expect(exitCode).toBe(3)
    await github.stop()
  })
})
