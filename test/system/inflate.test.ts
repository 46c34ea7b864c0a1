// Layers come compressed by whoever built them. All of what is in one is read, or it is refused: what a decoder passes over
// without a word could be anything.
import zlib from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HygieneError } from '../../src/outcome/index.ts'
import { type Compression, inflate } from '../../src/system/inflate.ts'
import { zstdFrames } from '../../src/system/zstd-frames.ts'
import { pieces } from '../gates/layers/tars.ts'

async function read(bytes: Uint8Array, compression: Compression, size = 1000): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of inflate(pieces(bytes, size), compression)) parts.push(part)
  return Buffer.concat(parts)
}

const text = Buffer.from('layer '.repeat(20_000))
const gz = zlib.gzipSync(text)

describe('gzip', () => {
  test.each([
    ['one member', gz, 1],
    ['several members', Buffer.concat([gz, gz, gz]), 3],
  ])('of %s is read to its end', async (_, bytes, times) => {
    for (const size of [1, 7, 1000, 1_000_000])
      expect((await read(bytes, 'gzip', size)).length).toBe(times * text.length)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('no gzip')],
    ['a stream that is cut off', gz.subarray(0, -1)],
    ['a stream that is cut off in the middle', gz.subarray(0, gz.length / 2)],
    ['a second member that is cut off', Buffer.concat([gz, gz.subarray(0, -5)])],
    ['a wrong checksum', Buffer.concat([gz.subarray(0, -8), Buffer.alloc(8)])],
    ['zeros behind it', Buffer.concat([gz, Buffer.alloc(3)])],
    ['many zeros behind it', Buffer.concat([gz, Buffer.alloc(300_000)])],
    ['text behind it', Buffer.concat([gz, Buffer.from('text')])],
  ])('with %s is refused', async (_, bytes) => {
    for (const size of [1, 1000, 1_000_000])
      await expect(read(bytes, 'gzip', size)).rejects.toThrow(expect.objectContaining({ code: 'damaged' }))
  })

  test('is refused as its source is: the digest of a layer is known by its end', async () => {
    const source = async function* () {
      yield gz
      throw new HygieneError('bad-answer', 'other bytes than those of its digest')
    }
    const all = async () => {
      for await (const _ of inflate(source(), 'gzip'));
    }
    await expect(all()).rejects.toThrow(expect.objectContaining({ code: 'bad-answer' }))
  })

  test('that unpacks to a thousand times its size takes no more memory than a few pieces', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(256 * 1024 * 1024))
    const before = process.memoryUsage().rss
    let [length, most] = [0, 0]
    for await (const part of inflate(pieces(bomb, 64 * 1024), 'gzip')) {
      length += part.length
      most = Math.max(most, process.memoryUsage.rss())
    }
    expect(length).toBe(256 * 1024 * 1024)
    expect(most - before).toBeLessThan(128 * 1024 * 1024)
  })

  test('of which no more is wanted is read no further', async () => {
    let given = 0
    const endless = async function* () {
      const member = zlib.gzipSync(Buffer.alloc(1024 * 1024))
      for (;;) {
        given += 1
        yield member
      }
    }
    let length = 0
    for await (const part of inflate(endless(), 'gzip')) {
      length += part.length
      if (length > 10 * 1024 * 1024) break
    }
    expect(given).toBeLessThan(300)
  })
})

