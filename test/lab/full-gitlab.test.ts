// The full pipeline of the sample application on GitLab's side: the component `full`, run by gitlab-ci-local with real
// buildah, compiler, scanner, signer and registry.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Checkout } from './checkout.ts'
import { runPipeline } from './ci.ts'
import { componentProject, localExample } from './components.ts'
import { cosignVerify } from './cosign.ts'
import { type Company, company, expectSealed } from './full.ts'
import type { Ran } from './run.ts'

let lab: Company

beforeAll(async () => {
  lab = await company()
  const { host } = lab.registry
  const registries = `unqualified-search-registries = ["docker.io"]\n[[registry]]\nprefix = "docker.io"\nlocation = "${host}"\ninsecure = true\n[[registry]]\nlocation = "${host}"\ninsecure = true\n`
  await writeFile(join(lab.scratch, 'registries.conf'), registries)
  const storage = `[storage]\ndriver = "vfs"\ngraphroot = "${lab.scratch}/root"\nrunroot = "${lab.scratch}/run"\n`
  await writeFile(join(lab.scratch, 'storage.conf'), storage)
})
afterAll(() => lab?.close())

/** The example in the component's own project; Trivy has a database already and can download none. */
async function project(more: Readonly<Record<string, string>> = {}, inputs = ''): Promise<Checkout> {
  const example = await localExample('full.gitlab-ci.yml')
  return componentProject({
    ...(await lab.files(more)),
    '.gitlab-ci.yml': example.replace('    inputs:\n', `    inputs:\n      offline: true\n${inputs}`),
  })
}

const pipeline = async (place: Checkout, variables: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  runPipeline({
    folder: place.folder,
    onPath: ['trivy', 'cosign'],
    variables: {
      CI_REGISTRY_IMAGE: `${lab.registry.host}/acme/app`,
      CONTAINERS_REGISTRIES_CONF: join(lab.scratch, 'registries.conf'),
      CONTAINERS_STORAGE_CONF: join(lab.scratch, 'storage.conf'),
      TRIVY_CACHE_DIR: lab.database,
      COSIGN_PRIVATE_KEY: await readFile(lab.key.private, 'utf8'),
      COSIGN_PASSWORD: lab.key.password,
      ...variables,
    },
  })

test('a push to the default branch leaves a signed image, its record and the reports that GitLab shows', async () => {
  const place = await project()
  const ran = await pipeline(place)
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  await expectSealed(lab, {
    repository: `${lab.registry.host}/acme/app`,
    tag: `commit-${place.commit.slice(0, 12)}`,
    commit: place.commit,
    record: join(place.folder, 'image-record.json'),
    catalog: join(place.folder, 'catalog.jsonl'),
  })
  const report = JSON.parse(await readFile(join(place.folder, 'gl-container-scanning-report.json'), 'utf8'))
  expect(report).toMatchObject({ vulnerabilities: [], scan: { status: 'success' } })
  await place.remove()
}, 600_000)

test('an image with a fixable high vulnerability is neither signed nor recorded', async () => {
  const place = await project({
    Dockerfile: 'FROM scratch\nCOPY node_modules /app/node_modules\nUSER 10001:10001\n',
    'node_modules/lodash/package.json': '{"name":"lodash","version":"4.17.20","license":"MIT"}',
  })
  const ran = await pipeline(place)
  expect(ran.code).not.toBe(0)
  expect(ran.stdout + ran.stderr).toContain('1 to fix now: by upgrading lodash')
  const digest = await lab.call.digest('acme/app', `commit-${place.commit.slice(0, 12)}`)
  expect((await cosignVerify(lab.key, `${lab.registry.host}/acme/app@${digest}`, 'bundle')).code).not.toBe(0)
  await expect(readFile(join(place.folder, 'catalog.jsonl'))).rejects.toThrow('ENOENT')
  await place.remove()
})

test('a merge request is checked, and nothing is pushed', async () => {
  const place = await project({ README: 'another commit\n' })
  const ran = await pipeline(place, {
    CI_PIPELINE_SOURCE: 'merge_request_event',
    CI_MERGE_REQUEST_IID: '12',
    CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: place.commit,
  })
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  expect(ran.stdout).toContain('class    preview')
  expect((await lab.call.manifest('acme/app', 'pr-12')).status).toBe(404)
  await place.remove()
})

test('an input of the wrong type fails before any job runs', async () => {
  const place = await project({}, '      attach: perhaps\n')
  const ran = await pipeline(place)
  expect(ran.code).not.toBe(0)
  expect(ran.stdout + ran.stderr).toContain('attach')
  expect(ran.stdout + ran.stderr).not.toContain('class    ')
  await place.remove()
})
