import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTar, type TarEntry } from '../../../src/gates/layers/index.ts'
import { HygieneError } from '../../../src/outcome/index.ts'
import { archive, type Entry, end, header, pax, pieces } from './tars.ts'

const limits = { entries: 2_000_000, bytes: 2 ** 40 }

async function read(bytes: Uint8Array, size?: number): Promise<readonly TarEntry[]> {
  const found: TarEntry[] = []
  await readTar(pieces(bytes, size), limits, entry => found.push(entry))
  return found
}
const long = `${'a/'.repeat(120)}.netrc`

describe('a tar', () => {
  test.each<[string, Entry[], Partial<TarEntry>]>([
    [
      'a file',
      [{ path: 'etc/passwd', size: 700 }],
      { path: 'etc/passwd', type: 'file', size: 700, escapes: false },
    ],
    ['a name with ./', [{ path: './etc/passwd' }], { path: 'etc/passwd', escapes: false }],
    ['a name with a slash in front', [{ path: '/etc/passwd' }], { path: 'etc/passwd', escapes: false }],
    ['a folder', [{ path: 'etc/', kind: '5' }], { path: 'etc', type: 'folder', size: 0 }],
    [
      'a device, which is only a name',
      [{ path: 'dev/sda', kind: '4' }],
      { path: 'dev/sda', type: 'other', size: 0 },
    ],
    [
      'a link, whatever size it claims',
      [{ path: 'l', kind: '2', claimed: 4096 }],
      { path: 'l', type: 'link', size: 0 },
    ],
    [
      'a name that climbs out',
      [{ path: '../../root/.netrc', size: 3 }],
      { path: 'root/.netrc', escapes: true },
    ],
    ['a name that climbs inside', [{ path: 'a/../../b', size: 3 }], { path: 'b', escapes: true }],
    [
      'a long name by GNU',
      [
        { path: '././@LongLink', kind: 'L', body: Buffer.from(`${long}\0`) },
        { path: 'x', size: 5 },
      ],
      { path: long, size: 5 },
    ],
    [
      'a long name by PAX',
      [
        { path: 'PaxHeaders/x', kind: 'x', body: pax({ path: long }) },
        { path: 'x', size: 5 },
      ],
      { path: long, size: 5 },
    ],
    [
      'a name by PAX in any alphabet',
      [{ path: 'P', kind: 'x', body: pax({ path: 'ü/日本' }) }, { path: 'x' }],
      { path: 'ü/日本' },
    ],
    [
      'global records, passed over',
      [{ path: 'P', kind: 'g', body: pax({ path: 'no' }) }, { path: 'x' }],
      { path: 'x' },
    ],
  ])('%s', async (_, entries, expected) => {
    for (const size of [undefined, 1, 7, 512, 513]) {
      const found = await read(archive([...entries, { path: 'last' }]), size)
      expect(found).toMatchObject([expected, { path: 'last' }])
    }
  })

  test.each<[string, Entry, Partial<TarEntry>]>([
    ['to a file beside it', { path: 'a/b', kind: '2', link: 'c' }, { path: 'a/b', target: 'a/c' }],
    ['to one above', { path: 'a/b', kind: '2', link: '../c/./d' }, { target: 'c/d' }],
    ['from the root', { path: 'a/b', kind: '2', link: '/c' }, { target: 'c' }],
    ['that is hard', { path: 'a/b', kind: '1', link: 'c' }, { target: 'c' }],
    ['out of the tree', { path: 'a/b', kind: '2', link: '../../../etc/shadow' }, { target: undefined }],
    [
      'that is hard, out of the tree',
      { path: 'a/b', kind: '1', link: '../etc/shadow' },
      { target: undefined },
    ],
  ])('a link %s', async (_, entry, expected) => {
    expect(await read(archive([entry]))).toMatchObject([{ type: 'link', size: 0, ...expected }])
  })

  test('a link to a long name, by GNU and by PAX', async () => {
    const byGnu = { path: '././@LongLink', kind: 'K', body: Buffer.from(`${long}\0`) }
    const byPax = { path: 'P', kind: 'x', body: pax({ linkpath: long }) }
    for (const extra of [byGnu, byPax])
      expect(await read(archive([extra, { path: 'l', kind: '1' }]))).toMatchObject([{ target: long }])
  })

  // Where Go's reader, with which runtimes and scanners unpack, would see an entry and another reader the content of one.
  const netrc = archive([{ path: 'root/.netrc', size: 3 }]).subarray(0, 1024)
  test.each<[string, readonly Uint8Array[]]>([
    [
      'a size with zeros in front',
      [header({ path: 'x', claimed: Buffer.from('\x00\x0000000000\x00') }), netrc],
    ],
    [
      'a size by PAX of nineteen digits',
      [
        archive([{ path: 'P', kind: 'x', body: pax({ size: '0000000000000000000' }) }]).subarray(0, 1024),
        header({ path: 'x', claimed: 1024 }),
        netrc,
      ],
    ],
    [
      'a size by PAX in front of global records',
      [
        archive([
          { path: 'P', kind: 'x', body: pax({ size: '1024' }) },
          { path: 'G', kind: 'g', body: pax({ a: 'b' }) },
        ]).subarray(0, 2048),
        header({ path: 'x' }),
        netrc,
      ],
    ],
    [
      'a size by PAX, replaced by a second set of records',
      [
        archive([
          { path: 'P', kind: 'x', body: pax({ size: '1024' }) },
          { path: 'P', kind: 'x', body: pax({ mtime: '1' }) },
        ]).subarray(0, 2048),
        header({ path: 'x' }),
        netrc,
      ],
    ],
    ['a folder of the oldest kind with a size', [header({ path: 'x/', kind: '\0', claimed: 1024 }), netrc]],
    [
      "a sparse file's map that goes on",
      [
        header({ path: 'x', kind: 'S', over: { 257: 'ustar  \0', 482: '\x01' } }),
        Buffer.alloc(512, 1).fill(0, 504),
        netrc,
      ],
    ],
    ['a device that claims a size', [header({ path: 'dev/sda', kind: '4', claimed: 1024 }), netrc]],
    [
      'a character device that claims a size',
      [header({ path: 'dev/null', kind: '3', claimed: 1024 }), netrc],
    ],
    ['a pipe that claims a size', [header({ path: 'run/pipe', kind: '6', claimed: 1024 }), netrc]],
  ])('hides nothing behind %s', async (_, parts) => {
    const found = await read(Buffer.concat([...parts, end]))
    expect(found.map(({ path }) => path).slice(1)).toEqual(['root/.netrc'])
  })

  test('devices and pipes are names alone, of no size', async () => {
    const kinds = ['3', '4', '6'].map(kind => ({ path: `dev/${kind}`, kind, claimed: 2 ** 30 }))
    expect(await read(archive(kinds))).toEqual(
      kinds.map(({ path }, index) => ({
        path,
        type: 'other',
        size: 0,
        start: 512 * (index + 1),
        escapes: false,
      })),
    )
  })

  test('a sparse file by PAX has the name that it had, and an empty record says nothing', async () => {
    const sparse = pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'root/.netrc' })
    const records = [
      { path: 'P', kind: 'x', body: sparse },
      { path: './GNUSparseFile.0/.netrc', size: 3 },
    ]
    expect(await read(archive(records))).toMatchObject([{ path: 'root/.netrc', size: 3 }])
    const empty = [
      { path: 'P', kind: 'x', body: pax({ path: '', size: '' }) },
      { path: 'x', size: 3 },
    ]
    expect(await read(archive(empty))).toMatchObject([{ path: 'x', size: 3 }])
  })

  test.each([
    ['two blocks of zeros', Buffer.alloc(1024), ['x']],
    ['one block of zeros', Buffer.alloc(512), ['x']],
    ['nothing', Buffer.alloc(0), ['x']],
    ['two blocks of zeros, and anything', Buffer.concat([Buffer.alloc(1024), netrc]), ['x']],
  ])('that ends with %s is whole', async (_, tail, paths) => {
    const whole = Buffer.concat([header({ path: 'x' }), tail])
    expect((await read(whole)).map(({ path }) => path)).toEqual(paths)
  })

  test('a size in base 256 and one by PAX are sizes', async () => {
    const size = Buffer.alloc(12)
    size[0] = 0x80
    size.writeUInt32BE(700, 8)
    const base256 = [header({ path: 'x', claimed: size }), Buffer.alloc(1024), header({ path: 'y' }), end]
    expect(await read(Buffer.concat(base256))).toMatchObject([{ path: 'x', size: 700 }, { path: 'y' }])
    const records = pax({ size: '700' })
    const byPax = [
      archive([{ path: 'P', kind: 'x', body: records }]).subarray(0, 1024),
      header({ path: 'x' }),
      Buffer.alloc(1024),
      header({ path: 'y' }),
      end,
    ]
    expect(await read(Buffer.concat(byPax))).toMatchObject([{ path: 'x', size: 700 }, { path: 'y' }])
  })

  test.each([
    ['is cut off in a body', archive([{ path: 'x', size: 2000 }]).subarray(0, 1500)],
    ['is cut off in a header', archive([{ path: 'x' }]).subarray(0, 300)],
    ['is no tar', Buffer.alloc(512, 'a')],
    [
      'has a number that is none',
      Buffer.concat([header({ path: 'x', claimed: Buffer.from('99999999999\0') }), end]),
    ],
    ['claims a negative size', Buffer.concat([header({ path: 'x', claimed: Buffer.alloc(12, 0xff) }), end])],
    ['has a name of a gigabyte', Buffer.concat([header({ path: 'x', kind: 'L', claimed: 2 ** 30 }), end])],
    ['has broken records', archive([{ path: 'x', kind: 'x', body: Buffer.from('999 path=x\n') }])],
    [
      'goes on after one block of zeros',
      Buffer.concat([header({ path: 'x' }), Buffer.alloc(512), header({ path: 'y' })]),
    ],
    ['has a size by PAX that is none', archive([{ path: 'P', kind: 'x', body: pax({ size: '1e3' }) }])],
    ['has a negative size by PAX', archive([{ path: 'P', kind: 'x', body: pax({ size: '-512' }) }])],
    [
      'has a size by PAX beyond all',
      archive([{ path: 'P', kind: 'x', body: pax({ size: '9'.repeat(30) }) }]),
    ],
    ['has a zero in a name by PAX', archive([{ path: 'P', kind: 'x', body: pax({ path: 'a\0b' }) }])],
    ['has records of a gigabyte', Buffer.concat([header({ path: 'x', kind: 'x', claimed: 2 ** 30 }), end])],
    ['has a sparse map without an end', header({ path: 'x', kind: 'S', over: { 482: '\x01' } })],
    ['has records without a length', archive([{ path: 'x', kind: 'x', body: Buffer.from('path=x\n') }])],
  ])('that %s is refused', async (_, bytes) => {
    await expect(read(bytes)).rejects.toThrow(expect.objectContaining({ code: 'damaged', exitCode: 3 }))
  })

  test('of too many bytes or entries is given up, not read to its end', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(65536)
    }
    const bomb = async function* () {
      yield header({ path: 'x', claimed: 2 ** 33 - 1 })
      yield* endless()
    }
    const small = { entries: 10, bytes: 2 ** 20 }
    await expect(readTar(bomb(), small, () => undefined)).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' }),
    )
    const many = archive(Array.from({ length: 11 }, (_, index) => ({ path: `f${index}` })))
    await expect(readTar(pieces(many), small, () => undefined)).rejects.toThrow(
      expect.objectContaining({ code: 'too-large' }),
    )
  })

  test('of a million entries is read in seconds', async () => {
    const one = header({ path: 'usr/share/doc/a/file' })
    const piece = Buffer.concat(Array.from({ length: 1000 }, () => one))
    async function* million() {
      for (let times = 0; times < 1000; times++) yield piece
      yield end
    }
    const start = performance.now()
    expect(await readTar(million(), limits, () => undefined)).toMatchObject({ entries: 1_000_000 })
    expect(performance.now() - start).toBeLessThan(30_000)
  }, 60_000)

  test('with bytes changed is read or refused by an error of ours', async () => {
    const whole = archive([
      { path: 'a/b', size: 10 },
      { path: 'P', kind: 'x', body: pax({ path: 'long' }) },
      { path: 'c', size: 600 },
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 5 }),
        fc.nat(whole.length),
        async (changes, length) => {
          const bytes = Buffer.from(whole.subarray(0, length))
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          await read(bytes).catch(error => expect(error).toBeInstanceOf(HygieneError))
        },
      ),
      { numRuns: 500 },
    )
  })
})
