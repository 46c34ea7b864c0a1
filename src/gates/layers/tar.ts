import { HygieneError } from '../../outcome/index.ts'

/** An entry of a layer: names only, contents pass by. */
export interface TarEntry {
  /** Relative to the root, without `.` and `..`; a name that would leave the root stays within it. */
  readonly path: string
  readonly type: 'file' | 'folder' | 'link' | 'other'
  /** Bytes of the content in this archive. */
  readonly size: number
  /** Where the content begins, in bytes from the start of the archive. */
  readonly start: number
  /** The name as written has `..` in it. */
  readonly escapes: boolean
}

export interface TarLimits {
  readonly entries: number
  /** Bytes, unpacked. */
  readonly bytes: number
}

const block = 512
/** A long name or a set of PAX records; real ones are far below. */
const longestExtra = 1024 * 1024

/**
 * Reads the headers of a tar as its bytes come and skips what is between them: nothing is unpacked, so a device node, a
 * link out of the tree or a name with `..` is only a name. Formats: ustar, GNU (long names, base-256 sizes), PAX.
 * Throws `damaged` for what is no tar or is cut off, `too-large` beyond the limits.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html#tag_20_94_13_06
 */
export async function readTar(
  source: AsyncIterable<Uint8Array>,
  limits: TarLimits,
  visit: (entry: TarEntry) => void,
): Promise<{ readonly entries: number; readonly bytes: number }> {
  const header = Buffer.alloc(block)
  let filled = 0
  let skip = 0
  let extra: { readonly kind: string; readonly parts: Buffer[]; left: number } | undefined
  let next: { path?: string; size?: number } = {}
  let entries = 0
  let bytes = 0
  let ended = false

  /** @param end of the header, in bytes from the start */
  const take = (end: number): void => {
    if (header[0] === 0 && header.every(byte => byte === 0)) {
      ended = true
      return
    }
    checkSum(header)
    const kind = String.fromCharCode(header[156] as number)
    const size = next.size ?? numberAt(header, 124, 12)
    if (kind === 'L' || kind === 'x' || kind === 'K' || kind === 'g') {
      const length = numberAt(header, 124, 12)
      if (length > longestExtra) throw damaged('a name or record of more than 1 MiB')
      extra = { kind, parts: [], left: length }
      skip = padded(length)
      return
    }
    const name = next.path ?? nameOf(header)
    next = {}
    entries += 1
    if (entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`)
    const type = typeOf(kind, name)
    const content = type === 'file' ? size : contentOf(kind, size)
    skip = padded(content)
    const { path, escapes } = within(name)
    visit({ path, type, size: type === 'file' ? size : 0, start: end, escapes })
  }

  const finishExtra = ({ kind, parts }: NonNullable<typeof extra>): void => {
    const body = Buffer.concat(parts)
    if (kind === 'L') next.path = textUntilZero(body)
    if (kind === 'x') next = { ...next, ...paxRecords(body) }
  }

  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > limits.bytes) throw tooLarge(`more than ${limits.bytes} bytes unpacked`)
    let at = 0
    while (at < chunk.length && !ended) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at)
        if (extra !== undefined && extra.left > 0) {
          const part = Math.min(extra.left, step)
          extra.parts.push(Buffer.from(chunk.subarray(at, at + part)))
          extra.left -= part
        }
        skip -= step
        at += step
        if (skip === 0 && extra !== undefined) {
          finishExtra(extra)
          extra = undefined
        }
        continue
      }
      const step = Math.min(block - filled, chunk.length - at)
      header.set(chunk.subarray(at, at + step), filled)
      filled += step
      at += step
      if (filled === block) {
        filled = 0
        take(bytes - chunk.length + at)
        if (extra !== undefined && skip === 0) {
          finishExtra(extra)
          extra = undefined
        }
      }
    }
  }
  if (!ended && (skip > 0 || filled > 0)) throw damaged('its end is missing')
  return { entries, bytes }
}

function nameOf(header: Buffer): string {
  const name = textUntilZero(header.subarray(0, 100))
  // `ustar` and a zero: GNU writes blanks there, and has other things where the prefix is.
  const hasPrefix = header[345] !== 0 && header[257] === 0x75 && header[262] === 0
  const prefix = hasPrefix ? textUntilZero(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function typeOf(kind: string, name: string): TarEntry['type'] {
  if (kind === '5') return 'folder'
  if (kind === '1' || kind === '2') return 'link'
  if (kind === '3' || kind === '4' || kind === '6') return 'other'
  return name.endsWith('/') ? 'folder' : 'file'
}

/** Links, folders and devices have no content, whatever their size field says; other unknown kinds are as files. */
function contentOf(kind: string, size: number): number {
  return /[1-6]/.test(kind) ? 0 : size
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
  const first = header[start] as number
  let value = 0
  if (first === 0x80) {
    for (let at = start + 1; at < start + length; at++) value = value * 256 + (header[at] as number)
    if (Number.isSafeInteger(value)) return value
    throw damaged('a number that nobody can read')
  }
  let at = start
  const end = start + length
  while (at < end && header[at] === 0x20) at++
  for (; at < end; at++) {
    const byte = header[at] as number
    if (byte === 0 || byte === 0x20) break
    if (byte < 0x30 || byte > 0x37) throw damaged('a number that is none')
    value = value * 8 + byte - 0x30
  }
  return value
}

/** `LENGTH key=value\n`, again and again; only `path` and `size` matter here. */
function paxRecords(body: Buffer): { path?: string; size?: number } {
  const found: { path?: string; size?: number } = {}
  for (let at = 0; at < body.length; ) {
    const space = body.indexOf(0x20, at)
    const length = space < 0 ? Number.NaN : Number(body.toString('latin1', at, space))
    if (!Number.isInteger(length) || length < space - at + 3 || at + length > body.length) {
      throw damaged('a PAX record that nobody can read')
    }
    const record = body.toString('utf8', space + 1, at + length - 1)
    if (record.startsWith('path=')) found.path = record.slice(5)
    if (record.startsWith('size=') && /^\d{1,15}$/.test(record.slice(5))) found.size = Number(record.slice(5))
    at += length
  }
  return found
}

function within(name: string): { readonly path: string; readonly escapes: boolean } {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(name)) return { path: name, escapes: false }
  const parts: string[] = []
  let escapes = false
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      escapes = true
      parts.pop()
    } else parts.push(part)
  }
  return { path: parts.join('/'), escapes }
}

function textUntilZero(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

function padded(size: number): number {
  return Math.ceil(size / block) * block
}

function damaged(what: string): HygieneError {
  return new HygieneError('damaged', `the layer is no whole tar: ${what}`)
}

function tooLarge(what: string): HygieneError {
  return new HygieneError('too-large', `the layer has ${what}: it was not read further`)
}
