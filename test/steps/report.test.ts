import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FakeGitHub, fakeGitHub } from '../fakes/github/index.ts'
import { type FakeGitLab, fakeGitLab } from '../fakes/gitlab/index.ts'
import { type CiRoom, ciRoom } from './ci-room.ts'

const branch = 'image-hygiene/cleanup'
const planFile = '.image-hygiene/cleanup-plan.jsonl'
const policy = "version: 1\nimages: ['ghcr.io/acme/**']\n"

/** What `apply` wrote. */
const applied = {
  schema: 'image-hygiene/outcome/v1',
  step: 'apply',
  verdict: 'warn',
  findings: [
    {
      rule: 'skipped-in-use',
      severity: 'info',
      message: 'it runs: @everyone closes #1 <!-- x -->',
      image: 'ghcr.io/acme/app@sha256:1',
    },
    { rule: 'garbage-collection', severity: 'warning', message: 'the space is free after a collection' },
  ],
  outputs: {},
  stats: { deleted: 2, 'already-gone': 1, skipped: 1, 'freed-bytes': 2048 },
}

let room: CiRoom
beforeEach(async () => {
  room = await ciRoom()
  await room.file('.image-hygiene.yml', policy)
  await room.file('apply.json', applied)
})
afterEach(() => room.remove())

describe('on GitHub', () => {
  let github: FakeGitHub
  let pushed: { readonly commit: string; readonly before: string }

  beforeEach(async () => {
    github = await fakeGitHub()
    github.token('report', {
      login: 'github-actions[bot]',
      kind: 'integration',
      permissions: { contents: 'read', 'pull-requests': 'write' },
    })
    github.git.setRef(`refs/heads/${branch}`, github.git.resolve('main') ?? '')
    github.git.push(branch, { [planFile]: 'a plan\n' })
  })
  afterEach(async () => {
    expect(github.faults).toEqual([])
    await github.stop()
  })

  /** Opens and merges what the branch holds. */
  async function merged(): Promise<void> {
    const headers = { authorization: 'Bearer report', 'content-type': 'application/json' }
    const body = JSON.stringify({ head: branch, base: 'main', title: 'Image cleanup' })
    await fetch(`${github.url}/repos/acme/app/pulls`, { method: 'POST', headers, body })
    pushed = github.merge(1, 'mona')
    github.requests.length = 0
  }

  const report = async (
    inputs: Readonly<Record<string, string>> = {},
    env: Readonly<Record<string, string>> = {},
  ) => {
    const { commit, before } = pushed
    const event = { before, after: commit, repository: { default_branch: 'main' } }
    return room.step(
      'report',
      { 'outcome-file': 'apply.json', 'github-token': 'report', ...inputs },
      {
        GITHUB_REPOSITORY: 'acme/app',
        GITHUB_API_URL: github.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: '7',
        GITHUB_EVENT_NAME: 'push',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_SHA: commit,
        GITHUB_EVENT_PATH: await room.file('event.json', event),
        ...env,
      },
      Math.floor(github.state.now / 1000),
    )
  }

  test('the pull request is told once what went, what stayed and why, and where the run is', async () => {
    await merged()
    const { exitCode, outcome } = await report()
    expect(exitCode).toBe(0)
    expect(outcome.outputs).toMatchObject({
      'pull-request-number': '1',
      'pull-request-url': 'https://github.com/acme/app/pull/1',
    })
    const comments = github.pull(1).comments.map(({ body }) => body)
    expect(comments).toHaveLength(1)
    expect(comments[0]).toContain('2 images deleted')
    expect(comments[0]).toContain('1 already gone, 1 left alone')
    expect(comments[0]).toContain('https://github.com/acme/app/actions/runs/7')
    expect(github.requests.filter(request => !request.startsWith('GET '))).toHaveLength(1)
  })

  test('what an outcome quotes mentions nobody, closes nothing and hides nothing', async () => {
    await merged()
    await report()
    const text = github.pull(1).comments[0]?.body ?? ''
    expect(text).toContain('it runs')
    expect(text).not.toMatch(/(?<!\\)@everyone|closes #1|<!--/)
  })

  test.each([
    ['no file is named', { 'outcome-file': '' }, /needs the outcome that apply wrote/],
    ['the file is not there', { 'outcome-file': 'nothing.json' }, /nothing\.json/],
    ['the file is no JSON', { 'outcome-file': '.image-hygiene.yml' }, /no outcome of the step apply/],
  ])('it is refused when %s', async (_, inputs, said) => {
    await merged()
    const { exitCode, outcome } = await report(inputs)
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]?.message).toMatch(said)
    expect(github.requests).toEqual([])
  })

  test.each([
    ['of another step', { ...applied, step: 'lint' }],
    ['of another version', { ...applied, schema: 'image-hygiene/outcome/v2' }],
    ['with a count that is none', { ...applied, stats: { deleted: 'many' } }],
    ['that is a list', [applied]],
  ])('an outcome %s is refused', async (_, content) => {
    await merged()
    await room.file('apply.json', content)
    const { exitCode, outcome } = await report()
    expect([exitCode, outcome.findings[0]?.rule]).toEqual([2, 'bad-file'])
    expect(github.requests).toEqual([])
  })

  test.each([
    [
      'a pull request, of a fork or not',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/1/merge' },
    ],
    ['a pull request with secrets', { GITHUB_EVENT_NAME: 'pull_request_target' }],
    ['a comment', { GITHUB_EVENT_NAME: 'issue_comment' }],
    ['another workflow', { GITHUB_EVENT_NAME: 'workflow_run' }],
    ['no event at all', { GITHUB_EVENT_NAME: '' }],
  ])('it writes nothing for %s', async (_, env) => {
    await merged()
    const { exitCode, outcome } = await report({}, env)
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]?.fix).toContain('in the same workflow')
    expect(github.requests).toEqual([])
  })

  test('a plan that no pull request brought is nobody’s to be told of', async () => {
    const before = github.git.resolve('main') ?? ''
    pushed = { before, commit: github.git.push('main', { [planFile]: 'by hand\n' }) }
    const { exitCode, outcome } = await report()
    expect([exitCode, outcome.verdict, outcome.findings[0]?.rule]).toEqual([0, 'warn', 'nobody-to-tell'])
    expect(github.requests.every(request => request.startsWith('GET '))).toBe(true)
  })

  test('a token that may not comment is told which permission it lacks', async () => {
    await merged()
    github.token('poor', {
      login: 'github-actions[bot]',
      kind: 'integration',
      permissions: { contents: 'read', 'pull-requests': 'read' },
    })
    const { exitCode, outcome } = await report({ 'github-token': 'poor' })
    expect(exitCode).toBe(3)
    expect(outcome.findings[0]).toMatchObject({
      rule: 'no-permission',
      fix: expect.stringContaining('pull-requests: write'),
    })
    expect(github.pull(1).comments).toEqual([])
  })
})

