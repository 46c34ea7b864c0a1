import { type Digest, isDigest } from '../image/index.ts'
import { type JournalEntry, type JournaledManifest, rawOf } from './journal.ts'

type Intent = Extract<JournalEntry, { event: 'intent' }>
type Find = (digest: Digest) => JournaledManifest | undefined

/**
 * The manifests of a line in an order that every registry accepts: what an index names before the index, the image
 * before what refers to it. A part that went with another line is found in the journal, too.
 */
export function partsFirst(intent: Intent, find: Find): readonly Digest[] {
  const ordered = new Set<Digest>()
  const entered = new Set<Digest>()
  for (const { digest: start } of intent.manifests) {
    const stack = [start]
    for (let digest = stack.at(-1); digest !== undefined; digest = stack.at(-1)) {
      const parts = entered.has(digest) ? [] : partsOf(find(digest)).filter(part => find(part) !== undefined)
      entered.add(digest)
      const open = parts.filter(part => !entered.has(part))
      if (open.length > 0) stack.push(...open)
      else {
        stack.pop()
        if (find(digest) !== undefined) ordered.add(digest)
      }
    }
  }
  return [...ordered]
}

/** Every digest in the bytes but the subject's: parts have to be there first, and so has a subject, for some servers. */
function partsOf(manifest: JournaledManifest | undefined): readonly Digest[] {
  const raw = manifest === undefined ? undefined : rawOf(manifest)
  const found = new TextDecoder().decode(raw?.bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? []
  return [...new Set(found)].filter(isDigest)
}
