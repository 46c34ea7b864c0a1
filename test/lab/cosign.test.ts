// Real cosign, offline: where its signatures go on each registry, and that they tell right from wrong.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey, cosignSign, cosignVerify, type SignatureFormat } from './cosign.ts'
import { image } from './images.ts'
import { registryKinds, startRegistry } from './registries.ts'
import { wire } from './wire.ts'

let key: CosignKey
let stranger: CosignKey

beforeAll(async () => {
  key = await cosignKey()
  stranger = await cosignKey()
})
afterAll(async () => {
  for (const { folder } of [key, stranger]) await rm(folder, { recursive: true, force: true })
})

const formats: readonly SignatureFormat[] = ['bundle', 'legacy']

describe.each(registryKinds)('on %s', kind => {
  test.each(formats)('a signature in %s format verifies with its key and with no other', async format => {
    const registry = await startRegistry(kind)
    try {
      const { pushImage } = wire(registry.url)
      const signed = image({ labels: { signed: format } })
      const other = image({ labels: { signed: 'not' } })
      await pushImage('team/app', signed, ['v1'])
      await pushImage('team/app', other, ['v2'])
      const reference = `${registry.host}/team/app@${signed.manifest.digest}`
      await cosignSign(key, reference, format)
      expect(await cosignVerify(key, reference, format)).toMatchObject({ code: 0 })
      expect((await cosignVerify(stranger, reference, format)).code).not.toBe(0)
      const unsigned = `${registry.host}/team/app@${other.manifest.digest}`
      expect((await cosignVerify(key, unsigned, format)).code).not.toBe(0)
    } finally {
      await registry.stop()
    }
  })

  test('a bundle is a referrer where the API exists and a fallback tag elsewhere; a legacy one is a .sig tag', async () => {
    const registry = await startRegistry(kind)
    try {
      const { pushImage, tags, call } = wire(registry.url)
      const signed = image()
      const { digest } = signed.manifest
      const tag = digest.replace(':', '-')
      await pushImage('team/app', signed, ['v1'])
      for (const format of formats) await cosignSign(key, `${registry.host}/team/app@${digest}`, format)
      const hasApi = kind === 'olareg'
      expect(await tags('team/app')).toEqual(hasApi ? [`${tag}.sig`, 'v1'] : [tag, `${tag}.sig`, 'v1'])
      const referrers = await call('GET', `/v2/team/app/referrers/${digest}`)
      expect(referrers.status).toBe(hasApi ? 200 : 404)
      if (hasApi) expect((referrers.json() as { manifests: unknown[] }).manifests).toHaveLength(1)
    } finally {
      await registry.stop()
    }
  })
})
