import { type Digest, formatReference, type Repository, type Snapshot, type Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import { type JournaledManifest, rawOf } from '../journal.ts'
import { partsFirst } from '../restore-order.ts'
import type { Hands } from './hands.ts'

/** What a run has taken so far, and how to have it back. */
export interface Departed {
  readonly repository: Repository
  readonly snapshot: Snapshot
  /** What went so far; what is put back leaves it. */
  readonly gone: Set<Digest>
  readonly tagsOf: (digest: Digest) => readonly Tag[]
  readonly rawOf: (digest: Digest) => JournaledManifest | undefined
}

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
  for (const digest of needed.filter(other => journaledOf(other) === undefined)) {
    findings.push(notBack(digest, by, repository, 'the journal has no bytes of it'))
  }
  for (const digest of partsFirst(needed, digest => (gone.has(digest) ? journaledOf(digest) : undefined))) {
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
    findings.push(notBack(digest, by, repository, 'refused' in answer ? answer.message : answer.unknown))
  }
  if (done.length > 0) {
    await journal.record({ event: 'put-back', repository, digests: done })
    findings.push({
      rule: 'put-back',
      severity: 'error',
      message: `${by} was pushed meanwhile and needs what had just been deleted: ${done.length === 1 ? '1 manifest is' : `${done.length} manifests are`} back`,
      fix: 'nothing is lost; the next plan decides again',
      image: formatReference({ repository, tag: by }),
    })
  }
  return findings
}

function notBack(digest: Digest, by: Tag, repository: Repository, why: string): Finding {
  return {
    rule: 'damaged',
    severity: 'error',
    message: `${by} was pushed meanwhile and needs ${digest}, which could not be put back: ${why}`,
    fix: `push ${by} once more; its builder has all the bytes`,
    image: formatReference({ repository, tag: by }),
  }
}
