// The whole life on GitHub's side: the example workflows, run by act with the built action, against a fake GitHub that
// enforces the permissions they declare and a real registry with its own garbage collection.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { keep, planFile, planOn, strike } from '../cleanup/pull-request/harness.ts'
import { type FakeGitHub, fakeGitHub } from '../fakes/github/index.ts'
import { runWorkflow } from './ci.ts'
import { type Graveyard, graveyard } from './graveyard.ts'
import { run } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
let scratch: string
let images: Graveyard
let github: FakeGitHub
let forgeRequests = 0

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'lab-life-'))
  images = await graveyard()
  github = await fakeGitHub({
    '.image-hygiene.yml': images.policy,
    'deploy/in-use.txt': `${images.host}/acme/app:v1.0.0\n`,
  })
  // The jobs have the real clock.
  github.state.now = Date.now()
})

afterAll(async () => {
  await github?.stop()
  await images?.stop()
  await rm(scratch, { recursive: true, force: true })
})

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly permissions: Readonly<Record<string, 'read' | 'write'>>; needs?: string; if?: string }
  >
}

/** One job of an example, in a fresh checkout of the default branch, with a token that may what the job declares. */
async function job(file: string, name: string, event: string, payload: object): Promise<string> {
  const workflow = parse(await readFile(join(root, 'examples/workflows', file), 'utf8')) as Workflow
  const chosen = workflow.jobs[name]
  if (chosen === undefined) throw new Error(`${file} has no job ${name}`)
  const { needs: _, if: __, ...alone } = chosen
  github.token(`${name}-token`, {
    login: 'github-actions[bot]',
    kind: 'integration',
    permissions: chosen.permissions,
  })
  const folder = await mkdtemp(join(scratch, 'checkout-'))
  await run(['git', 'clone', '--quiet', github.git.folder, folder])
  await run(['git', '-C', folder, 'remote', 'set-url', 'origin', 'https://github.com/acme/app.git'])
  const text = stringify({ ...workflow, jobs: { [name]: alone } })
  await mkdir(join(folder, '.github/workflows'), { recursive: true })
  await writeFile(join(folder, '.github/workflows/job.yml'), text)
  const eventFile = join(scratch, `${name}.json`)
  await writeFile(
    eventFile,
    JSON.stringify({ repository: { full_name: 'acme/app', default_branch: 'main' }, ...payload }),
  )
  github.requests.length = 0
  const ran = await runWorkflow({
    folder,
    event,
    workflow: '.github/workflows/job.yml',
    payload: eventFile,
    actions: await standIns(text),
    env: { GITHUB_API_URL: github.url, STAND_IN_ARTIFACTS: join(scratch, 'artifacts') },
    secrets: { GITHUB_TOKEN: `${name}-token` },
  })
  forgeRequests += github.requests.length
  expect(github.faults).toEqual([])
  const said = ran.stdout + ran.stderr
  expect(ran.code, said).toBe(0)
  return said
}

async function standIns(workflow: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(scratch, 'actions')
  const ours = join(folder, 'image-hygiene')
  await cp(join(root, 'action.yml'), join(ours, 'action.yml'))
  await cp(join(root, 'dist'), join(ours, 'dist'), { recursive: true })
  const found: Record<string, string> = { 'org/image-hygiene@v1': ours }
  for (const [, use = '', name = ''] of workflow.matchAll(
    /uses: (actions\/((?:up|down)load-artifact)@\S+)/g,
  )) {
    const place = join(folder, name)
    await cp(join(import.meta.dirname, 'stand-ins'), place, { recursive: true })
    await writeFile(
      join(place, 'action.yml'),
      JSON.stringify({ name, description: 'A stand-in.', runs: { using: 'node24', main: `${name}.mjs` } }),
    )
    found[use] = place
  }
  return found
}

test('from schedule to merge to deletion, and back', { timeout: 600_000 }, async () => {
  await job('cleanup-plan.yml', 'plan', 'schedule', {})
  expect(github.pull(1)).toMatchObject({
    state: 'open',
    title: expect.stringMatching(/^Image cleanup: 4 images/),
  })
  await job('cleanup-plan.yml', 'plan', 'schedule', {})
  expect(github.requests.every(request => request.startsWith('GET '))).toBe(true)
  expect(github.requests.length).toBeLessThanOrEqual(4)

  strike(github, 'pr-2')
  keep(github, 'pr-3')
  const { commit, before } = github.merge(1, 'mona')
  const pushed = { ref: 'refs/heads/main', before, after: commit, head_commit: { id: commit } }
  await job('cleanup-apply.yml', 'apply', 'push', pushed)
  expect(await Promise.all(['pr-1', 'pr-4', 'pr-2', 'pr-3', 'pr-live', 'v1.0.0'].map(images.there))).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ])
  await job('cleanup-apply.yml', 'report', 'push', pushed)
  expect(github.pull(1).comments.at(-1)?.body).toContain('2 images deleted')

  await job('restore.yml', 'restore', 'workflow_dispatch', {
    inputs: { 'run-id': '1', references: images.nameOf('pr-4') },
  })
  expect(await images.there('pr-4')).toBe(true)
  await images.garbageCollect()
  await images.checkWhole(['pr-2', 'pr-3', 'pr-4', 'pr-live', 'v1.0.0'])

  // As restore advises: a keep line makes it last.
  const text = github.git.read(github.git.resolve('main') ?? '', planFile) ?? ''
  const kept = text
    .split('\n')
    .map(line => (line.includes('"pr-4"') ? line.replace('"action":"delete"', '"action":"keep"') : line))
  github.git.push('main', { [planFile]: kept.join('\n') })
  await job('cleanup-plan.yml', 'plan', 'schedule', {})
  expect(github.pull(2).state).toBe('open')
  const again = planOn(github, 'image-hygiene/cleanup')?.lines ?? []
  expect(again.map(({ action, tags: [tag] }) => `${action} ${tag}`).toSorted()).toEqual([
    'delete pr-2',
    'keep pr-3',
    'keep pr-4',
  ])
  console.log(
    `GitHub: deleted pr-1; deleted and restored pr-4; struck pr-2, proposed again; kept pr-3, pr-live, v1.0.0; ${forgeRequests} requests to the forge, ${images.requests()} to the registry`,
  )
})

test('four runs of the built action: created, unchanged, updated, closed', { timeout: 600_000 }, async () => {
  for (const pull of github.state.pulls) if (pull.state === 'open') github.close(pull.number)
  // The quiet after a refusal is over, and it was for another plan.
  for (const pull of github.state.pulls) pull.closedAt = '2026-01-01T00:00:00Z'
  const run = async (): Promise<string | undefined> => {
    const said = await job('cleanup-plan.yml', 'plan', 'schedule', {})
    return /pull-request-operation=(\w+)/.exec(said)?.[1]
  }
  await images.bury('pr-5')
  const operations = [await run(), await run()]
  await images.bury('pr-6')
  operations.push(await run())
  for (const tag of ['pr-2', 'pr-5', 'pr-6']) await images.remove(tag)
  operations.push(await run())
  expect(operations).toEqual(['created', 'unchanged', 'updated', 'closed'])
})
