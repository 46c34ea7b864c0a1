import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Forge, openForge, type ProposalDraft } from '../../src/forge/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { createHttp } from '../../src/system/http.ts'
import { octokitOver } from '../../src/system/octokit.ts'
import { type FakeGitLab, fakeGitLab } from '../fakes/gitlab/index.ts'

const branch = 'image-hygiene/cleanup'
const path = '.image-hygiene/cleanup-plan.jsonl'
const draft: ProposalDraft = {
  branch,
  base: 'main',
  title: 'Image cleanup: 1 image',
  body: 'what will go',
  draft: false,
  labels: ['image-hygiene', 'ci'],
  reviewers: ['mona'],
  assignees: ['root', 'mona'],
}

let gitlab: FakeGitLab
let forge: Forge
let waited: number[]
const http = createHttp({ env: {} })

beforeEach(async () => {
  gitlab = await fakeGitLab()
  gitlab.token('good', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
  waited = []
  forge = await openForge(
    {
      env: { CI_API_V4_URL: gitlab.url, CI_PROJECT_PATH: 'acme/app' },
      http,
      now: () => Math.floor(gitlab.state.now / 1000),
      random: () => 0,
    },
    { gitlab: 'good' },
    octokitOver,
    async milliseconds => {
      waited.push(milliseconds)
    },
  )
})
afterEach(async () => {
  expect(gitlab.faults).toEqual([])
  await gitlab.stop()
})

async function opened(more: Partial<ProposalDraft> = {}): ReturnType<Forge['open']> {
  const base = await forge.base()
  await forge.commit({ branch, path, content: 'one\n', message: 'One', base })
  return forge.open({ ...draft, ...more })
}

describe('a merge request', () => {
  test('has its labels, and people by the numbers that GitLab asks for', async () => {
    expect(await opened()).toMatchObject({ proposal: { number: 1, state: 'open' }, missed: [] })
    const idOf = (name: string): number => gitlab.state.users.indexOf(name) + 1
    expect(gitlab.request(1)).toMatchObject({
      author: 'cleanup-bot',
      labels: ['image-hygiene', 'ci'],
      reviewers: [idOf('mona')],
      assignees: [idOf('root'), idOf('mona')],
    })
  })

  test('is opened without people that GitLab does not know, and says so', async () => {
    expect(await opened({ reviewers: ['ghost', 'mona'], assignees: ['nobody'] })).toMatchObject({
      missed: [
        'the reviewer ghost could not be added: GitLab knows no such user',
        'the assignee nobody could not be added: GitLab knows no such user',
      ],
    })
    expect(gitlab.request(1)).toMatchObject({ reviewers: [2], assignees: [] })
  })

  test('is a draft by its title, which is parted from it again', async () => {
    await opened({ draft: true })
    expect(gitlab.request(1).title).toBe('Draft: Image cleanup: 1 image')
    expect(await forge.openProposal(branch)).toMatchObject({ draft: true, title: draft.title })
  })

  test('a second one is told to exist, not made', async () => {
    await opened()
    expect(await forge.open(draft)).toBe('exists')
    expect(gitlab.state.mergeRequests).toHaveLength(1)
  })
})

describe('bad habits', () => {
  test.each([
    ['429 with a reset', 1, [21_000]],
    ['429 with a reset', 2, [21_000, 21_000]],
    ['502 before the work is done', 1, [750]],
    ['502 before the work is done', 3, [750, 1500, 3000]],
  ] as const)('%s, %i times, is waited out', async (habit, times, waits) => {
    gitlab.habits[habit] = times
    expect(await opened()).toMatchObject({ proposal: { number: 1 } })
    expect(waited).toEqual(waits)
    expect(gitlab.state.mergeRequests).toHaveLength(1)
  })

  test('a GitLab that stays in trouble is named, after five tries', async () => {
    gitlab.habits['502 before the work is done'] = 5
    await expect(forge.base()).rejects.toMatchObject({ code: 'unreachable', exitCode: 3 })
    expect(gitlab.requests).toHaveLength(5)
  })

  test('a comment is not sent twice: a 502 may have come after it was written', async () => {
    await opened()
    gitlab.habits['502 before the work is done'] = 1
    await expect(forge.comment(1, 'done')).rejects.toBeInstanceOf(HygieneError)
    expect(waited).toEqual([])
    expect(gitlab.request(1).notes).toEqual([])
  })

  test('comments are read page by page', async () => {
    await opened()
    gitlab.habits['small pages'] = true
    for (let count = 0; count < 5; count++) await forge.comment(1, `comment ${count}`)
    expect((await forge.comments(1)).map(({ body }) => body)).toEqual(
      [0, 1, 2, 3, 4].map(n => `comment ${n}`),
    )
  })
})

describe('what previews end with', () => {
  test('endings of many are read fifty at a time, page by page', async () => {
    await opened()
    gitlab.habits['small pages'] = true
    const first = gitlab.request(1)
    for (let iid = 2; iid <= 120; iid++) {
      const closed = iid % 2 === 0
      const closedAt = closed ? '2026-11-01T00:00:00Z' : null
      gitlab.state.mergeRequests.push({ ...first, iid, state: closed ? 'closed' : 'opened', closedAt })
    }
    gitlab.requests.length = 0
    const endings = await forge.ends([...Array.from({ length: 120 }, (_, index) => index + 1), 999])
    expect([...endings.values()].filter(ending => typeof ending === 'object')).toHaveLength(60)
    expect(endings.get(119)).toBe('open')
    expect(endings.get(999)).toBe('unknown')
    const lists = gitlab.requests.filter(request => request === 'GET /merge_requests')
    expect(lists).toHaveLength(25 + 25 + 10)
  })

  test('a merge request that GitLab leaves open ends with its branch', async () => {
    await opened()
    gitlab.state.now += 60_000
    gitlab.deleteBranch(branch)
    expect(gitlab.request(1).state).toBe('opened')
    expect(await forge.ends([1])).toEqual(new Map([[1, { ended: gitlab.state.now / 1000 }]]))
  })

  test('one whose branch is gone, and GitLab does not say since when, stays open', async () => {
    await opened()
    gitlab.git.deleteRef(`refs/heads/${branch}`)
    expect(await forge.ends([1])).toEqual(new Map([[1, 'open']]))
  })

  test('branches and their deletions are read page by page, the newest deletion first', async () => {
    gitlab.habits['small pages'] = true
    for (const name of ['a', 'b/c', 'd', 'e', 'f']) gitlab.git.push(name, { x: name })
    for (const name of ['a', 'b/c', 'd']) {
      gitlab.state.now += 60_000
      gitlab.deleteBranch(name)
    }
    expect((await forge.branches()).toSorted()).toEqual(['e', 'f', 'main'])
    const gone: unknown[] = []
    for await (const one of forge.deletedBranches()) gone.push(one)
    const last = gitlab.state.now / 1000
    expect(gone).toEqual([
      { name: 'd', at: last },
      { name: 'b/c', at: last - 60 },
      { name: 'a', at: last - 120 },
    ])
  })
})
