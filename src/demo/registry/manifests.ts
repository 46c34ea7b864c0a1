import {
  type Digest,
  isDigest,
  isTag,
  largestManifest,
  type Manifest,
  parseManifest,
} from '../../image/index.ts'
import { type Asked, type Given, given, refusal } from './exchange.ts'
import { digestOf, repositoryOf, type Store, type StoredRepository } from './store.ts'

/** `/v2/<name>/manifests/<tag or digest>` */
export function answerManifest(store: Store, name: string, reference: string, asked: Asked): Given {
  switch (asked.method) {
    case 'GET':
    case 'HEAD':
      return pull(store, name, reference, asked)
    case 'PUT':
      return push(store, name, reference, asked)
    case 'DELETE':
      return remove(store, name, reference)
    default:
      return refusal(405, 'UNSUPPORTED', 'manifests are pulled, pushed and deleted')
  }
}

function pull(store: Store, name: string, reference: string, { headers }: Asked): Given {
  const repository = store.repositories.get(name)
  const digest = isDigest(reference) ? reference : repository?.tags.get(reference)
  const stored = digest === undefined ? undefined : repository?.manifests.get(digest)
  if (digest === undefined || stored === undefined) {
    return refusal(404, 'MANIFEST_UNKNOWN', `${name} has no manifest ${reference}`)
  }
  const etag = `"${digest}"`
  if ((headers['if-none-match'] ?? '').split(',').some(one => one.trim() === etag))
    return given(304, { etag })
  const { mediaType, bytes } = stored
  return given(
    200,
    {
      'content-type': mediaType,
      'content-length': String(bytes.length),
      'docker-content-digest': digest,
      etag,
    },
    bytes,
  )
}

function push(store: Store, name: string, reference: string, { headers, body }: Asked): Given {
  if (!isDigest(reference) && !isTag(reference)) {
    return refusal(400, 'MANIFEST_INVALID', `'${reference}' is neither a tag nor a digest`)
  }
  if (body.length > largestManifest) return refusal(413, 'SIZE_INVALID', 'the manifest is too large')
  const digest = digestOf(body, reference.startsWith('sha512:') ? 'sha512' : 'sha256')
  if (isDigest(reference) && reference !== digest) {
    return refusal(400, 'DIGEST_INVALID', `the body has the digest ${digest}`)
  }
  const mediaType = headers['content-type'] ?? ''
  const manifest = parseManifest(body, mediaType, digest)
  if ('fault' in manifest) return refusal(400, 'MANIFEST_INVALID', `the manifest ${manifest.fault}`)
  const repository = repositoryOf(store, name)
  const missing = missingPart(repository, manifest)
  if (missing !== undefined) return refusal(404, 'MANIFEST_BLOB_UNKNOWN', `${name} does not hold ${missing}`)
  repository.manifests.set(digest, { mediaType, bytes: body, manifest })
  if (!isDigest(reference)) repository.tags.set(reference, digest)
  return given(201, {
    location: `/v2/${name}/manifests/${digest}`,
    'docker-content-digest': digest,
    ...(manifest.subject === undefined ? {} : { 'oci-subject': manifest.subject }),
  })
}

/** A subject may be missing: a referrer may be pushed before what it refers to. */
function missingPart({ blobs, manifests }: StoredRepository, manifest: Manifest): Digest | undefined {
  const { config, layers, children } = manifest
  const parts = config === undefined ? layers : [config, ...layers]
  return (
    parts.find(({ digest }) => !blobs.has(digest))?.digest ??
    children.find(({ digest }) => !manifests.has(digest) && !blobs.has(digest))?.digest
  )
}

function remove(store: Store, name: string, reference: string): Given {
  const repository = store.repositories.get(name)
  if (!isDigest(reference)) {
    return repository?.tags.delete(reference) === true
      ? given(202)
      : refusal(404, 'MANIFEST_UNKNOWN', `${name} has no tag ${reference}`)
  }
  if (repository?.manifests.delete(reference) !== true) {
    return refusal(404, 'MANIFEST_UNKNOWN', `${name} has no manifest ${reference}`)
  }
  for (const [tag, digest] of repository.tags) if (digest === reference) repository.tags.delete(tag)
  return given(202)
}
