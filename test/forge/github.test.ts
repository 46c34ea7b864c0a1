import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Forge, openForge, type ProposalDraft } from '../../src/forge/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { createHttp } from '../../src/system/http.ts'
import { octokitOver } from '../../src/system/octokit.ts'
import { type FakeGitHub, fakeGitHub } from '../fakes/github/index.ts'

const branch = 'image-hygiene/cleanup'
const path = '.image-hygiene/cleanup-plan.jsonl'
const draft: ProposalDraft = {
  branch,
  base: 'main',
  title: 'Image cleanup: 1 image',
  body: 'what will go',
  draft: false,
  labels: ['image-hygiene'],
  reviewers: ['mona', 'acme/platform'],
  assignees: ['mona'],
}

let github: FakeGitHub
let forge: Forge
let waited: number[]
const http = createHttp({ env: {} })

function openAs(token: string, url = github.url): Promise<Forge> {
  const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: url, GITHUB_RUN_ID: '7' }
  const now = (): number => Math.floor(github.state.now / 1000)
  return openForge(
    { env, http, now, random: () => 0 },
    { github: token },
    octokitOver,
    async milliseconds => {
      waited.push(milliseconds)
    },
  )
}

beforeEach(async () => {
  github = await fakeGitHub()
  github.token('good', {
    login: 'github-actions[bot]',
    kind: 'integration',
    permissions: { contents: 'write', 'pull-requests': 'write' },
  })
  waited = []
  forge = await openAs('good')
})

afterEach(async () => {
  expect(github.faults).toEqual([])
  await github.stop()
})

async function opened(): Promise<number> {
  const base = await forge.base()
  await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
  const answer = await forge.open(draft)
  if (answer === 'exists') throw new Error('there is one already')
  return answer.proposal.number
}

