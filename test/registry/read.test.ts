import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/demo/registry/index.ts'
import type { Digest, Snapshot, Tag } from '../../src/image/index.ts'
import { demandEveryRepository, extend, readRepositories } from '../../src/registry/index.ts'
import { type FakeRegistry, type Habit, pushImage, pushIndex } from '../fakes/registry/index.ts'
import { fake, open, testWorld } from './open.ts'

const nothing = { manifests: [], configs: [], referrers: [] }

async function company(images = 3): Promise<FakeRegistry> {
  const registry = await fake()
  for (let n = 0; n < images; n += 1) {
    pushImage(registry.store, 'team/app', {
      tags: [`commit-${n}`],
      content: String(n),
      labels: { n: String(n) },
    })
  }
  return registry
}

async function read(
  registry: FakeRegistry,
  cacheFolder?: string,
  world?: Awaited<ReturnType<typeof testWorld>>,
) {
  const own = world ?? (await testWorld())
  const registries = await open({ cacheFolder }, own)
  const snapshots = await readRepositories([`${registry.host}/team/**`], registries, own.log)
  return { registries, snapshots, world: own }
}

function theOne(snapshots: readonly Snapshot[]): Snapshot {
  const [snapshot] = snapshots
  if (snapshot === undefined || snapshots.length !== 1) throw new Error(`${snapshots.length} snapshots`)
  return snapshot
}

describe('reading repositories', () => {
  it('says what every tag is', async () => {
    const registry = await company()
    const child = pushImage(registry.store, 'team/app', { content: 'child' })
    const index = pushIndex(registry.store, 'team/app', { tags: ['v1', 'v1.0'], children: [child] })
    const snapshot = theOne((await read(registry)).snapshots)
    expect(snapshot.gaps).toEqual([])
    expect(snapshot.tags.size).toBe(5)
    expect(snapshot.tags.get('v1' as Tag)).toBe(index)
    expect(snapshot.manifests.get(index)?.children.map(({ digest }) => digest)).toEqual([child])
    expect(snapshot.manifests.has(child)).toBe(false)
    expect(snapshot.untagged).toBe('hidden')
  })

  it('reads one repository that is named, and those that a pattern enumerates, sorted', async () => {
    const registry = await company(1)
    for (const name of ['team/b', 'team/a/deep', 'other/x']) pushImage(registry.store, name, { tags: ['t'] })
    const world = await testWorld()
    const registries = await open({}, world)
    const names = async (...patterns: string[]) =>
      (
        await readRepositories(
          patterns.map(name => `${registry.host}/${name}`),
          registries,
          world.log,
        )
      ).map(({ repository }) => repository.slice(registry.host.length + 1))
    expect(await names('team/**')).toEqual(['team/a/deep', 'team/app', 'team/b'])
    expect(await names('team/*', 'team/b')).toEqual(['team/app', 'team/b'])
    expect(await names('other/x')).toEqual(['other/x'])
  })

  it('holds the pattern that a registry does not enumerate, and reads what is named all the same', async () => {
    const registry = await company(1)
    registry.habit('no catalog')
    const world = await testWorld()
    const registries = await open({}, world)
    const patterns = [`${registry.host}/team/**`, `${registry.host}/team/app`]
    const snapshots = await readRepositories(patterns, registries, world.log)
    expect(snapshots.map(({ repository, tags, gaps }) => [repository, tags.size, gaps.length])).toEqual([
      [`${registry.host}/team/app`, 1, 0],
      [`${registry.host}/team/**`, 0, 1],
    ])
    expect(snapshots[1]?.gaps[0]?.why).toMatch(/cannot be listed: .*404.*without \*\*/)
    expect(() => demandEveryRepository(snapshots)).toThrow(/cannot be listed/)
  })

  it('refuses to guess where it knows of no repository at all', async () => {
    const registry = await company(1)
    registry.habit('no catalog')
    await expect(read(registry)).rejects.toMatchObject({ code: 'undecidable' })
  })

  it('reads what a catalog lists before it breaks off, and holds the rest', async () => {
    const registry = await company(1)
    registry.habit('catalog breaks off')
    const world = await testWorld()
    const registries = await open({}, world)
    const snapshots = await readRepositories([`${registry.host}/team/**`], registries, world.log)
    expect(snapshots.map(({ repository, tags }) => [repository, tags.size])).toEqual([
      [`${registry.host}/team/app`, 1],
      [`${registry.host}/team/**`, 0],
    ])
  })

  it('refuses a pattern without a host', async () => {
    const world = await testWorld()
    const registries = await open({}, world)
    await expect(readRepositories(['**'], registries, world.log)).rejects.toMatchObject({ code: 'bad-usage' })
  })
})

