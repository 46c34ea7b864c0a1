// Our client against four real registries. Where they differ is the subject of registries.test.ts; here it must not show.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Digest, Repository, Snapshot, Tag } from '../../src/image/index.ts'
import { extend, openRegistries, type Registries, readRepositories } from '../../src/registry/index.ts'
import { realWorld } from '../../src/system/node.ts'
import type { World } from '../../src/system/world.ts'
import { image, index, referrer } from './images.ts'
import { type Registry, type RegistryKind, registryKinds, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

const running = new Map<RegistryKind, { registry: Registry; wire: Wire }>()
let cwd: string
let world: World

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lab-client-'))
  const quiet = () => undefined
  const log = { info: quiet, warn: quiet, progress: quiet, secret: quiet }
  world = realWorld({ env: {}, cwd, log, input: (async function* () {})() })
  for (const kind of registryKinds) {
    const registry = await startRegistry(kind)
    running.set(kind, { registry, wire: wire(registry.url) })
  }
})
afterAll(async () => {
  for (const { registry } of running.values()) await registry.stop()
  await world.http.close()
  await rm(cwd, { recursive: true, force: true })
})

const one = image({ labels: { expire_at: '1700000000' } })
const two = image({ labels: { expire_at: '1800000000' }, platform: { os: 'linux', architecture: 'arm64' } })
const old = image({ labels: { a: 'b' }, format: 'docker' })
const both = index([
  { ...one.manifest, platform: { os: 'linux', architecture: 'amd64' } },
  { ...two.manifest, platform: { os: 'linux', architecture: 'arm64' } },
])

function at(kind: RegistryKind, name: string) {
  const found = running.get(kind)
  if (found === undefined) throw new Error(`${kind} did not start`)
  const repository = `${found.registry.host}/${name}` as Repository
  return { ...found, name, repository, registries: openRegistries(world) }
}

async function read(registries: Registries, repository: Repository): Promise<Snapshot> {
  const [snapshot] = await readRepositories([repository], registries, world.log)
  if (snapshot === undefined) throw new Error('nothing was read')
  return snapshot
}

