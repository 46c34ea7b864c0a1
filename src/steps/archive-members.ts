import { join } from 'node:path'
import { readTar } from '../gates/layers/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { nodeCrypto } from '../registry/hash.ts'
import type { Files } from '../system/world.ts'
import type { LayerSource } from './scan-layers.ts'

// The files within an archive of an image, a folder or a tar. Who wrote it is not trusted: nothing outside of it is read,
// and no name means two things.

export interface Member {
  readonly size: number
  stream(): AsyncIterable<Uint8Array>
}

export interface Members {
  readonly kind: 'folder' | 'tar'
  /** By a path from its root without `.` and `..`; undefined if there is no such file. Throws where there are two. */
  of(name: string): Promise<Member | undefined>
}

/** One image of an archive. */
export interface ArchivedImage {
  /** For people: the path, and the platform where there are several. */
  readonly name: string
  readonly platform?: string
  readonly layers: readonly LayerSource[]
  /** The path that Trivy is given: one that holds this image and no other. */
  place(): Promise<string>
}

const mostMembers = 100_000
/** Of the archive; as large as the largest images are. */
const largestArchive = 2 ** 41
/** A link to a link to a link. */
const mostHops = 8

/** Throws `undecidable` for what is neither a folder nor a plain tar. */
export async function openMembers(path: string, files: Files): Promise<Members> {
  return (await files.kind(path)) === 'folder' ? membersOfFolder(path, files) : membersOfTar(path, files)
}

/** Compressed as a whole, so that nothing in it has a place. */
export async function isPacked(path: string, files: Files): Promise<boolean> {
  if ((await files.kind(path)) !== 'file') return false
  for await (const [first, second] of files.stream(path, { start: 0, length: 2 }))
    return first === 0x1f && second === 0x8b
  return false
}

function membersOfFolder(path: string, files: Files): Members {
  return {
    kind: 'folder',
    async of(name) {
      if (name.split('/').some(part => part === '' || part === '.' || part === '..')) return undefined
      const file = join(path, name)
      const size = await files.size(file)
      return size === undefined ? undefined : { size, stream: () => files.stream(file) }
    },
  }
}

interface Place {
  readonly start: number
  readonly length: number
  /** A link, and what it leads to within the archive. */
  readonly target?: string
}

/** Names and places are read once; the contents when they are asked for. Links lead to other members, never out. */
async function membersOfTar(path: string, files: Files): Promise<Members> {
  const places = new Map<string, Place | 'twice'>()
  const limits = { entries: mostMembers, bytes: largestArchive }
  await readTar(files.stream(path), limits, ({ path: name, type, start, size, escapes, target }) => {
    if (escapes || (type !== 'file' && target === undefined)) return
    const place = { start, length: size, ...(target === undefined ? {} : { target }) }
    places.set(name, places.has(name) ? 'twice' : place)
  }).catch(cause => {
    throw unreadable(path, 'it is no plain tar', cause)
  })
  const placeOf = (name: string, hops = 0): Place | undefined => {
    const place = places.get(name)
    if (place === 'twice') throw unreadable(path, `there are two files ${name.slice(0, 100)} in it`)
    if (place?.target === undefined) return place
    return hops < mostHops ? placeOf(place.target, hops + 1) : undefined
  }
  return {
    kind: 'tar',
    async of(name) {
      const place = placeOf(name)
      return place === undefined ? undefined : { size: place.length, stream: () => files.stream(path, place) }
    },
  }
}

/** Throws `too-large` above `limit` bytes. */
export async function bytesOf({ size, stream }: Member, limit: number): Promise<Uint8Array> {
  if (size > limit) throw new HygieneError('too-large', `a manifest of ${size} bytes is none`)
  const parts: Uint8Array[] = []
  for await (const part of stream()) parts.push(part)
  return Buffer.concat(parts)
}

/** The same bytes; throws `damaged` at their end if they are others than the digest says. */
export async function* verified(
  bytes: AsyncIterable<Uint8Array>,
  digest: string,
): AsyncGenerator<Uint8Array> {
  const algorithm = digest.slice(0, digest.indexOf(':'))
  const hash = nodeCrypto().createHash(algorithm)
  for await (const part of bytes) {
    hash.update(part)
    yield part
  }
  if (`${algorithm}:${hash.digest('hex')}` !== digest)
    throw new HygieneError('damaged', `the bytes of ${digest} are others than its digest says`)
}

/** A layer as it lies in the archive, held against its digest where it has one. */
export function memberLayer(
  member: string,
  digest: string | undefined,
  path: string,
  members: Members,
): LayerSource {
  return {
    name: digest ?? member,
    async open() {
      const found = await members.of(member)
      if (found === undefined) throw new HygieneError('undecidable', `it is not in ${path}`)
      return digest === undefined ? found.stream() : verified(found.stream(), digest)
    },
  }
}

export function unreadable(path: string, why: string, cause?: unknown): HygieneError {
  return new HygieneError('undecidable', `${path} cannot be judged: ${why}`, {
    fix: 'docker save, skopeo copy … oci-archive:…, or buildctl --output type=oci make what can be; not compressed as a whole',
    cause,
  })
}
