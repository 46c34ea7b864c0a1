import { type Digest, follow, formatReference, parseMetadataTag, type Repository } from '../../image/index.ts'
import { journaled } from '../journal.ts'
import type { Hands } from './hands.ts'
import type { FreshRepository } from './review.ts'

/**
 * Takes a referrer out of the fallback index that lists it, if that index itself stays: the client's duty where a
 * registry has no referrers API. Before the referrer goes, so that the index never names what is not there. Returns why
 * it could not be done; then the referrer stays.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#deleting-manifests
 */
export async function rewriteFallbacks(
  repository: Repository,
  referrer: Digest,
  { graph }: FreshRepository,
  gone: ReadonlySet<Digest>,
  { registry, journal }: Hands,
): Promise<string | undefined> {
  const node = graph.nodeOf(referrer)
  if (node === undefined) return undefined
  for (const parent of follow(graph.parents, node)) {
    const index = graph.digests[parent] as Digest
    const tag = (graph.metadataTags.get(parent) ?? []).find(name => parseMetadataTag(name)?.fallback)
    if (tag === undefined || gone.has(index)) continue
    const answer = await registry.manifest(repository, tag)
    const name = formatReference({ repository, tag })
    if ('unknown' in answer) return `its fallback index ${name} cannot be read: ${answer.unknown}`
    if (!answer.found) continue
    const rest = without(answer.raw.bytes, referrer)
    if (rest === undefined) continue
    await journal.record({
      event: 'rewritten',
      repository,
      tag,
      was: journaled(answer.manifest.digest, answer.raw, [tag]),
    })
    const put = await registry.putManifest(repository, tag, { mediaType: answer.raw.mediaType, bytes: rest })
    if (!('digest' in put)) return `its fallback index ${name} cannot be rewritten`
  }
  return undefined
}

/** The same index without one entry; undefined if it is not in it. */
function without(bytes: Uint8Array, referrer: Digest): Uint8Array | undefined {
  const index = JSON.parse(new TextDecoder().decode(bytes)) as { manifests?: { digest?: unknown }[] }
  const manifests = index.manifests?.filter(({ digest }) => digest !== referrer)
  if (manifests === undefined || manifests.length === index.manifests?.length) return undefined
  return new TextEncoder().encode(JSON.stringify({ ...index, manifests }))
}
