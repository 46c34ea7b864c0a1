import type { Entry, Node, Path } from './node.ts'

/**
 * The later tree over the earlier one: mappings are merged key by key, everything else is replaced. A key keeps the
 * place of the file that set it last.
 */
function merge(earlier: Node, later: Node): Node {
  if (earlier.kind !== 'map' || later.kind !== 'map') return later
  const entries = new Map<string, Entry>(earlier.entries)
  for (const [key, entry] of later.entries) {
    const before = entries.get(key)
    entries.set(key, before === undefined ? entry : { at: entry.at, node: merge(before.node, entry.node) })
  }
  return { kind: 'map', at: later.at, entries }
}

/**
 * Merged like everything else, and in the order in which a build looks through them: the rows that the later file names
 * come first, in its own order. Somebody who adds a row for an event means it, whatever the rows below are for.
 */
export function mergePolicies(earlier: Node, later: Node): Node {
  const merged = merge(earlier, later)
  const classes = entryOf(merged, 'classes')
  const own = entryOf(later, 'classes')
  if (merged.kind !== 'map' || classes?.node.kind !== 'map' || own?.node.kind !== 'map') return merged
  const rows = classes.node.entries
  const first = [...own.node.entries.keys()].flatMap(name => {
    const row = rows.get(name)
    return row === undefined ? [] : [[name, row] as const]
  })
  const node = { ...classes.node, entries: new Map([...first, ...rows]) }
  return { ...merged, entries: new Map([...merged.entries, ['classes', { ...classes, node }]]) }
}

function entryOf(node: Node, key: string): Entry | undefined {
  return node.kind === 'map' ? node.entries.get(key) : undefined
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
