// The catalog in a registry: a tag a record, so that many write at once and nobody waits.
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendToRegistry, type ImageRecord, readFromRegistry } from '../../src/catalog/index.ts'
import { putManifest } from '../../src/demo/registry/index.ts'
import {
  type Digest,
  manifestTypes,
  parseRepository,
  type Repository,
  type Tag,
} from '../../src/image/index.ts'
import { openRegistries } from '../../src/registry/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { type FakeRegistry, pushImage, startFakeRegistry } from '../fakes/registry/index.ts'
import { seedRecord } from './records.ts'

let fake: FakeRegistry
let repository: Repository
const closing: (() => Promise<void>)[] = []

beforeEach(async () => {
  fake = await startFakeRegistry()
  repository = parseRepository(`${fake.host}/acme/catalog`) as Repository
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await fake.close()
})

/** A client of its own, as each job has. */
function client() {
  const log = createLog({ line: () => {}, clock: () => 0 })
  const world = realWorld({ env: {}, cwd: '/', log, input: Readable.from([]) })
  closing.push(() => world.http.close())
  return openRegistries(world).of(repository)
}

const at = (second: number) => new Date(Date.parse('2026-11-21T05:00:00Z') + second * 1000).toISOString()
const recorded = (tag: string, second = 0, more: Partial<ImageRecord> = {}) => {
  const image = `registry.example.com/app:${tag}`
  return seedRecord({ image, tags: [image], recorded_at: at(second).replace('.000Z', 'Z'), ...more })
}
const append = (record: ImageRecord) => appendToRegistry(client(), repository, record)
const read = () => readFromRegistry(client(), repository)
const stored = () => {
  const found = fake.store.repositories.get('acme/catalog')
  if (found === undefined) throw new Error('nothing was written')
  return found
}

/** docker-registry for a moment, while somebody else puts the same bytes. */
function blinking(times: number): ReturnType<typeof client> {
  const registry = client()
  let left = times
  return {
    ...registry,
    putManifest: (...put) =>
      left-- > 0
        ? Promise.resolve({ refused: 'blobs-missing', message: 'MANIFEST_BLOB_UNKNOWN' })
        : registry.putManifest(...put),
  }
}

test('a registry that loses sight of a blob for a moment is asked again, and not for ever', async () => {
  await appendToRegistry(blinking(3), repository, recorded('v1.0.0'))
  expect(await read()).toMatchObject({ records: [{}], findings: [] })
  await expect(appendToRegistry(blinking(99), repository, recorded('v2.0.0'))).rejects.toMatchObject({
    code: 'undecidable',
    message: expect.stringContaining('MANIFEST_BLOB_UNKNOWN'),
  })
})

test('twenty at once lose no record, and they come back in the order they were recorded', async () => {
  const names = Array.from({ length: 20 }, (_, n) => `v1.0.${n}`)
  await Promise.all(names.map((name, n) => append(recorded(name, n))))
  const { records, findings } = await read()
  expect(findings).toEqual([])
  expect(records.map(({ image }) => image)).toEqual(names.map(name => `registry.example.com/app:${name}`))
})

test('twenty of one second are twenty, and one that is written twice is one', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => append(recorded(`v2.0.${n}`))))
  await append(recorded('v2.0.7'))
  expect((await read()).records).toHaveLength(20)
})

test('a record of ten thousand packages comes back whole', async () => {
  const packages = Array.from({ length: 10_000 }, (_, n) => `deb/package-${n}=1.0.${n}-1`)
  const record = recorded('v1.0.0', 0, { dependencies: { ...seedRecord().dependencies, packages } })
  await append(record)
  expect((await read()).records).toEqual([record])
})

test('a catalog that is not there is not an empty one', async () => {
  await expect(read()).rejects.toMatchObject({ code: 'undecidable' })
})

test('each record costs one request to read', async () => {
  for (const name of ['v1.0.0', 'v1.0.1']) await append(recorded(name))
  fake.forget()
  await read()
  expect([fake.count(/GET .*\/manifests\//), fake.count(/GET .*\/blobs\//)]).toEqual([2, 0])
})

describe('what somebody meddled with', () => {
  const tagOf = (name: string) => {
    const [tag] = [...stored().tags].find(([, digest]) => textOf(digest).includes(name)) ?? []
    if (tag === undefined) throw new Error(`${name} was not written`)
    return tag as Tag
  }
  const textOf = (digest: Digest) => {
    const { layers } = JSON.parse(Buffer.from(stored().manifests.get(digest)?.bytes ?? '{}').toString())
    return Buffer.from(layers[0].data, 'base64').toString()
  }

  test('a record under the tag of another is told, and does not count', async () => {
    await append(recorded('v1.0.0'))
    await append(recorded('v6.6.6'))
    stored().tags.set(tagOf('v1.0.0'), stored().tags.get(tagOf('v6.6.6')) as Digest)
    const { records, findings } = await read()
    expect(records.map(({ image }) => image)).toEqual(['registry.example.com/app:v6.6.6'])
    expect(findings).toMatchObject([{ rule: 'bad-record', severity: 'warning' }])
  })

  test('other tags of the repository are none of its records', async () => {
    await append(recorded('v1.0.0'))
    pushImage(fake.store, 'acme/catalog', { tags: ['latest', '1234567890-0123456789abcdeg'] })
    expect(await read()).toMatchObject({ records: [{}], findings: [] })
  })

  test('an image where a record should be is told', async () => {
    pushImage(fake.store, 'acme/catalog', { tags: ['1234567890-0123456789abcdef'] })
    expect(await read()).toMatchObject({ records: [], findings: [{ rule: 'bad-record' }] })
  })

  test('without the record in its manifest, the blob is read', async () => {
    await append(recorded('v1.0.0'))
    const tag = tagOf('v1.0.0')
    const bare = JSON.parse(
      Buffer.from(stored().manifests.get(stored().tags.get(tag) as Digest)?.bytes ?? '').toString(),
    )
    delete bare.layers[0].data
    putManifest(
      fake.store,
      'acme/catalog',
      [tag],
      manifestTypes[1],
      new TextEncoder().encode(JSON.stringify(bare)),
    )
    expect(await read()).toMatchObject({
      records: [{ image: 'registry.example.com/app:v1.0.0' }],
      findings: [],
    })
  })
})

test.each(['says 500 to manifests', 'garbage JSON'] as const)(
  'a registry that has the habit "%s" has told nothing',
  async habit => {
    for (let n = 0; n < 3; n++) await append(recorded(`v1.0.${n}`, n))
    fake.habit(habit)
    await expect(read()).rejects.toMatchObject({ code: 'undecidable' })
  },
)
