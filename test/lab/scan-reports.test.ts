// The files that one scan by real Trivy leaves, each held against what its readers accept; and the SBOMs against what Trivy
// itself makes of the same report.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  codeQualityFaults,
  containerScanningFaults,
  cyclonedxFaults,
  junitCases,
  junitFaults,
  sarifFaults,
} from '../report/published.ts'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt, run } from './run.ts'
import { scanCli, type Told } from './scan.ts'
import { tool } from './tools.ts'
import { alpine, fixtureDb } from './trivy.ts'
import { wire } from './wire.ts'

let registry: Registry
let folder: string
let cache: string
let reference: string
let told: Told

const read = (name: string) => readFile(join(folder, 'out', name), 'utf8')
interface Entry {
  readonly name: string
  readonly severity: string
  readonly solution?: string
  readonly location: { readonly dependency: { readonly package: { readonly name: string } } }
}

const npm = (path: string, name: string, license: string) => ({
  path,
  content: JSON.stringify({ name, version: '4.17.20', license }),
})

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  ;[cache, folder] = await Promise.all([fixtureDb(), mkdtemp(join(tmpdir(), 'lab-reports-'))])
  const packages = { openssl: '3.1.2-r0', busybox: '1.36.1-r2', zlib: '1.2.13-r1', musl: '1.2.4-r1' }
  const layers = [
    alpine(packages, { busybox: 'GPL-2.0-only' }),
    [
      // The same vulnerability in two places, one of them of a nasty name; and two equal findings of a gate.
      npm('app/node_modules/lodash/package.json', 'lodash', 'MIT AND AGPL-3.0+'),
      npm('app/`<b>&"\'| [x](y)/node_modules/lodash/package.json', 'lodash', 'MIT AND AGPL-3.0+'),
      {
        path: 'app/key.pem',
        content: `-----BEGIN RSA PRIVATE KEY-----\n${'MIIE'.repeat(40)}\n-----END RSA PRIVATE KEY-----\n`,
      },
      { path: 'app/Dockerfile', content: 'FROM alpine:latest\nRUN apt-get install x\n' },
    ],
  ]
  await wire(registry.url).pushImage('team/app', image({ layers }), ['v1'])
  reference = `${registry.host}/team/app:v1`
  const until = new Date().toISOString().slice(0, 10)
  const item = `{ id: CVE-2099-0004, reason: unreachable, owner: web, until: ${until} }`
  await writeFile(
    join(folder, '.image-hygiene.yml'),
    `version: 1\nimages: ['${registry.host}/**']\nscan: { misconfig: low, licences: [AGPL-3.0], exceptions: { items: [${item}] } }\n`,
  )
  await mkdir(join(folder, 'out'))
  const files = [
    'sarif',
    'codequality',
    'junit',
    'json',
    'container-scanning',
    'trivy-report',
    'cyclonedx',
    'spdx',
  ]
  told = await scanCli(folder, cache, [
    reference,
    ...files.flatMap(name => [`--${name}-file`, `out/${name}.json`]),
  ])
  expect(told.code).toBe(1)
})
afterAll(async () => {
  await registry?.stop()
  for (const one of [folder, cache]) if (one !== undefined) await rm(one, { recursive: true, force: true })
})