describe('zstd', () => {
  /** Frames as zstd 1.5 makes them, and what is in each: with a checksum, without a size, empty, of several blocks. */
  const frames = [
    ['KLUv/SAGMQAAZmlyc3Qg', 'first '],
    ['KLUv/WSkAHUAADhzZWNvbmQgAQCaUosRoKkUDw==', 'second '.repeat(60)],
    ['KLUv/SAAAQAA', ''],
    ['KLUv/aDgkwQAVAAAEHh4AQD7/znAAgIAEHgDnwR4', 'x'.repeat(300_000)],
    ['KLUv/QBYQQAAc3RyZWFtZWQ=', 'streamed'],
  ].map(([base64 = '', content = '']) => ({ bytes: Buffer.from(base64, 'base64'), content }))
  const [first = { bytes: Buffer.alloc(0), content: '' }] = frames
  const skippable = (length: number, kind = 0) => {
    const bytes = Buffer.alloc(8 + length, 'x')
    bytes.writeUInt32LE(0x184d2a50 + kind)
    bytes.writeUInt32LE(length, 4)
    return { bytes, content: undefined }
  }
  const part = fc.oneof(
    fc.constantFrom(...frames),
    fc.tuple(fc.nat(3000), fc.nat(15)).map(([length, kind]) => skippable(length, kind)),
  )
  const readable = 'createZstdDecompress' in zlib

  test('is cut where its frames end, and what is to be skipped is left out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        async (parts, size) => {
          const cut: Uint8Array[] = []
          const whole = [...parts, first]
          for await (const piece of zstdFrames(pieces(Buffer.concat(whole.map(({ bytes }) => bytes)), size)))
            cut.push(piece)
          const kept = whole.filter(({ content }) => content !== undefined)
          expect(Buffer.concat(cut)).toEqual(Buffer.concat(kept.map(({ bytes }) => bytes)))
          const ends = new Set(sums(cut))
          expect(sums(kept.map(({ bytes }) => bytes)).filter(end => !ends.has(end))).toEqual([])
        },
      ),
    )
  })

  test('of many frames is read to its end where Node can read it, and is said to be unsupported elsewhere', async () => {
    const parts = [skippable(100), ...frames, skippable(5), ...frames, skippable(0)]
    const bytes = Buffer.concat(parts.map(one => one.bytes))
    for (const size of [1, 10, 1_000_000]) {
      if (readable) {
        const expected = parts.map(({ content }) => content ?? '').join('')
        expect((await read(bytes, 'zstd', size)).toString() === expected).toBe(true)
      } else await expect(read(bytes, 'zstd', size)).rejects.toMatchObject({ code: 'unsupported' })
    }
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['nothing but what is to be skipped', skippable(10).bytes],
    ['text behind it', Buffer.concat([first.bytes, Buffer.from('text')])],
    ['zeros behind it', Buffer.concat([first.bytes, Buffer.alloc(300_000)])],
    ['one byte behind it', Buffer.concat([first.bytes, Buffer.from([0x28])])],
    ['a frame that is cut off', first.bytes.subarray(0, -1)],
    ['a second frame that is cut off', Buffer.concat([first.bytes, first.bytes.subarray(0, 6)])],
    [
      'a skipped frame that is longer than all',
      Buffer.concat([first.bytes, skippable(9).bytes.subarray(0, -1)]),
    ],
    ['a skipped frame of four gigabytes', Buffer.from('502a4d18ffffffff', 'hex')],
  ])('with %s is refused', async (_, bytes) => {
    for (const size of [1, 1000]) {
      const all = async () => {
        for await (const _ of zstdFrames(pieces(bytes, size)));
      }
      await expect(all()).rejects.toMatchObject({ code: 'damaged' })
    }
  })

  test('with any bytes changed is cut or refused, and ends', async () => {
    const whole = Buffer.concat([...frames, skippable(20), ...frames].map(({ bytes }) => bytes))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, byte) => {
        const bytes = Buffer.from(whole)
        bytes[at] = byte
        const all = async () => {
          for await (const _ of readable ? inflate(pieces(bytes, 9), 'zstd') : zstdFrames(pieces(bytes, 9)));
        }
        await all().catch(error => expect(error).toBeInstanceOf(HygieneError))
      }),
      { numRuns: 300 },
    )
  })
})

function sums(parts: readonly Uint8Array[]): readonly number[] {
  let sum = 0
  return parts.map(({ length }) => {
    sum += length
    return sum
  })
}
