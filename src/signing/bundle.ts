export interface Bundle {
  readonly format: 'bundle'
  /** Which key signed, by its own word: base64 of the sha256 of the public key (DER). Absent for a certificate. */
  readonly hint: string | undefined
  /** DER of the certificate that a keyless signature brings. */
  readonly certificate: Uint8Array | undefined
  readonly payloadType: string
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/** Something lies where a signature should, and is none. */
export interface Unreadable {
  readonly format: 'unreadable'
  readonly why: string
}

/** The media type of every version of a Sigstore bundle, as cosign and others write it. */
export function isBundleType(mediaType: string): boolean {
  return mediaType.startsWith('application/vnd.dev.sigstore.bundle')
}

/** What cosign calls the predicate of a plain signature; other statements in a bundle are attestations. */
export const signaturePredicate = 'https://sigstore.dev/cosign/sign/v1'

/**
 * A bundle with a DSSE envelope around a signature's statement. Undefined for an attestation, which proves something
 * else about the image.
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 */
export function parseBundle(bytes: Uint8Array): Bundle | Unreadable | undefined {
  const bundle = object(parseJson(bytes))
  const envelope = object(bundle?.['dsseEnvelope'])
  const payload = base64(envelope?.['payload'])
  const signatures = envelope?.['signatures']
  const signature = base64(object(Array.isArray(signatures) ? signatures[0] : undefined)?.['sig'])
  const payloadType = envelope?.['payloadType']
  if (payload === undefined || signature === undefined || typeof payloadType !== 'string') {
    return { format: 'unreadable', why: 'it is no bundle with a DSSE envelope' }
  }
  const predicate = readStatement(payload)?.predicateType
  if (predicate !== undefined && predicate !== signaturePredicate) return undefined
  const material = object(bundle?.['verificationMaterial'])
  const hint = object(material?.['publicKey'])?.['hint']
  const chain = object(material?.['x509CertificateChain'])?.['certificates']
  const certificate = object(material?.['certificate']) ?? object(Array.isArray(chain) ? chain[0] : undefined)
  return {
    format: 'bundle',
    hint: typeof hint === 'string' ? hint : undefined,
    certificate: base64(certificate?.['rawBytes']),
    payloadType,
    payload,
    signature,
  }
}

export interface Statement {
  readonly predicateType: string
  /** `sha256:…` of each subject. */
  readonly digests: readonly string[]
  readonly annotations: Readonly<Record<string, unknown>>
}

/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export function readStatement(payload: Uint8Array): Statement | undefined {
  const statement = object(parseJson(payload))
  const predicateType = statement?.['predicateType']
  const list = statement?.['subject']
  if (typeof predicateType !== 'string' || !Array.isArray(list)) return undefined
  const subjects = list.map(object)
  return {
    predicateType,
    digests: subjects.flatMap(subject =>
      Object.entries(object(subject?.['digest']) ?? {}).map(
        ([algorithm, hex]) => `${algorithm}:${String(hex)}`,
      ),
    ),
    annotations: object(subjects[0]?.['annotations']) ?? {},
  }
}

/** The bytes that a DSSE signature is over. @see https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
export function preAuthenticationEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType, 'utf8')
  return Buffer.concat([
    Buffer.from(`DSSEv1 ${type.length} `),
    type,
    Buffer.from(` ${payload.length} `),
    payload,
  ])
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

export function object(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

export function base64(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'string' || value === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return undefined
  return Buffer.from(value, 'base64')
}
