import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDockerfile } from '../../../src/gates/lint/dockerfile/index.ts'
import { builtInTable, readIgnoreFile } from '../../../src/gates/lint/index.ts'
import { judge, judgeNatively } from '../../../src/gates/lint/judge.ts'
import type { Finding } from '../../../src/outcome/index.ts'
import { defaultPolicy } from '../../../src/policy/index.ts'
import { lintText, november, ofRule } from './linting.ts'
import { folderWith, lintFolder } from './running.ts'

const { policy } = defaultPolicy([], () => '')
const bench = { policy, eol: builtInTable(), now: november }

/** Our own part of the work, without the thread: what must be quick for any text. */
function judged(text: string, ignore = '.git\n*.mod\n'): readonly Finding[] {
  const dockerfile = readDockerfile('Dockerfile', text)
  const context = { folder: '.', ignore: readIgnoreFile('.dockerignore', ignore) }
  const native = judgeNatively(dockerfile, context, bench)
  return judge(dockerfile, bench, { native, dockerfilelint: [], hadolint: [] })
}

const word = fc.constantFrom(
  ...[
    'FROM ',
    'FROM a:1 AS b\n',
    'RUN ',
    'COPY ',
    'ADD ',
    'ENV ',
    'ARG ',
    'LABEL ',
    'USER ',
    'ONBUILD ',
    'SHELL ',
    'EXPOSE ',
  ],
  ...[
    '\\\n',
    '\\',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '#',
    '<<EOF',
    '\nEOF\n',
    "<<-'E'",
    '"',
    "'",
    '`',
    '$(',
    ')',
    '${',
    '}',
    '$V',
    '${V:-',
    '${V#',
    '=',
  ],
  ...[
    '--from=',
    '--mount=type=cache,target=',
    '[',
    ']',
    '"a",',
    '&&',
    ';',
    '|',
    'apt-get update',
    'go build',
    'https://',
    '@',
    ':',
    '\0',
    '\u2028',
  ],
  ...[
    '# image-hygiene ignore=',
    ' until=2027-01-01',
    ' reason=',
    '__proto__',
    'constructor',
    '::set-output name=a::b',
    '\u001b[31m',
    '$(id)',
  ],
)
const hostile = fc.oneof(
  fc.array(word, { maxLength: 60 }).map(words => words.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(word, fc.string({ maxLength: 10 })), { maxLength: 80 })
    .map(words => `FROM a:1\n${words.join('')}`),
)

describe('a hostile Dockerfile', () => {
  test('is judged, and every finding has a place in it', () => {
    fc.assert(
      fc.property(hostile, fc.string({ maxLength: 60 }), (text, ignore) => {
        const lines = text.split('\n').length
        for (const { location, message } of judged(text, ignore)) {
          expect(location?.line).toBeGreaterThanOrEqual(1)
          expect(location?.line).toBeLessThanOrEqual(lines)
          expect(location?.column).toBeGreaterThanOrEqual(1)
          expect(message).not.toMatch(/undefined|\[object/)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('is judged by dockerfilelint too, and nothing ends in a trace', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async text => {
        for (const { rule } of await lintText(text, { lint: { engines: ['native', 'dockerfilelint'] } })) {
          expect(rule).toMatch(/^[a-z]/)
        }
      }),
      { numRuns: 25 },
    )
  }, 60_000)

  const mebi = 1024 * 1024
  const tall = (line: string, size = mebi / 4) => line.repeat(Math.ceil(size / line.length))
  const cases: readonly (readonly [story: string, text: string])[] = [
    ['nothing', ''],
    ['one line of 1 MB', `FROM a:1\nRUN ${'a'.repeat(mebi)}`],
    ['one word of 1 MB over continued lines', `FROM a:1\nRUN ${tall(`${'a'.repeat(1000)}\\\n`)}`],
    ['10 MB of RUN', `FROM a:1\n${tall('RUN apt-get update\n', 10 * mebi)}`],
    ['10 MB of ENV', `FROM a:1\n${tall('ENV A=$A PASSWORD=x\n', 10 * mebi)}`],
    ['10 MB of nothing to be read', tall('lorem ipsum dolor\n', 10 * mebi)],
    ['stages built on stages', tall('FROM a AS b\nFROM b AS a\n')],
    ['copies from stages of one name', tall('FROM a:1 AS b\nCOPY --from=b /x /y\n')],
    [
      'values that double themselves',
      `ARG A0=xxxxxxxxxx\n${Array.from({ length: 60 }, (_, n) => `ARG A${n + 1}=$A${n}$A${n}\n`).join('')}FROM $A60`,
    ],
    [
      'heredocs on one line',
      `FROM a:1\nRUN ${Array.from({ length: 5000 }, (_, n) => `<<E${n}`).join(' ')}\n`,
    ],
    ['nested substitutions', `FROM a:1\nRUN ${'$('.repeat(30_000)}\n`],
    ['nested substitutions over continued lines', `FROM a:1\nRUN ${tall('$($(`\\\n')}`],
    ['braces', `FROM a:1\nUSER ${'${A:-'.repeat(10_000)}\n`],
    ['wildcards', `FROM a:1\nCOPY ${'*'.repeat(60_000)} /\n`],
    ['ignores', tall('# image-hygiene ignore=base-latest until=2027-01-01 reason=x\n')],
    ['quotes', `FROM a:1\nENV ${tall(`A="'"'"' \\\n`)}`],
    ['escapes', `FROM a:1\nRUN ${'\\'.repeat(60_000)}\n`],
    ['words', `FROM a:1\nRUN ${tall('a && b; c | d \\\n')}`],
    ['sources', `FROM a:1\n${tall('COPY a b c go.mod d/\n')}`],
    ['mounts', `FROM a:1\nRUN ${tall('--mount=type=bind,from=a,target=/x \\\n')} x`],
  ]

  test.each(cases)('of %s is judged within bounds', (_, text) => {
    const started = performance.now()
    const findings = judged(text)
    // Each takes well under a second; a machine that does much else besides may need longer.
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings.length).toBeLessThan(20_000)
  })

  test('of many patterns in .dockerignore is judged within bounds', () => {
    const started = performance.now()
    judged(`FROM a:1\n${'COPY a/b/c/d/e/f/g/h /x\n'.repeat(200)}`, '**/**/**/*a*a*a*a*/**/b\n'.repeat(2000))
    expect(performance.now() - started).toBeLessThan(15_000)
  })

  test('that is no text is one finding of what it is', () => {
    const text = new TextDecoder().decode(Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256))
    const [finding, ...more] = ofRule('dockerfile-invalid', judged(text))
    expect(finding?.message).toContain('NUL')
    expect(more).toEqual([])
  })

  test('cannot write a workflow command or a terminal sequence', async () => {
    const cwd = await folderWith({
      Dockerfile: 'FROM alpine:latest\n::set-output name=x::y\nUSER \u001b[31m$(id)\n',
    })
    const { text = '' } = await lintFolder(cwd, undefined)
    expect(text).not.toContain('\u001b')
    for (const line of text.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false)
  })

  test('without read permission, too large or a pipe is an error, no trace', async () => {
    const cwd = await folderWith({ Dockerfile: new Uint8Array(17 * mebi) })
    await expect(lintFolder(cwd, ['Dockerfile'])).rejects.toMatchObject({ name: 'HygieneError', exitCode: 2 })
  })
})
