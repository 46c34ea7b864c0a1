import type { Digest, Gap, Instant, Repository, Tag, Wants } from '../image/index.ts'
import type { Location } from '../outcome/index.ts'

/** What is decided about every image of every repository that was read. Table, explain, plan file and tests speak from it. */
export interface Decision {
  /** Sorted by name. */
  readonly repositories: readonly RepositoryDecision[]
}

/** Nothing is decided yet: these facts have to be read first. Only repositories that want something are in it. */
export interface Needs {
  readonly wants: ReadonlyMap<Repository, Wants>
}

export interface RepositoryDecision {
  readonly repository: Repository
  /** Not empty: the repository is held and nothing of it goes. */
  readonly held: readonly Gap[]
  /**
   * One per digest with a tag and per untagged root, sorted by digest; each has exactly one reason. A signature that
   * goes along with its image has that image's, and no line of its own.
   */
  readonly images: readonly ImageDecision[]
  /** The heads that go, in an order in which every prefix of the deletions leaves what is kept whole. */
  readonly order: readonly Digest[]
  /** The most that the registry's next garbage collection could free, in bytes, as far as manifests were read. */
  readonly bytes: number
}

export interface ImageDecision {
  readonly repository: Repository
  readonly head: Digest
  /** Sorted. */
  readonly tags: readonly Tag[]
  /** The name of the class that decided; absent for tags of no class and for untagged heads. */
  readonly class?: string
  readonly clock?: Clock
  readonly fate: Fate
  /** Of a kept image: the tags that go without it, where the policy allows native tag deletion. */
  readonly untag?: Untag
}

/** Tags that, judged alone, go, while their image stays for another name. */
export interface Untag {
  /** Sorted. */
  readonly tags: readonly Tag[]
  readonly because: GoesBecause
  readonly rule: RuleSource
  readonly class?: string
  readonly clock?: Clock
  /** The name that the image is found by from then on: another tag of it, or one of an index above it. */
  readonly by: { readonly tag: Tag; readonly digest: Digest }
}

/** When an image may go, and who says so. */
export interface Clock {
  /** The moment from which it may go, in unix seconds. */
  readonly at: Instant
  readonly source:
    | 'index-annotation'
    | 'manifest-annotation'
    | 'config-label'
    | 'platforms'
    | 'push'
    | 'created'
    | 'pull-request-closed'
    | 'branch-deleted'
}

export type Fate =
  | {
      readonly goes: true
      readonly because: GoesBecause
      readonly rule: RuleSource
      /**
       * What goes along, parents first and referrers last. What several lines share is with the last of them in `order`;
       * tagged digests have lines of their own.
       */
      readonly with: readonly Digest[]
      /** Bytes that only this line's digests need, as far as their manifests were read. */
      readonly bytes: number
    }
  | {
      readonly goes: false
      readonly because: KeptBecause
      /** One sentence for people: what holds it (the tag, the index, the inventory line). */
      readonly detail: string
      readonly rule?: RuleSource
    }

export type GoesBecause = 'expired' | 'superseded' | 'untagged' | 'ended'

export type KeptBecause =
  | 'in-use'
  | 'never-expires'
  | 'newest'
  | 'unranked'
  | 'not-expired'
  | 'too-young'
  | 'no-clock'
  | 'absurd-clock'
  | 'no-class'
  | 'shared'
  | 'base-of-kept'
  | 'referrer-of-kept'
  | 'metadata'
  | 'unknown-type'
  | 'kept-by-reviewer'
  | 'last-image'
  | 'limit'
  | 'held'

export interface RuleSource {
  /** Dotted path in the policy: `classes.commit.expires`, `cleanup.untagged`. */
  readonly path: string
  /** Where that value was written; absent for a built-in default. */
  readonly location?: Location
}
