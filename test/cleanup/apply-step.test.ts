import { describe, expect, test } from 'vitest'
import { repositoryOf } from '../../src/demo/registry/index.ts'
import { type Digest, stemOf } from '../../src/image/index.ts'
import { exitCodeOf, type Result, resultOfError } from '../../src/outcome/index.ts'
import { apply } from '../../src/steps/apply.ts'
import type { AnyStep } from '../../src/steps/define.ts'
import { readInputs } from '../../src/steps/define.ts'
import { plan } from '../../src/steps/plan.ts'
import { restore } from '../../src/steps/restore.ts'
import { type FakeRegistry, type Habit, pushImage, pushIndex } from '../fakes/registry/index.ts'
import { fake, type TestWorld, testWorld } from '../registry/open.ts'

const name = 'team/app'
const past = { expire_at: String(Math.floor(Date.now() / 1000) - 86_400) }

interface Bench {
  readonly registry: FakeRegistry
  readonly world: TestWorld
  readonly heads: Readonly<Record<'release' | 'multi' | 'signed', Digest>>
  call(step: AnyStep, flags?: Readonly<Record<string, string>>): Promise<Result & { readonly exit: number }>
  tags(): readonly string[]
}

/** A release, a multi-arch preview and a signed one behind real HTTP, with a policy and an inventory in the folder. */
async function bench(policy = ''): Promise<Bench> {
  const registry = await fake()
  const world = await testWorld()
  const { store } = registry
  const release = pushImage(store, name, { tags: ['v1.0.0'], content: 'release' })
  const children = ['amd', 'arm'].map(content => pushImage(store, name, { content }))
  const multi = pushIndex(store, name, { tags: ['pr-1'], children, annotations: past })
  const signed = pushImage(store, name, { tags: ['pr-2'], content: 'signed', labels: past })
  pushImage(store, name, { tags: [`${stemOf(signed)}.sig`], content: 'signature' })
  const rules = `version: 1\nimages: ['${registry.host}/team/**']\ncleanup: { limits: { deletions: 500, share: 100% } }\n`
  await world.files.write('.image-hygiene.yml', rules + policy)
  await world.files.write('prod.json', inventory(registry.host))
  const call: Bench['call'] = async (step, flags = {}) => {
    const given = readInputs(step.inputs, input => flags[input.name])
    const run = await step.run(given as never, world).then(
      result => ({ result, error: undefined }),
      error => ({ result: resultOfError(error), error }),
    )
    return { ...run.result, exit: exitCodeOf(run.result.verdict, run.error) }
  }
  const planned = await call(plan as never, { 'in-use': 'prod.json', 'plan-file': 'plan.jsonl' })
  expect(planned.outputs).toMatchObject({ going: '2' })
  registry.forget()
  return {
    registry,
    world,
    heads: { release, multi, signed },
    call,
    tags: () => [...repositoryOf(store, name).tags.keys()],
  }
}

const yes = { 'plan-file': 'plan.jsonl', 'in-use': 'prod.json', yes: 'true' }

function inventory(host: string, refs: readonly object[] = []): string {
  const collectedAt = new Date().toISOString()
  return JSON.stringify({
    schema: 'image-hygiene/inventory/v1',
    source: 'prod',
    kind: 'kubernetes',
    collectedAt,
    complete: true,
    errors: [],
    refs: [{ raw: `${host}/team/other:1` }, ...refs],
  })
}

const deletions = (registry: FakeRegistry) => registry.count(/^DELETE /)

