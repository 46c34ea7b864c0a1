import type { Entry, Node, Path } from './node.ts'

/**
 * The later tree over the earlier one: mappings are merged key by key, everything else is replaced. A key keeps the
 * place of the file that set it last.
 */
export function merge(earlier: Node, later: Node): Node {
  if (earlier.kind !== 'map' || later.kind !== 'map') return later
  const entries = new Map<string, Entry>(earlier.entries)
  for (const [key, entry] of later.entries) {
    const before = entries.get(key)
    entries.set(key, before === undefined ? entry : { at: entry.at, node: merge(before.node, entry.node) })
  }
  return { kind: 'map', at: later.at, entries }
}

/** The tree without what stands at the given paths. A list with a bad item is emptied: it says nothing reliable. */
export function without(node: Node, paths: readonly Path[]): Node {
  if (paths.length === 0 || node.kind === 'scalar') return node
  if (node.kind === 'list') return { ...node, items: [] }
  const below = new Map<string, Path[]>()
  for (const [step, ...rest] of paths) {
    const known = below.get(String(step))
    if (known === undefined) below.set(String(step), [rest])
    else known.push(rest)
  }
  const entries = [...node.entries].flatMap(([key, entry]) => {
    const inner = below.get(key) ?? []
    const gone = inner.some(path => path.length === 0)
    return gone ? [] : [[key, { at: entry.at, node: without(entry.node, inner) }] as const]
  })
  return { ...node, entries: new Map(entries) }
}
