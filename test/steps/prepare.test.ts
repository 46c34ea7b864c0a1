import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { prepare } from '../../src/steps/prepare.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { githubEnv, gitlabEnv, headSha, mergeSha, payloads, sha } from '../build/events.ts'
import { type FakeRegistry, pushImage, pushIndex, startFakeRegistry } from '../fakes/registry/index.ts'

const now = Date.parse('2026-11-21T01:23:45Z') / 1000
const revision = 'org.opencontainers.image.revision'
let folder: string
let registry: FakeRegistry | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepare-'))
})
afterEach(async () => {
  await registry?.close()
  registry = undefined
  await rm(folder, { recursive: true, force: true })
})

type Texts = Readonly<Record<string, string | undefined>>

/** Runs the step as a host does, in a folder of its own and at a fixed time. */
async function run(inputs: Texts, env: Texts): Promise<Ran> {
  const log = createLog({ line: () => undefined, clock: () => 0 })
  const all = { PATH: process.env['PATH'], HOME: folder, ...env }
  const world = realWorld({ env: all, cwd: folder, log, input: (async function* () {})() })
  return runStep(prepare, ({ name }) => inputs[name], { ...world, now: () => now })
}

const tagEnv = (tag: string, more: Texts = {}) => githubEnv('push', `refs/tags/${tag}`, more)
const image = 'ghcr.io/acme/app'
const offline = { image, 'check-registry': 'false' }
const lines = (text: string | undefined) => (text ?? '').split('\n')
const rules = ({ outcome }: Ran) => outcome.findings.map(({ rule }) => rule)

describe('the outputs of a build', () => {
  test('a release has everything, and no moment to go', async () => {
    const { outcome, exitCode } = await run(offline, tagEnv('v1.2.3'))
    expect(exitCode).toBe(0)
    expect(outcome.outputs).toMatchObject({
      verdict: 'pass',
      class: 'release',
      version: '1.2.3',
      tags: `${image}:v1.2.3`,
      'tag-names': 'v1.2.3',
      'expire-at': '',
    })
    expect(lines(outcome.outputs['labels'])).toEqual([
      'expire_at=',
      'org.opencontainers.image.created=2026-11-21T01:23:45Z',
      `${revision}=${sha}`,
      'org.opencontainers.image.source=https://github.com/Codertocat/Hello-World',
      'org.opencontainers.image.title=app',
      'org.opencontainers.image.url=https://github.com/Codertocat/Hello-World',
      'org.opencontainers.image.version=1.2.3',
    ])
    expect(lines(outcome.outputs['annotations'])).toContain(`index:${revision}=${sha}`)
    expect(outcome.outputs['annotations']).not.toContain('expire_at')
    expect(JSON.parse(outcome.outputs['json'] ?? '')).toMatchObject({
      class: 'release',
      tags: [`${image}:v1.2.3`],
      labels: { [revision]: sha },
      'expire-at': null,
      build: { event: 'git-tag', revision: sha },
    })
  })

  test('a commit goes after three days, by label, by both annotations and in words', async () => {
    const { outcome, result } = await run(offline, githubEnv('push', 'refs/heads/main'))
    const at = String(Date.parse('2026-11-24T02:00:00Z') / 1000)
    expect(outcome.outputs).toMatchObject({ class: 'commit', 'expire-at': at })
    expect(lines(outcome.outputs['labels'])).toContain(`expire_at=${at}`)
    expect(lines(outcome.outputs['annotations'])).toEqual(
      expect.arrayContaining([`manifest:expire_at=${at}`, `index:expire_at=${at}`]),
    )
    expect(result.text).toContain('after 2026-11-24 02:00 UTC, in 3 days')
    expect(result.text).toContain(`${image}:commit-6113728f27ae`)
    expect(result.summary).toContain('commit')
  })

  test.each<[string, Texts, string, string]>([
    ['a GitHub branch', githubEnv('push', 'refs/heads/main'), 'commit', 'commit-6113728f27ae'],
    ['a GitHub schedule', githubEnv('schedule', 'refs/heads/main'), 'commit', 'commit-6113728f27ae'],
    ['a GitHub dispatch', githubEnv('workflow_dispatch', 'refs/heads/main'), 'commit', 'commit-6113728f27ae'],
    ['a dispatch on a git tag', githubEnv('workflow_dispatch', 'refs/tags/v2.0.0'), 'release', 'v2.0.0'],
    ['a GitLab branch', gitlabEnv({ CI_COMMIT_BRANCH: 'main' }), 'commit', 'commit-6113728f27ae'],
    ['a GitLab tag', gitlabEnv({ CI_COMMIT_TAG: 'v1.0.0' }), 'release', 'v1.0.0'],
    ['a GitLab merge request', gitlabEnv({ CI_MERGE_REQUEST_IID: '4' }), 'preview', 'pr-4'],
  ])('%s', async (_name, env, name, tag) => {
    const { outcome, exitCode } = await run(offline, env)
    expect(exitCode).toBe(0)
    expect(outcome.outputs).toMatchObject({ class: name, 'tag-names': tag })
  })

  test('a pull request is of its head, not of the merge commit', async () => {
    const [payload = {}] = payloads('pull_request', one => one['action'] === 'opened')
    await writeFile(join(folder, 'event.json'), JSON.stringify(payload))
    const env = githubEnv('pull_request', 'refs/pull/2/merge', {
      GITHUB_SHA: mergeSha,
      GITHUB_EVENT_PATH: 'event.json',
    })
    const { outcome } = await run(offline, env)
    expect(outcome.outputs).toMatchObject({ class: 'preview', 'tag-names': 'pr-2' })
    expect(outcome.outputs['labels']).toContain(`${revision}=${headSha}`)
    expect(outcome.outputs['labels']).not.toContain(mergeSha)
  })

  test('several images, and a name with capitals as its registry knows it', async () => {
    const { outcome } = await run(
      { image: 'ghcr.io/Acme/App, docker.io/acme/app', 'check-registry': 'false' },
      tagEnv('v1.2.3'),
    )
    expect(outcome.outputs['tags']).toBe('ghcr.io/acme/app:v1.2.3\ndocker.io/acme/app:v1.2.3')
    expect(rules({ outcome } as Ran)).toEqual(['image-lower-case'])
  })

  test('the same within the hour, whatever the minute, with SOURCE_DATE_EPOCH', async () => {
    const env = githubEnv('push', 'refs/heads/main', { SOURCE_DATE_EPOCH: String(now - 3600) })
    const { outcome } = await run(offline, env)
    expect(outcome.outputs['expire-at']).toBe(String(Date.parse('2026-11-24T01:00:00Z') / 1000))
    expect(outcome.outputs['labels']).toContain('created=2026-11-21T00:23:45Z')
    const old = await run(offline, githubEnv('push', 'refs/heads/main', { SOURCE_DATE_EPOCH: '1600000000' }))
    expect(old.exitCode).toBe(2)
    expect(old.outcome.findings[0]?.message).toContain('born expired')
  })
})

