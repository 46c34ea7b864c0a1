import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { loadPolicy, type PolicyCall } from '../../src/steps/policy.ts'
import { realWorld } from '../../src/system/node.ts'
import type { Log, World } from '../../src/system/world.ts'
import { type PolicyForge, policyForge } from '../fakes/policy-forge.ts'

const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'
const quiet: Log = { info() {}, warn() {}, progress() {}, secret() {} }
const cleanups: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A checkout with these files, seen by the real world. */
function checkout(files: Readonly<Record<string, string>>, env: Record<string, string> = {}): World {
  const cwd = mkdtempSync(join(tmpdir(), 'policy-'))
  cleanups.push(() => rmSync(cwd, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  const world = realWorld({ env, cwd, log: quiet, input: (async function* () {})() })
  cleanups.push(() => world.http.close())
  return world
}

async function forge(kind: 'github' | 'gitlab', token?: string): Promise<PolicyForge> {
  const fake = await policyForge(kind, token)
  cleanups.push(fake.stop)
  return fake
}

function load(world: World, call: Partial<PolicyCall> = {}) {
  return loadPolicy({ config: '.image-hygiene.yml', ...call }, world)
}

async function refusal(loading: Promise<unknown>) {
  const error = await loading.then(
    () => expect.unreachable(),
    caught => caught,
  )
  return error as {
    code: string
    message: string
    exitCode: number
    findings: readonly { fix?: string; location?: { file: string; line: number } }[]
  }
}

describe('the policy of a checkout', () => {
  test('without a file is the defaults, for the images of the call', async () => {
    const { policy, files } = await load(checkout({}), { images: ['ghcr.io/acme/**'] })
    expect(policy.images).toEqual(['ghcr.io/acme/**'])
    expect(files).toEqual([])
  })

  test('without the file that the call names is exit 2', async () => {
    expect(await refusal(load(checkout({}), { config: 'ci/policy.yml' }))).toMatchObject({
      code: 'no-file',
      exitCode: 2,
    })
  })

  test('without a file, images that are none are exit 2', async () => {
    expect(await refusal(load(checkout({}), { images: ['*'] }))).toMatchObject({
      code: 'bad-usage',
      exitCode: 2,
    })
  })

  test('is narrowed by the call, never widened', async () => {
    const world = checkout({ '.image-hygiene.yml': "images: ['ghcr.io/acme/**']" })
    expect((await load(world, { images: ['ghcr.io/acme/app'] })).policy.images).toEqual(['ghcr.io/acme/app'])
    expect(await refusal(load(world, { images: ['quay.io/x/y'] }))).toMatchObject({
      code: 'not-managed',
      exitCode: 2,
    })
  })

  test('may be read as of another commit', async () => {
    const world = checkout({ '.image-hygiene.yml': 'forbid: [now]' })
    const then = new Map([
      ['.image-hygiene.yml', "extends: ['file:base.yml']"],
      ['base.yml', 'forbid: [then]'],
    ])
    const { policy } = await load(world, { readFile: async path => then.get(path) })
    expect(policy.forbid).toEqual(['then'])
  })

  test('over 1 MiB is exit 2', async () => {
    const world = checkout({ '.image-hygiene.yml': `# ${'x'.repeat(1024 * 1024)}` })
    expect(await refusal(load(world))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('larger than'),
    })
  })

  test('that is a folder is exit 2', async () => {
    expect(await refusal(load(checkout({ '.image-hygiene.yml/x': '' })))).toMatchObject({ exitCode: 2 })
  })
})

describe("extends 'file:'", () => {
  test('starts from the folder of the file that says it; later ones win, the file itself over all', async () => {
    const { policy, where, files } = await load(
      checkout({
        'app/.image-hygiene.yml': "extends: ['file:../org/a.yml', 'file:../org/b.yml']\nunknown: deny",
        'org/a.yml': "extends: ['file:deep/c.yml']\nforbid: [a]\nlabels: { required: [a] }",
        'org/b.yml': 'forbid: [b]\nunknown: warn',
        'org/deep/c.yml': 'forbid: [c]\nlabels: { required: [c], quay: true }',
      }),
      { config: 'app/.image-hygiene.yml' },
    )
    expect(files).toEqual(['org/deep/c.yml', 'org/a.yml', 'org/b.yml', 'app/.image-hygiene.yml'])
    expect(policy).toMatchObject({ forbid: ['b'], unknown: 'deny', labels: { required: ['a'], quay: true } })
    expect(where('labels.quay')).toMatchObject({ file: 'org/deep/c.yml', line: 2 })
  })

  test('reads a file once that two others extend', async () => {
    const { files } = await load(
      checkout({
        '.image-hygiene.yml': "extends: ['file:a.yml', 'file:b.yml']",
        'a.yml': "extends: ['file:c.yml']",
        'b.yml': "extends: ['file:c.yml']",
        'c.yml': '',
      }),
    )
    expect(files).toEqual(['c.yml', 'a.yml', 'b.yml', '.image-hygiene.yml'])
  })

  test('in a circle is refused with the whole circle', async () => {
    const world = checkout({
      '.image-hygiene.yml': "extends: ['file:a.yml']",
      'a.yml': "version: 1\nextends: ['file:b.yml']",
      'b.yml': "extends: ['file:a.yml']",
    })
    expect(await refusal(load(world))).toMatchObject({
      code: 'bad-policy',
      message: 'the policies extend each other in a circle: a.yml → b.yml → a.yml',
      findings: [{ location: { file: 'b.yml', line: 1 } }],
    })
  })

  test('goes five levels deep and no further', async () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length: length + 1 }, (_, index) => [
          index === 0 ? '.image-hygiene.yml' : `${index}.yml`,
          index === length ? 'forbid: [deep]' : `extends: ['file:${index + 1}.yml']`,
        ]),
      )
    expect((await load(checkout(chain(5)))).policy.forbid).toEqual(['deep'])
    expect(await refusal(load(checkout(chain(6))))).toMatchObject({
      message: expect.stringContaining('more than 5 levels'),
    })
  })

  test('names at most 32 files', async () => {
    const many = Array.from({ length: 40 }, (_, index) => `${index}.yml`)
    const world = checkout({
      '.image-hygiene.yml': `extends: [${many.map(path => `'file:${path}'`)}]`,
      ...Object.fromEntries(many.map(path => [path, ''])),
    })
    expect(await refusal(load(world))).toMatchObject({
      message: expect.stringContaining('more than 32 files'),
    })
  })

  test('says which line names a file that is not there', async () => {
    const world = checkout({ '.image-hygiene.yml': "version: 1\nextends:\n  - 'file:none.yml'" })
    expect(await refusal(load(world))).toMatchObject({
      code: 'no-file',
      findings: [{ location: { file: '.image-hygiene.yml', line: 3 } }],
    })
  })

  test.each(['file:../../../../../../etc/hostname', 'file:/etc/hostname', 'file:a/../../x.yml'])(
    '%s does not leave the checkout',
    async source => {
      const world = checkout({ '.image-hygiene.yml': `extends: ['${source}']` })
      expect(await refusal(load(world))).toMatchObject({
        code: 'bad-policy',
        message: expect.stringContaining('leaves the checkout'),
      })
    },
  )

  test('over 1 MiB is refused where it is named', async () => {
    const world = checkout({
      '.image-hygiene.yml': "extends: ['file:big.yml']",
      'big.yml': `# ${'x'.repeat(1024 * 1024)}`,
    })
    expect(await refusal(load(world))).toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('big.yml is larger than'),
    })
  })

  test('a loosened lock names both files', async () => {
    const world = checkout({
      '.image-hygiene.yml': "extends: ['file:org.yml']\nforbid: [latest]",
      'org.yml': 'lock: [forbid]\nforbid: [latest, stable]',
    })
    const { message, findings } = await refusal(load(world))
    expect(message).toContain("'forbid' is locked as 'forbid' by org.yml:1:8")
    expect(findings[0]?.location).toMatchObject({ file: '.image-hygiene.yml', line: 2 })
  })
})

