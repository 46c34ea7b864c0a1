// Dockerfiles beside those who really read them: BuildKit's own parser, and hadolint as an engine of the built command.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hadolintTwins } from '../../src/gates/lint/same-meaning.ts'
import { makeDockerfiles } from '../bench/corpus/dockerfiles.mjs'
import { type Answer, ourReading, theirReading } from '../gates/lint/dockerfile/buildkit.ts'
import { root } from './components.ts'
import { attempt, run } from './run.ts'
import { tool, toolVersion } from './tools.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-lint-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function askBuildkit(texts: readonly string[]): Promise<readonly Answer[]> {
  const { stdout } = await run([tool('dockerfile-parser')], { input: JSON.stringify(texts) })
  return JSON.parse(stdout) as readonly Answer[]
}

async function examples(): Promise<readonly string[]> {
  const place = join(root, 'examples')
  const names = await readdir(place, { recursive: true })
  const dockerfiles = names.filter(name => /(?:^|\/)Dockerfile(?:\.\w+)?$/.test(name))
  return Promise.all(dockerfiles.map(name => readFile(join(place, name), 'utf8')))
}

describe('BuildKit reads Dockerfiles as we do:', () => {
  test('its parser is the builder’s, and says what the fixture of the unit tests says', async () => {
    expect(toolVersion('dockerfile-parser')).toBe(toolVersion('buildctl'))
    const file = join(root, 'test/fixtures/dockerfiles/buildkit/parsed.json')
    const fixture = JSON.parse(await readFile(file, 'utf8')) as readonly Answer[]
    expect(await askBuildkit(fixture.map(({ text }) => text))).toEqual(fixture)
  })

  test('a thousand ordinary ones and all examples, each instruction and line', async () => {
    const texts = [...makeDockerfiles(1000), ...(await examples())]
    expect(texts.length).toBeGreaterThan(1020)
    const answers = await askBuildkit(texts)
    expect(answers.filter(({ error }) => error !== undefined)).toEqual([])
    for (const answer of answers) expect(ourReading(answer.text)).toEqual(theirReading(answer))
  })

  test('whatever is pieced together from what is hard to read', async () => {
    const pieces = [
      ...[
        'FROM a:1\n',
        'RUN a',
        'COPY --from=b --link a b',
        'ENV A="b c"',
        '# escape=`\n',
        '# syntax=x\n',
        '#',
      ],
      ...[
        '\n',
        '\r\n',
        '\\\n',
        '\\ \n',
        '`\n',
        '\\',
        '`',
        ' ',
        '\t',
        '"',
        "'",
        '[',
        ']',
        '["a", "b"]',
        ',',
        '\uFEFF',
      ],
      ...[
        '<<E',
        "<<'E'",
        '<<-E',
        '<<"E F"',
        'E',
        '\nE\n',
        '\n\tE\n',
        '--mount=type=cache,target=/a',
        '--x',
        'ONBUILD ',
      ],
      ...[
        'run',
        'HEALTHCHECK CMD ',
        'SHELL ',
        'ä',
        '\u00a0',
        '\u2028',
        '$A',
        '${A:-b}',
        '&&',
        ';',
        '#c\n',
        '  # c\n',
      ],
    ]
    const dockerfile = fc
      .array(fc.constantFrom(...pieces), { maxLength: 20 })
      .map(parts => `FROM a:1\n${parts.join('')}`)
      // BuildKit reads flags byte by byte, and takes each byte of another letter for a letter.
      .filter(text => !(text.includes('--') && /[\u0080-\uffff]/.test(text)))
    const answers = await askBuildkit(fc.sample(dockerfile, { numRuns: 10_000, seed: 20_261_121 }))
    const read = answers.filter(({ error }) => error === undefined)
    expect(read.length).toBeGreaterThan(1_000)
    for (const answer of read) {
      expect([answer.text, ourReading(answer.text)]).toEqual([answer.text, theirReading(answer)])
    }
  })
})

