import { type Digest, isDigest } from '../image/index.ts'
import type { RawManifest } from './port.ts'

// A pack is a sequence of entries: one line `<digest> <length> <media type>`, then so many bytes, then a line end.

export interface PackEntry {
  readonly digest: Digest
  readonly raw: RawManifest
}

const entryHead = /^(\S{1,200}) ([0-9]{1,9}) ([\x20-\x7e]{0,255})$/
const longestHead = 512
const lineEnd = 0x0a

/** The bytes of the entries are views of `bytes`, not copies. Reading ends at the first thing that is no entry. */
export function parsePack(bytes: Uint8Array): readonly PackEntry[] {
  const entries: PackEntry[] = []
  const decoder = new TextDecoder('latin1')
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(lineEnd, at)
    if (end < 0 || end - at > longestHead) break
    const [, digest, length, mediaType] = entryHead.exec(decoder.decode(bytes.subarray(at, end))) ?? []
    if (digest === undefined || !isDigest(digest)) break
    const last = end + 1 + Number(length)
    if (bytes[last] !== lineEnd) break
    entries.push({ digest, raw: { mediaType: mediaType ?? '', bytes: bytes.subarray(end + 1, last) } })
    at = last + 1
  }
  return entries
}

export function formatPack(content: ReadonlyMap<Digest, RawManifest>): Uint8Array {
  const parts: Uint8Array[] = []
  for (const [digest, { mediaType, bytes }] of content) {
    const type = mediaType.replace(/[^\x20-\x7e]/g, '').slice(0, 255)
    parts.push(Buffer.from(`${digest} ${bytes.length} ${type}\n`, 'latin1'), bytes, newline)
  }
  return Buffer.concat(parts)
}

const newline = Buffer.from('\n')
