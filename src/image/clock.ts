import { imageConfigTypes } from './config-parse.ts'
import type { Digest } from './digest.ts'
import type { Instant } from './instant.ts'
import type { Descriptor, Manifest } from './manifest.ts'
import type { Snapshot } from './snapshot.ts'

/** The label and annotation that says when an image may go (design §1). */
export const expireAtKey = 'expire_at'

/** A text that was meant as a moment and cannot be one. */
export interface Absurd {
  readonly absurd: string
  /** One clause that can follow the text: `is in milliseconds …`. */
  readonly why: string
}

/** Docker's first release, 2013-03-20: no image is older, and no clock before it means anything. */
export const earliest: Instant = 1_363_737_600
/** 2199-12-31: later moments are slips of a unit, not promises. */
export const latest: Instant = 7_258_032_000

/**
 * The moment an image may go, in unix seconds; `undefined` for an empty text, which means none.
 * Seconds only: thirteen digits are milliseconds, and reading them as seconds would mean the year 50000.
 */
export function parseExpireAt(text: string): Instant | Absurd | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (/^[0-9]{1,11}$/.test(trimmed)) return sane(Number(trimmed), text)
  if (/^[0-9]{12,}$/.test(trimmed)) {
    return { absurd: text, why: 'is no moment in unix seconds; thirteen digits are milliseconds' }
  }
  const moment = parseRfc3339(trimmed)
  if (moment !== undefined) return sane(moment, text)
  return { absurd: text, why: 'is neither unix seconds nor RFC 3339' }
}

/** A build date; absurd when it is before the first registry or after `now`: reproducible builds write 1970 or 1980. */
export function parseCreated(text: string, now: Instant): Instant | Absurd | undefined {
  if (text.trim() === '') return undefined
  const moment = parseRfc3339(text.trim())
  if (moment === undefined) return { absurd: text, why: 'is not RFC 3339' }
  if (moment > now) return { absurd: text, why: 'is in the future' }
  return sane(moment, text)
}

/** Where an `expire_at` was found. */
export type LabelSource = 'index-annotation' | 'manifest-annotation' | 'config-label' | 'platforms'

export type Found<S> =
  | { readonly at: Instant; readonly source: S }
  | Absurd
  | 'none'
  /** Something has to be read first; `Want` was told what. */
  | 'unread'

/** Takes down what has to be read before an answer can be given. */
export interface Want {
  readonly manifest: (digest: Digest) => void
  readonly config: (digest: Digest) => void
}

/**
 * Index annotation, manifest annotation, config label, in this order; an index without one has the latest of its
 * platforms', and none if one of them has none. An empty annotation means none, and nothing below it is asked.
 */
export function expireAtOf(snapshot: Snapshot, head: Digest, want: Want): Found<LabelSource> {
  return walk(snapshot, head, want, expiry)
}

/** The build date of an image's config; of an index the latest of its platforms', and none if one has none. */
export function createdOf(snapshot: Snapshot, head: Digest, now: Instant, want: Want): Found<'created'> {
  return walk(snapshot, head, want, {
    own: () => undefined,
    config: ({ created }) => (created === undefined ? 'none' : found(parseCreated(created, now), 'created')),
    merged: 'created',
  })
}

/** A BuildKit attestation, or another child that runs nowhere, says nothing about an image's life. */
export function isPlatform({ platform, annotations }: Descriptor): boolean {
  if (platform !== undefined) return platform.os !== 'unknown'
  return annotations['vnd.docker.reference.type'] === undefined
}

interface Reading<S> {
  /** What the manifest says itself; `undefined`: ask its config or its platforms. */
  readonly own: (manifest: Manifest) => Found<S> | undefined
  readonly config: (config: { labels: Readonly<Record<string, string>>; created?: string }) => Found<S>
  readonly merged: S
}

const expiry: Reading<LabelSource> = {
  own: manifest => {
    const text = manifest.annotations[expireAtKey]
    if (text === undefined) return undefined
    return found(parseExpireAt(text), manifest.kind === 'index' ? 'index-annotation' : 'manifest-annotation')
  },
  config: config => {
    const text = config.labels[expireAtKey]
    return text === undefined ? 'none' : found(parseExpireAt(text), 'config-label')
  },
  merged: 'platforms',
}

/** Nobody nests deeper; what a deeper chain says is not trusted. */
const deepest = 64

function walk<S>(snapshot: Snapshot, head: Digest, want: Want, reading: Reading<S>): Found<S> {
  // Most images say it themselves, and there may be a million of them.
  const top = snapshot.manifests.get(head)
  const said = top && reading.own(top)
  if (said !== undefined) return said
  // Each digest once, or a diamond of indexes would be walked 2^depth times.
  const known = new Map<Digest, Found<S>>()
  const ask = (digest: Digest, depth: number): Found<S> => {
    const before = known.get(digest)
    if (before !== undefined) return before
    const answer: Found<S> =
      depth > deepest
        ? { absurd: digest, why: `is nested deeper than ${deepest} indexes` }
        : read(digest, depth)
    known.set(digest, answer)
    return answer
  }
  const read = (digest: Digest, depth: number): Found<S> => {
    const manifest = snapshot.manifests.get(digest)
    if (manifest === undefined) {
      if (snapshot.missing?.has(digest)) return 'none'
      want.manifest(digest)
      return 'unread'
    }
    const own = reading.own(manifest)
    if (own !== undefined) return own
    if (manifest.kind === 'image') return ofConfig(manifest)
    const platforms = manifest.children.filter(isPlatform)
    return latestOf(
      platforms.map(({ digest: child }) => ask(child, depth + 1)),
      reading.merged,
    )
  }
  const ofConfig = ({ config }: Manifest): Found<S> => {
    if (config === undefined || !imageConfigTypes.includes(config.mediaType)) return 'none'
    const body = snapshot.configs.get(config.digest)
    if (body !== undefined) return reading.config(body)
    want.config(config.digest)
    return 'unread'
  }
  return ask(head, 0)
}

function latestOf<S>(found: readonly Found<S>[], source: S): Found<S> {
  let at: Instant | undefined
  let absurd: Absurd | undefined
  // One platform without a moment settles it, whatever is still unread.
  if (found.includes('none')) return 'none'
  if (found.includes('unread')) return 'unread'
  for (const one of found) {
    if (typeof one === 'string') continue
    if ('absurd' in one) absurd ??= one
    else at = at === undefined ? one.at : Math.max(at, one.at)
  }
  if (absurd !== undefined) return absurd
  return at === undefined ? 'none' : { at, source }
}

function found<S>(parsed: Instant | Absurd | undefined, source: S): Found<S> {
  if (parsed === undefined) return 'none'
  return typeof parsed === 'number' ? { at: parsed, source } : parsed
}

function sane(at: Instant, text: string): Instant | Absurd {
  if (at < earliest) return { absurd: text, why: 'is before there were images (2013-03-20)' }
  return at > latest ? { absurd: text, why: 'is after the year 2199' } : at
}

/** @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
function parseRfc3339(text: string): Instant | undefined {
  const match =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]{1,9})?(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))$/.exec(
      text,
    )
  if (match === null) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > days || hour > 23 || minute > 59 || second > 60)
    return undefined
  const offset = match[7] === undefined ? 0 : Number(match[8]) * 3600 + Number(match[9]) * 60
  const local = Date.UTC(year, month - 1, day, hour, minute, second) / 1000
  return match[7] === '-' ? local + offset : local - offset
}
