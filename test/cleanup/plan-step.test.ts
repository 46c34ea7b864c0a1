import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import type { Digest } from '../../src/image/index.ts'
import { explain } from '../../src/steps/explain.ts'
import { plan } from '../../src/steps/plan.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { type FakeRegistry, pushImage, pushIndex, startFakeRegistry } from '../fakes/registry/index.ts'

const day = 86_400
// The registry's clock is this machine's, and must agree with ours.
const now = Math.floor(Date.now() / 1000)
const past = { expire_at: String(now - day) }
let folder: string
let registry: FakeRegistry
let app: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'))
  registry = await startFakeRegistry()
  app = `${registry.host}/team/app`
})
afterEach(async () => {
  await registry.close()
  await rm(folder, { recursive: true, force: true })
})

type Texts = Readonly<Record<string, string | undefined>>

async function run(step: typeof plan | typeof explain, inputs: Texts): Promise<Ran> {
  const log = createLog({ line: () => undefined, clock: () => 0 })
  const env = { PATH: process.env['PATH'], HOME: folder }
  const world = realWorld({ env, cwd: folder, log, input: (async function* () {})() })
  return runStep(step as typeof plan, ({ name }) => inputs[name], { ...world, now: () => now })
}

/** Releases, commits old and new, a preview of two platforms with a signature, one digest of two names, a `latest`. */
function fill(): {
  readonly index: Digest
  readonly platforms: readonly Digest[]
  readonly signature: Digest
} {
  const push = (tags: readonly string[], options: object = {}) =>
    pushImage(registry.store, 'team/app', { tags, content: tags.join(), ...options })
  push(['v1.0.0'])
  push(['v0.8.0', 'commit-00000000ffff'], { labels: past })
  push(['commit-000000000001'], { labels: past })
  push(['commit-000000000002'], { labels: { expire_at: String(now + 7 * day) } })
  push(['latest'])
  push(['pr-9'], { labels: { expire_at: String(now * 1000) } })
  const platforms = ['amd64', 'arm64'].map(content => pushImage(registry.store, 'team/app', { content }))
  const index = pushIndex(registry.store, 'team/app', {
    tags: ['pr-7'],
    children: platforms,
    annotations: past,
  })
  const signature = push([`${index.replace(':', '-')}.sig`])
  return { index, platforms, signature }
}

const linesOf = async (path: string) =>
  (await readFile(join(folder, path), 'utf8'))
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
const rules = ({ outcome }: Ran) => outcome.findings.map(({ rule }) => rule)

