import {
  type Digest,
  isDigest,
  isTag,
  largestManifest,
  manifestTypes,
  parseRepository,
  pathOf,
  type Repository,
  type Tag,
} from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { HttpStream } from '../system/world.ts'
import { explain, orUnknown, unknownOf } from './answer.ts'
import type { StreamRequest } from './blob-stream.ts'
import { readDeleteAnswer, readPutAnswer } from './deletion.ts'
import { algorithmOf, digestOf, matches } from './hash.ts'
import { readListing } from './listing.ts'
import { readManifestAnswer } from './manifest-answer.ts'
import type { ManifestAnswer, Registry, TagListing, Unknown } from './port.ts'
import { askReferrers, type ReferrersApi } from './referrers.ts'
import type { Transport } from './transport.ts'
import { type BlobPut, uploadBlob } from './upload.ts'

/** The port, and what only a reader of whole repositories needs of the OCI client. */
export interface OciRegistry extends Registry {
  /** GET by tag, answered `unchanged` (304) if the tag still has the digest `known`: the body is then not sent. */
  manifestUnless(repository: Repository, tag: Tag, known: Digest): Promise<ManifestAnswer | 'unchanged'>
  /** `found` hears of tags as pages arrive, each tag at least once. */
  tags(repository: Repository, found?: (tags: readonly Tag[]) => void): Promise<TagListing>
  /** A blob as it arrives, verified by the time it ends; `limit` in bytes. A body that breaks off throws. */
  blobStream(
    repository: Repository,
    digest: Digest,
    limit: number,
  ): Promise<AsyncIterable<Uint8Array> | 'absent' | Unknown>
  /** Uploads a small blob: what an artifact of ours is made of. */
  putBlob(repository: Repository, bytes: Uint8Array): Promise<BlobPut>
  /** Seconds by which the registry's clock and ours differ, as far as its answers told. */
  clockSkew(): number | undefined
}

export interface OciRegistryOptions {
  /** As images name it: `ghcr.io`, `127.0.0.1:5000`. */
  readonly host: string
  readonly origin: URL
  readonly transport: Transport
  /** The same, following redirects: for answers that a digest verifies. */
  readonly follower: Transport
  /** Streams a blob. */
  readonly open: (request: StreamRequest) => Promise<HttpStream>
  readonly clockSkew: () => number | undefined
}

