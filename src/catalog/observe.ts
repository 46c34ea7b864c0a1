import {
  type Digest,
  isPlatform,
  largestConfig,
  type Manifest,
  parseAnnotations,
  type Repository,
} from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Registry } from '../registry/index.ts'

/** What an image says of itself, read from the registry. All text in it is untrusted. */
export interface Observed {
  readonly head: Manifest
  /** The image itself, or the platforms of an index, without attestations. */
  readonly platforms: readonly Platform[]
}

export interface Platform {
  readonly manifest: Manifest
  readonly configDigest: string
  readonly labels: Readonly<Record<string, string>>
  /** Verbatim. */
  readonly created: string | undefined
  readonly diffIds: readonly string[]
  /** `linux/amd64`. */
  readonly name: string
}

/** More platforms than anybody builds for. */
const most = 64

/** Throws `bad-usage` for an image that is not there, `undecidable` for what cannot be read. */
export async function observe(registry: Registry, repository: Repository, digest: Digest): Promise<Observed> {
  const head = await read(registry, repository, digest)
  const children = head.children.filter(isPlatform).slice(0, most)
  const manifests =
    head.kind === 'index'
      ? await Promise.all(children.map(child => read(registry, repository, child.digest)))
      : [head]
  const platforms = await Promise.all(manifests.map(manifest => platformOf(registry, repository, manifest)))
  return { head, platforms: platforms.flatMap(one => one ?? []) }
}

async function read(registry: Registry, repository: Repository, digest: Digest): Promise<Manifest> {
  const image = `${repository}@${digest}`
  const answer = await registry.manifest(repository, digest)
  if ('unknown' in answer)
    throw new HygieneError('undecidable', `${image} cannot be read: ${answer.unknown}`, { image })
  if (answer.found) return answer.manifest
  throw new HygieneError('bad-usage', `there is no image ${image}`, {
    fix: 'record it after it was pushed',
    image,
  })
}

async function platformOf(
  registry: Registry,
  repository: Repository,
  manifest: Manifest,
): Promise<Platform | undefined> {
  if (manifest.config === undefined) return undefined
  const blob = await registry.blob(repository, manifest.config.digest, largestConfig)
  if (blob === 'absent' || 'unknown' in blob) {
    const why = blob === 'absent' ? 'it is gone' : blob.unknown
    throw new HygieneError('undecidable', `the config ${manifest.config.digest} of ${repository}: ${why}`)
  }
  const body = object(parsed(blob.bytes))
  const text = (name: string) => (typeof body?.[name] === 'string' ? (body[name] as string) : undefined)
  const ids = object(body?.['rootfs'])?.['diff_ids']
  return {
    manifest,
    configDigest: manifest.config.digest,
    labels: parseAnnotations(object(body?.['config'])?.['Labels']),
    created: text('created'),
    diffIds: Array.isArray(ids) && ids.every(id => typeof id === 'string') ? ids : [],
    name: [text('os') ?? 'unknown', text('architecture') ?? 'unknown'].join('/'),
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}
