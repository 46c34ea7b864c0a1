// Every tool of the lab does its own work once; what a suite leans on further is proved where it is used.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkout } from './checkout.ts'
import { runPipeline, runWorkflow } from './ci.ts'
import { crane } from './clients.ts'
import { image } from './images.ts'
import { currentNode, node24 } from './node.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt, run } from './run.ts'
import { tool, toolVersion } from './tools.ts'
import { wire } from './wire.ts'

const workflow = `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - run: echo "node is $(node --version), sum is $((20 + 3))"
`

let folder: string
let registry: Registry
const subject = image({ labels: { owner: 'lab' }, layers: [[{ path: 'hello', content: 'hello\n' }]] })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-tools-'))
  registry = await startRegistry('olareg')
  await wire(registry.url).pushImage('team/app', subject, ['v1', 'v2'])
})
afterAll(async () => {
  await registry.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('a client reads the digest that was pushed:', () => {
  test('crane', async () => {
    expect((await crane('digest', `${registry.host}/team/app:v1`)).stdout.trim()).toBe(
      subject.manifest.digest,
    )
  })

  test('regctl', async () => {
    const env = { HOME: folder }
    await run([tool('regctl'), 'registry', 'set', '--tls', 'disabled', registry.host], { env })
    const { stdout } = await run([tool('regctl'), 'image', 'digest', `${registry.host}/team/app:v1`], { env })
    expect(stdout.trim()).toBe(subject.manifest.digest)
  })

  test('skopeo', async () => {
    const { stdout } = await run([
      tool('skopeo'),
      'inspect',
      '--tls-verify=false',
      `docker://${registry.host}/team/app:v1`,
    ])
    expect(JSON.parse(stdout)).toMatchObject({ Digest: subject.manifest.digest, Labels: { owner: 'lab' } })
  })
})

test('regbot runs a Lua script over the tags of a repository', async () => {
  const script = `tags = tag.ls("${registry.host}/team/app")\nfor _, t in ipairs(tags) do log("seen " .. t) end`
  const config = {
    creds: [{ registry: registry.host, tls: 'disabled' }],
    scripts: [{ name: 'list', script }],
  }
  await writeFile(join(folder, 'regbot.yml'), JSON.stringify({ version: 1, ...config }))
  const { stdout, stderr } = await run([tool('regbot'), 'once', '--config', join(folder, 'regbot.yml')])
  expect(stdout + stderr).toMatch(/seen v1[\s\S]*seen v2/)
})

test('umoci unpacks what skopeo copied', async () => {
  const layout = join(folder, 'layout')
  const source = `docker://${registry.host}/team/app:v1`
  await run([
    tool('skopeo'),
    '--insecure-policy',
    'copy',
    '--src-tls-verify=false',
    source,
    `oci:${layout}:v1`,
  ])
  await run([tool('umoci'), 'unpack', '--rootless', '--image', `${layout}:v1`, join(folder, 'bundle')])
  expect(await readFile(join(folder, 'bundle/rootfs/hello'), 'utf8')).toBe('hello\n')
})

test('dive judges a docker archive', async () => {
  const archive = join(folder, 'image.tar')
  const source = `docker://${registry.host}/team/app:v1`
  const target = `docker-archive:${archive}:team/app:v1`
  await run([tool('skopeo'), '--insecure-policy', 'copy', '--src-tls-verify=false', source, target])
  const { stdout } = await run([tool('dive'), `docker-archive://${archive}`], { env: { CI: 'true' } })
  expect(stdout).toMatch(/efficiency: 100(\.0+)? %/)
})

test('wrk measures a registry', async () => {
  const { stdout } = await run([tool('wrk'), '-t1', '-c2', '-d1s', `${registry.url}/v2/`])
  expect(Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])).toBeGreaterThan(0)
})

test('hyperfine times a command, and jq reads its report', async () => {
  const report = join(folder, 'hyperfine.json')
  await run([tool('hyperfine'), '-N', '--runs', '2', '--export-json', report, 'true'])
  expect((await run([tool('jq'), '.results[0].times | length', report])).stdout.trim()).toBe('2')
})

test('faketime moves the clock of a process', async () => {
  expect((await run([tool('faketime'), '2030-01-01 12:00:00', 'date', '+%Y'])).stdout.trim()).toBe('2030')
})

test('runc answers, which BuildKit runs', async () => {
  expect((await run([tool('runc'), '--version'])).stdout).toContain(
    `runc version ${toolVersion('runc').split('+')[0]}`,
  )
})

test('rsync copies, as gitlab-ci-local needs it to', async () => {
  await writeFile(join(folder, 'from'), 'here')
  await run([tool('rsync'), join(folder, 'from'), join(folder, 'to')])
  expect(await readFile(join(folder, 'to'), 'utf8')).toBe('here')
})

test('hadolint finds a latest', async () => {
  const { code, stdout } = await attempt([tool('hadolint'), '--format', 'json', '-'], {
    input: 'FROM debian:latest\n',
  })
  expect({ code, rules: JSON.parse(stdout).map(({ code }: { code: string }) => code) }).toEqual({
    code: 1,
    rules: ['DL3007'],
  })
})

test('actionlint finds an unknown key, zizmor too wide permissions', async () => {
  const file = join(folder, 'workflow.yml')
  await writeFile(file, workflow.replace('runs-on', 'runs-in'))
  const lint = await attempt([tool('actionlint'), '-no-color', '-shellcheck=', '-pyflakes=', file])
  expect(lint).toMatchObject({ code: 1, stdout: expect.stringContaining('unexpected key "runs-in"') })
  await writeFile(file, workflow)
  const audit = await attempt([tool('zizmor'), '--offline', '--format', 'json', file])
  expect(JSON.parse(audit.stdout).map(({ ident }: { ident: string }) => ident)).toContain(
    'excessive-permissions',
  )
})

test('act runs a workflow on the host, on Node 24', async () => {
  const { folder, remove } = await checkout({ '.github/workflows/one.yml': workflow })
  try {
    const { code, stdout } = await runWorkflow({ folder, event: 'push' })
    expect(stdout).toContain(`node is v${toolVersion('node24')}, sum is 23`)
    expect(code).toBe(0)
  } finally {
    await remove()
  }
})

test('gitlab-ci-local runs a pipeline in a shell, and fails with its job', async () => {
  const pipeline = 'good: { script: ["echo sum is $((20 + 3)) $WORD"] }\nbad: { script: ["false"] }\n'
  const { folder, remove } = await checkout({ '.gitlab-ci.yml': pipeline })
  try {
    const good = await runPipeline({ folder, jobs: ['good'], variables: { WORD: 'here' } })
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining('sum is 23 here') })
    expect((await runPipeline({ folder, jobs: ['bad'] })).code).toBe(1)
  } finally {
    await remove()
  }
})

test('both lines of Node are here', async () => {
  expect(Number.parseInt(currentNode.version, 10)).toBeGreaterThanOrEqual(20)
  expect((await run([node24().path, '--print', 'process.versions.node'])).stdout.trim()).toMatch(/^24\./)
})
