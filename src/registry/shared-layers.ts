import type { Descriptor, Digest, Manifest } from '../image/index.ts'

/**
 * Layers are most of what a manifest says, and images share most of theirs: each is held once, however many of a
 * million manifests name it. What another one says of the same layer, another size say, is held as it says it.
 */
export function shareLayers(): (manifest: Manifest) => Manifest {
  const known = new Map<Digest, Descriptor>()
  const share = (layer: Descriptor): Descriptor => {
    const before = known.get(layer.digest)
    if (before === undefined) known.set(layer.digest, layer)
    return before !== undefined && isSame(before, layer) ? before : layer
  }
  return manifest =>
    manifest.layers.length === 0 ? manifest : { ...manifest, layers: manifest.layers.map(share) }
}

function isSame(a: Descriptor, b: Descriptor): boolean {
  return (
    a.size === b.size &&
    a.mediaType === b.mediaType &&
    a.artifactType === b.artifactType &&
    a.platform === undefined &&
    b.platform === undefined &&
    isBare(a) &&
    isBare(b)
  )
}

function isBare({ annotations }: Descriptor): boolean {
  for (const _ in annotations) return false
  return true
}