describe('what could not be read is a gap:', () => {
  it.each<[Habit, string, RegExp]>([
    ['lists a tag that is gone', 'manifest', /listed but answers 404/],
    ['wrong bytes', 'manifest', /have the digest/],
    ['wrong digest header', 'manifest', /have the digest/],
    ['says 500 to manifests', 'manifest', /500 UNKNOWN: oops/],
    ['redirects in a circle', 'manifest', /redirects more than/],
    ['lists a tag that is none', 'listing', /which is no tag/],
    ['clock an hour off', 'clock', /60 minutes apart/],
  ])('%s', async (habit, kind, why) => {
    const registry = await company()
    registry.habit(habit)
    const { gaps } = theOne((await read(registry)).snapshots)
    expect(gaps.length).toBeGreaterThan(0)
    for (const gap of gaps) expect(gap.kind).toBe(kind)
    expect(gaps[0]?.why).toMatch(why)
  })

  it('a budget of requests that is spent, for this repository and those after it', async () => {
    const registry = await company(20)
    const world = await testWorld()
    const registries = await open({ limits: { requests: 10 } }, world)
    const snapshots = await readRepositories([`${registry.host}/team/app`], registries, world.log)
    expect(theOne(snapshots).gaps.map(({ why }) => why)).toEqual([expect.stringContaining('10 requests')])
    expect(registry.log.length).toBe(10)
  })

  it.each<Habit>([
    'no digest header',
    'random order',
    'ignores if-none-match',
    '429 every third',
    'drops every fifth connection',
    '403 with a limit once',
    '429 with seconds once',
    '503 with a date once',
  ])('not: %s', async habit => {
    const registry = await company(12)
    registry.habit(habit)
    const { gaps, tags } = theOne((await read(registry)).snapshots)
    expect(gaps).toEqual([])
    expect(tags.size).toBe(12)
  })
})

