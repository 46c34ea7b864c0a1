import {
  type Digest,
  type Gap,
  type ImageConfig,
  imageConfigTypes,
  largestConfig,
  type Manifest,
  parseImageConfig,
  type Repository,
  type Snapshot,
  type Wants,
} from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { RepositoryCache } from './cache.ts'
import type { OciRegistry } from './client.ts'
import { forEach } from './each.ts'
import { lanes, sorted } from './read.ts'
import type { Registries } from './registries.ts'
import { shareLayers } from './shared-layers.ts'

/** A larger snapshot of the same repository: what a decision still hangs on, each answered by a fact, `missing` or a gap. */
export async function extend(snapshot: Snapshot, wants: Wants, registries: Registries): Promise<Snapshot> {
  const { repository } = snapshot
  const more: More = {
    repository,
    registry: registries.of(repository),
    cache: await registries.cache.open(repository),
    manifests: new Map(snapshot.manifests),
    configs: new Map(snapshot.configs),
    referrers: new Map(snapshot.referrers),
    missing: new Set(snapshot.missing),
    gaps: [...snapshot.gaps],
    share: shareLayers(),
  }
  const labelled = configsWithLabels(snapshot)
  const asked = [
    ...wants.manifests.map(digest => () => readManifest(more, digest)),
    ...wants.configs.map(digest => () => readConfig(more, digest, labelled.has(digest))),
    ...wants.referrers.map(digest => () => readReferrers(more, digest)),
  ]
  try {
    await forEach(asked, Math.min(lanes, asked.length), ask => ask())
  } catch (error) {
    if (!(error instanceof HygieneError) || error.code !== 'budget-spent') throw error
    more.gaps.push({ kind: 'manifest', about: repository, why: error.message })
  }
  await more.cache.save()
  const { manifests, configs, referrers, missing, gaps } = more
  return { ...snapshot, manifests, configs, referrers, missing, gaps: sorted(gaps) }
}

interface More {
  readonly repository: Repository
  readonly registry: OciRegistry
  readonly cache: RepositoryCache
  readonly manifests: Map<Digest, Manifest>
  readonly configs: Map<Digest, ImageConfig>
  readonly referrers: Map<Digest, readonly Digest[]>
  readonly missing: Set<Digest>
  readonly gaps: Gap[]
  readonly share: (manifest: Manifest) => Manifest
}

async function readManifest(more: More, digest: Digest): Promise<void> {
  const { repository, registry, cache, manifests, missing, gaps, share } = more
  if (manifests.has(digest) || missing.has(digest)) return
  const answer = cache.manifest(digest) ?? (await registry.manifest(repository, digest))
  if ('unknown' in answer) {
    gaps.push({ kind: 'manifest', about: `${repository}@${digest}`, why: answer.unknown })
  } else if (answer.found) {
    manifests.set(digest, share(answer.manifest))
    cache.keep(digest, answer.raw)
  } else {
    missing.add(digest)
  }
}

/** A config of another type than an image's holds no labels, whatever its bytes are: it is not even fetched. */
async function readConfig(more: More, digest: Digest, hasLabels: boolean): Promise<void> {
  const { repository, registry, cache, configs, gaps } = more
  if (configs.has(digest)) return
  if (!hasLabels) {
    configs.set(digest, { labels: {} })
    return
  }
  const gap = (why: string) => gaps.push({ kind: 'config', about: `${repository}@${digest}`, why })
  const kept = cache.find(digest)
  const answer = kept ?? (await registry.blob(repository, digest, largestConfig))
  if (answer === 'absent') {
    gap('is named by an image but answers 404')
  } else if ('unknown' in answer) {
    gap(answer.unknown)
  } else {
    const config = parseImageConfig(answer.bytes)
    if ('fault' in config) {
      gap(config.fault)
    } else {
      configs.set(digest, config)
      cache.keep(digest, { mediaType: '', bytes: answer.bytes })
    }
  }
}

/** No API means no answer that it could give: the fallback tag is among the tags and tells. */
async function readReferrers(more: More, subject: Digest): Promise<void> {
  const { repository, registry, referrers, gaps } = more
  if (referrers.has(subject)) return
  const answer = await registry.referrers(repository, subject)
  if (answer === 'unsupported') {
    referrers.set(subject, [])
  } else if ('unknown' in answer) {
    gaps.push({ kind: 'referrers', about: `${repository}@${subject}`, why: answer.unknown })
  } else {
    referrers.set(
      subject,
      answer.map(({ digest }) => digest),
    )
  }
}

function configsWithLabels({ manifests }: Snapshot): ReadonlySet<Digest> {
  const found = new Set<Digest>()
  for (const { config } of manifests.values()) {
    if (config !== undefined && imageConfigTypes.includes(config.mediaType)) found.add(config.digest)
  }
  return found
}
