import { join, resolve } from 'node:path'
import {
  type Descriptor,
  type Digest,
  isPlatform,
  largestConfig,
  largestManifest,
  type Manifest,
  manifestTypes,
  parseManifest,
} from '../image/index.ts'
import { digestOf } from '../registry/hash.ts'
import type { Files } from '../system/world.ts'
import {
  type ArchivedImage,
  bytesOf,
  type Member,
  type Members,
  memberLayer,
  unreadable,
  verified,
} from './archive-members.ts'
import { checkLayerType } from './scan-layers.ts'
import { isWanted, notFor, platformOf } from './scan-targets.ts'

/** What an index and the indexes in it may name together: more than anybody builds at once. */
const mostManifests = 100

/** A manifest in the layout, by the descriptor that names it. */
interface Named {
  readonly descriptor: Descriptor
  readonly manifest: Manifest
}

/**
 * The images of an OCI layout of the wanted platforms, each once. Every manifest and config is held against its digest.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export async function layoutImages(
  path: string,
  index: Member,
  members: Members,
  platforms: readonly string[],
  files: Files,
): Promise<readonly ArchivedImage[]> {
  const bytes = await bytesOf(index, largestManifest)
  const root = readManifest(bytes, manifestTypes[0], path)
  if (root.kind !== 'index') throw unreadable(path, 'its index.json is no index')
  const images = await imagesOf(root, platforms, path, members)
  if (images.length === 0) throw notFor(path, platforms, root.children.map(platformOf))
  // Trivy takes the first that the index names, and looks at no other.
  const alone = members.kind === 'folder' && root.children.length === 1 && root.children[0]?.digest
  return images.map(one => {
    const named = one.descriptor.platform === undefined ? {} : { platform: platformOf(one.descriptor) }
    return {
      name: images.length === 1 ? path : `${path} (${named.platform ?? one.manifest.digest.slice(0, 19)})`,
      ...named,
      layers: one.manifest.layers.map(layer => {
        const source = memberLayer(blobPath(layer.digest), layer.digest, path, members)
        return {
          ...source,
          open() {
            checkLayerType(layer)
            return source.open()
          },
        }
      }),
      // In a path, Trivy takes what stands behind `@` or `:` for the name of an image.
      place: async () =>
        alone === one.manifest.digest && !/[@:]/.test(resolve(path))
          ? path
          : aloneIn(await files.temporaryFolder(), one, path, members, files),
    }
  })
}

async function imagesOf(
  root: Manifest,
  platforms: readonly string[],
  path: string,
  members: Members,
): Promise<readonly Named[]> {
  const isUnwanted = (one: Descriptor) => one.platform !== undefined && !isWanted(platformOf(one), platforms)
  const found: Named[] = []
  const open: Descriptor[] = [...root.children]
  const seen = new Set<Digest>()
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (!isPlatform(next) || isUnwanted(next) || seen.has(next.digest)) continue
    seen.add(next.digest)
    if (seen.size > mostManifests) throw unreadable(path, `it holds more than ${mostManifests} manifests`)
    const bytes = await blob(next, largestManifest, path, members)
    const manifest = readManifest(bytes, next.mediaType, path)
    if (manifest.kind === 'unknown') throw unreadable(path, `${next.digest.slice(0, 19)} is no image`)
    if (manifest.kind === 'index')
      open.push(...manifest.children.map(child => ({ ...platformIn(next), ...child })))
    else {
      // Scanners believe the config without a look at its digest.
      if (manifest.config !== undefined) await blob(manifest.config, largestConfig, path, members)
      found.push({ descriptor: next, manifest })
    }
  }
  return found
}

function platformIn({ platform }: Descriptor): Pick<Descriptor, 'platform'> {
  return platform === undefined ? {} : { platform }
}

function readManifest(bytes: Uint8Array, mediaType: string, path: string): Manifest {
  const manifest = parseManifest(bytes, mediaType, digestOf(bytes))
  if ('fault' in manifest) throw unreadable(path, `one of its manifests ${manifest.fault}`)
  return manifest
}

/** A layout of this one image, with what it is made of and nothing else. Returns its folder. */
async function aloneIn(
  folder: string,
  { descriptor, manifest }: Named,
  path: string,
  members: Members,
  files: Files,
): Promise<string> {
  const { mediaType, digest, size } = descriptor
  const index = { schemaVersion: 2, mediaType: manifestTypes[0], manifests: [{ mediaType, digest, size }] }
  await files.write(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}')
  await files.write(join(folder, 'index.json'), JSON.stringify(index))
  const config = manifest.config === undefined ? [] : [manifest.config.digest]
  for (const one of new Set([digest, ...config, ...manifest.layers.map(layer => layer.digest)])) {
    const member = await memberOf(one, path, members)
    await files.writeFrom(join(folder, blobPath(one)), verified(member.stream(), one))
  }
  return folder
}

async function blob(
  { digest }: Descriptor,
  limit: number,
  path: string,
  members: Members,
): Promise<Uint8Array> {
  const { size, stream } = await memberOf(digest, path, members)
  return bytesOf({ size, stream: () => verified(stream(), digest) }, limit)
}

async function memberOf(digest: Digest, path: string, members: Members): Promise<Member> {
  const member = await members.of(blobPath(digest))
  if (member !== undefined) return member
  throw unreadable(path, `${digest.slice(0, 19)} is not in it`)
}

function blobPath(digest: string): string {
  return `blobs/${digest.replace(':', '/')}`
}
