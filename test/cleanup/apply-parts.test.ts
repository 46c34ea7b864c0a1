import { describe, expect, test } from 'vitest'
import {
  applyPlan,
  budgetOf,
  checkAge,
  type FreshWorld,
  planFromFile,
} from '../../src/cleanup/apply/index.ts'
import { inOrder } from '../../src/cleanup/apply/prerequisites.ts'
import type { ImageDecision } from '../../src/cleanup/decision.ts'
import { indexUsage } from '../../src/cleanup/in-use/index.ts'
import { openJournal } from '../../src/cleanup/journal.ts'
import type { Plan } from '../../src/cleanup/plan-file.ts'
import { type Digest, stemOf, type Tag } from '../../src/image/index.ts'
import {
  apply,
  company,
  editedPlan,
  listing,
  MemoryRegistry,
  memoryFiles,
  past,
  planOf,
  repository,
} from './apply-world.ts'
import { day, now, policyOf } from './scene.ts'

describe('the plan of a call by hand', () => {
  test('has to be named', async () => {
    await expect(planFromFile(undefined, true, memoryFiles())(policyOf())).rejects.toMatchObject({
      exitCode: 2,
    })
  })

  test.each([
    [6 * day, true],
    [8 * day, false],
  ])('merged %i seconds ago may still be applied: %s', (age, may) => {
    const plan: Plan = { header: { plan: '', policy: '', sources: [] }, lines: [] }
    const check = () =>
      checkAge({ plan, name: 'plan', consented: true, mergedAt: now - age }, policyOf(), now)
    if (may) expect(check).not.toThrow()
    else expect(check).toThrow(/max-plan-age/)
  })
})

describe('the order of deletions', () => {
  test('waits for what has to go before, and leaves out what waits for itself', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'] as unknown as [Digest, Digest, Digest, Digest]
    const before = new Map([
      [a, [b]],
      [b, []],
      [c, [d]],
      [d, [c]],
    ])
    expect(inOrder([a, b, c, d], before)).toEqual([b, a])
  })

  test('handles a chain of 100,000 without recursion', () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => String(n) as unknown as Digest)
    const before = new Map(chain.map((digest, n) => [digest, n === 0 ? [] : [chain[n - 1] as Digest]]))
    expect(inOrder(chain.toReversed(), before)).toEqual(chain)
  })
})

describe('a referrer whose image stays', () => {
  const world = () => {
    const registry = new MemoryRegistry()
    const subject = registry.tag('v1.0.0', registry.image('subject'))
    const old = registry.image('old report')
    registry.tag(stemOf(subject), registry.index([old, registry.image('recent report')]))
    registry.tag('report-1', old)
    return { registry, old }
  }

  test('never leaves its fallback index, even if a decision were wrong and let it go', async () => {
    const { registry, old } = world()
    const before = registry.state()
    const line = {
      action: 'delete',
      repository,
      head: old,
      tags: ['report-1' as Tag],
      class: 'report',
      reason: 'expired',
      with: [],
    } as const
    const image: ImageDecision = {
      repository,
      head: old,
      tags: line.tags,
      fate: { goes: true, because: 'expired', rule: { path: 'classes.report.expires' }, with: [], bytes: 0 },
    }
    const fresh: FreshWorld = {
      snapshots: new Map([[repository, await listing(registry)]]),
      decisions: [{ repositories: [{ repository, held: [], images: [image], order: [old], bytes: 0 }] }],
    }
    const plan: Plan = { header: { plan: 'sha256:1', policy: '', sources: [] }, lines: [line] }
    const budget = budgetOf({ maxDeletions: undefined, seconds: undefined }, () => now)
    const journal = await openJournal('j', memoryFiles())
    const hands = { journal, send: true, usage: indexUsage([]), budget, progress: () => {} }
    const [result] = await applyPlan(plan, fresh, hands, () => registry, now)
    expect(result?.lines).toMatchObject([{ end: 'skipped', code: 'needed' }])
    expect(registry.state()).toBe(before)
  })
})

describe('untagged images, where a registry lists them', () => {
  const world = () => {
    const registry = company()
    registry.listsUntagged = true
    registry.image('nameless one')
    registry.image('nameless two')
    return registry
  }

  test('go by lines of their own, and those that a reviewer struck out stay', async () => {
    const registry = world()
    const plan = await planOf(registry)
    const nameless = plan.lines.filter(({ tags }) => tags.length === 0)
    expect(nameless).toHaveLength(2)
    const reviewed = editedPlan(plan, lines => lines.filter(line => line !== nameless[0]))
    expect(await apply(registry, { plan: reviewed })).toMatchObject({
      verdict: 'pass',
      outputs: { deleted: '6' },
    })
    expect(registry.stored.has(nameless[0]?.head as Digest)).toBe(true)
    expect(registry.stored.has(nameless[1]?.head as Digest)).toBe(false)
    expect(registry.stored.size).toBe(2)
  })

  test('one that was given a name meanwhile stays', async () => {
    const registry = world()
    const plan = await planOf(registry)
    const head = plan.lines.find(({ tags }) => tags.length === 0)?.head as Digest
    registry.tag('pr-40', head)
    const result = await apply(registry, { plan })
    expect(result.findings.map(({ rule }) => rule)).toEqual(['skipped-tag-added'])
    expect(registry.stored.has(head)).toBe(true)
  })

  test('a part that an interrupted run left stays if the reviewer keeps it now', async () => {
    const registry = company()
    const files = memoryFiles()
    const plan = await planOf(registry)
    const head = plan.lines.find(({ tags }) => tags[0] === 'pr-1')?.head as Digest
    const arm = registry.parsed(head)?.children[1]?.digest as Digest
    registry.before = request => {
      if (request === `DELETE ${arm}`) throw new Error('killed')
    }
    await expect(apply(registry, { plan, files })).rejects.toThrow('killed')
    registry.before = () => {}
    const keep = {
      ...plan.lines[0],
      action: 'keep',
      head: arm,
      tags: [],
      with: [],
    } as (typeof plan.lines)[number]
    await apply(registry, { plan: editedPlan(plan, lines => [...lines, keep]), files })
    expect(registry.stored.has(arm)).toBe(true)
    await apply(registry, { plan, files })
    expect(registry.stored.has(arm)).toBe(false)
  })

  test('expiry is asked anew: one whose label was right only yesterday stays', async () => {
    const registry = new MemoryRegistry()
    registry.tag('v1.0.0', registry.image('release'))
    registry.tag('pr-1', registry.image('preview', { expireAt: past }))
    const plan = await planOf(registry)
    expect(await apply(registry, { plan, at: past - day })).toMatchObject({ verdict: 'fail' })
    expect(registry.deletions).toEqual([])
  })
})
