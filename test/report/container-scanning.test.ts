import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContainerVulnerability, toContainerScanning } from '../../src/report/index.ts'
import { containerScanningFaults } from './published.ts'

const faultsOf = (document: unknown) => containerScanningFaults(JSON.stringify(document))

const scan = {
  tool: { name: 'trivy', version: '0.74.0' },
  version: '1.0.0',
  startedAt: '2026-11-21T05:00:00Z',
  endedAt: '2026-11-21T05:00:09Z',
}
const told = (found: readonly ContainerVulnerability[]) =>
  JSON.parse(toContainerScanning(found, scan, key => Buffer.from(key).toString('hex')))

const one: ContainerVulnerability = {
  id: 'CVE-2099-0001',
  severity: 'Critical',
  name: 'openssl forgets its keys',
  description: 'T1: openssl forgets its keys',
  solution: 'Upgrade openssl to 3.1.9-r0',
  url: 'https://avd.aquasec.com/nvd/cve-2099-0001',
  package: 'openssl',
  version: '3.1.2-r0',
  image: 'ghcr.io/acme/app:v1',
  operatingSystem: 'alpine 3.18.4',
}

describe("GitLab's container scanning report", () => {
  test('is what its schema demands', () => {
    const report = told([one])
    expect(faultsOf(report)).toEqual([])
    expect(report.vulnerabilities).toMatchObject([
      {
        severity: 'Critical',
        identifiers: [{ type: 'cve', value: 'CVE-2099-0001' }],
        location: { image: 'ghcr.io/acme/app:v1', dependency: { package: { name: 'openssl' } } },
      },
    ])
  })

  test('stays so whatever the words in it are', () => {
    const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 400 })
    const any: fc.Arbitrary<ContainerVulnerability> = fc.record(
      {
        id: word,
        severity: fc.constantFrom('Unknown', 'Low', 'Medium', 'High', 'Critical'),
        name: fc.oneof(word, fc.constant('x'.repeat(400))),
        description: fc.oneof(word, fc.constant('x'.repeat(2_000_000))),
        package: word,
        version: fc.oneof(word, fc.constant('')),
        image: word,
        operatingSystem: word,
        solution: fc.oneof(word, fc.constant('x'.repeat(10_000))),
        url: fc.webUrl(),
      },
      {
        requiredKeys: [
          'id',
          'severity',
          'name',
          'description',
          'package',
          'version',
          'image',
          'operatingSystem',
        ],
      },
    )
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), found => {
        expect(faultsOf(told(found))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  test.each([
    ['a time with its zone', (report: { scan: { start_time: string } }) => (report.scan.start_time += 'Z')],
    [
      'no identifier',
      (report: { vulnerabilities: { identifiers: [] }[] }) =>
        report.vulnerabilities.push({ identifiers: [] }),
    ],
  ])('the schema refuses %s', (_, spoil) => {
    const report = told([one])
    spoil(report)
    expect(faultsOf(report)).not.toEqual([])
  })

  test('names one finding of one image once, and by the same id from run to run', () => {
    const [first, again] = [told([one, one]), told([one])]
    expect(first.vulnerabilities).toHaveLength(1)
    expect(first.vulnerabilities[0].id).toBe(again.vulnerabilities[0].id)
  })
})
