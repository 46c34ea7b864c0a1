// Signatures are written by whoever may push. Whatever lies where one should: it is read without a crash, and none is
// right by our reading but the one that was made.
import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRepository, type Repository } from '../../src/image/index.ts'
import {
  parseBundle,
  preAuthenticationEncoding,
  readStatement,
  signaturePredicate,
} from '../../src/signing/bundle.ts'
import { readCertificate } from '../../src/signing/certificate.ts'
import { diagnose, hintOf, type Trust } from '../../src/signing/diagnose.ts'
import type { Pinned } from '../../src/signing/index.ts'
import { claimBytes, parseSimpleSigning, readClaim } from '../../src/signing/simple-signing.ts'
import type { Stored } from '../../src/signing/stored.ts'
import { meddled } from './meddled.ts'

const repository = parseRepository('registry.example.com/team/app') as Repository
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const keyless = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/signing/keyless.json'), 'utf8'),
)
const image: Pinned = { repository, digest: keyless.digest }
const byKey: Trust = { kind: 'key', key: publicKey }
const byName: Trust = { kind: 'identity', identity: keyless.identity, issuer: keyless.issuer }

const bytesOf = (value: object) => Buffer.from(JSON.stringify(value))
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

function keyBundle(by: KeyObject): object {
  const payload = bytesOf({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ digest: { sha256: image.digest.slice('sha256:'.length) }, annotations: { team: 'web' } }],
    predicateType: signaturePredicate,
    predicate: {},
  })
  const payloadType = 'application/vnd.in-toto+json'
  const sig = base64(sign('sha256', preAuthenticationEncoding(payloadType, payload), by))
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: hintOf(publicKey) } },
    dsseEnvelope: { payload: base64(payload), payloadType, signatures: [{ sig }] },
  }
}

const payload = claimBytes(repository, image.digest)
const annotation = 'dev.cosignproject.cosign/signature'
const legacySignature = base64(sign('sha256', payload, privateKey))

const words = fc.constantFrom(
  ...['"', '}', '{', '[]', 'null', '0', '""', '\\u0000', ',"payload":"e30="', '"__proto__":{},'].map(one =>
    Buffer.from(one),
  ),
)

const judged = (stored: Stored | undefined, trust: Trust) =>
  stored === undefined ? undefined : diagnose([stored], image, trust, [])?.wrong

describe('the signature that was made', () => {
  // What cosign refuses although it is right by our reading is `refused`: only these are.
  test('is right by our reading, in both formats and by both kinds of trust', () => {
    expect(judged(parseBundle(bytesOf(keyBundle(privateKey))), byKey)).toBe('refused')
    expect(judged(parseSimpleSigning(payload, { [annotation]: legacySignature }), byKey)).toBe('refused')
    expect(judged(parseBundle(bytesOf(keyless.bundle)), byName)).toBe('refused')
  })

  test.each([
    ['another identity', { identity: 'https://ci.example/else' }],
    ['another issuer', { issuer: 'https://else.example' }],
    ['the start of its identity', { identity: keyless.identity.slice(0, -1) }],
  ])('is by somebody else for who expects %s', (_, other) => {
    expect(judged(parseBundle(bytesOf(keyless.bundle)), { ...byName, ...other } as Trust)).toBe(
      'wrong-identity',
    )
  })
})

/** What of a signature a verdict stands on. */
const essence = (stored: Stored | undefined) => {
  if (stored === undefined || stored.format === 'unreadable') return undefined
  const { payload, signature } = stored
  return [base64(payload), base64(signature), stored.format === 'bundle' ? stored.payloadType : ''].join()
}

describe.each([
  ['a bundle by a key', bytesOf(keyBundle(privateKey)), byKey],
  ['a bundle with a certificate', bytesOf(keyless.bundle), byName],
] as const)('%s', (_, whole, trust) => {
  test.each([
    ['bytes', meddled(whole)],
    ['words', meddled(whole, words)],
  ])(
    'with other %s in it is read without a crash, and is right only where nothing that counts changed',
    (_, bad) => {
      const right = essence(parseBundle(whole))
      fc.assert(
        fc.property(bad, bytes => {
          const stored = parseBundle(bytes)
          const verdict = judged(stored, trust)
          if (verdict === 'refused') expect(essence(stored)).toBe(right)
        }),
        { numRuns: 500 },
      )
    },
  )

  test('with another value anywhere is read without a crash', () => {
    const paths = pathsOf(JSON.parse(whole.toString()))
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed = JSON.parse(whole.toString())
        const at = path.slice(0, -1).reduce((inner, name) => inner[name], changed)
        at[path.at(-1) as string] = value
        const stored = parseBundle(bytesOf(changed))
        if (judged(stored, trust) === 'refused') expect(essence(stored)).toBe(essence(parseBundle(whole)))
      }),
      { numRuns: 500 },
    )
  })
})

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    [...path, name],
    ...pathsOf(inner, [...path, name]),
  ])
}

