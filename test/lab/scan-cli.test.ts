// The gate as a user runs it: the built command, real Trivy, one image with a fixable critical in its base, an unfixed low
// and a lodash; and each way in which a scan is no verdict.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Registry, startRegistry } from './registries.ts'
import { scanCli, tiersOf } from './scan.ts'
import { tool } from './tools.ts'
import { fixtureDb, type VulnerableImage, vulnerableImage } from './trivy.ts'

let registry: Registry
let folder: string
let cache: string
let image: VulnerableImage

const hour = 3_600_000

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  folder = await mkdtemp(join(tmpdir(), 'lab-scan-cli-'))
  const { base } = await vulnerableImage(registry)
  image = await vulnerableImage(registry, 'team/app', {
    labels: {
      'org.opencontainers.image.base.name': base.reference,
      'org.opencontainers.image.base.digest': base.digest,
    },
  })
  // Young enough today, and not of the future yesterday.
  cache = await fixtureDb(new Date(Date.now() - 12 * hour))
})
afterAll(async () => {
  await registry?.stop()
  for (const one of [folder, cache]) await rm(one, { recursive: true, force: true })
})

const scan = (
  words: readonly string[],
  { database = cache, ...more }: { database?: string; days?: number; trivy?: string } = {},
) => scanCli(folder, database, words, more)

test('exits 1 with the right tiers', async () => {
  const { code, outcome } = await scan([image.reference])
  expect([code, outcome.verdict, tiersOf({ outcome })]).toEqual([
    1,
    'fail',
    { 'CVE-2099-0001': 'T1', 'CVE-2099-0002': 'T3', 'CVE-2099-0003': 'T1' },
  ])
  expect(outcome.outputs['headline']).toBe(
    '2 to fix now: 1 by bumping the base image, 1 by upgrading lodash; 1 other can wait',
  )
})

test('exits 0 with an exception, and 1 the day after its until', async () => {
  const until = new Date(Date.now() - 24 * hour).toISOString().slice(0, 10)
  const items = ['CVE-2099-0001', 'CVE-2099-0003'].map(
    id => `{ id: ${id}, reason: unreachable, owner: team-web, until: ${until} }`,
  )
  await writeFile(
    join(folder, '.image-hygiene.yml'),
    `version: 1\nimages: ['${registry.host}/team/**']\nscan: { exceptions: { items: [${items.join(', ')}] } }\n`,
  )
  try {
    const lastDay = await scan([image.reference], { days: 1 })
    expect([lastDay.code, tiersOf(lastDay)]).toEqual([
      0,
      { 'CVE-2099-0001': 'A', 'CVE-2099-0002': 'T3', 'CVE-2099-0003': 'A' },
    ])
    const dayAfter = await scan([image.reference])
    expect(dayAfter.code).toBe(1)
    const over = dayAfter.outcome.findings.filter(({ rule }) => rule === 'exception-expired')
    expect(over).toHaveLength(2)
  } finally {
    await rm(join(folder, '.image-hygiene.yml'))
  }
})

test('exits 3 with a stale database', async () => {
  const database = await fixtureDb(new Date(Date.now() - 49 * hour))
  const { code, outcome } = await scan([image.reference], { database })
  await rm(database, { recursive: true, force: true })
  expect([code, outcome.verdict]).toEqual([3, 'error'])
  expect(outcome.findings[0]?.message).toContain('vulnerability database is of')
})

test('exits 3 with a Trivy that is killed in the middle', async () => {
  const trivy = join(folder, 'killed')
  const version = `if [ "$1" = --version ]; then exec ${tool('trivy')} "$@"; fi`
  await writeFile(trivy, `#!/bin/sh\n${version}\n${tool('trivy')} "$@" &\nkill -9 $!\nwait $!\n`)
  await chmod(trivy, 0o755)
  const { code, outcome } = await scan([image.reference], { trivy })
  expect([code, outcome.verdict, outcome.findings[0]?.rule]).toEqual([3, 'error', 'tool-failed'])
})

test('exits 3 with a report that is cut off, wherever', async () => {
  await scan([image.reference, '--trivy-report-file', 'whole.json'])
  const whole = await readFile(join(folder, 'whole.json'))
  for (const share of [0, 0.3, 0.6, 0.99]) {
    await writeFile(join(folder, 'cut.json'), whole.subarray(0, Math.floor(whole.length * share)))
    const { code, outcome } = await scan(['--report', 'cut.json'])
    expect([share, code, outcome.verdict]).toEqual([share, 3, 'error'])
  }
  expect((await scan(['--report', 'whole.json'])).code).toBe(1)
})
