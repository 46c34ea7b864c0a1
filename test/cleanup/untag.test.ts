import { describe, expect, test } from 'vitest'
import { openJournal } from '../../src/cleanup/journal.ts'
import type { Plan, PlanLine } from '../../src/cleanup/plan-file.ts'
import { restore } from '../../src/cleanup/restore.ts'
import { reportRestore } from '../../src/cleanup/restore-report.ts'
import type { Digest, Tag } from '../../src/image/index.ts'
import {
  apply,
  type Call,
  editedPlan,
  Killed,
  MemoryRegistry,
  memoryFiles,
  past,
  planOf,
  repository,
} from './apply-world.ts'
import { fates, policyOf, type Rules, row, Scene, settle, usageOf, usual } from './scene.ts'

const allowed: Rules = { cleanup: { untag: ['registry.example.com'] } }
const commit = 'commit-aaaaaaaaaaaa'
const platform = 'commit-bbbbbbbbbbbb-amd64'
const after1 = { expires: { kind: 'after', seconds: 1 } } as const
const build = row(['commit-{sha}', 'commit-{sha}-amd64'], after1)
const rules: Rules = { ...allowed, classes: { ...usual, commit: build } }

/** A release that was tested under another name, an index whose platform has a tag of its own, and one that goes. */
function releases(): MemoryRegistry {
  const registry = new MemoryRegistry()
  const tested = registry.tag('v0.8.0', registry.image('tested', { expireAt: past }))
  registry.tag(commit, tested)
  const amd = registry.tag(platform, registry.image('amd', { expireAt: past }))
  registry.tag('v2.0.0', registry.index([amd, registry.image('arm')]))
  registry.tag('pr-9', registry.image('gone', { expireAt: past }))
  return registry
}

const headOf = (registry: MemoryRegistry, tag: string) => registry.tagged.get(tag as Tag) as Digest
const lineOf = (plan: Plan, tag: string) => plan.lines.find(line => line.tags[0] === tag) as PlanLine
const tagsOf = (registry: MemoryRegistry) => [...registry.tagged.keys()].sort()

describe('a tag that goes while its image stays', () => {
  test('is a line of its own: the tags that go, nothing along, and nothing where the policy names no host', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    expect(plan.lines.map(({ action, tags }) => [action, ...tags]).sort()).toEqual([
      ['delete', 'pr-9'],
      ['untag', commit],
      ['untag', platform],
    ])
    expect(lineOf(plan, commit)).toEqual({
      action: 'untag',
      repository,
      head: headOf(registry, 'v0.8.0'),
      tags: [commit],
      class: 'commit',
      reason: 'expired',
      with: [],
    })
    const unnamed = await planOf(registry, { rules: { classes: { ...usual, commit: build } } })
    expect(unnamed.lines.map(({ action }) => action)).toEqual(['delete'])
  })

  test('goes by a DELETE of that tag alone, after its image was looked at and before it is looked at again', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    const files = memoryFiles()
    registry.log.length = 0
    registry.before = request => {
      if (request === `DELETE ${commit}`) expect([...files.contents.values()].join('')).toContain('"untag"')
    }
    const head = headOf(registry, commit)
    const result = await apply(registry, { plan, rules, files })
    expect(result).toMatchObject({ verdict: 'pass', outputs: { deleted: '1', untagged: '2', skipped: '0' } })
    expect(tagsOf(registry)).toEqual(['v0.8.0', 'v2.0.0'])
    expect(registry.broken()).toEqual([])
    const at = registry.log.indexOf(`DELETE ${commit}`)
    expect(registry.log.slice(at - 2, at + 2)).toEqual([
      'HEAD v0.8.0',
      `GET ${commit}`,
      `DELETE ${commit}`,
      `HEAD ${head}`,
    ])
    expect(result.text).toContain('stays as v0.8.0')
    // Again: nothing is left to do, and that is no failure.
    expect(await apply(registry, { plan, rules, files })).toMatchObject({
      verdict: 'pass',
      outputs: { deleted: '0', untagged: '0', 'already-gone': '3' },
    })
  })

  test('a dry run sends nothing and names the requests', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    const before = registry.state()
    const { text } = await apply(registry, { plan, rules, send: false })
    expect(registry.state()).toBe(before)
    expect(text).toContain(`DELETE /v2/acme/app/manifests/${commit}`)
  })

  test('comes back with restore, which moves no tag and gives one keep line an image', async () => {
    const registry = releases()
    registry.tag('commit-cccccccccccc', headOf(registry, 'v0.8.0'))
    const before = registry.state()
    const plan = await planOf(registry, { rules })
    const files = memoryFiles()
    await apply(registry, { plan, rules, files })
    const journal = await openJournal('journal', files)
    const images = await restore(journal, [], () => registry)
    expect(registry.state()).toBe(before)
    const { outputs } = reportRestore(images, 'plan.jsonl')
    const keeps = outputs['keep-lines']?.split('\n').map(line => JSON.parse(line) as PlanLine)
    expect(keeps?.map(({ tags }) => tags).sort()).toEqual([
      [commit, 'commit-cccccccccccc'],
      [platform],
      ['pr-9'],
    ])
    // The same plan again takes nothing of what a person put back.
    const again = await apply(registry, { plan, rules, files })
    expect(again.findings.map(({ rule }) => rule)).toEqual(Array(3).fill('skipped-restored'))
    expect(registry.state()).toBe(before)
  })

  test('restore leaves it where it is by now', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    const files = memoryFiles()
    await apply(registry, { plan, rules, files })
    const other = registry.tag(commit, registry.image('rebuilt'))
    const images = await restore(await openJournal('journal', files), [], () => registry)
    expect(reportRestore(images, 'plan.jsonl').findings.map(({ rule }) => rule)).toEqual(['tag-not-moved'])
    expect(headOf(registry, commit)).toBe(other)
  })
})

