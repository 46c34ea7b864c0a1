// The whole life on GitLab's side: the example pipeline with the components of this checkout, run by gitlab-ci-local
// with the built CLI, against a fake GitLab and a real registry with its own garbage collection.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keep, planFile, planOn, strike } from '../cleanup/pull-request/harness.ts'
import { type FakeGitLab, fakeGitLab } from '../fakes/gitlab/index.ts'
import { runPipeline } from './ci.ts'
import { type Graveyard, graveyard } from './graveyard.ts'
import { run } from './run.ts'

const root = resolve(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli/index.js')

// The runner compares with what was pushed before, and in a fresh clone that is nothing.
process.env['GCL_EVALUATE_RULE_CHANGES'] = 'false'

let scratch: string
let images: Graveyard
let gitlab: FakeGitLab
let forgeRequests = 0

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'lab-life-'))
  images = await graveyard()
  gitlab = await fakeGitLab({
    ...(await pipelineFiles()),
    '.image-hygiene.yml': images.policy,
    'deploy/in-use.txt': `${images.host}/acme/app:v1.0.0\n`,
  })
  gitlab.state.now = Date.now()
  gitlab.token('access', { username: 'cleanup-bot', kind: 'access', scope: 'api', role: 'developer' })
})

afterAll(async () => {
  await gitlab?.stop()
  await images?.stop()
  await rm(scratch, { recursive: true, force: true })
})

/** The example in a project that is the components' own, so that the runner takes them from there. */
async function pipelineFiles(): Promise<Readonly<Record<string, string>>> {
  const example = await readFile(join(root, 'examples/gitlab/cleanup.gitlab-ci.yml'), 'utf8')
  const local = example
    .replaceAll(/\/(plan|apply)@1/g, '/$1@$CI_COMMIT_SHA')
    .replaceAll('    inputs:\n', `    inputs:\n      command: node ${cli}\n`)
    .replaceAll(/npx --yes image-hygiene@\S+/g, `node ${cli}`)
  const names = await readdir(join(root, 'gitlab/templates'))
  const templates = names.map(async name => {
    const path = `templates/${name}/template.yml`
    return [path, await readFile(join(root, 'gitlab', path), 'utf8')] as const
  })
  return {
    ...Object.fromEntries(await Promise.all(templates)),
    '.gitlab-ci.yml': local,
    '.gitignore': '.gitlab-ci-local/\n',
  }
}

/** A pipeline in a fresh checkout of the default branch; its folder. */
async function pipeline(source: string, jobs: readonly string[], before = ''): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'checkout-'))
  await run(['git', 'clone', '--quiet', gitlab.git.folder, folder])
  await run([
    'git',
    '-C',
    folder,
    'remote',
    'set-url',
    'origin',
    'https://gitlab.com/image-hygiene/components.git',
  ])
  gitlab.requests.length = 0
  const ran = await runPipeline({
    folder,
    jobs,
    variables: {
      CI_PIPELINE_SOURCE: source,
      CI_COMMIT_BEFORE_SHA: before,
      CI_DEFAULT_BRANCH: 'main',
      CI_PROJECT_PATH: gitlab.state.project,
      CI_API_V4_URL: gitlab.url,
      GITLAB_TOKEN: 'access',
    },
  })
  forgeRequests += gitlab.requests.length
  expect(gitlab.faults).toEqual([])
  expect(ran.code, ran.stdout + ran.stderr).toBe(0)
  return folder
}

test('from schedule to merge to deletion, and back', { timeout: 600_000 }, async () => {
  await pipeline('schedule', ['image-hygiene-plan'])
  expect(gitlab.request(1)).toMatchObject({
    state: 'opened',
    title: expect.stringMatching(/^Image cleanup: 4 images/),
  })
  await pipeline('schedule', ['image-hygiene-plan'])
  expect(gitlab.requests.every(request => request.startsWith('GET '))).toBe(true)

  strike(gitlab, 'pr-2')
  keep(gitlab, 'pr-3')
  const { before } = gitlab.merge(1, 'mona')
  const folder = await pipeline('push', ['image-hygiene-apply', 'image-hygiene-report'], before)
  const tags = ['pr-1', 'pr-4', 'pr-2', 'pr-3', 'pr-live', 'v1.0.0']
  expect(await Promise.all(tags.map(images.there))).toEqual([false, false, true, true, true, true])
  expect(gitlab.request(1).notes.at(-1)?.body).toContain('2 images deleted')

  // The artifact of the job, as the example for restoring unpacks it.
  const journal = join(folder, '.image-hygiene/journal')
  await run([process.execPath, cli, 'restore', images.nameOf('pr-4'), '--journal-dir', journal], {
    cwd: folder,
  })
  expect(await images.there('pr-4')).toBe(true)
  await images.garbageCollect()
  await images.checkWhole(['pr-2', 'pr-3', 'pr-4', 'pr-live', 'v1.0.0'])

  // As restore advises: a keep line makes it last.
  const text = gitlab.git.read(gitlab.git.resolve('main') ?? '', planFile) ?? ''
  const kept = text
    .split('\n')
    .map(line => (line.includes('"pr-4"') ? line.replace('"action":"delete"', '"action":"keep"') : line))
  gitlab.git.push('main', { [planFile]: kept.join('\n') })
  await pipeline('schedule', ['image-hygiene-plan'])
  const again = planOn(gitlab, 'image-hygiene/cleanup')?.lines ?? []
  expect(again.map(({ action, tags: [tag] }) => `${action} ${tag}`).toSorted()).toEqual([
    'delete pr-2',
    'keep pr-3',
    'keep pr-4',
  ])
  console.log(
    `GitLab: deleted pr-1; deleted and restored pr-4; struck pr-2, proposed again; kept pr-3, pr-live, v1.0.0; ${forgeRequests} requests to the forge, ${images.requests()} to the registry`,
  )
})
