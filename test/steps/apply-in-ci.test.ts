import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Proposed, propose } from '../../src/cleanup/pull-request/index.ts'
import { openForge } from '../../src/forge/index.ts'
import { createHttp } from '../../src/system/http.ts'
import { octokitOver } from '../../src/system/octokit.ts'
import { freshPlan, planFile, rules } from '../cleanup/pull-request/harness.ts'
import { type FakeGitHub, fakeGitHub } from '../fakes/github/index.ts'
import { type CiRoom, ciRoom } from './ci-room.ts'

// The step as the example workflow runs it, up to where it would ask the registry, which is not there.

const policy = "version: 1\nimages: ['127.0.0.1:1/acme/**']\nin-use: none\n"
const day = 86_400

let room: CiRoom
let github: FakeGitHub
beforeEach(async () => {
  room = await ciRoom()
  await room.file('.image-hygiene.yml', policy)
  github = await fakeGitHub({ '.image-hygiene.yml': policy })
  const login = 'github-actions[bot]'
  github.token('plan', {
    login,
    kind: 'integration',
    permissions: { contents: 'write', 'pull-requests': 'write' },
  })
  // What the example's job declares.
  github.token('apply', {
    login,
    kind: 'integration',
    permissions: { contents: 'read', 'pull-requests': 'read', actions: 'read' },
  })
  await proposed()
})
afterEach(async () => {
  expect(github.faults).toEqual([])
  await github.stop()
  await room.remove()
})

/** What the plan job does for two images that may go. */
async function proposed(): Promise<Proposed> {
  const now = (): number => Math.floor(github.state.now / 1000)
  const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url }
  const http = createHttp({ env: {} })
  const forge = await openForge({ env, http, now, random: () => 0 }, { github: 'plan' }, octokitOver)
  const registry = { images: ['pr-1', 'pr-2'], held: [], policy: 'one' }
  const plan = async () => freshPlan(registry, { keeps: [], struck: new Set() }, undefined)
  try {
    return await propose({ forge, rules, plan, now: now(), wait: async () => {} })
  } finally {
    await http.close()
  }
}

/** @param age seconds since the merge */
async function apply(mergedBy: string, age: number) {
  const { commit, before } = github.merge(1, mergedBy)
  github.requests.length = 0
  const event = { before, after: commit, repository: { default_branch: 'main' } }
  return room.step(
    'apply',
    { 'github-token': 'apply', 'journal-dir': 'journal' },
    {
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_API_URL: github.url,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: commit,
      GITHUB_EVENT_PATH: await room.file('event.json', event),
    },
    Math.floor(github.state.now / 1000) + age,
  )
}

test('a plan that was merged longer ago than max-plan-age is refused by the policy, with what to do', async () => {
  const { exitCode, outcome } = await apply('mona', 7 * day + 1)
  expect([exitCode, outcome.verdict]).toEqual([1, 'fail'])
  expect(outcome.findings).toMatchObject([
    {
      rule: 'refused',
      message: expect.stringMatching(/was merged on 2026-11-20.*max-plan-age ended on 2026-11-27/),
      fix: expect.stringContaining(`delete the lines with "action":"delete" from ${planFile}`),
    },
  ])
  expect(github.requests.every(request => request.startsWith('GET '))).toBe(true)
})

test('one that was merged by its author is refused by the policy, with what to do', async () => {
  const { exitCode, outcome } = await apply('github-actions[bot]', 60)
  expect([exitCode, outcome.verdict]).toEqual([1, 'fail'])
  expect(outcome.findings[0]?.fix).toContain('require-review: false')
})

test('up to then it goes on to the registry', async () => {
  const { exitCode, outcome } = await apply('mona', 7 * day)
  expect(exitCode).toBe(3)
  expect(outcome.findings.map(({ rule }) => rule)).not.toContain('refused')
})

test('after the advice was followed, the same images are proposed anew', async () => {
  github.merge(1, 'mona')
  const text = github.git.read(github.git.resolve('main') ?? '', planFile) ?? ''
  const kept = text.split('\n').filter(line => !line.includes('"action":"delete"'))
  github.git.push('main', { [planFile]: kept.join('\n') })
  expect(await proposed()).toMatchObject({ operation: 'created', number: 2 })
})
