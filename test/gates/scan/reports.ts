// Trivy reports as tests need them, spelled as Trivy 0.74 spells them.

import { type Circumstances, type Subject, standingsOf } from '../../../src/gates/scan/index.ts'
import { parseReference, type Reference } from '../../../src/image/index.ts'
import { defaultPolicy, type ScanException, type ScanRules } from '../../../src/policy/index.ts'

export const layers = ['base', 'app'].map(
  name => `sha256:${Buffer.from(name).toString('hex').padStart(64, '0')}`,
)

export interface Wanted {
  readonly id?: string
  readonly name?: string
  readonly version?: string
  readonly fixed?: string
  readonly severity?: string
  readonly layer?: number
  readonly published?: string
  readonly aliases?: readonly string[]
  readonly title?: string
}

export const vulnerability = (wanted: Wanted = {}) => ({
  VulnerabilityID: wanted.id ?? 'CVE-2099-0001',
  ...(wanted.aliases && { VendorIDs: wanted.aliases }),
  PkgID: `${wanted.name ?? 'openssl'}@${wanted.version ?? '1.0.0'}`,
  PkgName: wanted.name ?? 'openssl',
  PkgIdentifier: { PURL: `pkg:npm/${wanted.name ?? 'openssl'}@${wanted.version ?? '1.0.0'}`, UID: '1' },
  InstalledVersion: wanted.version ?? '1.0.0',
  ...(wanted.fixed === undefined ? { Status: 'affected' } : { FixedVersion: wanted.fixed, Status: 'fixed' }),
  Layer: { DiffID: layers[wanted.layer ?? 0] },
  Severity: wanted.severity ?? 'CRITICAL',
  ...(wanted.title && { Title: wanted.title }),
  ...(wanted.published && { PublishedDate: wanted.published }),
})

export const reportOf = (found: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  SchemaVersion: 2,
  Trivy: { Version: '0.74.0' },
  CreatedAt: '2026-11-21T01:44:41.900645491Z',
  ArtifactName: 'ghcr.io/acme/app:v1',
  ArtifactType: 'container_image',
  Metadata: {
    OS: { Family: 'alpine', Name: '3.18.4' },
    DiffIDs: layers,
    RepoDigests: [`ghcr.io/acme/app@sha256:${'1'.repeat(64)}`],
    ImageConfig: { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: layers } },
  },
  Results: [{ Target: 'alpine 3.18.4', Class: 'os-pkgs', Type: 'alpine', Vulnerabilities: found }],
  ...more,
})

export const bytesOf = (report: unknown): Uint8Array => Buffer.from(JSON.stringify(report))

export const now = Date.parse('2026-11-21T12:00:00Z') / 1000

export const rules = (more: Partial<ScanRules> = {}): ScanRules => ({
  ...defaultPolicy([], text => text).policy.scan,
  ...more,
})

export const exception = (more: Partial<ScanException> = {}): ScanException => ({
  id: 'CVE-2099-0001',
  packages: [],
  images: [],
  reason: 'unreachable',
  owner: 'team-web',
  until: '2026-12-01',
  ...more,
})

export const accepting = (...items: readonly ScanException[]): ScanRules =>
  rules({ exceptions: { 'max-days': 90, items } })

export const image = parseReference(`ghcr.io/acme/app:v1@sha256:${'1'.repeat(64)}`) as Reference

export const subject = (more: Partial<Subject> = {}): Subject => ({
  name: 'ghcr.io/acme/app:v1',
  image,
  use: 'running',
  base: { layers: 1, by: 'annotation', name: 'ghcr.io/acme/base:v1' },
  ...more,
})

export const circumstances = (
  scanRules: ScanRules = rules(),
  more: Partial<Circumstances> = {},
): Circumstances => ({
  rules: scanRules,
  standings: standingsOf(scanRules, more.now ?? now),
  now,
  exploited: new Set(),
  likelihoods: new Map(),
  ...more,
})
