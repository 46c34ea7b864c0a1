import type { Descriptor, Digest, Manifest, Repository, Tag } from '../image/index.ts'

/**
 * What the rest of the product may ask of a registry. The OCI client implements it; native APIs (GHCR, Harbor,
 * GitLab …) will implement it with fewer requests. Answers that are ordinary in the field (absent, refused,
 * unreadable) are values; only a spent budget and a bug are thrown.
 */
export interface Registry {
  /** Repositories below a prefix, by `_catalog`. */
  repositories(prefix: string): Promise<RepositoryListing>
  tags(repository: Repository): Promise<TagListing>
  /** GET by tag or digest; the digest of the body is recomputed and, for a digest, must match. */
  manifest(repository: Repository, reference: Tag | Digest): Promise<ManifestAnswer>
  /** HEAD by tag or digest, for a last look before a deletion. */
  digestOf(repository: Repository, reference: Tag | Digest): Promise<DigestAnswer>
  /** A small blob (an image config) by digest, verified; `limit` in bytes. */
  blob(repository: Repository, digest: Digest, limit: number): Promise<BlobAnswer>
  hasBlob(repository: Repository, digest: Digest): Promise<'present' | 'absent' | Unknown>
  /** The referrers API. `unsupported` is a 404: the fallback tag, already in the tag list, is then the truth. */
  referrers(repository: Repository, subject: Digest): Promise<readonly Descriptor[] | 'unsupported' | Unknown>
  deleteManifest(repository: Repository, digest: Digest): Promise<DeleteAnswer>
  /**
   * Compare-and-delete, where the registry has it: deletes the manifest only if it still carries exactly these tags.
   * Absent where there is no such call; then a look right before `deleteManifest` is all that can be done.
   */
  readonly deleteIfTagged?: (
    repository: Repository,
    digest: Digest,
    tags: readonly Tag[],
  ) => Promise<DeleteAnswer | 'moved'>
  /** Native deletion of one tag, where the registry has it. Never by overwriting. */
  deleteTag(repository: Repository, tag: Tag): Promise<DeleteAnswer>
  putManifest(repository: Repository, reference: Tag | Digest, raw: RawManifest): Promise<PutAnswer>
}

export interface RepositoryListing {
  readonly repositories: readonly Repository[]
  /** Why there may be more; absent when these are all. */
  readonly incomplete?: string
}

export interface TagListing {
  readonly tags: readonly Tag[]
  /** Why the listing cannot be shown to be complete; absent when it is. */
  readonly incomplete?: string
}

export interface RawManifest {
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export interface Unknown {
  readonly unknown: string
}

export type ManifestAnswer =
  | { readonly found: true; readonly manifest: Manifest; readonly raw: RawManifest }
  | { readonly found: false; readonly status: 404 }
  | Unknown

export type DigestAnswer = { readonly digest: Digest } | 'absent' | Unknown
export type BlobAnswer = { readonly bytes: Uint8Array } | 'absent' | Unknown

export type DeleteAnswer =
  | 'deleted'
  /** 404: already gone. */
  | 'absent'
  /** 405, or the server's word that deletion is switched off. `fix` names the setting. */
  | {
      readonly refused: 'disabled' | 'forbidden' | 'immutable' | 'referenced'
      readonly message: string
      readonly fix: string
    }
  | Unknown

export type PutAnswer =
  | { readonly digest: Digest }
  /** The registry no longer has blobs that the manifest needs: its garbage collection ran. */
  | { readonly refused: 'blobs-missing' | 'forbidden' | 'immutable'; readonly message: string }
  | Unknown
