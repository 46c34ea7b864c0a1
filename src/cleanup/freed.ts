import { type Digest, type Node, registryOf } from '../image/index.ts'
import type { Deletion } from './order.ts'
import type { View } from './view.ts'

/** Bytes that a deletion frees at the registry's next garbage collection, at most: unread manifests may share them. */
export interface Freed {
  /** By repository and head: what only that line needs. */
  readonly ofLine: (view: View, head: number) => number
  /** What only the going images of one repository need, shared between them or not. */
  readonly ofRepository: (view: View) => number
}

/** What goes of one registry, which stores a blob once whatever repositories it is in; a column each, to take little. */
interface Blobs {
  readonly numbers: Map<Digest, number>
  readonly sizes: number[]
  readonly views: View[]
  /** The one head that needs it, `several` of the same repository, or `shared`. */
  readonly heads: number[]
}

const several = -1
/** Several repositories, or something kept, need it. */
const shared = -2

export function freedBy(plans: ReadonlyMap<View, readonly Deletion[]>): Freed {
  const blobs = blobsGoing(plans)
  markShared(blobs, plans.keys())
  const lines = new Map<View, Map<number, number>>()
  const repositories = new Map<View, number>()
  for (const ofRegistry of blobs.values()) {
    for (const [number, head] of ofRegistry.heads.entries()) {
      if (head === shared) continue
      const view = ofRegistry.views[number] as View
      const size = ofRegistry.sizes[number] as number
      repositories.set(view, (repositories.get(view) ?? 0) + size)
      if (head === several) continue
      const own = lines.get(view) ?? new Map<number, number>()
      lines.set(view, own)
      own.set(head, (own.get(head) ?? 0) + size)
    }
  }
  return {
    ofLine: (view, head) => lines.get(view)?.get(head) ?? 0,
    ofRepository: view => repositories.get(view) ?? 0,
  }
}

function blobsGoing(plans: ReadonlyMap<View, readonly Deletion[]>): ReadonlyMap<string, Blobs> {
  const blobs = new Map<string, Blobs>()
  for (const [view, deletions] of plans) {
    const registry = registryOf(view.repository)
    const ofRegistry: Blobs = blobs.get(registry) ?? { numbers: new Map(), sizes: [], views: [], heads: [] }
    blobs.set(registry, ofRegistry)
    const { numbers, sizes, views, heads } = ofRegistry
    let head = several
    const count = (digest: Digest, size: number) => {
      const known = numbers.get(digest)
      if (known === undefined) {
        numbers.set(digest, heads.length)
        sizes.push(size)
        views.push(view)
        heads.push(head)
      } else if (views[known] !== view) heads[known] = shared
      else if (heads[known] !== shared && heads[known] !== head) heads[known] = several
    }
    for (const deletion of deletions) {
      head = deletion.head
      eachBlob(view, head, count)
      for (const node of deletion.with) eachBlob(view, node, count)
    }
  }
  return blobs
}

function markShared(blobs: ReadonlyMap<string, Blobs>, views: Iterable<View>): void {
  for (const view of views) {
    const ofRegistry = blobs.get(registryOf(view.repository))
    if (ofRegistry === undefined || ofRegistry.heads.length === 0) continue
    const { numbers, heads } = ofRegistry
    const mark = (digest: Digest) => {
      const known = numbers.get(digest)
      if (known !== undefined) heads[known] = shared
    }
    for (const node of view.kept.keys()) eachBlob(view, node, mark)
  }
}

function eachBlob({ graph }: View, node: Node, visit: (digest: Digest, size: number) => void): void {
  const manifest = graph.manifestOf(node)
  if (manifest === undefined) return
  visit(manifest.digest, manifest.size)
  if (manifest.config !== undefined) visit(manifest.config.digest, manifest.config.size)
  for (const { digest, size } of manifest.layers) visit(digest, size)
}