describe('of one scan', () => {
  test("GitLab's container scanning report fits its schema and has each open vulnerability once", async () => {
    const text = await read('container-scanning.json')
    expect(containerScanningFaults(text)).toEqual([])
    const { vulnerabilities, scan } = JSON.parse(text)
    expect(
      (vulnerabilities as readonly Entry[]).map(({ name, severity, location, solution }) => [
        name,
        severity,
        location.dependency.package.name,
        solution,
      ]),
    ).toEqual([
      ['openssl forgets its keys', 'Critical', 'openssl', 'Upgrade openssl to 3.1.9-r0'],
      ['lodash shares its prototype', 'High', 'lodash', 'Upgrade lodash to 4.17.21'],
      ['musl sings out of tune', 'High', 'musl', undefined],
      ['busybox is slow to answer', 'Low', 'busybox', undefined],
    ])
    expect(vulnerabilities[0].location).toMatchObject({ image: reference, operating_system: 'alpine 3.18.4' })
    expect(scan).toMatchObject({ type: 'container_scanning', scanner: { id: 'trivy', version: '0.74.0' } })
  })

  test('the Code Quality report has an issue for each finding', async () => {
    const text = await read('codequality.json')
    expect(codeQualityFaults(text)).toEqual([])
    const rules = JSON.parse(text).map((issue: { check_name: string }) => issue.check_name)
    expect(rules.sort()).toEqual(told.outcome.findings.map(({ rule }) => rule).sort())
  })

  test('SARIF has a result for each finding, and marks the accepted one', async () => {
    const text = await read('sarif.json')
    expect(sarifFaults(text)).toEqual([])
    const [{ results }] = JSON.parse(text).runs
    expect(results).toHaveLength(told.outcome.findings.length)
    const quiet = results.filter(({ suppressions }: { suppressions?: unknown }) => suppressions !== undefined)
    expect(quiet.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['CVE-2099-0004'])
  })

  test('JUnit has a case of its own for each finding, also for equal ones, and the errors fail', async () => {
    const text = await read('junit.json')
    expect(junitFaults(text)).toEqual([])
    const { findings } = told.outcome
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(findings.filter(({ rule }) => rule === 'CVE-2099-0003')).toHaveLength(2)
    expect(findings.filter(({ rule }) => rule === 'licence-refused')).toHaveLength(2)
    expect(junitCases(text)).toHaveLength(findings.length)
    expect(junitCases(text).filter(({ failed }) => failed)).toHaveLength(errors.length)
  })
})

describe('an SBOM', () => {
  /** What Trivy makes of the same report, but for what it makes anew each time: ids and moments. */
  const byTrivy = async (format: string, ...flags: string[]) => {
    const report = join(folder, 'out/trivy-report.json')
    const { stdout } = await run([tool('trivy'), 'convert', '--quiet', '--format', format, ...flags, report])
    return fixed(stdout)
  }
  const fixed = (text: string) =>
    JSON.parse(
      text
        .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
        .replace(/"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)"/g, '"MOMENT"'),
      // Lists are in the order of the ids.
      (_, value) =>
        Array.isArray(value)
          ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
          : value,
    )

  test('in CycloneDX fits its schema, is what Trivy makes, and names every package with its vulnerabilities', async () => {
    const text = await read('cyclonedx.json')
    expect(cyclonedxFaults(text)).toEqual([])
    expect(cyclonedxFaults(text.replace('"type": "library"', '"type": "book"'))).not.toEqual([])
    expect(fixed(text)).toEqual(await byTrivy('cyclonedx', '--scanners', 'vuln'))
    const { components, vulnerabilities } = JSON.parse(text)
    const named = components.flatMap(({ purl, name }: { purl?: string; name: string }) =>
      purl ? [name] : [],
    )
    expect(named.sort()).toEqual(['busybox', 'lodash', 'lodash', 'musl', 'openssl', 'zlib'])
    expect(vulnerabilities.map(({ id }: { id: string }) => id).sort()).toEqual(
      [1, 2, 3, 4, 5].map(number => `CVE-2099-000${number}`),
    )
  })

  test('in SPDX is valid by the tools of SPDX, is what Trivy makes, and names every package', async () => {
    const text = await read('spdx.json')
    const path = join(folder, 'out/sbom.spdx.json')
    const broken = join(folder, 'out/broken.spdx.json')
    await writeFile(path, text)
    await writeFile(broken, text.replace('"SPDXRef-DOCUMENT"', '"DOCUMENT"'))
    const checks = await Promise.all([path, broken].map(file => attempt([tool('spdx-validate'), file])))
    expect(checks.map(({ code, stderr }) => [code, code === 0 ? stderr : ''])).toEqual([
      [0, ''],
      [1, ''],
    ])
    expect(fixed(text)).toEqual(await byTrivy('spdx-json'))
    const { packages } = JSON.parse(text)
    const named = packages.map(({ name }: { name: string }) => name)
    for (const name of ['busybox', 'lodash', 'musl', 'openssl', 'zlib']) expect(named).toContain(name)
  })
})
