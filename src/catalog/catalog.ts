import type { Finding } from '../outcome/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Files } from '../system/world.ts'
import { type ImageRecord, recordSchema } from './record.ts'

/** Bytes of a catalog that are read. */
const largest = 512 * 1024 * 1024
/** The kernel writes so much at once; what is longer could be torn by somebody who writes at the same time. */
const longestLine = 500 * 1024

/** One line, keys in the order of the schema. */
export function formatRecord(record: ImageRecord): string {
  return `${JSON.stringify(recordSchema.parse(record))}\n`
}

/**
 * Appends one record in one write, so that many jobs on one disk can append at once and none is lost. A line that
 * somebody left without an end is ended first.
 */
export async function appendRecord(path: string, record: ImageRecord, files: Files): Promise<void> {
  const line = formatRecord(record)
  if (Buffer.byteLength(line) > longestLine) {
    throw new HygieneError('too-large', `the record of ${record.image} is longer than ${longestLine} bytes`, {
      fix: 'write it to a file of its own with record-file, without the catalog',
    })
  }
  const before = (await files.kind(path)) === 'absent' ? '' : await files.readText(path, largest)
  await files.append(path, before === '' || before.endsWith('\n') ? line : `\n${line}`)
}

export interface Catalog {
  readonly records: readonly ImageRecord[]
  /** Lines that are no record: of another version, cut off, or edited by hand. */
  readonly findings: readonly Finding[]
}

/** Every record of a catalog, in the order they were written. */
export async function readCatalog(path: string, files: Files): Promise<Catalog> {
  return parseCatalog(await files.readText(path, largest), path)
}

export function parseCatalog(text: string, file: string): Catalog {
  const records: ImageRecord[] = []
  const findings: Finding[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue
    const record = parseLine(line)
    if (record !== undefined) records.push(record)
    else
      findings.push({
        rule: 'bad-record',
        severity: 'warning',
        message: `${file}:${index + 1} is no record that this version reads`,
        fix: 'restore the line from the history of the file',
        location: { file, line: index + 1 },
      })
  }
  return { records, findings }
}

export function parseLine(line: string): ImageRecord | undefined {
  try {
    return recordSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
