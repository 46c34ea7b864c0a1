import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findingsOf, judge, parseTrivyReport, story } from '../../../src/gates/scan/index.ts'
import { HygieneError } from '../../../src/outcome/index.ts'
import { bytesOf, circumstances, layers, reportOf, subject, vulnerability } from './reports.ts'

const whole = reportOf([
  vulnerability({ fixed: '1.0.1' }),
  vulnerability({ id: 'CVE-2099-0002', severity: 'LOW' }),
])

describe('a report', () => {
  test('is read with package, fix, layer and file', () => {
    const report = parseTrivyReport(bytesOf(whole))
    expect(report).toMatchObject({
      scanner: '0.74.0',
      createdAt: 1795225481,
      artifact: { name: 'ghcr.io/acme/app:v1', kind: 'container_image' },
      system: { family: 'alpine', name: '3.18.4', ended: false },
      image: { diffIds: layers, platform: 'linux/amd64' },
      packageLists: 1,
    })
    expect(report.vulnerabilities[0]).toMatchObject({
      id: 'CVE-2099-0001',
      package: { name: 'openssl', version: '1.0.0', purl: 'pkg:npm/openssl@1.0.0' },
      fixed: '1.0.1',
      fixable: true,
      grade: 'critical',
      diffId: layers[0],
    })
  })

  test.each([
    ['nothing but its version', { SchemaVersion: 2 }],
    ['no results', { ...whole, Results: undefined }],
    ['results that are null', { ...whole, Results: null }],
    [
      'vulnerabilities that are null',
      { ...whole, Results: [{ Target: 'x', Class: 'os-pkgs', Vulnerabilities: null }] },
    ],
    ['keys that nobody knows yet', { ...whole, Novelty: { a: [1, '}', { '"': ']' }] } }],
  ])('with %s is read: absent is ordinary', (_, report) => {
    expect(() => parseTrivyReport(bytesOf(report))).not.toThrow()
  })

  test.each([
    ['empty', '', 'damaged'],
    ['blank', ' \n', 'damaged'],
    ['no object', '[]', 'damaged'],
    ['an empty object', '{}', 'undecidable'],
    ['of schema version 1', JSON.stringify({ ...whole, SchemaVersion: 1 }), 'undecidable'],
    ['of schema version 3', JSON.stringify({ ...whole, SchemaVersion: 3 }), 'undecidable'],
    ['of schema version "2"', JSON.stringify({ ...whole, SchemaVersion: '2' }), 'undecidable'],
    ['an error page', '<html></html>', 'damaged'],
    ['SARIF', '{"version":"2.1.0","runs":[]}', 'undecidable'],
    ['two documents', `${JSON.stringify(whole)}{}`, 'damaged'],
    ['with two lists of results', `{"SchemaVersion":2,"Results":[],"Results":[]}`, 'damaged'],
    ['with results that are text', JSON.stringify({ ...whole, Results: 'none' }), 'damaged'],
    ['with results that are an object', JSON.stringify({ ...whole, Results: {} }), 'damaged'],
    ['with a result that is a number', JSON.stringify({ ...whole, Results: [1] }), 'damaged'],
    ['with a vulnerability that is text', JSON.stringify(reportOf(['CVE-1'])), 'damaged'],
    ['with a vulnerability without an id', JSON.stringify(reportOf([{ PkgName: 'p' }])), 'damaged'],
    [
      'with a vulnerability without a severity',
      JSON.stringify(reportOf([{ VulnerabilityID: 'CVE-1', PkgName: 'p' }])),
      'damaged',
    ],
    [
      'with an end of support that is text',
      JSON.stringify(reportOf([], { Metadata: { OS: { Family: 'alpine', Name: '3.18.4', EOSL: 'true' } } })),
      'damaged',
    ],
    [
      'with a severity that is none',
      JSON.stringify(reportOf([vulnerability({ severity: 'FINE' })])),
      'damaged',
    ],
    [
      'with a severity that is a number',
      JSON.stringify(reportOf([{ ...vulnerability(), Severity: 4 }])),
      'damaged',
    ],
    [
      'with its class behind the findings',
      `{"SchemaVersion":2,"Results":[{"Vulnerabilities":[],"Class":"os-pkgs"}]}`,
      'damaged',
    ],
  ])('that is %s cannot be judged: exit 3, never 0 or 1', (_, text, code) => {
    const read = () => parseTrivyReport(Buffer.from(text))
    expect(read).toThrow(HygieneError)
    expect(read).toThrow(expect.objectContaining({ code, exitCode: 3 }))
  })

  test('cut off anywhere cannot be judged', () => {
    const text = JSON.stringify(whole)
    for (let length = 0; length < text.length; length++) {
      expect(() => parseTrivyReport(Buffer.from(text.slice(0, length))), String(length)).toThrow(HygieneError)
    }
  })

  test('reads the same as JSON.parse does, however it is laid out', () => {
    for (const indent of [0, 1, 4, '\t']) {
      const laidOut = Buffer.from(JSON.stringify(whole, undefined, indent).replaceAll('\n', '\r\n'))
      expect(parseTrivyReport(laidOut)).toEqual(parseTrivyReport(bytesOf(whole)))
    }
    const marked = Buffer.concat([Buffer.from('\ufeff'), bytesOf(whole)])
    expect(parseTrivyReport(marked)).toEqual(parseTrivyReport(bytesOf(whole)))
  })

  test('any text survives: titles, names and ids come out as they went in', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.string({ minLength: 1 }), (id, name) => {
        const [found] = parseTrivyReport(bytesOf(reportOf([vulnerability({ id, name })]))).vulnerabilities
        expect([found?.id, found?.package.name]).toEqual([id, name])
      }),
    )
  })

  test('with a byte changed is refused or read whole: no finding disappears unless a value itself changed', () => {
    const bytes = Buffer.from(JSON.stringify(whole))
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const changed = Buffer.from(bytes)
        changed[at] = byte
        const report = readOrRefuse(changed)
        if (report === undefined) return
        const { Results } = JSON.parse(changed.toString('utf8').replace(/^\ufeff/, ''))
        const expected = (Results ?? []).flatMap(
          (result: { Vulnerabilities?: unknown[] }) => result.Vulnerabilities ?? [],
        ).length
        expect(report.vulnerabilities).toHaveLength(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('of any JSON is refused by an error of ours or judged without a crash', () => {
    const anything = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value')),
        fc.dictionary(fc.string(), tie('value')),
      ),
    })).value
    const lists = fc.constantFrom(
      'Vulnerabilities',
      'Secrets',
      'Misconfigurations',
      'Licenses',
      'ExperimentalModifiedFindings',
      'Packages',
      'Target',
      'Class',
    )
    const result = fc.oneof(
      anything,
      fc.dictionary(lists, fc.oneof(anything, fc.array(fc.constant(vulnerability())))),
    )
    const documents = fc.record({
      SchemaVersion: fc.constantFrom(2, 2, 2, 1),
      Results: fc.oneof(anything, fc.array(result)),
      Metadata: fc.oneof(
        anything,
        fc.dictionary(fc.constantFrom('OS', 'DiffIDs', 'ImageConfig', 'RepoDigests'), anything),
      ),
    })
    fc.assert(
      fc.property(documents, document => {
        const report = readOrRefuse(bytesOf(document))
        if (report === undefined) return
        const judgement = judge(report, subject(), circumstances())
        findingsOf(judgement, 'warn')
        story([judgement])
      }),
      { numRuns: 500 },
    )
  })

  test('packages are read when they are asked for', () => {
    const Packages = [{ ID: 'a@1', Name: 'a', Version: '1', Identifier: { PURL: 'pkg:npm/a@1' } }]
    const bytes = bytesOf({ ...whole, Results: [{ Target: 't', Class: 'lang-pkgs', Packages }] })
    expect(parseTrivyReport(bytes).packages).toEqual([])
    expect(parseTrivyReport(bytes, { packages: true }).packages).toEqual([
      { name: 'a', version: '1', purl: 'pkg:npm/a@1' },
    ])
  })
})

/** Anything but an error of ours, of the kind that cannot be decided, is a fault. */
function readOrRefuse(bytes: Uint8Array) {
  try {
    return parseTrivyReport(bytes)
  } catch (error) {
    expect(error).toBeInstanceOf(HygieneError)
    expect((error as HygieneError).exitCode).toBe(3)
    return undefined
  }
}
