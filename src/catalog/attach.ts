import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Digest, type Manifest, type Repository, stemOf, type Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { OciRegistry } from '../registry/index.ts'
import { formatRecord } from './catalog.ts'
import type { ImageRecord } from './record.ts'

export const recordArtifactType = 'application/vnd.image-hygiene.record.v1+json'

const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'
const emptyType = 'application/vnd.oci.empty.v1+json'
/** Somebody else may write the fallback index between our reading and our writing; nothing locks it. */
const attempts = 6

/**
 * Attaches a record to its image as a referrer, so that it is found from the image and goes with it. Where the registry
 * has no referrers API, the fallback index is kept by us, as the spec asks of clients.
 * @returns the digest of the referrer
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 */
export async function attachRecord(
  registry: OciRegistry,
  repository: Repository,
  head: Manifest,
  record: ImageRecord,
): Promise<Digest> {
  const payload = Buffer.from(formatRecord(record))
  const empty = Buffer.from('{}')
  const [layer, config] = [await put(payload), await put(empty)]
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: recordArtifactType,
      config: { mediaType: emptyType, digest: config, size: empty.length },
      layers: [{ mediaType: recordArtifactType, digest: layer, size: payload.length }],
      subject: { mediaType: head.mediaType, digest: head.digest, size: head.size },
      annotations: { 'org.opencontainers.image.created': record.recorded_at },
    }),
  )
  const digest = await put(manifest, manifestType)
  if ((await registry.referrers(repository, head.digest)) === 'unsupported') {
    await list(registry, repository, head.digest, {
      mediaType: manifestType,
      digest,
      size: manifest.length,
      artifactType: recordArtifactType,
    })
  }
  return digest

  async function put(bytes: Buffer, mediaType?: string): Promise<Digest> {
    const answer =
      mediaType === undefined
        ? await registry.putBlob(repository, bytes)
        : await registry.putManifest(repository, digestOf(bytes), { mediaType, bytes })
    if ('digest' in answer) return answer.digest
    throw refused(repository, 'unknown' in answer ? answer.unknown : 'it refuses', 'refused' in answer)
  }
}

function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}` as string as Digest
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

function refused(repository: Repository, why: string, forbidden: boolean): HygieneError {
  return new HygieneError(
    forbidden ? 'no-permission' : 'undecidable',
    `the record cannot be attached in ${repository}: ${why}`,
    { fix: 'it needs the right to push, as for signing; or leave out attach', image: repository },
  )
}
