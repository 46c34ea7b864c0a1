import { type Digest, isDigest } from '../image/index.ts'
import { type JournaledManifest, rawOf } from './journal.ts'

/**
 * Manifests in an order that every registry accepts: what an index names before the index, an image before what refers
 * to it. Follows every digest in their bytes as far as `find` knows it; what it does not know is left out.
 */
export function partsFirst(
  starts: readonly Digest[],
  find: (digest: Digest) => JournaledManifest | undefined,
): readonly Digest[] {
  const ordered = new Set<Digest>()
  const entered = new Set<Digest>()
  for (const start of starts) {
    const stack = [start]
    for (let digest = stack.at(-1); digest !== undefined; digest = stack.at(-1)) {
      const named = entered.has(digest) ? [] : digestsOf(find(digest))
      entered.add(digest)
      const open = named.filter(other => !entered.has(other) && find(other) !== undefined)
      if (open.length > 0) stack.push(...open)
      else {
        stack.pop()
        if (find(digest) !== undefined) ordered.add(digest)
      }
    }
  }
  return [...ordered]
}

function digestsOf(manifest: JournaledManifest | undefined): readonly Digest[] {
  const raw = manifest === undefined ? undefined : rawOf(manifest)
  const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? []
  return [...new Set(found)].filter(isDigest)
}
