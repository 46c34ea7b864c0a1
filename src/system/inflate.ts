import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { HygieneError } from '../outcome/index.ts'

export type Compression = 'none' | 'gzip' | 'zstd'

/** 256 KiB a piece: a layer of a gigabyte passes in 4,096 of them. */
const chunkSize = 256 * 1024

/**
 * The bytes behind a compression, as they come. Memory is a few pieces, however much there is: whoever reads counts and
 * stops. Throws `damaged` for what is not so compressed or is cut off, `unsupported` for zstd before Node 22.15.
 */
export async function* inflate(
  source: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  if (compression === 'none') {
    yield* source
    return
  }
  const decoder = compression === 'gzip' ? zlib.createGunzip({ chunkSize }) : zstd()
  let fault: unknown
  const input = Readable.from(source, { objectMode: false, highWaterMark: chunkSize })
  input.on('error', error => {
    fault = error
    decoder.destroy(error)
  })
  input.pipe(decoder)
  try {
    for await (const chunk of decoder) yield chunk as Uint8Array
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
