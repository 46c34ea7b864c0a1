// `verify` with real cosign: what is right passes, and the ways of being wrong are told apart, each by its own rule.
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey, cosignSign } from './cosign.ts'
import { type Image, image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { bundlesOf, putBundle, putLegacy, withOneCertificate, withPayload } from './sign-forged.ts'
import { type Authority, authority } from './sign-pki.ts'
import { type Wire, wire } from './wire.ts'

let key: CosignKey
let stranger: CosignKey
let somebody: Authority
let registry: Registry
let call: Wire
let room: SignRoom

beforeAll(async () => {
  ;[key, stranger, somebody] = await Promise.all([cosignKey(), cosignKey(), authority()])
})
afterAll(async () => {
  for (const { folder } of [key, stranger, somebody]) await rm(folder, { recursive: true, force: true })
})

async function pushed(name: string): Promise<Image & { reference: string }> {
  const one = image({ labels: { name } })
  await call.pushImage('team/app', one, [name])
  return { ...one, reference: `${registry.host}/team/app@${one.manifest.digest}` }
}

const verify = async (inputs: Record<string, string>) => {
  const ran = await room.step('verify', { 'public-key': key.public, ...inputs })
  return { exit: ran.exitCode, rules: ran.outcome.findings.map(({ rule }) => rule), ran }
}

const byName = () => ({
  'public-key': '',
  identity: somebody.identity,
  issuer: somebody.issuer,
  'trusted-root': somebody.trustedRoot,
})

const formats = ['bundle', 'legacy'] as const

describe.each(['docker-registry', 'olareg', 'distribution'] as const)('on %s', kind => {
  beforeAll(async () => {
    registry = await startRegistry(kind)
    call = wire(registry.url)
  })
  afterAll(() => registry?.stop())
  beforeEach(async () => {
    room = await signRoom(key)
    await room.file('.image-hygiene.yml', `version: 1\nimages: ['${registry.host}/team/**']\n`)
  })
  afterEach(() => room?.remove())

  test('an image without a signature is unsigned, and one that is not there has none to be asked for', async () => {
    const { reference } = await pushed('unsigned')
    expect(await verify({ references: reference })).toMatchObject({ exit: 1, rules: ['unsigned'] })
    const absent = `${registry.host}/team/app@sha256:${'0'.repeat(64)}`
    const { rules } = await verify({ references: absent })
    expect(rules).toContain('no-image')
  })

  test.each(formats)(
    'what plain cosign signs as %s passes, and a stranger’s is the wrong key',
    async format => {
      const good = await pushed(`good-${format}`)
      const bad = await pushed(`bad-${format}`)
      await cosignSign(key, good.reference, format)
      await cosignSign(stranger, bad.reference, format)
      const { exit, rules, ran } = await verify({ references: `${good.reference},${bad.reference}` })
      expect([exit, rules]).toEqual([1, ['wrong-key']])
      expect(ran.outcome.outputs).toMatchObject({ verified: good.reference, refused: bad.reference })
    },
  )

  test.each(formats)('a %s signature of another image is told from one that was altered', async format => {
    const signed = await pushed(`signed-${format}`)
    const victim = await pushed(`victim-${format}`)
    const altered = await pushed(`altered-${format}`)
    await cosignSign(key, signed.reference, format)
    await cosignSign(key, altered.reference, format)
    const alter = (payload: string) =>
      payload
        .replace('"optional":null', '"optional":{"approved":"yes"}')
        .replace('"annotations":{}', '"annotations":{"a":"b"}')
    if (format === 'legacy') {
      await putLegacy(call, signed, victim)
      await putLegacy(call, altered, altered, alter)
    } else {
      const [of = {}] = await bundlesOf(call, signed.manifest.digest)
      await putBundle(call, victim, of)
      const [own = {}] = await bundlesOf(call, altered.manifest.digest)
      // On a registry with the API the true one would stay beside it, so the altered one goes on an image of its own.
      const fresh = await pushed('altered-bundle-fresh')
      await putBundle(call, fresh, withPayload(own, alter))
      altered.reference = fresh.reference
    }
    expect(await verify({ references: victim.reference })).toMatchObject({ exit: 1, rules: ['other-digest'] })
    expect(await verify({ references: altered.reference })).toMatchObject({
      exit: 1,
      rules: ['tampered-payload'],
    })
  })

  test.each(formats)('a certificate in a %s signature proves who it names, and nobody else', async format => {
    const signed = await pushed(`named-${format}`)
    await somebody.sign(signed.reference, format)
    const { reference } = signed
    if (format === 'bundle') {
      const [bundle = {}] = await bundlesOf(call, signed.manifest.digest)
      await putBundle(call, signed, withOneCertificate(bundle))
    }
    expect(await verify({ references: reference, ...byName() })).toMatchObject({ exit: 0, rules: [] })
    const others = [
      { identity: 'https://ci.example/else' },
      { issuer: 'https://else.example' },
      { identity: '^https://else' },
    ]
    for (const other of others) {
      const { exit, rules } = await verify({ references: reference, ...byName(), ...other })
      expect([other, exit, rules]).toEqual([other, 1, ['wrong-identity']])
    }
    // Held against a key, it is not by that key.
    expect(await verify({ references: reference })).toMatchObject({ exit: 1, rules: ['wrong-key'] })
  })

  test('an annotation that is demanded and was not signed', async () => {
    const { reference } = await pushed('annotated')
    await room.step('sign', { references: reference, key: key.private, 'signature-annotations': 'team=web' })
    const asking = (annotation: string) =>
      verify({ references: reference, 'signature-annotations': annotation })
    expect(await asking('team=web')).toMatchObject({ exit: 0, rules: [] })
    expect(await asking('team=else')).toMatchObject({ exit: 1, rules: ['wrong-annotations'] })
  })
})
