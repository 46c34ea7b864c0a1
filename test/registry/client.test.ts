import { describe, expect, it } from 'vitest'
import { collectGarbage, digestOf, putManifest } from '../../src/demo/registry/index.ts'
import { type Digest, isDigest, manifestTypes, type Repository, type Tag } from '../../src/image/index.ts'
import { type FakeRegistry, type Habit, pushImage } from '../fakes/registry/index.ts'
import { fake, open } from './open.ts'

const v1 = 'v1' as Tag

async function scene() {
  const registry = await fake()
  const digest = pushImage(registry.store, 'team/app', { tags: ['v1', 'main'] })
  const repository = `${registry.host}/team/app` as Repository
  return { registry, digest, repository, client: (await open()).of(registry.host) }
}

describe('a manifest', () => {
  it('comes by tag and by digest, with its bytes', async () => {
    const { client, repository, digest, registry } = await scene()
    const byTag = await client.manifest(repository, v1)
    const byDigest = await client.manifest(repository, digest)
    expect(byTag).toEqual(byDigest)
    expect(byTag).toMatchObject({ found: true, manifest: { digest, kind: 'image' } })
    if (!('found' in byTag) || !byTag.found) throw new Error('not found')
    expect(digestOf(byTag.raw.bytes)).toBe(digest)
    expect(registry.store.repositories.get('team/app')?.manifests.get(digest)?.mediaType).toBe(
      byTag.raw.mediaType,
    )
  })

  it('that is not there is said to be absent, never guessed', async () => {
    const { client, repository } = await scene()
    expect(await client.manifest(repository, 'nope' as Tag)).toEqual({ found: false, status: 404 })
    expect(await client.digestOf(repository, 'nope' as Tag)).toBe('absent')
  })

  it('is asked for with all four types', async () => {
    const { client, repository, registry } = await scene()
    let accept = ''
    registry.between = logged => {
      accept = logged.accept ?? ''
    }
    await client.manifest(repository, v1)
    for (const type of manifestTypes) expect(accept).toContain(type)
  })

  it('has a digest without its body, also where the header is missing', async () => {
    const { client, repository, digest, registry } = await scene()
    expect(await client.digestOf(repository, v1)).toEqual({ digest })
    expect(registry.log.map(({ method }) => method)).toEqual(['HEAD'])
    registry.habit('no digest header')
    expect(await client.digestOf(repository, v1)).toEqual({ digest })
  })

  it('of schema 1, signed, has the digest of what is signed', async () => {
    const { client, repository, registry } = await scene()
    const payload = '{\n   "schemaVersion": 1,\n   "fsLayers": []\n}'
    const head = payload.slice(0, payload.lastIndexOf('\n}'))
    const tail = payload.slice(head.length)
    const protectedPart = Buffer.from(
      JSON.stringify({ formatLength: head.length, formatTail: Buffer.from(tail).toString('base64url') }),
    ).toString('base64url')
    const body = `${head},\n   "signatures": [{"protected": "${protectedPart}"}]${tail}`
    const digest = digestOf(Buffer.from(payload))
    registry.answerOnce = {
      status: 200,
      headers: {
        'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws',
        'docker-content-digest': digest,
      },
      body,
    }
    const answer = await client.manifest(repository, 'old' as Tag)
    expect(answer).toMatchObject({ found: true, manifest: { digest, kind: 'unknown' } })
  })
})

