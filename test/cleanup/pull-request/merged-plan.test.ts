import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MergedPlan } from '../../../src/cleanup/apply/index.ts'
import { propose } from '../../../src/cleanup/pull-request/index.ts'
import { HygieneError } from '../../../src/outcome/index.ts'
import { forgeOf } from '../../../src/steps/forge.ts'
import { planSourceOf } from '../../../src/steps/plan-source.ts'
import { loadPolicy } from '../../../src/steps/policy.ts'
import { createLog } from '../../../src/system/log.ts'
import { realWorld } from '../../../src/system/node.ts'
import { type FakeGitHub, fakeGitHub } from '../../fakes/github/index.ts'
import { type FakeGitLab, fakeGitLab } from '../../fakes/gitlab/index.ts'
import { freshPlan, keep, planFile, planOn, type Registry, rules, strike } from './harness.ts'

// The life between a merge and a deletion: what a push event makes of a plan on the default branch.

const policyFile = '.image-hygiene.yml'
const strict = "version: 1\nimages: ['ghcr.io/acme/**']\n"
const loose = `${strict}classes:\n  release: { expires: 1d }\n`
const registry: Registry = { images: ['pr-1', 'pr-2', 'pr-3'], held: [], policy: 'one' }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'merged-plan-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

interface Pushed {
  readonly commit: string
  readonly before: string
}

type Env = Readonly<Record<string, string | undefined>>

async function worldOf(env: Env, now: () => number) {
  const log = createLog({ line: () => undefined, clock: () => 0 })
  const all = { PATH: process.env['PATH'], HOME: folder, ...env }
  const world = realWorld({ env: all, cwd: folder, log, input: (async function* () {})() })
  return { ...world, now }
}

async function refusal(call: Promise<unknown>): Promise<HygieneError> {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof HygieneError)) throw new Error(`no refusal: ${thrown}`)
  return thrown
}

