import { type Digest, formatReference, type Repository, registryOf, type Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { RawManifest, Registry } from '../../registry/port.ts'
import { type Journal, rawOf } from '../journal.ts'
import { readState } from '../journal-state.ts'
import { putManifestBack } from '../restore-manifest.ts'
import type { Hands } from './hands.ts'

/** An image of which a tag was just deleted. */
export interface Loser {
  readonly repository: Repository
  readonly head: Digest
  readonly raw: RawManifest
  readonly tag: Tag
  /** The names that it keeps. */
  readonly stays: readonly Tag[]
}

/**
 * Asks for the image right after its tag went: some registries take the image, and its other tags, along. Then it is
 * put back under the names that stay. Empty: it answers, as it should.
 */
export async function mendImage(
  { repository, head, raw, tag, stays }: Loser,
  { registry, journal }: Pick<Hands, 'registry' | 'journal'>,
): Promise<readonly Finding[]> {
  const look = await registry.digestOf(repository, head)
  if (look !== 'absent' && 'digest' in look) {
    await journal.record({ event: 'untagged', repository, head, tag })
    return []
  }
  const host = registryOf(repository)
  const image = formatReference({ repository, digest: head })
  const damaged = (message: string, fix: string): Finding => ({
    rule: 'untag-took-image',
    severity: 'error',
    message: `DAMAGED: ${message}`,
    fix,
    image,
  })
  if (look !== 'absent') {
    return [
      {
        rule: 'not-rechecked',
        severity: 'error',
        message: `whether the image is still there after its tag ${tag} went cannot be told: ${look.unknown}`,
        fix: 'run apply again when the registry answers: it looks again and puts back what is missing',
        image,
      },
    ]
  }
  const back = await putManifestBack(registry, repository, head, raw, stays)
  const never = `take ${host} out of cleanup.untag in the policy: this registry deletes images by their tags`
  if (!back.back) {
    const why = back.why === 'lost' ? 'the registry has taken its blobs, too' : back.detail
    return [
      damaged(`the image went with its tag ${tag} and is not back: ${why}`, `push it again, and ${never}`),
    ]
  }
  await journal.record({ event: 'untagged', repository, head, tag })
  return [
    {
      rule: 'untag-took-image',
      severity: 'error',
      message: `the registry deleted a kept image along with its tag ${tag}; the image is back${stays.length === 0 ? '' : `, as ${stays.join(', ')}`}`,
      fix: never,
      image,
    },
  ]
}

/**
 * An interrupted run may have ended between a tag's deletion and the look at its image. What it could not see to is
 * seen to before anything is read or judged.
 */
export async function mendInterrupted(
  journal: Journal,
  registryFor: (repository: Repository) => Registry | undefined,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { intent, gone, restored } of readState(journal.entries).lines.values()) {
    const { repository, head, untag, manifests } = intent
    const [manifest] = manifests
    if (untag === undefined || restored || gone.has(head) || manifest === undefined) continue
    const registry = registryFor(repository)
    const raw = rawOf(manifest)
    if (registry === undefined || raw === undefined) continue
    findings.push(...(await mendImage({ repository, head, raw, ...untag }, { registry, journal })))
  }
  return findings
}