describe('a deletion', () => {
  it('takes a digest with all its tags, and is done when it is already gone', async () => {
    const { client, repository, digest, registry } = await scene()
    expect(await client.deleteManifest(repository, digest)).toBe('deleted')
    expect(registry.store.repositories.get('team/app')?.tags.size).toBe(0)
    expect(await client.deleteManifest(repository, digest)).toBe('absent')
  })

  it('of a tag leaves its digest and the other tags', async () => {
    const { client, repository, digest, registry } = await scene()
    expect(await client.deleteTag(repository, v1)).toBe('deleted')
    expect([...(registry.store.repositories.get('team/app')?.tags ?? [])]).toEqual([['main', digest]])
  })

  it.each<[Habit, 'digest' | 'tag', string, RegExp]>([
    ['deletes disabled', 'digest', 'disabled', /REGISTRY_STORAGE_DELETE_ENABLED=true/],
    ['read-only', 'digest', 'disabled', /storage\.maintenance\.readonly/],
    ['no tag deletes', 'tag', 'disabled', /cleanup\.untag/],
    ['deletes forbidden', 'digest', 'forbidden', /right to delete/],
    ['immutable tags', 'digest', 'immutable', /change the rule/],
    ['deletes refused as referenced', 'digest', 'referenced', /another image/],
  ])('is refused by a registry with %s, and the setting is named', async (habit, what, refused, fix) => {
    const { client, repository, digest, registry } = await scene()
    registry.habit(habit)
    const answer = await (what === 'tag'
      ? client.deleteTag(repository, v1)
      : client.deleteManifest(repository, digest))
    expect(answer).toMatchObject({ refused, fix: expect.stringMatching(fix) })
    expect(registry.store.repositories.get('team/app')?.tags.size).toBe(2)
    expect(registry.log.length).toBe(1)
  })

  it('that a registry cannot answer is unknown, after a few attempts', async () => {
    const { client, repository, digest, registry } = await scene()
    registry.habit('429 for ever')
    expect(await client.deleteManifest(repository, digest)).toEqual({
      unknown: expect.stringContaining('429'),
    })
    expect(registry.log.length).toBe(5)
  })

  it('whose answer got lost is done: the second attempt finds nothing', async () => {
    const { client, repository, digest, registry } = await scene()
    registry.loseNextAnswer = true
    expect(await client.deleteManifest(repository, digest)).toBe('absent')
    expect(registry.log.map(({ method }) => method)).toEqual(['DELETE', 'DELETE'])
  })
})

describe('putting back', () => {
  it('gives the identical digest under the tag', async () => {
    const { client, repository, digest, registry } = await scene()
    const before = await client.manifest(repository, digest)
    if (!('found' in before) || !before.found) throw new Error('not found')
    await client.deleteManifest(repository, digest)
    expect(await client.putManifest(repository, v1, before.raw)).toEqual({ digest })
    expect(registry.store.repositories.get('team/app')?.tags.get('v1')).toBe(digest)
    expect(await client.manifest(repository, v1)).toEqual(before)
  })

  it('after the garbage collection says that the layers are gone', async () => {
    const { client, repository, digest, registry } = await scene()
    const before = await client.manifest(repository, digest)
    if (!('found' in before) || !before.found) throw new Error('not found')
    const layer = before.manifest.layers[0]?.digest as Digest
    expect(await client.hasBlob(repository, layer)).toBe('present')
    await client.deleteManifest(repository, digest)
    expect(collectGarbage(registry.store)).toBe(2)
    expect(await client.hasBlob(repository, layer)).toBe('absent')
    expect(await client.putManifest(repository, v1, before.raw)).toMatchObject({ refused: 'blobs-missing' })
  })

  it.each<[Habit, string]>([
    ['read-only', 'forbidden'],
    ['immutable tags', 'immutable'],
  ])('is refused by a registry with %s', async (habit, refused) => {
    const { client, repository, registry } = await scene()
    registry.habit(habit)
    const raw = { mediaType: manifestTypes[0], bytes: Buffer.from('{"manifests":[]}') }
    expect(await client.putManifest(repository, v1, raw)).toMatchObject({ refused })
  })
})

describe('plain http', () => {
  it('is for loopback and for hosts that the policy names', async () => {
    const registries = await open({ plainHttp: ['registry.invalid:5000'] })
    const ask = (host: string) => registries.of(host).manifest(`${host}/a` as Repository, v1)
    expect(await ask('registry.invalid:5000')).toEqual({
      unknown: expect.stringContaining('http://registry.invalid:5000/'),
    })
    expect(await ask('registry.invalid')).toEqual({
      unknown: expect.stringContaining('https://registry.invalid/'),
    })
  })
})

