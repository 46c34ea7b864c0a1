// The registry check of `prepare` where it matters: a release that a real registry already has.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Told, type Workplace, workplace } from './cleanup-cli.ts'
import { image, index } from './images.ts'
import { type Registry, registryKinds, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

const commit = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
const revision = 'org.opencontainers.image.revision'
const elsewhere = image({ labels: { [revision]: '0'.repeat(40) } })
const rerun = image({ labels: { [revision]: commit } })
const multi = index([{ ...elsewhere.manifest, platform: { os: 'linux', architecture: 'amd64' } }])

describe.each(registryKinds)('prepare, before a build is pushed to %s,', kind => {
  let registry: Registry
  let push: Wire
  let place: Workplace

  beforeAll(async () => {
    registry = await startRegistry(kind)
    push = wire(registry.url)
    place = await workplace()
    await push.pushImage('team/app', elsewhere, ['v1.2.3'])
    await push.pushImage('team/app', rerun, ['v1.2.4'])
    await push.pushManifest('team/app', multi, 'v1.2.5')
  })
  afterAll(async () => {
    await registry?.stop()
    await place?.remove()
  })

  /** The job of a git tag, in a repository whose image lies in the registry of this suite. */
  async function prepare(tag: string, ...words: readonly string[]): Promise<Told> {
    const event = {
      ref: `refs/tags/${tag}`,
      after: commit,
      head_commit: { id: commit, timestamp: '2026-11-20T10:00:00Z' },
    }
    const repository = { full_name: 'acme/app', default_branch: 'main' }
    await place.write('event.json', JSON.stringify({ ...event, repository }))
    const env = {
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_EVENT_PATH: `${place.folder}/event.json`,
      GITHUB_REF: `refs/tags/${tag}`,
      GITHUB_REF_NAME: tag,
      GITHUB_REF_TYPE: 'tag',
      GITHUB_REPOSITORY: 'acme/app',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: commit,
      GITHUB_WORKSPACE: place.folder,
    }
    return place.inCi(env, 'prepare', '--image', `${registry.host}/team/app`, ...words)
  }

  test('lets a release through that is not there yet', async () => {
    const told = await prepare('v1.2.2')
    expect(told.code, told.text).toBe(0)
  })

  test.each(['v1.2.3', 'v1.2.5'])('refuses %s, which is there from another commit', async tag => {
    const told = await prepare(tag)
    expect(told.code, told.text).toBe(1)
    expect(told.outcome.findings).toMatchObject([{ rule: 'immutable-tag', severity: 'error' }])
    const digest = await push.digest('team/app', tag)
    expect(told.outcome.findings[0]?.message).toContain(digest)
  })

  test('tells of a rerun from the same commit and lets it through', async () => {
    const told = await prepare('v1.2.4')
    expect(told.code, told.text).toBe(0)
    expect(told.outcome.findings).toMatchObject([{ rule: 'immutable-tag', severity: 'warning' }])
  })

  test('looks at nothing with check-registry off', async () => {
    const told = await prepare('v1.2.3', '--check-registry', 'false')
    expect(told.code, told.text).toBe(0)
  })

  test('cannot decide once the registry is gone', async () => {
    await registry.stop()
    const told = await prepare('v1.2.2')
    expect(told.code, told.text).toBe(3)
  })
})
