import { type Digest, formatReference, isDigest, type Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import { rawOf } from '../journal.ts'
import type { Hands } from './hands.ts'
import type { Departed } from './relist.ts'

/**
 * Puts back what something new needs, each manifest after its own parts. The tags stay away: they were reviewed to go.
 * Always a fault of the run (exit 3), for somebody pulled or pushed in the window that a registry leaves open.
 */
export async function putBack(
  needed: readonly Digest[],
  by: Tag,
  { repository, gone, rawOf: journaledOf }: Departed,
  { registry, journal }: Pick<Hands, 'registry' | 'journal'>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  const done: Digest[] = []
  for (const digest of partsFirst(needed, gone, journaledOf)) {
    const manifest = journaledOf(digest)
    const raw = manifest === undefined ? undefined : rawOf(manifest)
    const answer =
      raw === undefined
        ? { unknown: 'the journal has no bytes of it' }
        : await registry.putManifest(repository, digest, raw)
    if ('digest' in answer) {
      gone.delete(digest)
      done.push(digest)
      continue
    }
    findings.push({
      rule: 'damaged',
      severity: 'error',
      message: `${by} was pushed meanwhile and needs ${digest}, which could not be put back: ${'refused' in answer ? answer.message : answer.unknown}`,
      fix: `push ${by} once more; its builder has all the bytes`,
      image: formatReference({ repository, tag: by }),
    })
  }
  if (done.length > 0) {
    await journal.record({ event: 'put-back', repository, digests: done })
    findings.push({
      rule: 'put-back',
      severity: 'error',
      message: `${by} was pushed meanwhile and needs what had just been deleted: ${done.length} manifests are back`,
      fix: 'nothing is lost; the next plan decides again',
      image: formatReference({ repository, tag: by }),
    })
  }
  return findings
}

/** The needed digests and what of theirs is gone, too, parts before wholes. */
function partsFirst(
  needed: readonly Digest[],
  gone: ReadonlySet<Digest>,
  journaledOf: Departed['rawOf'],
): readonly Digest[] {
  const ordered = new Set<Digest>()
  const visit = (digest: Digest, depth: number) => {
    if (ordered.has(digest) || depth > deepest) return
    const manifest = journaledOf(digest)
    const raw = manifest === undefined ? undefined : rawOf(manifest)
    for (const part of raw === undefined ? [] : partsOf(raw.bytes)) if (gone.has(part)) visit(part, depth + 1)
    ordered.add(digest)
  }
  for (const digest of needed) visit(digest, 0)
  return [...ordered]
}

const deepest = 1_000

function partsOf(bytes: Uint8Array): readonly Digest[] {
  const found = new TextDecoder().decode(bytes).match(/sha(?:256|512):[0-9a-f]+/g) ?? []
  return [...new Set(found)].filter(isDigest)
}
