import type { HttpResponse } from '../system/world.ts'
import { explain, orUnknown, parseJson } from './answer.ts'
import { nextLink, nextPage } from './link.ts'

/** Names that a registry lists over several pages, each once, in the order of the registry. */
export interface Listing {
  readonly names: readonly string[]
  /** Why the names cannot be shown to be all; absent when they are. */
  readonly incomplete?: string
}

export interface Listed {
  /** `/v2/acme/app/tags/list` */
  readonly path: string
  /** The field of the body that holds the names: `tags`, `repositories`. */
  readonly field: string
  readonly origin: URL
  /** One page: path and query. */
  readonly get: (path: string) => Promise<HttpResponse>
  /** Hears of the names of each page as it arrives. */
  readonly found?: (names: readonly string[]) => void
}

/** Names asked for at once: the most that the strictest registry of the field takes. */
export const pageSize = 1000
/** For registries that refuse even that. */
const smallPage = 100
/** A listing that does not end by then is not one. */
const mostPages = 10_000
const mostNames = 2_000_000
/** In a row, each with a Link: registries that filter their pages send some. */
const emptyPages = 10

/**
 * Reads all pages. The specification promises that fewer than `n` names without a Link are the last ones, but registries
 * exist that cut without a Link, ignore `n`, or ignore `last`; where a page may have been cut, one more question with
 * `last=` shows it.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 */
export async function readListing(listed: Listed): Promise<Listing> {
  const once = await readPages(listed)
  // Numbered pages move under our feet when somebody pushes or deletes meanwhile; a second reading shows it.
  if (once.incomplete !== undefined || !(once.numbered || once.overlapping)) return listingOf(once)
  const again = await readPages(listed)
  if (again.incomplete !== undefined) return listingOf(again)
  const names = [...new Set([...once.names, ...again.names])]
  const same = names.length === once.names.length && names.length === again.names.length
  if (same && !again.overlapping) return { names }
  return { names, incomplete: 'its pages overlap or change while they are read' }
}

interface Pages extends Listing {
  /** Some Link counts pages or entries instead of naming the last one. */
  readonly numbered: boolean
  /** A later page repeated some names of an earlier one. */
  readonly overlapping: boolean
}

function listingOf({ names, incomplete }: Pages): Listing {
  return { names, ...(incomplete === undefined ? {} : { incomplete }) }
}

async function readPages(listed: Listed): Promise<Pages> {
  const { path, origin } = listed
  const names = new Set<string>()
  let size = pageSize
  let numbered = false
  let overlapping = false
  let probing = false
  /** A registry that has sent a Link knows how to say that there is more. */
  let linked = false
  let honoursLast = false
  /** Pages in a row that brought nothing new. */
  let barren = 0
  let next = `${path}?n=${size}`
  const end = (incomplete?: string): Pages => ({
    names: [...names],
    numbered,
    overlapping,
    ...(incomplete === undefined ? {} : { incomplete }),
  })

  for (let pages = 1; ; pages += 1) {
    if (pages > mostPages) return end(`it does not end after ${mostPages} pages`)
    const page = await readPage(listed, next)
    if ('unknown' in page) return end(page.unknown)
    if ('refusesSize' in page) {
      if (size === smallPage || names.size > 0) return end(page.refusesSize)
      size = smallPage
      next = `${path}?n=${size}`
      continue
    }
    const before = names.size
    for (const name of page.names) names.add(name)
    listed.found?.(page.names)
    if (names.size > mostNames) return end(`it lists more than ${mostNames} names`)
    const added = names.size - before
    if (probing && added === 0) {
      // Nothing after the last name: complete. All the same again: the registry ignores `last`.
      if (honoursLast || page.names.length !== size || !(await isCut(listed, size))) return end()
      return end(`it cuts at ${size} and cannot be asked for more`)
    }
    // Go's in-memory registry begins again at the first tag when it is asked for those after the last.
    if (probing) honoursLast = true
    if (before > 0 && !probing && added < page.names.length) overlapping = true

    if (page.link !== undefined) {
      linked = true
      barren = added === 0 ? barren + 1 : 0
      if (barren > (page.names.length === 0 ? emptyPages : 0)) return end('its pages repeat themselves')
      const following = nextPage(page.link, new URL(next, origin))
      if ('refused' in following) return end(following.refused)
      if (/[?&](?:page|offset|start)=/.test(following.path)) numbered = true
      next = following.path
      probing = false
    } else if (!linked && mayBeCut(page.names.length, size)) {
      next = `${path}?n=${size}&last=${encodeURIComponent(page.names.at(-1) ?? '')}`
      probing = true
    } else {
      return end()
    }
  }
}

/** As many as asked for, more (then `n` is ignored, and some other limit may hold), or a round number. */
function mayBeCut(length: number, size: number): boolean {
  return length >= size || (length > 0 && length % 50 === 0)
}

/** Whether a page of exactly `n` names was cut: asked for one more, a registry that has it gives it. */
async function isCut(listed: Listed, size: number): Promise<boolean> {
  const page = await readPage(listed, `${listed.path}?n=${size + 1}`)
  return !('names' in page) || page.names.length > size
}

type Page =
  | { readonly names: readonly string[]; readonly link?: string }
  | { readonly unknown: string }
  | { readonly refusesSize: string }

async function readPage({ get, field }: Listed, path: string): Promise<Page> {
  const response = await orUnknown(() => get(path))
  if ('unknown' in response) return response
  if (response.status === 400 || response.status === 405)
    return { refusesSize: `it answers ${explain(response)}` }
  if (response.status !== 200) return { unknown: `it answers ${explain(response)}` }
  const body = parseJson(response.body)
  const names =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined
  const link = nextLink(response.headers['link'] ?? '')
  // Go's empty slice: a repository whose last tag is gone.
  if (names === null) return { names: [], ...(link === undefined ? {} : { link }) }
  if (!Array.isArray(names)) return { unknown: `its answer has no list of ${field}` }
  if (names.some(name => typeof name !== 'string')) return { unknown: `some of its ${field} are no text` }
  return { names, ...(link === undefined ? {} : { link }) }
}
