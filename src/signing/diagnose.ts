import type { KeyObject } from 'node:crypto'
import type { Repository } from '../image/index.ts'
import { nodeCrypto } from '../registry/hash.ts'
import { type Bundle, preAuthenticationEncoding, readStatement } from './bundle.ts'
import { type Named, readCertificate } from './certificate.ts'
import type { Pinned } from './pinned.ts'
import { claimBytes, claimType, readClaim, type SimpleSigning } from './simple-signing.ts'
import type { Stored } from './stored.ts'

/** What is wrong with a signature that cosign did not accept, from the worst to the most harmless. */
export type Wrong =
  /** Made by the expected signer, and altered since. */
  | 'tampered-payload'
  /** Made by the expected signer for another image, and put here. */
  | 'other-digest'
  | 'wrong-annotations'
  | 'wrong-identity'
  | 'wrong-key'
  | 'unreadable-signature'
  /** By our reading true: cosign refuses it for its chain, its log, or because it could not look. */
  | 'refused'

/** What a signature is held against. */
export type Trust =
  | { readonly kind: 'key'; readonly key: KeyObject }
  | { readonly kind: 'identity'; readonly identity: string; readonly issuer: string }

export interface Judged {
  readonly wrong: Wrong
  /** What it says of itself: another digest, another name. */
  readonly detail?: string
}

const order: readonly Wrong[] = [
  'tampered-payload',
  'other-digest',
  'wrong-annotations',
  'refused',
  'wrong-identity',
  'wrong-key',
  'unreadable-signature',
]

/** The finding for an image whose signatures were all refused: the one that says most. `undefined`: there is none. */
export function diagnose(
  signatures: readonly Stored[],
  image: Pinned,
  trust: Trust,
  annotations: readonly string[],
): Judged | undefined {
  const judged = signatures.map(signature => judge(signature, image, trust, annotations))
  return judged.toSorted((a, b) => order.indexOf(a.wrong) - order.indexOf(b.wrong))[0]
}

function judge(signature: Stored, image: Pinned, trust: Trust, annotations: readonly string[]): Judged {
  if (signature.format === 'unreadable') return { wrong: 'unreadable-signature', detail: signature.why }
  const named = signature.certificate === undefined ? undefined : readCertificate(signature.certificate)
  if (trust.kind === 'identity' && named === undefined) {
    return { wrong: 'wrong-identity', detail: 'it was made with a key and names nobody' }
  }
  const key = trust.kind === 'key' ? trust.key : (named as Named).key
  const signed = signedBytes(signature)
  if (!isBy(key, signed, signature.signature)) {
    return isAltered(signature, key, trust, image.repository, image.digest)
      ? { wrong: 'tampered-payload' }
      : { wrong: 'wrong-key', ...whoElse(named) }
  }
  const astray = trust.kind === 'identity' ? misnamed(named as Named, trust) : undefined
  if (astray !== undefined) return { wrong: 'wrong-identity', detail: astray }
  const said = claimOf(signature)
  if (said === undefined)
    return { wrong: 'unreadable-signature', detail: 'its payload is no signature of an image' }
  if (!said.digests.includes(image.digest)) {
    return { wrong: 'other-digest', detail: `it is of ${said.digests.join(', ') || 'no image'}` }
  }
  const missing = annotations.find(one => !carries(said.annotations, one))
  return missing === undefined
    ? { wrong: 'refused' }
    : { wrong: 'wrong-annotations', detail: `it does not say ${missing}` }
}

/**
 * A bundle says which key made it; a certificate brings the key. A legacy signature says neither, so it is held
 * against what cosign would have signed: if that fits, the payload was altered afterwards.
 */
function isAltered(
  signature: Bundle | SimpleSigning,
  key: KeyObject,
  trust: Trust,
  repository: Repository,
  digest: string,
): boolean {
  if (trust.kind === 'identity') return true
  if (signature.format === 'bundle') return signature.hint === hintOf(key)
  const claim = readClaim(signature.payload)
  if (claim === undefined) return true
  const digests = new Set([digest, claim.digest])
  const names = new Set([repository, claim.repository])
  return [...digests].some(one =>
    [...names].some(name => isBy(key, claimBytes(name, one), signature.signature)),
  )
}

/** base64 of the sha256 of the key's DER, as bundles name a key. */
export function hintOf(key: KeyObject): string {
  return nodeCrypto()
    .createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64')
}

function signedBytes(signature: Bundle | SimpleSigning): Uint8Array {
  return signature.format === 'bundle'
    ? preAuthenticationEncoding(signature.payloadType, signature.payload)
    : signature.payload
}

const hashes: Readonly<Record<string, string>> = { secp384r1: 'sha384', secp521r1: 'sha512' }

function isBy(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  const curve = key.asymmetricKeyDetails?.namedCurve ?? ''
  const hash = key.asymmetricKeyType === 'ed25519' ? null : (hashes[curve] ?? 'sha256')
  try {
    return nodeCrypto().verify(hash, bytes, key, signature)
  } catch {
    return false
  }
}

interface Said {
  readonly digests: readonly string[]
  readonly annotations: Readonly<Record<string, unknown>>
}

function claimOf(signature: Bundle | SimpleSigning): Said | undefined {
  if (signature.format === 'bundle') return readStatement(signature.payload)
  const claim = readClaim(signature.payload)
  if (claim?.type !== claimType) return undefined
  return { digests: [claim.digest], annotations: claim.annotations }
}

function carries(annotations: Readonly<Record<string, unknown>>, wanted: string): boolean {
  const at = wanted.indexOf('=')
  const name = wanted.slice(0, at)
  return Object.hasOwn(annotations, name) && annotations[name] === wanted.slice(at + 1)
}

function misnamed(named: Named, trust: { identity: string; issuer: string }): string | undefined {
  if (!named.identities.some(one => fits(one, trust.identity))) {
    return `it is by ${named.identities.join(', ') || 'nobody'}`
  }
  return fits(named.issuer ?? '', trust.issuer) ? undefined : `its issuer is ${named.issuer ?? 'not named'}`
}

/** Go's expressions are not ours: what starts with `^` is cosign's to decide, and counts as fitting here. */
function fits(actual: string, wanted: string): boolean {
  return wanted.startsWith('^') || actual === wanted
}

function whoElse(named: Named | undefined): Pick<Judged, 'detail'> {
  return named === undefined ? {} : { detail: `it is keyless, by ${named.identities.join(', ') || 'nobody'}` }
}
