// What else may lie beside an image: signatures by other tools, attestations, thousands of referrers. None of it is a
// signature of ours, and none of it stops the run.
import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putBlob, putManifest } from '../../src/demo/registry/index.ts'
import { type Digest, manifestTypes } from '../../src/image/index.ts'
import { ended, enter, type Room } from './running.ts'

let room: Room
let image: Digest
beforeEach(async () => {
  room = await enter()
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  await room.file('cosign.pub', publicKey.export({ type: 'spki', format: 'pem' }).toString())
  await room.file(
    '.image-hygiene.yml',
    `version: 1\nimages: ['${room.repository}']\nsign: { key: cosign.pub }\n`,
  )
  image = room.push()
})
afterEach(() => room.leave())

const bytesOf = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const verify = async () => ended(await room.step('verify', { references: `${room.repository}@${image}` }))

function blob(mediaType: string, value: unknown) {
  const bytes = bytesOf(value)
  return { mediaType, digest: putBlob(room.registry.store, 'team/app', bytes), size: bytes.length }
}

/** Puts a manifest beside the image: as its referrer, or under a tag. */
function beside(
  layers: readonly object[],
  where: { readonly artifactType: string } | { readonly tag: string },
) {
  const subject = { mediaType: manifestTypes[1], digest: image, size: 1 }
  const body = {
    ...{
      schemaVersion: 2,
      mediaType: manifestTypes[1],
      config: blob('application/vnd.oci.empty.v1+json', {}),
      layers,
    },
    ...('tag' in where ? {} : { artifactType: where.artifactType, subject }),
  }
  const tags = 'tag' in where ? [where.tag] : []
  putManifest(room.registry.store, 'team/app', tags, manifestTypes[1], bytesOf(body))
}

const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const base64 = (value: unknown) => Buffer.from(bytesOf(value)).toString('base64')
const envelope = (statement: unknown) => ({
  mediaType: bundleType,
  verificationMaterial: { publicKey: { hint: 'x' } },
  dsseEnvelope: {
    payload: base64(statement),
    payloadType: 'application/vnd.in-toto+json',
    signatures: [{ sig: base64('signature') }],
  },
})

describe('is unsigned', () => {
  test('with a signature of Notation', async () => {
    const artifactType = 'application/vnd.cncf.notary.signature'
    beside([blob('application/jose+json', { payload: 'e30', signature: 'AAAA' })], { artifactType })
    expect(await verify()).toEqual([1, 'unsigned'])
  })

  test('with attestations alone, as bundles and as cosign wrote them before', async () => {
    for (const predicateType of ['https://slsa.dev/provenance/v1', 'https://cyclonedx.org/bom']) {
      const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [],
        predicateType,
        predicate: {},
      }
      beside([blob(bundleType, envelope(statement))], { artifactType: bundleType })
    }
    beside([blob('application/vnd.dsse.envelope.v1+json', {})], { tag: `${image.replace(':', '-')}.att` })
    expect(await verify()).toEqual([1, 'unsigned'])
  })

  test('with an SBOM, a record and a picture', async () => {
    for (const type of [
      'application/spdx+json',
      'application/vnd.image-hygiene.record.v1+json',
      'image/png',
    ]) {
      beside([blob(type, {})], { artifactType: type })
    }
    expect(await verify()).toEqual([1, 'unsigned'])
  })

  test('with a .sig tag of something else', async () => {
    beside([blob('application/octet-stream', 'gpg')], { tag: `${image.replace(':', '-')}.sig` })
    expect(await verify()).toEqual([1, 'unsigned'])
  })
})

describe('cannot be read', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"dsseEnvelope":'],
    ['another kind of bundle', { mediaType: bundleType, messageSignature: { signature: 'AAAA' } }],
    [
      'a payload that is no base64',
      { dsseEnvelope: { payload: '%', payloadType: 'x', signatures: [{ sig: 'AAAA' }] } },
    ],
    ['no signature', { dsseEnvelope: { payload: 'e30=', payloadType: 'x', signatures: [] } }],
    ['lists where objects belong', { dsseEnvelope: [], verificationMaterial: [] }],
    ['__proto__', '{"__proto__":{"dsseEnvelope":{}},"dsseEnvelope":null}'],
  ])('as a bundle: %s', async (_, value) => {
    beside([blob(bundleType, value)], { artifactType: bundleType })
    expect(await verify()).toEqual([1, 'unreadable-signature'])
  })

  test('as a legacy signature: a layer without one', async () => {
    const layer = blob('application/vnd.dev.cosign.simplesigning.v1+json', {})
    beside([layer], { tag: `${image.replace(':', '-')}.sig` })
    expect(await verify()).toEqual([1, 'unreadable-signature'])
  })

  test('as its blob is gone', async () => {
    const layer = blob(bundleType, {})
    beside([layer], { artifactType: bundleType })
    room.registry.store.blobs.delete(layer.digest)
    room.registry.store.repositories.get('team/app')?.blobs.delete(layer.digest)
    expect(await verify()).toEqual([1, 'unreadable-signature'])
  })
})

describe('is bounded', () => {
  test('thousands of referrers are not read one by one', async () => {
    for (let n = 0; n < 2000; n++) {
      const foreign = { format: 'x', n }
      beside([blob(bundleType, foreign)], { artifactType: bundleType })
    }
    room.registry.forget()
    expect(await verify()).toEqual([1, 'unreadable-signature'])
    expect(room.registry.count(/GET .*\/blobs\//)).toBeLessThan(100)
  })

  test('a bundle of many megabytes is not read', async () => {
    beside([blob(bundleType, { padding: 'x'.repeat(3 * 1024 * 1024) })], { artifactType: bundleType })
    expect(await verify()).toEqual([3, 'undecidable'])
  })
})

describe('is not known', () => {
  test.each(['referrers answer 500', 'says 500 to manifests'] as const)(
    'from a registry that %s',
    async habit => {
      room.registry.habit(habit)
      const [exit, ...rules] = await verify()
      expect([exit, new Set(rules)]).toEqual([3, new Set(['undecidable'])])
    },
  )
})
