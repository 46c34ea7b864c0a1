import type { Finding } from '../outcome/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Files } from '../system/world.ts'
import { type ImageRecord, recordSchema } from './record.ts'

/** Bytes of a catalog that are read: half a million records. */
const largest = 1024 * 1024 * 1024
/** The kernel writes so much at once; what is longer could be torn by somebody who writes at the same time. */
const longestLine = 500 * 1024
/** Of bad lines so many are told one by one. */
const mostTold = 100

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
  await files.append(path, (await isTorn(path, files)) ? `\n${line}` : line)
}

/** Whether its last line has no end. */
async function isTorn(path: string, files: Files): Promise<boolean> {
  const size = await files.size(path)
  if (size === undefined || size === 0) return false
  for await (const [last] of files.stream(path, { start: size - 1, length: 1 })) return last !== newline
  return false
}

export interface Catalog {
  readonly records: readonly ImageRecord[]
  /** Lines that are no record: of another version, cut off, or edited by hand. */
  readonly findings: readonly Finding[]
}

/** Every record of a catalog, in the order they were written. */
export async function readCatalog(path: string, files: Files): Promise<Catalog> {
  const size = (await files.size(path)) ?? 0
  if (size > largest) {
    throw new HygieneError('too-large', `${path} is larger than ${largest} bytes`, {
      fix: 'begin a new catalog; keep the old one beside it',
    })
  }
  const reading = openReading(path)
  for await (const line of linesOf(files.stream(path))) reading.take(line)
  return reading.catalog()
}

export function parseCatalog(text: string, file: string): Catalog {
  const reading = openReading(file)
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) reading.take(line)
  return reading.catalog()
}

function openReading(file: string) {
  const records: ImageRecord[] = []
  const findings: Finding[] = []
  let number = 0
  let bad = 0
  return {
    take(line: string | undefined) {
      number += 1
      if (line?.trim() === '') return
      const record = line === undefined ? undefined : parseLine(line)
      if (record !== undefined) records.push(record)
      else if (++bad <= mostTold) findings.push(badRecord(file, number))
    },
    catalog(): Catalog {
      return { records, findings: bad > mostTold ? [...findings, moreBad(file, bad - mostTold)] : findings }
    },
  }
}

const newline = 0x0a

/** As they come; one that is longer than any record is undefined, and not held. */
async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  let held: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array) => {
    length += part.length
    if (length > longestLine) held = []
    else held.push(part)
  }
  const line = () => {
    const text = length > longestLine ? undefined : new TextDecoder().decode(Buffer.concat(held))
    held = []
    length = 0
    return text
  }
  for await (const piece of source) {
    let from = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, from)) {
      take(piece.subarray(from, end))
      yield line()
      from = end + 1
    }
    take(piece.subarray(from))
  }
  if (length > 0) yield line()
}

function badRecord(file: string, line: number): Finding {
  return {
    rule: 'bad-record',
    severity: 'warning',
    message: `${file}:${line} is no record that this version reads`,
    fix: 'restore the line from the history of the file',
    location: { file, line },
  }
}

function moreBad(file: string, lines: number): Finding {
  return {
    rule: 'bad-record',
    severity: 'warning',
    message: `${file}: ${lines} more lines are no records`,
    fix: 'restore the file from its history',
  }
}

export function parseLine(line: string): ImageRecord | undefined {
  // An error of JSON.parse costs more than reading a record does.
  if (!line.trimStart().startsWith('{')) return undefined
  try {
    return recordSchema.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
