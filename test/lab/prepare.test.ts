// The example workflows, run by act with the built action: what they push carries what prepare said.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionsOf } from './actions.ts'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { type Checkout, checkout } from './checkout.ts'
import { runWorkflow } from './ci.ts'
import { labelsOf, pullWhole } from './clients.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type Ran, run } from './run.ts'
import { tool } from './tools.ts'
import { type Wire, wire } from './wire.ts'

const root = resolve(import.meta.dirname, '../..')
const workflows = join(root, 'examples/workflows')
const revision = 'org.opencontainers.image.revision'
const headOfPull = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'

let registry: Registry
let call: Wire
let buildkit: Buildkit
let scratch: string

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  call = wire(registry.url)
  buildkit = await startBuildkit([registry.host])
  scratch = await mkdtemp(join(tmpdir(), 'lab-prepare-'))
})
afterAll(async () => {
  await buildkit?.stop()
  await registry?.stop()
  await rm(scratch, { recursive: true, force: true })
})

/** A repository of its own, with one example workflow that pushes to the lab's registry instead of ghcr.io. */
async function repository(workflow: string, name: string, edit = (text: string) => text): Promise<Checkout> {
  const text = await readFile(join(workflows, workflow), 'utf8')
  return checkout(
    {
      '.github/workflows/image.yml': edit(text).replaceAll('ghcr.io/', `${registry.host}/`),
      Dockerfile: 'FROM scratch\nCOPY hello /hello\n',
      'docker-bake.hcl': await readFile(join(workflows, 'docker-bake.hcl'), 'utf8'),
      hello: 'hello\n',
    },
    `https://github.com/acme/${name}.git`,
  )
}

async function act(place: Checkout, event: string, payload: object, archive?: string): Promise<Ran> {
  const file = join(scratch, `${place.commit}-${event}.json`)
  await writeFile(file, JSON.stringify(payload))
  return runWorkflow({
    folder: place.folder,
    event,
    payload: file,
    workflow: '.github/workflows/image.yml',
    actions: await actionsOf(
      await readFile(join(place.folder, '.github/workflows/image.yml'), 'utf8'),
      join(scratch, 'actions'),
    ),
    env: {
      BUILDKIT_HOST: buildkit.address,
      BUILDCTL: tool('buildctl'),
      ...(archive === undefined ? {} : { STAND_IN_ARCHIVE: archive }),
    },
    secrets: { GITHUB_TOKEN: 'not-a-real-token' },
  })
}

const pushOf = (place: Checkout, ref: string) => ({
  ref,
  after: place.commit,
  head_commit: { id: place.commit, timestamp: '2026-11-20T10:00:00Z' },
  repository: { full_name: 'acme/app', default_branch: 'main' },
})

interface Index {
  readonly mediaType: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly manifests: readonly { readonly digest: string; readonly platform: { readonly os: string } }[]
}
const indexOf = async (name: string, tag: string) =>
  (await call.manifest(`acme/${name}`, tag)).json() as Index