describe('a branch and its pull request', () => {
  test('a commit on a new branch is verified, sits on the base and changes one file', async () => {
    const base = await forge.base()
    expect(base).toMatchObject({ branch: 'main', commit: github.git.resolve('main') })
    expect(await forge.branch(branch)).toBeUndefined()
    const made = await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
    expect(made).toMatchObject({ verified: true })
    const read = await forge.branch(branch)
    expect(read).toMatchObject({
      base,
      changed: [path],
      commits: [{ message: 'One', author: 'github-actions[bot]' }],
    })
    expect(await forge.file(path, read?.head ?? '')).toBe('one\n')
    expect(await forge.file('absent', read?.head ?? '')).toBeUndefined()
  })

  test('labels, assignees, people and teams are asked for', async () => {
    const number = await opened()
    expect(github.pull(number)).toMatchObject({
      author: 'github-actions[bot]',
      labels: ['image-hygiene'],
      assignees: ['mona'],
      reviewers: ['mona', 'platform'],
    })
    expect(await forge.openProposal(branch)).toMatchObject({ number, state: 'open', defaultBranch: 'main' })
  })

  test('a second one is told to exist, not made', async () => {
    await opened()
    expect(await forge.open(draft)).toBe('exists')
    expect(github.state.pulls).toHaveLength(1)
  })

  test('a push of a person in between makes the commit moved and stays on the branch', async () => {
    await opened()
    const seen = await forge.branch(branch)
    const theirs = github.git.push(branch, { [path]: 'edited\n' })
    if (seen === undefined) throw new Error('no branch')
    const change = { branch, path, content: 'two\n', message: 'Two', base: seen.base }
    expect(await forge.commit({ ...change, onto: { branch: seen, use: 'live' } })).toBe('moved')
    expect(github.git.resolve(branch)).toBe(theirs)
  })

  test('a refresh of a live branch brings the base in and keeps every commit', async () => {
    await opened()
    const theirs = github.git.push(branch, { [path]: 'edited\n' })
    const main = github.git.push('main', { 'README.md': 'new\n' })
    const seen = await forge.branch(branch)
    if (seen === undefined) throw new Error('no branch')
    await forge.commit({
      branch,
      path,
      content: 'two\n',
      message: 'Two',
      base: seen.base,
      onto: { branch: seen, use: 'live' },
    })
    const head = github.git.resolve(branch) ?? ''
    expect(github.git.facts(head).parents).toEqual([theirs, main])
    expect(github.git.read(head, 'README.md')).toBe('new\n')
    expect((await forge.branch(branch))?.changed).toEqual([path])
  })

  test('a squashed branch goes on from the base, and is not forced', async () => {
    const number = await opened()
    const old = github.git.resolve(branch) ?? ''
    const { commit: main } = github.merge(number, 'mona', 'squash')
    const seen = await forge.branch(branch)
    if (seen === undefined) throw new Error('no branch')
    await forge.commit({
      branch,
      path,
      content: 'two\n',
      message: 'Two',
      base: seen.base,
      onto: { branch: seen, use: 'abandoned' },
    })
    const head = github.git.resolve(branch) ?? ''
    expect(github.git.facts(head).parents).toEqual([old, main])
    expect(github.git.changed(main, head)).toEqual([path])
  })

  test('a merge is found with who and when, though the index is late', async () => {
    const number = await opened()
    const { commit } = github.merge(number, 'mona')
    github.habits['merges are indexed late'] = 2
    expect(await forge.mergeOf(commit)).toMatchObject({
      number,
      author: 'github-actions[bot]',
      mergedBy: 'mona',
      mergedAt: github.state.now / 1000,
      branch,
    })
    expect(await forge.endedProposals(branch)).toMatchObject([{ number, state: 'merged' }])
  })

  test('a long history is read to its newest end', async () => {
    await opened()
    let head = github.git.resolve(branch) ?? ''
    const by = { name: 'Mona', email: 'mona@example.com' }
    for (let count = 0; count < 120; count++) {
      head = github.git.commit({ tree: github.git.treeOf(head), parents: [head], message: `${count}`, by })
    }
    github.git.setRef(`refs/heads/${branch}`, head)
    const read = await forge.branch(branch)
    expect(read).toMatchObject({ head, changed: [path] })
    expect(read?.commits).toHaveLength(121)
  })

  test('comments are read page by page', async () => {
    await opened()
    github.habits['small pages'] = true
    for (let count = 0; count < 5; count++) await forge.comment(1, `comment ${count}`)
    expect((await forge.comments(1)).map(({ body }) => body)).toEqual(
      [0, 1, 2, 3, 4].map(n => `comment ${n}`),
    )
  })

  test('endings are read for numbers, and what is not told is unknown', async () => {
    const number = await opened()
    expect(await forge.ends([number, 99])).toEqual(
      new Map([
        [number, 'open'],
        [99, 'unknown'],
      ]),
    )
    github.close(number)
    expect((await forge.ends([number])).get(number)).toEqual({ ended: github.state.now / 1000 })
  })

  test('endings of many are read page by page, while that is cheaper than one by one', async () => {
    await opened()
    const [first] = github.state.pulls
    if (first === undefined) throw new Error('nothing was opened')
    for (let number = 2; number <= 250; number++) {
      const closedAt = number % 2 === 0 ? '2026-11-01T00:00:00Z' : null
      const state = closedAt === null ? 'open' : 'closed'
      github.state.pulls.push({ ...first, number, branch: `b-${number}`, state, closedAt })
    }
    github.requests.length = 0
    const wanted = Array.from({ length: 250 }, (_, index) => index + 1)
    const endings = await forge.ends([...wanted, 999])
    expect([...endings.values()].filter(ending => typeof ending === 'object')).toHaveLength(125)
    expect(endings.get(249)).toBe('open')
    expect(endings.get(2)).toEqual({ ended: Date.parse('2026-11-01') / 1000 })
    expect(endings.get(999)).toBe('unknown')
    expect(github.requests).toEqual([
      ...Array.from({ length: 3 }, () => 'GET /repos/acme/app/pulls'),
      'GET /repos/acme/app/pulls/999',
    ])
    github.requests.length = 0
    await forge.ends([1, 250])
    expect(github.requests).toEqual(['GET /repos/acme/app/pulls/1', 'GET /repos/acme/app/pulls/250'])
  })

  test('branches and their deletions are read page by page, the newest deletion first', async () => {
    github.habits['small pages'] = true
    for (const name of ['a', 'b/c', 'd', 'e', 'f']) github.git.push(name, { x: name })
    for (const name of ['a', 'b/c', 'd']) {
      github.state.now += 60_000
      github.deleteBranch(name)
    }
    expect((await forge.branches()).toSorted()).toEqual(['e', 'f', 'main'])
    const gone: unknown[] = []
    for await (const one of forge.deletedBranches()) gone.push(one)
    const last = github.state.now / 1000
    expect(gone).toEqual([
      { name: 'd', at: last },
      { name: 'b/c', at: last - 60 },
      { name: 'a', at: last - 120 },
    ])
    github.requests.length = 0
    for await (const { name } of forge.deletedBranches()) if (name === 'd') break
    expect(github.requests).toHaveLength(1)
  })

  test('older runs of the same workflow are seen, where the token may look', async () => {
    expect(await forge.otherRuns()).toBe('unknown')
    github.state.runs.push(
      { id: 6, workflow: 1, status: 'in_progress' },
      { id: 7, workflow: 1, status: 'in_progress' },
      { id: 8, workflow: 1, status: 'in_progress' },
      { id: 5, workflow: 2, status: 'in_progress' },
    )
    github.token('looking', { login: 'x', kind: 'integration', permissions: { actions: 'read' } })
    expect(await (await openAs('looking')).otherRuns()).toEqual([
      'https://github.com/acme/app/actions/runs/6',
    ])
  })
})

