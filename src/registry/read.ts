import type { Digest, Gap, Manifest, Repository, Snapshot, Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Log } from '../system/world.ts'
import type { RepositoryCache } from './cache.ts'
import type { OciRegistry } from './client.ts'
import { forEach } from './each.ts'
import type { ManifestAnswer, TagListing } from './port.ts'
import type { Registries } from './registries.ts'
import { repositoriesOf } from './repositories.ts'
import { shareLayers } from './shared-layers.ts'
import { createStream, type Stream } from './stream.ts'

/** More than the pace lets pass: a line of waiting requests is how it learns that it may widen. */
export const lanes = 128
const repositoriesAtOnce = 8
/** Seconds. A clock that is further off decides wrongly what has expired (design §3). */
const mostSkew = 300

/**
 * Reads every repository that the patterns name: its tags, and what each of them is. Facts and gaps; a repository that
 * could not be read is a snapshot with a gap, never left out. A pattern whose repositories a registry does not list to
 * the end is an empty snapshot of its own with a gap: what is not known there is held, and what is known is read.
 * Throws `undecidable` where nothing is known.
 */
export async function readRepositories(
  patterns: readonly string[],
  registries: Registries,
  log: Log,
): Promise<readonly Snapshot[]> {
  const { repositories, unlisted } = await repositoriesOf(patterns, registries.of)
  if (repositories.length === 0) refuseUnlisted([...unlisted.values()])
  const snapshots = new Map<Repository, Snapshot>()
  const share = shareLayers()
  const progress = createProgress(repositories.length, log)
  await forEach(repositories, repositoriesAtOnce, async repository => {
    snapshots.set(repository, await readRepository(repository, registries, share, progress))
  })
  return [
    ...repositories.flatMap(repository => snapshots.get(repository) ?? []),
    ...[...unlisted].map(([pattern, why]) => unlistedSnapshot(pattern, why)),
  ]
}

/** The pattern stands where a repository would: whatever says that something is held names it. */
function unlistedSnapshot(pattern: string, why: string): Snapshot {
  const repository = pattern as Repository
  return { ...empty, repository, gaps: [{ kind: 'listing', about: pattern, why }] }
}

/** Whoever deletes looks at every repository first: throws `undecidable` where a registry did not list them all. */
export function demandEveryRepository(snapshots: readonly Snapshot[]): void {
  const unlisted = snapshots.filter(({ repository }) => repository.includes('*'))
  refuseUnlisted(unlisted.flatMap(({ gaps }) => gaps.map(({ why }) => why)))
}

function refuseUnlisted([why]: readonly string[]): void {
  if (why === undefined) return
  throw new HygieneError('undecidable', why, {
    fix: 'name the repositories one by one under images, without **: not every registry enumerates',
  })
}

const empty = {
  tags: new Map(),
  manifests: new Map(),
  configs: new Map(),
  pushed: new Map(),
  referrers: new Map(),
  untagged: 'hidden',
} as const

async function readRepository(
  repository: Repository,
  registries: Registries,
  share: Reading['share'],
  progress: Progress,
): Promise<Snapshot> {
  const registry = registries.of(repository)
  const reading: Reading = { tags: new Map(), manifests: new Map(), gaps: [], share }
  const cache = await registries.cache.open(repository)
  try {
    const tags = createStream<Tag>()
    const listing = list(registry, repository, tags, progress)
    const resolving = tags.each(lanes, async tag => {
      await readTag(repository, tag, registry, cache, reading)
      progress.read(repository)
    })
    // Both to their end, whatever happens: nothing may arrive after the snapshot was given out.
    await Promise.allSettled([listing, resolving])
    await resolving
    const { incomplete } = await listing
    if (incomplete !== undefined) reading.gaps.push({ kind: 'listing', about: repository, why: incomplete })
  } catch (error) {
    if (!(error instanceof HygieneError) || error.code !== 'budget-spent') throw error
    reading.gaps.push({ kind: 'listing', about: repository, why: error.message })
  }
  // Also of a run whose budget is spent: the next one need not read it again.
  await cache.save(reading.gaps.length > 0)
  const skewed = clockGap(repository, registry)
  if (skewed !== undefined) reading.gaps.push(skewed)
  progress.finished()
  return {
    repository,
    tags: new Map([...reading.tags].sort(([a], [b]) => (a < b ? -1 : 1))),
    manifests: reading.manifests,
    configs: new Map(),
    pushed: new Map(),
    referrers: new Map(),
    // Plain OCI has no way to list what has no tag.
    untagged: 'hidden',
    gaps: sorted(reading.gaps),
  }
}

