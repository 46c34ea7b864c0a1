import { setTimeout as pause } from 'node:timers/promises'
import { type Digest, type Manifest, type Repository, stemOf, type Tag } from '../image/index.ts'
import type { OciRegistry } from '../registry/index.ts'
import { manifestType, putRecord, recordArtifactType, refused } from './artifact.ts'
import type { ImageRecord } from './record.ts'

const indexType = 'application/vnd.oci.image.index.v1+json'
/** Somebody else may write the fallback index between our reading and our writing; nothing locks it. */
const attempts = 6

/**
 * Attaches a record to its image as a referrer, so that it is found from the image and goes with it. Where the registry
 * has no referrers API, the fallback index is kept by us, as the spec asks of clients.
 * @returns the digest of the referrer
 */
export async function attachRecord(
  registry: OciRegistry,
  repository: Repository,
  head: Manifest,
  record: ImageRecord,
): Promise<Digest> {
  const { digest, size } = await putRecord(registry, repository, record, { subject: head })
  if ((await registry.referrers(repository, head.digest)) === 'unsupported') {
    const entry = { mediaType: manifestType, digest, size, artifactType: recordArtifactType }
    await list(registry, repository, head.digest, entry)
  }
  return digest
}

interface Listed {
  readonly mediaType: string
  readonly digest: Digest
  readonly size: number
  readonly artifactType: string
}

/** Adds one descriptor to the fallback index, keeps every other one byte for byte, and looks whether it stayed. */
async function list(
  registry: OciRegistry,
  repository: Repository,
  subject: Digest,
  entry: Listed,
): Promise<void> {
  const tag = stemOf(subject) as Tag
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await registry.manifest(repository, tag)
    if ('unknown' in before) throw refused(repository, before.unknown, false)
    if (before.found && before.manifest.children.some(({ digest }) => digest === entry.digest)) return
    const kept: Body = before.found ? bodyOf(before.raw.bytes) : { schemaVersion: 2, mediaType: indexType }
    const index = { ...kept, manifests: [...(kept.manifests ?? []), entry] }
    const bytes = Buffer.from(JSON.stringify(index))
    const answer = await registry.putManifest(repository, tag, { mediaType: indexType, bytes })
    if (!('digest' in answer))
      throw refused(repository, `the tag ${tag} cannot be written`, 'refused' in answer)
    if (attempt > 1) await pause(50 * attempt)
  }
  const last = await registry.manifest(repository, tag)
  if ('found' in last && last.found && last.manifest.children.some(({ digest }) => digest === entry.digest))
    return
  throw refused(repository, `the tag ${tag} is being written by others without end`, false)
}

interface Body {
  readonly schemaVersion?: unknown
  readonly mediaType?: unknown
  readonly manifests?: readonly unknown[]
}

function bodyOf(bytes: Uint8Array): Body {
  const body = JSON.parse(new TextDecoder().decode(bytes)) as { manifests?: unknown }
  return { ...body, manifests: Array.isArray(body.manifests) ? body.manifests : [] }
}
