import type { Digest } from '../image/index.ts'
import { putBlob, putManifest, type Store } from './registry/index.ts'

const manifestType = 'application/vnd.oci.image.manifest.v1+json'
const indexType = 'application/vnd.oci.image.index.v1+json'

export interface SampleImage {
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
  /** What tells this image's content from others'. */
  readonly content: string
  /** Bytes of its own layer. */
  readonly size?: number
  /** The blob of a layer below its own, as an image built on a base has it. */
  readonly base?: Uint8Array
  readonly architecture?: string
}

/** Pushes an image of one or two small layers and returns its digest. */
export function putImage(store: Store, name: string, tags: readonly string[], image: SampleImage): Digest {
  const { labels = {}, annotations, content, size = 24_000, base, architecture = 'amd64' } = image
  const layers = [...(base === undefined ? [] : [base]), filled(`${name}/${content}/${architecture}`, size)]
  const config = json({
    architecture,
    os: 'linux',
    config: { Labels: labels },
    rootfs: { type: 'layers', diff_ids: layers.map(layer => putBlob(store, name, layer)) },
  })
  return putManifest(
    store,
    name,
    tags,
    manifestType,
    json({
      schemaVersion: 2,
      mediaType: manifestType,
      config: descriptor(store, name, 'application/vnd.oci.image.config.v1+json', config),
      layers: layers.map(layer => descriptor(store, name, 'application/vnd.oci.image.layer.v1.tar', layer)),
      ...(annotations === undefined ? {} : { annotations }),
    }),
  )
}

/** An index over one image per architecture; `expire_at` stands on the index, where reading it costs nothing. */
export function putIndex(
  store: Store,
  name: string,
  tags: readonly string[],
  { annotations, ...image }: SampleImage,
): Digest {
  const platforms = ['amd64', 'arm64'].map(architecture => {
    const digest = putImage(store, name, [], { ...image, architecture })
    const size = store.repositories.get(name)?.manifests.get(digest)?.bytes.length
    return { mediaType: manifestType, digest, size, platform: { os: 'linux', architecture } }
  })
  const index = { schemaVersion: 2, mediaType: indexType, manifests: platforms }
  return putManifest(
    store,
    name,
    tags,
    indexType,
    json(annotations === undefined ? index : { ...index, annotations }),
  )
}

/** A signature where cosign puts it without a referrers API: under a tag made of the subject's digest. */
export function putSignature(store: Store, name: string, subject: Digest): Digest {
  const payload = json({
    critical: { image: { 'docker-manifest-digest': subject }, type: 'sample signature' },
  })
  return putManifest(
    store,
    name,
    [`${subject.replace(':', '-')}.sig`],
    manifestType,
    json({
      schemaVersion: 2,
      mediaType: manifestType,
      config: descriptor(store, name, 'application/vnd.oci.image.config.v1+json', json({ subject })),
      layers: [descriptor(store, name, 'application/vnd.dev.cosign.simplesigning.v1+json', payload)],
    }),
  )
}

/** Bytes that differ from one text to the next, the same in every run. */
export function filled(text: string, size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let state = 2166136261
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 16777619)
  for (let index = 0; index < size; index++) {
    state = Math.imul(state ^ (state >>> 15), 2246822519) + index
    bytes[index] = state >>> 24
  }
  return bytes
}

function descriptor(store: Store, name: string, mediaType: string, bytes: Uint8Array): object {
  return { mediaType, digest: putBlob(store, name, bytes), size: bytes.length }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
