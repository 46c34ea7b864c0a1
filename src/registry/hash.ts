import type { Digest } from '../image/index.ts'

/** Node's crypto. An import would load it at start-up, which takes as long as a whole step that asks no registry. */
export function nodeCrypto(): typeof import('node:crypto') {
  return process.getBuiltinModule('node:crypto')
}

export type Algorithm = 'sha256' | 'sha512'

/** The digest of exactly these bytes. */
export function digestOf(bytes: Uint8Array, algorithm: Algorithm = 'sha256'): Digest {
  return `${algorithm}:${nodeCrypto().hash(algorithm, bytes, 'hex')}` as Digest
}

export function algorithmOf(digest: Digest): Algorithm {
  return digest.startsWith('sha512:') ? 'sha512' : 'sha256'
}

export function matches(bytes: Uint8Array, digest: Digest): boolean {
  return digestOf(bytes, algorithmOf(digest)) === digest
}
