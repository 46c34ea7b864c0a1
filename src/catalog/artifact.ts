import { setTimeout as pause } from 'node:timers/promises'
import type { Digest, Manifest, Repository, Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { digestOf } from '../registry/hash.ts'
import type { OciRegistry } from '../registry/index.ts'
import { formatRecord } from './catalog.ts'
import type { ImageRecord } from './record.ts'

export const recordArtifactType = 'application/vnd.image-hygiene.record.v1+json'
/** What kind of statement a record is, in an attestation. */
export const recordPredicateType = 'urn:image-hygiene:record:v1'
export const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const emptyType = 'application/vnd.oci.empty.v1+json'

/** Of a record whose blobs the registry says it has not, although they were just put there. */
const attempts = 6

export interface Placed {
  readonly digest: Digest
  /** Of the manifest, in bytes. */
  readonly size: number
}

/**
 * Pushes a record as an artifact of its own: with a subject it is a referrer, under a tag an entry of a catalog. The
 * record stands in the manifest as well (`data` of its layer), so that who lists many reads each in one request.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidelines-for-artifact-usage
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#embedded-content
 */
export async function putRecord(
  registry: OciRegistry,
  repository: Repository,
  record: ImageRecord,
  place: { readonly subject: Manifest } | { readonly tag: Tag },
): Promise<Placed> {
  const payload = Buffer.from(formatRecord(record))
  const empty = Buffer.from('{}')
  const subject = 'subject' in place ? place.subject : undefined
  const layer = { mediaType: recordArtifactType, digest: digestOf(payload), size: payload.length }
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: manifestType,
      artifactType: recordArtifactType,
      config: {
        mediaType: emptyType,
        digest: digestOf(empty),
        size: empty.length,
        data: empty.toString('base64'),
      },
      layers: ['tag' in place ? { ...layer, data: payload.toString('base64') } : layer],
      ...(subject === undefined
        ? {}
        : { subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size } }),
      annotations: { 'org.opencontainers.image.created': record.recorded_at },
    }),
  )
  const reference = 'tag' in place ? place.tag : digestOf(manifest)
  const raw = { mediaType: manifestType, bytes: manifest }
  for (let attempt = 1; ; attempt++) {
    for (const bytes of [payload, empty]) accepted(await registry.putBlob(repository, bytes), repository)
    const answer = await registry.putManifest(repository, reference, raw)
    // docker-registry loses sight of a blob for a moment while somebody else puts the same bytes, and the empty config
    // is the same for every record.
    const blinked = 'refused' in answer && answer.refused === 'blobs-missing'
    if (!blinked || attempt === attempts) {
      return { digest: accepted(answer, repository), size: manifest.length }
    }
    await pause(50 * attempt)
  }
}

function accepted(
  answer: Awaited<ReturnType<OciRegistry['putBlob'] | OciRegistry['putManifest']>>,
  repository: Repository,
): Digest {
  if ('digest' in answer) return answer.digest
  if ('unknown' in answer) throw refused(repository, answer.unknown, false)
  const why = 'message' in answer ? answer.message : answer.refused
  throw refused(repository, `it refuses: ${why}`, answer.refused !== 'blobs-missing')
}

export function refused(repository: Repository, why: string, forbidden: boolean): HygieneError {
  return new HygieneError(
    forbidden ? 'no-permission' : 'undecidable',
    `the record cannot be stored in ${repository}: ${why}`,
    { fix: 'it needs the right to push, as for signing', image: repository },
  )
}
