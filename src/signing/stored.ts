import { type Digest, type Repository, stemOf, type Tag } from '../image/index.ts'
import type { Registry } from '../registry/index.ts'
import { type Bundle, isBundleType, parseBundle, type Unreadable } from './bundle.ts'
import type { Pinned } from './pinned.ts'
import { isSimpleSigning, parseSimpleSigning, type SimpleSigning } from './simple-signing.ts'

/** One signature as it lies in the registry. Whose it is and whether it is true is asked elsewhere. */
export type Stored = Bundle | SimpleSigning | Unreadable

export interface Found {
  readonly signatures: readonly Stored[]
  /** Why there may be more than these; absent when all of them were read. */
  readonly incomplete?: string
}

/** More signatures than people put on one image; a hostile registry may list a million. */
const most = 64
const largest = 1024 * 1024

/**
 * Every signature of one image, in both formats, by our own reading: referrers by the API or the fallback tag, and the
 * `.sig` tag. `elsewhere` is the repository that COSIGN_REPOSITORY names.
 * @see https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md
 */
export async function readStored(
  { repository, digest }: Pinned,
  registryOf: (repository: Repository) => Registry,
  elsewhere: Repository | undefined,
): Promise<Found> {
  const places = [...new Set([repository, ...(elsewhere === undefined ? [] : [elsewhere])])]
  const read = await Promise.all(
    places.flatMap(place => [
      bundles(place, digest, registryOf(place)),
      legacy(place, digest, registryOf(place)),
    ]),
  )
  const incomplete = read.find(one => one.incomplete !== undefined)?.incomplete
  return {
    signatures: read.flatMap(({ signatures }) => signatures),
    ...(incomplete === undefined ? {} : { incomplete }),
  }
}

async function bundles(repository: Repository, digest: Digest, registry: Registry): Promise<Found> {
  const listed = await registry.referrers(repository, digest)
  if (typeof listed === 'object' && 'unknown' in listed)
    return gap(`the referrers of ${digest}: ${listed.unknown}`)
  const fallback = await registry.manifest(repository, stemOf(digest) as Tag)
  if ('unknown' in fallback) return gap(`the tag ${stemOf(digest)}: ${fallback.unknown}`)
  const all = [
    ...(listed === 'unsupported' ? [] : listed),
    ...(fallback.found ? fallback.manifest.children : []),
  ]
  // Some clients write `oci.empty` there, some nothing: only another type of artifact is surely no signature.
  const candidates = all.filter(
    ({ artifactType }) =>
      artifactType === undefined || isBundleType(artifactType) || artifactType.includes('oci.empty'),
  )
  const unique = [...new Set(candidates.map(one => one.digest))]
  const read = await Promise.all(unique.slice(0, most).map(one => bundleAt(repository, one, registry)))
  const incomplete =
    read.find(one => one.incomplete !== undefined)?.incomplete ??
    (unique.length > most ? `more than ${most} referrers` : undefined)
  return {
    signatures: read.flatMap(({ signatures }) => signatures),
    ...(incomplete === undefined ? {} : { incomplete }),
  }
}

async function bundleAt(repository: Repository, referrer: Digest, registry: Registry): Promise<Found> {
  const answer = await registry.manifest(repository, referrer)
  if ('unknown' in answer) return gap(`the referrer ${referrer}: ${answer.unknown}`)
  if (!answer.found) return { signatures: [] }
  const signatures: Stored[] = []
  for (const layer of answer.manifest.layers
    .filter(({ mediaType }) => isBundleType(mediaType))
    .slice(0, most)) {
    const blob = await registry.blob(repository, layer.digest, largest)
    if (blob === 'absent') signatures.push({ format: 'unreadable', why: `its blob ${layer.digest} is gone` })
    else if ('unknown' in blob) return gap(`the blob ${layer.digest}: ${blob.unknown}`)
    else {
      const bundle = parseBundle(blob.bytes)
      if (bundle !== undefined) signatures.push(bundle)
    }
  }
  return { signatures }
}

async function legacy(repository: Repository, digest: Digest, registry: Registry): Promise<Found> {
  const tag = `${stemOf(digest)}.sig` as Tag
  const answer = await registry.manifest(repository, tag)
  if ('unknown' in answer) return gap(`the tag ${tag}: ${answer.unknown}`)
  if (!answer.found) return { signatures: [] }
  const signatures: Stored[] = []
  for (const layer of answer.manifest.layers
    .filter(({ mediaType }) => isSimpleSigning(mediaType))
    .slice(0, most)) {
    const blob = await registry.blob(repository, layer.digest, largest)
    if (blob === 'absent')
      signatures.push({ format: 'unreadable', why: `its payload ${layer.digest} is gone` })
    else if ('unknown' in blob) return gap(`the blob ${layer.digest}: ${blob.unknown}`)
    else signatures.push(parseSimpleSigning(blob.bytes, layer.annotations))
  }
  return { signatures }
}

function gap(incomplete: string): Found {
  return { signatures: [], incomplete }
}
