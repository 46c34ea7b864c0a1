import type { Instant, Reference } from '../../image/index.ts'
import { matchesAny, type ScanException, type ScanRules } from '../../policy/index.ts'
import type { Package } from './report.ts'

/** An exception of the policy as it stands today. Only an `active` one accepts anything. */
export interface Standing {
  readonly item: ScanException
  /** Its place in the policy's list, from 0. */
  readonly index: number
  readonly state: 'active' | 'expired' | 'too-long'
}

export type Standings = ReadonlyMap<string, readonly Standing[]>

const day = 86_400

/** Exceptions by the id they accept. An exception holds through its last day, UTC. */
export function standingsOf({ exceptions }: ScanRules, now: Instant): Standings {
  const standings = new Map<string, Standing[]>()
  for (const [index, item] of exceptions.items.entries()) {
    const standing = { item, index, state: stateOf(item, exceptions['max-days'], now) }
    const same = standings.get(item.id)
    if (same === undefined) standings.set(item.id, [standing])
    else same.push(standing)
  }
  return standings
}

function stateOf({ until }: ScanException, maxDays: number, now: Instant): Standing['state'] {
  const start = Date.parse(`${until}T00:00:00Z`) / 1000
  if (!(now < start + day)) return 'expired'
  return start > now + maxDays * day ? 'too-long' : 'active'
}

export interface ExceptionSubject {
  /** The finding's id and its other names. */
  readonly ids: readonly string[]
  readonly package?: Package
  /** Absent for a folder: then only exceptions without `images` apply. */
  readonly image: Reference | undefined
}

/** Every exception that speaks of this finding; the caller looks at their states. */
export function exceptionsFor(subject: ExceptionSubject, standings: Standings): readonly Standing[] {
  if (standings.size === 0) return none
  const found = subject.ids.flatMap(id => standings.get(id) ?? none)
  return found.filter(
    ({ item }) => namesImage(item, subject.image) && namesPackage(item.packages, subject.package),
  )
}

export function namesImage({ images }: ScanException, image: Reference | undefined): boolean {
  if (images.length === 0) return true
  return image !== undefined && matchesAny(images, image)
}

function namesPackage(wanted: readonly string[], found: Package | undefined): boolean {
  if (wanted.length === 0) return true
  if (found === undefined) return false
  return wanted.some(text => (text.startsWith('pkg:') ? isPackage(text, found) : text === found.name))
}

/** `pkg:npm/lodash` is any version, `pkg:npm/lodash@4.17.20` one. Qualifiers (`?arch=…`) are not compared. */
function isPackage(wanted: string, { purl }: Package): boolean {
  if (purl === undefined) return false
  const [want, have] = [partsOf(wanted), partsOf(purl)]
  return want.name === have.name && (want.version === undefined || want.version === have.version)
}

/** @see https://github.com/package-url/purl-spec: a scope's `@` is written `%40`, so the first `@` parts the version. */
function partsOf(purl: string): { readonly name: string; readonly version?: string } {
  const bare = purl.replace(/[?#].*$/s, '')
  const at = bare.indexOf('@', bare.indexOf('/') + 2)
  return at < 0 ? { name: bare } : { name: bare.slice(0, at), version: bare.slice(at + 1) }
}

const none: readonly Standing[] = []
