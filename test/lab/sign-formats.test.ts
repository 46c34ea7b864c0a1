// What else may lie where a signature should, under real cosign: other formats, statements of other things, forgeries that
// are signed by the very key, and ten thousand of them. Each is refused by a rule of its own; none passes, none hangs.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preAuthenticationEncoding } from '../../src/signing/bundle.ts'
import { hintOf } from '../../src/signing/diagnose.ts'
import type { CosignKey } from './cosign.ts'
import { type Blob, blob, descriptor, emptyBlob, type Image, image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { type Wire, wire } from './wire.ts'

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const repository = 'team/app'
const bundleType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'
const simpleType = 'application/vnd.dev.cosign.simplesigning.v1+json'
const inToto = 'application/vnd.in-toto+json'
const annotation = 'dev.cosignproject.cosign/signature'
const elsewhere = `sha256:${'e'.repeat(64)}`

let registry: Registry
let call: Wire
let room: SignRoom
beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  call = wire(registry.url)
  room = await signRoom({ password: '' } as CosignKey)
  await writeFile(join(room.folder, 'cosign.pub'), publicKey.export({ type: 'spki', format: 'pem' }))
  await room.file(
    '.image-hygiene.yml',
    `version: 1\nimages: ['${registry.host}/team/**']\nsign: { key: cosign.pub }\n`,
  )
})
afterAll(async () => {
  await room?.remove()
  await registry?.stop()
})

let made = 0
async function pushed(): Promise<Image & { readonly reference: string }> {
  const one = image({ labels: { n: `${made++}` } })
  await call.pushImage(repository, one, [])
  return { ...one, reference: `${registry.host}/${repository}@${one.manifest.digest}` }
}
const verify = async (reference: string) => {
  const start = performance.now()
  const ran = await room.step('verify', { references: reference })
  expect(performance.now() - start).toBeLessThan(80_000)
  return [ran.exitCode, ...ran.outcome.findings.map(({ rule }) => rule)]
}

interface Layer {
  readonly blob: Blob
  readonly annotations?: Readonly<Record<string, string>>
}
const manifestOf = (layers: readonly Layer[], more: object = {}) =>
  blob(manifestType, {
    schemaVersion: 2,
    mediaType: manifestType,
    config: descriptor(emptyBlob),
    layers: layers.map(({ blob, annotations }) =>
      descriptor(blob, annotations === undefined ? {} : { annotations }),
    ),
    ...more,
  })
async function put(layers: readonly Layer[], manifest: Blob, tag?: string): Promise<void> {
  const blobs = new Map([...layers.map(layer => layer.blob), emptyBlob].map(one => [one.digest, one]))
  for (const one of blobs.values()) await call.pushBlob(repository, one)
  await call.pushManifest(repository, manifest, tag)
}
const tagOf = ({ manifest }: Image, ending: string) => `${manifest.digest.replace(':', '-')}${ending}`
const legacy = (subject: Image, layers: readonly Layer[]) =>
  put(layers, manifestOf(layers), tagOf(subject, '.sig'))

/** Referrers as this registry has them: in the fallback index. */
async function referrers(
  subject: Image,
  all: readonly (readonly [readonly Layer[], string])[],
): Promise<void> {
  const manifests = []
  for (const [layers, artifactType] of all) {
    const manifest = manifestOf(layers, { artifactType, subject: descriptor(subject.manifest) })
    await put(layers, manifest)
    manifests.push(descriptor(manifest, { artifactType }))
  }
  const index = blob(indexType, { schemaVersion: 2, mediaType: indexType, manifests })
  await call.pushManifest(repository, index, tagOf(subject, ''))
}
const bundled = (subject: Image, bundle: object) =>
  referrers(subject, [[[{ blob: blob(bundleType, bundle) }], bundleType]])

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const json = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))

function simple(payload: unknown, by: KeyObject = privateKey): Layer {
  const bytes = json(payload)
  return { blob: blob(simpleType, bytes), annotations: { [annotation]: base64(sign('sha256', bytes, by)) } }
}
const claim = (digest: string, critical: object = {}) => ({
  critical: {
    identity: { 'docker-reference': `${registry.host}/${repository}` },
    image: { 'docker-manifest-digest': digest },
    type: 'cosign container image signature',
    ...critical,
  },
  optional: null,
})