describe('on GitLab', () => {
  let gitlab: FakeGitLab

  beforeEach(async () => {
    gitlab = await fakeGitLab()
    gitlab.token('report', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
    gitlab.git.setRef(`refs/heads/${branch}`, gitlab.git.resolve('main') ?? '')
    gitlab.git.push(branch, { [planFile]: 'a plan\n' })
    const headers = { 'private-token': 'report', 'content-type': 'application/json' }
    const body = JSON.stringify({ source_branch: branch, target_branch: 'main', title: 'Image cleanup' })
    await fetch(`${gitlab.url}/projects/acme%2Fapp/merge_requests`, { method: 'POST', headers, body })
  })
  afterEach(async () => {
    expect(gitlab.faults).toEqual([])
    await gitlab.stop()
  })

  const report = (env: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) =>
    room.step(
      'report',
      { 'outcome-file': 'apply.json', ...inputs },
      {
        GITLAB_CI: 'true',
        CI_API_V4_URL: gitlab.url,
        CI_PROJECT_PATH: 'acme/app',
        CI_DEFAULT_BRANCH: 'main',
        CI_COMMIT_BRANCH: 'main',
        CI_PIPELINE_URL: 'https://gitlab.com/acme/app/-/pipelines/7',
        ...env,
      },
      Math.floor(gitlab.state.now / 1000),
    )

  test('the merge request is told, with the pipeline', async () => {
    const { commit } = gitlab.merge(1, 'mona')
    const env = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: commit }
    const { exitCode, outcome } = await report(env, { 'gitlab-token': 'report' })
    expect([exitCode, outcome.outputs['pull-request-number']]).toEqual([0, '1'])
    expect(gitlab.request(1).notes.map(({ body }) => body)).toEqual([
      expect.stringContaining('https://gitlab.com/acme/app/-/pipelines/7'),
    ])
  })

  test('a merge request pipeline writes nothing', async () => {
    gitlab.requests.length = 0
    const env = { CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_BRANCH: '' }
    expect((await report(env, { 'gitlab-token': 'report' })).exitCode).toBe(2)
    expect(gitlab.requests).toEqual([])
  })

  test('a job token writes nothing, and is told what it takes', async () => {
    gitlab.token('job', { username: 'mona', kind: 'job', scope: 'api', role: 'developer' })
    const { commit } = gitlab.merge(1, 'mona')
    const env = { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_SHA: commit, CI_JOB_TOKEN: 'job' }
    const { exitCode } = await report(env, {})
    expect(exitCode).toBe(3)
    expect(gitlab.request(1).notes).toEqual([])
  })
})