describe.each(['github', 'gitlab'] as const)('extends from %s', kind => {
  const project = kind === 'github' ? 'acme/policies' : 'acme/team/policies'
  const base = kind === 'github' ? '' : '/api/v4'
  const source = `${kind}:${project}//org/base.yml@${commit}`
  const own = { '.image-hygiene.yml': `extends: ['${source}']` }
  const tokens = { githubToken: 's3cret', gitlabToken: 's3cret' }
  const envOf = (fake: PolicyForge) => ({
    [kind === 'github' ? 'GITHUB_API_URL' : 'CI_API_V4_URL']: `${fake.origin}${base}`,
  })

  test('reads the file at the commit, with the token, from the API that is configured', async () => {
    const fake = await forge(kind, 's3cret')
    fake.put(`${project}//org/base.yml@${commit}`, 'forbid: [org]')
    const { policy, where } = await load(checkout(own, envOf(fake)), tokens)
    expect(policy.forbid).toEqual(['org'])
    expect(where('forbid')).toEqual({ file: source, line: 1, column: 1 })
    expect(fake.asked.map(request => request.path)).toEqual([
      kind === 'github'
        ? `/repos/acme/policies/contents/org/base.yml?ref=${commit}`
        : `/api/v4/projects/acme%2Fteam%2Fpolicies/repository/files/org%2Fbase.yml/raw?ref=${commit}`,
    ])
  })

  test("a 'file:' of theirs is of the same repository and commit", async () => {
    const fake = await forge(kind)
    fake.put(`${project}//org/base.yml@${commit}`, "extends: ['file:../more.yml']")
    fake.put(`${project}//more.yml@${commit}`, 'forbid: [more]')
    const { policy, files } = await load(checkout(own, envOf(fake)))
    expect(policy.forbid).toEqual(['more'])
    expect(files[0]).toBe(`${kind}:${project}//more.yml@${commit}`)
  })

  test("a 'file:' of theirs does not leave their repository", async () => {
    const fake = await forge(kind)
    fake.put(`${project}//org/base.yml@${commit}`, "extends: ['file:../../x.yml']")
    expect(await refusal(load(checkout(own, envOf(fake))))).toMatchObject({
      message: expect.stringContaining('leaves its repository'),
    })
  })

  test('faults in it are said with its name and line', async () => {
    const fake = await forge(kind)
    fake.put(`${project}//org/base.yml@${commit}`, 'version: 1\nforbit: []')
    const { findings } = await refusal(load(checkout(own, envOf(fake))))
    expect(findings[0]?.location).toMatchObject({ file: source, line: 2 })
  })

  test.each([
    ['token has expired', 'no-credentials', 3],
    ['token may not', 'no-permission', 3],
    ['broken inside', 'bad-answer', 3],
    ['redirects for ever', 'bad-answer', 3],
  ] as const)('a forge that %s is %s', async (habit, code, exitCode) => {
    const fake = await forge(kind)
    fake.habit(habit)
    expect(await refusal(load(checkout(own, envOf(fake)), tokens))).toMatchObject({
      code,
      exitCode,
      findings: [{ location: { file: '.image-hygiene.yml', line: 1 } }],
    })
  })

  test('what is not there, or not for this token, says which token would do', async () => {
    const fake = await forge(kind, 'another')
    fake.put(`${project}//org/base.yml@${commit}`, '')
    const error = await refusal(load(checkout(own, envOf(fake)), tokens))
    expect(error).toMatchObject({ code: 'no-file', exitCode: 2 })
    expect(error.findings[0]?.fix).toContain(`${kind}-token`)
    expect(JSON.stringify(error)).not.toContain('s3cret')
  })

  test('a redirect to another host is not followed: the token stays', async () => {
    const fake = await forge(kind)
    fake.habit('redirects elsewhere')
    expect(await refusal(load(checkout(own, envOf(fake)), tokens))).toMatchObject({ code: 'bad-answer' })
    expect(fake.asked).toHaveLength(1)
  })

  test('over 1 MiB is exit 2', async () => {
    const fake = await forge(kind)
    fake.put(`${project}//org/base.yml@${commit}`, `# ${'x'.repeat(1024 * 1024)}`)
    expect(await refusal(load(checkout(own, envOf(fake))))).toMatchObject({ code: 'bad-policy', exitCode: 2 })
  })

  test('an API without TLS gets no token', async () => {
    const name = kind === 'github' ? 'GITHUB_API_URL' : 'CI_API_V4_URL'
    const world = checkout(own, { [name]: 'http://forge.example.com/api' })
    expect(await refusal(load(world, tokens))).toMatchObject({
      code: 'bad-usage',
      message: expect.stringContaining(name),
    })
  })
})