const accept = { accept: manifestTypes.join(', ') }

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md */
export function createOciRegistry(options: OciRegistryOptions): OciRegistry {
  const { host, origin, transport, follower, open, clockSkew } = options
  let referrersApi: ReferrersApi = 'unproven'
  let proving: Promise<void> | undefined

  const get = (path: string, scope: string, limit?: number) =>
    transport({ method: 'GET', path, scope, ...(limit === undefined ? {} : { limit }) })

  const getManifest = (repository: Repository, reference: Tag | Digest, more?: Record<string, string>) =>
    follower({
      method: 'GET',
      path: manifestPath(repository, reference),
      scope: pull(repository),
      headers: more === undefined ? accept : { ...accept, ...more },
      limit: largestManifest,
    })

  return {
    clockSkew,

    async repositories(prefix) {
      const { names, incomplete } = await readListing({
        path: '/v2/_catalog',
        field: 'repositories',
        origin,
        get: path => get(path, 'registry:catalog:*'),
      })
      const repositories = names.flatMap(name => {
        const repository = parseRepository(`${host}/${name}`)
        return typeof repository === 'string' && repository.startsWith(prefix) ? [repository] : []
      })
      return incomplete === undefined ? { repositories } : { repositories, incomplete }
    },

    async tags(repository, found) {
      const { names, incomplete } = await readListing({
        path: `/v2/${pathOf(repository)}/tags/list`,
        field: 'tags',
        origin,
        get: path => get(path, pull(repository)),
        ...(found === undefined ? {} : { found: names => found(names.filter(isTag)) }),
      })
      const tags = names.filter(isTag)
      const strange = names.find(name => !isTag(name))
      const why =
        incomplete ??
        (strange === undefined ? undefined : `it lists '${strange.slice(0, 140)}', which is no tag`)
      return { tags, ...(why === undefined ? {} : { incomplete: why }) }
    },

    // Asked thousands of times: one promise less each.
    async manifest(repository, reference) {
      try {
        return readManifestAnswer(reference, await getManifest(repository, reference))
      } catch (error) {
        return unknownOf(error)
      }
    },

    async manifestUnless(repository, tag, known) {
      try {
        const response = await getManifest(repository, tag, { 'if-none-match': `"${known}"` })
        return response.status === 304 ? 'unchanged' : readManifestAnswer(tag, response)
      } catch (error) {
        return unknownOf(error)
      }
    },

    digestOf: (repository, reference) =>
      orUnknown(async () => {
        const response = await follower({
          method: 'HEAD',
          path: manifestPath(repository, reference),
          scope: pull(repository),
          headers: accept,
        })
        if (response.status === 404) return 'absent'
        if (response.status !== 200) return { unknown: `answers ${explain(response)}` }
        const digest = response.headers['docker-content-digest']
        if (digest !== undefined && isDigest(digest)) return { digest }
        // The header is optional: then only the bytes say it.
        const answer = readManifestAnswer(reference, await getManifest(repository, reference))
        if ('unknown' in answer) return answer
        return answer.found ? { digest: answer.manifest.digest } : 'absent'
      }),

    blob: (repository, digest, limit) =>
      orUnknown(async () => {
        const path = `/v2/${pathOf(repository)}/blobs/${digest}`
        const response = await follower({ method: 'GET', path, scope: pull(repository), limit })
        if (response.status === 404) return 'absent'
        if (response.status !== 200) return { unknown: `answers ${explain(response)}` }
        return matches(response.body, digest)
          ? { bytes: response.body }
          : { unknown: `its bytes have another digest than ${digest}` }
      }),

    blobStream: (repository, digest, limit) =>
      orUnknown(async () => {
        const path = `/v2/${pathOf(repository)}/blobs/${digest}`
        const { status, body } = await open({ path, scope: pull(repository), digest, limit })
        if (status === 404) return 'absent'
        return status === 200 ? body : { unknown: `answers ${status}` }
      }),

    hasBlob: (repository, digest) =>
      orUnknown(async () => {
        const path = `/v2/${pathOf(repository)}/blobs/${digest}`
        const response = await follower({ method: 'HEAD', path, scope: pull(repository) })
        if (response.status === 200) return 'present'
        return response.status === 404 ? 'absent' : { unknown: `answers ${explain(response)}` }
      }),

    async referrers(repository, subject) {
      // As long as nobody knows whether there is such an API, one asks and the others wait for what it learns.
      while (referrersApi === 'unproven' && proving !== undefined) await proving
      if (referrersApi === 'absent') return 'unsupported'
      const asking = orUnknown(() =>
        askReferrers({
          path: `/v2/${pathOf(repository)}/referrers/`,
          subject,
          origin,
          api: referrersApi,
          get: path => get(path, pull(repository)),
        }),
      )
      if (referrersApi === 'unproven') {
        proving = asking.then(
          () => undefined,
          () => undefined,
        )
      }
      const asked = await asking
      proving = undefined
      if ('unknown' in asked) return asked
      referrersApi = asked.api
      return asked.answer
    },

    deleteManifest: (repository, digest) => remove(repository, digest, 'manifest'),
    deleteTag: (repository, tag) => remove(repository, tag, 'tag'),

    putBlob: (repository, bytes) => orUnknown(() => uploadBlob(repository, bytes, origin, transport)),

    putManifest: (repository, reference, { mediaType, bytes }) =>
      orUnknown(async () => {
        const digest = digestOf(bytes, isDigest(reference) ? algorithmOf(reference) : 'sha256')
        if (isDigest(reference) && reference !== digest) {
          throw new HygieneError('internal', `the bytes for ${reference} have the digest ${digest}`)
        }
        const response = await transport({
          method: 'PUT',
          path: manifestPath(repository, reference),
          scope: `repository:${pathOf(repository)}:pull,push`,
          headers: { 'content-type': mediaType },
          body: bytes,
        })
        return readPutAnswer(nameOf(repository, reference), digest, response)
      }),
  }

  async function remove(repository: Repository, reference: Tag | Digest, kind: 'manifest' | 'tag') {
    return orUnknown(async () => {
      const response = await transport({
        method: 'DELETE',
        path: manifestPath(repository, reference),
        scope: `repository:${pathOf(repository)}:delete`,
      })
      return readDeleteAnswer(nameOf(repository, reference), kind, response)
    })
  }
}

function manifestPath(repository: Repository, reference: Tag | Digest): string {
  return `/v2/${pathOf(repository)}/manifests/${reference}`
}

function nameOf(repository: Repository, reference: Tag | Digest): string {
  return `${repository}${isDigest(reference) ? '@' : ':'}${reference}`
}

function pull(repository: Repository): string {
  return `repository:${pathOf(repository)}:pull`
}
