import { base64, object, parseJson, type Unreadable } from './bundle.ts'

export interface SimpleSigning {
  readonly format: 'legacy'
  /** PEM. */
  readonly certificate: string | undefined
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

export function isSimpleSigning(mediaType: string): boolean {
  return mediaType.startsWith('application/vnd.dev.cosign.simplesigning')
}

/** A layer of a `.sig` manifest: the payload is its blob, the signature its annotation. */
export function parseSimpleSigning(
  payload: Uint8Array,
  annotations: Readonly<Record<string, string>>,
): SimpleSigning | Unreadable {
  const signature = base64(annotations['dev.cosignproject.cosign/signature'])
  if (signature === undefined)
    return { format: 'unreadable', why: 'its layer has no signature in its annotations' }
  return { format: 'legacy', certificate: annotations['dev.sigstore.cosign/certificate'], payload, signature }
}

/** What cosign calls its signatures; it takes no payload of another type. */
export const claimType = 'cosign container image signature'

export interface Claim {
  readonly type: unknown
  readonly digest: string
  readonly repository: string
  readonly annotations: Readonly<Record<string, unknown>>
}

/** @see https://github.com/containers/image/blob/main/docs/containers-signature.5.md */
export function readClaim(payload: Uint8Array): Claim | undefined {
  const body = object(parseJson(payload))
  const critical = object(body?.['critical'])
  const digest = object(critical?.['image'])?.['docker-manifest-digest']
  const repository = object(critical?.['identity'])?.['docker-reference']
  if (typeof digest !== 'string' || typeof repository !== 'string') return undefined
  return { type: critical?.['type'], digest, repository, annotations: object(body?.['optional']) ?? {} }
}

/** The bytes that cosign would have signed for an image without annotations. */
export function claimBytes(repository: string, digest: string): Uint8Array {
  return Buffer.from(
    JSON.stringify({
      critical: {
        identity: { 'docker-reference': repository },
        image: { 'docker-manifest-digest': digest },
        type: claimType,
      },
      optional: null,
    }),
  )
}
