import { type Digest, type Repository, registryOf, type Tag } from '../../image/index.ts'
import type { Hands } from './hands.ts'

/** What became of one manifest. */
export type Deleted =
  | { readonly gone: true; readonly by: 'us' | 'others' }
  | {
      readonly gone: false
      /** `registry`: it will refuse every other deletion, too. `image`: this one is protected. `unknown`: nobody knows. */
      readonly scope: 'registry' | 'image' | 'moved' | 'unknown'
      readonly why: string
      readonly fix?: string
    }

/**
 * Deletes one manifest, comparing its tags in the same request where the registry can. An answer that got lost is
 * settled by looking again: a deletion is never sent twice on suspicion.
 */
export async function deleteOne(
  { registry }: Pick<Hands, 'registry'>,
  repository: Repository,
  digest: Digest,
  tags: readonly Tag[],
): Promise<Deleted> {
  const answer =
    registry.deleteIfTagged === undefined || tags.length === 0
      ? await registry.deleteManifest(repository, digest)
      : await registry.deleteIfTagged(repository, digest, tags)
  if (answer === 'deleted') return { gone: true, by: 'us' }
  if (answer === 'absent') return { gone: true, by: 'others' }
  if (answer === 'moved') return { gone: false, scope: 'moved', why: 'a tag moved at the last moment' }
  if ('refused' in answer) {
    const scope = answer.refused === 'disabled' || answer.refused === 'forbidden' ? 'registry' : 'image'
    return { gone: false, scope, why: answer.message, fix: answer.fix }
  }
  const look = await registry.digestOf(repository, digest)
  if (look === 'absent') return { gone: true, by: 'us' }
  return {
    gone: false,
    scope: 'unknown',
    why: `${registryOf(repository)} gave no clear answer to the deletion: ${answer.unknown}`,
  }
}
