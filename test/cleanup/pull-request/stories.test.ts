import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Proposed } from '../../../src/cleanup/pull-request/index.ts'
import { branch, deletesOn, keep, keepsOn, planFile, type Registry, strike, writes } from './harness.ts'
import { githubStage, gitlabStage, planJob, type Shown, type Stage } from './stage.ts'

// Each story is told on both forges.
describe.each([
  ['GitHub', githubStage],
  ['GitLab', gitlabStage],
])('on %s', (name, open) => {
  let stage: Stage
  let registry: Registry

  beforeEach(async () => {
    stage = await open()
    registry = { images: ['pr-1', 'pr-2', 'pr-3'], held: [], policy: 'one' }
  })

  afterEach(async () => {
    expect(stage.faults).toEqual([])
    await stage.stop()
  })

  async function run(): Promise<Proposed> {
    stage.requests.length = 0
    stage.later(1 / 1440)
    return planJob(stage, registry)
  }

  function shown(number: number): Shown {
    const found = stage.proposals()[number - 1]
    if (found === undefined) throw new Error(`no ${number}`)
    return found
  }

  /** GitHub's budget; GitLab needs one more, because a comparison there does not tell the base's tip. */
  function expectFewReads(): void {
    expect(writes(stage)).toEqual([])
    expect(stage.requests.length).toBeLessThanOrEqual(name === 'GitHub' ? 4 : 5)
  }

  describe('the one pull request', () => {
    test('is created with counts, bytes and the plan id in its title, on a branch with one commit', async () => {
      const made = await run()
      expect(made).toMatchObject({ operation: 'created', number: 1 })
      expect(made.url).toMatch(/\/(?:pull|merge_requests)\/1$/)
      const pull = shown(1)
      expect(pull.title).toMatch(/^Image cleanup: 3 images, 3\.0 MiB \(plan [0-9a-f]{7}\)$/)
      expect(stage.git.between(stage.git.resolve('main') ?? '', pull.head)).toHaveLength(1)
      expect(deletesOn(stage, branch)).toHaveLength(3)
      const commits = writes(stage).filter(request => request.includes('/git/'))
      expect(commits.length).toBeLessThanOrEqual(5)
    })

    test('has the labels, reviewers, assignees and draft state that the policy asks for', async () => {
      const policy = { labels: ['image-hygiene'], reviewers: ['mona'], assignees: ['root'], draft: true }
      expect((await planJob(stage, registry, policy)).findings).toEqual([])
      expect(shown(1)).toMatchObject(policy)
      stage.requests.length = 0
      expect((await planJob(stage, registry, policy)).operation).toBe('unchanged')
      expectFewReads()
    })

    test('the same world writes nothing and reads at most four times', async () => {
      await run()
      expect((await run()).operation).toBe('unchanged')
      expectFewReads()
    })

    test('a new plan is one commit more, on GitHub one that brings the current base in', async () => {
      await run()
      const first = stage.git.resolve(branch)
      const main = stage.git.push('main', { 'README.md': 'new\n' })
      registry.images = ['pr-1', 'pr-4']
      expect((await run()).operation).toBe('updated')
      const head = stage.git.resolve(branch) ?? ''
      expect(stage.git.facts(head).parents).toEqual(name === 'GitHub' ? [first, main] : [first])
      expect(stage.git.changed(stage.git.mergeBase(main, head) ?? '', head)).toEqual([planFile])
      expect(deletesOn(stage, branch).toSorted()).toEqual(['pr-1', 'pr-4'])
      expect(shown(1).title).toContain('2 images')
    })

    test('a person who edits title or body is left alone while the plan is the same', async () => {
      await run()
      stage.edit(1, { title: 'My title', body: `note to self\n\n${shown(1).body}` })
      expect((await run()).operation).toBe('unchanged')
      expect(writes(stage)).toEqual([])
    })

    test('a body that comes back with CRLF is still the same', async () => {
      await run()
      stage.edit(1, { body: shown(1).body.replaceAll('\n', '\r\n') })
      expect((await run()).operation).toBe('unchanged')
      expect(writes(stage)).toEqual([])
    })

    test('nothing to delete closes it with a comment, and opens none', async () => {
      await run()
      registry.images = []
      expect(await run()).toMatchObject({ operation: 'closed', number: 1 })
      expect(shown(1)).toMatchObject({
        state: 'closed',
        comments: [expect.stringContaining('Nothing is left')],
      })
      expect((await run()).operation).toBe('unchanged')
      expect(writes(stage)).toEqual([])
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
      expect(writes(stage)).toEqual([])
      expect(shown(1).state).toBe('open')
    })
  })

  describe('people', () => {
    test('a struck line stays out of every refresh, and comes back after the merge', async () => {
      await run()
      const theirs = strike(stage, 'pr-2')
      expect((await run()).operation).toBe('updated')
      expect(writes(stage)).toEqual([
        name === 'GitHub' ? 'PATCH /repos/acme/app/pulls/1' : 'PUT /merge_requests/1',
      ])
      expect(stage.requests.length - 1).toBeLessThanOrEqual(name === 'GitHub' ? 4 : 5)
      expect((await run()).operation).toBe('unchanged')
      registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
      expect((await run()).operation).toBe('updated')
      expect(deletesOn(stage, branch)).not.toContain('pr-2')
      expect(deletesOn(stage, branch)).toContain('pr-4')
      expect(stage.git.isAncestor(theirs, stage.git.resolve(branch) ?? '')).toBe(true)
      expect((await run()).operation).toBe('unchanged')
      stage.merge(1)
      registry.images = ['pr-2']
      expect(await run()).toMatchObject({ operation: 'created', number: 2 })
      expect(deletesOn(stage, branch)).toEqual(['pr-2'])
    })

    test('a struck line that somebody puts back is proposed again', async () => {
      await run()
      const before = stage.git.read(stage.git.resolve(branch) ?? '', planFile) ?? ''
      strike(stage, 'pr-2')
      registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
      await run()
      const line = before.split('\n').find(row => row.includes('pr-2')) ?? ''
      const now = stage.git.read(stage.git.resolve(branch) ?? '', planFile) ?? ''
      stage.git.push(branch, { [planFile]: `${now}${line}\n` })
      expect((await run()).operation).toBe('updated')
      registry.images = [...registry.images, 'pr-5']
      await run()
      expect(deletesOn(stage, branch).toSorted()).toEqual(['pr-1', 'pr-2', 'pr-3', 'pr-4', 'pr-5'])
    })

    test('a keep line is carried into every refresh, merged and remembered', async () => {
      await run()
      keep(stage, 'pr-3')
      registry.images = ['pr-1', 'pr-2', 'pr-3', 'pr-4']
      expect((await run()).operation).toBe('updated')
      expect(keepsOn(stage, branch)).toEqual(['pr-3'])
      expect(deletesOn(stage, branch)).not.toContain('pr-3')
      stage.merge(1)
      registry.images = ['pr-3', 'pr-5']
      expect((await run()).operation).toBe('created')
      expect(keepsOn(stage, branch)).toEqual(['pr-3'])
      expect(deletesOn(stage, branch)).toEqual(['pr-5'])
    })

    test('keep lines alone keep it open until they are merged', async () => {
      registry.images = ['pr-1']
      await run()
      keep(stage, 'pr-1')
      expect((await run()).operation).toBe('updated')
      expect(shown(1)).toMatchObject({ state: 'open', title: expect.stringContaining('1 image to keep') })
      stage.merge(1)
      expect((await run()).operation).toBe('unchanged')
      expect(stage.proposals()).toHaveLength(1)
    })

    test.each([
      ['another file', { 'src/app.ts': 'x' }, 'src/app.ts'],
      ['a plan that is no JSON', { [planFile]: 'nonsense\n' }, 'cannot be read'],
      ['no plan any more', { [planFile]: null }, 'is deleted'],
    ])('%s on the branch stops the refreshing, with one comment', async (_, files, said) => {
      await run()
      const theirs = stage.git.push(branch, files)
      registry.images = ['pr-9']
      const stopped = await run()
      expect(stopped).toMatchObject({ operation: 'unchanged', findings: [{ rule: 'pull-request-stopped' }] })
      expect(shown(1).comments).toHaveLength(1)
      expect(shown(1).comments[0]).toContain(said)
      expect(shown(1).body).toContain('Not refreshed any more')
      expect(stage.git.resolve(branch)).toBe(theirs)
      expect((await run()).findings).toMatchObject([{ rule: 'pull-request-stopped' }])
      expectFewReads()
    })

    test('refreshing goes on when the edit is undone', async () => {
      await run()
      stage.git.push(branch, { 'src/app.ts': 'x' })
      await run()
      stage.git.push(branch, { 'src/app.ts': null })
      registry.images = ['pr-9']
      expect((await run()).operation).toBe('updated')
      expect(shown(1).body).not.toContain('Not refreshed any more')
    })

    test('a line written in by hand stops the refreshing', async () => {
      await run()
      const text = stage.git.read(stage.git.resolve(branch) ?? '', planFile) ?? ''
      const forged = (text.split('\n')[1] ?? '').replace(/"head":"sha256:[0-9a-f]{4}/, '"head":"sha256:0000')
      stage.git.push(branch, { [planFile]: `${text}${forged}\n` })
      expect((await run()).findings[0]?.message).toContain('a line was added')
    })

    test('closing says no for good to that plan, and for a while to any', async () => {
      await run()
      stage.close(1)
      expect((await run()).operation).toBe('quiet')
      expectFewReads()
      registry.images = ['pr-1', 'pr-9']
      expect(await run()).toMatchObject({ operation: 'quiet', findings: [{ rule: 'pull-request-quiet' }] })
      stage.later(8)
      expect(await run()).toMatchObject({ operation: 'created', number: 2 })
      stage.close(2)
      stage.later(8)
      expect((await run()).operation).toBe('quiet')
      registry.images = ['pr-1', 'pr-2', 'pr-3']
      expect(await run()).toMatchObject({ operation: 'quiet', findings: [{ rule: 'pull-request-refused' }] })
    })

    test('closing one with a struck line says no to the whole plan too', async () => {
      await run()
      strike(stage, 'pr-2')
      await run()
      stage.close(1)
      stage.later(30)
      expect((await run()).operation).toBe('quiet')
    })

    test('a refusal is remembered by the title, if somebody emptied the body', async () => {
      await run()
      stage.edit(1, { body: 'no thanks' })
      stage.close(1)
      stage.later(30)
      expect((await run()).operation).toBe('quiet')
    })

    test('one that somebody pointed at another base is left alone, and no second one is opened', async () => {
      await run()
      stage.git.push('develop', { 'README.md': '' })
      stage.edit(1, { base: 'develop' })
      registry.images = ['pr-9']
      expect((await run()).findings).toMatchObject([{ rule: 'pull-request-other-base' }])
      expect(writes(stage)).toEqual([])
    })

    test('a merged plan whose images are still there is not proposed again', async () => {
      await run()
      stage.merge(1, 'squash')
      expect(await run()).toMatchObject({
        operation: 'unchanged',
        findings: [{ rule: 'pull-request-merged' }],
      })
      expectFewReads()
    })

    test('a branch that people use for something else is not taken', async () => {
      stage.git.setRef(`refs/heads/${branch}`, stage.git.resolve('main') ?? '')
      const theirs = stage.git.push(branch, { 'src/app.ts': 'x' })
      expect((await run()).findings).toMatchObject([{ rule: 'pull-request-branch-taken' }])
      expect(stage.git.resolve(branch)).toBe(theirs)
      expect(stage.proposals()).toEqual([])
    })
  })

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'a squash before request %i of a refresh leaves one that can be merged',
    async at => {
      await run()
      registry = { ...registry, images: ['pr-4'] }
      let count = 0
      stage.interrupt(() => {
        if (count++ === at && shown(1).state === 'open') stage.merge(1, 'squash')
      })
      await run()
      stage.interrupt(undefined)
      await run()
      const number = stage.proposals().findLastIndex(({ state }) => state === 'open') + 1
      if (number > 0) stage.merge(number)
      expect(deletesOn(stage, 'main')).toEqual(['pr-4'])
    },
  )

  describe('two runs at once', () => {
    test('leave one pull request with one commit', async () => {
      const done = await Promise.all([planJob(stage, registry), planJob(stage, registry)])
      expect(done.map(({ number }) => number)).toEqual([1, 1])
      expect(stage.proposals()).toHaveLength(1)
      expect(stage.git.between(stage.git.resolve('main') ?? '', shown(1).head)).toHaveLength(1)
    })

    test('a pull request that lists do not show yet is not opened twice', async () => {
      stage.listLate(2)
      await run()
      expect(await run()).toMatchObject({ operation: 'unchanged', number: 1 })
      expect(stage.proposals()).toHaveLength(1)
    })
  })
})
