// The incident's record, with nothing guessed: what is not known is null and says why.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { formatRecord } from '../../src/catalog/catalog.ts'
import { faultsOf, makeRecord, parseCatalog, recordSchema } from '../../src/catalog/index.ts'
import { digest, seedFacts, seedRecord } from './records.ts'

describe('the record of the incident', () => {
  test('has the fields that the incident asked for, under the names that it gave them', () => {
    expect(seedRecord()).toMatchObject({
      image: 'registry.example.com/app:v1.2.3',
      built_at: '2023-05-20T14:30:00Z',
      builder: 'ci-user',
      git_commit: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334',
      dependencies: { base_image: 'debian:11-slim', apt_packages: ['curl=7.74.0-1'] },
      security_scan: { status: 'passed', critical_vulns: 0 },
    })
  })

  test('fits the schema, as zod and as JSON Schema, and the published file is that schema', () => {
    const schema = z.toJSONSchema(recordSchema)
    const record = JSON.parse(formatRecord(seedRecord())) as unknown
    const check = new Ajv2020({ strict: false }).compile(schema)
    expect(check(record), JSON.stringify(check.errors)).toBe(true)
    expect(check({ ...(record as object), surprise: 1 })).toBe(false)
    const published = readFileSync(join(import.meta.dirname, '../../schema/record.json'), 'utf8')
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(schema)))
  })
})

describe('nothing is guessed', () => {
  const why = { why: 'nobody knows' }

  test('a run that is of another commit has not built the image', () => {
    const run = { sha: 'b'.repeat(40), actor: 'mallory', url: 'https://ci.example.com/8' }
    const record = makeRecord(seedFacts({ run }))
    expect([record.builder, record.build_url]).toEqual([null, null])
    expect(record.unknown['builder']).toMatch(/this run is of b{40}/)
  })

  test('platforms that disagree have said nothing about the whole', () => {
    const { observed } = seedFacts()
    const [one] = observed.platforms
    if (one === undefined) throw new Error('no platform')
    const other = { ...one, labels: { 'org.opencontainers.image.revision': 'e'.repeat(40) } }
    const record = makeRecord(seedFacts({ observed: { ...observed, platforms: [one, other] } }))
    expect(record.git_commit).toBeNull()
    expect(record.unknown['git_commit']).toMatch(/different values/)
  })

  test.each([
    ['1970-01-01T00:00:00Z', 'a reproducible build'],
    ['2199-01-01T00:00:00Z', 'the future'],
    ['yesterday', 'no date at all'],
  ])('a build date of %s is none: %s', created => {
    const { observed } = seedFacts()
    const platforms = observed.platforms.map(one => ({ ...one, created }))
    const record = makeRecord(seedFacts({ observed: { ...observed, platforms } }))
    expect(record.built_at).toBeNull()
    expect(record.unknown['built_at']).not.toBe('')
  })

  test('every null has its reason and every reason its null, whatever is missing', () => {
    const scan = seedFacts().scan
    const maybe = <T>(value: T) => fc.constantFrom(value, why as never)
    fc.assert(
      fc.property(
        fc.record({
          class: maybe({ known: 'release' } as const),
          base: fc.constantFrom<ReturnType<typeof seedFacts>['base']>(
            why,
            { known: { name: 'debian', digest: undefined } },
            { known: { name: 'debian', digest: digest('b') } },
          ),
          sbom: maybe({ known: digest('5') }),
          signatures: maybe({ known: [] }),
          run: fc.constantFrom(undefined, { sha: 'x' }, { sha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334' }),
          scan: fc.record({
            status: maybe(scan.status),
            critical: maybe(scan.critical),
            scannedAt: maybe(scan.scannedAt),
            databaseUpdatedAt: maybe(scan.databaseUpdatedAt),
            aptPackages: maybe(scan.aptPackages),
            packages: maybe(scan.packages),
            platforms: fc.constantFrom(scan.platforms, []),
          }),
        }),
        facts => {
          const record = makeRecord(seedFacts(facts))
          expect(faultsOf(record)).toEqual([])
          expect(parseCatalog(formatRecord(record), 'c').records).toEqual([record])
        },
      ),
    )
  })

  test('a null without a reason and a reason without a null are faults', () => {
    const sound = seedRecord()
    expect(faultsOf({ ...sound, class: null })).toEqual(['class is null without a reason'])
    expect(faultsOf({ ...sound, unknown: { ...sound.unknown, digest: 'x' } })).toHaveLength(1)
  })
})
