import {
  type Digest,
  formatReference,
  type Manifest,
  parseManifest,
  type Repository,
  type Snapshot,
} from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { Registry } from '../../registry/port.ts'
import { type Journal, rawOf } from '../journal.ts'
import { readState } from '../journal-state.ts'

const atOnce = 8

/**
 * Reads everything again that is kept and shares a manifest, a config or a layer with what went: each such manifest,
 * and each shared blob once. A registry that lost one of them has a fault, and somebody has to hear of it now.
 */
export async function recheck(
  repository: Repository,
  snapshot: Snapshot,
  gone: ReadonlySet<Digest>,
  registry: Registry,
  journal: Journal,
): Promise<readonly Finding[]> {
  const lost = partsOfGone(repository, gone, journal)
  const manifests = new Set<Digest>()
  const blobs = new Map<Digest, Digest>()
  for (const [digest, manifest] of snapshot.manifests) {
    if (gone.has(digest) || snapshot.missing?.has(digest)) continue
    if (lost.has(digest)) manifests.add(digest)
    for (const part of partsOf(manifest)) {
      if (!lost.has(part.digest)) continue
      manifests.add(digest)
      if (part.blob) blobs.set(part.digest, digest)
      else if (!gone.has(part.digest) && !snapshot.missing?.has(part.digest)) manifests.add(part.digest)
    }
  }
  const findings: Finding[] = []
  const say = (digest: Digest, what: string, sure: boolean) =>
    findings.push({
      rule: sure ? 'kept-image-damaged' : 'not-rechecked',
      severity: 'error',
      message: sure
        ? `DAMAGED: ${what} of a kept image is no longer in the registry, which lost it when another image was deleted`
        : `${what} of a kept image could not be read again`,
      fix: sure
        ? `stop deleting here, do not start the registry's garbage collection, and run: image-hygiene restore`
        : 'run apply again when the registry answers',
      image: formatReference({ repository, digest }),
    })
  await each([...manifests], async digest => {
    const answer = await registry.digestOf(repository, digest)
    if (answer === 'absent') say(digest, `the manifest ${digest}`, true)
    else if ('unknown' in answer) say(digest, `the manifest ${digest} (${answer.unknown})`, false)
    else if (answer.digest !== digest) say(digest, `the manifest ${digest}`, true)
  })
  await each([...blobs], async ([blob, owner]) => {
    const answer = await registry.hasBlob(repository, blob)
    if (answer === 'absent') say(owner, `the blob ${blob}`, true)
    else if (answer !== 'present') say(owner, `the blob ${blob} (${answer.unknown})`, false)
  })
  return findings
}

interface Part {
  readonly digest: Digest
  readonly blob: boolean
}

function partsOfGone(
  repository: Repository,
  gone: ReadonlySet<Digest>,
  journal: Journal,
): ReadonlySet<Digest> {
  const state = readState(journal.entries)
  const lost = new Set<Digest>()
  for (const digest of gone) {
    const journaled = state.manifest(repository, digest)
    const raw = journaled === undefined ? undefined : rawOf(journaled)
    const manifest = raw === undefined ? undefined : parseManifest(raw.bytes, raw.mediaType, digest)
    if (manifest === undefined || 'fault' in manifest) continue
    for (const part of partsOf(manifest)) lost.add(part.digest)
  }
  return lost
}

function partsOf({ children, mentions, config, layers }: Manifest): readonly Part[] {
  return [
    ...children.map(({ digest }) => ({ digest, blob: false })),
    ...mentions.map(digest => ({ digest, blob: false })),
    ...(config === undefined ? [] : [{ digest: config.digest, blob: true }]),
    ...layers.map(({ digest }) => ({ digest, blob: true })),
  ]
}

async function each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const work = async () => {
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) await act(item)
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work))
}
