// The scheduled scan of what runs, on both forges, with a database that real Trivy downloads from a mirror: one table of
// every running digest, and the second morning Trivy is asked for nothing that it has told before.
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { actionsOf } from './actions.ts'
import { checkout } from './checkout.ts'
import { runPipeline, runWorkflow } from './ci.ts'
import { componentProject, localExample, root } from './components.ts'
import { type Registry, startRegistry } from './registries.ts'
import { tool } from './tools.ts'
import { fixtureDb, pushDatabase, type VulnerableImage, vulnerableImage } from './trivy.ts'

let registry: Registry
let scratch: string
let cache: string
let image: VulnerableImage
let database: string
/** Trivy, and a list of what it was asked. */
let trivy: string
let asked: string

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  scratch = await mkdtemp(join(tmpdir(), 'lab-in-use-'))
  image = await vulnerableImage(registry)
  await vulnerableImage(registry, 'team/idle')
  cache = await fixtureDb()
  database = await pushDatabase(registry, cache)
})
beforeEach(async () => {
  const folder = await mkdtemp(join(scratch, 'trivy-'))
  trivy = join(folder, 'trivy')
  asked = join(folder, 'asked')
  await writeFile(asked, '')
  await writeFile(trivy, `#!/bin/sh\necho "$1" >> ${asked}\nexec ${tool('trivy')} "$@"\n`)
  await chmod(trivy, 0o755)
})
afterAll(async () => {
  await registry?.stop()
  for (const folder of [scratch, cache]) await rm(folder, { recursive: true, force: true })
})

const files = () => ({
  '.image-hygiene.yml': `version: 1\nimages: ['${registry.host}/team/**']\n`,
  'deploy/in-use.txt': `${registry.host}/team/vulnerable@${image.digest}\n${image.base.reference}\n`,
})
const scans = async () => (await readFile(asked, 'utf8')).split('\n').filter(word => word === 'image').length

function expectTable(summary: string): void {
  expect(summary).toContain('**3 to fix now')
  const rows = summary.split('\n').filter(line => line.startsWith('| `127.0.0.1'))
  expect(
    rows.map(row =>
      row
        .split('|')
        .slice(2, 4)
        .map(cell => cell.trim()),
    ),
  ).toEqual([
    [expect.stringContaining('deploy/in'), '2'],
    [expect.stringContaining('deploy/in'), '1'],
  ])
  expect(summary).not.toContain('team/idle')
}

test('on GitHub', async () => {
  const example = await readFile(join(root, 'examples/workflows/scan-in-use.yml'), 'utf8')
  const workflow = example.replace(
    'trivy-version: 0.74.0',
    `trivy-path: ${trivy}\n          db-repositories: ${database}`,
  )
  const artifacts = join(scratch, 'artifacts')
  for (const [morning, expected] of [
    ['first', 2],
    ['second', 2],
  ] as const) {
    const place = await checkout({ ...files(), '.github/workflows/scan.yml': workflow })
    const payload = join(scratch, 'event.json')
    await writeFile(
      payload,
      JSON.stringify({ repository: { full_name: 'acme/app', default_branch: 'main' } }),
    )
    const ran = await runWorkflow({
      folder: place.folder,
      event: 'schedule',
      payload,
      workflow: '.github/workflows/scan.yml',
      actions: await actionsOf(workflow, join(scratch, 'actions')),
      env: { STAND_IN_ARTIFACTS: artifacts, STAND_IN_CACHES: join(scratch, 'caches') },
      secrets: { GITHUB_TOKEN: 'not-a-real-token' },
    })
    expect(ran.code, ran.stdout).not.toBe(0)
    expect([morning, await scans()]).toEqual([morning, expected])
    expectTable(await readFile(join(artifacts, 'scan-in-use/summary.md'), 'utf8'))
    const outcome = JSON.parse(await readFile(join(artifacts, 'scan-in-use/outcome.json'), 'utf8'))
    expect(outcome).toMatchObject({ verdict: 'fail', stats: { images: 2, 'to-fix': 3 } })
    await rm(artifacts, { recursive: true, force: true })
    await place.remove()
  }
})

test('on GitLab', async () => {
  const example = await localExample('scan-in-use.gitlab-ci.yml')
  const place = await componentProject({
    ...files(),
    '.gitlab-ci.yml': example.replace(
      'trivy-version: 0.74.0',
      `trivy-path: ${trivy}\n      db-repositories: ${database}`,
    ),
  })
  for (const morning of ['first', 'second']) {
    const ran = await runPipeline({ folder: place.folder, variables: { CI_PIPELINE_SOURCE: 'schedule' } })
    expect(ran.code, ran.stdout).not.toBe(0)
    expect([morning, await scans()]).toEqual([morning, 2])
    expectTable(await readFile(join(place.folder, 'scan-summary.md'), 'utf8'))
    const report = await readFile(join(place.folder, 'gl-container-scanning-report.json'), 'utf8')
    expect(JSON.parse(report).vulnerabilities).toHaveLength(5)
  }
  await place.remove()
})
