import { type Digest, follow, isForeign, isOpaque } from '../../image/index.ts'
import type { HeadRule } from './rule.ts'

/**
 * A manifest of unknown type keeps itself and every digest in its bytes; so does an index that holds other things than
 * manifests (a build cache). An artifact that hangs on an image lives with it; one that stands alone (a Helm chart) is
 * no image and not ours to judge.
 */
export const unknownType: HeadRule = {
  name: 'unknown-type',
  holds: ({ graph, snapshot }, node) => {
    const manifest = graph.manifestOf(node)
    if (manifest === undefined) {
      return graph.tags.has(node) && snapshot.missing?.has(graph.digests[node] as Digest)
        ? { because: 'unknown-type', detail: 'its tag is listed, but its manifest answers 404' }
        : undefined
    }
    const hangs = follow(graph.parents, node).length > 0 || follow(graph.subjects, node).length > 0
    const alone = graph.tags.has(node) || !hangs
    return isOpaque(manifest) || (alone && isForeign(manifest))
      ? { because: 'unknown-type', detail: `its type is ${manifest.artifactType ?? typeOf(manifest)}` }
      : undefined
  },
}

function typeOf({ config, mediaType }: { config?: { mediaType: string }; mediaType: string }): string {
  return config?.mediaType ?? mediaType
}
