import type { Location } from '../outcome/index.ts'

/** A value of a policy file and the place it stands at; a built-in default has none. */
export type Node =
  | { readonly kind: 'scalar'; readonly at: Location | undefined; readonly value: Scalar }
  | { readonly kind: 'list'; readonly at: Location | undefined; readonly items: readonly Node[] }
  | { readonly kind: 'map'; readonly at: Location | undefined; readonly entries: ReadonlyMap<string, Entry> }

export type Scalar = string | number | boolean | null

export interface Entry {
  /** Where the key stands. */
  readonly at: Location | undefined
  readonly node: Node
}

/** Names of keys and indexes of items, from the top. */
export type Path = readonly (string | number)[]

export function formatPath(path: Path): string {
  return path.join('.')
}

/** The bare value. Objects have no prototype, so a key `__proto__` is a key like any other. */
export function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plain)
  const object: Record<string, unknown> = Object.create(null)
  for (const [key, { node: value }] of node.entries) object[key] = plain(value)
  return object
}

/** A tree without places, for the built-in defaults. */
export function placeless(value: unknown): Node {
  if (Array.isArray(value)) return { kind: 'list', at: undefined, items: value.map(placeless) }
  if (typeof value !== 'object' || value === null) {
    return { kind: 'scalar', at: undefined, value: value as Scalar }
  }
  const entries = Object.entries(value).map(
    ([key, inner]) => [key, { at: undefined, node: placeless(inner) }] as const,
  )
  return { kind: 'map', at: undefined, entries: new Map(entries) }
}

/** What stands at a path, if anything does. */
export function nodeAt(node: Node | undefined, path: Path): Node | undefined {
  let here = node
  for (const step of path) {
    if (here?.kind === 'map') here = here.entries.get(String(step))?.node
    else if (here?.kind === 'list') here = here.items[Number(step)]
    else return undefined
  }
  return here
}

/** The place of the key at a path, of the item, or else of the nearest thing above it. */
export function placeOf(node: Node, path: Path): Location | undefined {
  let here: Node = node
  let at = node.at
  for (const step of path) {
    const entry: Entry | undefined =
      here.kind === 'map'
        ? here.entries.get(String(step))
        : here.kind === 'list' && here.items[Number(step)] !== undefined
          ? { at: here.items[Number(step)]?.at, node: here.items[Number(step)] as Node }
          : undefined
    if (entry === undefined) return at
    at = entry.at
    here = entry.node
  }
  return at
}

/** Every scalar and list with its path; empty mappings too. */
export function leavesOf(
  node: Node,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], Node])[] {
  if (node.kind !== 'map' || (node.entries.size === 0 && path.length > 0)) return [[path, node]]
  return [...node.entries].flatMap(([key, entry]) => leavesOf(entry.node, [...path, key]))
}