describe('plan', () => {
  it('writes one line per image that goes, with what goes along, and says the rest in a table', async () => {
    const { index, platforms, signature } = fill()
    const { outcome, result, exitCode } = await run(plan, { images: app, 'plan-file': 'p.jsonl' })
    expect(exitCode).toBe(0)
    const [header, ...lines] = await linesOf('p.jsonl')
    expect(header).toMatchObject({ schema: 'image-hygiene/plan/v1', sources: [] })
    expect(lines.map(({ tags }) => tags.join()).sort()).toEqual(['commit-000000000001', 'pr-7'])
    const preview = lines.find(({ head }) => head === index)
    expect(new Set(preview.with)).toEqual(new Set([...platforms, signature]))
    expect(outcome.outputs).toMatchObject({ going: '2', held: '0', 'plan-file': 'p.jsonl' })
    expect(result.text).toMatch(/release\s+2\s+0/)
    expect(result.text).toMatch(/garbage collection/)
  })

  it('keeps a release whose digest an expired commit tag shares', async () => {
    fill()
    await run(plan, { images: app, 'plan-file': 'p.jsonl' })
    const [, ...lines] = await linesOf('p.jsonl')
    expect(JSON.stringify(lines)).not.toContain('v0.8.0')
  })

  it('points at slips: forbidden tags, labels in milliseconds, nobody knows what runs', async () => {
    fill()
    const ran = await run(plan, { images: app })
    expect(rules(ran)).toEqual(expect.arrayContaining(['forbidden-tag', 'clock-absurd', 'in-use-unknown']))
    expect(ran.outcome.verdict).toBe('warn')
    expect(ran.result.text).toContain("legacy: { tags: ['*'], expires: 180d }")
  })

  it('is byte-identical for the same world, whatever order the registry answers in', async () => {
    fill()
    await run(plan, { images: app, 'plan-file': 'a.jsonl' })
    registry.habit('random order')
    registry.habit('lists every tag twice')
    await run(plan, { images: app, 'plan-file': 'b.jsonl' })
    expect(await readFile(join(folder, 'b.jsonl'), 'utf8')).toBe(
      await readFile(join(folder, 'a.jsonl'), 'utf8'),
    )
  })

  it('carries keep lines along, and proposes a struck line again', async () => {
    const { index } = fill()
    await run(plan, { images: app, 'plan-file': 'p.jsonl' })
    const text = await readFile(join(folder, 'p.jsonl'), 'utf8')
    const edited = text
      .split('\n')
      .filter(line => !line.includes('commit-000000000001'))
      .map(line => (line.includes(index) ? line.replace('"action":"delete"', '"action":"keep"') : line))
    await writeFile(join(folder, 'p.jsonl'), edited.join('\n'))
    const { outcome } = await run(plan, { images: app, 'plan-file': 'p.jsonl' })
    const [, ...lines] = await linesOf('p.jsonl')
    expect(lines.map(({ action, tags }) => `${action} ${tags}`).sort()).toEqual([
      'delete commit-000000000001',
      'keep pr-7',
    ])
    expect(outcome.outputs['going']).toBe('1')
  })

  it('plans what is named and exits 3 where a registry does not list the rest', async () => {
    fill()
    registry.habit('no catalog')
    const ran = await run(plan, { images: `${app}, ${registry.host}/other/**`, 'plan-file': 'p.jsonl' })
    expect(ran.exitCode).toBe(3)
    expect(rules(ran)).toContain('held')
    expect(ran.outcome.outputs).toMatchObject({ going: '2', held: '1' })
    const [, ...lines] = await linesOf('p.jsonl')
    expect(lines.map(({ repository }) => repository)).toEqual([app, app])
  })

  it('writes the healthy repositories and exits 3 where one is held', async () => {
    fill()
    pushImage(registry.store, 'team/web', { tags: ['v1.0.0'] })
    pushImage(registry.store, 'team/web', { tags: ['commit-000000000009'], labels: past })
    registry.store.repositories.get('team/web')?.tags.set('ghost', `sha256:${'0'.repeat(64)}` as Digest)
    const ran = await run(plan, { images: `${app}, ${registry.host}/team/web`, 'plan-file': 'p.jsonl' })
    expect(ran.exitCode).toBe(3)
    expect(rules(ran)).toContain('held')
    expect(ran.outcome.outputs).toMatchObject({ going: '2', held: '1' })
    const [, ...lines] = await linesOf('p.jsonl')
    expect(lines.every(({ repository }) => repository === app)).toBe(true)
  })

  it('asks for the tags, for the configs that a label may stand in, and for what refers to what goes', async () => {
    fill()
    await run(plan, { images: app })
    // Four tags of classes that ask a clock and no release holds; the preview's annotation answers for one.
    expect(registry.count(/^GET \/v2\/team\/app\/blobs\//)).toBe(3)
    expect(registry.count(/^GET \/v2\/team\/app\/manifests\/[a-z0-9.-]+$/)).toBe(9)
    expect(registry.count(/^GET \/v2\/team\/app\/manifests\/sha256:/)).toBe(2)
    expect(registry.count(/^GET \/v2\/team\/app\/referrers\//)).toBeLessThanOrEqual(5)
  })

  it.each([
    ['--at next week', { at: String(now + 8 * day) }, '3'],
    ['--at in RFC 3339', { at: new Date((now + 8 * day) * 1000).toISOString() }, '3'],
  ])('%s says what goes then', async (_, inputs, going) => {
    fill()
    const { outcome } = await run(plan, { images: app, ...inputs })
    expect(outcome.outputs['going']).toBe(going)
  })

  it.each([
    ['no images', {}, /no images are named/],
    ['a moment that is none', { images: 'ghcr.io/a/b', at: 'soon' }, /at: 'soon'/],
    [
      'a pull request about another moment',
      { images: 'ghcr.io/a/b', at: '1795230000', 'open-pull-request': 'true' },
      /about now/,
    ],
    [
      'a pull request while nobody knows what runs',
      { images: 'ghcr.io/a/b', 'open-pull-request': 'true' },
      /in use/,
    ],
  ])('refuses %s with exit 2', async (_, inputs, message) => {
    const { outcome, exitCode } = await run(plan, inputs)
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]?.message).toMatch(message)
  })

  it('refuses images outside of the policy with exit 2', async () => {
    await writeFile(join(folder, '.image-hygiene.yml'), `version: 1\nimages: ['${app}']\n`)
    const { exitCode, outcome } = await run(plan, { images: `${registry.host}/other/app` })
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]?.rule).toBe('not-managed')
  })
})

