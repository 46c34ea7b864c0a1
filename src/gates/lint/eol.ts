import type { Reference } from '../../image/index.ts'
import { matchesGlob } from './dockerfile/index.ts'

/** When releases of base images end. Made by `scripts/eol.mjs`; `base.eol-file` has the same shape. */
export interface EolTable {
  /** The day that the facts are of, `yyyy-mm-dd`. */
  readonly date: string
  readonly products: readonly EolProduct[]
}

export interface EolProduct {
  readonly name: string
  /** Repositories with their registry; `*` stands for one segment. */
  readonly images: readonly string[]
  /** Release to the last day that it is mended, or null while that day is not known. */
  readonly cycles: Readonly<Record<string, string | null>>
  /** Code names, lower case: `bullseye` to `11`. */
  readonly names?: Readonly<Record<string, string>>
}

export interface Lifetime {
  readonly product: string
  readonly cycle: string
  /** `yyyy-mm-dd`, or null while not known. */
  readonly ends: string | null
  /** The release of the product that lives longest, if it is another one. */
  readonly newest: { readonly cycle: string; readonly ends: string | null } | undefined
}

/** Distributions are named in the tags of other images: `1.22-bullseye`, `18-alpine3.17`, `ubuntu22-runtime`. */
const distributions = new Set(['alpine', 'debian', 'ubuntu', 'centos', 'rocky', 'fedora', 'ubi', 'almalinux'])

/** Copies of Docker Hub's official images keep `library` in their path, or stand under these; so do those of one platform. */
const mirrored =
  /(?:^|\/)library\/([a-z0-9._-]+)$|^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io|registry\.hub\.docker\.com|docker\.io\/(?:amd64|arm32v[567]|arm64v8|i386|ppc64le|riscv64|s390x|mips64le))\/(?:library\/)?([a-z0-9._-]+)$/

/** A thousand files name a few dozen images. */
const known = new WeakMap<EolTable, Map<string, readonly Lifetime[]>>()

/** What the table knows about an image: the product itself, and the distributions that its tag or name tells. */
export function lifetimesOf({ repository, tag }: Reference, table: EolTable): readonly Lifetime[] {
  const before = known.get(table) ?? new Map<string, readonly Lifetime[]>()
  known.set(table, before)
  const image = `${repository}:${tag ?? ''}`
  const found = before.get(image) ?? lookUp(repository, tag, table)
  before.set(image, found)
  return found
}

function lookUp(repository: string, tag: string | undefined, table: EolTable): readonly Lifetime[] {
  const official = mirrored.exec(repository)
  const name = official === null ? repository : `docker.io/library/${official[1] ?? official[2]}`
  // Two products may share a repository: CentOS and CentOS Stream do, with other tags.
  const owners = table.products.filter(product =>
    product.images.some(image => matchesRepository(image, name)),
  )
  const own = owners.find(product => tag !== undefined && cycleOf(product, tag) !== undefined) ?? owners[0]
  const found = own === undefined || tag === undefined ? undefined : cycleOf(own, tag)
  const suffixes =
    tag === undefined
      ? []
      : tag
          .toLowerCase()
          .split('-')
          .slice(own === undefined ? 0 : 1)
  const parts = [...suffixes, ...pathHints(repository)]
  const below = parts.flatMap(part => distributionsIn(part, table, own))
  return [...(own === undefined || found === undefined ? [] : [lifetime(own, found)]), ...below].filter(
    (one, index, all) =>
      all.findIndex(({ product, cycle }) => product === one.product && cycle === one.cycle) === index,
  )
}

/** The names in a path that carry a release: `ubi8/ubi-minimal`, `distroless/static-debian11`. */
function pathHints(repository: string): readonly string[] {
  return repository
    .split('/')
    .slice(1)
    .flatMap(segment => segment.split('-'))
}

function matchesRepository(pattern: string, repository: string): boolean {
  if (!pattern.includes('*')) return pattern === repository
  return pattern.split('/').length === repository.split('/').length && matchesGlob(pattern, repository)
}

/** `3.11.4-slim` is of `3.11`; `3` is the newest `3.x`; `bullseye-slim` is of `11`. */
function cycleOf(product: EolProduct, tag: string): string | undefined {
  const first = tag.toLowerCase().split('-')[0] ?? ''
  const named = ownValue(product.names, first)
  if (named !== undefined) return named
  const version = first.replace(/^v(?=\d)/, '')
  if (Object.hasOwn(product.cycles, version)) return version
  // A longer version belongs to the longest release that starts it; Java's `8u392` and `21.0.1_12` too.
  const parts = version.split(/[._u+]/)
  for (let length = parts.length - 1; length > 0; length--) {
    const cycle = parts.slice(0, length).join('.')
    if (Object.hasOwn(product.cycles, cycle)) return cycle
  }
  // A shorter one moves: it is the newest of those that it starts.
  return Object.keys(product.cycles)
    .filter(cycle => cycle.startsWith(`${version}.`))
    .toSorted(compareCycles)
    .at(-1)
}

function distributionsIn(part: string, table: EolTable, own: EolProduct | undefined): readonly Lifetime[] {
  return table.products.flatMap(product => {
    if (product === own || !distributions.has(product.name)) return []
    const named = ownValue(product.names, part)
    if (named !== undefined) return [lifetime(product, named)]
    if (!part.startsWith(product.name)) return []
    const version = part.slice(product.name.length)
    const cycle = /^\d/.test(version) ? (yearly(product, version) ?? cycleOf(product, version)) : undefined
    return cycle === undefined ? [] : [lifetime(product, cycle)]
  })
}

/** `ubuntu22` is the long-term release of that year, `22.04`; `ubuntu2204` has lost its dot. */
function yearly(product: EolProduct, version: string): string | undefined {
  const [, year, month] = /^(\d{2})(\d{2})?$/.exec(version) ?? []
  const cycle = `${year}.${month ?? '04'}`
  return product.name === 'ubuntu' && Object.hasOwn(product.cycles, cycle) ? cycle : undefined
}

function lifetime(product: EolProduct, cycle: string): Lifetime {
  const newest = Object.keys(product.cycles).toSorted(compareCycles).at(-1)
  const ends = (one: string) => ownValue(product.cycles, one) ?? null
  return {
    product: product.name,
    cycle,
    ends: ends(cycle),
    newest: newest === undefined || newest === cycle ? undefined : { cycle: newest, ends: ends(newest) },
  }
}

function compareCycles(a: string, b: string): number {
  const [left, right] = [a, b].map(cycle =>
    cycle
      .replace(/^[a-z]+/, '')
      .split('.')
      .map(Number),
  )
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function ownValue<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
