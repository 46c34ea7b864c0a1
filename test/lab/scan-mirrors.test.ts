// Mirrors of Trivy's database, one after the other: by the built command, real Trivy and a real registry.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './components.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt } from './run.ts'
import { tool } from './tools.ts'
import { fixtureDb, pushDatabase, type VulnerableImage, vulnerableImage } from './trivy.ts'

let registry: Registry
let folder: string
let source: string
let database: string
let image: VulnerableImage

// Nothing listens on the first port of a machine.
const down = '127.0.0.1:1/mirror/trivy-db:2'

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  folder = await mkdtemp(join(tmpdir(), 'lab-scan-mirrors-'))
  image = await vulnerableImage(registry, 'team/app')
  source = await fixtureDb()
  database = await pushDatabase(registry, source)
})
afterAll(async () => {
  await registry?.stop()
  for (const one of [folder, source]) await rm(one, { recursive: true, force: true })
})

async function scan(...mirrors: readonly string[]) {
  const cache = await mkdtemp(join(folder, 'cache-'))
  const flags = ['--trivy-path', tool('trivy'), '--trivy-cache-dir', cache]
  const named = mirrors.flatMap(mirror => ['--db-repositories', mirror])
  const cli = join(root, 'dist/cli/index.js')
  return attempt([process.execPath, cli, 'scan', image.reference, ...flags, ...named], { cwd: folder })
}

test('the next one is asked when one is down, and when one has no database', async () => {
  const ran = await scan(down, `${registry.host}/mirror/nothing:2`, database)
  expect(ran.stderr + ran.stdout).toContain('the next mirror of the database is asked')
  expect([ran.code, ran.stdout.includes('CVE-2099-0001')]).toEqual([1, true])
})

test('without one that answers nothing is judged', async () => {
  const ran = await scan(down, `${registry.host}/mirror/nothing:2`)
  expect(ran.code).toBe(3)
  expect(ran.stderr + ran.stdout).toContain('failed to download vulnerability DB')
})
