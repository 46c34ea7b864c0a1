// One cleanup from plan to restore on four real registries, through the built command: what other people's tools
// built, signed and pushed is whole and verifies afterwards, and what should be gone is gone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Line, linesOf } from './cleanup-cli.ts'
import { going, kept, repository, second, signatures, stranger } from './cleanup-company.ts'
import { type Scene, type Scenes, startScenes } from './cleanup-scenes.ts'
import { pullWhole } from './clients.ts'
import { image } from './images.ts'
import { type RegistryKind, registryKinds } from './registries.ts'

let scenes: Scenes
beforeAll(async () => {
  scenes = await startScenes()
}, 600_000)
afterAll(async () => scenes?.stop())

/** The others collect by themselves, later, or never. */
const collects: readonly RegistryKind[] = ['docker-registry', 'distribution']
/** Two platforms, an attestation of each, a bundle, a legacy signature; and the fallback tag where there is no API. */
const partsOfSigned: Readonly<Record<RegistryKind, number>> = {
  'docker-registry': 7,
  distribution: 7,
  olareg: 6,
  ggcr: 7,
}

const struck = 'pr-5'
const spared = 'pr-6'
const deleted = Object.keys(going).filter(tag => tag !== struck && tag !== spared)
const standing = [...Object.keys(kept), struck, spared]
const inUse = ['--in-use', 'prod.json', '--plan-file', 'p.jsonl']

