import { type Digest, isPlatform, largestConfig, type Manifest, type Repository } from '../image/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Maybe } from './make.ts'

/**
 * Who built an image, by the provenance that BuildKit puts into its index: one attestation per platform, all of the
 * same builder. It is as true as the index is: whoever pushed it wrote it.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md
 */
export async function builderOf(
  registry: Registry,
  repository: Repository,
  head: Manifest,
): Promise<Maybe<string>> {
  const platforms = head.children.filter(isPlatform)
  const attestations = platforms.map(({ digest }) =>
    head.children.find(
      ({ annotations }) =>
        annotations['vnd.docker.reference.type'] === 'attestation-manifest' &&
        annotations['vnd.docker.reference.digest'] === digest,
    ),
  )
  if (attestations.length === 0 || attestations.includes(undefined)) return { why: 'it has no provenance' }
  const builders = new Set<string>()
  for (const attestation of attestations) {
    const builder = await statedIn(registry, repository, attestation?.digest as Digest)
    if ('why' in builder) return builder
    builders.add(builder.known)
  }
  const [builder = ''] = builders
  if (builders.size > 1) return { why: 'the provenance of its platforms names different builders' }
  return builder === '' ? { why: 'its provenance names no builder' } : { known: builder }
}

async function statedIn(
  registry: Registry,
  repository: Repository,
  attestation: Digest,
): Promise<Maybe<string>> {
  const answer = await registry.manifest(repository, attestation)
  if ('unknown' in answer || !answer.found) return { why: 'its provenance cannot be read' }
  const layer = answer.manifest.layers.find(({ annotations }) =>
    (annotations['in-toto.io/predicate-type'] ?? '').startsWith('https://slsa.dev/provenance/'),
  )
  if (layer === undefined) return { why: 'it has no provenance' }
  const blob = await registry.blob(repository, layer.digest, largestConfig)
  if (blob === 'absent' || 'unknown' in blob) return { why: 'its provenance cannot be read' }
  const id = builderIn(blob.bytes)
  return typeof id === 'string' ? { known: id } : { why: 'its provenance names no builder' }
}

/** `builder.id` of SLSA 0.2, `runDetails.builder.id` of 1.0. @see https://slsa.dev/spec/v1.0/provenance */
function builderIn(bytes: Uint8Array): unknown {
  try {
    const { predicate } = JSON.parse(new TextDecoder().decode(bytes))
    return predicate?.runDetails?.builder?.id ?? predicate?.builder?.id
  } catch {
    return undefined
  }
}