/** Between the plan and apply: what happens, and why the tag stays. */
const drifts: Readonly<Record<string, [(registry: MemoryRegistry) => Partial<Call> | undefined, RegExp]>> = {
  'the tag moved': [
    registry => {
      registry.tag(commit, registry.image('rebuilt', { expireAt: past }))
      return undefined
    },
    /tag-moved/,
  ],
  'the name that was to stay is gone': [
    registry => {
      registry.tagged.delete('v0.8.0' as Tag)
      return undefined
    },
    /last name/,
  ],
  'the name that was to stay moved': [
    registry => {
      registry.tag('v0.8.0', registry.image('another'))
      return undefined
    },
    /last name/,
  ],
  'the tag was deployed': [() => ({ uses: [{ repository, tag: commit as Tag }] }), /in use/],
  'the image was deployed by digest': [
    registry => ({ uses: [{ digest: headOf(registry, commit) }] }),
    /in use/,
  ],
  'the policy names the host no more': [
    () => ({ rules: { classes: rules.classes } as Rules }),
    /takes no tags/,
  ],
  'the policy named no host before the merge': [
    () => ({ before: { classes: rules.classes } as Rules }),
    /takes no tags/,
  ],
  'its class became stricter': [
    () => ({ rules: { ...rules, classes: { ...usual, commit: row(['commit-{sha}'], {}) } } }),
    /kept/,
  ],
  'its limit fell': [
    () => ({ rules: { ...rules, cleanup: { ...allowed.cleanup, limits: { deletions: 0, share: 1 } } } }),
    /kept|limit/,
  ],
}

