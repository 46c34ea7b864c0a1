// Archives of images as builders write them, member by member, so that one of them can be another than it should.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { archive, type Entry } from '../gates/layers/tars.ts'

export type MemberBytes = Readonly<Record<string, Uint8Array>>

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`
export const blobOf = (digest: string): string => `blobs/${digest.replace(':', '/')}`
export const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

export const types = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const

export interface Made {
  readonly descriptor: { readonly mediaType: string; readonly digest: string; readonly size: number }
  readonly members: MemberBytes
}

export function blob(mediaType: string, bytes: Uint8Array): Made {
  const digest = digestOf(bytes)
  return { descriptor: { mediaType, digest, size: bytes.length }, members: { [blobOf(digest)]: bytes } }
}

/** A layer that ships a password, so that whoever passes over it is found out. */
export const guilty = archive([{ path: 'root/.netrc', body: Buffer.from('password') }])

export function image(
  name = 'one',
  layers: readonly Made[] = [blob(types.layer, gzipSync(guilty))],
  manifestType: string = types.manifest,
): Made {
  const rootfs = { type: 'layers', diff_ids: layers.map(() => digestOf(guilty)) }
  const config = blob(
    types.config,
    json({ os: 'linux', architecture: 'amd64', config: { Labels: { name } }, rootfs }),
  )
  const manifest = blob(
    manifestType,
    json({
      schemaVersion: 2,
      mediaType: manifestType,
      config: config.descriptor,
      layers: layers.map(({ descriptor }) => descriptor),
    }),
  )
  return {
    ...manifest,
    members: Object.assign({}, ...layers.map(({ members }) => members), config.members, manifest.members),
  }
}

export const platform = (architecture: string, os = 'linux') => ({ platform: { os, architecture } })

/** An index; each child with more in its descriptor, such as a platform. */
export function index(children: readonly (readonly [Made, object?])[]): Made {
  const manifests = children.map(([{ descriptor }, more]) => ({ ...descriptor, ...more }))
  const made = blob(types.index, json({ schemaVersion: 2, mediaType: types.index, manifests }))
  return { ...made, members: Object.assign({}, ...children.map(([{ members }]) => members), made.members) }
}

/** An OCI layout whose index.json names these. */
export function layout(children: readonly (readonly [Made, object?])[] = [[image()]]): MemberBytes {
  const top = index(children)
  const { [blobOf(top.descriptor.digest)]: bytes = Buffer.alloc(0), ...members } = top.members
  return { 'oci-layout': json({ imageLayoutVersion: '1.0.0' }), 'index.json': bytes, ...members }
}

/** What `docker save` writes: since Docker 25 with layers under their digests, before in folders of their own. */
export function saved(old = false): MemberBytes {
  const config = json({
    os: 'linux',
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: [digestOf(guilty)] },
  })
  const name = old ? 'abc/layer.tar' : blobOf(digestOf(guilty))
  const list = [{ Config: 'config.json', RepoTags: ['acme/app:v1'], Layers: [name] }]
  return { 'manifest.json': json(list), 'config.json': config, [name]: guilty }
}

export const asTar = (members: MemberBytes, more: readonly Entry[] = []): Buffer =>
  archive([...Object.entries(members).map(([path, body]) => ({ path, body })), ...more])
