import type { Digest } from './digest.ts'
import type { Instant } from './instant.ts'
import type { ImageConfig, Manifest } from './manifest.ts'
import type { Repository, Tag } from './reference.ts'

/**
 * One repository as it was read. Facts only, nothing decided; whatever could not be read is a `Gap`, and a gap
 * holds the repository. Readers may be asked for more (configs, children, referrers) and return a larger snapshot.
 */
export interface Snapshot {
  readonly repository: Repository
  /** Every listed tag and the digest it resolved to. A tag that could not be resolved is in `gaps`. */
  readonly tags: ReadonlyMap<Tag, Digest>
  readonly manifests: ReadonlyMap<Digest, Manifest>
  /** By config digest; only those that were asked for. */
  readonly configs: ReadonlyMap<Digest, ImageConfig>
  /** The registry's push time, where it has one, by manifest digest. */
  readonly pushed: ReadonlyMap<Digest, Instant>
  /** Referrers by the API, by subject; only subjects that were asked for. Absent API: every answer is empty. */
  readonly referrers: ReadonlyMap<Digest, readonly Digest[]>
  /** Whether the registry shows manifests without a tag; where it hides them, nothing untagged is planned. */
  readonly untagged: 'listed' | 'hidden'
  readonly gaps: readonly Gap[]
  /** Digests that were asked for by name (children, subjects) and answered 404: a sparse index, or a layer in an index. */
  readonly missing?: ReadonlySet<Digest>
}

/**
 * What a decision still hangs on, of one repository. A reader answers each digest by a fact, by `missing` or by a gap;
 * whatever it leaves open is asked for again.
 */
export interface Wants {
  readonly manifests: readonly Digest[]
  /** Config digests, as the manifests that were read name them. */
  readonly configs: readonly Digest[]
  /** Subjects to ask the referrers API about. */
  readonly referrers: readonly Digest[]
}

/** Something unknown, and why: `tag v1.2.0 is listed but answers 404`. Holds the repository. */
export interface Gap {
  readonly kind: 'listing' | 'manifest' | 'config' | 'referrers' | 'clock' | 'usage'
  readonly about: string
  readonly why: string
}