describe('files for build tools', () => {
  test('bake file, build arguments and dotenv report', async () => {
    const files = { 'bake-file': 'out/bake.json', 'build-args-file': 'out/args', 'dotenv-file': 'out/env' }
    const { outcome } = await run(
      { ...offline, ...files, labels: 'owner=team-a\nnote=$(id), "x" ${HOME}' },
      gitlabEnv({ CI_COMMIT_TAG: 'v1.2.3' }),
    )
    expect(outcome.outputs).toMatchObject({ 'bake-file': 'out/bake.json', 'build-args-file': 'out/args' })
    const read = (name: string) => readFile(join(folder, 'out', name), 'utf8')
    expect(JSON.parse(await read('bake.json')).target['docker-metadata-action'].tags).toEqual([
      `${image}:v1.2.3`,
    ])
    expect(lines(await read('args'))).toEqual(
      expect.arrayContaining([
        `--tag=${image}:v1.2.3`,
        '--label=owner=team-a',
        '--label=note=$(id), "x" ${HOME}',
      ]),
    )
    const report = await read('env')
    expect(report).toContain(`PREPARED_TAGS=${image}:v1.2.3\n`)
    expect(report).toContain('PREPARED_BUILD_ARGS_FILE=out/args\n')
    for (const line of lines(report.trimEnd())) expect(line).toMatch(/^PREPARED_[A-Z_]+=[^$\s]*$/)
  })

  test('on a GitHub runner they are in files of the step, below RUNNER_TEMP', async () => {
    const temporary = join(folder, 'temp')
    const env = tagEnv('v1.2.3', { RUNNER_TEMP: temporary, GITHUB_ACTION: '__acme_hygiene_2' })
    const { outcome } = await run(offline, env)
    expect(outcome.outputs['bake-file']).toBe(join(temporary, 'image-hygiene/__acme_hygiene_2-bake.json'))
    expect(await readFile(outcome.outputs['build-args-file'] ?? '', 'utf8')).toContain('--tag=')
  })
})