describe('peculiarities of the forges', () => {
  test('a renamed repository of GitHub is followed on the same origin, token included', async () => {
    const fake = await forge('github', 's3cret')
    fake.habit('renamed repository')
    fake.put(`acme/policies//base.yml@${commit}`, 'forbid: [renamed]')
    const world = checkout(
      { '.image-hygiene.yml': `extends: ['github:acme/policies//base.yml@${commit}']` },
      { GITHUB_API_URL: fake.origin },
    )
    expect((await load(world, { githubToken: 's3cret' })).policy.forbid).toEqual(['renamed'])
    expect(fake.asked.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer s3cret',
      'Bearer s3cret',
    ])
  })

  test('a folder of GitHub is no policy', async () => {
    const fake = await forge('github')
    fake.habit('folder instead of file')
    const world = checkout(
      { '.image-hygiene.yml': `extends: ['github:acme/policies//org@${commit}']` },
      { GITHUB_API_URL: fake.origin },
    )
    expect(await refusal(load(world))).toMatchObject({
      code: 'bad-policy',
      message: expect.stringContaining('is a folder'),
    })
  })

  test("without a token of its own, GitLab gets the job's", async () => {
    const fake = await forge('gitlab', 'job')
    fake.put(`acme/policies//base.yml@${commit}`, 'forbid: [job]')
    const world = checkout(
      { '.image-hygiene.yml': `extends: ['gitlab:acme/policies//base.yml@${commit}']` },
      { CI_API_V4_URL: fake.origin, CI_JOB_TOKEN: 'job' },
    )
    expect((await load(world)).policy.forbid).toEqual(['job'])
    expect(fake.asked[0]?.headers).toMatchObject({ 'job-token': 'job' })
  })

  test('a path with spaces, # and ? is one path', async () => {
    const fake = await forge('github')
    fake.put(`acme/policies//a#b?c/d%20e.yml@${commit}`, 'forbid: [odd]')
    const world = checkout(
      { '.image-hygiene.yml': `extends: ['github:acme/policies//a#b?c/d%20e.yml@${commit}']` },
      { GITHUB_API_URL: fake.origin },
    )
    expect((await load(world)).policy.forbid).toEqual(['odd'])
  })
})
