import { type Digest, registryOf } from '../image/index.ts'
import type { Deletion } from './order.ts'
import type { View } from './view.ts'

/** Bytes that a deletion frees at the registry's next garbage collection, at most: unread manifests may share them. */
export interface Freed {
  /** By repository and head: what only that line needs. */
  readonly ofLine: (view: View, head: number) => number
  /** What only the going images of one repository need, shared between them or not. */
  readonly ofRepository: (view: View) => number
}

interface Blob {
  readonly size: number
  readonly view: View
  /** The one head that needs it; -1: several of the same repository. */
  head: number
  /** Several repositories, or something kept, need it: a registry stores a blob once. */
  shared: boolean
}

export function freedBy(plans: ReadonlyMap<View, readonly Deletion[]>): Freed {
  const blobs = new Map<string, Blob>()
  const lines = new Map<View, Map<number, number>>()
  const repositories = new Map<View, number>()
  for (const [view, deletions] of plans) {
    for (const { head, with: along } of deletions) {
      for (const node of [head, ...along]) {
        for (const [digest, size] of blobsOf(view, node)) {
          const key = keyOf(view, digest)
          const known = blobs.get(key)
          if (known === undefined) blobs.set(key, { size, view, head, shared: false })
          else if (known.view !== view) known.shared = true
          else if (known.head !== head) known.head = -1
        }
      }
    }
  }
  if (blobs.size > 0) {
    for (const view of plans.keys()) {
      for (const node of keptNodes(view)) {
        for (const [digest] of blobsOf(view, node)) {
          const blob = blobs.get(keyOf(view, digest))
          if (blob !== undefined) blob.shared = true
        }
      }
    }
  }
  for (const { size, view, head, shared } of blobs.values()) {
    if (shared) continue
    repositories.set(view, (repositories.get(view) ?? 0) + size)
    if (head < 0) continue
    const own = lines.get(view) ?? new Map<number, number>()
    lines.set(view, own)
    own.set(head, (own.get(head) ?? 0) + size)
  }
  return {
    ofLine: (view, head) => lines.get(view)?.get(head) ?? 0,
    ofRepository: view => repositories.get(view) ?? 0,
  }
}

function* keptNodes(view: View): Iterable<number> {
  if (view.held.length === 0) yield* view.kept.keys()
  else for (const digest of view.snapshot.manifests.keys()) yield view.graph.nodeOf(digest) as number
}

function* blobsOf(view: View, node: number): Generator<readonly [Digest, number]> {
  const manifest = view.graph.manifestOf(node)
  if (manifest === undefined) return
  yield [manifest.digest, manifest.size]
  if (manifest.config !== undefined) yield [manifest.config.digest, manifest.config.size]
  for (const { digest, size } of manifest.layers) yield [digest, size]
}

function keyOf(view: View, digest: Digest): string {
  return `${registryOf(view.repository)}/${digest}`
}
