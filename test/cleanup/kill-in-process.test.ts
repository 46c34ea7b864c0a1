import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/cleanup/plan-file.ts'
import type { Digest } from '../../src/image/index.ts'
import { apply, company, Killed, MemoryRegistry, memoryFiles, past, planOf } from './apply-world.ts'

/** A request that took effect and never answered is as likely as one that was never sent. */
type Moment = 'before' | 'after'

async function killedAt(world: MemoryRegistry, plan: Plan, at: number, moment: Moment) {
  const registry = world.copy()
  const files = memoryFiles()
  const broken: string[] = []
  const look = () => {
    broken.push(...registry.broken([...registry.tagged.keys()].filter(tag => !isGoing(world, plan, tag))))
  }
  registry.after = look
  registry[moment] = (_, count) => {
    look()
    if (count === at) throw new Killed()
  }
  const died = await apply(registry, { plan, files }).then(
    () => false,
    error => {
      if (error instanceof Killed) return true
      throw error
    },
  )
  registry.before = () => {}
  registry.after = look
  const result = await apply(registry, { plan, files })
  return { registry, broken, died, result }
}

function isGoing(world: MemoryRegistry, plan: Plan, tag: string): boolean {
  const digest = [...world.tagged].find(([name]) => name === tag)?.[1]
  return plan.lines.some(line => line.head === digest || line.with.includes(digest as Digest))
}

describe('killed between two requests and run again', () => {
  test.each([
    ['before', false],
    ['after', false],
    ['before', true],
    ['after', true],
  ] as const)(
    'at every single boundary (%s the request takes effect, names stay: %s)',
    async (moment, namesStay) => {
      const world = company()
      world.namesStay = namesStay
      const plan = await planOf(world.copy())
      const whole = world.copy()
      await apply(whole, { plan })
      const requests = whole.log.length
      expect(requests).toBeGreaterThan(30)
      let deaths = 0
      for (let at = 1; at <= requests; at++) {
        const { registry, broken, died, result } = await killedAt(world, plan, at, moment)
        expect(broken, `killed ${moment} request ${at}, ${whole.log[at - 1]}`).toEqual([])
        expect(registry.state(), `killed ${moment} request ${at}, ${whole.log[at - 1]}`).toBe(whole.state())
        expect(result.verdict).toBe('pass')
        if (died) deaths += 1
      }
      expect(deaths).toBe(requests)
    },
  )

  test('what was left is taken although an index that stays names another one, which no decision had asked for', async () => {
    const world = new MemoryRegistry()
    const leaf = world.image('a part of what stays')
    world.tag('v1.0.0', world.index([world.index([leaf])]))
    const going = world.image('a preview', { expireAt: past })
    world.tag('pr-7', going)
    world.tag(`${going.replace(':', '-')}.sig`, world.image('its signature'))
    const plan = await planOf(world.copy())
    const whole = world.copy()
    await apply(whole, { plan })
    expect(whole.deletions).toHaveLength(2)
    for (let at = 1; at <= whole.log.length; at++) {
      const { registry, broken } = await killedAt(world, plan, at, 'before')
      expect(broken).toEqual([])
      expect(registry.state(), `killed before request ${at}, ${whole.log[at - 1]}`).toBe(whole.state())
    }
  })

  const anyWorld = fc
    .record({
      leaves: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
      indexes: fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
      named: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
      expired: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      signed: fc.uniqueArray(fc.nat(8), { maxLength: 3 }),
      namesStay: fc.boolean(),
      listsUntagged: fc.boolean(),
      referrersApi: fc.boolean(),
    })
    .map(({ leaves, indexes, named, expired, signed, namesStay, listsUntagged, referrersApi }) => {
      const registry = new MemoryRegistry()
      // Where names outlive their manifests, the list of referrers that a run took looks as if somebody had pushed it
      // again, and what it names stays: such a registry has no such lists here.
      Object.assign(registry, { namesStay, listsUntagged, referrersApi: referrersApi || namesStay })
      const made: Digest[] = []
      const name = (index: number) => (expired[index] ? `pr-${index}` : `v${index}.0.0`)
      leaves.forEach((tagged, index) => {
        const digest = registry.image(`leaf ${index}`, { expireAt: past, layers: [`layer ${index % 2}`] })
        made.push(digest)
        if (tagged) registry.tag(name(index), digest)
      })
      indexes.forEach((children, position) => {
        const digest = registry.index(
          children.map(child => made[child % made.length] as Digest),
          past,
        )
        made.push(digest)
        if (named[position]) registry.tag(name(leaves.length + position), digest)
      })
      registry.tag('v99.0.0', registry.image('the last image'))
      const referrers = new Map<Digest, readonly Digest[]>()
      signed.forEach((which, order) => {
        const subject = made[which % made.length] as Digest
        if (order === 0)
          registry.tag(`${subject.replace(':', '-')}.sig`, registry.image(`signature ${which}`))
        else {
          const referrer = registry.image(`referrer ${which}`, { subject })
          // Whoever pushes one adds it to the list that is there; the list before it stays behind without a name.
          const listed = [...(referrers.get(subject) ?? []), referrer]
          referrers.set(subject, listed)
          if (!registry.referrersApi) registry.tag(subject.replace(':', '-'), registry.index(listed))
        }
      })
      return registry
    })

  test('at any boundary of any registry: nothing kept is ever damaged, and the end is that of an undisturbed run', async () => {
    let deletions = 0
    await fc.assert(
      fc.asyncProperty(
        anyWorld,
        fc.nat(),
        fc.constantFrom('before' as const, 'after' as const),
        async (world, seed, moment) => {
          const plan = await planOf(world.copy())
          const whole = world.copy()
          const undisturbed = await apply(whole, { plan })
          expect(undisturbed.findings).toEqual([])
          expect(undisturbed.outputs['deleted']).toBe(String(plan.lines.length))
          expect(whole.broken()).toEqual([])
          deletions += whole.deletions.length
          const { registry, broken } = await killedAt(world, plan, 1 + (seed % whole.log.length), moment)
          expect(broken).toEqual([])
          expect(registry.state()).toBe(whole.state())
        },
      ),
      { numRuns: 250 },
    )
    expect(deletions).toBeGreaterThan(250)
  })
})
