// Registries whose deletions are switched off, that turned read-only after the plan was made, or whose tags moved
// meanwhile: one message that says what to change, and nothing half done. `crane registry serve` can refuse nothing.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inventory, linesOf, type Workplace, workplace } from './cleanup-cli.ts'
import { pullWhole } from './clients.ts'
import { image, index } from './images.ts'
import { type Registry, type RegistryMode, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

const past = { expire_at: String(Math.floor(Date.now() / 1000) - 86_400) }
const child = image({ layers: [[{ path: 'child', content: 'child' }]] })
const multi = index([{ ...child.manifest, platform: { os: 'linux', architecture: 'amd64' } }], {
  annotations: past,
})
const preview = image({ labels: past })
const release = image({ labels: { of: 'v1.0.0' } })
const other = image({ labels: { of: 'v1.1.0' } })
const tags = ['pr-1', 'pr-2', 'v1.0.0', 'v1.1.0']
const call = ['--in-use', 'prod.json', '--plan-file', 'p.jsonl']

let place: Workplace
beforeEach(async () => {
  place = await workplace()
})
afterEach(async () => place.remove())

async function fill(registry: Registry): Promise<Wire> {
  const push = wire(registry.url)
  await push.pushImage('team/app', release, ['v1.0.0'])
  await push.pushImage('team/app', other, ['v1.1.0'])
  await push.pushImage('team/app', child)
  await push.pushManifest('team/app', multi, 'pr-1')
  await push.pushImage('team/app', preview, ['pr-2'])
  await place.write('prod.json', inventory([`${registry.host}/team/app:v1.0.0`]))
  const planned = await place.hygiene('plan', '--images', `${registry.host}/team/app`, ...call)
  expect(planned.code, planned.text).toBe(0)
  expect(linesOf(await place.read('p.jsonl'))).toHaveLength(2)
  return push
}

describe.each(['docker-registry', 'distribution', 'olareg'] as const)('on %s', kind => {
  const modes: readonly [string, RegistryMode, number][] = [
    ['whose deletions are switched off', { deletes: false }, 405],
    ['that is read-only', { readOnly: true }, kind === 'olareg' ? 403 : 405],
  ]
  test.each(modes)('%s, apply says so once with the setting, and exits 3', async (_which, mode, status) => {
    const registry = await startRegistry(kind)
    try {
      const push = await fill(registry)
      await registry.restart(mode)
      const told = await place.hygiene('apply', ...call, '--yes')
      expect(told.code, told.text).toBe(3)
      expect(told.outcome.outputs).toMatchObject({ deleted: '0', skipped: '2' })
      const refused = told.outcome.findings.filter(({ rule }) => rule === 'deletion-refused')
      expect(refused).toHaveLength(1)
      expect(refused[0]?.message).toContain(String(status))
      expect(refused[0]?.fix).toMatch(
        /read-only.*storage\.delete\.enabled: true.*maintenance\.readonly.*--store-ro/,
      )
      expect(told.text.split(refused[0]?.fix ?? '-'), 'told once to people').toHaveLength(2)
      expect(await push.tags('team/app')).toEqual(tags)
      for (const tag of tags) await pullWhole(`${registry.host}/team/app:${tag}`)

      await registry.restart({})
      const again = await place.hygiene('apply', ...call, '--yes')
      expect(again.code, again.text).toBe(0)
      expect(await push.tags('team/app')).toEqual(['v1.0.0', 'v1.1.0'])
    } finally {
      await registry.stop()
    }
  })
})

describe.each(['docker-registry', 'distribution', 'olareg', 'ggcr'] as const)('on %s', kind => {
  test('what was pushed anew or tagged as a release after the plan is left alone', async () => {
    const registry = await startRegistry(kind)
    try {
      const push = await fill(registry)
      const newer = image({ labels: { ...past, of: 'pr-2, again' } })
      await push.pushImage('team/app', newer, ['pr-2'])
      await push.pushManifest('team/app', multi, 'v2.0.0')
      const told = await place.hygiene('apply', ...call, '--yes')
      expect(told.code, told.text).toBe(1)
      expect(told.outcome.outputs).toMatchObject({ deleted: '0' })
      expect(await push.tags('team/app')).toEqual([...tags, 'v2.0.0'])
      for (const tag of [...tags, 'v2.0.0']) await pullWhole(`${registry.host}/team/app:${tag}`)
    } finally {
      await registry.stop()
    }
  })
})
