// The catalog as a file: many writers, torn lines, hostile text, and the questions that the incident left open.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatRecord } from '../../src/catalog/catalog.ts'
import { appendRecord, parseCatalog, readQuestion, search } from '../../src/catalog/index.ts'
import { createFiles } from '../../src/system/files.ts'
import { digest, seedRecord } from './records.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalog-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const files = () => createFiles(folder, (async function* () {})())
const tagged = (name: string, more: Parameters<typeof seedRecord>[0] = {}) =>
  seedRecord({
    image: `registry.example.com/app:${name}`,
    tags: [`registry.example.com/app:${name}`],
    ...more,
  })

describe('appending', () => {
  test('twenty at once lose no record, each with a thousand packages', async () => {
    const packages = Array.from({ length: 1000 }, (_, n) => `deb/package-${n}=1.0.${n}-1`)
    const dependencies = { ...seedRecord().dependencies, packages }
    const names = Array.from({ length: 20 }, (_, n) => `v1.0.${n}`)
    // Each with a handle of its own, as so many jobs on one disk have.
    await Promise.all(
      names.map(name => appendRecord('twenty.jsonl', tagged(name, { dependencies }), files())),
    )
    const { records, findings } = parseCatalog(await files().readText('twenty.jsonl'), 'twenty.jsonl')
    expect(findings).toEqual([])
    expect(records.map(({ image }) => image).toSorted()).toEqual(
      names.map(name => `registry.example.com/app:${name}`).toSorted(),
    )
  })

  test('a line that was cut off costs itself, not the next record', async () => {
    const whole = formatRecord(tagged('v1.0.0'))
    await writeFile(join(folder, 'torn.jsonl'), whole + whole.slice(0, 100))
    await appendRecord('torn.jsonl', tagged('v1.0.1'), files())
    const { records, findings } = parseCatalog(await files().readText('torn.jsonl'), 'torn.jsonl')
    expect(records.map(({ image }) => image)).toEqual(
      ['v1.0.0', 'v1.0.1'].map(tag => `registry.example.com/app:${tag}`),
    )
    expect(findings).toMatchObject([{ rule: 'bad-record', severity: 'warning', location: { line: 2 } }])
  })

  test('text that forges lines stays in its own', () => {
    const hostile = seedRecord({
      builder: 'a\n{"schema":"image-hygiene/record/v1"}\u2028::error::x',
      unknown: {},
    })
    expect(formatRecord(hostile).trimEnd()).not.toContain('\n')
    expect(parseCatalog(formatRecord(hostile), 'c').records).toEqual([hostile])
  })

  test('any bytes are read without a crash, and only sound records come out', () => {
    const line = formatRecord(seedRecord())
    fc.assert(
      fc.property(fc.nat(line.length), fc.string(), fc.nat(40), (at, text, cut) => {
        const { records } = parseCatalog(line.slice(0, at) + text + line.slice(at + cut), 'c')
        for (const record of records) expect(record.schema).toBe('image-hygiene/record/v1')
      }),
    )
  })
})

describe('asking', () => {
  const old = tagged('v1.0.0', { digest: digest('1'), git_commit: 'a1b2c3d4'.repeat(5) })
  const other = tagged('v1.1.0', {
    digest: digest('2'),
    git_commit: 'f'.repeat(40),
    dependencies: {
      base_image: 'docker.io/library/alpine:3.18',
      base_digest: digest('b'),
      apt_packages: [],
      packages: ['apk/curl=8.1.0-r0', 'npm/@babel/core=7.21.0'],
    },
  })
  const catalog = [old, other]
  const asked = (...words: string[]) =>
    search(catalog, readQuestion(words)).fitting.map(({ image }) => image.split(':')[1])

  test.each([
    ['which images hold curl 7.74', ['package=curl=7.74'], ['v1.0.0']],
    ['not 7.7, which is another version', ['package=curl=7.7'], []],
    ['curl of any version', ['package=curl'], ['v1.0.0', 'v1.1.0']],
    ['a package with a scope', ['package=@babel/core=7.21.0'], ['v1.0.0', 'v1.1.0']],
    ['what was built from commit a1b2c3d', ['commit=a1b2c3d'], ['v1.0.0']],
    ['the same in capitals', ['commit=A1B2C3D'], ['v1.0.0']],
    ['what stands on debian:11-slim', ['base=debian:11-slim'], ['v1.0.0']],
    ['what stands on a base of Docker Hub, as people write it', ['base=alpine:3.18'], ['v1.1.0']],
    ['what stands on any alpine', ['base=docker.io/library/alpine'], ['v1.1.0']],
    ['what stands on that very base', [`base=${digest('b')}`], ['v1.1.0']],
    ['all words must fit', ['package=curl', 'commit=a1b2c3d'], ['v1.0.0']],
    ['one image by its tag', ['image=registry.example.com/app:v1.1.0'], ['v1.1.0']],
    ['by class and verdict', ['class=release', 'scan=passed'], ['v1.0.0', 'v1.1.0']],
    ['by digest', [`digest=${digest('2')}`], ['v1.1.0']],
    ['by whom', ['builder=nobody'], []],
  ])('%s', (_, words, images) => {
    expect(asked(...words)).toEqual(images)
  })

  test('what no record has cannot be asked for', () => {
    for (const word of ['curl', 'colour=red', 'package=', '=x']) {
      expect(() => readQuestion([word]), word).toThrow(/field=value|asks for nothing/)
    }
  })

  test('an image that was recorded again is found once, as it was recorded last', () => {
    const again = { ...old, builder: 'somebody else' }
    expect(search([old, other, again], readQuestion(['commit=a1b2c3d'])).fitting).toEqual([again])
  })

  test('a record that does not know may fit as well, unless it is surely another', () => {
    const packages = { ...old.dependencies, apt_packages: null, packages: null }
    const blind = tagged('v2.0.0', { digest: digest('3'), git_commit: null, dependencies: packages })
    const silent = (...words: string[]) =>
      search([...catalog, blind], readQuestion(words)).silent.map(({ image }) => image.split(':')[1])
    expect(silent('package=curl=7.74')).toEqual(['v2.0.0'])
    expect(silent('package=curl', 'commit=a1b2c3d')).toEqual(['v2.0.0'])
    expect(silent('package=curl', `digest=${digest('2')}`)).toEqual([])
    expect(silent('base=debian:11-slim')).toEqual([])
  })
})
