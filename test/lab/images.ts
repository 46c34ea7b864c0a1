// Images made byte by byte, so that a test knows every digest before it pushes, and thousands are pushed in seconds.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type TarEntry, tar } from './tar.ts'

export interface Blob {
  readonly mediaType: string
  readonly digest: string
  readonly bytes: Uint8Array
}

export interface Descriptor {
  readonly mediaType: string
  readonly digest: string
  readonly size: number
  readonly platform?: Platform
  readonly artifactType?: string
  readonly annotations?: Readonly<Record<string, string>>
}

export interface Platform {
  readonly os: string
  readonly architecture: string
  readonly variant?: string
}

export interface ImageOptions {
  /** Of the config; `expire_at` as buildx `--label` writes it. */
  readonly labels?: Readonly<Record<string, string>>
  /** Of the manifest; absent from Docker manifests, which know none. */
  readonly annotations?: Readonly<Record<string, string>>
  /** The files of each layer; images with equal files share it. One layer with one small file unless said otherwise. */
  readonly layers?: readonly (readonly TarEntry[])[]
  readonly platform?: Platform
  /** RFC 3339; 2024-01-01 unless said otherwise. */
  readonly created?: string
  readonly format?: 'oci' | 'docker'
}

export interface Image {
  readonly manifest: Blob
  readonly config: Blob
  readonly layers: readonly Blob[]
}

const types = {
  oci: {
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    index: 'application/vnd.oci.image.index.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  },
  docker: {
    manifest: 'application/vnd.docker.distribution.manifest.v2+json',
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  },
} as const

export const sha256 = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`

export function blob(mediaType: string, content: Uint8Array | object): Blob {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
  return { mediaType, bytes, digest: sha256(bytes) }
}

export const descriptor = (
  { mediaType, digest, bytes }: Blob,
  extra: Partial<Descriptor> = {},
): Descriptor => ({
  mediaType,
  digest,
  size: bytes.length,
  ...extra,
})

/** A whole image. */
export function image(options: ImageOptions = {}): Image {
  const { labels, annotations, layers = [[{ path: 'hello', content: 'hello\n' }]] } = options
  const { platform = { os: 'linux', architecture: 'amd64' }, created = '2024-01-01T00:00:00Z' } = options
  const type = types[options.format ?? 'oci']
  const archives = layers.map(tar)
  const blobs = archives.map(archive => blob(type.layer, gzipSync(archive)))
  const config = blob(type.config, {
    created,
    ...platform,
    config: { ...(labels && { Labels: labels }) },
    rootfs: { type: 'layers', diff_ids: archives.map(sha256) },
    history: layers.map((_, number) => ({ created, created_by: `lab layer ${number}` })),
  })
  const manifest = blob(type.manifest, {
    schemaVersion: 2,
    mediaType: type.manifest,
    config: descriptor(config),
    layers: blobs.map(layer => descriptor(layer)),
    ...(annotations && { annotations }),
  })
  return { manifest, config, layers: blobs }
}

/** An index over images that were made for different platforms. */
export function index(
  children: readonly (Blob & { readonly platform?: Platform })[],
  options: { annotations?: Readonly<Record<string, string>>; format?: 'oci' | 'docker' } = {},
): Blob {
  const mediaType = types[options.format ?? 'oci'].index
  return blob(mediaType, {
    schemaVersion: 2,
    mediaType,
    manifests: children.map(child => descriptor(child, child.platform && { platform: child.platform })),
    ...(options.annotations && { annotations: options.annotations }),
  })
}

/** The empty config and layer of an artifact (image-spec, "Guidelines for Artifact Usage"). */
export const emptyBlob = blob('application/vnd.oci.empty.v1+json', Buffer.from('{}'))

/** An artifact that refers to `subject`, as a signature or an SBOM does. */
export function referrer(
  subject: Blob,
  artifactType: string,
  annotations: Readonly<Record<string, string>> = {},
): Image {
  const manifest = blob(types.oci.manifest, {
    schemaVersion: 2,
    mediaType: types.oci.manifest,
    artifactType,
    config: descriptor(emptyBlob),
    layers: [descriptor(emptyBlob)],
    subject: descriptor(subject),
    annotations,
  })
  return { manifest, config: emptyBlob, layers: [emptyBlob] }
}