const statement = (digest: string, more: object = {}) => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: [{ digest: { sha256: digest.slice(7) }, annotations: {} }],
  predicateType: 'https://sigstore.dev/cosign/sign/v1',
  predicate: {},
  ...more,
})
function envelope(payload: unknown, payloadType = inToto, by: KeyObject = privateKey) {
  const bytes = json(payload)
  return {
    payload: base64(bytes),
    payloadType,
    signatures: [{ sig: base64(sign('sha256', preAuthenticationEncoding(payloadType, bytes), by)) }],
  }
}
const bundle = (dsseEnvelope: unknown, more: object = {}) => ({
  mediaType: bundleType,
  verificationMaterial: { publicKey: { hint: hintOf(publicKey) } },
  dsseEnvelope,
  ...more,
})

test('what the key signed as cosign does passes, in both formats: the forgeries below differ in one thing each', async () => {
  const [one, other] = [await pushed(), await pushed()]
  await legacy(one, [simple(claim(one.manifest.digest))])
  await bundled(other, bundle(envelope(statement(other.manifest.digest))))
  expect([await verify(one.reference), await verify(other.reference)]).toEqual([[0], [0]])
})

describe('a legacy signature by the very key', () => {
  test.each<[string, (digest: string) => unknown, string]>([
    [
      'of another type',
      digest => claim(digest, { type: 'atomic container signature' }),
      'unreadable-signature',
    ],
    ['of a type that nobody knows', digest => claim(digest, { type: 'x' }), 'unreadable-signature'],
    ['without a type', digest => claim(digest, { type: undefined }), 'unreadable-signature'],
    ['of a type that is a number', digest => claim(digest, { type: 1 }), 'unreadable-signature'],
    ['of another digest', () => claim(elsewhere), 'other-digest'],
    ['of no digest', digest => claim(digest, { image: {} }), 'unreadable-signature'],
    [
      'of digests in a list',
      digest => claim(digest, { image: { 'docker-manifest-digest': [digest] } }),
      'unreadable-signature',
    ],
    ['of sha512', () => claim(`sha512:${'e'.repeat(128)}`), 'other-digest'],
    ['without its critical part', () => ({ optional: null }), 'unreadable-signature'],
    ['that is a list', digest => [claim(digest)], 'unreadable-signature'],
    ['that is a statement', digest => statement(digest), 'unreadable-signature'],
    ['that is empty', () => '', 'unreadable-signature'],
    ['that is text', digest => digest, 'unreadable-signature'],
    ['that is nested deep', () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'unreadable-signature'],
  ])('%s', async (_, payload, rule) => {
    const one = await pushed()
    await legacy(one, [simple(payload(one.manifest.digest))])
    expect(await verify(one.reference)).toEqual([1, rule])
  })

  test.each<[string, string]>([
    ['no base64', '%%%'],
    ['empty', ''],
    ['a hundred kilobytes', 'A'.repeat(100_000)],
    ['of a stranger', ''],
  ])('whose signature is %s', async (name, text) => {
    const one = await pushed()
    const layer = simple(claim(one.manifest.digest), name === 'of a stranger' ? stranger : privateKey)
    await legacy(one, [name === 'of a stranger' ? layer : { ...layer, annotations: { [annotation]: text } }])
    const [exit, found] = await verify(one.reference)
    expect(exit).toBe(1)
    expect(['wrong-key', 'unreadable-signature', 'tampered-payload']).toContain(found)
  })
})