describe('the step apply', () => {
  test('deletes the plan, and restore brings it back', async () => {
    const { registry, call, tags } = await bench()
    const before = [...tags()].sort()
    const done = await call(apply as never, yes)
    expect(done).toMatchObject({ exit: 0, outputs: { deleted: '2', skipped: '0' }, findings: [] })
    expect(tags()).toEqual(['v1.0.0'])
    expect(deletions(registry)).toBe(5)
    expect(done.text).toMatch(/garbage-collect/)
    const back = await call(restore as never)
    expect(back).toMatchObject({ exit: 0, outputs: { restored: '2' } })
    expect([...tags()].sort()).toEqual(before)
  })

  test('without --yes sends nothing but reads', async () => {
    const { registry, call } = await bench()
    const shown = await call(apply as never, { ...yes, yes: 'false' })
    expect(shown.exit).toBe(0)
    expect(registry.count(/^(?!GET|HEAD)/)).toBe(0)
    expect(shown.text?.match(/DELETE \/v2\/team\/app\/manifests\/sha256:[0-9a-f]{64}/g)).toHaveLength(5)
  })

  test('asks per line for its tags, the bytes of its parts and their deletion, and lists once at the end', async () => {
    const { registry, call } = await bench()
    await call(apply as never, yes)
    const first = registry.log.findIndex(({ method }) => method === 'DELETE')
    const reading = registry.log.slice(0, first).filter(({ line }) => /manifests\/(?:pr-|sha256)/.test(line))
    // Planning reads both tags, the .sig tag and both platforms; the last look reads the first line again.
    expect(reading.length).toBeLessThanOrEqual(5 + 3)
    expect(registry.count(/tags\/list/)).toBe(2)
    expect(deletions(registry)).toBe(5)
  })

  test('wants every in-use source again that the plan had', async () => {
    const { registry, world, call } = await bench()
    await world.files.write('other.json', inventory(registry.host).replace('"prod"', '"other"'))
    const refused = await call(apply as never, { ...yes, 'in-use': 'other.json' })
    expect(refused.exit).toBe(3)
    expect(refused.findings[0]?.message).toMatch(/knowing prod/)
    const none = await call(apply as never, { 'plan-file': 'plan.jsonl', yes: 'true' })
    expect(none.exit).toBe(3)
    expect(deletions(registry)).toBe(0)
  })

  test('deletes nothing when nobody ever said what runs, unless the policy says so on purpose', async () => {
    const { registry, world, call } = await bench()
    const text = await world.files.readText('plan.jsonl')
    await world.files.write('plan.jsonl', text.replace('["prod"]', '[]'))
    expect((await call(apply as never, { 'plan-file': 'plan.jsonl', yes: 'true' })).exit).toBe(2)
    expect(deletions(registry)).toBe(0)
    const policy = await world.files.readText('.image-hygiene.yml')
    await world.files.write('.image-hygiene.yml', `${policy}in-use: none\n`)
    expect((await call(apply as never, { 'plan-file': 'plan.jsonl', yes: 'true' })).exit).toBe(0)
    expect(deletions(registry)).toBe(5)
  })

  test('a required source that has become stale or partial holds everything', async () => {
    const { registry, world, call } = await bench('in-use: { required: [prod], max-age: 1h }\n')
    const partial = inventory(registry.host).replace('"complete":true', '"complete":false')
    await world.files.write('prod.json', partial)
    expect(await call(apply as never, yes)).toMatchObject({
      exit: 3,
      outputs: { deleted: '0', skipped: '2' },
    })
    const old = inventory(registry.host).replace(
      /"collectedAt":"[^"]*"/,
      `"collectedAt":"2020-01-01T00:00:00Z"`,
    )
    await world.files.write('prod.json', old)
    expect(await call(apply as never, yes)).toMatchObject({ exit: 3, outputs: { deleted: '0' } })
    expect(deletions(registry)).toBe(0)
  })

  test('what was deployed meanwhile stays, by the platform that the cluster reports', async () => {
    const { registry, world, heads, call, tags } = await bench()
    const [platform] = repositoryOf(registry.store, name).manifests.get(heads.multi)?.manifest.children ?? []
    await world.files.write(
      'prod.json',
      inventory(registry.host, [{ digest: platform?.digest, raw: platform?.digest }]),
    )
    const result = await call(apply as never, yes)
    expect(result).toMatchObject({ exit: 0, outputs: { deleted: '1', skipped: '1' } })
    expect(tags()).toContain('pr-1')
  })

  test('a poisoned cache changes nothing: what the registry holds is what goes, and can come back', async () => {
    const { registry, world, call, tags } = await bench()
    const cached = { ...yes, 'cache-dir': 'cache' }
    await call(plan as never, { 'in-use': 'prod.json', 'cache-dir': 'cache' })
    const files = await filesBelow(world, 'cache')
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const bytes = Buffer.from(await world.files.read(file))
      for (let at = 0; at < bytes.length; at += 40) bytes[at] = 0x20
      await world.files.write(file, bytes)
    }
    const before = [...tags()].sort()
    expect(await call(apply as never, cached)).toMatchObject({ exit: 0, outputs: { deleted: '2' } })
    expect(tags()).toEqual(['v1.0.0'])
    await call(restore as never)
    expect([...tags()].sort()).toEqual(before)
    expect(registry.count(/^PUT /)).toBeGreaterThan(0)
  })

  test.each<[Habit, number]>([
    ['clock an hour off', 3],
    ['forgets which digest a tag has', 3],
    ['wrong bytes', 3],
    ['deletes disabled', 3],
    ['deletes forbidden', 3],
    ['read-only', 3],
    ['deletes refused as referenced', 3],
  ])('a registry with the habit "%s" loses nothing, and the run is exit %i', async (habit, exit) => {
    const { registry, call, tags } = await bench()
    const before = [...tags()].sort()
    registry.habit(habit)
    const result = await call(apply as never, yes)
    expect(result.exit).toBe(exit)
    expect(result.findings.every(finding => finding.message !== '')).toBe(true)
    expect([...tags()].sort()).toEqual(before)
    expect(repositoryOf(registry.store, name).manifests.size).toBe(6)
  })

  test('one message with the setting where deletion is switched off, and one request', async () => {
    const { registry, call } = await bench()
    registry.habit('deletes disabled')
    const result = await call(apply as never, yes)
    expect(deletions(registry)).toBe(1)
    const told = result.findings.filter(finding => finding.rule === 'deletion-refused')
    expect(told).toHaveLength(1)
    expect(told[0]?.fix).toBeTruthy()
  })

  test('an answer lost after a deletion took effect is settled by looking again', async () => {
    const { registry, call, tags } = await bench()
    let lost = false
    registry.between = ({ method }) => {
      if (lost || method !== 'DELETE') return
      lost = true
      registry.loseNextAnswer = true
    }
    const result = await call(apply as never, yes)
    expect(lost).toBe(true)
    expect(result).toMatchObject({ exit: 0, outputs: { deleted: '2' } })
    expect(tags()).toEqual(['v1.0.0'])
  })

  test('a plan that lists what the policy does not manage touches nothing of it', async () => {
    const { registry, world, call } = await bench()
    const text = await world.files.readText('plan.jsonl')
    pushImage(registry.store, 'other/app', { tags: ['pr-1'], content: 'foreign', labels: past })
    await world.files.write('plan.jsonl', text.replaceAll('/team/app', '/other/app'))
    expect(await call(apply as never, yes)).toMatchObject({
      exit: 1,
      outputs: { deleted: '0', skipped: '2' },
    })
    expect(registry.count(/other/)).toBe(0)
  })

  test('a plan file that was damaged deletes nothing and names the line', async () => {
    const { registry, world, call } = await bench()
    const text = await world.files.readText('plan.jsonl')
    await world.files.write('plan.jsonl', `${text}<<<<<<< HEAD\n`)
    const refused = await call(apply as never, yes)
    expect(refused.exit).toBe(2)
    expect(refused.findings[0]?.location).toEqual({ file: 'plan.jsonl', line: 4 })
    expect(deletions(registry)).toBe(0)
  })

  test('time-budget and max-deletions stop cleanly, and a wrong one is a wrong call', async () => {
    const { call } = await bench()
    expect((await call(apply as never, { ...yes, 'time-budget': 'soon' })).exit).toBe(2)
    expect(await call(apply as never, { ...yes, 'max-deletions': '1' })).toMatchObject({
      exit: 0,
      verdict: 'warn',
      outputs: { deleted: '1', skipped: '1' },
    })
    expect(await call(apply as never, yes)).toMatchObject({
      exit: 0,
      outputs: { deleted: '1', 'already-gone': '1' },
    })
  })
})

async function filesBelow(world: TestWorld, folder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await world.files.list(folder)) {
    const path = `${folder}/${entry}`
    if ((await world.files.kind(path)) === 'folder') found.push(...(await filesBelow(world, path)))
    else found.push(path)
  }
  return found
}
