import { follow, type Node, type Tag } from '../../image/index.ts'
import type { Use } from '../in-use/index.ts'
import type { View } from '../view.ts'
import type { HeadRule } from './rule.ts'

/**
 * What runs is kept: by tag, by digest, by the digest of its config, and through indexes both ways. Runtimes report
 * now the index, now the platform's manifest, now the config: any of them means all of them.
 */
export const inUse: HeadRule = {
  name: 'in-use',
  holds: (view, node) => {
    const use = usesOf(view).get(node)
    return use === undefined ? undefined : { because: 'in-use', detail: use.where }
  },
}

const uses = new WeakMap<View, ReadonlyMap<Node, Use>>()

/** Every node that is in use, with what is above it; what is below it is reached anyway. */
function usesOf(view: View): ReadonlyMap<Node, Use> {
  const known = uses.get(view)
  if (known !== undefined) return known
  const used = new Map<Node, Use>()
  const { graph } = view
  if (view.world.facts.usage.uses.length > 0) {
    graph.digests.forEach((_, node) => {
      const use = useOf(view, node)
      if (use !== undefined && !used.has(node)) used.set(node, use)
    })
    for (const [node, use] of used) {
      // A Map hands out what is added while it is walked, so this climbs to the top.
      for (const parent of follow(graph.parents, node)) if (!used.has(parent)) used.set(parent, use)
    }
  }
  uses.set(view, used)
  return used
}

function useOf({ repository, graph, world: { usage } }: View, node: Node): Use | undefined {
  const digest = graph.digests[node]
  const config = graph.manifestOf(node)?.config?.digest
  const byContent =
    (digest && usage.byDigest(digest)) ?? (config === undefined ? undefined : usage.byDigest(config))
  if (byContent !== undefined) return byContent
  const byName = (tag: Tag) => usage.byTag(repository, tag)
  return firstUse(graph.tags.get(node), byName) ?? firstUse(graph.metadataTags.get(node), byName)
}

function firstUse(tags: readonly Tag[] | undefined, byName: (tag: Tag) => Use | undefined): Use | undefined {
  for (const tag of tags ?? none) {
    const use = byName(tag)
    if (use !== undefined) return use
  }
  return undefined
}

const none: readonly Tag[] = []
