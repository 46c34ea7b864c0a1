import { putBlob, putManifest, type Store } from '../../../src/demo/registry/index.ts'
import { type Digest, imageConfigTypes, manifestTypes } from '../../../src/image/index.ts'

type Texts = Readonly<Record<string, string>>

export interface ImageOptions {
  readonly tags?: readonly string[]
  readonly labels?: Texts
  readonly annotations?: Texts
  /** Makes the layer, and so the digest, another one. */
  readonly content?: string
  readonly created?: string
  readonly subject?: Digest
  readonly artifactType?: string
  readonly configType?: string
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

/** Puts an OCI image into a store; its digest. */
export function pushImage(store: Store, name: string, options: ImageOptions = {}): Digest {
  const { tags = [], labels = {}, annotations, content = 'layer', created, subject, artifactType } = options
  const config = encode({ architecture: 'amd64', os: 'linux', created, config: { Labels: labels } })
  const layer = new TextEncoder().encode(content)
  const body = encode({
    schemaVersion: 2,
    mediaType: manifestTypes[1],
    artifactType,
    config: descriptor(options.configType ?? imageConfigTypes[0] ?? '', putBlob(store, name, config), config),
    layers: [descriptor('application/vnd.oci.image.layer.v1.tar', putBlob(store, name, layer), layer)],
    ...(subject === undefined ? {} : { subject: { mediaType: manifestTypes[1], digest: subject, size: 1 } }),
    annotations,
  })
  return putManifest(store, name, tags, manifestTypes[1], body)
}

export interface IndexOptions {
  readonly tags?: readonly string[]
  readonly children: readonly Digest[]
  readonly annotations?: Texts
}

export function pushIndex(
  store: Store,
  name: string,
  { tags = [], children, annotations }: IndexOptions,
): Digest {
  const body = encode({
    schemaVersion: 2,
    mediaType: manifestTypes[0],
    manifests: children.map(digest => ({ mediaType: manifestTypes[1], digest, size: 1 })),
    annotations,
  })
  return putManifest(store, name, tags, manifestTypes[0], body)
}

function descriptor(mediaType: string, digest: Digest, bytes: Uint8Array) {
  return { mediaType, digest, size: bytes.length }
}