describe('refusals', () => {
  test.each<[string, Texts, Texts, 1 | 2 | 3, string, string]>([
    ['the git tag v1.2', offline, tagEnv('v1.2'), 1, 'no-class', 'v1.2.0'],
    [
      '--tags latest',
      { ...offline, tags: 'latest' },
      githubEnv('push', 'refs/heads/main'),
      1,
      'tag-forbidden',
      'commit-',
    ],
    [
      'latest among others',
      { tags: `${image}:v1.2.3\n${image}:latest`, 'check-registry': 'false' },
      tagEnv('v1.2.3'),
      1,
      'tag-forbidden',
      'v1.2.3',
    ],
    [
      'latest in the image',
      { ...offline, image: `${image}:latest` },
      tagEnv('v1.2.3'),
      1,
      'tag-forbidden',
      image,
    ],
    [
      'a bare commit',
      { ...offline, tags: '6113728' },
      githubEnv('push', 'refs/heads/main'),
      1,
      'tag-unknown',
      'commit-6113728',
    ],
    [
      'a tag in the image',
      { ...offline, image: `${image}:v1` },
      tagEnv('v1.2.3'),
      2,
      'bad-usage',
      '--tags v1',
    ],
    ['no image', {}, tagEnv('v1.2.3'), 2, 'bad-usage', '--image'],
    ['an image that is none', { ...offline, image: '$(id)' }, tagEnv('v1.2.3'), 2, 'bad-usage', '--image'],
    ['a label without a value', { ...offline, labels: 'owner' }, tagEnv('v1.2.3'), 2, 'bad-usage', 'owner='],
    ['a title of two lines', { ...offline, title: 'a\nb=c' }, tagEnv('v1.2.3'), 2, 'bad-usage', 'one line'],
    [
      'a release nobody can confirm',
      { ...offline, tags: 'v1.2.3' },
      githubEnv('push', 'refs/heads/main'),
      3,
      'undecidable',
      'fetch-depth',
    ],
    ['no CI and no git', offline, {}, 2, 'bad-usage', 'GitHub Actions'],
    [
      'an event file that is not there',
      offline,
      tagEnv('v1.2.3', { GITHUB_EVENT_PATH: 'gone.json' }),
      2,
      'no-file',
      '',
    ],
  ])('%s', async (_name, inputs, env, code, rule, fix) => {
    const ran = await run(inputs, env)
    expect(ran.exitCode).toBe(code)
    expect(rules(ran)).toContain(rule)
    expect(ran.outcome.findings.map(finding => finding.fix ?? '').join()).toContain(fix)
    expect(ran.outcome.outputs).toEqual({ verdict: code === 1 ? 'fail' : 'error' })
  })

  test('required labels are named, by the policy and by the class', async () => {
    await writeFile(
      join(folder, '.image-hygiene.yml'),
      'version: 1\nlabels: { required: [cost-centre] }\nclasses:\n  release: { require-labels: [owner] }\n',
    )
    const bare = await run(offline, tagEnv('v1.2.3'))
    expect(bare.exitCode).toBe(1)
    expect(bare.outcome.findings.map(finding => finding.message)).toEqual([
      "the label 'owner' is required (class release) and not among those given; a LABEL in the Dockerfile is not seen here",
      "the label 'cost-centre' is required (labels.required) and not among those given; a LABEL in the Dockerfile is not seen here",
    ])
    const full = await run({ ...offline, labels: 'owner=a\ncost-centre=7' }, tagEnv('v1.2.3'))
    expect(full.exitCode).toBe(0)
  })

  test('an image that the policy does not manage', async () => {
    await writeFile(join(folder, '.image-hygiene.yml'), "version: 1\nimages: ['ghcr.io/other/**']\n")
    const ran = await run(offline, tagEnv('v1.2.3'))
    expect(ran.exitCode).toBe(2)
    expect(rules(ran)).toEqual(['not-managed'])
  })

  test('the policy names the image where the call does not', async () => {
    await writeFile(join(folder, '.image-hygiene.yml'), `version: 1\nimages: ['${image}']\n`)
    const { outcome } = await run({ 'check-registry': 'false' }, tagEnv('v1.2.3'))
    expect(outcome.outputs['tags']).toBe(`${image}:v1.2.3`)
  })
})

