import { parseReference, type Reference } from '../image/index.ts'

/**
 * A pattern for references: `ghcr.io/acme/**`, `docker.io/library/alpine:3.*`, `gcr.io/distroless/*@sha256:*`.
 * `*` stays within a segment, `**` goes across. Without a tag or digest part, any will do. Short names are Docker
 * Hub's, as everywhere.
 */
export interface ReferencePattern {
  readonly text: string
  matches(reference: Reference): boolean
}

export interface PatternFault {
  readonly fault: string
  readonly fix?: string
}

const longestPattern = 400

export function compilePattern(
  text: string,
  what: 'repository' | 'reference',
): ReferencePattern | PatternFault {
  if (text === '') return { fault: 'the pattern is empty' }
  if (text.length > longestPattern)
    return { fault: `the pattern is longer than ${longestPattern} characters` }
  const { name, tag, digest } = partsOf(text)
  if (what === 'repository' && (tag ?? digest) !== undefined) {
    return { fault: `'${text}' names a tag or digest; repositories only here`, fix: `write ${name}` }
  }
  const fault = faultOf(name, tag, digest)
  if (fault !== undefined) return fault
  const [names, tags, digests] = [qualified(name), tag, digest].map(part =>
    part === undefined ? undefined : tokensOf(part),
  )
  return {
    text,
    matches: reference =>
      matchesText(names, reference.repository) &&
      matchesText(tags, reference.tag) &&
      matchesText(digests, reference.digest),
  }
}

/** True if everything that `inner` matches, `outer` matches too, as far as can be told segment by segment. */
export function covers(outer: string, inner: string): boolean {
  if (outer === inner) return true
  const [wide, narrow] = [partsOf(outer), partsOf(inner)]
  return (
    coversText(qualified(wide.name), qualified(narrow.name)) &&
    (wide.tag === undefined || (narrow.tag !== undefined && coversText(wide.tag, narrow.tag))) &&
    (wide.digest === undefined || (narrow.digest !== undefined && coversText(wide.digest, narrow.digest)))
  )
}

function partsOf(text: string): { readonly name: string; readonly tag?: string; readonly digest?: string } {
  const at = text.indexOf('@')
  const named = at < 0 ? text : text.slice(0, at)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return {
    name: colon < 0 ? named : named.slice(0, colon),
    ...(colon < 0 ? {} : { tag: named.slice(colon + 1) }),
    ...(at < 0 ? {} : { digest: text.slice(at + 1) }),
  }
}

function faultOf(name: string, tag?: string, digest?: string): PatternFault | undefined {
  if (name.includes('***')) return { fault: `'${name}' has three stars in a row; '**' goes across segments` }
  if (name === '*')
    return { fault: `'*' stays within one segment and no repository has just one`, fix: 'write **' }
  if (!/^[A-Za-z0-9._/:[\]*-]+$/.test(name))
    return { fault: `'${name}' has a character that no repository has` }
  if (/\/\/|^\/|\/$/.test(name)) return { fault: `'${name}' has an empty segment` }
  const path = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name
  if (/[A-Z]/.test(path))
    return { fault: 'repository names are lower case', fix: `write ${name.toLowerCase()}` }
  if (!name.includes('*')) {
    const reference = parseReference(name)
    if ('fault' in reference) return reference
  }
  if (tag !== undefined && !/^[A-Za-z0-9._*-]+$/.test(tag)) return { fault: `':${tag}' is no tag with stars` }
  if (digest !== undefined && !/^[a-z0-9*]+:?[0-9a-f*]*$/.test(digest)) {
    return { fault: `'@${digest}' is no digest with stars`, fix: 'write @sha256:*' }
  }
  return undefined
}

/** With its registry, as repositories have it: `alpine` is `docker.io/library/alpine`. */
function qualified(name: string): string {
  const slash = name.indexOf('/')
  const first = slash < 0 ? name : name.slice(0, slash)
  if (first.includes('**')) return name
  if (slash < 0) return `docker.io/library/${name}`
  if (!/[.:[*]/.test(first) && first !== 'localhost') return `docker.io/${name}`
  const host = first.toLowerCase()
  const path = name.slice(slash + 1)
  if (host !== 'docker.io' && host !== 'index.docker.io') return `${host}/${path}`
  return path.includes('/') || path.includes('**') ? `docker.io/${path}` : `docker.io/library/${path}`
}

// A pattern is run over a text with all its places at once, one step for each symbol: the work is pattern × text,
// never more. A `**` and slash at the start of a segment is two tokens: it may be nothing, or anything up to a slash.

type Token = string

const maybe = 'maybe'
const upToSlash = 'up to slash'

function tokensOf(text: string): readonly Token[] {
  const found = text.match(/(?<=^|\/)\*\*\/|\*\*|[\s\S]/g) ?? []
  return found.flatMap(token => (token === '**/' ? [maybe, upToSlash] : [token]))
}

function matchesText(pattern: readonly Token[] | undefined, text: string | undefined): boolean {
  return pattern === undefined || (text !== undefined && runs(pattern, text))
}

/** Stars of the inner pattern are symbols that only the same or a wider star of the outer one takes. */
function coversText(outer: string, inner: string): boolean {
  return runs(tokensOf(outer), inner.match(/\*\*|[\s\S]/g) ?? [])
}

function runs(pattern: readonly Token[], symbols: Iterable<string>): boolean {
  let places = entered(pattern, [0])
  for (const symbol of symbols) {
    places = entered(
      pattern,
      [...places].flatMap(place => after(pattern[place], place, symbol)),
    )
    if (places.size === 0) return false
  }
  return places.has(pattern.length)
}

function after(token: Token | undefined, place: number, symbol: string): readonly number[] {
  if (token === '*') return symbol === '/' || symbol === '**' ? [] : [place]
  if (token === '**') return [place]
  if (token === upToSlash) return symbol === '/' ? [place, place + 1] : [place]
  return token === symbol ? [place + 1] : []
}

/** The places, and those reached from them without a symbol. */
function entered(pattern: readonly Token[], places: readonly number[]): ReadonlySet<number> {
  const all = new Set(places)
  for (const place of all) {
    const token = pattern[place]
    if (token === '*' || token === '**') all.add(place + 1)
    if (token === maybe) all.add(place + 1).add(place + 2)
  }
  return all
}
