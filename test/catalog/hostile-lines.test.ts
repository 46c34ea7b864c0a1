// A catalog lies in git or on a disk that many can write to. What one line says, or how long it is, changes no other.
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatRecord } from '../../src/catalog/catalog.ts'
import { appendRecord, readCatalog } from '../../src/catalog/index.ts'
import { recordSchema } from '../../src/catalog/record.ts'
import { createFiles } from '../../src/system/files.ts'
import type { Files } from '../../src/system/world.ts'
import { meddled } from '../signing/meddled.ts'
import { ended, enter } from '../signing/running.ts'
import { seedRecord } from './records.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const files = () => createFiles(folder, (async function* () {})())
const tagged = (name: string) => {
  const image = `registry.example.com/app:${name}`
  return seedRecord({ image, tags: [image] })
}
const [first, second] = [tagged('v1.0.0'), tagged('v1.0.1')]
const line = formatRecord(tagged('v6.6.6')).trimEnd()

/** The catalog of two sound records with something between them. */
async function between(middle: string | Uint8Array) {
  const parts = [formatRecord(first), middle, '\n', formatRecord(second)]
  await writeFile(join(folder, 'c'), Buffer.concat(parts.map(part => Buffer.from(part as string))))
  return readCatalog('c', files())
}

describe('a line that is no record costs itself alone', () => {
  test.each<[string, string | Uint8Array]>([
    ['cut off', line.slice(0, -1)],
    ['two records', line + line],
    ['a list of records', `[${line}]`],
    ['null', 'null'],
    ['of another version', line.replace('record/v1', 'record/v2')],
    ['with a key that nobody knows', line.replace('{', '{"surprise":1,')],
    ['with a number for its image', line.replace(/"image":"[^"]*"/, '"image":1')],
    ['with NaN', line.replace(/"critical_vulns":\d+/, '"critical_vulns":NaN')],
    ['with a digest that is none', line.replaceAll(/sha256:[0-9a-f]{64}/g, 'sha256:../../x')],
    ['with a moment that is none', line.replace(/"recorded_at":"[^"]*"/, '"recorded_at":"today"')],
    ['made of __proto__', `{"__proto__":${line}}`],
    ['nested a million deep', '['.repeat(200_000)],
    ['UTF-16', Buffer.from(line, 'utf16le')],
    ['of zeros', Buffer.alloc(1000)],
    ['no UTF-8', Buffer.from([0xff, 0xfe, 0x80])],
    ['longer than any record', `${line.slice(0, -1)}${' '.repeat(600 * 1024)}}`],
  ])('%s', async (_, middle) => {
    expect(await between(middle)).toMatchObject({
      records: [first, second],
      findings: [{ rule: 'bad-record', location: { line: 2 } }],
    })
  })

  test.each([
    ['a carriage return', '\r'],
    ['blanks', '   '],
    ['nothing', ''],
  ])('%s is no line', async (_, middle) => {
    expect(await between(middle)).toEqual({ records: [first, second], findings: [] })
  })

  test('a mark in front of the file is passed over', async () => {
    await writeFile(join(folder, 'c'), `\ufeff${formatRecord(first)}`)
    expect(await readCatalog('c', files())).toEqual({ records: [first], findings: [] })
  })

  test('with any bytes changed: the others stay, and it is a record or told', async () => {
    await fc.assert(
      fc.asyncProperty(meddled(Buffer.from(line)), async middle => {
        const { records, findings } = await between(middle)
        expect([records.at(0), records.at(-1)]).toEqual([first, second])
        for (const record of records) expect(recordSchema.safeParse(record).success).toBe(true)
        const lines = middle
          .toString('latin1')
          .split('\n')
          .filter(one => one.trim() !== '')
        expect(records.length - 2 + findings.length).toBe(lines.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('is bounded', () => {
  test('a line of a hundred megabytes, which is not held', async () => {
    const handle = await open(join(folder, 'c'), 'w')
    await handle.write(formatRecord(first))
    for (let n = 0; n < 100; n++) await handle.write(Buffer.alloc(1024 * 1024, 'x'))
    await handle.write(`\n${formatRecord(second)}`)
    await handle.close()
    const before = process.memoryUsage().rss
    const { records, findings } = await readCatalog('c', files())
    expect([records, findings.length]).toEqual([[first, second], 1])
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 1024 * 1024)
  })

  test('a million bad lines are told as a hundred and one findings', async () => {
    const { records, findings } = await between('x\n'.repeat(1_000_000))
    expect([records, findings.length]).toEqual([[first, second], 101])
    expect(findings.at(-1)?.message).toMatch(/999900 more lines/)
  })

  test('appending reads one byte of a large catalog', async () => {
    await writeFile(join(folder, 'c'), formatRecord(first).repeat(20_000))
    let read = 0
    const real = files()
    const counted: Files = {
      ...real,
      read: () => Promise.reject(new Error('it was read whole')),
      readText: () => Promise.reject(new Error('it was read whole')),
      async *stream(path, piece) {
        for await (const part of real.stream(path, piece)) {
          read += part.length
          yield part
        }
      },
    }
    await appendRecord('c', second, counted)
    expect(read).toBe(1)
    expect((await readCatalog('c', real)).records).toHaveLength(20_001)
  })

  test('twenty at once after a line that was cut off lose none', async () => {
    await writeFile(join(folder, 'c'), formatRecord(first) + line.slice(0, 50))
    const names = Array.from({ length: 20 }, (_, n) => `v2.0.${n}`)
    await Promise.all(names.map(name => appendRecord('c', tagged(name), files())))
    const { records, findings } = await readCatalog('c', files())
    expect([records.length, findings.length]).toEqual([21, 1])
    expect((await readFile(join(folder, 'c'), 'utf8')).endsWith('}\n')).toBe(true)
  })
})

test('hostile text of a record commands nothing where it is listed', async () => {
  const room = await enter()
  try {
    const hostile = [
      '\u001b[2J\u001b]0;owned\u0007',
      '\n::set-output name=found::99',
      '\r\n::error::x',
      '=cmd|calc!A1',
      '\u202eevil\u2028::warning::x',
      '<img src=x onerror=alert(1)>',
    ]
    const lines = hostile.map(text =>
      formatRecord(
        seedRecord({ image: `a${text}`, git_commit: `${text}b`, builder: text, class: 'release' }),
      ),
    )
    await room.file('c.jsonl', lines.join(''))
    const ran = await room.step('record', { catalog: 'c.jsonl', list: 'class=release' })
    expect([ended(ran), ran.outcome.outputs['found']]).toEqual([[0], '6'])
    const text = `${ran.result.text ?? ''}\n${ran.result.summary ?? ''}\n${room.said.join('\n')}`
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028\u2029]/)
    expect(text).not.toMatch(/^\s*::/m)
    expect(JSON.parse(ran.outcome.outputs['record'] ?? '')).toHaveLength(6)
    expect(ran.outcome.outputs['record']).not.toContain('\n')
  } finally {
    await room.leave()
  }
})
