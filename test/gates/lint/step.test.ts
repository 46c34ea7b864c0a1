import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HygieneError } from '../../../src/outcome/index.ts'
import { folderWith, lintFolder } from './running.ts'

const good = `FROM alpine:3.23@sha256:${'8a1f59ff'.repeat(8)}\nUSER 10001\n`
const bad = 'FROM alpine:latest\nUSER 10001\n'

async function refused(run: Promise<unknown>): Promise<HygieneError> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(HygieneError)
  return error as HygieneError
}

describe('which files are linted', () => {
  test('by default every Dockerfile and Containerfile below, but not what .gitignore leaves out', async () => {
    const cwd = await folderWith({
      '.gitignore': 'build/\n',
      Dockerfile: good,
      'a/Dockerfile.dev': good,
      'a/Dockerfile.dev.dockerignore': 'x\n',
      'b/Containerfile': good,
      'c/app.Dockerfile': good,
      'build/Dockerfile': bad,
      'docs/Dockerfile.md': '# How we write them\n',
      'docs/Dockerfile.template': '{{ for version }}\n',
    })
    const result = await lintFolder(cwd, undefined)
    expect(result.stats['files']).toBe(4)
    expect(result.verdict).toBe('pass')
  })

  test('a folder without any is said, and is no failure unless it was named', async () => {
    const cwd = await folderWith({ 'src/a.txt': '' })
    const result = await lintFolder(cwd, undefined)
    expect(result.verdict).toBe('pass')
    expect(result.text).toContain('no Dockerfile found')
    expect((await refused(lintFolder(cwd, ['src']))).exitCode).toBe(2)
    expect((await refused(lintFolder(cwd, ['**/*.Dockerfile']))).exitCode).toBe(2)
  })

  test('a path that is not there is exit 2, and is not linted as if it were a text', async () => {
    const cwd = await folderWith({ Dockerfile: good })
    const error = await refused(lintFolder(cwd, ['no/such/Dockerfile']))
    expect(error.code).toBe('no-file')
    expect(error.exitCode).toBe(2)
    expect(error.message).toContain('no/such/Dockerfile')
  })

  test('a folder that is named like a Dockerfile is searched', async () => {
    const cwd = await folderWith({ 'Dockerfile/Dockerfile': bad })
    const result = await lintFolder(cwd, ['Dockerfile'])
    expect(result.findings.map(({ location }) => location?.file)).toContain('Dockerfile/Dockerfile')
  })

  test('a folder whose name has glob characters means itself', async () => {
    const cwd = await folderWith({ 'a[1]/Dockerfile': bad, 'a1/Dockerfile': good })
    const result = await lintFolder(cwd, ['a[1]'])
    expect(result.stats['files']).toBe(1)
    expect(result.verdict).toBe('fail')
  })

  test('the same file named twice is linted once', async () => {
    const cwd = await folderWith({ 'a/Dockerfile': bad })
    expect((await lintFolder(cwd, ['a/Dockerfile', './a/Dockerfile', 'a', 'a/*'])).stats['files']).toBe(1)
  })
})

describe('the build context', () => {
  const copies = `${good}COPY . /app\n`

  test('is the folder of the Dockerfile, and its .dockerignore counts', async () => {
    const ignore = '.git\n.env*\nid_*\n*.pem\n'
    const cwd = await folderWith({
      'a/Dockerfile': copies,
      'b/Dockerfile': copies,
      'b/.dockerignore': ignore,
    })
    const { findings } = await lintFolder(cwd, undefined)
    expect(findings.map(({ rule, location }) => `${rule} ${location?.file}`)).toEqual([
      'dockerignore-missing a/Dockerfile',
    ])
  })

  test('is what the call says', async () => {
    const cwd = await folderWith({ 'docker/Dockerfile': copies, '.dockerignore': '*\n!src\n' })
    expect((await lintFolder(cwd, undefined, { context: '.' })).findings).toEqual([])
    expect((await refused(lintFolder(cwd, undefined, { context: 'nowhere' }))).exitCode).toBe(2)
  })

  test('has the .dockerignore of the Dockerfile itself, where there is one', async () => {
    const cwd = await folderWith({
      Dockerfile: copies,
      '.dockerignore': '*\n',
      'Dockerfile.dockerignore': 'x\n',
    })
    const { findings } = await lintFolder(cwd, undefined)
    expect(findings.map(({ rule, message }) => [rule, message.includes('Dockerfile.dockerignore')])).toEqual([
      ['dockerignore-incomplete', true],
    ])
  })
})