describe('on GitHub', () => {
  let github: FakeGitHub

  beforeEach(async () => {
    github = await fakeGitHub({ 'README.md': '# app\n', [policyFile]: strict })
    // What the example's jobs declare: the one that deletes may write nothing here.
    github.token('plan', {
      login: 'github-actions[bot]',
      kind: 'integration',
      permissions: { contents: 'write', 'pull-requests': 'write' },
    })
    github.token('apply', {
      login: 'github-actions[bot]',
      kind: 'integration',
      permissions: { contents: 'read', 'pull-requests': 'read', actions: 'read' },
    })
    github.state.runs.push({ id: 7, workflow: 1, status: 'in_progress' })
    await writeFile(join(folder, policyFile), strict)
  })
  afterEach(async () => {
    expect(github.faults).toEqual([])
    await github.stop()
  })

  const now = () => Math.floor(github.state.now / 1000)
  const base = () => ({ GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url, GITHUB_RUN_ID: '7' })

  async function proposed(): Promise<void> {
    const world = await worldOf(base(), now)
    const forge = await forgeOf(world, { github: 'plan' })
    await propose({
      forge,
      rules,
      now: now(),
      wait: async () => {},
      plan: async reviewed => freshPlan(registry, reviewed, planOn(github, 'main')),
    })
    await world.http.close()
  }

  async function applied({ commit, before }: Pushed, more: Env = {}): Promise<MergedPlan> {
    const event = join(folder, 'event.json')
    await writeFile(event, JSON.stringify({ before, after: commit, repository: { default_branch: 'main' } }))
    const env = {
      ...base(),
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: commit,
      GITHUB_EVENT_PATH: event,
      ...more,
    }
    const world = await worldOf(env, now)
    const call = {
      config: policyFile,
      githubToken: 'apply',
      gitlabToken: undefined,
      planFile: undefined,
      yes: false,
    }
    try {
      return await (await planSourceOf(call, world))(await loadPolicy(call, world))
    } finally {
      await world.http.close()
    }
  }

  test.each(['merge', 'squash'] as const)('a plan brought by a %s is applied as reviewed', async how => {
    await proposed()
    strike(github, 'pr-1')
    keep(github, 'pr-2')
    const plan = await applied(github.merge(1, 'mona', how))
    expect(plan).toMatchObject({ consented: true, mergedAt: now() })
    expect(plan.plan.lines.map(({ action, tags }) => [action, ...tags]).toSorted()).toEqual([
      ['delete', 'pr-3'],
      ['keep', 'pr-2'],
    ])
    expect(plan.name).toContain(planFile)
  })

  test('reading it writes nothing', async () => {
    await proposed()
    const pushed = github.merge(1, 'mona')
    github.requests.length = 0
    await applied(pushed)
    expect(github.requests.filter(request => !request.startsWith('GET '))).toEqual([])
  })

  test('the policy before the push counts too, as the forge has it', async () => {
    await proposed()
    github.git.push('image-hygiene/cleanup', { [policyFile]: loose })
    await writeFile(join(folder, policyFile), loose)
    const { before } = await applied(github.merge(1, 'mona'))
    expect(before?.policy.classes['release']?.expires).toEqual({ kind: 'never' })
  })

  test('a later commit to other files does not hide who merged the plan', async () => {
    await proposed()
    const { before } = github.merge(1, 'mona')
    const commit = github.git.push('main', { 'README.md': 'later\n' })
    expect(await applied({ commit, before })).toMatchObject({ consented: true, mergedAt: now() })
  })

  test('no plan in the commit is nothing to do', async () => {
    const before = github.git.resolve('main') ?? ''
    const commit = github.git.push('main', { 'README.md': 'new\n' })
    expect((await applied({ commit, before })).plan.lines).toEqual([])
  })

  test.each([
    ['pull_request', { GITHUB_REF: 'refs/pull/1/merge' }],
    ['pull_request_target', {}],
    ['schedule', {}],
    ['workflow_dispatch', {}],
    ['workflow_run', {}],
  ])('the event %s deletes nothing', async (name, more) => {
    await proposed()
    const error = await refusal(applied(github.merge(1, 'mona'), { GITHUB_EVENT_NAME: name, ...more }))
    expect(error.code).toBe('bad-usage')
  })

  test('a push to another branch deletes nothing', async () => {
    await proposed()
    const pushed = github.merge(1, 'mona')
    const error = await refusal(applied(pushed, { GITHUB_REF: 'refs/heads/image-hygiene/cleanup' }))
    expect(error.message).toContain('default branch main only')
  })

  test('a plan that the branch no longer has is left to the newer run', async () => {
    await proposed()
    const pushed = github.merge(1, 'mona')
    github.git.push('main', { [planFile]: null })
    expect((await refusal(applied(pushed))).message).toContain('is another one by now')
  })

  test('a plan pushed by hand was reviewed by nobody', async () => {
    await proposed()
    const text = github.git.read(github.git.resolve('image-hygiene/cleanup') ?? '', planFile) ?? ''
    const before = github.git.resolve('main') ?? ''
    const commit = github.git.push('main', { [planFile]: text })
    expect((await refusal(applied({ commit, before }))).message).toContain('nobody has reviewed it')
  })

  test('who opened a plan does not review it', async () => {
    await proposed()
    const error = await refusal(applied(github.merge(1, 'github-actions[bot]')))
    expect(error.message).toContain('cleanup.require-review')
    expect(error.findings[0]?.fix).toContain('require-review: false')
  })

  test('an older apply that still runs goes first', async () => {
    await proposed()
    github.state.runs.push({ id: 6, workflow: 1, status: 'in_progress' })
    const error = await refusal(applied(github.merge(1, 'mona')))
    expect(error.message).toContain('/actions/runs/6')
  })
})

