import { createHash } from 'node:crypto'
import { type Digest, type Manifest, parseManifest } from '../../image/index.ts'

/** Everything a registry holds, in memory. */
export interface Store {
  readonly repositories: Map<string, StoredRepository>
  /** Bytes, shared by all repositories. */
  readonly blobs: Map<Digest, Uint8Array>
  readonly uploads: Map<string, Upload>
  /** For names of uploads; a plain number would do, but clients must not rely on it. */
  nextUpload: number
}

export interface StoredRepository {
  readonly tags: Map<string, Digest>
  readonly manifests: Map<Digest, StoredManifest>
  /** The blobs that were pushed or mounted here. */
  readonly blobs: Set<Digest>
}

export interface StoredManifest {
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly manifest: Manifest
}

export interface Upload {
  readonly repository: string
  readonly chunks: Uint8Array[]
  size: number
}

export function createStore(): Store {
  return { repositories: new Map(), blobs: new Map(), uploads: new Map(), nextUpload: 1 }
}

export function repositoryOf(store: Store, name: string): StoredRepository {
  const known = store.repositories.get(name)
  if (known !== undefined) return known
  const repository: StoredRepository = { tags: new Map(), manifests: new Map(), blobs: new Set() }
  store.repositories.set(name, repository)
  return repository
}

export function digestOf(bytes: Uint8Array, algorithm: 'sha256' | 'sha512' = 'sha256'): Digest {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}` as Digest
}

/** Stores a blob without a request: how sample images get in. */
export function putBlob(store: Store, name: string, bytes: Uint8Array): Digest {
  const digest = digestOf(bytes)
  store.blobs.set(digest, bytes)
  repositoryOf(store, name).blobs.add(digest)
  return digest
}

/** Stores a manifest without a request, and without asking whether its parts are there. */
export function putManifest(
  store: Store,
  name: string,
  tags: readonly string[],
  mediaType: string,
  bytes: Uint8Array,
): Digest {
  const digest = digestOf(bytes)
  const manifest = parseManifest(bytes, mediaType, digest)
  if ('fault' in manifest) throw new Error(`the manifest ${manifest.fault}`)
  const repository = repositoryOf(store, name)
  repository.manifests.set(digest, { mediaType, bytes, manifest })
  for (const tag of tags) repository.tags.set(tag, digest)
  return digest
}

/** What `registry garbage-collect` does: blobs that no manifest of any repository names are gone. Their number. */
export function collectGarbage(store: Store): number {
  const needed = new Set<Digest>()
  for (const { manifests } of store.repositories.values()) {
    for (const { manifest } of manifests.values()) {
      if (manifest.config !== undefined) needed.add(manifest.config.digest)
      for (const { digest } of manifest.layers) needed.add(digest)
      for (const digest of manifest.mentions) needed.add(digest)
    }
  }
  const gone = [...store.blobs.keys()].filter(digest => !needed.has(digest))
  for (const digest of gone) {
    store.blobs.delete(digest)
    for (const { blobs } of store.repositories.values()) blobs.delete(digest)
  }
  return gone.length
}
