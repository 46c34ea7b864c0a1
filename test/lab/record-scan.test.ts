// The record of a build as a pipeline makes one: BuildKit builds with provenance, Trivy scans, cosign signs, and the
// record says what each of them found. It fits the published schema, and the catalog answers the incident's questions.
import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { githubEnv } from '../build/events.ts'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { type CosignKey, cosignKey } from './cosign.ts'
import { image, index } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type ScanRoom, scanRoom } from './scan.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { alpine, fixtureDb, type VulnerableImage, vulnerableImage } from './trivy.ts'
import { wire } from './wire.ts'

const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'
const builder = 'https://github.com/acme/app/actions/runs/30433642/attempts/1'

let cache: string
let key: CosignKey
let registry: Registry
let buildkit: Buildkit
let base: VulnerableImage
let room: SignRoom
let scanning: ScanRoom
let reference: string
let record: Record<string, unknown>

beforeAll(async () => {
  ;[key, cache, registry] = await Promise.all([cosignKey(), fixtureDb(), startRegistry('docker-registry')])
  buildkit = await startBuildkit([registry.host])
  base = await vulnerableImage(registry, 'library/alpine')
  room = await signRoom(key)
  scanning = await scanRoom(cache)
  const policy = `version: 1\nimages: ['${registry.host}/**']\nsign: { key: ${key.private} }\n`
  await Promise.all([room.file('.image-hygiene.yml', policy), scanning.policy(policy)])

  const digest = await buildkit.build({
    dockerfile: `FROM ${base.reference}\nCOPY app /app/run\n`,
    files: { app: '#!/bin/sh\n' },
    push: `${registry.host}/team/app:v1.2.3`,
    platforms: ['linux/amd64'],
    labels: { 'org.opencontainers.image.revision': commit },
    provenance: true,
    builder,
  })
  reference = `${registry.host}/team/app:v1.2.3@${digest}`
  const reports = {
    'trivy-report-file': 'trivy.json',
    'json-file': 'scan.json',
    'cyclonedx-file': 'sbom.json',
  }
  const scanned = await scanning.scan({ references: reference, ...reports })
  expect(scanned.exitCode).toBe(1)
  expect((await room.step('sign', { references: reference })).exitCode).toBe(0)
  const here = (name: string) => join(scanning.folder, name)
  const ran = await room.step('record', {
    references: reference,
    ...{
      'trivy-reports': here('trivy.json'),
      'scan-outcome': here('scan.json'),
      'sbom-file': here('sbom.json'),
    },
    ...{ 'record-file': 'record.json', catalog: 'catalog.jsonl', attach: 'true' },
  })
  expect([ran.exitCode, ran.outcome.findings]).toEqual([0, []])
  record = JSON.parse(await readFile(join(room.folder, 'record.json'), 'utf8'))
})
afterAll(async () => {
  for (const one of [room, scanning]) await one?.remove()
  await buildkit?.stop()
  await registry?.stop()
  for (const folder of [key?.folder, cache]) if (folder !== undefined) await rm(folder, { recursive: true })
})

describe('the record', () => {
  test('says what built it, what it stands on, what is in it, and how it was judged', async () => {
    const sbom = createHash('sha256').update(await readFile(join(scanning.folder, 'sbom.json')))
    expect(record).toMatchObject({
      schema: 'image-hygiene/record/v1',
      image: `${registry.host}/team/app:v1.2.3`,
      digest: reference.split('@')[1],
      class: 'release',
      builder,
      git_commit: commit,
      dependencies: {
        base_image: expect.stringContaining('library/alpine'),
        base_digest: base.digest,
        packages: ['apk/busybox=1.36.1-r2', 'apk/openssl=3.1.2-r0', 'npm/lodash=4.17.20'],
        apt_packages: [],
      },
      security_scan: {
        status: 'failed',
        critical_vulns: 1,
        scanned_at: expect.stringMatching(/^20\d\d-/),
        platforms: [{ platform: 'linux/amd64', critical_vulns: 1 }],
      },
      signatures: [{ format: 'bundle', key: expect.stringMatching(/=$/), identities: [], issuer: null }],
      sbom_digest: `sha256:${sbom.digest('hex')}`,
      tools: { trivy: expect.stringMatching(/^0\.\d+\.\d+$/) },
    })
    const { database_updated_at: database } = record['security_scan'] as Record<string, string>
    const metadata = JSON.parse(await readFile(join(cache, 'db/metadata.json'), 'utf8'))
    expect(new Date(database ?? '').getTime()).toBeCloseTo(new Date(metadata.UpdatedAt).getTime(), -4)
  })

  test('fits the schema that is published', async () => {
    const schema = JSON.parse(await readFile(join(import.meta.dirname, '../../schema/record.json'), 'utf8'))
    const check = new Ajv2020({ strict: false }).compile(schema)
    expect(check(record), JSON.stringify(check.errors)).toBe(true)
    // Whoever edits it by hand is told.
    expect(check({ ...record, security_scan: { status: 'fine' } })).toBe(false)
  })

  test('says of what nobody knows why nobody knows it', () => {
    expect(record['unknown']).toEqual({
      expire_at: expect.any(String),
      build_url: 'it was not recorded in a run of a CI',
      source: expect.any(String),
    })
  })

  test('of a job that started the build: provenance comes first, and the run says where', async () => {
    const env = { ...githubEnv('push', 'refs/tags/v1.2.3'), GITHUB_SHA: commit, GITHUB_ACTOR: 'mona' }
    const ran = await room.step('record', { references: reference, 'record-file': 'run.json' }, env as never)
    expect(ran.exitCode).toBe(0)
    const again = JSON.parse(await readFile(join(room.folder, 'run.json'), 'utf8'))
    expect(again).toMatchObject({ builder, build_url: expect.stringContaining('/actions/runs/') })
  })

  test('refuses a report and an outcome that are about another image', async () => {
    const other = `${base.reference}@${base.digest}`
    for (const input of ['trivy-reports', 'scan-outcome'] as const) {
      const file = input === 'trivy-reports' ? 'trivy.json' : 'scan.json'
      const ran = await room.step('record', { references: other, [input]: join(scanning.folder, file) })
      expect([input, ran.exitCode, ran.outcome.findings[0]?.message]).toEqual([
        input,
        2,
        expect.stringMatching(/is about .*, not about sha256:/),
      ])
    }
  })
})

