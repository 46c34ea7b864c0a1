// What four real registries do where the specification leaves room. The cleanup suites lean on these facts; a new
// version of a server that changes one of them fails here by name.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { labelsOf, pullWhole } from './clients.ts'
import { image, index, referrer } from './images.ts'
import { type Registry, type RegistryKind, registryKinds, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

const running = new Map<RegistryKind, { registry: Registry; wire: Wire }>()

beforeAll(async () => {
  for (const kind of registryKinds) {
    const registry = await startRegistry(kind)
    running.set(kind, { registry, wire: wire(registry.url) })
  }
})
afterAll(async () => {
  for (const { registry } of running.values()) await registry.stop()
})

function at(kind: RegistryKind): { registry: Registry; wire: Wire } {
  const found = running.get(kind)
  if (found === undefined) throw new Error(`${kind} did not start`)
  return found
}

const amd64 = { os: 'linux', architecture: 'amd64' }
const arm64 = { os: 'linux', architecture: 'arm64' }
const one = image({ labels: { expire_at: '1700000000' } })
const two = image({ labels: { expire_at: '1800000000' }, platform: arm64 })
const both = index([
  { ...one.manifest, platform: amd64 },
  { ...two.manifest, platform: arm64 },
])

describe.each(registryKinds)('%s, like every registry here,', kind => {
  test('takes an image, serves it whole to skopeo, and deletes it by digest', async () => {
    const { registry, wire } = at(kind)
    await wire.pushImage('all/image', one, ['v1'])
    await pullWhole(`${registry.host}/all/image:v1`)
    expect(await labelsOf(`${registry.host}/all/image:v1`)).toEqual({ expire_at: '1700000000' })
    expect(await wire.delete('all/image', one.manifest.digest)).toBe(202)
    expect((await wire.manifest('all/image', one.manifest.digest)).status).toBe(404)
    expect(await wire.delete('all/image', one.manifest.digest), 'the second time').toBe(404)
  })

  test('deletes a child of a live index without a word, and the index is broken', async () => {
    const { registry, wire } = at(kind)
    await wire.pushImage('all/index', one)
    await wire.pushImage('all/index', two)
    await wire.pushManifest('all/index', both, 'multi')
    await pullWhole(`${registry.host}/all/index:multi`)
    expect(await wire.delete('all/index', two.manifest.digest)).toBe(202)
    expect(await wire.digest('all/index', 'multi')).toBe(both.digest)
    await expect(pullWhole(`${registry.host}/all/index:multi`)).rejects.toThrow()
  })

  test('keeps the layers of a deleted image until its own garbage collection, so that it can be put back', async () => {
    const { registry, wire } = at(kind)
    await wire.pushImage('all/back', one, ['v1'])
    await wire.delete('all/back', one.manifest.digest)
    await wire.pushManifest('all/back', one.manifest, 'v1')
    expect(await wire.digest('all/back', 'v1')).toBe(one.manifest.digest)
    await pullWhole(`${registry.host}/all/back:v1`)
  })

  test('refuses an index whose children it does not hold', async () => {
    const { wire } = at(kind)
    await wire.pushImage('all/sparse', one)
    await expect(wire.pushManifest('all/sparse', both, 'multi')).rejects.toThrow(/: 40[04] instead of 201/)
  })
})

const listings: readonly [RegistryKind, string, readonly string[], RegExp | undefined][] = [
  ['docker-registry', 'ignores n, and lists all tags in any order', ['a', 'b', 'c'], undefined],
  [
    'distribution',
    'cuts at n and says so in a Link',
    ['a'],
    /^<\/v2\/list\/tags\/tags\/list\?last=a&n=1>; rel="next"$/,
  ],
  ['olareg', 'cuts at n and says so in a Link, rel unquoted', ['a'], /\?last=a&n=1>; rel=next$/],
  ['ggcr', 'cuts at n and does not say so', ['a'], undefined],
]
test.each(listings)('%s %s', async (kind, _habit, tags, link) => {
  const { wire } = at(kind)
  await wire.pushImage('list/tags', one, ['c', 'a', 'b'])
  const answer = await wire.call('GET', '/v2/list/tags/tags/list?n=1')
  expect((answer.json() as { tags: string[] }).tags.sort()).toEqual(tags)
  expect(answer.headers['link'] ?? '').toMatch(link ?? /^$/)
})

const emptied: readonly [RegistryKind, string, unknown][] = [
  ['docker-registry', 'lists null', null],
  ['distribution', 'lists nothing', []],
  ['olareg', 'lists nothing', []],
  ['ggcr', 'still lists the tag', ['v1']],
]
test.each(emptied)('%s, once the digest of the last tag is deleted, %s', async (kind, _habit, tags) => {
  const { wire } = at(kind)
  await wire.pushImage('list/emptied', one, ['v1'])
  await wire.delete('list/emptied', one.manifest.digest)
  expect((await wire.call('GET', '/v2/list/emptied/tags/list')).json()).toHaveProperty('tags', tags)
})

const tagDeletion: readonly [RegistryKind, string, number, readonly string[]][] = [
  ['docker-registry', 'refuses to delete a tag', 400, ['v1', 'v2']],
  ['distribution', 'deletes a tag and keeps its digest', 202, ['v1']],
  ['olareg', 'deletes a tag and keeps its digest', 202, ['v1']],
  ['ggcr', 'deletes a tag and keeps its digest', 202, ['v1']],
]
test.each(tagDeletion)('%s %s', async (kind, _habit, status, left) => {
  const { wire } = at(kind)
  await wire.pushImage('delete/tag', one, ['v1', 'v2'])
  expect(await wire.delete('delete/tag', 'v2')).toBe(status)
  expect(await wire.tags('delete/tag')).toEqual(left)
  expect((await wire.manifest('delete/tag', one.manifest.digest)).status).toBe(200)
})

const digestDeletion: readonly [RegistryKind, string, readonly string[], number][] = [
  ['docker-registry', 'takes both tags of a deleted digest', [], 404],
  ['distribution', 'takes both tags of a deleted digest', [], 404],
  ['olareg', 'takes both tags of a deleted digest', [], 404],
  ['ggcr', 'keeps serving both tags of a deleted digest', ['v1', 'v2'], 200],
]
test.each(digestDeletion)('%s %s', async (kind, _habit, left, status) => {
  const { wire } = at(kind)
  await wire.pushImage('delete/digest', one, ['v1', 'v2'])
  expect(await wire.delete('delete/digest', one.manifest.digest)).toBe(202)
  expect(await wire.tags('delete/digest')).toEqual(left)
  expect((await wire.manifest('delete/digest', 'v1')).status).toBe(status)
})

const indexWithoutAccept: readonly [RegistryKind, string, number, string | undefined][] = [
  ['docker-registry', 'answers 404', 404, undefined],
  ['distribution', 'serves the index', 200, both.digest],
  ['olareg', 'serves a child, under the name of the index', 200, one.manifest.digest],
  ['ggcr', 'serves the index', 200, both.digest],
]
test.each(indexWithoutAccept)(
  '%s, asked for an index by who accepts only images, %s',
  async (kind, _habit, ...expected) => {
    const { wire } = at(kind)
    await wire.pushImage('accept/index', one)
    await wire.pushImage('accept/index', two)
    await wire.pushManifest('accept/index', both, 'multi')
    const { status, headers } = await wire.manifest('accept/index', 'multi', one.manifest.mediaType)
    expect([status, headers['docker-content-digest']]).toEqual(expected)
  },
)

const conditional: readonly [RegistryKind, string, number][] = [
  ['docker-registry', 'honours If-None-Match', 304],
  ['distribution', 'honours If-None-Match', 304],
  ['olareg', 'ignores If-None-Match', 200],
  ['ggcr', 'ignores If-None-Match', 200],
]
test.each(conditional)('%s %s', async (kind, _habit, status) => {
  const { wire } = at(kind)
  await wire.pushImage('accept/conditional', one, ['v1'])
  const headers = { accept: one.manifest.mediaType, 'if-none-match': `"${one.manifest.digest}"` }
  expect((await wire.call('GET', '/v2/accept/conditional/manifests/v1', undefined, headers)).status).toBe(
    status,
  )
})

const referrers: readonly [RegistryKind, string, number][] = [
  ['docker-registry', 'has no referrers API', 404],
  ['distribution', 'has no referrers API', 404],
  ['olareg', 'lists referrers, also of a subject that was deleted', 200],
  ['ggcr', 'has no referrers API', 404],
]
test.each(referrers)('%s %s', async (kind, _habit, status) => {
  const { wire } = at(kind)
  const signature = referrer(one.manifest, 'application/vnd.example.signature')
  await wire.pushImage('refer/red', one, ['v1'])
  await wire.pushImage('refer/red', signature)
  const ask = () => wire.call('GET', `/v2/refer/red/referrers/${one.manifest.digest}`)
  const before = await ask()
  expect(before.status).toBe(status)
  await wire.delete('refer/red', one.manifest.digest)
  expect((await wire.manifest('refer/red', signature.manifest.digest)).status, 'the referrer stays').toBe(200)
  const after = await ask()
  expect([after.status, after.text]).toEqual([before.status, before.text])
  if (status === 200) expect(before.text).toContain(signature.manifest.digest)
})

const catalogs: readonly [RegistryKind, string, number][] = [
  ['docker-registry', 'enumerates its repositories', 200],
  ['distribution', 'enumerates its repositories', 200],
  ['olareg', 'has no catalog', 404],
  ['ggcr', 'enumerates its repositories', 200],
]
test.each(catalogs)('%s %s', async (kind, _habit, status) => {
  const { wire } = at(kind)
  await wire.pushImage('cata/log', one, ['v1'])
  const answer = await wire.call('GET', '/v2/_catalog')
  expect(answer.status).toBe(status)
  if (status === 200) expect((answer.json() as { repositories: string[] }).repositories).toContain('cata/log')
})

test('olareg drops the connection when it is asked for no tag at all (n=0)', async () => {
  const { wire } = at('olareg')
  await wire.pushImage('list/zero', one, ['v1'])
  await expect(wire.call('GET', '/v2/list/zero/tags/list?n=0')).rejects.toThrow('other side closed')
})

describe.each(['docker-registry', 'distribution', 'olareg'] as const)('%s', kind => {
  test('answers 405 to every deletion when it is switched off, also of what is absent', async () => {
    const registry = await startRegistry(kind, { deletes: false })
    try {
      const { pushImage, delete: remove } = wire(registry.url)
      await pushImage('switched/off', one, ['v1'])
      expect(await remove('switched/off', one.manifest.digest)).toBe(405)
      expect(await remove('switched/off', two.manifest.digest)).toBe(405)
    } finally {
      await registry.stop()
    }
  })

  const status = kind === 'olareg' ? 403 : 405
  test(`turned read-only on the same port, still serves and answers ${status} to a deletion and a push`, async () => {
    const registry = await startRegistry(kind)
    try {
      const { pushImage, call, manifest, delete: remove } = wire(registry.url)
      await pushImage('read/only', one, ['v1'])
      await registry.restart({ readOnly: true })
      expect((await manifest('read/only', 'v1')).status).toBe(200)
      expect(await remove('read/only', one.manifest.digest)).toBe(status)
      const headers = { 'content-type': one.manifest.mediaType }
      const push = await call('PUT', '/v2/read/only/manifests/v2', one.manifest.bytes, headers)
      expect(push.status).toBe(status)
    } finally {
      await registry.stop()
    }
  })
})
