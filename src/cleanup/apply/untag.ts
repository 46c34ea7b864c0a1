import { formatReference, type Repository, registryOf, type Tag } from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { RawManifest } from '../../registry/port.ts'
import { journaled } from '../journal.ts'
import type { Hands } from './hands.ts'
import { mendImage } from './mend.ts'
import { type LineResult, skipped } from './result.ts'
import type { FreshRepository } from './review.ts'
import type { JudgedUntag } from './review-untag.ts'

export interface Untagged {
  readonly lines: readonly LineResult[]
  readonly findings: readonly Finding[]
}

type Go = Extract<JudgedUntag, { state: 'go' }>

/**
 * Takes the tags of lines whose images stay, by the registry's own tag deletion and nothing else. Each line is looked at
 * once more, its bytes and the intent are on the disk before a tag goes, and after each tag the image has to answer: a
 * registry that takes both loses neither, for the image is put back at once and nothing more is tried there.
 */
export async function untagLines(
  repository: Repository,
  { snapshot }: FreshRepository,
  going: readonly Go[],
  hands: Hands,
  /** Why nothing is to be tried here any more. */
  refusal?: string,
): Promise<Untagged> {
  const lines: LineResult[] = []
  const findings: Finding[] = []
  let stop = refusal
  for (const go of going) {
    const { line, tags, by } = go
    const spent = hands.budget.spent()
    if (stop !== undefined || spent !== undefined) {
      lines.push(skipped(line, stop === undefined ? 'not-reached' : 'refused', stop ?? spent ?? ''))
      continue
    }
    const look = await lookOnce(repository, go, hands)
    if (!('raw' in look)) {
      lines.push(look)
      continue
    }
    const stays = [...snapshot.tags].flatMap(([tag, digest]) =>
      digest === line.head && !line.tags.includes(tag) ? [tag] : [],
    )
    const taken: Tag[] = []
    let refused: string | undefined
    for (const tag of hands.send ? tags : []) {
      await hands.journal.record({
        event: 'intent',
        repository,
        head: line.head,
        class: line.class,
        reason: line.reason,
        manifests: [journaled(line.head, look.raw, [tag])],
        untag: { tag, stays },
      })
      const answer = await deleteTag(repository, tag, hands)
      if (answer !== 'gone') {
        refused = answer.why
        if (answer.everywhere) stop = answer.why
        findings.push(...answer.findings)
        break
      }
      taken.push(tag)
      const damage = await mendImage({ repository, head: line.head, raw: look.raw, tag, stays }, hands)
      if (damage.length > 0) {
        findings.push(...damage)
        stop = `${registryOf(repository)} may take an image along with its tag`
        break
      }
    }
    if (taken.length > 0) hands.budget.took()
    if (refused !== undefined) {
      const before = taken.length === 0 ? '' : `; ${taken.join(', ')} went before`
      lines.push(skipped(line, 'refused', `${refused}${before}`))
    } else {
      lines.push({ end: hands.send ? 'untagged' : 'would-untag', line, tags, by: by.tag })
    }
    hands.progress(`${repository}: ${lines.length} of ${going.length} names`)
  }
  return { lines, findings }
}

/** The name that stays must still be there, and each tag must still be the image that was reviewed. */
async function lookOnce(
  repository: Repository,
  { line, tags, by }: Go,
  { registry }: Hands,
): Promise<{ readonly raw: RawManifest } | LineResult> {
  const name = await registry.digestOf(repository, by.tag)
  if (name === 'absent') return skipped(line, 'tag-gone', `${by.tag}, its other name, is no longer there`)
  if ('unknown' in name) return skipped(line, 'unreadable', name.unknown)
  if (name.digest !== by.digest)
    return skipped(line, 'tag-moved', `${by.tag}, its other name, now is ${name.digest}`)
  let raw: RawManifest | undefined
  for (const tag of tags) {
    const read = await registry.manifest(repository, tag)
    if ('unknown' in read) return skipped(line, 'unreadable', read.unknown)
    if (!read.found) return skipped(line, 'tag-gone', `${tag} is no longer there`)
    if (read.manifest.digest !== line.head) {
      return skipped(line, 'tag-moved', `${tag} now is ${read.manifest.digest}`)
    }
    raw = read.raw
  }
  return { raw: raw as RawManifest }
}

type Answer =
  | 'gone'
  | { readonly why: string; readonly everywhere: boolean; readonly findings: readonly Finding[] }

/** An answer that got lost is settled by looking: a deletion is never sent twice on suspicion. */
async function deleteTag(repository: Repository, tag: Tag, { registry }: Hands): Promise<Answer> {
  const answer = await registry.deleteTag(repository, tag)
  if (answer === 'deleted' || answer === 'absent') return 'gone'
  if ('refused' in answer) {
    const everywhere = answer.refused === 'disabled' || answer.refused === 'forbidden'
    const finding: Finding = {
      rule: 'untag-refused',
      severity: 'error',
      message: `${registryOf(repository)} takes no tag from an image: ${answer.message}`,
      fix: answer.fix,
      image: formatReference({ repository, tag }),
    }
    return { why: answer.message, everywhere, findings: everywhere ? [finding] : [] }
  }
  const look = await registry.digestOf(repository, tag)
  if (look === 'absent') return 'gone'
  return {
    why: `no clear answer to the deletion of ${tag}: ${answer.unknown}`,
    everywhere: false,
    findings: [],
  }
}