describe('drift between the plan and apply', () => {
  test.each(Object.entries(drifts))('%s: the tag stays', async (_, [happens, why]) => {
    const registry = releases()
    const plan = editedPlan(await planOf(registry, { rules }), lines =>
      lines.filter(line => line.tags[0] === commit),
    )
    expect(plan.lines).toHaveLength(1)
    const changes = happens(registry)
    const before = registry.state()
    const result = await apply(registry, { plan, rules, ...changes })
    expect(result.verdict).toBe('fail')
    expect(result.findings[0]?.message).toMatch(why)
    expect(registry.state()).toBe(before)
  })

  test('an image that could go as a whole by now loses nothing: the next plan says so', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    const lenient = { ...rules, classes: { ...rules.classes, release: row(['v{semver}'], after1) } } as Rules
    await apply(registry, { plan, rules: lenient })
    expect(tagsOf(registry)).toContain(commit)
    expect(registry.broken()).toEqual([])
  })

  test('an untag line that somebody turned into delete deletes nothing, and the other way round', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    const before = registry.state()
    const swapped = editedPlan(plan, lines =>
      lines.map(line =>
        line.action === 'delete' ? { ...line, action: 'untag', with: [] } : { ...line, action: 'delete' },
      ),
    )
    const result = await apply(registry, { plan: swapped, rules })
    expect(result.outputs).toMatchObject({ deleted: '0', untagged: '0', skipped: '3' })
    expect(registry.state()).toBe(before)
  })

  test('a keep line in its place keeps the image with all its names', async () => {
    const registry = releases()
    const plan = editedPlan(await planOf(registry, { rules }), lines =>
      lines.map(line => (line.tags[0] === commit ? { ...line, action: 'keep' } : line)),
    )
    await apply(registry, { plan, rules })
    expect(tagsOf(registry)).toEqual([commit, 'v0.8.0', 'v2.0.0'].sort())
  })

  test('the tag moved right before its turn: the last look sees it', async () => {
    const registry = releases()
    const plan = await planOf(registry, { rules })
    registry.before = request => {
      if (request === `GET ${commit}` && registry.log.some(entry => entry.startsWith('DELETE')))
        registry.tag(commit, headOf(registry, 'v2.0.0'))
    }
    const result = await apply(registry, { plan, rules })
    expect(result.findings.map(({ rule }) => rule)).toEqual(['skipped-tag-moved'])
    expect(headOf(registry, commit)).toBe(headOf(registry, 'v2.0.0'))
  })
})

describe('a registry that', () => {
  test('deletes no tags says so once, exit 3, and nothing of it is half done', async () => {
    const registry = releases()
    registry.tagDeletion = 'disabled'
    const plan = await planOf(registry, { rules })
    const result = await apply(registry, { plan, rules })
    expect(result).toMatchObject({ verdict: 'error', outputs: { deleted: '1', untagged: '0', skipped: '2' } })
    expect(result.findings.filter(({ rule }) => rule === 'untag-refused')).toHaveLength(1)
    expect(result.findings.find(({ rule }) => rule === 'untag-refused')?.fix).toContain('cleanup.untag')
    expect(tagsOf(registry)).toEqual([commit, platform, 'v0.8.0', 'v2.0.0'].sort())
  })

  test('refuses every deletion is told so once, not once more for tags', async () => {
    const registry = releases()
    registry.deletion = 'disabled'
    const result = await apply(registry, { plan: await planOf(registry, { rules }), rules })
    expect(
      result.findings.filter(({ rule }) => /refused$/.test(rule) && !rule.startsWith('skipped')),
    ).toHaveLength(1)
    expect(registry.log.filter(request => request.startsWith('DELETE'))).toHaveLength(1)
  })

  test('gives no clear answer is asked again by looking, and the tag stays', async () => {
    const registry = releases()
    registry.tagDeletion = 'silent'
    const result = await apply(registry, { plan: await planOf(registry, { rules }), rules })
    expect(result.verdict).toBe('error')
    expect(tagsOf(registry)).toContain(commit)
  })

  test('deletes the image along with its tag gets it back at once, exit 3, and is asked for nothing more', async () => {
    const registry = releases()
    registry.tagDeletion = 'takes-image'
    const plan = await planOf(registry, { rules })
    const result = await apply(registry, { plan, rules })
    expect(result.verdict).toBe('error')
    const fault = result.findings.find(({ rule }) => rule === 'untag-took-image')
    expect(fault?.message).toContain('is back')
    expect(fault?.fix).toContain('cleanup.untag')
    expect(registry.log.filter(request => /^DELETE (?!sha256)/.test(request))).toHaveLength(1)
    expect(tagsOf(registry)).toEqual(expect.arrayContaining(['v0.8.0', 'v2.0.0']))
    expect(registry.broken()).toEqual([])
  })

  test.each(['allowed', 'takes-image'] as const)(
    'is left at any request by a killed run (tag deletion: %s): the next run leaves every image whole',
    async habit => {
      const fresh = releases()
      const plan = await planOf(fresh, { rules })
      const rehearsal = fresh.copy()
      await apply(rehearsal, { plan, rules })
      const requests = rehearsal.log.length
      expect(requests).toBeGreaterThan(15)
      for (let at = 1; at <= requests; at++) {
        for (const moment of ['before', 'after'] as const) {
          const registry = fresh.copy()
          registry.tagDeletion = habit
          const files = memoryFiles()
          registry[moment] = (_, count) => {
            if (count >= at) throw new Killed()
          }
          const first = apply(registry, { plan, rules, files })
          if (habit === 'allowed') await expect(first).rejects.toThrow(Killed)
          else await first.catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
          registry[moment] = () => {}
          await apply(registry, { plan, rules, files })
          expect(tagsOf(registry), `${moment} request ${at}`).toEqual(
            expect.arrayContaining(['v0.8.0', 'v2.0.0']),
          )
          expect(registry.broken(), `${moment} request ${at}`).toEqual([])
          if (habit === 'allowed') expect(tagsOf(registry)).toEqual(['v0.8.0', 'v2.0.0'])
        }
      }
    },
  )
})

