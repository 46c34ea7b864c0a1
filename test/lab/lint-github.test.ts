// The example workflow lint.yml, run by act with the built action: the gate, and what reaches code scanning.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actionsOf } from './actions.ts'
import { checkout } from './checkout.ts'
import { runWorkflow } from './ci.ts'
import { root } from './components.ts'
import type { Ran } from './run.ts'

let scratch: string
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'lab-lint-'))
})
afterAll(() => rm(scratch, { recursive: true, force: true }))

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly { readonly ruleId: string; readonly level: string }[]
  }[]
}

async function lint(
  files: Readonly<Record<string, string>>,
  event: string,
  payload: object,
): Promise<{ readonly ran: Ran; readonly sarif: () => Promise<Sarif> }> {
  const workflow = await readFile(join(root, 'examples/workflows/lint.yml'), 'utf8')
  const place = await checkout({ '.github/workflows/lint.yml': workflow, ...files })
  const uploads = await mkdtemp(join(scratch, 'uploads-'))
  const eventFile = join(uploads, 'event.json')
  await writeFile(eventFile, JSON.stringify(payload))
  const ran = await runWorkflow({
    folder: place.folder,
    event,
    payload: eventFile,
    actions: await actionsOf(workflow, join(scratch, 'actions')),
    env: { STAND_IN_SARIF: uploads },
    secrets: { GITHUB_TOKEN: 'not-a-real-token' },
  })
  await place.remove()
  const sarif = async () => JSON.parse(await readFile(join(uploads, 'dockerfiles.sarif'), 'utf8')) as Sarif
  return { ran, sarif }
}

const app = (name: string) => readFile(join(root, 'examples/app', name), 'utf8')
const push = { ref: 'refs/heads/main', repository: { full_name: 'acme/app', default_branch: 'main' } }
const fork = {
  number: 7,
  pull_request: {
    number: 7,
    head: {
      sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      ref: 'main',
      repo: { full_name: 'mallory/app' },
    },
    base: { ref: 'main', repo: { full_name: 'acme/app' } },
  },
  repository: { full_name: 'acme/app', default_branch: 'main' },
}

test("a fork's bad Dockerfile fails the job, is annotated, and reaches code scanning all the same", async () => {
  const { ran, sarif } = await lint({ Dockerfile: await app('Dockerfile.bad') }, 'pull_request', fork)
  expect(ran.code).not.toBe(0)
  expect(ran.stdout + ran.stderr).toMatch(/::error[^\n]*file=Dockerfile|Error[^\n]*Dockerfile/)
  const results = (await sarif()).runs[0]?.results ?? []
  expect(results.filter(({ level }) => level === 'error').map(({ ruleId }) => ruleId)).toContain(
    'base-latest',
  )
})

test('a good one passes, and code scanning learns that nothing is left', async () => {
  const files = {
    Dockerfile: await app('Dockerfile'),
    '.dockerignore': await app('.dockerignore'),
    'go.mod': await app('go.mod'),
    'main.go': await app('main.go'),
  }
  const { ran, sarif } = await lint(files, 'push', push)
  expect([ran.code, ran.stdout + ran.stderr]).toEqual([0, expect.stringContaining('1 Dockerfile')])
  expect((await sarif()).runs[0]?.results.filter(({ level }) => level === 'error')).toEqual([])
})

test('a name or a line that would be a command, of the runner or of a shell, is shown and not run', async () => {
  const text = 'FROM alpine:latest\nLABEL x="\\\n::add-mask::alpine\\\n::error::boo"\n'
  const files = { 'Dockerfile\n::error::x': text, '$(touch ran)/Dockerfile': text }
  const { ran, sarif } = await lint(files, 'push', push)
  expect(ran.code).not.toBe(0)
  const said = ran.stdout + ran.stderr
  expect(said).toContain('2 Dockerfiles')
  // act shows a command that it ran by its own sign, and would mask what it was told to.
  expect(said).not.toMatch(/❗ +::error::/)
  expect(said).toContain("'alpine:latest'")
  expect((await sarif()).runs[0]?.results.length).toBeGreaterThan(2)
})
