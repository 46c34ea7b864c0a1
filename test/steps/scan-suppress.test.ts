// What can take a finding off the gate: exceptions, what runs, what is exploited, likelihoods. A file of them that is broken
// anywhere takes nothing off by accident: it is refused, or everything it did not say in full counts.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readUsage } from '../../src/cleanup/in-use/index.ts'
import { putBlob, putManifest } from '../../src/demo/registry/index.ts'
import { parseKnownExploited } from '../../src/gates/scan/index.ts'
import { manifestTypes, parseReference, type Reference } from '../../src/image/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { runs } from '../../src/steps/scan-targets.ts'
import { createFiles } from '../../src/system/files.ts'
import { type FakeRegistry, startFakeRegistry } from '../fakes/registry/index.ts'
import { archive } from '../gates/layers/tars.ts'
import { reportOf, vulnerability } from '../gates/scan/reports.ts'
import { policyOf } from '../policy/policies.ts'
import { meddled } from '../signing/meddled.ts'
import { json } from './archives.ts'
import { enterScan, type ScanRoom } from './scan-room.ts'

let room: ScanRoom
let registry: FakeRegistry
let digest: string
beforeAll(async () => {
  ;[room, registry] = await Promise.all([enterScan(), startFakeRegistry()])
  const blob = (mediaType: string, bytes: Uint8Array) => ({
    mediaType,
    digest: putBlob(registry.store, 'acme/app', bytes),
    size: bytes.length,
  })
  const config = blob(
    'application/vnd.oci.image.config.v1+json',
    json({ os: 'linux', architecture: 'amd64' }),
  )
  const layers = [blob('application/vnd.oci.image.layer.v1.tar', archive([]))]
  const body = { schemaVersion: 2, mediaType: manifestTypes[1], config, layers }
  digest = putManifest(registry.store, 'acme/app', ['v1'], manifestTypes[1], json(body))
})
afterAll(async () => {
  await registry.close()
  await room.leave()
})

const CreatedAt = new Date().toISOString()
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
const id = 'CVE-2099-0001'
const guilty = reportOf([vulnerability({ id, fixed: '2' })], { CreatedAt })
const harmless = reportOf([vulnerability({ id, severity: 'LOW' })], { CreatedAt })

/** The exit code of judging a report under a policy. */
async function judged(report: object, policy: string, inputs: Readonly<Record<string, string>> = {}) {
  await room.file('.image-hygiene.yml', policy)
  await room.file('report.json', report)
  return (await room.scan({ report: 'report.json', ...inputs })).exitCode
}

describe('an exception', () => {
  const items = (lines: string) =>
    `version: 1\nimages: ['ghcr.io/acme/**']\nscan:\n  exceptions:\n    items:\n      - ${lines.trim().replaceAll('\n', '\n        ')}\n`
  const sound = `id: ${id}\nreason: unreachable\nowner: team-web\nuntil: ${day(5)}`
  const whole = items(sound)

  test('whole, it accepts', async () => {
    expect(await judged(guilty, whole)).toBe(0)
  })

  test.each<[string, string]>([
    ['without an id', sound.replace(/^id: .*\n/, '')],
    ['of another id', sound.replace(id, 'CVE-2099-0002')],
    ['of the start of the id', sound.replace(id, 'CVE-2099-000')],
    ['of a pattern', sound.replace(id, "'CVE-*'")],
    ['of every id', sound.replace(id, "'*'")],
    ['of an id in small letters', sound.replace(id, id.toLowerCase())],
    ['of ids in a list', sound.replace(id, `[${id}]`)],
    ['without an owner', sound.replace(/owner: .*\n/, '')],
    ['of an empty owner', sound.replace('team-web', "''")],
    ['without a reason', sound.replace(/reason: .*\n/, '')],
    ['of another reason', sound.replace('unreachable', 'because')],
    ['mitigated, without by what', sound.replace('unreachable', 'mitigated')],
    ['without an end', sound.replace(/until: .*/, '')],
    ['for ever', sound.replace(/until: .*/, 'until: never')],
    ['of an empty end', sound.replace(/until: .*/, 'until:')],
    ['until yesterday', sound.replace(/until: .*/, `until: ${day(-1)}`)],
    ['until the 31st of February', sound.replace(/until: .*/, 'until: 2099-02-31')],
    ['until a year that is a number', sound.replace(/until: .*/, 'until: 9999')],
    ['until later than it may be', sound.replace(/until: .*/, `until: ${day(200)}`)],
    ['of another package', `${sound}\npackages: ['pkg:npm/lodash']`],
    ['of the start of the package', `${sound}\npackages: [open]`],
    ['of another version', `${sound}\npackages: ['pkg:npm/openssl@9']`],
    ['of packages that are text', `${sound}\npackages: openssl`],
    ['of a package that is nothing', `${sound}\npackages: [null]`],
    ['of another image', `${sound}\nimages: ['ghcr.io/acme/other']`],
    ['of images that are nothing', `${sound}\nimages: ['']`],
    ['with a key that nobody knows', `${sound}\npakages: [lodash]`],
    ['with its id twice', `${sound}\nid: CVE-2099-0002`],
    ['of tabs', sound.replaceAll(': ', ':\t')],
  ])('%s accepts nothing', async (_, item) => {
    const exit = await judged(guilty, items(item))
    // A tab is a blank to YAML.
    expect(item.includes('\t') ? [0, 1, 2] : [1, 2]).toContain(exit)
  })

  test('with any bytes changed accepts only by a whole exception that is there', async () => {
    const bytes = Buffer.from(whole)
    const start = bytes.indexOf('scan:')
    await fc.assert(
      fc.asyncProperty(
        meddled(
          bytes.subarray(start),
          fc.string({ maxLength: 12 }).map(text => Buffer.from(text)),
        ),
        async changed => {
          const text = Buffer.concat([bytes.subarray(0, start), changed]).toString()
          const exit = await judged(guilty, text)
          if (exit !== 0) {
            expect([1, 2]).toContain(exit)
            return
          }
          const { scan } = parse(text)
          const tiers: readonly string[] = scan?.['fail-tiers'] ?? ['T1']
          const accepting = (scan?.exceptions?.items ?? []).filter(
            (item: Readonly<Record<string, unknown>>) =>
              item['id'] === id &&
              item['owner'] &&
              String(item['until']) >= day(0) &&
              ['unreachable', 'not-installed', 'mitigated'].includes(String(item['reason'])),
          )
          expect(accepting.length > 0 || !tiers.includes('T1')).toBe(true)
        },
      ),
      { numRuns: 400 },
    )
  })
})