describe('the policy', () => {
  test('sets levels, and what fails', async () => {
    const cwd = await folderWith({
      Dockerfile: bad,
      '.image-hygiene.yml': 'version: 1\nlint:\n  rules: { base-latest: info }\nbase: { pin: off }\n',
    })
    const result = await lintFolder(cwd, undefined)
    expect(result.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['base-latest info'])
    expect(result.verdict).toBe('pass')
  })

  test.each([
    ['error', 'warn'],
    ['warning', 'fail'],
    ['info', 'fail'],
  ])('fail-on: %s makes a warning %s', async (threshold, verdict) => {
    const cwd = await folderWith({
      Dockerfile: 'FROM alpine:3.23\nUSER 1\n',
      '.image-hygiene.yml': `version: 1\nlint: { fail-on: ${threshold} }\n`,
    })
    expect((await lintFolder(cwd, undefined)).verdict).toBe(verdict)
  })

  test('a rule that does not exist is exit 2, with its place and the one that is meant', async () => {
    const cwd = await folderWith({
      Dockerfile: good,
      '.image-hygiene.yml': 'version: 1\nlint:\n  rules:\n    base-lastest: off\n',
    })
    const error = await refused(lintFolder(cwd, undefined))
    expect(error.exitCode).toBe(2)
    expect(error.findings[0]?.fix).toBe('did you mean base-latest?')
    expect(error.findings[0]?.location).toMatchObject({ file: '.image-hygiene.yml', line: 4 })
  })

  test('names a table of ends of life, and an old one is told', async () => {
    const table = (date: string) =>
      JSON.stringify({
        date,
        products: [{ name: 'acme', images: ['docker.io/acme/base'], cycles: { '1': '2026-01-01' } }],
      })
    const files = {
      Dockerfile: `FROM acme/base:1.4@sha256:${'0'.repeat(64)}\nUSER 1\n`,
      '.image-hygiene.yml': 'version: 1\nbase: { eol-file: eol.json }\n',
    }
    const now = await folderWith({ ...files, 'eol.json': table('2026-11-01') })
    expect((await lintFolder(now, undefined)).findings.map(({ rule }) => rule)).toEqual(['base-eol'])
    const later = { now: () => Date.UTC(2027, 5, 1) / 1000 }
    const old = await lintFolder(now, undefined, {}, later)
    expect(old.findings.map(({ rule }) => rule).toSorted()).toEqual(['base-eol', 'eol-table-old'])
  })

  test('prints itself', async () => {
    const cwd = await folderWith({
      Dockerfile: bad,
      '.image-hygiene.yml': 'version: 1\nbase: { pin: error }\n',
    })
    const result = await lintFolder(cwd, undefined, { 'print-policy': 'true' })
    expect(result.verdict).toBe('pass')
    expect(result.text).toContain('.image-hygiene.yml:2')
  })
})

