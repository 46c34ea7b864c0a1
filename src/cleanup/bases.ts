import { type Descriptor, type Digest, follow, type Manifest, type Node } from '../image/index.ts'
import { candidates, keep, spread } from './keep.ts'
import type { Rules } from './rules/index.ts'
import type { View } from './view.ts'

const baseDigest = 'org.opencontainers.image.base.digest'

interface Place {
  readonly view: View
  readonly node: Node
}

/** By a number made of all its layers: every image that nothing holds yet, and their platforms, shared or not. */
export type Candidates = ReadonlyMap<number, Place | readonly Place[]>

export function candidateBases(views: readonly View[]): Candidates {
  const found = new Map<number, Place | Place[]>()
  for (const view of views) {
    const parts = new Set<Node>(candidates(view))
    for (const node of parts) {
      for (const child of follow(view.graph.children, node)) parts.add(child)
      const layers = view.graph.manifestOf(node)?.layers ?? []
      if (layers.length === 0 || follow(view.graph.subjects, node).length > 0) continue
      const key = layers.reduce(mix, 0)
      const same = found.get(key)
      if (same === undefined) found.set(key, { view, node })
      else if (Array.isArray(same)) same.push({ view, node })
      else found.set(key, [same as Place, { view, node }])
    }
  }
  return found
}

/**
 * Keeps what kept images were built on, in whatever repository it is: by the base digest they name, or because its
 * layers are a proper prefix of theirs. A base of a base is kept in turn. Linear in the layers.
 */
export function keepBases(views: readonly View[], open: Candidates, rules: Rules): void {
  const looked = new Map(views.map(view => [view, new Uint8Array(view.graph.digests.length)]))
  const bases = new Map<View, Set<Node>>(views.map(view => [view, new Set()]))
  for (let grown = true; grown; ) {
    grown = false
    for (const view of views) {
      const done = looked.get(view) as Uint8Array
      // `kept` may grow while it is walked, and hands that out too.
      for (const node of view.kept.keys()) {
        if (done[node] === 1) continue
        done[node] = 1
        const manifest = view.graph.manifestOf(node)
        if (manifest === undefined || follow(view.graph.subjects, node).length > 0) continue
        for (const base of basesOf(view, manifest, open, views)) {
          const known = bases.get(base.view) as Set<Node>
          if (known.has(base.node)) continue
          known.add(base.node)
          grown = true
          keepUpward(base, `${view.repository}@${manifest.digest.slice(0, 19)} is built on it`, rules)
        }
      }
    }
  }
}

const none: readonly Place[] = []

function basesOf(view: View, manifest: Manifest, open: Candidates, views: readonly View[]): readonly Place[] {
  const named = namedBase(view, manifest)
  const byName = named === undefined ? none : placesOf(named, views)
  const { layers } = manifest
  if (open.size === 0 || layers.length < 2) return byName
  const byLayers: Place[] = []
  let key = 0
  for (let length = 1; length < layers.length; length++) {
    key = mix(key, layers[length - 1] as Descriptor)
    const found = open.get(key)
    if (found === undefined) continue
    for (const base of Array.isArray(found) ? (found as readonly Place[]) : [found as Place]) {
      if (isPrefix(base.view.graph.manifestOf(base.node)?.layers ?? [], layers, length)) byLayers.push(base)
    }
  }
  return byLayers.length === 0 ? byName : [...byName, ...byLayers]
}

function placesOf(digest: Digest, views: readonly View[]): readonly Place[] {
  return views.flatMap(view => {
    const node = view.held.length > 0 ? undefined : view.graph.nodeOf(digest)
    return node === undefined ? [] : [{ view, node }]
  })
}

function namedBase({ snapshot }: View, { annotations, config }: Manifest): Digest | undefined {
  const label = config === undefined ? undefined : snapshot.configs.get(config.digest)?.labels[baseDigest]
  return (annotations[baseDigest] ?? label) as Digest | undefined
}

function isPrefix(base: readonly Descriptor[], layers: readonly Descriptor[], length: number): boolean {
  return base.length === length && base.every(({ digest }, index) => layers[index]?.digest === digest)
}

/** Twelve digits of a layer's digest, folded into 32 bits; equals are compared whole afterwards. */
function mix(key: number, { digest }: Descriptor): number {
  let mixed = key
  for (let at = 7; at < 19; at++) mixed = Math.imul(mixed ^ digest.charCodeAt(at), 0x01000193)
  return mixed
}

/** Whoever builds on a platform's manifest pulled the index above it: that stays too. */
function keepUpward({ view, node }: Place, detail: string, rules: Rules): void {
  const above = new Set([node])
  for (const one of above) for (const parent of follow(view.graph.parents, one)) above.add(parent)
  for (const one of above) keep(view, one, { because: 'base-of-kept', detail })
  spread(view, rules)
}
