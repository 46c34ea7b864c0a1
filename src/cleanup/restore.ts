import type { Digest, Reference, Repository, Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Registry } from '../registry/port.ts'
import { type Journal, rawOf } from './journal.ts'
import { type JournaledLine, type JournalState, readState } from './journal-state.ts'
import type { PlanLine } from './plan-file.ts'
import { type PutOutcome, putManifestBack } from './restore-manifest.ts'
import { partsFirst } from './restore-order.ts'

/** What became of one image that restore went for. */
export interface RestoredImage {
  readonly repository: Repository
  readonly head: Digest
  readonly tags: readonly Tag[]
  readonly manifests: readonly { readonly digest: Digest; readonly outcome: PutOutcome }[]
  /** True if the head is in the registry again, or still. */
  readonly whole: boolean
  /** The line that makes it last: without it the next plan proposes the image again. */
  readonly keep: PlanLine
}

/**
 * Puts back what apply deleted: exact bytes, parts before wholes, an image before what refers to it, tags where they are
 * free. Without references everything of the last plan; a reference (tag, digest or whole repository) picks from all.
 */
export async function restore(
  journal: Journal,
  references: readonly Reference[],
  registryOf: (repository: Repository) => Registry,
): Promise<readonly RestoredImage[]> {
  const state = readState(journal.entries)
  const restored: RestoredImage[] = []
  // The latest deletion first: a tag that was deleted twice goes to the image that had it last.
  for (const line of chosen(state, references).toReversed()) {
    restored.push(await restoreLine(line, state, registryOf(line.intent.repository)))
    const last = restored.at(-1)
    if (!last?.whole) continue
    const { repository, head } = last
    const { untag } = line.intent
    await journal.record({
      event: 'restored',
      repository,
      head,
      ...(untag === undefined ? {} : { tag: untag.tag }),
    })
  }
  return restored
}

async function restoreLine(
  { intent }: JournaledLine,
  state: JournalState,
  registry: Registry,
): Promise<RestoredImage> {
  const { repository, head, class: name, reason, untag } = intent
  const manifests: { digest: Digest; outcome: PutOutcome }[] = []
  const starts = intent.manifests.map(manifest => manifest.digest)
  // Of an untag, only the tag is to come back; of an image, whatever any run knew of its parts.
  const find = (digest: Digest) =>
    untag === undefined ? state.manifest(repository, digest) : intent.manifests[0]
  for (const digest of untag === undefined ? partsFirst(starts, find) : starts) {
    const journaled = find(digest)
    const raw = journaled === undefined ? undefined : rawOf(journaled)
    const outcome: PutOutcome =
      raw === undefined || journaled === undefined
        ? { back: false, why: 'unclear', detail: 'the journal is damaged here' }
        : await putManifestBack(registry, repository, digest, raw, journaled.tags)
    manifests.push({ digest, outcome })
  }
  const tags = intent.manifests.find(manifest => manifest.digest === head)?.tags ?? []
  return {
    repository,
    head,
    tags,
    manifests,
    whole: manifests.every(({ outcome }) => outcome.back),
    keep: {
      action: 'keep',
      repository,
      head,
      tags,
      class: name,
      reason,
      with: intent.manifests.map(manifest => manifest.digest).filter(digest => digest !== head),
    },
  }
}

function chosen(state: JournalState, references: readonly Reference[]): readonly JournaledLine[] {
  const lines = [...state.lines.values()]
  if (lines.length === 0) {
    throw new HygieneError('no-file', 'the journal is empty: nothing was deleted with it', {
      fix: 'name the folder that apply wrote: --journal-dir; in CI it is in the artifact of the apply job',
    })
  }
  if (references.length === 0) {
    const last = lines.at(-1)?.plan
    return lines.filter(line => line.plan === last && !line.restored)
  }
  const missing = references.find(reference => !lines.some(line => isNamed(line, reference)))
  if (missing !== undefined) {
    const { repository, tag, digest } = missing
    throw new HygieneError(
      'bad-usage',
      'the journal knows nothing of this image: it was not deleted with it',
      {
        image: `${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`,
      },
    )
  }
  return lines.filter(line => references.some(reference => isNamed(line, reference)))
}

function isNamed({ intent }: JournaledLine, { repository, tag, digest }: Reference): boolean {
  if (intent.repository !== repository) return false
  if (digest !== undefined) return intent.manifests.some(manifest => manifest.digest === digest)
  return tag === undefined || intent.manifests.some(manifest => manifest.tags.includes(tag))
}
