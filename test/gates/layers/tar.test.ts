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
