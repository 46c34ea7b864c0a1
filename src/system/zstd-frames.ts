import { HygieneError } from '../outcome/index.ts'

/** Each costs a trip to the decoder; a layer that holds each file in a frame of its own has some hundred thousand. */
const mostFrames = 1_000_000
const together = 32 * 1024

/**
 * A zstd stream in pieces that end where its frames end, without the frames that are to be skipped. Node's decoder takes
 * the end of a frame within a piece for the end of all, and passes over the rest without a word: layers made for lazy
 * pulling are thousands of frames. What a frame holds is for the decoder to check; only where it ends is found here.
 * Throws `damaged` for what is no frame or is cut off.
 * @see https://www.rfc-editor.org/rfc/rfc8878#section-3.1
 */
export async function* zstdFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = openInput(source)
  let frames = 0
  while (frames === 0 || !(await input.ended())) {
    const magic = await input.take(4)
    const word = numberOf(magic)
    if (word >= 0x184d2a50 && word <= 0x184d2a5f) {
      const size = numberOf(await input.take(4))
      for await (const _ of input.pieces(size));
    } else if (word === 0xfd2fb528) {
      frames += 1
      if (frames > mostFrames) throw new HygieneError('too-large', `it has more than ${mostFrames} frames`)
      yield* gathered(frame(magic, input))
    } else throw damaged('no frame begins where one should')
  }
}

async function* frame(magic: Uint8Array, input: Input): AsyncGenerator<Uint8Array> {
  const descriptor = await input.take(1)
  const flags = numberOf(descriptor)
  const single = (flags >> 5) & 1
  const dictionary = [0, 1, 2, 4][flags & 3] as number
  const size = flags >> 6 === 0 ? single : 2 ** (flags >> 6)
  yield magic
  yield descriptor
  yield* input.pieces(1 - single + dictionary + size)
  for (let last = false; !last; ) {
    const block = await input.take(3)
    const header = numberOf(block)
    last = (header & 1) === 1
    const repeated = ((header >> 1) & 3) === 1
    yield block
    yield* input.pieces(repeated ? 1 : header >> 3)
  }
  yield* input.pieces((flags >> 2) & 1 ? 4 : 0)
}

/** Fewer and larger pieces: each is a trip to a thread and back. */
async function* gathered(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    held.push(piece)
    length += piece.length
    if (length < together) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}

interface Input {
  ended(): Promise<boolean>
  /** Exactly so many bytes. */
  take(bytes: number): Promise<Uint8Array>
  /** So many bytes, as they come. */
  pieces(bytes: number): AsyncGenerator<Uint8Array>
}

function openInput(source: AsyncIterable<Uint8Array>): Input {
  const iterator = source[Symbol.asyncIterator]()
  let piece: Uint8Array = new Uint8Array(0)
  let at = 0

  async function ended(): Promise<boolean> {
    while (at === piece.length) {
      const next = await iterator.next()
      if (next.done === true) return true
      piece = next.value
      at = 0
    }
    return false
  }
  async function* pieces(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      if (await ended()) throw damaged('its end is missing')
      const part = piece.subarray(at, at + left)
      at += part.length
      left -= part.length
      yield part
    }
  }
  return {
    ended,
    pieces,
    async take(bytes) {
      if (piece.length - at >= bytes) {
        at += bytes
        return piece.subarray(at - bytes, at)
      }
      const parts: Uint8Array[] = []
      for await (const part of pieces(bytes)) parts.push(part)
      return Buffer.concat(parts)
    },
  }
}

/** Little-endian. */
function numberOf(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0)
}

function damaged(why: string): HygieneError {
  return new HygieneError('damaged', `the bytes are no whole zstd stream: ${why}`)
}
