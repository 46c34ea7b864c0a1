// The example pipeline, run by gitlab-ci-local with the component and the built CLI of this checkout.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Checkout } from './checkout.ts'
import { runPipeline } from './ci.ts'
import { labelsOf } from './clients.ts'
import { componentProject, localExample } from './components.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type Ran, run } from './run.ts'

const revision = 'org.opencontainers.image.revision'
const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'

let registry: Registry
let scratch: string

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  scratch = await mkdtemp(join(tmpdir(), 'lab-gitlab-'))
  const insecure = `[[registry]]\nlocation = "${registry.host}"\ninsecure = true\n`
  await writeFile(join(scratch, 'registries.conf'), insecure)
  const storage = `[storage]\ndriver = "vfs"\ngraphroot = "${scratch}/root"\nrunroot = "${scratch}/run"\n`
  await writeFile(join(scratch, 'storage.conf'), storage)
})
afterAll(async () => {
  await registry?.stop()
  await rm(scratch, { recursive: true, force: true })
})

/** The example in a project that is the component's own, so that the runner takes the component from there. */
async function project(edit = (text: string) => text): Promise<Checkout> {
  const local = await localExample('buildah.gitlab-ci.yml')
  expect(local).toContain('prepare@$CI_COMMIT_SHA')
  return componentProject({
    '.gitlab-ci.yml': edit(local),
    Dockerfile: 'FROM scratch\nCOPY hello /hello\n',
    hello: 'hello\n',
  })
}

const pipeline = (place: Checkout, name: string, variables: Readonly<Record<string, string>>): Promise<Ran> =>
  runPipeline({
    folder: place.folder,
    variables: {
      CI_REGISTRY_IMAGE: `${registry.host}/acme/${name}`,
      CONTAINERS_REGISTRIES_CONF: join(scratch, 'registries.conf'),
      CONTAINERS_STORAGE_CONF: join(scratch, 'storage.conf'),
      ...variables,
    },
  })

test('a branch: a commit image that goes after three days', async () => {
  const place = await project()
  const ran = await pipeline(place, 'branch', {})
  expect(ran.stdout + ran.stderr).toContain('class    commit')
  expect(ran.code).toBe(0)
  const labels = await labelsOf(`${registry.host}/acme/branch:commit-${place.commit.slice(0, 12)}`)
  expect(labels).toMatchObject({ [revision]: place.commit, owner: 'team-a' })
  expect(Number(labels['expire_at']) - Date.now() / 1000).toBeGreaterThan(2.9 * 86_400)
  await place.remove()
})

test('a git tag: a release that stays, and is not overwritten from another commit', async () => {
  const place = await project()
  await run(['git', '-C', place.folder, 'tag', 'v1.2.3'])
  const ran = await pipeline(place, 'tag', { CI_COMMIT_TAG: 'v1.2.3' })
  expect(ran.code).toBe(0)
  const labels = await labelsOf(`${registry.host}/acme/tag:v1.2.3`)
  expect(labels).toMatchObject({ [revision]: place.commit, expire_at: '' })

  const moved = await project(text => `${text}# another commit\n`)
  const refused = await pipeline(moved, 'tag', { CI_COMMIT_TAG: 'v1.2.3' })
  expect(refused.stdout + refused.stderr).toContain('immutable-tag')
  expect(refused.code).not.toBe(0)
  expect(await labelsOf(`${registry.host}/acme/tag:v1.2.3`)).toEqual(labels)
  await Promise.all([place.remove(), moved.remove()])
})

test('a merged-results pipeline: a preview of the head', async () => {
  const place = await project()
  const ran = await pipeline(place, 'request', {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_IID: '12',
    CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result',
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
  })
  expect(ran.stdout + ran.stderr).toContain('class    preview')
  expect(ran.code).toBe(0)
  expect(await labelsOf(`${registry.host}/acme/request:pr-12`)).toMatchObject({ [revision]: head })
  await place.remove()
})

test('an input of the wrong type fails before any job runs', async () => {
  const place = await project(text =>
    text.replace('    inputs:\n', '    inputs:\n      check-registry: perhaps\n'),
  )
  const ran = await pipeline(place, 'typed', {})
  expect(ran.code).not.toBe(0)
  expect(ran.stdout + ran.stderr).toContain('check-registry')
  expect(ran.stdout + ran.stderr).not.toContain('class    ')
  await place.remove()
})
