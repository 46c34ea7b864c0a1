import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/demo/registry/index.ts'
import type { Digest, Repository, Tag } from '../../src/image/index.ts'
import { createCache } from '../../src/registry/cache.ts'
import { readRepositories } from '../../src/registry/index.ts'
import { formatPack, parsePack } from '../../src/registry/pack.ts'
import { pushImage } from '../fakes/registry/index.ts'
import { fake, open, type TestWorld, testWorld } from './open.ts'

const repository = 'registry.test/team/app' as Repository
const bytesOf = (text: string) => new TextEncoder().encode(text)
const entry = (text: string) => [digestOf(bytesOf(text)), { mediaType: 'a/b', bytes: bytesOf(text) }] as const

async function filesOf(world: TestWorld): Promise<readonly string[]> {
  const all = await readdir(join(world.cwd, 'cache'), { recursive: true, withFileTypes: true })
  return all.filter(file => file.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

describe('a pack', () => {
  const content = new Map([entry('one'), entry(''), entry('three\nlines\n'), entry('x'.repeat(100_000))])

  it('gives back what was put in', () => {
    const read = parsePack(formatPack(content))
    expect(read.map(({ digest, raw }) => [digest, Buffer.from(raw.bytes).toString(), raw.mediaType])).toEqual(
      [...content].map(([digest, raw]) => [digest, Buffer.from(raw.bytes).toString(), 'a/b']),
    )
  })

  it('that was cut off gives what came before the cut', () => {
    const whole = formatPack(content)
    for (const length of [0, 1, 50, 90, 200, whole.length - 1]) {
      expect(parsePack(whole.subarray(0, length)).length).toBeLessThan(4)
    }
  })

  it.each(['', 'garbage', 'sha256:12 3 a/b\nxyz\n', `sha256:${'a'.repeat(64)} 999999999 a/b\nx\n`, '\n\n\n'])(
    'of %j is empty',
    text => {
      expect(parsePack(bytesOf(text))).toEqual([])
    },
  )
})

describe('the cache', () => {
  it('keeps what a run has read whose budget was spent, and what an earlier one knew', async () => {
    const registry = await fake()
    for (let n = 0; n < 6; n += 1)
      pushImage(registry.store, 'team/app', { tags: [`t${n}`], content: String(n) })
    const world = await testWorld()
    const read = async (requests?: number) => {
      const limits = requests === undefined ? {} : { limits: { requests } }
      const registries = await open({ cacheFolder: 'cache', ...limits }, world)
      const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
      return { read: snapshot?.tags.size, held: snapshot?.gaps.length, ...registries.stats() }
    }
    // One request lists.
    expect(await read(4)).toMatchObject({ read: 3, held: 1 })
    expect(await read()).toMatchObject({ read: 6, held: 0, 'registry-unchanged': 3 })
    expect(await read(3)).toMatchObject({ read: 2, held: 1, 'registry-unchanged': 2 })
    expect(await read()).toMatchObject({ read: 6, held: 0, 'registry-unchanged': 6 })
  })

  it('remembers bytes by digest and which digest a tag had', async () => {
    const { files } = await testWorld()
    const [digest, raw] = entry('{}')
    const first = await createCache('cache', files).open(repository)
    first.keep(digest, raw)
    first.saw('v1' as Tag, digest)
    expect(first.find(digest)).toEqual(raw)
    await first.save()
    const second = await createCache('cache', files).open(repository)
    expect(Buffer.from(second.find(digest)?.bytes ?? []).toString()).toBe('{}')
    expect(second.manifest(digest)?.manifest.kind).toBe('unknown')
    expect(second.lastSeen('v1' as Tag)).toBe(digest)
    expect(
      (await createCache('cache', files).open('registry.test/other' as Repository)).find(digest),
    ).toBeUndefined()
  })

  it('does not give out bytes that are not those of the digest', async () => {
    const world = await testWorld()
    const [digest, raw] = entry('{"manifests":[]}')
    const cache = await createCache('cache', world.files).open(repository)
    cache.keep(digest, raw)
    await cache.save()
    const [pack = ''] = (await filesOf(world)).filter(name => name.endsWith('.pack'))
    await writeFile(pack, (await readFile(pack, 'utf8')).replace('[]', '{}'))
    const poisoned = await createCache('cache', world.files).open(repository)
    expect(poisoned.find(digest)).toBeUndefined()
    expect(poisoned.manifest(digest)).toBeUndefined()
  })

  it('is shared by two runs at once, and neither loses what the other wrote', async () => {
    const { files } = await testWorld()
    const runs = await Promise.all(
      Array.from({ length: 6 }, () => createCache('cache', files).open(repository)),
    )
    const entries = runs.map((_, n) => entry(`run ${n}`))
    runs.forEach((run, n) => {
      const [digest, raw] = entries[n] ?? entry('')
      run.keep(digest, raw)
    })
    await Promise.all(runs.map(run => run.save()))
    const later = await createCache('cache', files).open(repository)
    for (const [digest] of entries) expect(later.find(digest)).toBeDefined()
  })

  it('stays a handful of files, however many runs there are', async () => {
    const world = await testWorld()
    for (let n = 0; n < 30; n += 1) {
      const run = await createCache('cache', world.files).open(repository)
      run.keep(...entry(`run ${n}`))
      await run.save()
    }
    expect((await filesOf(world)).length).toBeLessThanOrEqual(9)
    const later = await createCache('cache', world.files).open(repository)
    for (let n = 0; n < 30; n += 1) expect(later.find(entry(`run ${n}`)[0])).toBeDefined()
  })

  it('that cannot be written or read is an empty one', async () => {
    const world = await testWorld()
    await writeFile(join(world.cwd, 'cache'), 'a file, not a folder')
    const cache = await createCache('cache', world.files).open(repository)
    cache.keep(...entry('x'))
    await cache.save()
    const later = await createCache('cache', world.files).open(repository)
    expect(later.find(entry('x')[0])).toBeUndefined()
  })

  it.each(['', '[]', 'null', '{"v1":"sha256:12"}', '{"__proto__":1}', '{"a b":7}', '{'])(
    'takes tags.json of %j for nothing',
    async text => {
      const world = await testWorld()
      const cache = await createCache('cache', world.files).open(repository)
      cache.saw('v1' as Tag, entry('x')[0])
      await cache.save()
      const [tags = ''] = (await filesOf(world)).filter(name => name.endsWith('tags.json'))
      await writeFile(tags, text)
      const later = await createCache('cache', world.files).open(repository)
      expect(later.lastSeen('v1' as Tag)).toBeUndefined()
    },
  )
})

describe('a poisoned cache changes nothing that is read:', () => {
  async function poisoned(
    change: (world: TestWorld, digests: { old: Digest; now: Digest }) => Promise<void>,
  ) {
    const registry = await fake()
    const old = pushImage(registry.store, 'team/app', {
      tags: ['v1'],
      content: 'old',
      annotations: { expire_at: '1' },
    })
    const world = await testWorld()
    const read = async (cacheFolder?: string) => {
      const registries = await open({ cacheFolder }, world)
      const [snapshot] = await readRepositories([`${registry.host}/team/app`], registries, world.log)
      return snapshot
    }
    await read('cache')
    const now = pushImage(registry.store, 'team/app', { tags: ['v1'], content: 'new' })
    await change(world, { old, now })
    return { warm: await read('cache'), cold: await read() }
  }

  it.each<[string, (world: TestWorld, digests: { old: Digest; now: Digest }) => Promise<void>]>([
    ['a tag that has moved since', async () => undefined],
    [
      'the old bytes under the new digest',
      async (world, { old, now }) => {
        for (const file of await filesOf(world)) {
          await writeFile(file, (await readFile(file, 'latin1')).replaceAll(old, now), 'latin1')
        }
      },
    ],
    [
      'another type under the right bytes',
      async world => {
        for (const file of await filesOf(world)) {
          const text = await readFile(file, 'latin1')
          await writeFile(file, text.replace('image.manifest.v1+json\n', 'image.index.v1+json\n'), 'latin1')
        }
      },
    ],
    [
      'noise in every file',
      async world => {
        for (const file of await filesOf(world)) await writeFile(file, Buffer.alloc(5000, 0xa7))
      },
    ],
  ])('%s', async (_, change) => {
    const { warm, cold } = await poisoned(change)
    expect(warm?.gaps).toEqual([])
    expect(warm).toEqual(cold)
  })
})
