import type { Digest, Gap, Instant, Repository, Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'

/** What is known to be in use, from every source that was given. The input of deciding; aliases are resolved. */
export interface Usage {
  /** `declared-none`: the policy says `in-use: none` on purpose. `missing`: nobody said anything, so a plan may only show. */
  readonly standing: 'given' | 'declared-none' | 'missing'
  readonly sources: readonly UseSource[]
  readonly uses: readonly Use[]
  /** Not empty: what runs is not known well enough, and every repository is held. */
  readonly gaps: readonly Gap[]
  /**
   * Whether no inventory says of itself that it is old or not whole. A cleanup is held by required ones only; who asks
   * what does not run asks for this.
   */
  readonly whole: boolean
  /** For people: what a source cannot see, what of it is old. */
  readonly findings: readonly Finding[]
}

export interface UseSource {
  /** The inventory's own name, the `name=` in front of the path, or the file's name without its ending. */
  readonly name: string
  /** The path that was given; `-` is standard input. */
  readonly file: string
  readonly format: 'inventory' | 'kubernetes' | 'docker' | 'crictl' | 'json' | 'list'
  /** Only an inventory says when it was collected. */
  readonly collectedAt?: Instant
  readonly uses: number
}

/**
 * One thing that runs or may run again. Without a repository the digest is bare, as container runtimes report it, and
 * may be that of a config or of a manifest, anywhere.
 */
export interface Use {
  readonly repository?: Repository
  /** `latest` where a reference names neither tag nor digest, as runtimes read it. */
  readonly tag?: Tag
  readonly digest?: Digest
  /** One line for people: `prod.json: shop/Deployment/web, container app`. */
  readonly where: string
}

/** Finds the use that holds an image. Built once, asked for every tag and digest. */
export interface UsageIndex {
  /** A use by name: this repository and this tag. */
  byTag(repository: Repository, tag: Tag): Use | undefined
  /**
   * A use by content: a manifest, child or config digest. Whatever repository the use names: a digest that runs from a
   * mirror which nobody declared is the same image.
   */
  byDigest(digest: Digest): Use | undefined
}

export function indexUsage(uses: readonly Use[]): UsageIndex {
  const tags = new Map<Repository, Map<Tag, Use>>()
  const digests = new Map<Digest, Use>()
  for (const use of uses) {
    if (use.repository !== undefined && use.tag !== undefined) {
      const own = tags.get(use.repository) ?? new Map<Tag, Use>()
      tags.set(use.repository, own)
      if (!own.has(use.tag)) own.set(use.tag, use)
    }
    if (use.digest !== undefined && !digests.has(use.digest)) digests.set(use.digest, use)
  }
  return {
    byTag: (repository, tag) => tags.get(repository)?.get(tag),
    byDigest: digest => digests.get(digest),
  }
}
