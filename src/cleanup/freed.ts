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

interface Blob {
  readonly size: number
  readonly view: View
  /** The one head that needs it; -1: several of the same repository. */
  head: number
  /** Several repositories, or something kept, need it: a registry stores a blob once. */
  shared: boolean
}

export function freedBy(plans: ReadonlyMap<View, readonly Deletion[]>): Freed {
  const blobs = blobsGoing(plans)
  markShared(blobs, plans.keys())
  const lines = new Map<View, Map<number, number>>()
  const repositories = new Map<View, number>()
  for (const ofRegistry of blobs.values()) {
    for (const { size, view, head, shared } of ofRegistry.values()) {
      if (shared) continue
      repositories.set(view, (repositories.get(view) ?? 0) + size)
      if (head < 0) continue
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

/** By registry, which stores a blob once whatever repositories it is in. */
type Blobs = ReadonlyMap<string, ReadonlyMap<Digest, Blob>>

function blobsGoing(plans: ReadonlyMap<View, readonly Deletion[]>): Blobs {
  const blobs = new Map<string, Map<Digest, Blob>>()
  for (const [view, deletions] of plans) {
    const registry = registryOf(view.repository)
    const ofRegistry = blobs.get(registry) ?? new Map<Digest, Blob>()
    blobs.set(registry, ofRegistry)
    for (const { head, with: along } of deletions) {
      for (const node of [head, ...along]) {
        eachBlob(view, node, (digest, size) => {
          const known = ofRegistry.get(digest)
          if (known === undefined) ofRegistry.set(digest, { size, view, head, shared: false })
          else if (known.view !== view) known.shared = true
          else if (known.head !== head) known.head = -1
        })
      }
    }
  }
  return blobs
}

function markShared(blobs: Blobs, views: Iterable<View>): void {
  for (const view of views) {
    const ofRegistry = blobs.get(registryOf(view.repository))
    if (ofRegistry === undefined || ofRegistry.size === 0) continue
    for (const node of view.kept.keys()) {
      eachBlob(view, node, digest => {
        const blob = ofRegistry.get(digest)
        if (blob !== undefined) blob.shared = true
      })
    }
  }
}

function eachBlob({ graph }: View, node: Node, visit: (digest: Digest, size: number) => void): void {
  const manifest = graph.manifestOf(node)
  if (manifest === undefined) return
  visit(manifest.digest, manifest.size)
  if (manifest.config !== undefined) visit(manifest.config.digest, manifest.config.size)
  for (const { digest, size } of manifest.layers) visit(digest, size)
}
