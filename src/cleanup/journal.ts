import { type Digest, formatInstant, type Instant, type Repository, type Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { matches } from '../registry/hash.ts'
import type { RawManifest } from '../registry/port.ts'
import type { Files } from '../system/world.ts'
import type { PlanId } from './plan-file.ts'

/**
 * What apply is about to do and has done, in JSON Lines, each flushed to the disk before the next request. An `intent`
 * holds the exact bytes of every manifest that it covers, so one file is enough to put everything back.
 */
export type JournalEntry =
  | { readonly event: 'run'; readonly plan: PlanId; readonly at: string }
  | {
      readonly event: 'intent'
      readonly repository: Repository
      readonly head: Digest
      readonly class: string | null
      readonly reason: string
      /** The head first, then what goes along; of an untag the head alone, with the tag that goes. */
      readonly manifests: readonly JournaledManifest[]
      /** Only a tag goes, and its image stays under these. */
      readonly untag?: { readonly tag: Tag; readonly stays: readonly Tag[] }
    }
  /** The tag is gone, and its image has answered since. */
  | { readonly event: 'untagged'; readonly repository: Repository; readonly head: Digest; readonly tag: Tag }
  | { readonly event: 'gone'; readonly repository: Repository; readonly digests: readonly Digest[] }
  | { readonly event: 'put-back'; readonly repository: Repository; readonly digests: readonly Digest[] }
  | {
      readonly event: 'restored'
      readonly repository: Repository
      readonly head: Digest
      /** Absent: the whole image. */
      readonly tag?: Tag
    }

export interface JournaledManifest {
  readonly digest: Digest
  readonly mediaType: string
  readonly tags: readonly Tag[]
  /** Base64 of the exact bytes. */
  readonly bytes: string
}

export interface Journal {
  readonly path: string
  /** Everything written so far, this run and earlier ones. */
  readonly entries: readonly JournalEntry[]
  /** Lines that could not be read, from 1; the last one is usual after a crash, and nothing was deleted for it. */
  readonly damaged: readonly number[]
  /** Resolves when the entry is on the disk. */
  record(entry: JournalEntry): Promise<void>
}

const largestJournal = 512 * 1024 * 1024 - 1024

/** Opens the journal of a folder, or begins one. */
export async function openJournal(folder: string, files: Files): Promise<Journal> {
  const path = `${folder.replace(/[\\/]+$/, '')}/journal.jsonl`
  const exists = (await files.kind(path)) === 'file'
  const text = exists ? await files.readText(path, largestJournal) : ''
  const entries: JournalEntry[] = []
  const damaged: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue
    const entry = parseEntry(line)
    if (entry === undefined) damaged.push(index + 1)
    else entries.push(entry)
  }
  // A line that a crash cut off must not swallow the next one.
  let separator = text === '' || text.endsWith('\n') ? '' : '\n'
  return {
    path,
    entries,
    damaged,
    async record(entry) {
      await files.append(path, `${separator}${JSON.stringify(entry)}\n`)
      separator = ''
      entries.push(entry)
    },
  }
}

/** A journal that remembers and writes nothing, for a run that only says what it would do. */
export function journalForShow(journal: Journal): Journal {
  const entries = [...journal.entries]
  return {
    ...journal,
    entries,
    record: entry => {
      entries.push(entry)
      return Promise.resolve()
    },
  }
}

export function runEntry(plan: PlanId, now: Instant): JournalEntry {
  return { event: 'run', plan, at: formatInstant(now) }
}

/** Refuses bytes that are not what the digest says: a journal that cannot restore is worse than none. */
export function journaled(digest: Digest, raw: RawManifest, tags: readonly Tag[]): JournaledManifest {
  if (!matches(raw.bytes, digest)) {
    throw new HygieneError('damaged', `the bytes read for ${digest} have another digest`, {
      fix: 'empty the cache folder (--cache-dir) and run again; nothing was deleted for it',
    })
  }
  return {
    digest,
    mediaType: raw.mediaType,
    tags,
    bytes: Buffer.from(raw.bytes).toString('base64'),
  }
}

/** The exact bytes again, or undefined if the journal is damaged there. */
export function rawOf({ digest, mediaType, bytes }: JournaledManifest): RawManifest | undefined {
  const decoded = new Uint8Array(Buffer.from(bytes, 'base64'))
  return matches(decoded, digest) ? { mediaType, bytes: decoded } : undefined
}

const events = ['run', 'intent', 'untagged', 'gone', 'put-back', 'restored']

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const value = JSON.parse(line)
    return events.includes(value?.event) ? (value as JournalEntry) : undefined
  } catch {
    return undefined
  }
}