describe.each(registryKinds)('%s', kind => {
  test('is read whole: tags, index, image, docker image, configs, children', async () => {
    const { wire, name, repository, registries } = at(kind, 'team/whole')
    await wire.pushImage(name, one, ['a'])
    await wire.pushImage(name, two)
    await wire.pushImage(name, old, ['old', 'older'])
    await wire.pushManifest(name, both, 'multi')
    const snapshot = await read(registries, repository)
    expect(snapshot.gaps).toEqual([])
    expect([...snapshot.tags]).toEqual([
      ['a', one.manifest.digest],
      ['multi', both.digest],
      ['old', old.manifest.digest],
      ['older', old.manifest.digest],
    ])
    expect([...snapshot.manifests.values()].map(({ kind }) => kind).sort()).toEqual([
      'image',
      'image',
      'index',
    ])
    const manifests = [two.manifest.digest as Digest]
    const configs = [one.config.digest as Digest, old.config.digest as Digest]
    const more = await extend(snapshot, { manifests, configs, referrers: [] }, registries)
    expect(more.gaps).toEqual([])
    expect(more.manifests.get(manifests[0] as Digest)?.kind).toBe('image')
    expect(more.configs.get(configs[0] as Digest)?.labels['expire_at']).toBe('1700000000')
    expect(more.configs.get(configs[1] as Digest)?.labels['a']).toBe('b')
  })

  test('lists 1,234 tags completely, and a repository that is not there says so', async () => {
    const { wire, name, repository, registries } = at(kind, 'team/many')
    await wire.pushImage(name, one, ['first'])
    const tags = Array.from({ length: 1233 }, (_, n) => `t${n}`)
    for (let n = 0; n < tags.length; n += 50) {
      await Promise.all(tags.slice(n, n + 50).map(tag => wire.pushManifest(name, one.manifest, tag)))
    }
    const listing = await registries.of(repository).tags(repository)
    expect(listing.incomplete).toBeUndefined()
    expect(new Set(listing.tags)).toEqual(new Set(['first', ...tags]))
    const nowhere = repository.replace('many', 'nowhere') as Repository
    const { tags: none, incomplete } = await registries.of(nowhere).tags(nowhere)
    // olareg has an empty list for every name.
    if (kind === 'olareg') expect([none, incomplete]).toEqual([[], undefined])
    else expect(incomplete).toMatch(/404/)
  })

  test('is asked conditionally when it was read before, and says the same', async () => {
    const { wire, name, repository } = at(kind, 'team/warm')
    await wire.pushImage(name, one, ['a', 'b'])
    await wire.pushImage(name, two, ['c'])
    const cold = await read(openRegistries(world, { cacheFolder: 'cache' }), repository)
    const registries = openRegistries(world, { cacheFolder: 'cache' })
    expect(await read(registries, repository)).toEqual(cold)
    const unchanged = registries.stats()['registry-unchanged']
    // olareg and ggcr ignore If-None-Match, and are believed by their bytes.
    expect(unchanged).toBe(kind === 'docker-registry' || kind === 'distribution' ? 3 : 0)
  })

  test('says which referrers a subject has, as far as it has the API', async () => {
    const { wire, name, repository, registries } = at(kind, 'team/signed')
    const signature = referrer(one.manifest, 'application/vnd.example.signature')
    await wire.pushImage(name, one, ['v1'])
    await wire.pushImage(name, signature)
    const answer = await registries.of(repository).referrers(repository, one.manifest.digest as Digest)
    if (kind === 'olareg') expect(answer).toMatchObject([{ digest: signature.manifest.digest }])
    else expect(answer).toBe('unsupported')
  })

  test('deletes by digest, is done twice, and takes the exact bytes back', async () => {
    const { wire, name, repository, registries } = at(kind, 'team/back')
    await wire.pushImage(name, one, ['v1'])
    const client = registries.of(repository)
    const digest = one.manifest.digest as Digest
    const before = await client.manifest(repository, digest)
    if (!('found' in before) || !before.found) throw new Error(JSON.stringify(before))
    expect(await client.deleteManifest(repository, digest)).toBe('deleted')
    expect(await client.digestOf(repository, digest)).toBe('absent')
    expect(await client.deleteManifest(repository, digest)).toBe('absent')
    expect(await client.hasBlob(repository, one.config.digest as Digest)).toBe('present')
    expect(await client.putManifest(repository, 'v1' as Tag, before.raw)).toEqual({ digest })
    expect(await client.manifest(repository, digest)).toEqual(before)
  })

  test('deletes a tag alone where it can, and else says what to set', async () => {
    const { wire, name, repository, registries } = at(kind, 'team/untag')
    await wire.pushImage(name, one, ['v1', 'v2'])
    const answer = await registries.of(repository).deleteTag(repository, 'v2' as Tag)
    if (kind === 'docker-registry') expect(answer).toMatchObject({ refused: 'disabled' })
    else expect(answer).toBe('deleted')
    expect(await registries.of(repository).digestOf(repository, 'v1' as Tag)).toEqual({
      digest: one.manifest.digest,
    })
  })

  test('enumerates, or says that it cannot', async () => {
    const { wire, name, repository, registries } = at(kind, 'catalog/app')
    await wire.pushImage(name, one, ['v1'])
    const prefix = repository.slice(0, -'app'.length)
    const asked = await registries.of(repository).repositories(prefix)
    if (kind === 'olareg') expect(asked).toMatchObject({ repositories: [], incomplete: expect.anything() })
    else expect(asked).toEqual({ repositories: [repository] })
  })
})

describe.each(['docker-registry', 'distribution', 'olareg'] as const)('%s', kind => {
  test('with deletion switched off says so once, with the setting, and nothing is gone', async () => {
    const registry = await startRegistry(kind, { deletes: false })
    try {
      await wire(registry.url).pushImage('a/b', one, ['v1'])
      const repository = `${registry.host}/a/b` as Repository
      const client = openRegistries(world).of(repository)
      const answer = await client.deleteManifest(repository, one.manifest.digest as Digest)
      expect(answer).toMatchObject({ refused: 'disabled', fix: expect.stringContaining('DELETE_ENABLED') })
      expect(await client.digestOf(repository, 'v1' as Tag)).toEqual({ digest: one.manifest.digest })
    } finally {
      await registry.stop()
    }
  })
})

describe.each(['docker-registry', 'distribution'] as const)('%s', kind => {
  test('after its garbage collection refuses what it no longer has layers for', async () => {
    const registry = await startRegistry(kind)
    try {
      await wire(registry.url).pushImage('a/b', one, ['v1'])
      const repository = `${registry.host}/a/b` as Repository
      const client = openRegistries(world).of(repository)
      const digest = one.manifest.digest as Digest
      const before = await client.manifest(repository, digest)
      if (!('found' in before) || !before.found) throw new Error(JSON.stringify(before))
      expect(await client.deleteManifest(repository, digest)).toBe('deleted')
      await registry.garbageCollect?.()
      expect(await client.hasBlob(repository, one.layers[0]?.digest as Digest)).toBe('absent')
      expect(await client.putManifest(repository, 'v1' as Tag, before.raw)).toMatchObject({
        refused: 'blobs-missing',
      })
    } finally {
      await registry.stop()
    }
  })
})
