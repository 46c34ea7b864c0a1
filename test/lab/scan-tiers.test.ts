// Every tier from one run of the built command with real Trivy: one image that runs, one that is kept, one that goes; and
// what an inventory must be to say that something does not run.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { scanCli, type Told, tiersOf } from './scan.ts'
import { alpine, fixtureDb } from './trivy.ts'
import { wire } from './wire.ts'

let registry: Registry
let folder: string
let cache: string
const digests = new Map<string, string>()
const reference = (name: string) => `${registry.host}/team/${name}:v1`

const file = (name: string, content: string | object) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
/** Reports are cached, so that of an image Trivy is asked once. */
const scan = (...words: string[]) => scanCli(folder, cache, ['--cache-dir', 'cache', ...words])

const today = () => new Date().toISOString().slice(0, 10)
const accepted = () =>
  `exceptions: { items: [{ id: CVE-2099-0003, reason: unreachable, owner: web, until: ${today()} }] }`
const policy = (scanRules: string, more = '') =>
  file(
    '.image-hygiene.yml',
    `version: 1\nimages: ['${registry.host}/**']\nscan: { kev-file: kev.json, ${scanRules} }\n${more}`,
  )

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  ;[cache, folder] = await Promise.all([fixtureDb(), mkdtemp(join(tmpdir(), 'lab-tiers-'))])
  const { pushImage } = wire(registry.url)
  const system = alpine({
    openssl: '3.1.2-r0',
    busybox: '1.36.1-r2',
    zlib: '1.2.13-r1',
    musl: '1.2.4-r1',
  })
  const lodash = {
    path: 'app/node_modules/lodash/package.json',
    content: JSON.stringify({ name: 'lodash', version: '4.17.20' }),
  }
  const base = image({ layers: [system] })
  await pushImage('team/base', base, ['v1'])
  for (const name of ['running', 'kept', 'going']) {
    const labels = {
      name,
      'org.opencontainers.image.base.name': reference('base'),
      'org.opencontainers.image.base.digest': base.manifest.digest,
    }
    const whole = image({ layers: [system, [lodash]], labels })
    await pushImage(`team/${name}`, whole, ['v1'])
    digests.set(name, whole.manifest.digest)
  }
  const head = digests.get('going') ?? ''
  const header = { schema: 'image-hygiene/plan/v1', plan: head, policy: head, sources: [] }
  const line = {
    action: 'delete',
    repository: `${registry.host}/team/going`,
    head,
    tags: ['v1'],
    class: 'release',
    reason: 'superseded',
    with: [],
  }
  await file('plan.jsonl', `${JSON.stringify(header)}\n${JSON.stringify(line)}\n`)
  await file('kev.json', { vulnerabilities: [{ cveID: 'CVE-2099-0002' }] })
  await file('prod.txt', `${reference('running')}\n`)
})
afterAll(async () => {
  await registry?.stop()
  for (const one of [folder, cache]) if (one !== undefined) await rm(one, { recursive: true, force: true })
})

/** Every image's tiers, in the order of the ids. */
const tiersIn = ({ outcome }: Told, name: string) =>
  Object.entries(
    tiersOf({ outcome: { findings: outcome.findings.filter(one => one.image?.includes(`/team/${name}:`)) } }),
  )
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([, tier]) => tier)

const all = () => [
  ...['running', 'kept', 'going'].map(reference),
  ...['--in-use', 'prod.txt', '--plan-file', 'plan.jsonl'],
]

