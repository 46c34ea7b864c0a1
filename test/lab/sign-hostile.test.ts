// Signatures by real cosign, meddled with at random, under real cosign: none crashes a run, and none passes whose
// payload or signature is another than was made.
import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseBundle } from '../../src/signing/bundle.ts'
import { parseSimpleSigning } from '../../src/signing/simple-signing.ts'
import type { Stored } from '../../src/signing/stored.ts'
import { meddled } from '../signing/meddled.ts'
import { type CosignKey, cosignKey } from './cosign.ts'
import { blob, type Image, image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { bundlesOf, putBundle } from './sign-forged.ts'
import { type Sigstore, startSigstore } from './sigstore.ts'
import { type Wire, wire } from './wire.ts'

/** Images at once, each with a signature of its own, each meddled with in another way. */
const many = 24
const seed = 20_261_121
const annotation = 'dev.cosignproject.cosign/signature'
const refusals = [
  'unsigned',
  'wrong-key',
  'wrong-identity',
  'other-digest',
  'tampered-payload',
  'unreadable-signature',
  'signature-refused',
  'undecidable',
]

let key: CosignKey
let sigstore: Sigstore
let registry: Registry
let call: Wire
let room: SignRoom

beforeAll(async () => {
  // Its fallback tag is overwritten by a meddled signature; elsewhere the true one would stay beside it.
  ;[key, sigstore, registry] = await Promise.all([
    cosignKey(),
    startSigstore(),
    startRegistry('docker-registry'),
  ])
  call = wire(registry.url)
  room = await signRoom(key)
})
afterAll(async () => {
  await room?.remove()
  await registry?.stop()
  await sigstore?.stop()
  if (key !== undefined) await rm(key.folder, { recursive: true, force: true })
})

type Subject = Image & { readonly reference: string }

async function signedImages(name: string, sign: string, job: Readonly<Record<string, string>> = {}) {
  const images: Subject[] = []
  for (let n = 0; n < many; n++) {
    const one = image({ labels: { name: `${name}-${n}` } })
    await call.pushImage('team/app', one, [`${name}-${n}`])
    images.push({ ...one, reference: `${registry.host}/team/app@${one.manifest.digest}` })
  }
  const policy = `version: 1\nimages: ['${registry.host}/team/**']\nsign: { ${sign} }\n`
  await room.file('.image-hygiene.yml', policy)
  const references = images.map(({ reference }) => reference).join('\n')
  const ran = await room.step('sign', { references, 'trusted-root': sigstore.trustedRoot }, job)
  expect([ran.exitCode, ran.outcome.findings]).toEqual([0, []])
  return { images, references, by: ran.outcome.outputs['signed-by'] ?? '' }
}

const essence = (stored: Stored | undefined) => {
  if (stored === undefined || stored.format === 'unreadable') return undefined
  return [stored.payload, stored.signature].map(bytes => Buffer.from(bytes).toString('base64')).join()
}
const sampled = (bytes: Uint8Array, n: number) =>
  fc.sample(meddled(bytes), { numRuns: 1, seed: seed + n })[0] ?? bytes

/** Every image whose signature counts for something else than was signed must be refused, by a rule that we know. */
async function judged(
  images: readonly Subject[],
  changed: ReadonlySet<string>,
  references: string,
  inputs: Readonly<Record<string, string>>,
) {
  expect(changed.size).toBeGreaterThan(many / 4)
  const ran = await room.step('verify', { references, 'trusted-root': sigstore.trustedRoot, ...inputs })
  const rules = new Map(ran.outcome.findings.map(({ image, rule }) => [image, rule]))
  expect([ran.exitCode, [...rules.values()].filter(rule => !refusals.includes(rule))]).toEqual([1, []])
  const passed = images.filter(({ reference }) => changed.has(reference) && !rules.has(reference))
  expect(passed.map(({ reference }) => reference)).toEqual([])
}

test.each(['by a key', 'without a key'] as const)('bundles %s', async how => {
  const keyless = how === 'without a key'
  const job = keyless ? sigstore.issuer.gitlabJob() : {}
  const sign = keyless ? `log: ${sigstore.configurations.logged}` : `key: ${key.private}`
  const { images, references, by } = await signedImages(keyless ? 'keyless' : 'keyed', sign, job)
  const changed = new Set<string>()
  for (const [n, subject] of images.entries()) {
    const [bundle = {}] = await bundlesOf(call, subject.manifest.digest)
    const whole = Buffer.from(JSON.stringify(bundle))
    const bytes = sampled(whole, n)
    await putBundle(call, subject, bytes)
    if (essence(parseBundle(bytes)) !== essence(parseBundle(whole))) changed.add(subject.reference)
  }
  const who = keyless ? { identity: by, issuer: sigstore.issuer.origin } : { 'public-key': key.public }
  await judged(images, changed, references, who)
})

test('legacy signatures', async () => {
  const { images, references } = await signedImages('legacy', `format: legacy, key: ${key.private}`)
  const changed = new Set<string>()
  for (const [n, subject] of images.entries()) {
    const tag = `${subject.manifest.digest.replace(':', '-')}.sig`
    const manifest = (await call.manifest('team/app', tag)).json() as {
      readonly layers: readonly [{ mediaType: string; digest: string; annotations: Record<string, string> }]
    }
    const [layer] = manifest.layers
    const payload = (await call.call('GET', `/v2/team/app/blobs/${layer.digest}`)).bytes
    const signature = Buffer.from(layer.annotations[annotation] ?? '')
    const bytes = n % 2 === 0 ? sampled(payload, n) : payload
    const text = (n % 2 === 1 ? sampled(signature, n) : signature).toString()
    const annotations = { ...layer.annotations, [annotation]: text }
    const put = blob(layer.mediaType, bytes)
    await call.pushBlob('team/app', put)
    const layers = [{ ...layer, digest: put.digest, size: bytes.length, annotations }]
    const whole = blob('application/vnd.oci.image.manifest.v1+json', { ...manifest, layers })
    await call.pushManifest('team/app', whole, tag)
    const before = essence(parseSimpleSigning(payload, layer.annotations))
    if (essence(parseSimpleSigning(bytes, annotations)) !== before) changed.add(subject.reference)
  }
  await judged(images, changed, references, { 'public-key': key.public })
})
