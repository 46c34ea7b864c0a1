import { type Digest, follow, type Graph, type Node } from '../../image/index.ts'

/**
 * What must be gone before each digest may go: every index that names it and the image it refers to, whether they are
 * to go or not. Then every prefix of the work leaves what is kept whole, and nothing that stays ever misses a part.
 * A referrer never leaves an image that stays, so no fallback index ever loses an entry: it goes whole, before what it
 * lists, and need not be rewritten.
 */
export type Prerequisites = ReadonlyMap<Digest, readonly Digest[]>

export function prerequisites(
  going: ReadonlySet<Digest>,
  graph: Graph,
  missing: ReadonlySet<Digest> | undefined,
): Prerequisites {
  const result = new Map<Digest, readonly Digest[]>()
  for (const digest of going) {
    const node = graph.nodeOf(digest)
    const names = node === undefined ? [] : above(node, graph)
    result.set(
      digest,
      names.filter(other => !missing?.has(other)),
    )
  }
  return result
}

/**
 * Prerequisites first, otherwise as given. What waits for itself (metadata tags can be made to) is left out: there is
 * no order in which deleting it would be safe.
 */
export function inOrder(digests: readonly Digest[], before: Prerequisites): readonly Digest[] {
  const within = new Set(digests)
  const waitsFor = new Map<Digest, number>()
  const releases = new Map<Digest, Digest[]>()
  for (const digest of within) {
    const open = (before.get(digest) ?? []).filter(other => within.has(other))
    waitsFor.set(digest, open.length)
    for (const other of open) {
      const list = releases.get(other)
      if (list === undefined) releases.set(other, [digest])
      else list.push(digest)
    }
  }
  const ordered = [...within].filter(digest => waitsFor.get(digest) === 0)
  for (const digest of ordered) {
    for (const released of releases.get(digest) ?? []) {
      const open = (waitsFor.get(released) ?? 0) - 1
      waitsFor.set(released, open)
      if (open === 0) ordered.push(released)
    }
  }
  return ordered
}

function above(node: Node, graph: Graph): readonly Digest[] {
  return [...new Set([...follow(graph.parents, node), ...follow(graph.subjects, node)])].map(
    other => graph.digests[other] as Digest,
  )
}
