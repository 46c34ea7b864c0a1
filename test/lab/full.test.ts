// The full pipeline of the sample application on GitHub's side, run by act: real compiler, builder, scanner, signer and
// registry, from the sources to a record that can be found again.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionsOf } from './actions.ts'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { type Checkout, checkout } from './checkout.ts'
import { runWorkflow } from './ci.ts'
import { root } from './components.ts'
import { cosignVerify } from './cosign.ts'
import { type Company, company, expectSealed } from './full.ts'
import type { Ran } from './run.ts'
import { tool } from './tools.ts'

let lab: Company
let buildkit: Buildkit

beforeAll(async () => {
  lab = await company()
  buildkit = await startBuildkit([lab.registry.host], lab.registry.host)
})
afterAll(async () => {
  await buildkit?.stop()
  await lab?.close()
})

/** The example, pushing to the lab's registry; Trivy has a database already and can download none. */
async function repository(more: Readonly<Record<string, string>> = {}): Promise<Checkout> {
  const example = await readFile(join(root, 'examples/workflows/full.yml'), 'utf8')
  const workflow = example
    .replaceAll('ghcr.io', lab.registry.host)
    .replaceAll(/^( +)step: scan$/gm, '$1step: scan\n$1offline: true')
  return checkout(await lab.files({ '.github/workflows/image.yml': workflow, ...more }))
}

async function act(place: Checkout, event: string, payload: object): Promise<Ran> {
  const file = join(lab.scratch, `${place.commit}.json`)
  const text = await readFile(join(place.folder, '.github/workflows/image.yml'), 'utf8')
  await writeFile(
    file,
    JSON.stringify({ repository: { full_name: 'acme/app', default_branch: 'main' }, ...payload }),
  )
  return runWorkflow({
    folder: place.folder,
    event,
    payload: file,
    workflow: '.github/workflows/image.yml',
    actions: await actionsOf(text, join(lab.scratch, 'actions')),
    onPath: ['trivy', 'cosign'],
    env: {
      BUILDKIT_HOST: buildkit.address,
      BUILDCTL: tool('buildctl'),
      TRIVY_CACHE_DIR: lab.database,
      STAND_IN_ARTIFACTS: artifacts(place),
    },
    secrets: {
      GITHUB_TOKEN: 'not-a-real-token',
      COSIGN_PRIVATE_KEY: await readFile(lab.key.private, 'utf8'),
      COSIGN_PASSWORD: lab.key.password,
    },
  })
}

const artifacts = (place: Checkout) => join(lab.scratch, `artifacts-${place.commit}`)
const pushOf = (place: Checkout) => ({
  ref: 'refs/heads/main',
  after: place.commit,
  head_commit: { id: place.commit, timestamp: '2026-11-20T10:00:00Z' },
})

test('a push to main leaves a signed image and its record', { timeout: 600_000 }, async () => {
  const place = await repository()
  const ran = await act(place, 'push', pushOf(place))
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  await expectSealed(lab, {
    repository: `${lab.registry.host}/acme/app`,
    tag: `commit-${place.commit.slice(0, 12)}`,
    commit: place.commit,
    record: join(artifacts(place), 'image-record/image-record.json'),
    catalog: join(artifacts(place), 'image-record/catalog.jsonl'),
  })
  await place.remove()
})

test('an image with a fixable high vulnerability is neither signed nor recorded, and its report is kept', async () => {
  const place = await repository({
    Dockerfile: 'FROM scratch\nCOPY node_modules /app/node_modules\nUSER 10001:10001\n',
    'node_modules/lodash/package.json': '{"name":"lodash","version":"4.17.20","license":"MIT"}',
  })
  const ran = await act(place, 'push', pushOf(place))
  expect(ran.code).not.toBe(0)
  expect(ran.stdout).toContain('1 to fix now: by upgrading lodash')
  const digest = await lab.call.digest('acme/app', `commit-${place.commit.slice(0, 12)}`)
  const pushed = `${lab.registry.host}/acme/app@${digest}`
  expect((await cosignVerify(lab.key, pushed, 'bundle')).code).not.toBe(0)
  const outcome = await readFile(join(artifacts(place), 'image-scan/outcome.json'), 'utf8')
  expect(JSON.parse(outcome).verdict).toBe('fail')
  await expect(readFile(join(artifacts(place), 'image-record/catalog.jsonl'))).rejects.toThrow('ENOENT')
  await place.remove()
})

test('a pull request is checked, and nothing is pushed', async () => {
  const place = await repository({ README: 'another commit\n' })
  const ran = await act(place, 'pull_request', {
    number: 12,
    pull_request: {
      number: 12,
      head: { sha: place.commit, ref: 'changes', repo: { full_name: 'acme/app' } },
      base: { ref: 'main', repo: { full_name: 'acme/app' } },
    },
  })
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  expect(ran.stdout).toContain('class    preview')
  expect((await lab.call.manifest('acme/app', 'pr-12')).status).toBe(404)
  await place.remove()
})
