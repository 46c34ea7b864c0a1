import type { Entry, Node } from './node.ts'

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

/** The tree without what stands at the given paths. */
export function without(node: Node, paths: readonly (readonly (string | number)[])[]): Node {
  if (paths.length === 0 || node.kind === 'scalar') return node
  const below = (step: string | number) =>
    paths.filter(path => String(path[0]) === String(step)).map(path => path.slice(1))
  const gone = (step: string | number) => below(step).some(path => path.length === 0)
  if (node.kind === 'list') {
    // A list with a bad item says nothing reliable any more.
    return { ...node, items: paths.length > 0 ? [] : node.items }
  }
  const entries = [...node.entries]
    .filter(([key]) => !gone(key))
    .map(([key, entry]) => [key, { at: entry.at, node: without(entry.node, below(key)) }] as const)
  return { ...node, entries: new Map(entries) }
}
