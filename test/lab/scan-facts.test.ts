// What a verdict hangs on besides the vulnerability itself, each from real Trivy and real registries: who brought it,
// where it runs, whether it is exploited; and the gate for secrets.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Ran } from '../../src/hosts/run.ts'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { image, index } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type ScanRoom, scanRoom } from './scan.ts'
import { alpine, fixtureDb, type VulnerableImage, vulnerableImage } from './trivy.ts'
import { type Wire, wire } from './wire.ts'

let registry: Registry
let call: Wire
let cache: string
let guilty: VulnerableImage
let room: ScanRoom

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  call = wire(registry.url)
  guilty = await vulnerableImage(registry)
  cache = await fixtureDb()
})
afterAll(async () => {
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})
beforeEach(async () => {
  room = await scanRoom(cache)
})
afterEach(() => room.remove())

const saying = ({ outcome }: Ran, rule: string) =>
  outcome.findings.filter(one => one.rule === rule).map(({ message }) => message)
const policy = (scan: string) =>
  room.policy(`version: 1\nimages: ['${registry.host}/**']\nscan: { ${scan} }\n`)
const lodash = (version: string) => ({
  path: 'app/node_modules/lodash/package.json',
  content: JSON.stringify({ name: 'lodash', version, license: 'AGPL-3.0' }),
})

describe('the base image', () => {
  let buildkit: Buildkit
  beforeAll(async () => {
    buildkit = await startBuildkit([registry.host])
  })
  afterAll(() => buildkit?.stop())

  test('is found by the provenance that BuildKit attaches, and held against the layers', async () => {
    const reference = `${registry.host}/team/built:v1`
    await buildkit.build({
      dockerfile: `FROM ${guilty.base.reference}\nCOPY package.json /app/node_modules/lodash/\n`,
      files: { 'package.json': lodash('4.17.20').content },
      push: reference,
      provenance: true,
    })
    const ran = await room.scan({ references: reference })
    expect(ran.result.summary).toMatch(/its 1 layers verified \(provenance\)/)
    expect(saying(ran, 'CVE-2099-0001')[0]).toContain('from the base image; fixed in')
    expect(saying(ran, 'CVE-2099-0003')[0]).toContain('added on the base; fixed in')
    expect(ran.outcome.outputs['headline']).toContain('1 by bumping the base image')
  })

  test('is guessed from the history that BuildKit writes where nothing claims it, and the guess is called one', async () => {
    const system = alpine({ openssl: '3.1.2-r0', zlib: '1.2.13-r1' })
    const files = Object.fromEntries(system.map(({ path, content }) => [path, String(content)]))
    const base = `${registry.host}/library/alpine:3.18`
    const from = async (name: string, end: string) => {
      const dockerfile = `FROM scratch\nCOPY etc /etc\nCOPY lib /lib\n${end}`
      await buildkit.build({ dockerfile, files, push: base })
      const reference = `${registry.host}/team/${name}:v1`
      await buildkit.build({
        dockerfile: `FROM ${base}\nCOPY package.json /app/node_modules/lodash/\nCMD ["/app/run"]\n`,
        files: { 'package.json': lodash('4.17.20').content },
        push: reference,
      })
      return room.scan({ references: reference })
    }
    const ran = await from('guessed', 'CMD ["/bin/sh"]\n')
    expect(ran.result.summary).toContain('Base image: the lowest 2 layers, a guess from the build history.')
    expect(ran.result.summary).toContain('build on a newer base (base guessed)')
    expect(saying(ran, 'CVE-2099-0001')[0]).toMatch(/^T1 .*from the base image, by a guess; fixed in/)
    expect(saying(ran, 'CVE-2099-0003')[0]).toMatch(/^T1 .*added on the base, by a guess; fixed in/)
    expect(saying(ran, 'CVE-2099-0004')[0]).toMatch(/^T2 /)
    expect(ran.outcome.outputs['headline']).toBe(
      '2 to fix now: 1 by bumping the base image (guessed), 1 by upgrading lodash; 1 other can wait',
    )
    // A base that starts nothing leaves no mark in the history: nothing is put down to it.
    const none = await from('unguessed', 'ENV LANG=C\n')
    expect(none.result.summary).toContain('Base image: not known')
    expect(saying(none, 'CVE-2099-0004')[0]).toMatch(/^T3 .*running; fixed in/)
  })

  test('is found among the approved ones where nothing claims it, and guessed from nothing', async () => {
    const alone = await room.scan({ references: guilty.reference })
    expect(saying(alone, 'CVE-2099-0001')[0]).not.toContain('base')
    const other = `${registry.host}/team/other:v1`
    await call.pushImage('team/other', image({ layers: [[{ path: 'x', content: 'x' }]] }), ['v1'])
    const known = await room.scan({
      references: guilty.reference,
      bases: `${other}\n${guilty.base.reference}`,
    })
    expect(known.result.summary).toMatch(/its 1 layers verified \(known\)/)
    expect(saying(known, 'CVE-2099-0001')[0]).toContain('from the base image')
  })
})