interface Said {
  readonly code: number | null
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly location: { readonly file: string; readonly line: number; readonly column: number }
  }[]
}

async function lint(texts: readonly string[], engines: string): Promise<Said> {
  const place = await mkdtemp(join(folder, 'files-'))
  await writeFile(join(place, '.image-hygiene.yml'), `version: 1\nlint: { engines: [${engines}] }\n`)
  for (const [index, text] of texts.entries()) {
    await mkdir(join(place, `${index}`))
    await writeFile(join(place, `${index}`, 'Dockerfile'), text)
  }
  const cli = join(root, 'dist/cli/index.js')
  const PATH = [dirname(tool('hadolint')), process.env['PATH']].join(delimiter)
  const ran = await attempt([process.execPath, cli, 'lint', '.', '--json'], { cwd: place, env: { PATH } })
  return { code: ran.code, findings: JSON.parse(ran.stdout).findings }
}

describe('hadolint as an engine', () => {
  test.each<[why: string, text: string, findings: readonly string[]]>([
    [
      'what both say of one instruction is said once, by us',
      'FROM debian:latest\nRUN set -e && \\\n  apt-get update && \\\n  apt-get install curl\nUSER 1\n',
      [
        'apt-leftovers 3:3',
        'base-latest 1:6',
        'dockerfilelint/apt-get_missing_param 4:3',
        'dockerfilelint/apt-get_recommends 4:3',
        'hadolint/DL3008 2:1',
      ],
    ],
    [
      'what only hadolint says is said by its name',
      'FROM alpine:3.22\nRUN cd /srv && make | tee log\nWORKDIR srv\nUSER 1\n',
      ['hadolint/DL3000 3:1', 'hadolint/DL3003 2:1', 'hadolint/DL4006 2:1'],
    ],
    [
      'two meanings of one line stay two findings',
      'FROM alpine:3.22\nWORKDIR my app\nUSER 1\n',
      ['dockerfilelint/invalid_workdir 2:1', 'hadolint/DL3000 2:1'],
    ],
    [
      'what it cannot read, it has not judged; BuildKit reads it, and so do we',
      'FROM alpine:3.22\nRUN <<EOF\nset -e\napk add curl=8\nEOF\nUSER 1\n',
      ['apk-leftovers 4:1', 'hadolint-failed 6:1'],
    ],
    [
      'its own comments hold for it, and not for us',
      'FROM alpine:3.22\n# hadolint ignore=DL3018,DL3019\nRUN apk add curl\nUSER 1\n',
      ['apk-leftovers 3:5'],
    ],
  ])('%s', async (_, text, expected) => {
    const surroundings = ['base-unpinned', 'base-eol', 'dockerignore-missing']
    const { findings } = await lint([text], 'native, dockerfilelint, hadolint')
    const places = findings
      .filter(({ rule }) => !surroundings.includes(rule))
      .map(({ rule, location }) => `${rule} ${location.line}:${location.column}`)
    expect(places.toSorted()).toEqual(expected)
  })

  test('adds to a hundred files what they lack, and takes nothing of ours away', async () => {
    const texts = makeDockerfiles(100)
    const ours = await lint(texts, 'native, dockerfilelint')
    const all = await lint(texts, 'native, dockerfilelint, hadolint')
    const isTheirs = (rule: string) => rule.startsWith('hadolint')
    expect(all.findings.filter(({ rule }) => !isTheirs(rule))).toEqual(ours.findings)
    const more = all.findings.filter(({ rule }) => isTheirs(rule))
    expect(more.length).toBeGreaterThan(50)
    const said = new Set(
      ours.findings.map(({ rule, location }) => `${rule} ${location.file}:${location.line}`),
    )
    for (const { rule, location } of more) {
      const twins = hadolintTwins[rule.replace('hadolint/', '')] ?? []
      for (const twin of twins) expect(said).not.toContain(`${twin} ${location.file}:${location.line}`)
    }
  })
})
