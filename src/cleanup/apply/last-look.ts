import type { Digest, Repository, Tag } from '../../image/index.ts'
import { type JournaledManifest, journaled } from '../journal.ts'
import type { Hands } from './hands.ts'
import type { SkipCode } from './review.ts'

/** Everything that a deletion needs to be undone, read in the moment before it. */
export type LastLook =
  | {
      readonly clear: true
      readonly manifests: readonly JournaledManifest[]
      /** Parts that are not there any more: an interrupted run, or somebody else. */
      readonly absent: readonly Digest[]
    }
  /** The head itself answers 404 by now. */
  | { readonly clear: 'absent' }
  | { readonly clear: false; readonly code: SkipCode; readonly detail: string }

/**
 * Reads a line once more: each tag must still be the head, and the bytes of all that goes are fetched for the journal.
 * The first tag is read whole, so the check brings the head's bytes along.
 */
export async function lastLook(
  { registry }: Pick<Hands, 'registry'>,
  repository: Repository,
  head: Digest,
  tags: readonly Tag[],
  along: readonly Digest[],
  tagsOf: (digest: Digest) => readonly Tag[],
): Promise<LastLook> {
  const [first, ...others] = tags
  const read = await registry.manifest(repository, first ?? head)
  if ('unknown' in read) return unclear('unreadable', read.unknown)
  if (!read.found)
    return first === undefined ? { clear: 'absent' } : unclear('tag-gone', `${first} is no longer there`)
  if (read.manifest.digest !== head) return unclear('tag-moved', `${first} now is ${read.manifest.digest}`)
  for (const tag of others) {
    const answer = await registry.digestOf(repository, tag)
    if (answer === 'absent') return unclear('tag-gone', `${tag} is no longer there`)
    if ('unknown' in answer) return unclear('unreadable', answer.unknown)
    if (answer.digest !== head) return unclear('tag-moved', `${tag} now is ${answer.digest}`)
  }
  const absent: Digest[] = []
  const manifests = [journaled(head, read.raw, tagsOf(head))]
  for (const digest of along) {
    const part = await registry.manifest(repository, digest)
    if ('unknown' in part) return unclear('unreadable', `${digest}: ${part.unknown}`)
    if (part.found) manifests.push(journaled(digest, part.raw, tagsOf(digest)))
    else absent.push(digest)
  }
  return { clear: true, manifests, absent }
}

function unclear(code: SkipCode, detail: string): LastLook {
  return { clear: false, code, detail }
}