describe('an image of several platforms', () => {
  test('is judged platform by platform, or the ones that are named', async () => {
    const made = [
      ['amd64', '4.17.20'],
      ['arm64', '4.17.21'],
    ].map(([architecture = '', version = '']) => {
      const platform = { os: 'linux', architecture }
      return { platform, whole: image({ layers: [[lodash(version)]], platform }) }
    })
    for (const { whole } of made) await call.pushImage('team/multi', whole, [])
    const list = index(made.map(({ platform, whole }) => ({ ...whole.manifest, platform })))
    await call.pushManifest('team/multi', list, 'v1')
    const reference = `${registry.host}/team/multi:v1`
    const both = await room.scan({ references: reference, 'trivy-report-file': 'trivy.json' })
    expect([both.exitCode, both.outcome.stats['images']]).toEqual([1, 2])
    expect(both.outcome.findings.filter(one => one.rule === 'CVE-2099-0003')).toMatchObject([
      { image: expect.stringContaining('(linux/amd64)') },
    ])
    expect(both.outcome.outputs['trivy-report-file']?.split('\n')).toHaveLength(2)
    expect((await room.scan({ references: reference, platforms: 'linux/arm64' })).exitCode).toBe(0)
    expect((await room.scan({ references: reference, platforms: 'linux/s390x' })).exitCode).toBe(3)
    // An image alone has a platform as well, in its config.
    const alone = (platforms: string) => room.scan({ references: guilty.reference, platforms })
    expect((await alone('linux/arm64')).outcome.findings).toMatchObject([
      { rule: 'undecidable', fix: 'it has: linux/amd64' },
    ])
    expect((await alone('linux/amd64')).exitCode).toBe(1)
  })
})