describe('a bundle by the very key', () => {
  test.each<[string, (digest: string) => object, string]>([
    [
      'that attests provenance',
      digest => bundle(envelope(statement(digest, { predicateType: 'https://slsa.dev/provenance/v1' }))),
      'unsigned',
    ],
    [
      'that attests an SBOM',
      digest => bundle(envelope(statement(digest, { predicateType: 'https://cyclonedx.org/bom' }))),
      'unsigned',
    ],
    ['of another digest', () => bundle(envelope(statement(elsewhere))), 'other-digest'],
    ['of no subject', digest => bundle(envelope(statement(digest, { subject: [] }))), 'other-digest'],
    [
      'without a subject',
      digest => bundle(envelope(statement(digest, { subject: undefined }))),
      'unreadable-signature',
    ],
    [
      'of a subject without a digest',
      digest => bundle(envelope(statement(digest, { subject: [{ name: digest }] }))),
      'other-digest',
    ],
    ['with a payload of simple signing', digest => bundle(envelope(claim(digest))), 'unreadable-signature'],
    [
      'with a signature of the bytes, not of a statement',
      digest => ({
        ...bundle(undefined),
        messageSignature: {
          messageDigest: { algorithm: 'SHA2_256', digest: base64(Buffer.from(digest.slice(7), 'hex')) },
          signature: base64(sign('sha256', json(digest), privateKey)),
        },
      }),
      'unreadable-signature',
    ],
    [
      'without signatures',
      digest => bundle({ ...envelope(statement(digest)), signatures: [] }),
      'unreadable-signature',
    ],
    ['that is an envelope alone', digest => envelope(statement(digest)), 'unreadable-signature'],
    ['that is a list', digest => [bundle(envelope(statement(digest)))], 'unreadable-signature'],
    ['that is empty', () => ({}), 'unreadable-signature'],
  ])('%s', async (_, made, rule) => {
    const one = await pushed()
    await bundled(one, made(one.manifest.digest))
    expect(await verify(one.reference)).toEqual([1, rule])
  })

  test.each<[string, (digest: string) => object]>([
    ['by a stranger under its name', digest => bundle(envelope(statement(digest), inToto, stranger))],
    ['of another payload type', digest => bundle(envelope(statement(digest), 'text/plain'))],
    [
      'with the payload type changed',
      digest => bundle({ ...envelope(statement(digest), 'text/plain'), payloadType: inToto }),
    ],
    [
      'of two signatures, the first a stranger’s',
      digest => {
        const good = envelope(statement(digest))
        const bad = envelope(statement(digest), inToto, stranger)
        return bundle({ ...good, signatures: [...bad.signatures, ...good.signatures] })
      },
    ],
  ])('%s is refused', async (_, made) => {
    const one = await pushed()
    await bundled(one, made(one.manifest.digest))
    const [exit, rule] = await verify(one.reference)
    expect([1, 3]).toContain(exit)
    expect(rule).not.toBeUndefined()
  })
})

describe('is unsigned', () => {
  const jws: Layer = {
    blob: blob('application/jose+json', { payload: 'e30', protected: 'e30', signature: 'AAAA' }),
  }
  const attested = (digest: string): Layer => ({
    blob: blob(
      'application/vnd.dsse.envelope.v1+json',
      envelope(statement(digest, { predicateType: 'https://slsa.dev/provenance/v1' })),
    ),
    annotations: { predicateType: 'https://slsa.dev/provenance/v1', [annotation]: '' },
  })

  test('with a signature of Notation', async () => {
    const one = await pushed()
    await referrers(one, [[[jws], 'application/vnd.cncf.notary.signature']])
    expect(await verify(one.reference)).toEqual([1, 'unsigned'])
  })

  test('with an attestation as cosign wrote them, under its own tag', async () => {
    const one = await pushed()
    const layers = [attested(one.manifest.digest)]
    await put(layers, manifestOf(layers), tagOf(one, '.att'))
    expect(await verify(one.reference)).toEqual([1, 'unsigned'])
  })

  test('with an attestation where a signature should be', async () => {
    const one = await pushed()
    await legacy(one, [attested(one.manifest.digest)])
    expect((await verify(one.reference))[0]).toBe(1)
  })

  test('with a true signature under the tag of an SBOM', async () => {
    const one = await pushed()
    const layers = [simple(claim(one.manifest.digest))]
    await put(layers, manifestOf(layers), tagOf(one, '.sbom'))
    expect(await verify(one.reference)).toEqual([1, 'unsigned'])
  })
})

describe('ten thousand', () => {
  const many = 10_000

  test('legacy signatures by strangers, under one tag', async () => {
    const one = await pushed()
    const layer = simple(claim(one.manifest.digest), stranger)
    await legacy(one, Array<Layer>(many).fill(layer))
    expect((await verify(one.reference))[0]).toBe(1)
  })

  test('referrers, each of which cosign fetches: given up after a minute, and no verdict', async () => {
    const one = await pushed()
    const layers: Layer[] = [{ blob: blob(bundleType, bundle(envelope(statement(elsewhere)))) }]
    const manifest = manifestOf(layers, { artifactType: bundleType, subject: descriptor(one.manifest) })
    await put(layers, manifest)
    const manifests = Array.from({ length: many }, () => descriptor(manifest, { artifactType: bundleType }))
    const index = blob(indexType, { schemaVersion: 2, mediaType: indexType, manifests })
    await call.pushManifest(repository, index, tagOf(one, ''))
    expect(await verify(one.reference)).toEqual([3, 'undecidable'])
  })
})