describe('what a terminal shows', () => {
  test('a finding with its line, a caret under the word, and what to do', async () => {
    const cwd = await folderWith({ Dockerfile: 'FROM alpine:latest\nUSER 1\n', '.dockerignore': '.git\n' })
    const { text } = await lintFolder(cwd, undefined)
    expect(text?.split('\n').slice(0, 4)).toEqual([
      "Dockerfile:1:6 error base-latest: 'alpine:latest': latest moves",
      '  1 | FROM alpine:latest',
      '    |      ^',
      '  fix: Name the version that you test with.',
    ])
    expect(text).toMatch(/\n1 Dockerfile: 1 error, 1 warning, 0 notes$/)
  })

  test('of three hundred files the worst whole, each of the others on a line, and a count of each rule', async () => {
    const files = Array.from({ length: 300 }, (_, at) => [`${at}/Dockerfile`, 'FROM alpine:latest\nUSER 1\n'])
    const { text = '', findings } = await lintFolder(await folderWith(Object.fromEntries(files)), undefined)
    expect(findings.length).toBe(600)
    expect(text.match(/^ +fix: /gm)).toHaveLength(100)
    expect(text.match(/^\d+\/Dockerfile:1:6 /gm)).toHaveLength(600)
    expect(text.split('\n').slice(-3)).toEqual([
      '300 Dockerfiles: 300 errors, 300 warnings, 0 notes',
      '    300 error base-latest',
      '    300 warning base-unpinned',
    ])
  })
})

describe('.dockerfilelintrc', () => {
  test('switches rules off', async () => {
    const cwd = await folderWith({
      Dockerfile: `${good}run true\n`,
      '.dockerfilelintrc': 'rules:\n  uppercase_commands: off\n',
    })
    expect((await lintFolder(cwd, undefined)).findings).toEqual([])
  })

  test('the policy wins over it', async () => {
    const cwd = await folderWith({
      Dockerfile: `${good}run true\n`,
      '.dockerfilelintrc': 'rules:\n  uppercase_commands: off\n',
      '.image-hygiene.yml': 'version: 1\nlint: { rules: { dockerfilelint/uppercase_commands: error } }\n',
    })
    expect((await lintFolder(cwd, undefined)).verdict).toBe('fail')
  })

  test.each([
    ['an empty mapping', '{}', 1],
    ['an empty file', '', 1],
    ['a boolean', 'rules:\n  latest_tag: false\n', 2],
    ['a number', 'rules:\n  latest_tag: 0\n', 2],
    ['a rule that does not exist', 'rules:\n  sudo_usage: on\n  lastest_tag: off\n', 3],
    ['bad YAML', 'rules:\n  a: [\n', 3],
  ])('%s is exit 2 with its place', async (_, rc, line) => {
    const cwd = await folderWith({ Dockerfile: good, '.dockerfilelintrc': rc })
    const error = await refused(lintFolder(cwd, undefined))
    expect(error.exitCode).toBe(2)
    expect(error.findings[0]?.location).toMatchObject({ file: '.dockerfilelintrc', line })
  })
})

describe('reports', () => {
  test('are written before the step fails, from one set of findings', async () => {
    const cwd = await folderWith({ Dockerfile: bad })
    const result = await lintFolder(cwd, undefined, {
      'sarif-file': 'out/lint.sarif',
      'codequality-file': 'out/quality.json',
      'junit-file': 'out/junit.xml',
      'json-file': 'out/lint.json',
    })
    expect(result.verdict).toBe('fail')
    expect(result.outputs['findings-count']).toBe(String(result.findings.length))
    const read = (name: string) => readFile(join(cwd, 'out', name), 'utf8')
    const sarif = JSON.parse(await read('lint.sarif'))
    expect(sarif.runs[0].results).toHaveLength(result.findings.length)
    expect(sarif.runs[0].tool.driver.rules[0].shortDescription.text).not.toBe('')
    expect(JSON.parse(await read('quality.json'))).toHaveLength(result.findings.length)
    expect(JSON.parse(await read('lint.json')).findings).toHaveLength(result.findings.length)
    expect(await read('junit.xml')).toContain('base-latest')
  })

  test('the terminal shows the line, a caret under the place, and what to do', async () => {
    const { text = '' } = await lintFolder(await folderWith({ Dockerfile: bad }), undefined)
    expect(text).toContain('Dockerfile:1:6 error base-latest')
    expect(text).toContain('  1 | FROM alpine:latest\n    |      ^')
    expect(text).toContain('fix: ')
  })
})