describe('of an image for several platforms', () => {
  /** Both hold a guilty lodash, one also the guilty openssl. */
  const push = async () => {
    const lodash = {
      path: 'app/node_modules/lodash/package.json',
      content: JSON.stringify({ name: 'lodash', version: '4.17.20' }),
    }
    const made = [
      ['amd64', [alpine({ openssl: '3.1.2-r0' }), [lodash]]],
      ['arm64', [alpine({ busybox: '1.36.1-r2' }), [lodash]]],
    ] as const
    const { pushImage, pushManifest } = wire(registry.url)
    const children = []
    for (const [architecture, layers] of made) {
      const platform = { os: 'linux', architecture }
      const whole = image({ layers, platform })
      await pushImage('team/multi', whole, [])
      children.push({ ...whole.manifest, platform })
    }
    const list = index(children)
    await pushManifest('team/multi', list, 'v2.0.0')
    return { name: `${registry.host}/team/multi:v2.0.0@${list.digest}`, children }
  }
  const recorded = async (name: string, reports: string, outcome: string) => {
    const here = (file: string) => join(scanning.folder, file)
    const ran = await room.step('record', {
      references: name,
      'trivy-reports': reports.split('\n').map(here).join('\n'),
      'scan-outcome': here(outcome),
      'record-file': 'multi.json',
    })
    expect(ran.exitCode).toBe(0)
    return JSON.parse(await readFile(join(room.folder, 'multi.json'), 'utf8'))
  }

  test('tells each of them, and of the whole only what is known of all', async () => {
    const { name, children } = await push()
    const both = await scanning.scan({
      references: name,
      'trivy-report-file': 'm.json',
      'json-file': 'both.json',
    })
    const [amd64 = '', arm64 = ''] = both.outcome.outputs['trivy-report-file']?.split('\n') ?? []
    const platforms = [
      { platform: 'linux/amd64', digest: children[0]?.digest, critical_vulns: 1 },
      { platform: 'linux/arm64', digest: children[1]?.digest, critical_vulns: 0 },
    ]
    expect(await recorded(name, `${amd64}\n${arm64}`, 'both.json')).toMatchObject({
      dependencies: { packages: ['apk/busybox=1.36.1-r2', 'apk/openssl=3.1.2-r0', 'npm/lodash=4.17.20'] },
      security_scan: { status: 'failed', critical_vulns: 1, platforms },
    })

    const one = { references: name, platforms: 'linux/arm64', 'json-file': 'one.json' }
    await scanning.scan({ ...one, 'trivy-report-file': 'one.trivy.json' })
    const half = await recorded(name, 'one.trivy.json', 'one.json')
    expect(half).toMatchObject({
      dependencies: { packages: null },
      security_scan: { status: null, critical_vulns: null, platforms: platforms.slice(1) },
    })
    const missing = `linux/amd64 (${children[0]?.digest})`
    expect(half.unknown).toMatchObject({
      'security_scan.status': `the outcome of the step scan does not say that it judged ${missing}`,
      'security_scan.critical_vulns': `no report of Trivy was given for ${missing}`,
      'dependencies.packages': `no report of Trivy was given for ${missing}`,
    })
  })

  test('refuses the verdict on another image, also one without a finding', async () => {
    await wire(registry.url).pushImage('team/clean', image(), ['v1'])
    await scanning.scan({ references: `${registry.host}/team/clean:v1`, 'json-file': 'clean.json' })
    const outcome = join(scanning.folder, 'clean.json')
    const ran = await room.step('record', { references: reference, 'scan-outcome': outcome })
    expect([ran.exitCode, ran.outcome.findings[0]?.message]).toEqual([
      2,
      expect.stringMatching(/clean\.json is about sha256:.*, not about sha256:/),
    ])
  })
})

test.each([
  ['which images hold openssl 3.1', 'package=openssl=3.1', '1'],
  ['and not 3.10', 'package=openssl=3.10', '0'],
  ['which images hold lodash', 'package=lodash', '1'],
  [`what was built from commit ${commit.slice(0, 7)}`, `commit=${commit.slice(0, 7)}`, '1'],
  ['what was built from another', 'commit=fffffff', '0'],
])('the catalog answers %s', async (_, question, found) => {
  const ran = await room.step('record', { catalog: 'catalog.jsonl', list: question })
  expect([ran.exitCode, ran.outcome.outputs['found']]).toEqual([0, found])
})

test('the catalog answers what stands on the base, by name and by digest', async () => {
  for (const question of [`base=${base.reference.split(':v1')[0]}`, `base=${base.digest}`]) {
    const ran = await room.step('record', { catalog: 'catalog.jsonl', list: question })
    expect([question, ran.outcome.outputs['found']]).toEqual([question, '1'])
    expect(ran.result.text).toContain(`${registry.host}/team/app:v1.2.3`)
  }
})
