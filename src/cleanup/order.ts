import { type Digest, follow, type Node } from '../image/index.ts'
import { candidates } from './keep.ts'
import type { View } from './view.ts'

export interface Deletion {
  readonly head: Node
  /** What goes along: parents before children, then referrers. */
  readonly with: readonly Node[]
}

/**
 * The heads that go, each with what only goes with it, in an order of which every prefix leaves what is kept whole:
 * an index before its manifests, an image before its referrers. What several heads need goes with the last of them.
 * Each node is visited once.
 */
export function deletionsOf(view: View): readonly Deletion[] {
  const heads = new Set(candidates(view))
  const order = [...parentsFirst(view, [...heads], new Set())].filter(node => heads.has(node))
  const taken = new Set<Node>(heads)
  const deletions: Deletion[] = []
  for (const head of order.toReversed()) deletions.push({ head, with: alongWith(view, head, taken) })
  return deletions.reverse()
}

function alongWith(view: View, head: Node, taken: Set<Node>): readonly Node[] {
  const parts = parentsFirst(view, partsOf(view, head, taken), taken, 'children')
  for (const node of parts) taken.add(node)
  const referrers = [head, ...parts]
    .flatMap(node => follow(view.graph.referrers, node))
    .filter(node => goes(view, node, taken))
  const hanging = parentsFirst(view, referrers, taken)
  for (const node of hanging) taken.add(node)
  return parts.length + hanging.length === 0 ? none : [...parts, ...hanging]
}

const none: readonly Node[] = []

function partsOf(view: View, head: Node, taken: ReadonlySet<Node>): readonly Node[] {
  return follow(view.graph.children, head).filter(node => goes(view, node, taken))
}

function goes({ kept, snapshot, graph }: View, node: Node, taken: ReadonlySet<Node>): boolean {
  return !kept.has(node) && !taken.has(node) && !snapshot.missing?.has(graph.digests[node] as Digest)
}

/** Everything below `from` that goes, each before what it leads to. Without recursion: depth is the registry's choice. */
function parentsFirst(
  view: View,
  from: readonly Node[],
  taken: ReadonlySet<Node>,
  along: 'children' | 'all' = 'all',
): readonly Node[] {
  const done: Node[] = []
  const seen = new Set<Node>()
  // Reverse postorder; walking the highest first leaves the lowest first where nothing else decides.
  for (const start of [...from].sort((a, b) => b - a)) {
    if (seen.has(start)) continue
    seen.add(start)
    const path: { node: Node; next: readonly Node[]; at: number }[] = [
      { node: start, next: nextOf(start), at: 0 },
    ]
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const next = step.next[step.at++]
      if (next === undefined) {
        done.push(step.node)
        path.pop()
      } else if (!seen.has(next) && goes(view, next, taken)) {
        seen.add(next)
        path.push({ node: next, next: nextOf(next), at: 0 })
      }
    }
  }
  return done.reverse()

  function nextOf(node: Node): readonly Node[] {
    const children = follow(view.graph.children, node)
    return along === 'children'
      ? children.toReversed()
      : [...follow(view.graph.referrers, node), ...children].reverse()
  }
}
