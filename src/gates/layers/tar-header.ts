import { HygieneError } from '../../outcome/index.ts'

// One header block of a tar, and the records that amend the next one.

export const block = 512

export interface TarHeader {
  /** The type flag, one character. */
  readonly kind: string
  readonly name: string
  readonly linkName: string
  /** Bytes that follow, if this kind has any. */
  readonly size: number
}

/** Throws `damaged` for a block that is no header. */
export function readHeader(header: Buffer): TarHeader {
  checkSum(header)
  return {
    kind: String.fromCharCode(header[156] as number),
    name: nameOf(header),
    linkName: header[157] === 0 ? '' : textUntilZero(header.subarray(157, 257)),
    size: numberAt(header, 124, 12),
  }
}

/** GNU's sparse files may have more of their map in blocks behind the header; each says whether one more follows. */
export function mapGoesOn(bytes: Buffer, behindHeader: boolean): boolean {
  return bytes[behindHeader ? 482 : 504] !== 0
}

function nameOf(header: Buffer): string {
  const name = textUntilZero(header.subarray(0, 100))
  // `ustar` and a zero: GNU writes blanks there, and has other things where the prefix is.
  const hasPrefix = header[345] !== 0 && header[257] === 0x75 && header[262] === 0
  const prefix = hasPrefix ? textUntilZero(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

/** The sum of the header's bytes with its own field as blanks; old tars summed signed bytes. */
function checkSum(header: Uint8Array): void {
  const stored = numberAt(header, 148, 8)
  let sum = 8 * 0x20
  for (let at = 0; at < 148; at++) sum += header[at] as number
  for (let at = 156; at < block; at++) sum += header[at] as number
  if (stored === sum) return
  for (let at = 0; at < block; at++) if ((at < 148 || at > 155) && (header[at] as number) > 127) sum -= 256
  if (stored !== sum) throw damaged('a header whose checksum is wrong')
}

/** Octal text among blanks and zeros, or base-256 where the first bit is set (GNU). */
function numberAt(header: Uint8Array, start: number, length: number): number {
  const end = start + length
  const first = header[start] as number
  let value = 0
  if (first >= 0x80) {
    value = first & 0x7f
    for (let at = start + 1; at < end; at++) value = value * 256 + (header[at] as number)
    // The next bit is the sign.
    if (first < 0xc0 && Number.isSafeInteger(value)) return value
    throw damaged('a number that nobody can read')
  }
  let at = start
  while (at < end && (header[at] === 0x20 || header[at] === 0)) at++
  for (; at < end; at++) {
    const byte = header[at] as number
    if (byte === 0 || byte === 0x20) break
    if (byte < 0x30 || byte > 0x37) throw damaged('a number that is none')
    value = value * 8 + byte - 0x30
  }
  return value
}

export interface PaxRecords {
  readonly name?: string
  readonly linkName?: string
  readonly size?: number
  /** The name of a sparse file by PAX; it beats every other name. */
  readonly sparseName?: string
}

/** `LENGTH key=value\n`, again and again; the last of a key counts, an empty one says nothing. */
export function readPaxRecords(body: Buffer): PaxRecords {
  const records = new Map<string, string>()
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(0x20, at)
    const length = space < 0 ? Number.NaN : Number(body.toString('latin1', at, space))
    const end = at + length
    if (!Number.isInteger(length) || length < space - at + 3 || end > body.length || body[end - 1] !== 0x0a)
      throw damaged('a PAX record that nobody can read')
    const record = body.toString('utf8', space + 1, end - 1)
    const equals = record.indexOf('=')
    if (equals < 1) throw damaged('a PAX record without a key')
    const key = record.slice(0, equals)
    if (wanted.has(key)) records.set(key, record.slice(equals + 1))
    at = end
  }
  const [name, linkName, size] = ['path', 'linkpath', 'size'].map(key => records.get(key) || undefined)
  if (name?.includes('\0') || linkName?.includes('\0')) throw damaged('a name with a zero in it')
  const sparseName = isSparse(records) ? records.get('GNU.sparse.name') : undefined
  return {
    ...(name === undefined ? {} : { name }),
    ...(linkName === undefined ? {} : { linkName }),
    ...(size === undefined ? {} : { size: sizeOf(size) }),
    ...(sparseName ? { sparseName } : {}),
  }
}

const sparse = ['name', 'major', 'minor', 'map', 'offset'].map(key => `GNU.sparse.${key}`)
const wanted: ReadonlySet<string> = new Set(['path', 'linkpath', 'size', ...sparse])

/** @see https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html */
function isSparse(records: ReadonlyMap<string, string>): boolean {
  const version = `${records.get('GNU.sparse.major') ?? ''}.${records.get('GNU.sparse.minor') ?? ''}`
  if (version !== '.') return ['0.0', '0.1', '1.0'].includes(version)
  return Boolean(records.get('GNU.sparse.map') ?? records.get('GNU.sparse.offset'))
}

/** What cannot be read is not passed over: where the next header is hangs on it. */
function sizeOf(text: string): number {
  const size = /^\+?\d{1,40}$/.test(text) ? Number(text) : Number.NaN
  if (Number.isSafeInteger(size)) return size
  throw damaged('a size that nobody can read')
}

export function textUntilZero(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

export function damaged(what: string): HygieneError {
  return new HygieneError('damaged', `the layer is no whole tar: ${what}`)
}
