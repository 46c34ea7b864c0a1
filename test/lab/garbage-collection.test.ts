// What the servers' own garbage collection takes, and what it must be told apart from: a deletion.
import { expect, test } from 'vitest'
import { pullWhole } from './clients.ts'
import { image, index } from './images.ts'
import { startRegistry } from './registries.ts'
import { wire } from './wire.ts'

const kept = image({ labels: { keep: 'yes' }, layers: [[{ path: 'shared', content: 'shared' }]] })
const gone = image({ labels: { keep: 'no' }, layers: [[{ path: 'shared', content: 'shared' }]] })
const alone = image({ layers: [[{ path: 'alone', content: 'alone' }]] })

const collectors = ['docker-registry', 'distribution'] as const

test.each(collectors)('%s collects what only deleted images used, and keeps the shared layer', async kind => {
  const registry = await startRegistry(kind)
  try {
    const { pushImage, delete: remove, call } = wire(registry.url)
    await pushImage('team/app', kept, ['kept'])
    await pushImage('team/app', gone, ['gone'])
    await pushImage('team/app', alone, ['alone'])
    await remove('team/app', gone.manifest.digest)
    await remove('team/app', alone.manifest.digest)
    const there = async (digest: string) =>
      (await call('HEAD', `/v2/team/app/blobs/${digest}`)).status === 200
    expect(await there(alone.config.digest), 'before').toBe(true)
    await registry.garbageCollect?.()
    expect(await there(alone.config.digest), 'after').toBe(false)
    expect(await there(gone.config.digest)).toBe(false)
    await pullWhole(`${registry.host}/team/app:kept`)
  } finally {
    await registry.stop()
  }
})

const untagged = [
  ['docker-registry', 'breaks every index', 404],
  ['distribution', 'keeps the children of a tagged index', 200],
] as const

test.each(untagged)('%s told to delete what has no tag %s', async (kind, _habit, status) => {
  const registry = await startRegistry(kind)
  try {
    const { pushImage, pushManifest, manifest } = wire(registry.url)
    await pushImage('team/app', kept)
    await pushImage('team/app', alone)
    await pushManifest(
      'team/app',
      index([{ ...kept.manifest, platform: { os: 'linux', architecture: 'amd64' } }]),
      'multi',
    )
    await registry.garbageCollect?.({ untagged: true })
    expect((await manifest('team/app', 'multi')).status).toBe(200)
    expect((await manifest('team/app', kept.manifest.digest)).status).toBe(status)
    expect((await manifest('team/app', alone.manifest.digest)).status).toBe(404)
  } finally {
    await registry.stop()
  }
})
