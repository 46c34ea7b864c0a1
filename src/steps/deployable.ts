import type { ImageRecord } from '../catalog/index.ts'
import { readPlan } from '../cleanup/plan-file-parse.ts'
import { formatReference, isDigest, parseReference, type Tag } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { type ClassRule, canonical, classify, type Policy } from '../policy/index.ts'
import type { Registries } from '../registry/index.ts'
import { type Pinned, readOne, readPinned } from '../signing/index.ts'
import type { World } from '../system/world.ts'

// What a deployment asks of an image besides its signature: that its tag still means it, and that it will stay.

/** The classes that an image's tag is of; none for an image by digest alone. */
export function classesOf(
  { tag }: Pinned,
  policy: Policy,
): readonly { readonly name: string; readonly rule: ClassRule }[] {
  return tag === undefined
    ? []
    : classify(tag, policy).map(match => ({ name: match.class, rule: match.rule }))
}

/** Images to fall back on. A tag alone means the image that was recorded under it, whatever it names today. */
export function readRollback(texts: readonly string[], records: readonly ImageRecord[]): readonly Pinned[] {
  return texts.map(text => {
    const reference = readOne(text)
    const { repository, tag } = reference
    if (reference.digest !== undefined || tag === undefined)
      return only(readPinned([text], undefined, 'verify'))
    const digest = recordOfTag(records, repository, tag)?.digest
    if (digest !== undefined && isDigest(digest)) return { repository, tag, digest }
    throw new HygieneError(
      'bad-usage',
      `rollback: ${text} is no digest, and no record tells what was released as it`,
      {
        fix: `${text}@sha256:…, or name the catalog that the release was recorded in: --catalog catalog.jsonl`,
        image: text,
      },
    )
  })
}

function only(list: readonly Pinned[]): Pinned {
  return list[0] as Pinned
}

/** Tags that name another image than the one asked for, or than the one that was recorded under them. */
export async function findMovedTags(
  images: readonly Pinned[],
  records: readonly ImageRecord[],
  registries: Registries,
  policy: Policy,
): Promise<readonly Finding[]> {
  const wanted = new Map<string, Pinned & { readonly tag: Tag; readonly why: string }>()
  for (const image of images) {
    for (const record of records.filter(({ digest }) => digest === image.digest)) {
      for (const { repository, tag } of tagsOf(record)) {
        if (repository !== image.repository || !isReleased(tag, policy)) continue
        // A later record of the same tag moved it on purpose; it is that record which holds.
        const digest = recordOfTag(records, repository, tag)?.digest ?? record.digest
        if (isDigest(digest))
          wanted.set(`${repository}:${tag}`, { repository, tag, digest, why: 'was recorded as' })
      }
    }
    const { tag } = image
    if (tag === undefined) continue
    const recorded = recordOfTag(records, image.repository, tag)?.digest
    const kept = recorded !== undefined && isDigest(recorded) && isReleased(tag, policy)
    wanted.set(`${image.repository}:${tag}`, {
      ...image,
      tag,
      digest: kept ? recorded : image.digest,
      why: kept ? 'was recorded as' : 'is expected to be',
    })
  }
  const looked = await Promise.all(
    [...wanted.values()].map(async one => {
      const now = await registries.of(one.repository).digestOf(one.repository, one.tag)
      const asked = images.filter(({ repository, tag }) => repository === one.repository && tag === one.tag)
      return [
        ...movedNow(one, now, isReleased(one.tag, policy)),
        ...asked
          .filter(({ digest }) => digest !== one.digest)
          .map(image => otherwiseRecorded(image, one.digest)),
      ]
    }),
  )
  return looked.flat()
}

type Answer = Awaited<ReturnType<ReturnType<Registries['of']>['digestOf']>>

function movedNow(
  { repository, tag, digest, why }: Pinned & { readonly tag: Tag; readonly why: string },
  now: Answer,
  released: boolean,
): readonly Finding[] {
  const image = formatReference({ repository, tag, digest })
  if (now !== 'absent' && 'unknown' in now) {
    return [
      {
        rule: 'undecidable',
        severity: 'error',
        message: `what ${tag} names now is not known: ${now.unknown}`,
        image,
      },
    ]
  }
  if (now !== 'absent' && now.digest === digest) return []
  const what = now === 'absent' ? 'is gone' : `now names ${now.digest}`
  return [
    {
      rule: now === 'absent' ? 'tag-gone' : 'tag-moved',
      severity: now !== 'absent' && released ? 'error' : 'warning',
      message: `the tag ${tag} ${why} ${digest} and ${what}`,
      fix:
        now === 'absent'
          ? 'deploy by digest; an image without a tag may be cleaned up'
          : 'find out who pushed it; deploy by digest, and put the tag back',
      image,
    },
  ]
}

function otherwiseRecorded(image: Pinned, recorded: string): Finding {
  return {
    rule: 'tag-moved',
    severity: 'error',
    message: `${image.tag} was recorded as ${recorded}: this is another image`,
    fix: `deploy what was recorded: ${image.repository}@${recorded}`,
    image: formatReference(image),
  }
}

function isReleased(tag: string, policy: Policy): boolean {
  return classify(tag, policy).some(({ rule }) => rule.immutable)
}

function tagsOf(record: ImageRecord) {
  return [record.image, ...record.tags].flatMap(text => {
    const reference = parseReference(text)
    return 'fault' in reference || reference.tag === undefined
      ? []
      : [{ repository: reference.repository, tag: reference.tag }]
  })
}

/** Images that an open cleanup plan is about to delete. */
export async function findPlanned(
  images: readonly Pinned[],
  planFile: string | undefined,
  policy: Policy,
  { files }: World,
): Promise<readonly Finding[]> {
  if (planFile === undefined) return []
  const { lines } = readPlan(await files.readText(planFile, 512 * 1024 * 1024), planFile)
  const going = lines.filter(({ action }) => action !== 'keep')
  return images.flatMap(image => {
    const repository = canonical(image.repository, policy)
    const line = going.find(
      one =>
        (one.repository === repository || one.repository === image.repository) &&
        (one.head === image.digest || one.with.includes(image.digest)) &&
        // A tag that goes alone is nothing to an image that is deployed by another.
        (one.action === 'delete' || (image.tag !== undefined && one.tags.includes(image.tag))),
    )
    if (line === undefined) return []
    return [
      {
        rule: 'in-cleanup-plan',
        severity: 'error',
        message: `${planFile} is about to ${line.action === 'untag' ? 'take this tag' : 'delete it'} (${line.reason})`,
        fix: `change "${line.action}" to "keep" in its line, or deploy another image`,
        image: formatReference(image),
      } as const,
    ]
  })
}

/** The last record of a tag, by repository and tag. */
export function recordOfTag(
  records: readonly ImageRecord[],
  repository: string,
  tag: string,
): ImageRecord | undefined {
  return records.findLast(
    record => record.tags.includes(`${repository}:${tag}`) || record.image === `${repository}:${tag}`,
  )
}
