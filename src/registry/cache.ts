import { type Digest, isDigest, isTag, type Repository, type Tag } from '../image/index.ts'
import type { Files } from '../system/world.ts'
import { digestOf, matches } from './hash.ts'
import { readManifestAnswer } from './manifest-answer.ts'
import { formatPack, parsePack } from './pack.ts'
import type { ManifestAnswer, RawManifest } from './port.ts'

/** What is immutable, kept between runs: bytes by their digest. */
export interface Cache {
  open(repository: Repository): Promise<RepositoryCache>
}

export interface RepositoryCache {
  /** Hashed again before it is given out: what was damaged or put there by somebody is as if it were not there. */
  find(digest: Digest): RawManifest | undefined
  /** The same, read as a manifest. */
  manifest(digest: Digest): Extract<ManifestAnswer, { readonly found: true }> | undefined
  keep(digest: Digest, raw: RawManifest): void
  /**
   * The digest that a tag had when it was read last: a question for the registry (If-None-Match), never an answer. Only
   * a registry that says "still so" makes it true.
   */
  lastSeen(tag: Tag): Digest | undefined
  saw(tag: Tag, digest: Digest): void
  /**
   * Writes what is new. Losing a race with another run loses nothing but time. `partial`: not every tag was read, so
   * what is remembered of the others stays.
   */
  save(partial?: boolean): Promise<void>
}

export const noCache: Cache = {
  open: async () => ({
    find: () => undefined,
    manifest: () => undefined,
    keep: () => undefined,
    lastSeen: () => undefined,
    saw: () => undefined,
    save: async () => undefined,
  }),
}

/** Bytes of one pack that are read; more is not ours. */
const largestPack = 512 * 1024 * 1024
/** So many packs are rewritten as one, without what no run has touched. */
const mostPacks = 8

/**
 * A folder a repository, in it packs that are named by their content and never changed, and the tags as
 * they were last seen. Two runs at once write different packs; whoever tidies up removes only what it has read.
 */
export function createCache(folder: string, files: Files): Cache {
  return {
    async open(repository) {
      const place = `${folder}/v1/${digestOf(new TextEncoder().encode(repository)).slice('sha256:'.length, 39)}`
      const packs = (await quietly(files.list(place)))?.filter(name => name.endsWith('.pack')) ?? []
      const stored = new Map<Digest, RawManifest>()
      for (const name of packs) {
        const bytes = await quietly(files.read(`${place}/${name}`, largestPack))
        for (const { digest, raw } of bytes === undefined ? [] : parsePack(bytes)) stored.set(digest, raw)
      }
      const seen = parseSeen(await quietly(files.readText(`${place}/tags.json`, largestPack)))
      const fresh = new Map<Digest, RawManifest>()
      const verified = new Map<Digest, RawManifest>()
      const resolved = new Map<Tag, Digest>()

      return {
        find(digest) {
          const known = verified.get(digest)
          if (known !== undefined) return known
          const raw = stored.get(digest)
          if (raw === undefined || !matches(raw.bytes, digest)) return undefined
          verified.set(digest, raw)
          return raw
        },
        manifest(digest) {
          const raw = stored.get(digest)
          if (raw === undefined) return undefined
          const answer = readManifestAnswer(digest, {
            status: 200,
            headers: { 'content-type': raw.mediaType },
            body: raw.bytes,
          })
          if ('unknown' in answer || !answer.found) return undefined
          verified.set(digest, raw)
          return answer
        },
        keep(digest, raw) {
          if (verified.has(digest)) return
          verified.set(digest, raw)
          fresh.set(digest, raw)
        },
        lastSeen: tag => seen.get(tag),
        saw: (tag, digest) => resolved.set(tag, digest),
        async save(partial = false) {
          const tidy = packs.length >= mostPacks
          const content = tidy ? tidied(stored, verified) : fresh
          const pack = formatPack(content)
          const name = `${digestOf(pack).slice('sha256:'.length, 39)}.pack`
          const written = content.size === 0 || (await succeeds(files.write(`${place}/${name}`, pack)))
          if (written) fresh.clear()
          if (written && tidy) {
            const old = packs.splice(0).filter(other => other !== name)
            for (const other of old) await succeeds(files.remove(`${place}/${other}`))
          }
          const tags = partial ? new Map([...seen, ...resolved]) : resolved
          if (resolved.size > 0) await succeeds(files.write(`${place}/tags.json`, formatSeen(tags)))
          resolved.clear()
        },
      }
    },
  }
}

/** Everything, as long as it is not too much; then only what this run has used. */
function tidied(
  stored: ReadonlyMap<Digest, RawManifest>,
  verified: ReadonlyMap<Digest, RawManifest>,
): ReadonlyMap<Digest, RawManifest> {
  const all = new Map([...stored, ...verified])
  let size = 0
  for (const { bytes } of all.values()) size += bytes.length
  return size <= largestPack / 2 ? all : verified
}

/** The cache only saves time: a folder that cannot be read or written is an empty one. */
async function quietly<T>(asking: Promise<T>): Promise<T | undefined> {
  return asking.catch(() => undefined)
}

async function succeeds(asking: Promise<unknown>): Promise<boolean> {
  return asking.then(
    () => true,
    () => false,
  )
}

function formatSeen(tags: ReadonlyMap<Tag, Digest>): string {
  return JSON.stringify(Object.fromEntries(tags))
}

function parseSeen(text: string | undefined): ReadonlyMap<Tag, Digest> {
  const seen = new Map<Tag, Digest>()
  if (text === undefined) return seen
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return seen
  }
  if (typeof body !== 'object' || body === null) return seen
  for (const [tag, digest] of Object.entries(body)) {
    if (isTag(tag) && typeof digest === 'string' && isDigest(digest)) seen.set(tag, digest)
  }
  return seen
}