describe('requests, exactly:', () => {
  it.each([
    ['12 tags', 12, [], 1],
    ['2,001 tags by Link', 2001, [], 3],
    ['2,001 tags without a Link', 2001, ['cuts without a link'], 3],
    ['2,000 tags without a Link: one more to see the end', 2000, ['cuts without a link'], 3],
  ] as const)('cold: ⌈T/n⌉ + T for %s', async (_, count, habits, pages) => {
    const registry = await company(count)
    for (const habit of habits) registry.habit(habit)
    const world = await testWorld()
    const registries = await open({}, world)
    await readRepositories([`${registry.host}/team/app`], registries, world.log)
    expect(registry.count(/^GET .*\/tags\/list/)).toBe(pages)
    expect(registry.count(/^GET .*\/manifests\//)).toBe(count)
    expect(registry.log.length).toBe(pages + count)
    expect(registries.stats()['registry-requests']).toBe(pages + count)
  })

  it('a wanted config once, whoever shares it; none that has no labels; none twice', async () => {
    const registry = await fake()
    const store = registry.store
    pushImage(store, 'team/app', { tags: ['a'], content: '1', labels: { x: 'y' } })
    pushImage(store, 'team/app', { tags: ['b'], content: '2', labels: { x: 'y' } })
    pushImage(store, 'team/app', { tags: ['chart'], configType: 'application/vnd.cncf.helm.config.v1+json' })
    const { registries, snapshots } = await read(registry)
    const snapshot = theOne(snapshots)
    const configs = [
      ...new Set([...snapshot.manifests.values()].flatMap(({ config }) => config?.digest ?? [])),
    ]
    registry.forget()
    const larger = await extend(snapshot, { ...nothing, configs }, registries)
    expect(registry.log.map(({ method }) => method)).toEqual(['GET'])
    expect([...larger.configs.values()].map(({ labels }) => labels['x'])).toEqual(
      expect.arrayContaining(['y', undefined]),
    )
    await extend(larger, { ...nothing, configs }, registries)
    expect(registry.log.length).toBe(1)
  })

  it('warm: ⌈T/n⌉ + T conditional, no body and no config again', async () => {
    const registry = await company(30)
    const world = await testWorld()
    const first = await read(registry, 'cache', world)
    const configs = [...theOne(first.snapshots).manifests.values()].flatMap(
      ({ config }) => config?.digest ?? [],
    )
    const cold = await extend(theOne(first.snapshots), { ...nothing, configs }, first.registries)
    registry.forget()
    const second = await read(registry, 'cache', world)
    const warm = await extend(theOne(second.snapshots), { ...nothing, configs }, second.registries)
    expect(registry.count(/tags\/list/)).toBe(1)
    expect(registry.log.filter(({ conditional }) => conditional).map(({ status }) => status)).toEqual(
      Array.from({ length: 30 }, () => 304),
    )
    expect(registry.count(/blobs|manifests/)).toBe(30)
    expect(warm).toEqual(cold)
    expect(second.registries.stats()['registry-unchanged']).toBe(30)
  })

  it('referrers: one a subject where the API is, and where it is not, two in all', async () => {
    const registry = await company(5)
    const { registries, snapshots } = await read(registry)
    const snapshot = theOne(snapshots)
    const subjects = [...snapshot.manifests.keys()]
    const signature = pushImage(registry.store, 'team/app', { subject: subjects[0] as Digest, content: 's' })
    const asked = await extend(snapshot, { ...nothing, referrers: subjects }, registries)
    expect(registry.count(/referrers/)).toBe(5)
    expect(asked.referrers.get(subjects[0] as Digest)).toEqual([signature])
    expect(asked.referrers.get(subjects[1] as Digest)).toEqual([])
    registry.habit('no referrers API')
    registry.forget()
    const again = await read(registry)
    const all = await extend(snapshot, { ...nothing, referrers: subjects }, again.registries)
    expect(registry.count(/referrers/)).toBe(2)
    expect([...all.referrers.values()]).toEqual([[], [], [], [], []])
  })
})

describe('asked for more, a reader answers', () => {
  it('children by fact, or as missing', async () => {
    const registry = await company(1)
    const child = pushImage(registry.store, 'team/app', { content: 'child' })
    const gone = digestOf(new Uint8Array([1]))
    pushIndex(registry.store, 'team/app', { tags: ['v1'], children: [child, gone] })
    const { registries, snapshots } = await read(registry)
    const { manifests, missing, gaps } = await extend(
      theOne(snapshots),
      { ...nothing, manifests: [child, gone] },
      registries,
    )
    expect(manifests.get(child)?.kind).toBe('image')
    expect([...(missing ?? [])]).toEqual([gone])
    expect(gaps).toEqual([])
  })

  it.each<[Habit, RegExp]>([
    ['referrers answer 500', /answers 500/],
    ['garbage JSON', /no index/],
  ])('referrers by a gap when the registry has %s', async (habit, why) => {
    const registry = await company(1)
    const { registries, snapshots } = await read(registry)
    const subjects = [...theOne(snapshots).manifests.keys()]
    registry.habit(habit)
    const { gaps } = await extend(theOne(snapshots), { ...nothing, referrers: subjects }, registries)
    expect(gaps.map(({ kind }) => kind)).toEqual(['referrers'])
    expect(gaps[0]?.why).toMatch(why)
  })

  it('a config by a gap when its bytes are others', async () => {
    const registry = await company(1)
    const { registries, snapshots } = await read(registry)
    const configs = [...theOne(snapshots).manifests.values()].flatMap(({ config }) => config?.digest ?? [])
    registry.habit('wrong bytes')
    const { gaps } = await extend(theOne(snapshots), { ...nothing, configs }, registries)
    expect(gaps.map(({ kind }) => kind)).toEqual(['config'])
  })
})

it('a long reading says how far it is', async () => {
  const registry = await company(2000)
  const { world } = await read(registry)
  const said = world.said.filter(line => line.startsWith('reading registries:'))
  expect(said.length).toBeGreaterThan(0)
  expect(said[0]).toMatch(/^reading registries: [0-9]+ of [0-9]+ tags, .*team\/app$/)
})

describe('the clock of the registry', () => {
  it('may be four minutes off', async () => {
    const registry = await company(1)
    const world = { ...(await testWorld()), now: () => Math.floor(Date.now() / 1000) + 240 }
    expect(theOne((await read(registry, undefined, world)).snapshots).gaps).toEqual([])
  })

  it('holds when it is six minutes off', async () => {
    const registry = await company(1)
    const world = { ...(await testWorld()), now: () => Math.floor(Date.now() / 1000) - 360 }
    expect(theOne((await read(registry, undefined, world)).snapshots).gaps.map(({ kind }) => kind)).toEqual([
      'clock',
    ])
  })
})