describe('bad habits', () => {
  test.each([
    ['secondary rate limit', 2, [7000, 7000]],
    ['primary rate limit', 1, [21000]],
    ['502 before the work is done', 1, [750]],
    ['502 after the work is done', 1, [750]],
    ['could not resolve to a node', 2, [1000, 2000]],
  ] as const)('%s is waited out', async (habit, times, waits) => {
    github.habits[habit] = times
    const number = await opened()
    expect(github.pull(number).labels).toEqual(['image-hygiene'])
    expect(waited).toEqual(waits)
  })

  test('a locked ref is moved: the caller reads again', async () => {
    github.habits['409 while the ref is locked'] = 1
    const base = await forge.base()
    expect(await forge.commit({ branch, path, content: 'one\n', message: 'One', base })).toBe('moved')
  })

  test('a draft is opened ready where there are no drafts', async () => {
    github.habits['no drafts here'] = true
    const base = await forge.base()
    await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
    const answer = await forge.open({ ...draft, draft: true })
    expect(answer).toMatchObject({ missed: [expect.stringContaining('drafts')] })
  })

  test('refused reviewers do not cost the pull request', async () => {
    github.habits['reviewers are refused'] = true
    const base = await forge.base()
    await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
    expect(await forge.open(draft)).toMatchObject({
      proposal: { number: 1 },
      missed: [expect.stringContaining('the reviewers mona, acme/platform')],
    })
  })

  test('a primary limit of more than two minutes is not waited for', async () => {
    github.habits['primary rate limit'] = 1
    github.state.now -= 600_000
    await expect(
      openForge(
        {
          env: { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url },
          http,
          now: () => github.state.now / 1000 - 600,
          random: () => 0,
        },
        { github: 'good' },
        octokitOver,
      ).then(slow => slow.base()),
    ).rejects.toMatchObject({ code: 'budget-spent' })
  })
})

describe('refusals name the permission or the setting', () => {
  async function refusal(call: Promise<unknown>): Promise<HygieneError> {
    const error = await call.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof HygieneError)) throw new Error(`no refusal: ${error}`)
    return error
  }
  const withToken = async (
    kind: 'integration' | 'fine-grained',
    permissions: Record<string, 'read' | 'write'>,
  ): Promise<Forge> => {
    github.token('other', { login: 'other', kind, permissions })
    return openAs('other')
  }

  test('a workflow without contents: write', async () => {
    const base = await forge.base()
    const poor = await withToken('integration', { contents: 'read', 'pull-requests': 'write' })
    const error = await refusal(poor.commit({ branch, path, content: 'x', message: 'x', base }))
    expect(error.code).toBe('no-permission')
    expect(error.findings[0]?.fix).toBe('add to the job:\npermissions:\n  contents: write')
  })

  test('a workflow without pull-requests: write', async () => {
    await opened()
    github.close(1)
    const poor = await withToken('integration', { contents: 'write', 'pull-requests': 'read' })
    const error = await refusal(poor.open(draft))
    expect(error.findings[0]?.fix).toContain('pull-requests: write')
  })

  test('a fine-grained token', async () => {
    const poor = await withToken('fine-grained', {})
    const error = await refusal(poor.openProposal(branch))
    expect(error.findings[0]?.fix).toContain('"Pull requests: Read"')
  })

  test('Actions that may not create pull requests', async () => {
    github.habits['not permitted to create pull requests'] = true
    const error = await refusal(opened())
    expect(error.findings[0]?.fix).toContain('Allow GitHub Actions to create and approve pull requests')
  })

  test('a protected branch', async () => {
    github.habits['branch is protected'] = true
    const error = await refusal(opened())
    expect(error.findings[0]?.fix).toContain('cleanup.pull-request.branch')
  })

  test('a token that GitHub does not know', async () => {
    const error = await refusal((await openAs('bad')).base())
    expect(error.code).toBe('no-credentials')
  })
})