describe('where it runs and whether it is exploited', () => {
  const kev = async (id: string) =>
    writeFile(join(room.folder, 'kev.json'), JSON.stringify({ vulnerabilities: [{ cveID: id }] }))

  test('what a cleanup plan lists and nothing runs is to be deleted, not mended', async () => {
    await writeFile(join(room.folder, 'prod.txt'), `${guilty.base.reference}\n`)
    const head = guilty.digest
    const header = { schema: 'image-hygiene/plan/v1', plan: head, policy: head, sources: [] }
    const line = {
      action: 'delete',
      repository: `${registry.host}/team/vulnerable`,
      head,
      tags: ['v1'],
      class: 'release',
      reason: 'superseded',
      with: [],
    }
    await writeFile(join(room.folder, 'plan.jsonl'), `${JSON.stringify(header)}\n${JSON.stringify(line)}\n`)
    const call = { references: guilty.reference, 'plan-file': 'plan.jsonl' }
    const idle = await room.scan({ ...call, 'in-use': 'prod.txt' })
    expect([idle.exitCode, idle.outcome.stats['x']]).toEqual([0, 3])
    expect(idle.result.summary).toContain('delete the image: it does not run')
    // Without an inventory it counts as running, whatever the plan says.
    expect((await room.scan(call)).exitCode).toBe(1)
  })

  test('nothing is no answer where nothing was looked at, and one that is gone hides none of the others', async () => {
    const running = async (text: string) => {
      await writeFile(join(room.folder, 'prod.txt'), text)
      return room.scan({ 'in-use': 'prod.txt' })
    }
    expect((await running('{"apiVersion":"v1","kind":"List","items":[]}')).exitCode).toBe(3)
    await room.policy(`version: 1\nimages: ['ghcr.io/acme/**']\n`)
    const unmanaged = await running(`${guilty.reference}\n`)
    expect([unmanaged.exitCode, unmanaged.outcome.findings[0]?.rule]).toEqual([2, 'not-managed'])
    await room.policy('version: 1\n')
    const gone = `${registry.host}/team/gone:v1`
    for (const ran of [
      await running(`${gone}\n${guilty.reference}\n`),
      await room.scan({ references: `${gone}\n${guilty.reference}` }),
    ]) {
      expect([ran.exitCode, ran.outcome.stats['images']]).toEqual([3, 1])
      expect(ran.outcome.outputs['headline']).toMatch(/^2 to fix now: .*; 1 image could not be judged; /)
      expect(ran.result.summary).toContain(`\`${gone}\``)
    }
  })

  test('a low one that is exploited fails as T0, and EPSS orders the rest', async () => {
    await kev('CVE-2099-0002')
    await policy('kev-file: kev.json')
    await writeFile(
      join(room.folder, 'epss.csv'),
      'cve,epss,percentile\nCVE-2099-0001,0.01,0.1\nCVE-2099-0003,0.97,0.99\n',
    )
    const ran = await room.scan({ references: guilty.reference, 'epss-file': 'epss.csv' })
    expect(saying(ran, 'CVE-2099-0002')[0]).toMatch(/^T0 low: .*exploited in the wild/)
    expect([ran.exitCode, ran.outcome.stats['t0'], ran.outcome.outputs['to-fix']]).toEqual([1, 1, '3'])
    expect(ran.result.summary).toContain('EPSS 97.0 %')
  })

  test('an exception for it holds, and is warned about', async () => {
    await kev('CVE-2099-0001')
    const items = ['CVE-2099-0001', 'CVE-2099-0003'].map(
      id => `{ id: ${id}, reason: not-installed, owner: a, until: ${new Date().toISOString().slice(0, 10)} }`,
    )
    await policy(`kev-file: kev.json, exceptions: { items: [${items.join(', ')}] }`)
    const ran = await room.scan({ references: guilty.reference })
    expect([ran.exitCode, ran.outcome.verdict]).toEqual([0, 'warn'])
    const [found] = ran.outcome.findings.filter(({ rule }) => rule === 'CVE-2099-0001')
    expect(found).toMatchObject({ severity: 'warning', fix: expect.stringContaining('look again') })
  })
})

describe('the gate for secrets', () => {
  const layers = [
    [
      lodash('4.17.21'),
      {
        path: 'app/key.pem',
        content: `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(20)}\n-----END RSA PRIVATE KEY-----\n`,
      },
    ],
  ]
  const reference = async () => {
    await call.pushImage('team/gates', image({ layers }), ['v1'])
    return `${registry.host}/team/gates:v1`
  }

  test.each([
    ['a secret of a high severity fails by default', 'secrets: high', 1, 'secret-private-key', 'error'],
    ['secrets that are switched off are not looked for', 'secrets: off', 0, 'secret-private-key', undefined],
  ])('%s', async (_, scan, exitCode, rule, severity) => {
    await policy(scan)
    const ran = await room.scan({ references: await reference() })
    const found = ran.outcome.findings.find(one => one.rule === rule)
    expect([ran.exitCode, found?.severity]).toEqual([exitCode, severity])
    expect(JSON.stringify(ran.outcome)).not.toContain('MIIEpAIBAAKCAQEA')
  })
})