describe('the list of what is exploited', () => {
  const policy = "version: 1\nimages: ['ghcr.io/acme/**']\nscan: { kev-file: kev.json }\n"
  const entries = [{ cveID: 'CVE-2000-0001' }, { cveID: id, dateAdded: '2099-01-01' }]
  const whole = { title: 'x', count: 2, dateReleased: '2099-01-01T00:00:00Z', vulnerabilities: entries }
  const withList = async (list: string | Uint8Array | object) => {
    await room.file('kev.json', list)
    return judged(harmless, policy)
  }

  test('whole, it fails what is harmless otherwise', async () => {
    expect(await withList(whole)).toBe(1)
    expect(await withList({ ...whole, count: 1, vulnerabilities: entries.slice(0, 1) })).toBe(0)
  })

  const text = JSON.stringify(whole)
  test.each<[string, string | Uint8Array | object]>([
    ['nothing', ''],
    ['no JSON', '<html>'],
    ['null', 'null'],
    ['a list', [whole]],
    ['cut off', text.slice(0, -2)],
    ['twice', text + text],
    ['UTF-16', Buffer.from(text, 'utf16le')],
    ['without entries', { vulnerabilities: [] }],
    ['without a list', { count: 2 }],
    ['of an object', { vulnerabilities: { ...entries } }],
    ['with fewer than it counts', { ...whole, vulnerabilities: entries.slice(0, 1) }],
    ['with more than it counts', { ...whole, count: 1 }],
    ['with an entry that is text', { vulnerabilities: [id] }],
    ['with an entry that is null', { vulnerabilities: [null, ...entries] }],
    ['with an entry without an id', { vulnerabilities: [{}, ...entries] }],
    ['with an id that is a number', { vulnerabilities: [{ cveID: 1 }] }],
    ['with an id in small letters', { vulnerabilities: [{ cveID: id.toLowerCase() }] }],
    ['with an id and a blank', { vulnerabilities: [{ cveID: `${id} ` }] }],
    ['with an id and a line end', { vulnerabilities: [{ cveID: `${id}\n` }] }],
    ['with ids in one text', { vulnerabilities: [{ cveID: `${id},CVE-2099-0002` }] }],
    ['with an id that lost its digits', { vulnerabilities: [{ cveID: 'CVE-2099-' }] }],
  ])('%s is a wrong call, exit 2, not a list of less', async (_, list) => {
    expect(await withList(list)).toBe(2)
  })

  test('with any bytes changed still names it, or is refused, unless the id itself was changed', () => {
    const bytes = Buffer.from(text)
    fc.assert(
      fc.property(meddled(bytes), changed => {
        try {
          const { ids } = parseKnownExploited(changed.toString(), 'kev.json')
          if (!ids.has(id)) expect(changed.includes(`"cveID":"${id}"`)).toBe(false)
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-file' })
        }
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['whole', `cve,epss,percentile\n${id},0.00001,0.1\n`],
  ['of nought', `cve,epss,percentile\n${id},0,0\n`],
  ['of two', `cve,epss,percentile\n${id},2,0\n`],
  ['of less than nought', `cve,epss,percentile\n${id},-1,0\n`],
  ['of NaN', `cve,epss,percentile\n${id},NaN,0\n`],
  ['with formulas', `=cmd|x!A1,0.1,1\n${id},0.2,1\n`],
  ['of nothing', ''],
  ['of garbage', '\u0000\uffff'],
])('likelihoods %s order, and take nothing off', async (_, csv) => {
  await room.file('epss.csv', csv)
  expect([1, 2]).toContain(
    await judged(guilty, "version: 1\nimages: ['ghcr.io/acme/**']\n", { 'epss-file': 'epss.csv' }),
  )
})

describe('what runs', () => {
  const whole = () => ({
    schema: 'image-hygiene/inventory/v1',
    source: 'prod',
    collectedAt: new Date().toISOString(),
    complete: true,
    errors: [],
    refs: [
      { raw: `${registry.host}/acme/other:v1`, digest: `sha256:${'2'.repeat(64)}` },
      {
        raw: `${registry.host}/acme/moved:v1`,
        digest,
        where: { namespace: 'shop', kind: 'Deployment', name: 'web' },
      },
    ],
  })
  const scanned = async (inventory: string | Uint8Array | object) => {
    await room.finds('', guilty)
    await room.file('.image-hygiene.yml', `version: 1\nimages: ['${registry.host}/acme/**']\n`)
    await room.file('prod.json', inventory)
    return (await room.scan({ references: `${registry.host}/acme/app@${digest}`, 'in-use': 'prod.json' }))
      .exitCode
  }
  const others = (change: object = {}) => ({ ...whole(), refs: whole().refs.slice(0, 1), ...change })

  test('whole: what it names fails, what it does not name is not urgent', async () => {
    expect([await scanned(whole()), await scanned(others())]).toEqual([1, 0])
  })

  test.each<[string, () => string | Uint8Array | object]>([
    ['nothing', () => ''],
    ['blanks', () => ' \n'],
    ['null', () => 'null'],
    ['a number', () => '1'],
    ['cut off', () => JSON.stringify(others()).slice(0, -1)],
    ['UTF-16', () => Buffer.from(JSON.stringify(others()), 'utf16le')],
    ['of another schema', () => others({ schema: 'image-hygiene/inventory/v2' })],
    ['of no source', () => others({ source: '' })],
    ['not complete', () => others({ complete: false })],
    ['complete as text', () => others({ complete: 'true' })],
    ['complete as one', () => others({ complete: 1 })],
    ['of an unknown completeness', () => others({ complete: undefined })],
    ['with errors', () => others({ errors: ['forbidden: pods'] })],
    ['of the last year', () => others({ collectedAt: '2020-01-01T00:00:00Z' })],
    ['of the future', () => others({ collectedAt: '2199-01-01T00:00:00Z' })],
    ['of no time', () => others({ collectedAt: undefined })],
    ['of a time that is none', () => others({ collectedAt: 'NaN' })],
    ['of no list', () => others({ refs: {} })],
    ['of null', () => others({ refs: null })],
    ['with an entry that is null', () => others({ refs: [...others().refs, null] })],
    ['with an entry that is a number', () => others({ refs: [...others().refs, 7] })],
    ['with an entry that is empty', () => others({ refs: [...others().refs, {}] })],
    [
      'with a digest that is cut short',
      () =>
        others({ refs: [...others().refs, { raw: 'ghcr.io/acme/moved:v1', digest: digest.slice(0, 30) }] }),
    ],
    [
      'with a digest that is a number',
      () => others({ refs: [...others().refs, { raw: 'ghcr.io/acme/moved:v1', digest: 7 }] }),
    ],
    [
      'with a repository that is a list',
      () => others({ refs: [...others().refs, { repository: ['x'], digest: `sha256:${'3'.repeat(64)}` }] }),
    ],
    [
      'an answer that failed',
      () => ({ kind: 'Status', apiVersion: 'v1', status: 'Failure', message: 'forbidden' }),
    ],
    ['a page of a list', () => ({ kind: 'List', apiVersion: 'v1', metadata: { continue: 'x' }, items: [] })],
  ])('%s switches nothing off', async (_, inventory) => {
    expect([1, 2, 3]).toContain(await scanned(inventory()))
  })

  test('with any bytes changed still holds what it names, or is refused, unless the digest itself was changed', async () => {
    const policy = policyOf("version: 1\nimages: ['ghcr.io/acme/**']\n")
    const bytes = Buffer.from(JSON.stringify(whole()))
    const files = createFiles(room.folder, (async function* () {})())
    const image = parseReference(`${registry.host}/acme/app@${digest}`) as Reference & { digest: never }
    await fc.assert(
      fc.asyncProperty(meddled(bytes), async changed => {
        await room.file('changed.json', changed)
        try {
          const usage = await readUsage(['changed.json'], policy, files, Date.now() / 1000)
          if (changed.includes(`"digest":"${digest}"`))
            expect(runs({ name: 'x', image }, undefined, usage)).not.toBeUndefined()
        } catch (error) {
          if (!(error instanceof HygieneError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})