describe('on GitLab', () => {
  let gitlab: FakeGitLab

  beforeEach(async () => {
    gitlab = await fakeGitLab({ 'README.md': '# app\n', [policyFile]: strict })
    gitlab.token('plan', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
    gitlab.token('apply', { username: 'apply-bot', kind: 'access', scope: 'read_api', role: 'reporter' })
    gitlab.token('job', { username: 'mona', kind: 'job', scope: 'api', role: 'developer' })
    await writeFile(join(folder, policyFile), strict)
  })
  afterEach(async () => {
    expect(gitlab.faults).toEqual([])
    await gitlab.stop()
  })

  const now = () => Math.floor(gitlab.state.now / 1000)
  const base = () => ({
    GITLAB_CI: 'true',
    CI_API_V4_URL: gitlab.url,
    CI_PROJECT_PATH: 'acme/app',
    CI_DEFAULT_BRANCH: 'main',
    CI_JOB_ID: '7',
    CI_JOB_NAME: 'apply',
  })

  async function proposed(
    tokens: { gitlab?: string } = { gitlab: 'plan' },
    env: Env = base(),
  ): Promise<void> {
    const world = await worldOf(env, now)
    const forge = await forgeOf(world, tokens)
    try {
      await propose({
        forge,
        rules,
        now: now(),
        wait: async () => {},
        plan: async reviewed => freshPlan(registry, reviewed, planOn(gitlab, 'main')),
      })
    } finally {
      await world.http.close()
    }
  }

  async function applied({ commit, before }: Pushed): Promise<MergedPlan> {
    const env = {
      ...base(),
      CI_PIPELINE_SOURCE: 'push',
      CI_COMMIT_BRANCH: 'main',
      CI_COMMIT_SHA: commit,
      CI_COMMIT_BEFORE_SHA: before,
    }
    const world = await worldOf(env, now)
    const call = {
      config: policyFile,
      githubToken: undefined,
      gitlabToken: 'apply',
      planFile: undefined,
      yes: false,
    }
    try {
      return await (await planSourceOf(call, world))(await loadPolicy(call, world))
    } finally {
      await world.http.close()
    }
  }

  test.each(['merge', 'squash'] as const)('a plan brought by a %s is applied as reviewed', async how => {
    await proposed()
    strike(gitlab, 'pr-1')
    const plan = await applied(gitlab.merge(1, 'mona', how))
    expect(plan.plan.lines.flatMap(({ tags }) => tags).toSorted()).toEqual(['pr-2', 'pr-3'])
    expect(plan).toMatchObject({ consented: true, mergedAt: now() })
  })

  test('an older job of the same name goes first', async () => {
    await proposed()
    gitlab.state.jobs.push(
      { id: 6, name: 'apply', status: 'running' },
      { id: 5, name: 'test', status: 'running' },
    )
    expect((await refusal(applied(gitlab.merge(1, 'mona')))).message).toContain('/-/jobs/6')
  })

  test('a job token writes nothing and is told what it takes', async () => {
    const error = await refusal(proposed({}, { ...base(), CI_JOB_TOKEN: 'job' }))
    expect(error.findings[0]?.fix).toContain('project access token')
    expect(gitlab.state.mergeRequests).toEqual([])
    expect([...gitlab.git.branches().keys()]).toEqual(['main'])
  })

  test.each([
    ['a scope', { scope: 'read_api', role: 'developer' }, 'scope api'],
    ['a role', { scope: 'api', role: 'reporter' }, 'role Developer'],
  ] as const)('a token that lacks %s is told which', async (_, rights, said) => {
    gitlab.token('poor', { username: 'poor', kind: 'access', ...rights })
    const error = await refusal(proposed({ gitlab: 'poor' }))
    expect(error.code).toBe('no-permission')
    expect(error.findings[0]?.fix).toContain(said)
    expect([...gitlab.git.branches().keys()]).toEqual(['main'])
  })

  test('endings are read for numbers, and what is not told is unknown', async () => {
    await proposed()
    const forge = await forgeOf(await worldOf(base(), now), { gitlab: 'apply' })
    expect(await forge.ends([1, 99])).toEqual(
      new Map([
        [1, 'open'],
        [99, 'unknown'],
      ]),
    )
    gitlab.close(1)
    expect((await forge.ends([1])).get(1)).toEqual({ ended: now() })
  })

  test('a protected branch is named with the setting', async () => {
    gitlab.habits['branch is protected'] = true
    expect((await refusal(proposed())).findings[0]?.fix).toContain('Protected branches')
  })
})
