import { type Descriptor, type Digest, follow, type Manifest, type Node } from '../image/index.ts'
import { candidates, keep, spread } from './keep.ts'
import type { Rules } from './rules/index.ts'
import type { View } from './view.ts'

const baseDigest = 'org.opencontainers.image.base.digest'

/**
 * Keeps what kept images were built on, in whatever repository it is: by the base digest they name, or because its
 * layers are a proper prefix of theirs. A base of a base is kept in turn. Linear in the layers.
 */
export function keepBases(views: readonly View[], rules: Rules): void {
  const open = candidateBases(views)
  const looked = new Map<View, Set<Node>>(views.map(view => [view, new Set()]))
  const bases = new Map<View, Set<Node>>(views.map(view => [view, new Set()]))
  for (let grown = true; grown; ) {
    grown = false
    for (const view of views) {
      const done = looked.get(view) as Set<Node>
      // `kept` may grow while it is walked, and hands that out too.
      for (const [node] of view.kept) {
        if (done.has(node)) continue
        done.add(node)
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

/** True if some candidate could be a base by its layers, so that the layers of what stays are worth reading. */
export function hasCandidateBase(views: readonly View[]): boolean {
  return candidateBases(views).size > 0
}

interface Place {
  readonly view: View
  readonly node: Node
}

/** By a number made of all its layers: every image that nothing holds yet, and their platforms, shared or not. */
type Candidates = ReadonlyMap<number, readonly (Place & { readonly layers: readonly Descriptor[] })[]>

function candidateBases(views: readonly View[]): Candidates {
  const found = new Map<number, (Place & { layers: readonly Descriptor[] })[]>()
  for (const view of views) {
    const parts = new Set<Node>(candidates(view))
    for (const node of parts) {
      for (const child of follow(view.graph.children, node)) parts.add(child)
      const layers = view.graph.manifestOf(node)?.layers ?? []
      if (layers.length === 0 || follow(view.graph.subjects, node).length > 0) continue
      const key = layers.reduce(mix, 0)
      const same = found.get(key)
      if (same === undefined) found.set(key, [{ view, node, layers }])
      else same.push({ view, node, layers })
    }
  }
  return found
}

function basesOf(view: View, manifest: Manifest, open: Candidates, views: readonly View[]): readonly Place[] {
  const bases: Place[] = []
  const named = namedBase(view, manifest)
  if (named !== undefined) {
    for (const other of views) {
      const node = other.held.length > 0 ? undefined : other.graph.nodeOf(named)
      if (node !== undefined) bases.push({ view: other, node })
    }
  }
  if (open.size === 0) return bases
  let key = 0
  manifest.layers.slice(0, -1).forEach((layer, index) => {
    key = mix(key, layer)
    for (const base of open.get(key) ?? []) {
      if (base.layers.length === index + 1 && isPrefix(base.layers, manifest.layers)) bases.push(base)
    }
  })
  return bases
}

function namedBase({ snapshot }: View, { annotations, config }: Manifest): Digest | undefined {
  const label = config === undefined ? undefined : snapshot.configs.get(config.digest)?.labels[baseDigest]
  return (annotations[baseDigest] ?? label) as Digest | undefined
}

function isPrefix(base: readonly Descriptor[], layers: readonly Descriptor[]): boolean {
  return base.every(({ digest }, index) => layers[index]?.digest === digest)
}

/** Sixteen hex digits of a layer's digest, folded into a number below 2^53; equals are compared whole afterwards. */
function mix(key: number, { digest }: Descriptor): number {
  const high = Number.parseInt(digest.slice(7, 13), 16)
  const low = Number.parseInt(digest.slice(13, 19), 16)
  const upper = Math.imul((key / 0x200000) | 0, 0x9e3779b1) ^ Math.imul(high + 0x7f4a7c15, 0x85ebca6b)
  const lower = Math.imul(key | 0, 0xc2b2ae35) ^ Math.imul(low + 0x165667b1, 0x27d4eb2f)
  return (upper >>> 0) * 0x200000 + ((lower >>> 0) & 0x1fffff)
}

/** Whoever builds on a platform's manifest pulled the index above it: that stays too. */
function keepUpward({ view, node }: Place, detail: string, rules: Rules): void {
  const above = new Set([node])
  for (const one of above) for (const parent of follow(view.graph.parents, one)) above.add(parent)
  for (const one of above) keep(view, one, { because: 'base-of-kept', detail })
  spread(view, rules)
}