describe.each(registryKinds)('on %s', kind => {
  const scene = (): Scene => scenes.on(kind)
  const named = (tag: string) => scene().named(tag)
  const images = () =>
    kind === 'olareg'
      ? [repository, second].flatMap(name => ['--images', `${scene().registry.host}/${name}`])
      : ['--images', `${scene().registry.host}/team/**`]
  const appOf = (lines: readonly Line[]) => lines.filter(line => line.repository.endsWith(`/${repository}`))
  let withPartsOf: Readonly<Record<string, readonly string[]>> = {}
  /** Fallback and signature tags of an image. */
  const signaturesOf = (tags: readonly string[], tag: string) =>
    tags.filter(name => name.startsWith((scene().company[tag] ?? '').replace(':', '-')))

  async function keptIsWhole(): Promise<void> {
    for (const tag of standing) await scene().isWhole(tag)
    for (const [tag, format] of signatures) {
      if (standing.includes(tag)) await scene().verifies(tag, format)
    }
    await pullWhole(`${scene().registry.host}/${second}:v1.0.0`)
    await pullWhole(`${scene().registry.host}/${stranger}:pr-1`)
  }

  test(
    kind === 'olareg'
      ? 'a pattern that needs a catalog says that there is none, and what to name instead'
      : 'a pattern finds every repository under it and no other',
    async () => {
      const { registry, place } = scene()
      const told = await place.hygiene('plan', '--images', `${registry.host}/team/**`, ...inUse)
      if (kind === 'olareg') {
        expect(told.code).toBe(3)
        expect(told.outcome.findings).toMatchObject([
          { message: expect.stringMatching(/cannot be listed/), fix: expect.stringMatching(/one by one/) },
        ])
        expect(await place.exists('p.jsonl')).toBe(false)
      } else {
        expect(told.code).toBe(0)
        const repositories = new Set(linesOf(await place.read('p.jsonl')).map(line => line.repository))
        expect([...repositories]).toEqual([`${registry.host}/${repository}`, `${registry.host}/${second}`])
      }
    },
  )

  test('plan lets go what has expired, and nothing that a release, a deployment or another image needs', async () => {
    const { place, company } = scene()
    const told = await place.hygiene('plan', ...images(), ...inUse)
    expect(told.code, told.text).toBe(0)
    const plan = await place.read('p.jsonl')
    const lines = appOf(linesOf(plan))
    expect(Object.fromEntries(lines.flatMap(line => line.tags.map(tag => [tag, line.class])))).toEqual(going)
    for (const line of lines) expect(line.head).toBe(company[line.tags[0] ?? ''])
    withPartsOf = Object.fromEntries(lines.map(line => [line.tags[0], line.with]))
    expect(withPartsOf['pr-1'], 'parts of a signed build').toHaveLength(partsOfSigned[kind])
    expect(withPartsOf['pr-7'], "the shared platform is a release's").toEqual([company['alone']])
    await place.hygiene('plan', ...images(), ...inUse)
    expect(await place.read('p.jsonl'), 'the same world, the same bytes').toBe(plan)
  })

  test('explain says of each kept image what keeps it', async () => {
    const { place } = scene()
    const told = await place.hygiene('explain', ...Object.keys(kept).map(named), '--in-use', 'prod.json')
    expect(told.code, told.text).toBe(0)
    const explained = JSON.parse(told.outcome.outputs['json'] ?? '') as { images: { fate: object }[] }[]
    expect(explained.map(({ images }) => images.map(({ fate }) => fate))).toMatchObject(
      Object.values(kept).map(because => [{ goes: false, because }]),
    )
    const shared = await place.hygiene('explain', named('commit-abcdef012345'), '--in-use', 'prod.json')
    expect(shared.text).toMatch(/commit-abcdef012345 \(class commit\): would go/)
    expect(shared.text).toMatch(/v0\.8\.0 \(class release\): stays/)
  })

  test('apply without --yes sends nothing', async () => {
    const { place, call } = scene()
    const before = await call.tags(repository)
    const told = await place.hygiene('apply', ...inUse)
    expect(told.outcome.stats).toMatchObject({ deleted: 0, 'would-delete': Object.keys(going).length + 1 })
    expect(await call.tags(repository)).toEqual(before)
    for (const tag of Object.keys(going)) expect((await call.manifest(repository, tag)).status).toBe(200)
  })

  test('apply deletes the lines that a reviewer left, and the parts and signatures that were theirs alone', async () => {
    const { place, call, company } = scene()
    const plan = await place.read('p.jsonl')
    const edited = plan
      .split('\n')
      .filter(line => !line.includes(`"${struck}"`))
      .map(line =>
        line.includes(`"${spared}"`) ? line.replace('"action":"delete"', '"action":"keep"') : line,
      )
    await place.write('p.jsonl', edited.join('\n'))
    const told = await place.hygiene('apply', ...inUse, '--yes')
    expect(told.code, told.text).toBe(0)
    expect(told.outcome.outputs).toMatchObject({ deleted: String(deleted.length + 1), skipped: '0' })
    for (const tag of deleted) {
      for (const digest of [company[tag] ?? '', ...(withPartsOf[tag] ?? [])]) {
        expect((await call.manifest(repository, digest)).status, `${tag} ${digest}`).toBe(404)
      }
    }
    const left = await call.tags(repository)
    const ordinary = left.filter(tag => !tag.startsWith('sha256-'))
    expect(ordinary).toEqual([...standing, 'commit-abcdef012345'].sort())
    for (const tag of deleted) expect(signaturesOf(left, tag), tag).toEqual([])
  })

  test('everything kept is whole, and its signatures verify', keptIsWhole)

  test('a second apply finds everything gone, deletes nothing and exits 0', async () => {
    const told = await scene().place.hygiene('apply', ...inUse, '--yes')
    expect(told.code, told.text).toBe(0)
    expect(told.outcome.outputs).toMatchObject({
      deleted: '0',
      'already-gone': String(deleted.length + 1),
      skipped: '0',
    })
  })

  test('restore before a garbage collection gives the identical digest, whole, with signatures that verify', async () => {
    const { place } = scene()
    for (const tag of ['pr-1', 'pr-2']) {
      const told = await place.hygiene('restore', named(tag))
      expect(told.code, told.text).toBe(0)
      await scene().isWhole(tag)
    }
    for (const [tag, format] of signatures) {
      if (deleted.includes(tag)) await scene().verifies(tag, format)
    }
    await keptIsWhole()
  })

  test('the plan that was applied does not take again what was restored', async () => {
    const { place, call, company } = scene()
    const told = await place.hygiene('apply', ...inUse, '--yes')
    expect(told.outcome.outputs).toMatchObject({ deleted: '0', skipped: '2' })
    expect(await call.digest(repository, 'pr-1')).toBe(company['pr-1'])
  })

  test("restore never moves a tag that by now is another image's", async () => {
    const { place, call } = scene()
    const newer = image({ labels: { of: 'commit-0123456789ab, again' } })
    await call.pushImage(repository, newer, ['commit-0123456789ab'])
    const told = await place.hygiene('restore', named('commit-0123456789ab'))
    expect(told.code, told.text).toBe(1)
    expect(told.outcome.findings).toMatchObject([{ rule: 'tag-not-moved' }])
    expect(await call.digest(repository, 'commit-0123456789ab')).toBe(newer.manifest.digest)
  })

  test('the keep lines that restore prints make it last: the next plan carries them', async () => {
    const { place, company } = scene()
    const restored = await place.hygiene('restore', named('pr-2'))
    expect(restored.text).toMatch(/in place of/)
    const line = restored.outcome.outputs['keep-lines'] ?? ''
    const others = (await place.read('p.jsonl'))
      .split('\n')
      .filter(other => !other.includes(`"${company['pr-2']}"`))
    await place.write('p.jsonl', `${others.join('\n').trimEnd()}\n${line}\n`)
    const told = await place.hygiene('plan', ...images(), ...inUse)
    expect(told.code, told.text).toBe(0)
    const planned = appOf(linesOf(await place.read('p.jsonl')))
    const actionOf = (tag: string) => planned.find(({ head }) => head === company[tag])?.action
    expect(['pr-1', 'pr-2', spared, struck].map(actionOf)).toEqual(['delete', 'keep', 'keep', 'delete'])
  })

  if (!collects.includes(kind)) {
    test('which has no garbage collection to call, restore gives back whatever went', async () => {
      const { place } = scene()
      const told = await place.hygiene('restore', named('pr-7'))
      expect(told.code, told.text).toBe(0)
      await scene().isWhole('pr-7')
    })
    return
  }

  test('its garbage collection takes what went, and leaves whole what stays or was restored', async () => {
    const { registry, call, company } = scene()
    await registry.garbageCollect?.()
    await registry.restart({})
    await keptIsWhole()
    for (const tag of ['pr-1', 'pr-2']) await scene().isWhole(tag)
    expect((await call.manifest(repository, company['pr-7'] ?? '')).status).toBe(404)
  })

  test('restore after its garbage collection says what is lost, and moves nothing', async () => {
    const { place, call, company } = scene()
    const before = await call.tags(repository)
    const told = await place.hygiene('restore', named('pr-7'))
    expect(told.code, told.text).toBe(1)
    expect(told.outcome.outputs).toMatchObject({ restored: '0', 'keep-lines': '' })
    const lost = told.outcome.findings.filter(({ rule }) => rule === 'collected')
    expect(JSON.stringify(lost)).toContain(company['alone'])
    expect(await call.tags(repository)).toEqual(before)
    expect((await call.manifest(repository, company['pr-7'] ?? '')).status).toBe(404)
    await keptIsWhole()
  })
})
