// Our signatures under plain cosign and plain cosign's under ours, in both formats, on three registries.
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey, cosignVerify, type SignatureFormat } from './cosign.ts'
import { image, index } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { wire } from './wire.ts'

let key: CosignKey
let registry: Registry
let room: SignRoom

beforeAll(async () => {
  key = await cosignKey()
})
afterAll(() => rm(key.folder, { recursive: true, force: true }))

const policyOf = (format: string, more = '') =>
  `version: 1\nimages: ['${registry.host}/team/**']\nsign: { format: ${format}, key: ${key.private}${more} }\n`

describe.each(['docker-registry', 'olareg', 'distribution'] as const)('on %s', kind => {
  beforeEach(async () => {
    registry = await startRegistry(kind)
    room = await signRoom(key)
  })
  afterEach(async () => {
    await room?.remove()
    await registry?.stop()
  })

  async function pushed(name: string) {
    const one = image({ labels: { name } })
    await wire(registry.url).pushImage('team/app', one, [name])
    return `${registry.host}/team/app@${one.manifest.digest}`
  }

  test.each(['bundle', 'legacy'] as const)('what we sign as %s, plain cosign verifies', async format => {
    const reference = await pushed('ours')
    await room.file('.image-hygiene.yml', policyOf(format))
    const ran = await room.step('sign', { references: reference })
    expect(ran.outcome.findings).toEqual([])
    expect(ran.exitCode).toBe(0)
    expect(ran.outcome.outputs['signed']).toBe(reference)
    const other: SignatureFormat = format === 'bundle' ? 'legacy' : 'bundle'
    expect((await cosignVerify(key, reference, format)).code).toBe(0)
    // Version 3 finds a legacy signature without being told to, so only the other way round can fail.
    if (other === 'legacy') expect((await cosignVerify(key, reference, other)).code).not.toBe(0)
  })

  test('an index is signed with every child, in both formats at once', async () => {
    const { pushImage, pushManifest } = wire(registry.url)
    const platforms = ['amd64', 'arm64'].map(architecture => {
      const platform = { os: 'linux', architecture }
      return { ...image({ platform }), platform }
    })
    for (const one of platforms) await pushImage('team/app', one)
    const whole = index(platforms.map(one => ({ ...one.manifest, platform: one.platform })))
    await pushManifest('team/app', whole, 'v1')
    await room.file('.image-hygiene.yml', policyOf('both'))
    const ran = await room.step('sign', { references: `${registry.host}/team/app:v1`, digest: whole.digest })
    expect(ran.exitCode).toBe(0)
    for (const digest of [whole.digest, ...platforms.map(one => one.manifest.digest)]) {
      const reference = `${registry.host}/team/app@${digest}`
      expect(ran.outcome.outputs['signed']).toContain(reference)
      for (const format of ['bundle', 'legacy'] as const) {
        expect((await cosignVerify(key, reference, format)).code).toBe(0)
      }
    }
  })
})
