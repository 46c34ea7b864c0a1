import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { HygieneError } from '../outcome/index.ts'
import { zstdFrames } from './zstd-frames.ts'

export type Compression = 'none' | 'gzip' | 'zstd' | 'by its bytes'

/** 32 KiB a piece: larger ones are a little quicker and leave some 50 MB more behind before they are collected. */
const chunkSize = 32 * 1024

/**
 * The bytes behind a compression, as they come. Memory is a few pieces, however much there is: whoever reads counts and
 * stops. Throws `damaged` for what is not so compressed or is cut off, `unsupported` for zstd before Node 22.15.
 */
export async function* inflate(
  source: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  if (compression === 'by its bytes') {
    const [head, whole] = await peek(source)
    yield* inflate(whole, magicOf(head))
    return
  }
  if (compression === 'none') {
    yield* source
    return
  }
  const decoder = compression === 'gzip' ? zlib.createGunzip({ chunkSize }) : zstd()
  let fault: unknown
  let given = 0
  let drained = false
  const counted = async function* () {
    for await (const piece of compression === 'gzip' ? source : zstdFrames(source)) {
      given += piece.length
      yield piece
    }
    drained = true
  }
  // One piece at a time, and each as it is: where a piece ends matters to zstd.
  const input = Readable.from(counted(), { highWaterMark: 1 })
  input.on('error', error => {
    fault = error
    decoder.destroy(error)
  })
  input.pipe(decoder)
  try {
    for await (const chunk of decoder) yield chunk as Uint8Array
    // The decoder stops before zeros without a word; whoever checks the source by its end would never see it.
    if (!drained || decoder.bytesWritten < given) throw new Error('something follows its end')
  } catch (cause) {
    if (fault !== undefined) throw fault
    throw new HygieneError('damaged', `the bytes are no whole ${compression} stream`, { cause })
  } finally {
    input.destroy()
    decoder.destroy()
  }
}

function zstd() {
  const make = (zlib as { createZstdDecompress?: (options: object) => zlib.Gunzip }).createZstdDecompress
  if (make !== undefined) return make({ chunkSize })
  throw new HygieneError('unsupported', 'this Node cannot read zstd', {
    fix: 'run on Node 22.15 or later, or build with gzip layers',
  })
}

/** The first four bytes at least, where there are so many, and all of it from the start. */
async function peek(
  source: AsyncIterable<Uint8Array>,
): Promise<readonly [Uint8Array, AsyncIterable<Uint8Array>]> {
  const pieces = source[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array(0)
  while (head.length < 4) {
    const next = await pieces.next()
    if (next.done === true) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  const whole = (async function* () {
    try {
      if (head.length > 0) yield head
      for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  })()
  return [head, whole]
}

/** @see https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1 and https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1 */
function magicOf(head: Uint8Array): 'none' | 'gzip' | 'zstd' {
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) return 'gzip'
  return a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd ? 'zstd' : 'none'
}
