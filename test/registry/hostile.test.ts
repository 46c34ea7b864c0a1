import { describe, expect, it } from 'vitest'
import type { Digest, Repository, Tag } from '../../src/image/index.ts'
import { exitCodes } from '../../src/outcome/index.ts'
import { extend, readRepositories } from '../../src/registry/index.ts'
import { type Habit, pushImage } from '../fakes/registry/index.ts'
import { fake, open, testWorld } from './open.ts'

const login = { username: 'ann', password: 'hush-hush' }

/** Whatever it says, a registry costs a bounded time and memory, gets only its own credentials, and is never believed. */
const habits: readonly Habit[] = [
  'garbage JSON',
  'wrong bytes',
  'wrong digest header',
  '10 GB body',
  'endless body',
  'redirects in a circle',
  'links to another host',
  'links to another repository',
  'links to nonsense',
  'the same page for ever',
  'tags are a number',
  'lists a tag that is none',
  'lists a tag that is gone',
  'says 500 to manifests',
  '429 for ever',
  'wait for a day',
  'clock an hour off',
]

describe('a hostile registry is held:', () => {
  it.each(habits)('%s', { timeout: 30_000 }, async habit => {
    const bystander = await fake()
    const registry = await fake({ kind: 'basic', login })
    for (let n = 0; n < 8; n += 1)
      pushImage(registry.store, 'team/app', { tags: [`t${n}`], content: String(n) })
    registry.habit(habit)
    const world = await testWorld()
    const registries = await open({ given: { images: [`${registry.host}/team/app`], ...login } }, world)
    const before = process.memoryUsage().rss
    const began = Date.now()
    const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
    expect(snapshot?.gaps.length).toBeGreaterThan(0)
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
    expect(bystander.log).toEqual([])
    const words = JSON.stringify([snapshot?.gaps, world.said])
    expect(words).not.toContain('hush-hush')
    expect(words).not.toContain(Buffer.from('ann:hush-hush').toString('base64'))
  })

  it.each<Habit>(['hangs', 'slow drip'])(
    '%s, within the time of one exchange',
    { timeout: 60_000 },
    async habit => {
      const registry = await fake()
      pushImage(registry.store, 'team/app', { tags: ['v1'] })
      registry.habit(habit)
      const world = await testWorld()
      const quick = {
        ...world.http,
        send: (request: object) =>
          world.http.send({ ...(request as Parameters<typeof world.http.send>[0]), timeout: 300 }),
      }
      const registries = await open({}, { ...world, http: quick })
      const began = Date.now()
      const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
      expect(snapshot?.gaps.map(({ why }) => why)).toEqual([expect.stringContaining('took more than')])
      expect(Date.now() - began).toBeLessThan(2 * 300 + 2000)
    },
  )

  it('one that stops answering is given up, however many tags there are', { timeout: 30_000 }, async () => {
    const registry = await fake()
    for (let n = 0; n < 1000; n += 1) pushImage(registry.store, 'team/app', { tags: [`t${n}`] })
    registry.habit('drops manifests')
    const world = await testWorld()
    const registries = await open({}, world)
    const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
    expect(snapshot?.gaps.length).toBe(1000)
    expect(snapshot?.gaps.some(({ why }) => why.includes('given up'))).toBe(true)
    // What was under way or waiting for its next attempt when the twenty-fourth had failed, and no more.
    expect(registry.log.length).toBeLessThan(1 + (128 + 24) * 5)
  })

  it('a body that lies about a digest is never a config, a child or a referrer', async () => {
    const registry = await fake()
    const image = pushImage(registry.store, 'team/app', { tags: ['v1'], labels: { expire_at: '1' } })
    const child = pushImage(registry.store, 'team/app', { content: 'child' })
    const world = await testWorld()
    const registries = await open({}, world)
    const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
    if (snapshot === undefined) throw new Error('no snapshot')
    registry.habit('wrong bytes')
    const configs = [snapshot.manifests.get(image)?.config?.digest as Digest]
    const larger = await extend(snapshot, { manifests: [child], configs, referrers: [] }, registries)
    expect(larger.configs.size).toBe(0)
    expect(larger.manifests.size).toBe(1)
    expect(larger.gaps.map(({ kind }) => kind).sort()).toEqual(['config', 'manifest'])
  })
})

describe('what ends a run has exit code 3', () => {
  it.each([
    'no-credentials',
    'unreachable',
    'bad-answer',
    'too-slow',
    'too-large',
    'budget-spent',
    'undecidable',
  ] as const)('%s', code => {
    expect(exitCodes[code]).toBe(3)
  })
})

describe('a budget', () => {
  it('of time ends a run that a registry keeps waiting', async () => {
    const registry = await fake()
    pushImage(registry.store, 'team/app', { tags: ['v1'] })
    registry.habit('429 for ever')
    const registries = await open({ limits: { seconds: 0.1 } })
    const client = registries.of(registry.host)
    const ask = () => client.manifest(`${registry.host}/team/app` as Repository, 'v1' as Tag)
    await expect(ask()).rejects.toMatchObject({ code: 'budget-spent' })
  })

  it('says how to go on', async () => {
    const registry = await fake()
    const registries = await open({ limits: { requests: 0 } })
    const asked = registries.of(registry.host).manifest(`${registry.host}/a` as Repository, 'v1' as Tag)
    const error = await asked.catch(caught => caught)
    expect(error.findings[0].fix).toContain('run again')
    expect(registry.log).toEqual([])
  })
})
