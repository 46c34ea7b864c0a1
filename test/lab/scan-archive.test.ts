// Archives of several images under real Trivy, which takes the first and says nothing of the others.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Blob, blob, image, index } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { run } from './run.ts'
import { type ScanRoom, scanRoom } from './scan.ts'
import { tool } from './tools.ts'
import { fixtureDb, vulnerableImage } from './trivy.ts'
import { wire } from './wire.ts'

let registry: Registry
let cache: string
let room: ScanRoom

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  cache = await fixtureDb()
  room = await scanRoom(cache)
  const { digest } = await vulnerableImage(registry, 'team/several')
  const call = wire(registry.url)
  const { text } = await call.manifest('team/several', digest)
  const guilty: Blob = blob('application/vnd.oci.image.manifest.v1+json', Buffer.from(text))
  const clean = image()
  await call.pushImage('team/several', clean, [])
  const platform = (architecture: string) => ({ platform: { os: 'linux', architecture } })
  const all = index([
    { ...clean.manifest, ...platform('amd64') },
    { ...guilty, ...platform('arm64') },
  ])
  await call.pushManifest('team/several', all, 'all')
})
afterAll(async () => {
  await room?.remove()
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})

describe.each(['oci', 'oci-archive'])('%s', kind => {
  const path = () => join(room.folder, kind)
  beforeAll(async () => {
    const copy = [tool('skopeo'), '--insecure-policy', 'copy', '--all', '--src-tls-verify=false'] as const
    await run([...copy, `docker://${registry.host}/team/several:all`, `${kind}:${path()}`])
  })

  test('the guilty one fails it, wherever it stands', async () => {
    const { exitCode, outcome } = await room.scan({ archive: path() })
    expect([exitCode, outcome.stats['images'], outcome.outputs['to-fix']]).toEqual([1, 2, '2'])
  })

  test('of the wanted platform alone', async () => {
    const clean = await room.scan({ archive: path(), platforms: 'linux/amd64' })
    expect([clean.exitCode, clean.outcome.stats['images']]).toEqual([0, 1])
    expect((await room.scan({ archive: path(), platforms: 'linux/arm64' })).exitCode).toBe(1)
    expect((await room.scan({ archive: path(), platforms: 'linux/s390x' })).exitCode).toBe(3)
  })
})

test('bare Trivy finds nothing in the same folder', async () => {
  const flags = ['image', '--quiet', '--skip-db-update', '--skip-java-db-update', '--offline-scan']
  const { stdout } = await run([
    tool('trivy'),
    ...[...flags, '--cache-dir', cache, '--format', 'json', '--input', join(room.folder, 'oci')],
  ])
  expect(stdout).not.toContain('CVE-2099')
})
