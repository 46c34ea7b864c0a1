import { isDigest } from '../image/index.ts'
import type { Files } from '../system/world.ts'
import { layoutImages } from './archive-layout.ts'
import {
  type ArchivedImage,
  bytesOf,
  type Member,
  type Members,
  memberLayer,
  openMembers,
  unreadable,
} from './archive-members.ts'

// An image that is not in a registry yet: an OCI layout as a folder or a tar, or what `docker save` writes.

const largestList = 4 * 1024 * 1024

/**
 * Every image in it of the wanted platforms, with its layers from the lowest up. Throws `undecidable` for what is
 * neither of the two kinds, and for what names bytes that it does not hold.
 */
export async function imagesOfArchive(
  path: string,
  platforms: readonly string[],
  files: Files,
): Promise<readonly ArchivedImage[]> {
  const members = await openMembers(path, files)
  // Trivy reads a folder as a layout, whatever else lies in it, and a tar by its manifest.json.
  const list = members.kind === 'tar' ? await members.of('manifest.json') : undefined
  if (list !== undefined) return [await savedImage(path, list, members)]
  const index = await members.of('index.json')
  if (index === undefined) throw unreadable(path, 'it has neither index.json nor manifest.json')
  return layoutImages(path, index, members, platforms, files)
}

/**
 * One image: Trivy takes no archive of several.
 * @see https://github.com/moby/docker-image-spec/blob/v1.3.1/v1.md#combined-image-json--filesystem-changeset-format
 */
async function savedImage(path: string, list: Member, members: Members): Promise<ArchivedImage> {
  const images = jsonOf(await bytesOf(list, largestList), path)
  if (!Array.isArray(images) || images.length !== 1)
    throw unreadable(path, 'its manifest.json does not name one image: save each on its own')
  const { RepoTags: tags, Layers: layers } = Object(images[0]) as { RepoTags?: unknown; Layers?: unknown }
  if (!Array.isArray(layers) || !layers.every(one => typeof one === 'string'))
    throw unreadable(path, 'its manifest.json does not list the layers of the image')
  const tag = Array.isArray(tags) ? tags[0] : undefined
  return {
    name: typeof tag === 'string' ? tag : path,
    layers: layers.map(name => memberLayer(name, digestIn(name), path, members)),
    place: async () => path,
  }
}

/** Since Docker 25 a layer lies under its digest; before, its name says nothing about its bytes. */
function digestIn(name: string): string | undefined {
  const digest = name.replace(/^blobs\/([^/]+)\//, '$1:')
  return isDigest(digest) ? digest : undefined
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (cause) {
    throw unreadable(path, 'its manifest.json is no JSON', cause)
  }
}
