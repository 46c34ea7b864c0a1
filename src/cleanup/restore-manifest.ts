import { type Digest, parseManifest, type Repository, type Tag } from '../image/index.ts'
import type { RawManifest, Registry } from '../registry/port.ts'

export type PutOutcome =
  | { readonly back: true; readonly how: 'put' | 'was-there'; readonly tagsLeft: readonly MovedTag[] }
  /** `lost`: the registry's garbage collection took what it needs. */
  | { readonly back: false; readonly why: 'lost'; readonly blobs: readonly Digest[] }
  | { readonly back: false; readonly why: 'refused' | 'unclear'; readonly detail: string }

/** A tag that by now is another image's. It is never moved. */
export interface MovedTag {
  readonly tag: Tag
  readonly now: Digest
}

/** Puts one manifest under its tags where they are free, by digest where no tag is. */
export async function putManifestBack(
  registry: Registry,
  repository: Repository,
  digest: Digest,
  raw: RawManifest,
  tags: readonly Tag[],
): Promise<PutOutcome> {
  const free: Tag[] = []
  const tagsLeft: MovedTag[] = []
  let present = false
  for (const tag of tags) {
    const look = await registry.digestOf(repository, tag)
    if (look === 'absent') free.push(tag)
    else if ('unknown' in look) return { back: false, why: 'unclear', detail: `${tag}: ${look.unknown}` }
    else if (look.digest === digest) present = true
    else tagsLeft.push({ tag, now: look.digest })
  }
  if (!present && free.length === 0) {
    const look = await registry.digestOf(repository, digest)
    if (look !== 'absent' && 'unknown' in look) return { back: false, why: 'unclear', detail: look.unknown }
    present = look !== 'absent'
  }
  const names: readonly (Tag | Digest)[] = free.length > 0 ? free : present ? [] : [digest]
  for (const name of names) {
    const put = await registry.putManifest(repository, name, raw)
    if ('unknown' in put) return { back: false, why: 'unclear', detail: put.unknown }
    if ('refused' in put) {
      if (put.refused !== 'blobs-missing') return { back: false, why: 'refused', detail: put.message }
      return { back: false, why: 'lost', blobs: await missingParts(registry, repository, digest, raw) }
    }
    if (put.digest !== digest) {
      return { back: false, why: 'unclear', detail: `the registry stored it as ${put.digest}` }
    }
  }
  return { back: true, how: names.length > 0 ? 'put' : 'was-there', tagsLeft }
}

/** What of an image the registry no longer has. */
async function missingParts(
  registry: Registry,
  repository: Repository,
  digest: Digest,
  raw: RawManifest,
): Promise<readonly Digest[]> {
  const manifest = parseManifest(raw.bytes, raw.mediaType, digest)
  if ('fault' in manifest) return []
  const missing: Digest[] = []
  const blobs = [...(manifest.config === undefined ? [] : [manifest.config]), ...manifest.layers]
  for (const blob of new Set(blobs.map(descriptor => descriptor.digest))) {
    if ((await registry.hasBlob(repository, blob)) === 'absent') missing.push(blob)
  }
  for (const child of new Set(manifest.children.map(descriptor => descriptor.digest))) {
    if ((await registry.digestOf(repository, child)) === 'absent') missing.push(child)
  }
  return missing
}
