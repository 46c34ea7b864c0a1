// Real Trivy, offline, finds in our image what our database says, and where it says it.
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pullWhole } from './clients.ts'
import { type Registry, startRegistry } from './registries.ts'
import { fixtureDb, trivyImage, type VulnerableImage, vulnerableImage } from './trivy.ts'

let registry: Registry
let cache: string
let vulnerable: VulnerableImage

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  vulnerable = await vulnerableImage(registry)
  cache = await fixtureDb()
})
afterAll(async () => {
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})

interface Report {
  readonly SchemaVersion: number
  readonly Metadata: { readonly OS: { readonly EOSL?: boolean }; readonly DiffIDs: readonly string[] }
  readonly Results: readonly {
    readonly Class: string
    readonly Vulnerabilities?: readonly {
      readonly VulnerabilityID: string
      readonly PkgName: string
      readonly Severity: string
      readonly FixedVersion?: string
      readonly Layer: { readonly DiffID: string }
    }[]
  }[]
}

const found = ({ Results }: Report) =>
  Results.flatMap(({ Class, Vulnerabilities = [] }) =>
    Vulnerabilities.map(({ PkgName, Severity, FixedVersion = '', Layer }) => [
      Class,
      PkgName,
      Severity,
      FixedVersion,
      Layer.DiffID,
    ]),
  ).sort()

test('the vulnerable image and its base are whole', async () => {
  await pullWhole(vulnerable.reference)
  await pullWhole(vulnerable.base.reference)
})

test('Trivy finds each advisory in the layer that brought the package, and an operating system past its end', async () => {
  const report = (await trivyImage(cache, vulnerable.reference)).report as Report
  const [base, app] = vulnerable.diffIds
  expect(found(report)).toEqual([
    ['lang-pkgs', 'lodash', 'HIGH', '4.17.21', app],
    ['os-pkgs', 'busybox', 'LOW', '', base],
    ['os-pkgs', 'openssl', 'CRITICAL', '3.1.9-r0', base],
  ])
  expect(report.Metadata.OS.EOSL).toBe(true)
  expect(report.Metadata.DiffIDs).toEqual(vulnerable.diffIds)
})

test('the base alone brings the findings of its own layer', async () => {
  const report = (await trivyImage(cache, vulnerable.base.reference)).report as Report
  expect(found(report).map(([, name]) => name)).toEqual(['busybox', 'openssl'])
})

test('told to skip the update, Trivy takes a database of any age without a complaint', async () => {
  const old = await fixtureDb(new Date('2020-01-01T00:00:00Z'))
  try {
    const { report, ran } = await trivyImage(old, vulnerable.reference)
    expect(found(report as Report)).toHaveLength(3)
    expect(ran.stderr).not.toMatch(/old|stale|outdated/i)
  } finally {
    await rm(old, { recursive: true, force: true })
  }
})
