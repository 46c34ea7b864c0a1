import type { Location } from '../outcome/index.ts'
import { defaults } from './defaults.ts'
import { effective, setsMinAge } from './effective.ts'
import { mergePolicies } from './merge.ts'
import { formatPath, type Node, placeless } from './node.ts'
import type { LoadedPolicy, Policy } from './policy.ts'

/** A loaded policy with the tree it was made from, for `formatPolicy`. */
export interface Loaded extends LoadedPolicy {
  readonly tree: Node
  /** In the order in which they win. */
  readonly files: readonly string[]
}

/** @param tree whole and sound: the built-in defaults with everything else over them */
export function loadedFrom(tree: Node, files: readonly string[], sha256: (text: string) => string): Loaded {
  const policy = effective(tree, setsMinAge(tree))
  const places = placesOf(tree)
  return {
    policy,
    where: path => places.get(path),
    // Reckoned when it is asked for: most steps never do.
    get digest() {
      return `sha256:${sha256(canonicalText(policy))}`
    },
    tree,
    files,
  }
}

/** What holds with no file at all, for the images that the call names. */
export function defaultPolicy(images: readonly string[], sha256: (text: string) => string): Loaded {
  return loadedFrom(mergePolicies(placeless(defaults), placeless({ images })), [], sha256)
}

/** JSON with sorted keys: equal policies, equal text. */
function canonicalText(policy: Policy): string {
  return JSON.stringify(policy, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

function placesOf(tree: Node): ReadonlyMap<string, Location> {
  const places = new Map<string, Location>()
  const walk = (node: Node, path: readonly (string | number)[], at: Location | undefined) => {
    if (at !== undefined) places.set(formatPath(path), at)
    if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) walk(item, [...path, index], item.at)
    }
    if (node.kind === 'map') {
      for (const [key, entry] of node.entries) walk(entry.node, [...path, key], entry.at)
    }
  }
  walk(tree, [], undefined)
  return places
}
