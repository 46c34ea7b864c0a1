import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Proposed } from '../../../src/cleanup/pull-request/index.ts'
import { type FakeGitHub, fakeGitHub } from '../../fakes/github/index.ts'
import {
  branch,
  deletesOn,
  keep,
  keepsOn,
  planFile,
  type Registry,
  type Runner,
  runnerOn,
  strike,
  writes,
} from './harness.ts'

let github: FakeGitHub
let registry: Registry
let runner: Runner

beforeEach(async () => {
  github = await fakeGitHub()
  registry = { images: ['pr-1', 'pr-2', 'pr-3'], held: [], policy: 'one' }
  runner = await runnerOn(github, registry)
})

afterEach(async () => {
  expect(github.faults).toEqual([])
  await github.stop()
})

async function run(): Promise<Proposed> {
  github.requests.length = 0
  github.state.now += 60_000
  return runner.run()
}

function days(count: number): void {
  github.state.now += count * 86_400_000
}

describe('the one pull request', () => {
  test('is created with counts, bytes and the plan id in its title, on a branch with one verified commit', async () => {
    const made = await run()
    expect(made).toMatchObject({ operation: 'created', number: 1 })
    expect(made.url).toContain('/pull/1')
    const pull = github.pull(1)
    expect(pull.title).toMatch(/^Image cleanup: 3 images, 3\.0 MiB \(plan [0-9a-f]{7}\)$/)
    expect(pull.author).toBe('github-actions[bot]')
    expect(github.git.between(github.git.resolve('main') ?? '', pull.head)).toHaveLength(1)
    expect(github.state.commits.get(pull.head)?.verified).toBe(true)
    expect(deletesOn(github, branch)).toHaveLength(3)
    const commits = writes(github).filter(request => request.includes('/git/'))
    expect(commits.length).toBeLessThanOrEqual(5)
  })

  test('the same world writes nothing and reads at most four times', async () => {
    await run()
    expect((await run()).operation).toBe('unchanged')
    expect(writes(github)).toEqual([])
    expect(github.requests.length).toBeLessThanOrEqual(4)
  })

  test('a new plan is one commit that brings the current base in', async () => {
    await run()
    const main = github.git.push('main', { 'README.md': 'new\n' })
    registry.images = ['pr-1', 'pr-4']
    expect((await run()).operation).toBe('updated')
    const head = github.git.resolve(branch) ?? ''
    expect(github.git.facts(head).parents).toContain(main)
    expect(github.git.changed(main, head)).toEqual([planFile])
    expect(deletesOn(github, branch).toSorted()).toEqual(['pr-1', 'pr-4'])
    expect(github.pull(1).title).toContain('2 images')
  })

  test('a person who edits title or body is left alone while the plan is the same', async () => {
    await run()
    github.pull(1).title = 'My title'
    github.pull(1).body = `note to self\n\n${github.pull(1).body}`
    expect((await run()).operation).toBe('unchanged')
    expect(writes(github)).toEqual([])
  })

  test('a body that comes back with CRLF is still the same', async () => {
    github.habits['bodies with CRLF'] = true
    await run()
    expect((await run()).operation).toBe('unchanged')
    expect(writes(github)).toEqual([])
  })

  test('nothing to delete closes it with a comment, and opens none', async () => {
    await run()
    registry.images = []
    expect(await run()).toMatchObject({ operation: 'closed', number: 1 })
    expect(github.pull(1)).toMatchObject({
      state: 'closed',
      comments: [{ body: expect.stringContaining('Nothing is left') }],
    })
    expect((await run()).operation).toBe('unchanged')
    expect(writes(github)).toEqual([])
  })

  test('one that the tool closed itself is no refusal: the same plan may come again', async () => {
    await run()
    registry.images = []
    await run()
    registry.images = ['pr-1', 'pr-2', 'pr-3']
    expect(await run()).toMatchObject({ operation: 'created', number: 2 })
  })

  test('a held repository leaves it as it is', async () => {
    await run()
    registry.held = [{ kind: 'listing', about: 'tag list', why: '500' }]
    const held = await run()
    expect(held).toMatchObject({ operation: 'held', number: 1 })
    expect(held.findings).toMatchObject([{ rule: 'pull-request-held' }])
    expect(writes(github)).toEqual([])
    expect(github.pull(1).state).toBe('open')
  })
})