describe('git tags in a checkout', () => {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: folder },
    }).trim()
  const start = () => {
    git('init', '--quiet', '--initial-branch', 'main')
    git('remote', 'add', 'origin', 'https://user:secret@github.com/acme/app.git')
    git('commit', '--quiet', '--allow-empty', '--message', 'Start')
    return git('rev-parse', 'HEAD')
  }

  test('a branch, without any CI', async () => {
    const commit = start()
    const { outcome } = await run(offline, {})
    expect(outcome.outputs).toMatchObject({ class: 'commit', 'tag-names': `commit-${commit.slice(0, 12)}` })
    expect(outcome.outputs['labels']).toContain('source=https://github.com/acme/app\n')
    expect(outcome.outputs['labels']).not.toContain('secret')
  })

  test.each([
    ['lightweight', []],
    ['annotated', ['--annotate', '--message', 'One']],
  ])('a %s git tag on a pushed commit makes its release legal', async (_kind, options) => {
    const commit = start()
    git('tag', ...options, 'v1.2.3')
    const env = githubEnv('push', 'refs/heads/main', { GITHUB_SHA: commit })
    expect((await run({ ...offline, tags: 'v1.2.3' }, env)).outcome.outputs).toMatchObject({
      class: 'release',
      version: '1.2.3',
    })
    const other = await run({ ...offline, tags: 'v1.2.4' }, env)
    expect(other.exitCode).toBe(1)
    expect(rules(other)).toEqual(['tag-not-git-tag'])
  })

  test('a detached head on a git tag is that release', async () => {
    start()
    git('tag', 'v1.2.3')
    git('checkout', '--quiet', '--detach', 'v1.2.3')
    expect((await run(offline, {})).outcome.outputs).toMatchObject({
      class: 'release',
      'tag-names': 'v1.2.3',
    })
  })

  test('a depth-1 checkout without tags: the event decides, and without it nothing does', async () => {
    const origin = await mkdtemp(join(tmpdir(), 'prepare-origin-'))
    const inOrigin = (...args: readonly string[]) =>
      execFileSync('git', ['-C', origin, '-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], {
        encoding: 'utf8',
      }).trim()
    try {
      inOrigin('init', '--quiet', '--initial-branch', 'main')
      for (const message of ['One', 'Two'])
        inOrigin('commit', '--quiet', '--allow-empty', '--message', message)
      inOrigin('tag', '--annotate', '--message', 'One', 'v1.2.3')
      const commit = inOrigin('rev-parse', 'HEAD')
      git('clone', '--quiet', '--depth', '1', '--no-tags', `file://${origin}`, '.')
      const call = { ...offline, tags: 'v1.2.3' }
      expect((await run(call, tagEnv('v1.2.3', { GITHUB_SHA: commit }))).exitCode).toBe(0)
      const pushed = await run(call, githubEnv('push', 'refs/heads/main', { GITHUB_SHA: commit }))
      expect(pushed.exitCode).toBe(3)
      expect(rules(pushed)).toEqual(['undecidable'])
    } finally {
      await rm(origin, { recursive: true, force: true })
    }
  })
})

