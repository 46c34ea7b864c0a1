import { type Digest, digestsIn, isDigest } from './digest.ts'
import type { Descriptor, Manifest } from './manifest.ts'

/** What a client says it can read: without an index type some registries answer 404 for an index that is there. */
export const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
] as const

/** Why bytes are no manifest, in one clause that can follow a name. */
export interface ManifestFault {
  readonly fault: string
}

/** The most that is read as a manifest, in bytes; registries of the field refuse to store more. */
export const largestManifest = 4 * 1024 * 1024

const kinds: ReadonlyMap<string, 'image' | 'index'> = new Map([
  [manifestTypes[0], 'index'],
  [manifestTypes[1], 'image'],
  [manifestTypes[2], 'index'],
  [manifestTypes[3], 'image'],
])
const generic = new Set(['', 'application/json', 'application/octet-stream', 'text/plain'])
/** The fields that say what an image is made of, by their names in lower case. */
const structure: ReadonlyMap<string, string> = new Map(
  ['mediaType', 'manifests', 'layers', 'config', 'subject', 'artifactType', 'annotations'].map(name => [
    name.toLowerCase(),
    name,
  ]),
)
const onceInImages = ['"config"', '"layers"', '"subject"']
const onceInIndexes = ['"manifests"', '"subject"']

/**
 * Reads what somebody else wrote. Only a body that two readers cannot understand differently is an image or an index;
 * any other JSON object is `unknown`, which keeps itself and every digest in its bytes. No JSON object: a fault.
 * @param contentType the registry's word, parameters allowed
 * @param digest of `bytes`, computed by the caller
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md
 */
export function parseManifest(
  bytes: Uint8Array,
  contentType: string,
  digest: Digest,
): Manifest | ManifestFault {
  if (bytes.length > largestManifest) return { fault: `is larger than ${largestManifest} bytes` }
  const text = decoder.decode(bytes)
  const body = parseObject(text)
  if (body === undefined) return { fault: 'is no JSON object' }
  const mediaType = typeof body['mediaType'] === 'string' ? body['mediaType'] : typeOf(contentType)
  const kind = kinds.get(mediaType)
  const known = kind !== undefined && !isAmbiguous(body, text, typeOf(contentType), mediaType, kind)
  const parts = known ? partsOf(body, kind) : undefined
  const artifactType =
    typeof body['artifactType'] === 'string' ? { artifactType: body['artifactType'] } : none
  return {
    digest,
    mediaType,
    kind: parts === undefined ? 'unknown' : (kind as 'image' | 'index'),
    size: bytes.length,
    annotations: parseAnnotations(body['annotations']),
    ...(parts ?? { children: empty, layers: empty }),
    ...artifactType,
    mentions: parts === undefined ? mentionsOf(text, body) : empty,
  }
}

const decoder = new TextDecoder()
const empty = Object.freeze([]) as readonly never[]
const none = Object.freeze({})

type Json = Readonly<Record<string, unknown>>

function parseObject(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typeOf(contentType: string): string {
  const end = contentType.indexOf(';')
  return (end < 0 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
}

/**
 * Two types, two lists, a list given twice or spelled in another case (Go reads `Manifests` as `manifests`):
 * registries, runtimes and we might each see another image.
 * @see https://github.com/opencontainers/distribution-spec/security/advisories/GHSA-mc8v-mgrf-8f4m
 */
function isAmbiguous(body: Json, text: string, header: string, mediaType: string, kind: string): boolean {
  if (header !== mediaType && !generic.has(header)) return true
  if (kind === 'image' ? 'manifests' in body : 'layers' in body || 'config' in body) return true
  for (const key in body) if ((structure.get(key.toLowerCase()) ?? key) !== key) return true
  for (const name of kind === 'image' ? onceInImages : onceInIndexes) {
    const first = text.indexOf(name)
    if (first >= 0 && text.indexOf(name, first + 1) >= 0) return true
  }
  return false
}

type Parts = Pick<Manifest, 'children' | 'layers' | 'config' | 'subject'>

/** Undefined as soon as one descriptor cannot be read. */
function partsOf(body: Json, kind: 'image' | 'index'): Parts | undefined {
  const subject = body['subject'] == null ? null : parseDescriptor(body['subject'])
  const list = parseDescriptors(body[kind === 'image' ? 'layers' : 'manifests'])
  if (subject === undefined || list === undefined) return undefined
  const referring = subject === null ? none : { subject: subject.digest }
  if (kind === 'index') return { children: list, layers: empty, ...referring }
  const config = parseDescriptor(body['config'])
  return config === undefined ? undefined : { children: empty, layers: list, config, ...referring }
}

function parseDescriptors(value: unknown): readonly Descriptor[] | undefined {
  if (!Array.isArray(value)) return undefined
  const result: Descriptor[] = []
  for (const item of value) {
    const descriptor = parseDescriptor(item)
    if (descriptor === undefined) return undefined
    result.push(descriptor)
  }
  return result
}

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export function parseDescriptor(value: unknown): Descriptor | undefined {
  if (!isObject(value)) return undefined
  const { digest, mediaType, size, artifactType } = value
  if (typeof digest !== 'string' || !isDigest(digest) || typeof mediaType !== 'string') return undefined
  const descriptor = {
    mediaType,
    digest,
    size: typeof size === 'number' && Number.isSafeInteger(size) && size > 0 ? size : 0,
    annotations: parseAnnotations(value['annotations']),
  }
  const platform = parsePlatform(value['platform'])
  if (platform === undefined && typeof artifactType !== 'string') return descriptor
  return {
    ...descriptor,
    ...(platform === undefined ? none : { platform }),
    ...(typeof artifactType === 'string' ? { artifactType } : none),
  }
}

function parsePlatform(value: unknown): Descriptor['platform'] {
  if (!isObject(value)) return undefined
  const { os, architecture, variant } = value
  if (typeof os !== 'string' || typeof architecture !== 'string') return undefined
  return { os, architecture, ...(typeof variant === 'string' ? { variant } : {}) }
}

/** Objects without inherited properties. `Object.create(null)` would do too, but takes several times the memory. */
const Texts = function Texts() {} as unknown as { new (): Record<string, string>; prototype: object }
Texts.prototype = Object.create(null)

const noAnnotations: Readonly<Record<string, string>> = Object.freeze(new Texts())

/**
 * Without a prototype's keys, so that no key means more than it says. A value that should have been text becomes its
 * JSON: `expire_at: 4102444800` was meant to say something, and dropping it could let an image go.
 */
export function parseAnnotations(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return noAnnotations
  const result = new Texts()
  for (const key of Object.keys(value)) {
    const item = value[key]
    if (item != null) result[key] = typeof item === 'string' ? item : shallowText(item)
  }
  return result
}

function shallowText(value: unknown): string {
  return typeof value === 'object' ? '{}' : String(value)
}

/** As written, and as read: `sha256:\u0061…` in JSON is a digest too. Without recursion: nesting is the writer's choice. */
function mentionsOf(text: string, body: unknown): readonly Digest[] {
  const texts = [text]
  const open: unknown[] = [body]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string') {
      if (value.length >= shortestDigest) texts.push(value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) open.push(key, item)
    }
  }
  return digestsIn(texts.join('\n'))
}

const shortestDigest = 'sha256:'.length + 64