/** The tags of a page are read while the next page is on its way. */
async function list(
  registry: OciRegistry,
  repository: Repository,
  tags: Stream<Tag>,
  progress: Progress,
): Promise<TagListing> {
  try {
    return await registry.tags(repository, page => {
      progress.found(page.length)
      tags.add(page)
    })
  } finally {
    tags.close()
  }
}

interface Reading {
  readonly tags: Map<Tag, Digest>
  readonly manifests: Map<Digest, Manifest>
  readonly gaps: Gap[]
  readonly share: (manifest: Manifest) => Manifest
}

async function readTag(
  repository: Repository,
  tag: Tag,
  registry: OciRegistry,
  cache: RepositoryCache,
  { tags, manifests, gaps, share }: Reading,
): Promise<void> {
  const answer = await askFor(repository, tag, registry, cache)
  if ('unknown' in answer) {
    gaps.push({ kind: 'manifest', about: `${repository}:${tag}`, why: answer.unknown })
  } else if (!answer.found) {
    gaps.push({ kind: 'manifest', about: `${repository}:${tag}`, why: 'is listed but answers 404' })
  } else {
    const { digest } = answer.manifest
    tags.set(tag, digest)
    if (!manifests.has(digest)) manifests.set(digest, share(answer.manifest))
    cache.saw(tag, digest)
    cache.keep(digest, answer.raw)
  }
}

/** The registry always says what a tag is; only the bytes may come from the cache. */
async function askFor(
  repository: Repository,
  tag: Tag,
  registry: OciRegistry,
  cache: RepositoryCache,
): Promise<ManifestAnswer> {
  const known = cache.lastSeen(tag)
  const kept = known === undefined ? undefined : cache.manifest(known)
  if (known === undefined || kept === undefined) return registry.manifest(repository, tag)
  const answer = await registry.manifestUnless(repository, tag, known)
  return answer === 'unchanged' ? kept : answer
}

/** Answers arrive in any order; what is said about them does not depend on it. */
export function sorted(gaps: readonly Gap[]): readonly Gap[] {
  return [...gaps].sort((a, b) => (a.about < b.about || (a.about === b.about && a.why < b.why) ? -1 : 1))
}

function clockGap(repository: Repository, registry: OciRegistry): Gap | undefined {
  const skew = registry.clockSkew()
  if (skew === undefined || skew <= mostSkew) return undefined
  return {
    kind: 'clock',
    about: repository,
    why: `the registry's clock and the one of this machine are ${Math.round(skew / 60)} minutes apart`,
  }
}

interface Progress {
  found(tags: number): void
  read(repository: Repository): void
  finished(): void
}

/** Milliseconds between two states on a terminal; a CI log shows fewer of them. */
const between = 100

function createProgress(repositories: number, log: Log): Progress {
  let known = 0
  let done = 0
  let complete = 0
  let shown = performance.now()
  return {
    found(tags) {
      known += tags
    },
    read(repository) {
      done += 1
      if (done % 50 !== 0 || performance.now() - shown < between) return
      shown = performance.now()
      const which = repositories === 1 ? repository : `${complete} of ${repositories} repositories done`
      log.progress(`reading registries: ${done} of ${known} tags, ${which}`)
    },
    finished() {
      complete += 1
    },
  }
}