// One scene for each thing that holds a name; without it the tag would go.
describe('a tag stays', () => {
  const scene = () => {
    const registry = new Scene()
    const head = registry.tag('v1.0.0', registry.image('both', { expireAt: past, at: 'annotation' }))
    registry.tag(commit, head)
    return { registry, head }
  }
  const untagOf = (registry: Scene, head: Digest, question: Parameters<typeof settle>[1] = {}) => {
    const { decision } = settle([registry], { policy: policyOf({ ...rules }), ...question })
    return [...fates(decision).values()].find(image => image.head === head)?.untag?.tags
  }

  test('last-name: where no other tag of its image stays for its own sake', () => {
    const { registry, head } = scene()
    expect(untagOf(registry, head)).toEqual([commit])
    registry.tags.delete('v1.0.0' as Tag)
    registry.tag('v9.0.0', registry.image('unrelated'))
    registry.tag('pr-1-report', registry.image('report', { subject: head }))
    expect(untagOf(registry, head)).toBeUndefined()
  })

  test('in-use: on what runs, by its digest or by the config of a platform below it', () => {
    const registry = new Scene()
    const amd = registry.image('amd')
    const head = registry.tag('v1.0.0', registry.index('index', [amd], { expireAt: past }))
    registry.tag(commit, head)
    expect(untagOf(registry, head)).toEqual([commit])
    const config = registry.manifests.get(amd)?.config?.digest as Digest
    expect(untagOf(registry, head, { usage: usageOf([{ digest: config }]) })).toBeUndefined()
    expect(untagOf(registry, head, { usage: usageOf([{ digest: head }]) })).toBeUndefined()
  })

  test('kept-by-reviewer: on what somebody said to keep', () => {
    const { registry, head } = scene()
    const kept = [{ repository: registry.repository, head }]
    expect(untagOf(registry, head, { kept })).toBeUndefined()
  })

  test('held: in a repository that could not be read whole', () => {
    const { registry, head } = scene()
    registry.gaps.push({ kind: 'listing', about: 'tags', why: 'the listing was cut' })
    expect(untagOf(registry, head)).toBeUndefined()
  })

  test('limits: over the share of a repository or the deletions of a plan, and images come first', () => {
    const { registry, head } = scene()
    registry.tag('pr-1', registry.image('old', { expireAt: past }))
    const within = (limits: object) => ({
      policy: policyOf({ ...rules, cleanup: { ...allowed.cleanup, ...limits } }),
    })
    expect(untagOf(registry, head, within({ limits: { deletions: 2, share: 1 } }))).toEqual([commit])
    expect(untagOf(registry, head, within({ limits: { deletions: 1, share: 1 } }))).toBeUndefined()
    expect(untagOf(registry, head, within({ limits: { deletions: 9, share: 0.5 } }))).toBeUndefined()
  })
})
