import { HygieneError } from '../../outcome/index.ts'
import {
  block,
  damaged,
  mapGoesOn,
  type PaxRecords,
  readHeader,
  readPaxRecords,
  type TarHeader,
  textUntilZero,
} from './tar-header.ts'

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
  /** Of a link: what it leads to, written like `path`; undefined if that is not within the root. */
  readonly target?: string | undefined
}

export interface TarLimits {
  readonly entries: number
  /** Bytes, unpacked. */
  readonly bytes: number
}

/** A long name or a set of PAX records; real ones are far below. */
const longestExtra = 1024 * 1024

/** What stands in front of a header and amends it. A PAX header replaces the one before; GNU's names stand beside it. */
interface Amended {
  readonly pax?: PaxRecords
  readonly name?: string
  readonly linkName?: string
}
const nothing: Amended = {}

/**
 * Reads the headers of a tar as its bytes come and skips what is between them: nothing is unpacked, so a device node, a
 * link out of the tree or a name with `..` is only a name. Formats: ustar, GNU (long names, base-256 sizes, sparse
 * files), PAX. Where readers differ it reads as Go's `archive/tar`, with which runtimes and scanners unpack layers: an
 * entry that they see must not hide in what we take for the content of a file.
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
  /** Bytes to pass over before the next header, and how many of them are only padding. */
  let skip = 0
  let padding = 0
  let extra: { readonly kind: string; readonly parts: Buffer[]; left: number } | undefined
  let amended = nothing
  /** The header whose sparse map goes on in the next block. */
  let mapped: TarHeader | undefined
  let entries = 0
  let bytes = 0
  let zeroes = 0

  const pass = (content: number): void => {
    skip = Math.ceil(content / block) * block
    padding = skip - content
  }

  /** @param end of the header, in bytes from the start */
  const take = (end: number): void => {
    if (mapped !== undefined) {
      if (!mapGoesOn(header, false)) begin(mapped, end)
      return
    }
    if (header[0] === 0 && header.every(byte => byte === 0)) {
      zeroes += 1
      return
    }
    if (zeroes > 0) throw damaged('something follows its end')
    const read = readHeader(header)
    if ('LKxg'.includes(read.kind)) {
      if (read.size > longestExtra) throw damaged('a name or record of more than 1 MiB')
      extra = { kind: read.kind, parts: [], left: read.size }
      pass(read.size)
      if (skip === 0) finishExtra()
      return
    }
    entries += 1
    if (entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`)
    if (read.kind === 'S' && mapGoesOn(header, true)) mapped = read
    else begin(read, end)
  }

  const begin = (read: TarHeader, start: number): void => {
    const content = contentOf(read, amended)
    pass(content)
    visit(entryOf(read, amended, content, start))
    mapped = undefined
    amended = nothing
  }

  const finishExtra = (): void => {
    if (extra === undefined) return
    const { kind, parts } = extra
    const body = Buffer.concat(parts)
    extra = undefined
    if (kind === 'L') amended = { ...amended, name: textUntilZero(body) }
    else if (kind === 'K') amended = { ...amended, linkName: textUntilZero(body) }
    else if (kind === 'x') amended = { ...amended, pax: readPaxRecords(body) }
    // Global records: nothing in them counts here, and nothing in front of them does any more.
    else amended = nothing
  }

  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > limits.bytes) throw tooLarge(`more than ${limits.bytes} bytes unpacked`)
    let at = 0
    while (at < chunk.length && zeroes < 2) {
      if (skip > 0) {
        const step = Math.min(skip, chunk.length - at)
        if (extra !== undefined && extra.left > 0) {
          const part = Math.min(extra.left, step)
          extra.parts.push(Buffer.from(chunk.subarray(at, at + part)))
          extra.left -= part
        }
        skip -= step
        at += step
        if (skip === 0) finishExtra()
        continue
      }
      const step = Math.min(block - filled, chunk.length - at)
      header.set(chunk.subarray(at, at + step), filled)
      filled += step
      at += step
      if (filled === block) {
        filled = 0
        take(bytes - chunk.length + at)
      }
    }
  }
  const whole = zeroes > 0 || (filled === 0 && mapped === undefined)
  if (!whole || skip > padding) throw damaged('its end is missing')
  return { entries, bytes }
}

function entryOf(
  { kind, name, linkName }: TarHeader,
  amended: Amended,
  content: number,
  start: number,
): TarEntry {
  const { pax } = amended
  const written = (kind === 'S' ? undefined : pax?.sparseName) ?? amended.name ?? pax?.name ?? name
  const { path, escapes } = within(written)
  const type = typeOf(kind, written)
  if (type !== 'link') return { path, type, size: type === 'file' ? content : 0, start, escapes }
  const to = amended.linkName ?? pax?.linkName ?? linkName
  const target = within(kind === '1' || to.startsWith('/') ? to : `${path.replace(/[^/]*$/, '')}${to}`)
  return { path, type, size: 0, start, escapes, target: target.leaves ? undefined : target.path }
}

function typeOf(kind: string, name: string): TarEntry['type'] {
  if (kind === '5') return 'folder'
  if (kind === '1' || kind === '2') return 'link'
  if (kind === '3' || kind === '4' || kind === '6') return 'other'
  return name.endsWith('/') ? 'folder' : 'file'
}

/** Links, folders and devices have no content, whatever their size field says; other unknown kinds are as files. */
function contentOf({ kind, name, size }: TarHeader, amended: Amended): number {
  if (kind >= '1' && kind <= '6') return 0
  if (kind === '\0' && (amended.name ?? amended.pax?.name ?? name).endsWith('/')) return 0
  return amended.pax?.size ?? size
}

function within(name: string): {
  readonly path: string
  readonly escapes: boolean
  readonly leaves: boolean
} {
  if (!/(?:^|\/)\.{0,2}(?:\/|$)/.test(name)) return { path: name, escapes: false, leaves: false }
  const parts: string[] = []
  let escapes = false
  let leaves = false
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') {
      escapes = true
      leaves ||= parts.length === 0
      parts.pop()
    } else parts.push(part)
  }
  return { path: parts.join('/'), escapes, leaves }
}

function tooLarge(what: string): HygieneError {
  return new HygieneError('too-large', `the layer has ${what}: it was not read further`)
}
