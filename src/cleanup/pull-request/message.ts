import { type Digest, formatReference, isDigest, parseReference, type Repository } from '../../image/index.ts'
import type { PlanId } from '../plan-file.ts'
import { shortId } from './title.ts'

/** What a commit of ours says about itself, in trailers: the branch remembers what the file no longer shows. */
export interface Note {
  readonly plan: PlanId
  /** `repository@digest` of lines that reviewers deleted in this proposal, sorted. */
  readonly struck: readonly string[]
}

/** The commit message of a plan. */
export function messageOf({ plan, struck }: Note, title: string): string {
  return [
    title,
    '',
    `Plan ${shortId(plan)} of the images that may go.`,
    ...(struck.length === 0 ? [] : [`Struck by reviewers, and left out: ${struck.length}.`]),
    '',
    `Image-Hygiene-Plan: ${plan}`,
    ...struck.map(name => `Image-Hygiene-Struck: ${name}`),
  ].join('\n')
}

/** Reads the trailers; `undefined` if the commit is not one of ours. */
export function parseMessage(message: string): Note | undefined {
  let plan: PlanId | undefined
  const struck = new Set<string>()
  for (const line of message.split(/\r?\n/)) {
    const [, key, value = ''] = /^Image-Hygiene-(Plan|Struck): (\S{1,600})$/.exec(line) ?? []
    if (key === 'Plan' && isDigest(value)) plan = value
    if (key === 'Struck' && isImageName(value)) struck.add(value)
  }
  return plan === undefined ? undefined : { plan, struck: [...struck].sort() }
}

/** How a plan's line is known: by image, whatever its tags are by then. */
export function nameOf({
  repository,
  head,
}: {
  readonly repository: Repository
  readonly head: Digest
}): string {
  return formatReference({ repository, digest: head })
}

function isImageName(text: string): boolean {
  const reference = parseReference(text)
  return 'repository' in reference && reference.digest !== undefined && reference.tag === undefined
}