describe('people', () => {
  test('a struck line stays out of every refresh, and comes back after the merge', async () => {
    await run()
    const theirs = strike(github, 'pr-2')
    expect((await run()).operation).toBe('updated')
    expect(writes(github)).toEqual(['PATCH /repos/acme/app/pulls/1'])
    expect(github.requests.length - 1).toBeLessThanOrEqual(4)
    expect((await run()).operation).toBe('unchanged')
    registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
    expect((await run()).operation).toBe('updated')
    expect(deletesOn(github, branch)).not.toContain('pr-2')
    expect(deletesOn(github, branch)).toContain('pr-4')
    expect(github.git.isAncestor(theirs, github.git.resolve(branch) ?? '')).toBe(true)
    expect((await run()).operation).toBe('unchanged')
    github.merge(1, 'mona')
    registry.images = ['pr-2']
    expect(await run()).toMatchObject({ operation: 'created', number: 2 })
    expect(deletesOn(github, branch)).toEqual(['pr-2'])
  })

  test('a struck line that somebody puts back is proposed again', async () => {
    await run()
    const before = github.git.read(github.git.resolve(branch) ?? '', planFile) ?? ''
    strike(github, 'pr-2')
    registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
    await run()
    const line = before.split('\n').find(row => row.includes('pr-2')) ?? ''
    const now = github.git.read(github.git.resolve(branch) ?? '', planFile) ?? ''
    github.git.push(branch, { [planFile]: `${now}${line}\n` })
    expect((await run()).operation).toBe('updated')
    registry.images = [...registry.images, 'pr-5']
    await run()
    expect(deletesOn(github, branch).toSorted()).toEqual(['pr-1', 'pr-2', 'pr-3', 'pr-4', 'pr-5'])
  })

  test('a keep line is carried into every refresh, merged and remembered', async () => {
    await run()
    keep(github, 'pr-3')
    registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
    expect((await run()).operation).toBe('updated')
    expect(keepsOn(github, branch)).toEqual(['pr-3'])
    expect(deletesOn(github, branch)).not.toContain('pr-3')
    github.merge(1, 'mona')
    registry.images = ['pr-3', 'pr-5']
    expect((await run()).operation).toBe('created')
    expect(keepsOn(github, branch)).toEqual(['pr-3'])
    expect(deletesOn(github, branch)).toEqual(['pr-5'])
  })

  test('keep lines alone keep it open until they are merged', async () => {
    registry.images = ['pr-1']
    await run()
    keep(github, 'pr-1')
    expect((await run()).operation).toBe('updated')
    expect(github.pull(1)).toMatchObject({ state: 'open', title: expect.stringContaining('1 image to keep') })
    github.merge(1, 'mona')
    expect((await run()).operation).toBe('unchanged')
    expect(github.state.pulls).toHaveLength(1)
  })

  test.each([
    ['another file', { 'src/app.ts': 'x' }, 'src/app.ts'],
    ['a plan that is no JSON', { [planFile]: 'nonsense\n' }, 'cannot be read'],
    ['no plan any more', { [planFile]: null }, 'is deleted'],
  ])('%s on the branch stops the refreshing, with one comment', async (_, files, said) => {
    await run()
    const theirs = github.git.push(branch, files)
    registry.images = ['pr-9']
    const stopped = await run()
    expect(stopped).toMatchObject({ operation: 'unchanged', findings: [{ rule: 'pull-request-stopped' }] })
    expect(github.pull(1).comments).toHaveLength(1)
    expect(github.pull(1).comments[0]?.body).toContain(said.replaceAll('/', '/'))
    expect(github.pull(1).body).toContain('Not refreshed any more')
    expect(github.git.resolve(branch)).toBe(theirs)
    expect((await run()).findings).toMatchObject([{ rule: 'pull-request-stopped' }])
    expect(writes(github)).toEqual([])
    expect(github.requests.length).toBeLessThanOrEqual(4)
  })

  test('refreshing goes on when the edit is undone', async () => {
    await run()
    github.git.push(branch, { 'src/app.ts': 'x' })
    await run()
    github.git.push(branch, { 'src/app.ts': null })
    registry.images = ['pr-9']
    expect((await run()).operation).toBe('updated')
    expect(github.pull(1).body).not.toContain('Not refreshed any more')
  })

  test('a line written in by hand stops the refreshing', async () => {
    await run()
    const text = github.git.read(github.git.resolve(branch) ?? '', planFile) ?? ''
    const forged = (text.split('\n')[1] ?? '').replace(/"head":"sha256:[0-9a-f]{4}/, '"head":"sha256:0000')
    github.git.push(branch, { [planFile]: `${text}${forged}\n` })
    expect((await run()).findings[0]?.message).toContain('a line was added')
  })

  test('closing says no for good to that plan, and for a while to any', async () => {
    await run()
    github.close(1)
    expect((await run()).operation).toBe('quiet')
    expect(writes(github)).toEqual([])
    expect(github.requests.length).toBeLessThanOrEqual(4)
    registry.images = ['pr-1', 'pr-9']
    expect(await run()).toMatchObject({ operation: 'quiet', findings: [{ rule: 'pull-request-quiet' }] })
    days(8)
    expect(await run()).toMatchObject({ operation: 'created', number: 2 })
    github.close(2)
    days(8)
    expect((await run()).operation).toBe('quiet')
    registry.images = ['pr-1', 'pr-2', 'pr-3']
    expect(await run()).toMatchObject({ operation: 'quiet', findings: [{ rule: 'pull-request-refused' }] })
  })

  test('closing one with a struck line says no to the whole plan too', async () => {
    await run()
    strike(github, 'pr-2')
    await run()
    github.close(1)
    days(30)
    expect((await run()).operation).toBe('quiet')
  })

  test('a refusal is remembered by the title, if somebody emptied the body', async () => {
    await run()
    github.pull(1).body = 'no thanks'
    github.close(1)
    days(30)
    expect((await run()).operation).toBe('quiet')
  })

  test('one that somebody pointed at another base is left alone, and no second one is opened', async () => {
    await run()
    github.git.push('develop', { 'README.md': '' })
    github.pull(1).base = 'develop'
    registry.images = ['pr-9']
    expect((await run()).findings).toMatchObject([{ rule: 'pull-request-other-base' }])
    expect(writes(github)).toEqual([])
  })

  test('a merged plan whose images are still there is not proposed again', async () => {
    await run()
    github.merge(1, 'mona', 'squash')
    expect(await run()).toMatchObject({ operation: 'unchanged', findings: [{ rule: 'pull-request-merged' }] })
    expect(writes(github)).toEqual([])
    expect(github.requests.length).toBeLessThanOrEqual(4)
  })

  test('a branch that people use for something else is not taken', async () => {
    github.git.setRef(`refs/heads/${branch}`, github.git.resolve('main') ?? '')
    const theirs = github.git.push(branch, { 'src/app.ts': 'x' })
    expect((await run()).findings).toMatchObject([{ rule: 'pull-request-branch-taken' }])
    expect(github.git.resolve(branch)).toBe(theirs)
    expect(github.state.pulls).toEqual([])
  })
})

describe('two runs at once', () => {
  test('leave one pull request with one commit', async () => {
    const other = await runnerOn(github, registry)
    const done = await Promise.all([runner.run(), other.run()])
    expect(done.map(({ number }) => number)).toEqual([1, 1])
    expect(github.state.pulls).toHaveLength(1)
    expect(github.git.between(github.git.resolve('main') ?? '', github.pull(1).head)).toHaveLength(1)
  })

  test('a pull request that lists do not show yet is not opened twice', async () => {
    github.habits['new pull requests are listed late'] = 2
    await run()
    expect(await run()).toMatchObject({ operation: 'unchanged', number: 1 })
    expect(github.state.pulls).toHaveLength(1)
  })

  test('a run that died before opening is finished by the next', async () => {
    github.habits['not permitted to create pull requests'] = true
    await expect(run()).rejects.toMatchObject({ code: 'no-permission' })
    delete github.habits['not permitted to create pull requests']
    const before = github.git.resolve(branch)
    expect((await run()).operation).toBe('created')
    expect(github.git.resolve(branch)).toBe(before)
  })
})