describe('a tag that is written once', () => {
  const release = async (more: Texts = {}, env: Texts = tagEnv('v1.2.3')) =>
    run({ image: `${registry?.host}/acme/app`, ...more }, env)

  test('does not exist yet: pass', async () => {
    registry = await startFakeRegistry()
    expect((await release()).exitCode).toBe(0)
    expect(registry.count(/manifests\/v1\.2\.3/)).toBeGreaterThan(0)
  })

  test('exists from another commit: refused before anything is pushed', async () => {
    registry = await startFakeRegistry()
    pushImage(registry.store, 'acme/app', { tags: ['v1.2.3'], labels: { [revision]: 'f'.repeat(40) } })
    const ran = await release()
    expect(ran.exitCode).toBe(1)
    expect(rules(ran)).toEqual(['immutable-tag'])
    expect(ran.outcome.findings[0]?.message).toContain('ffffffffffff')
    expect(registry.count(/^(?:PUT|POST|PATCH|DELETE)/)).toBe(0)
  })

  test('exists and does not say from where: refused', async () => {
    registry = await startFakeRegistry()
    pushImage(registry.store, 'acme/app', { tags: ['v1.2.3'] })
    expect((await release()).exitCode).toBe(1)
  })

  test('exists from this commit: a rerun, with a warning', async () => {
    registry = await startFakeRegistry()
    pushImage(registry.store, 'acme/app', { tags: ['v1.2.3'], labels: { [revision]: sha } })
    const ran = await release()
    expect(ran.exitCode).toBe(0)
    expect(ran.outcome.findings).toEqual([
      expect.objectContaining({
        rule: 'immutable-tag',
        severity: 'warning',
        message: expect.stringContaining('rerun'),
      }),
    ])
  })

  test.each([
    ['its annotation', { annotated: true, platforms: [undefined, undefined] }, 0],
    ['its platforms, which agree', { annotated: false, platforms: [sha, sha] }, 0],
    ['its platforms, which do not', { annotated: false, platforms: [sha, 'f'.repeat(40)] }, 1],
    ['one platform only', { annotated: false, platforms: [sha, undefined] }, 1],
  ])('an index says its commit by %s', async (_name, { annotated, platforms }, code) => {
    registry = await startFakeRegistry()
    const { store } = registry
    const children = platforms.map((commit, index) =>
      pushImage(store, 'acme/app', {
        content: `${index}`,
        labels: commit === undefined ? {} : { [revision]: commit },
      }),
    )
    pushIndex(store, 'acme/app', {
      tags: ['v1.2.3'],
      children,
      ...(annotated ? { annotations: { [revision]: sha } } : {}),
    })
    expect((await release()).exitCode).toBe(code)
  })

  test('is not looked for where the policy lets tags move, or the call says so', async () => {
    registry = await startFakeRegistry()
    pushImage(registry.store, 'acme/app', { tags: ['v1.2.3', 'commit-6113728f27ae'] })
    registry.forget()
    expect((await release({}, githubEnv('push', 'refs/heads/main'))).exitCode).toBe(0)
    expect((await release({ 'check-registry': 'false' })).exitCode).toBe(0)
    expect(registry.log).toEqual([])
  })

  test("is not looked for by a fork's pull request, whose names are still judged", async () => {
    const [payload = {}] = payloads('pull_request', one => one['action'] === 'opened')
    const pull = payload['pull_request'] as { head: object }
    const fork = { ...payload, pull_request: { ...pull, head: { ...pull.head, repo: null } } }
    await writeFile(join(folder, 'event.json'), JSON.stringify(fork))
    await writeFile(
      join(folder, '.image-hygiene.yml'),
      'version: 1\nclasses:\n  preview: { immutable: true }\n',
    )
    const env = githubEnv('pull_request', 'refs/pull/2/merge', { GITHUB_EVENT_PATH: 'event.json' })
    const closed = await closedPort()
    const call = { image: `127.0.0.1:${closed}/acme/app` }
    expect((await run(call, env)).exitCode).toBe(0)
    expect((await run({ ...call, tags: 'latest' }, env)).exitCode).toBe(1)
  })

  test('cannot be looked for in a registry that breaks: exit 3', async () => {
    registry = await startFakeRegistry()
    registry.habit('says 500 to manifests')
    const ran = await release()
    expect(ran.exitCode).toBe(3)
    expect(rules(ran)).toEqual(['undecidable'])
    expect(ran.outcome.findings[0]?.fix).toContain('check-registry: false')
  })

  test('cannot be looked for in a registry that nobody answers for: exit 3', async () => {
    const ran = await run({ image: `127.0.0.1:${await closedPort()}/acme/app` }, tagEnv('v1.2.3'))
    expect(ran.exitCode).toBe(3)
  })

  test('is looked for with the credentials of the call', async () => {
    registry = await startFakeRegistry({ kind: 'basic', login: { username: 'u', password: 'p4ssword' } })
    expect((await release()).exitCode).toBe(3)
    const login = { 'registry-username': 'u', 'registry-password': 'p4ssword' }
    expect((await release(login)).exitCode).toBe(0)
  })
})

describe('hostile names', () => {
  test.each(['a\n::set-output name=x::y', '::error::owned', '\u001b[31mred', '$(id)', '__proto__', '-rf'])(
    'a branch called %j neither speaks to the runner nor breaks a list',
    async branch => {
      await writeFile(
        join(folder, '.image-hygiene.yml'),
        "version: 1\nclasses:\n  commit: { on: push, tags: ['b-{branch}'], expires: 3d }\n",
      )
      const { outcome, result, exitCode } = await run(offline, githubEnv('push', `refs/heads/${branch}`))
      expect(exitCode).toBe(0)
      expect(lines(outcome.outputs['tags'])).toHaveLength(1)
      for (const line of lines(result.text)) expect(line).not.toMatch(/^\s*::/)
      expect(result.text).not.toContain('\u001b')
      for (const line of lines(outcome.outputs['labels'])) expect(line).toMatch(/^[a-z_.]+=/)
    },
  )
})

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<unknown>(resolve => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