describe('a legacy signature', () => {
  test('with another payload or signature is never right', () => {
    fc.assert(
      fc.property(meddled(payload), meddled(Buffer.from(legacySignature)), fc.nat(2), (body, text, which) => {
        const bytes = which === 0 ? payload : body
        const signature = which === 1 ? legacySignature : text.toString()
        const stored = parseSimpleSigning(bytes, { [annotation]: signature })
        const right = essence(parseSimpleSigning(payload, { [annotation]: legacySignature }))
        if (judged(stored, byKey) === 'refused') expect(essence(stored)).toBe(right)
      }),
      { numRuns: 500 },
    )
  })

  test('with any annotations is a value', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.dictionary(fc.string(), fc.string()), (bytes, annotations) => {
        expect(['legacy', 'unreadable']).toContain(parseSimpleSigning(bytes, annotations).format)
        readClaim(bytes)
      }),
    )
  })

  test('with a certificate that is none is nobody’s', () => {
    fc.assert(
      fc.property(fc.string(), certificate => {
        const annotations = { [annotation]: legacySignature, 'dev.sigstore.cosign/certificate': certificate }
        expect(judged(parseSimpleSigning(payload, annotations), byName)).toBe('wrong-identity')
      }),
    )
  })
})

describe('a certificate', () => {
  const der = Buffer.from(keyless.bundle.verificationMaterial.certificate.rawBytes, 'base64')

  test('names whom Fulcio named, and who issued that name', () => {
    expect(readCertificate(der)).toMatchObject({ identities: [keyless.identity], issuer: keyless.issuer })
    expect(readCertificate(new X509Certificate(der).toString())).toMatchObject({ issuer: keyless.issuer })
  })

  test('with other bytes in it is read without a crash, and never says what it does not', () => {
    fc.assert(
      fc.property(meddled(der), bytes => {
        const read = readCertificate(bytes)
        if (read === undefined) return
        expect(Array.isArray(read.identities)).toBe(true)
        expect(['string', 'undefined']).toContain(typeof read.issuer)
      }),
      { numRuns: 1000 },
    )
  })

  test('with a key on a curve that nobody knows is none', () => {
    const curve = Buffer.from('06082a8648ce3d030107', 'hex')
    const bytes = Buffer.from(der)
    bytes[bytes.indexOf(curve) + curve.length - 1] = 0x7f
    expect(readCertificate(bytes)).toBeUndefined()
  })

  test.each([0x7f, 0x80, 0x81, 0x82, 0x83, 0x84, 0xff])('whose issuer has the length byte %i', length => {
    const oid = Buffer.from('060a2b0601040183bf300108', 'hex')
    const at = der.indexOf(oid) + oid.length
    const bytes = Buffer.from(der)
    bytes[at + 1] = length
    expect(() => readCertificate(bytes)).not.toThrow()
  })
})

test('any bytes are no bundle, and no statement', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.jsonValue().map(value => Buffer.from(JSON.stringify(value))),
      ),
      bytes => {
        expect(parseBundle(bytes)?.format ?? 'attestation').toMatch(/unreadable|attestation/)
        const statement = readStatement(bytes)
        if (statement !== undefined) expect(Array.isArray(statement.digests)).toBe(true)
      },
    ),
  )
})

test('of a hundred signatures the one that says most is told', () => {
  const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const other = { ...(keyBundle(stranger.privateKey) as Record<string, unknown>) }
  const foreign = parseBundle(bytesOf({ ...other, verificationMaterial: { publicKey: { hint: 'else' } } }))
  const forged = parseBundle(bytesOf(other))
  if (foreign === undefined || forged === undefined) throw new Error('no bundles')
  expect(judged(foreign, byKey)).toBe('wrong-key')
  // It claims the expected key, and its bytes are not by it.
  expect(diagnose([...Array<Stored>(100).fill(foreign), forged], image, byKey, [])?.wrong).toBe(
    'tampered-payload',
  )
})
