import { type Digest, isDigest, parseManifest, type Tag } from '../image/index.ts'
import type { HttpResponse } from '../system/world.ts'
import { explain } from './answer.ts'
import { algorithmOf, digestOf } from './hash.ts'
import type { ManifestAnswer } from './port.ts'
import { signedPayload } from './schema1.ts'

/**
 * What a GET of a manifest says. The digest is that of the bytes; a registry whose header says another one, or that
 * gives other bytes for a digest, is not believed.
 */
export function readManifestAnswer(reference: Tag | Digest, response: HttpResponse): ManifestAnswer {
  const { status, headers, body } = response
  if (status === 404) return { found: false, status }
  if (status !== 200) return { unknown: `answers ${explain(response)}` }
  const claimed = headers['docker-content-digest']
  const expected = isDigest(reference)
    ? reference
    : claimed !== undefined && isDigest(claimed)
      ? claimed
      : undefined
  const mediaType = headers['content-type'] ?? ''
  const digest = trueDigest(body, mediaType, expected)
  if (expected !== undefined && digest !== expected) {
    return { unknown: `its bytes have the digest ${digest}, not ${expected}` }
  }
  const manifest = parseManifest(body, mediaType, digest)
  if ('fault' in manifest) return { unknown: `its manifest ${manifest.fault}` }
  return { found: true, manifest, raw: { mediaType, bytes: body } }
}

function trueDigest(bytes: Uint8Array, mediaType: string, expected: Digest | undefined): Digest {
  const algorithm = expected === undefined ? 'sha256' : algorithmOf(expected)
  const payload = signedPayload(bytes, mediaType)
  if (payload === undefined) return digestOf(bytes, algorithm)
  // Some registries name the digest of the signed document, some that of its payload.
  const signed = digestOf(bytes, algorithm)
  return signed === expected ? signed : digestOf(payload, algorithm)
}
