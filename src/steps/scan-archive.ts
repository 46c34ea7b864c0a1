import { join } from 'node:path'
import { readTar } from '../gates/layers/index.ts'
import { isPlatform, type Manifest, parseManifest } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { digestOf } from '../registry/hash.ts'
import type { Files } from '../system/world.ts'
import type { LayerSource } from './scan-layers.ts'

// The layers of an image that is not in a registry yet: an OCI layout as a folder or a tar, or what `docker save` writes.

/** A file within the archive. */
interface Member {
  readonly size: number
  stream(): AsyncIterable<Uint8Array>
}
interface Members {
  readonly names: readonly string[]
  /** By the name it has there; undefined if there is none. */
  of(name: string): Promise<Member | undefined>
}

export interface ArchivedImage {
  readonly name: string
  readonly layers: readonly LayerSource[]
}

const largestText = 16 * 1024 * 1024
const mostMembers = 100_000
/** Of the archive; as large as the largest images are. */
const largestArchive = 2 ** 41
/** An index of indexes is followed so far. */
const mostManifests = 100

/** Every image in it, with its layers from the lowest up. Throws `undecidable` for what is neither of the two kinds. */
export async function imagesOfArchive(path: string, files: Files): Promise<readonly ArchivedImage[]> {
  const members =
    (await files.kind(path)) === 'folder' ? membersOfFolder(path, files) : await membersOfTar(path, files)
  const list = await members.of('manifest.json')
  if (list !== undefined) return savedImages(path, jsonOf(await textOf(list), path), members)
  const index = await members.of('index.json')
  if (index !== undefined) return layoutImages(path, await textOf(index), members)
  throw unreadable(path, 'it has neither index.json nor manifest.json')
}

/**
 * A path that Trivy can read: it knows OCI layouts as folders alone, and builders write them as tars. Nothing but an
 * index and blobs is unpacked.
 */
export async function unpacked(path: string, files: Files): Promise<string> {
  if ((await files.kind(path)) === 'folder') return path
  const members = await membersOfTar(path, files).catch(() => undefined)
  if (members === undefined || members.names.includes('manifest.json')) return path
  if (!members.names.includes('index.json')) return path
  const folder = await files.temporaryFolder()
  for (const name of members.names.filter(one => partOfLayout.test(one))) {
    const member = await members.of(name)
    if (member !== undefined) await files.writeFrom(join(folder, name), member.stream())
  }
  return folder
}

const partOfLayout = /^(?:oci-layout|index\.json|blobs\/[a-z0-9]{1,20}\/[0-9a-f]{1,128})$/

function membersOfFolder(path: string, files: Files): Members {
  return {
    names: [],
    async of(name) {
      const file = join(path, name)
      const size = await files.size(file)
      return size === undefined ? undefined : { size, stream: () => files.stream(file) }
    },
  }
}

/** Names and places are read once; the contents when they are asked for. */
async function membersOfTar(path: string, files: Files): Promise<Members> {
  const places = new Map<string, { readonly start: number; readonly length: number }>()
  const limits = { entries: mostMembers, bytes: largestArchive }
  await readTar(files.stream(path), limits, ({ path: name, type, start, size }) => {
    if (type === 'file') places.set(name, { start, length: size })
  }).catch(cause => {
    throw unreadable(path, 'it is no plain tar', cause)
  })
  return {
    names: [...places.keys()],
    async of(name) {
      const place = places.get(name)
      return place === undefined ? undefined : { size: place.length, stream: () => files.stream(path, place) }
    },
  }
}

/** @see https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.md#combined-image-json--filesystem-changeset-format */
async function savedImages(path: string, list: unknown, members: Members): Promise<readonly ArchivedImage[]> {
  const images = Array.isArray(list) ? (list as readonly { RepoTags?: unknown; Layers?: unknown }[]) : []
  if (images.length === 0) throw unreadable(path, 'its manifest.json names no image')
  return images.map((image, index) => {
    const [tag] = Array.isArray(image?.RepoTags) ? image.RepoTags : []
    const layers = image?.Layers
    if (!Array.isArray(layers) || !layers.every(one => typeof one === 'string'))
      throw unreadable(path, `its manifest.json does not list the layers of image ${index + 1}`)
    return {
      name: typeof tag === 'string' ? tag : path,
      layers: layers.map(name => sourceOf(name, name, path, members)),
    }
  })
}

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md */
async function layoutImages(path: string, text: string, members: Members): Promise<readonly ArchivedImage[]> {
  const found: ArchivedImage[] = []
  const open: { readonly text: string; readonly name: string }[] = [{ text, name: path }]
  for (let read = 0; open.length > 0; read++) {
    const { text: next, name } = open.shift() as (typeof open)[number]
    if (read > mostManifests) throw unreadable(path, `it holds more than ${mostManifests} manifests`)
    const manifest = manifestOf(next, path)
    if (manifest.kind === 'unknown') throw unreadable(path, `${manifest.mediaType} is no image`)
    if (manifest.kind === 'image') {
      const layers = manifest.layers.map(({ digest }) => sourceOf(digest, blobPath(digest), path, members))
      found.push({ name, layers })
      continue
    }
    for (const child of manifest.children.filter(one => one.platform === undefined || isPlatform(one))) {
      const member = await members.of(blobPath(child.digest))
      if (member === undefined) throw unreadable(path, `${child.digest.slice(0, 19)} is not in it`)
      const platform =
        child.platform === undefined ? '' : ` (${child.platform.os}/${child.platform.architecture})`
      open.push({ text: await textOf(member), name: `${path}${platform}` })
    }
  }
  return found
}

function manifestOf(text: string, path: string): Manifest {
  const body = jsonOf(text, path) as { mediaType?: string; manifests?: unknown } | null
  // index.json may leave its own media type out.
  const type =
    body?.mediaType ??
    (body?.manifests === undefined
      ? 'application/vnd.oci.image.manifest.v1+json'
      : 'application/vnd.oci.image.index.v1+json')
  const bytes = new TextEncoder().encode(text)
  const digest = digestOf(bytes)
  const parsed = parseManifest(bytes, type, digest)
  if ('fault' in parsed) throw unreadable(path, parsed.fault)
  return parsed
}

function sourceOf(name: string, member: string, path: string, members: Members): LayerSource {
  return {
    name,
    async open() {
      const found = await members.of(member)
      if (found === undefined) throw new HygieneError('undecidable', `it is not in ${path}`)
      return { bytes: found.stream(), compression: 'by its bytes' }
    },
  }
}

function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`
}

async function textOf({ size, stream }: Member): Promise<string> {
  if (size > largestText) throw new HygieneError('too-large', `a manifest of ${size} bytes is none`)
  const parts: Uint8Array[] = []
  for await (const part of stream()) parts.push(part)
  return new TextDecoder().decode(Buffer.concat(parts))
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw unreadable(path, 'one of its manifests is no JSON', cause)
  }
}

function unreadable(path: string, why: string, cause?: unknown): HygieneError {
  return new HygieneError('undecidable', `the layers of ${path} cannot be read: ${why}`, {
    fix: 'docker save, skopeo copy … oci-archive:…, or buildctl --output type=oci make what can be; not compressed as a whole',
    cause,
  })
}