describe('the demo registry', () => {
  const send = (
    registry: FakeRegistry,
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ) => fetch(`${registry.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })

  it('takes a blob in one piece, in chunks, and by mount', async () => {
    const registry = await fake()
    const digest = digestOf(Buffer.from('hello'))
    const whole = await send(registry, 'POST', `/v2/a/blobs/uploads/?digest=${digest}`, 'hello')
    expect([whole.status, whole.headers.get('location')]).toEqual([201, `/v2/a/blobs/${digest}`])
    const opened = await send(registry, 'POST', '/v2/b/blobs/uploads/')
    const place = opened.headers.get('location') ?? ''
    expect((await send(registry, 'PATCH', place, 'hel', { 'content-range': '0-2' })).status).toBe(202)
    expect((await send(registry, 'PATCH', place, 'xx', { 'content-range': '9-10' })).status).toBe(416)
    expect((await send(registry, 'PUT', `${place}?digest=${digest}`, 'lo')).status).toBe(201)
    expect((await send(registry, 'POST', `/v2/c/blobs/uploads/?mount=${digest}&from=a`)).status).toBe(201)
    for (const name of ['a', 'b', 'c']) {
      expect(await (await send(registry, 'GET', `/v2/${name}/blobs/${digest}`)).text()).toBe('hello')
    }
    const part = await send(registry, 'GET', `/v2/a/blobs/${digest}`, undefined, { range: 'bytes=1-2' })
    expect([part.status, await part.text()]).toEqual([206, 'el'])
  })

  it('refuses a blob and a manifest that are not what they claim', async () => {
    const registry = await fake()
    const wrong = `sha256:${'0'.repeat(64)}`
    expect((await send(registry, 'POST', `/v2/a/blobs/uploads/?digest=${wrong}`, 'x')).status).toBe(400)
    const type = { 'content-type': manifestTypes[1] }
    expect((await send(registry, 'PUT', `/v2/a/manifests/${wrong}`, '{}', type)).status).toBe(400)
    expect((await send(registry, 'PUT', '/v2/a/manifests/v1', 'no JSON', type)).status).toBe(400)
    expect((await send(registry, 'PUT', '/v2/A/manifests/v1', '{}', type)).status).toBe(400)
    const image = JSON.stringify({ config: { mediaType: 'm', digest: wrong, size: 1 }, layers: [] })
    const missing = await send(registry, 'PUT', '/v2/a/manifests/v1', image, type)
    expect([missing.status, await missing.text()]).toEqual([
      404,
      expect.stringContaining('MANIFEST_BLOB_UNKNOWN'),
    ])
  })

  it('filters referrers, and says so', async () => {
    const registry = await fake()
    const subject = pushImage(registry.store, 'a', { tags: ['v1'] })
    pushImage(registry.store, 'a', { subject, artifactType: 'sig', content: '1' })
    pushImage(registry.store, 'a', { subject, artifactType: 'sbom', content: '2' })
    const answer = await send(registry, 'GET', `/v2/a/referrers/${subject}?artifactType=sig`)
    expect(answer.headers.get('oci-filters-applied')).toBe('artifactType')
    expect(((await answer.json()) as { manifests: unknown[] }).manifests.length).toBe(1)
  })

  it('collects what no manifest needs, and nothing else', async () => {
    const registry = await fake()
    const kept = pushImage(registry.store, 'a', { tags: ['v1'], content: '1' })
    const gone = pushImage(registry.store, 'a', { content: '2' })
    registry.store.repositories.get('a')?.manifests.delete(gone)
    expect(collectGarbage(registry.store)).toBe(1)
    const manifest = registry.store.repositories.get('a')?.manifests.get(kept)?.manifest
    for (const { digest } of manifest?.layers ?? []) expect(registry.store.blobs.has(digest)).toBe(true)
    expect(
      isDigest(putManifest(registry.store, 'a', [], manifestTypes[0], Buffer.from('{"manifests":[]}'))),
    ).toBe(true)
  })
})
