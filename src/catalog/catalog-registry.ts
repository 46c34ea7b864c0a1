import { isTag, type Repository, type Tag } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { digestOf } from '../registry/hash.ts'
import { forEach, type OciRegistry } from '../registry/index.ts'
import { putRecord, recordArtifactType } from './artifact.ts'
import { type Catalog, formatRecord, parseLine } from './catalog.ts'
import type { ImageRecord } from './record.ts'

// A catalog in a registry: a repository in which each record has a tag of its own. Registries have no compare-and-swap,
// so a list that many write would lose entries; tags of their own lose none, and nobody waits for anybody.

const atOnce = 16
const largest = 1024 * 1024
/** Seconds of the moment it was recorded, then the start of its sha256. */
const entry = /^([0-9]{10,12})-([0-9a-f]{16})$/

export async function appendToRegistry(
  registry: OciRegistry,
  repository: Repository,
  record: ImageRecord,
): Promise<void> {
  await putRecord(registry, repository, record, { tag: tagOf(record) })
}

function tagOf(record: ImageRecord): Tag {
  const seconds = Math.floor(Date.parse(record.recorded_at) / 1000)
  const tag = `${seconds}-${hexOf(formatRecord(record))}`
  if (isTag(tag)) return tag
  throw new HygieneError('internal', `${tag} is no tag`)
}

function hexOf(line: string): string {
  return digestOf(Buffer.from(line)).slice('sha256:'.length).slice(0, 16)
}

/** Every record, in the order they were recorded. A tag that says another hash than its record has been tampered with. */
export async function readFromRegistry(registry: OciRegistry, repository: Repository): Promise<Catalog> {
  const { tags, incomplete } = await registry.tags(repository)
  if (incomplete !== undefined) throw unreadable(repository, incomplete)
  const entries = tags.filter(tag => entry.test(tag)).toSorted(byTime)
  const lines = new Map<Tag, string | undefined>()
  await forEach(entries, Math.min(atOnce, entries.length), async tag => {
    lines.set(tag, await lineOf(registry, repository, tag))
  })
  const records: ImageRecord[] = []
  const findings: Finding[] = []
  for (const tag of entries) {
    const line = lines.get(tag)
    const sound = line !== undefined && hexOf(line) === entry.exec(tag)?.[2]
    const record = sound ? parseLine(line) : undefined
    if (record !== undefined) records.push(record)
    else findings.push(damaged(repository, tag))
  }
  return { records, findings }
}

function byTime(a: Tag, b: Tag): number {
  return Number(entry.exec(a)?.[1]) - Number(entry.exec(b)?.[1]) || (a < b ? -1 : 1)
}

/** The line as it was recorded; undefined for what is no record. */
async function lineOf(registry: OciRegistry, repository: Repository, tag: Tag): Promise<string | undefined> {
  const answer = await registry.manifest(repository, tag)
  if ('unknown' in answer) throw unreadable(repository, `the tag ${tag}: ${answer.unknown}`)
  // Somebody deleted it between the listing and now.
  if (!answer.found) return undefined
  const embedded = dataIn(answer.raw.bytes)
  if (embedded !== undefined) return embedded
  const layer = answer.manifest.layers.find(({ mediaType }) => mediaType === recordArtifactType)
  if (layer === undefined) return undefined
  const blob = await registry.blob(repository, layer.digest, largest)
  if (blob === 'absent') return undefined
  if ('unknown' in blob) throw unreadable(repository, `the record ${tag}: ${blob.unknown}`)
  return new TextDecoder().decode(blob.bytes)
}

function dataIn(manifest: Uint8Array): string | undefined {
  try {
    const [layer] = JSON.parse(new TextDecoder().decode(manifest)).layers
    if (layer.mediaType !== recordArtifactType || typeof layer.data !== 'string') return undefined
    return Buffer.from(layer.data, 'base64').toString('utf8')
  } catch {
    return undefined
  }
}

function damaged(repository: Repository, tag: Tag): Finding {
  return {
    rule: 'bad-record',
    severity: 'warning',
    message: `${repository}:${tag} is no record that this version reads, or not the one that was written`,
    fix: 'record the image again; find out who can push to the catalog',
    image: `${repository}:${tag}`,
  }
}

function unreadable(repository: Repository, why: string): HygieneError {
  return new HygieneError('undecidable', `the catalog ${repository} cannot be read: ${why}`, {
    image: repository,
  })
}