describe('explain', () => {
  it('says why an image stays, by which rule of which line, and how each tag alone would be judged', async () => {
    fill()
    await writeFile(
      join(folder, '.image-hygiene.yml'),
      `version: 1\nimages: ['${app}']\nclasses:\n  release: { tags: ['v{semver}'], expires: never }\n`,
    )
    const { result, exitCode } = await run(explain, { references: `${app}:v0.8.0` })
    expect(exitCode).toBe(0)
    expect(result.text).toContain('stays: never-expires')
    expect(result.text).toMatch(/classes\.release\.expires \(\.image-hygiene\.yml:4/)
    expect(result.text).toMatch(/commit-00000000ffff \(class commit\): would go, since/)
    const host = app.slice(0, app.indexOf('/'))
    expect(result.text).toContain(`to let commit-00000000ffff go alone: cleanup: { untag: [${host}] }`)
    await writeFile(
      join(folder, '.image-hygiene.yml'),
      `version: 1\nimages: ['${app}']\ncleanup: { untag: ['${host}'], limits: { share: 100% } }\n`,
    )
    const allowed = await run(explain, { references: `${app}:v0.8.0` })
    expect(allowed.result.text).toContain('loses: commit-00000000ffff (expired); it stays as v0.8.0')
    expect(allowed.result.text).not.toContain('to let')
  })

  it('finds the image that a platform or a signature belongs to', async () => {
    const { platforms, signature } = fill()
    const { result } = await run(explain, { references: `${app}@${platforms[0]}, ${app}@${signature}` })
    expect(result.text?.match(new RegExp(`belongs to ${app}:pr-7`, 'g'))).toHaveLength(2)
    expect(result.text).toContain('goes: expired')
  })

  it('names the inventory line that holds an image', async () => {
    fill()
    await writeFile(join(folder, 'prod.txt'), `${app}:commit-000000000001\n`)
    const { result } = await run(explain, { references: `${app}:commit-000000000001`, 'in-use': 'prod.txt' })
    expect(result.text).toMatch(/stays: in-use: .*prod/)
  })

  it.each([
    ['nothing', {}, 2],
    ['a repository', { references: 'ghcr.io/acme/app' }, 2],
  ])('refuses %s', async (_, inputs, code) => {
    expect((await run(explain, inputs)).exitCode).toBe(code)
  })

  it('says so when there is no such tag', async () => {
    fill()
    const { exitCode, outcome } = await run(explain, { references: `${app}:v7.7.7` })
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]?.message).toContain('has no tag v7.7.7')
  })
})