describe('one run', () => {
  test.each([
    ['T0', 'running', 'CVE-2099-0002', 'low, without a fix, and exploited'],
    ['T1', 'running', 'CVE-2099-0001', 'critical with a fix'],
    ['A', 'running', 'CVE-2099-0003', 'accepted'],
    ['T2', 'running', 'CVE-2099-0004', 'medium, and a newer base has the fix'],
    ['T3', 'running', 'CVE-2099-0005', 'high, without a fix'],
    ['T4', 'kept', 'CVE-2099-0002', 'exploited, in what does not run'],
    ['T4', 'kept', 'CVE-2099-0001', 'critical, in what does not run'],
    ['A', 'kept', 'CVE-2099-0003', 'accepted, in what does not run'],
    ['X', 'going', 'CVE-2099-0001', 'critical, in what a plan deletes'],
    ['A', 'going', 'CVE-2099-0003', 'accepted, in what a plan deletes'],
  ])('%s: of %s %s, %s', async (tier, name, id) => {
    first ??= policy(accepted()).then(() => scan(...all()))
    const { outcome } = await first
    const [found] = outcome.findings.filter(one => one.rule === id && one.image?.includes(`/team/${name}:`))
    expect(found?.message.split(' ')[0]).toBe(tier)
  })
  let first: Promise<Told> | undefined

  test('counts them all, and says first what is to do', async () => {
    const { code, outcome } = await scan(...all())
    expect([code, outcome.stats]).toMatchObject([
      1,
      { images: 3, 'to-fix': 2, t0: 1, t1: 1, t2: 1, t3: 1, t4: 4, x: 4, a: 3 },
    ])
    expect(outcome.outputs['headline']).toBe(
      '2 to fix now: 1 by bumping the base image, 1 without a fix yet: replace the package or accept it in the policy; 8 others do not run; 2 others can wait; 3 accepted for a time',
    )
  })

  test.each([
    ['T0', 1],
    ['T1', 1],
    ['T2', 1],
    ['T3', 1],
    ['T4', 4],
  ])('fails on %s alone where the policy says so', async (tier, failing) => {
    await policy(`fail-tiers: [${tier}], ${accepted()}`)
    const { code, outcome } = await scan(...all())
    expect([code, outcome.stats['to-fix']]).toEqual([1, failing])
    const errors = outcome.findings.filter(({ severity }) => severity === 'error')
    expect(new Set(errors.map(({ message }) => message.split(' ')[0]))).toEqual(new Set([tier]))
  })
})

describe('an image runs', () => {
  const runs = ['T1', 'T0', 'T1', 'T2', 'T3']
  const idle = ['T4', 'T4', 'T4', 'T4', 'T4']
  const inventory = (more: object, refs: readonly object[] = [{ raw: 'ghcr.io/acme/other:v1' }]) => ({
    schema: 'image-hygiene/inventory/v1',
    source: 'prod',
    kind: 'kubernetes',
    collectedAt: new Date().toISOString(),
    complete: true,
    errors: [],
    refs,
    ...more,
  })
  const own = () => ({ repository: `${registry.host}/team/kept`, digest: digests.get('kept') })

  test.each([
    ['where an inventory names its tag', () => `${reference('kept')}\n`, '', runs],
    ['where an inventory names its digest', () => inventory({}, [own()]), '', runs],
    ['not where a whole inventory names others', () => inventory({}), '', idle],
    ['where nobody said what runs', undefined, '', runs],
    ['where the policy lets a cleanup go on without', undefined, 'in-use: none\n', runs],
    ['where an inventory says that it is not whole', () => inventory({ complete: false }), '', runs],
    ['where a cluster could not be read', () => inventory({ errors: ['forbidden'] }), '', runs],
    [
      'where an inventory is too old',
      () => inventory({ collectedAt: '2026-01-01T00:00:00Z' }),
      'in-use: { required: [prod] }\n',
      runs,
    ],
    [
      'where a required inventory is missing',
      () => inventory({}),
      'in-use: { required: [prod, stage] }\n',
      runs,
    ],
  ] as const)('%s', async (name, made, more, expected) => {
    await policy('', more)
    if (made !== undefined) await file('in-use.json', made())
    const ran = await scan(reference('kept'), ...(made === undefined ? [] : ['--in-use', 'in-use.json']))
    expect([ran.code, tiersIn(ran, 'kept')]).toEqual([expected === runs ? 1 : 0, expected])
    // Whoever gave an inventory that is not believed is told.
    const doubted = ran.outcome.findings.some(({ rule }) => /^in-use-(blind|unknown)$/.test(rule))
    expect(doubted).toBe(made !== undefined && !/names its digest|whole inventory names/.test(name))
  })
})