describe('build-push.yml', () => {
  test('a push to main: a commit image that goes after three days, said by label and by index annotation', async () => {
    const place = await repository('build-push.yml', 'pushed')
    const ran = await act(place, 'push', pushOf(place, 'refs/heads/main'))
    expect(ran.stdout + ran.stderr).toContain('class    commit')
    expect(ran.code).toBe(0)
    const tag = `commit-${place.commit.slice(0, 12)}`
    const labels = await labelsOf(`${registry.host}/acme/pushed:${tag}`)
    expect(labels).toMatchObject({
      [revision]: place.commit,
      owner: 'team-a',
      'org.opencontainers.image.version': tag,
      'org.opencontainers.image.source': 'https://github.com/acme/pushed',
    })
    const days = (Number(labels['expire_at']) - Date.now() / 1000) / 86_400
    expect(days).toBeGreaterThan(2.9)
    expect(days).toBeLessThan(3.1)
    const index = await indexOf('pushed', tag)
    expect(index.annotations).toMatchObject({ expire_at: labels['expire_at'], [revision]: place.commit })
    for (const { digest } of index.manifests.filter(({ platform }) => platform.os === 'linux')) {
      const { annotations } = (await call.manifest('acme/pushed', digest)).json() as Index
      expect(annotations).toMatchObject({ expire_at: labels['expire_at'] })
    }
    await pullWhole(`${registry.host}/acme/pushed:${tag}`)
    await place.remove()
  })

  test('a git tag: a release without a moment to go; again from another commit it is refused', async () => {
    const place = await repository('build-push.yml', 'released')
    await run(['git', '-C', place.folder, 'tag', 'v1.2.3'])
    const ran = await act(place, 'push', pushOf(place, 'refs/tags/v1.2.3'))
    expect(ran.stdout + ran.stderr).toContain('class    release')
    expect(ran.code).toBe(0)
    const labels = await labelsOf(`${registry.host}/acme/released:v1.2.3`)
    expect(labels).toMatchObject({ expire_at: '', [revision]: place.commit })
    expect((await indexOf('released', 'v1.2.3')).annotations).not.toHaveProperty('expire_at')
    const before = await call.digest('acme/released', 'v1.2.3')

    const again = await act(place, 'push', pushOf(place, 'refs/tags/v1.2.3'))
    expect(again.stdout + again.stderr).toContain('rerun')
    expect(again.code).toBe(0)

    const moved = await repository('build-push.yml', 'released', text => `${text}# another commit\n`)
    await run(['git', '-C', moved.folder, 'tag', 'v1.2.3'])
    const refused = await act(moved, 'push', pushOf(moved, 'refs/tags/v1.2.3'))
    expect(refused.code).not.toBe(0)
    expect(refused.stdout + refused.stderr).toContain('immutable-tag')
    expect(await labelsOf(`${registry.host}/acme/released:v1.2.3`)).toMatchObject({
      [revision]: place.commit,
    })
    expect(before).toMatch(/^sha256:/)
    await Promise.all([place.remove(), moved.remove()])
  })

  test('a pull request: built for its head, not pushed', async () => {
    const place = await repository('build-push.yml', 'pulled')
    const archive = join(scratch, 'pull.tar')
    const payload = {
      number: 12,
      pull_request: {
        number: 12,
        head: { sha: headOfPull, ref: 'changes', repo: { full_name: 'acme/pulled' } },
        base: { ref: 'main', repo: { full_name: 'acme/pulled' } },
      },
      repository: { full_name: 'acme/pulled', default_branch: 'main' },
    }
    const ran = await act(place, 'pull_request', payload, archive)
    expect(ran.stdout + ran.stderr).toContain('class    preview')
    expect(ran.code).toBe(0)
    const flags = ['--insecure-policy', 'inspect', '--config'] as const
    const { stdout } = await run([tool('skopeo'), ...flags, `oci-archive:${archive}`])
    expect(JSON.parse(stdout).config.Labels).toMatchObject({ [revision]: headOfPull, owner: 'team-a' })
    expect((await call.manifest('acme/pulled', 'pr-12')).status).toBe(404)
    await place.remove()
  })
})

test('bake.yml: targets inherit tags, labels and annotations', async () => {
  const place = await repository('bake.yml', 'baked')
  await run(['git', '-C', place.folder, 'tag', 'v2.0.0'])
  const ran = await act(place, 'push', pushOf(place, 'refs/tags/v2.0.0'))
  expect(ran.stdout + ran.stderr).toContain('class    release')
  expect(ran.code).toBe(0)
  expect(await labelsOf(`${registry.host}/acme/baked:v2.0.0`)).toMatchObject({
    [revision]: place.commit,
    expire_at: '',
  })
  expect((await indexOf('baked', 'v2.0.0')).annotations).toMatchObject({ [revision]: place.commit })
  await place.remove()
})

describe('check-tags.yml', () => {
  test('tags of another tool pass, and get their labels', async () => {
    const place = await repository('check-tags.yml', 'checked')
    const ran = await act(place, 'push', pushOf(place, 'refs/heads/main'))
    expect(ran.code).toBe(0)
    const labels = await labelsOf(`${registry.host}/acme/checked:commit-${place.commit.slice(0, 7)}`)
    expect(Number(labels['expire_at'])).toBeGreaterThan(Date.now() / 1000)
    await place.remove()
  })

  test('the latest that comes unasked is refused before anything is built', async () => {
    const place = await repository('check-tags.yml', 'tempted', text =>
      text.replace('latest=false', 'latest=auto'),
    )
    await run(['git', '-C', place.folder, 'tag', 'v1.0.0'])
    const ran = await act(place, 'push', pushOf(place, 'refs/tags/v1.0.0'))
    expect(ran.code).not.toBe(0)
    expect(ran.stdout + ran.stderr).toContain('tag-forbidden')
    expect((await call.manifest('acme/tempted', 'v1.0.0')).status).toBe(404)
    await place.remove()
  })
})

describe('the example workflows', () => {
  test('actionlint has nothing to say', async () => {
    const names = (await readdir(workflows)).filter(name => name.endsWith('.yml'))
    expect(names.length).toBeGreaterThan(2)
    const place = await mkdtemp(join(scratch, 'lint-'))
    await mkdir(join(place, '.github/workflows'), { recursive: true })
    for (const name of names) await copyFile(join(workflows, name), join(place, '.github/workflows', name))
    await run([tool('actionlint'), ...names.map(name => join(place, '.github/workflows', name))])
  })

  test('zizmor has nothing to say, however pedantic', async () => {
    const names = (await readdir(workflows)).filter(name => name.endsWith('.yml'))
    await run([
      tool('zizmor'),
      '--offline',
      '--persona=pedantic',
      ...names.map(name => join(workflows, name)),
    ])
  })
})
