import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProcesses } from '../../../src/system/processes.ts'
import { folderWith, lintFolder } from './running.ts'

/** A hadolint that notes its arguments and answers with what lies in answer.json. */
async function folder(dockerfile: string, answer: string | undefined): Promise<string> {
  const cwd = await folderWith({
    Dockerfile: dockerfile,
    '.image-hygiene.yml': 'version: 1\nlint: { engines: [native, hadolint] }\nbase: { pin: off }\n',
    ...(answer === undefined ? {} : { 'bin/answer.json': answer, 'bin/hadolint': fake }),
  })
  if (answer !== undefined) await chmod(join(cwd, 'bin/hadolint'), 0o755)
  return cwd
}

const fake = `#!${process.execPath}
const fs = require('node:fs')
fs.writeFileSync(__dirname + '/arguments.json', JSON.stringify(process.argv.slice(2)))
process.stdout.write(fs.readFileSync(__dirname + '/answer.json'))
`

async function findings(dockerfile: string, answer: string | undefined): Promise<readonly string[]> {
  const cwd = await folder(dockerfile, answer)
  const processes = createProcesses({ PATH: join(cwd, 'bin') }, cwd)
  const result = await lintFolder(cwd, ['Dockerfile'], {}, { processes })
  return result.findings
    .map(({ rule, severity, location }) => `${rule} ${severity} ${location?.line}`)
    .toSorted()
}

const item = (code: string, line: number, level = 'warning') => ({
  file: 'Dockerfile',
  line,
  column: 1,
  level,
  code,
  message: code,
})

describe('hadolint beside our rules', () => {
  test('what both say of one instruction is said once', async () => {
    const text = 'FROM alpine:latest\nRUN set -e \\\n && apk add curl\nUSER 1\n'
    const answer = JSON.stringify([
      item('DL3007', 1),
      item('DL3019', 2, 'info'),
      item('DL3018', 2),
      item('DL4006', 2, 'style'),
    ])
    expect(await findings(text, answer)).toEqual([
      'apk-leftovers warning 3',
      'base-latest error 1',
      'hadolint/DL3018 warning 2',
      'hadolint/DL4006 info 2',
    ])
  })

  test('the same said of another instruction stays', async () => {
    expect(await findings('FROM alpine:latest\nUSER 1\n', JSON.stringify([item('DL3007', 2)]))).toEqual([
      'base-latest error 1',
      'hadolint/DL3007 warning 2',
    ])
  })

  test('it is asked for JSON, without failing, and a file that looks like an option is none', async () => {
    const cwd = await folder('FROM scratch\nUSER 1\n', '[]')
    const processes = createProcesses({ PATH: join(cwd, 'bin') }, cwd)
    await lintFolder(cwd, ['Dockerfile'], {}, { processes })
    expect(JSON.parse(await readFile(join(cwd, 'bin/arguments.json'), 'utf8'))).toEqual([
      '--no-fail',
      '--format',
      'json',
      'Dockerfile',
    ])
  })

  test('what it cannot parse, it has not judged', async () => {
    expect(await findings('FROM scratch\nUSER 1\n', JSON.stringify([item('DL1000', 2, 'error')]))).toEqual([
      'hadolint-failed warning 2',
    ])
  })

  test.each([
    ['nothing', ''],
    ['no JSON', 'Segmentation fault'],
    ['something else', '{"a":1}'],
  ])('an answer of %s is a finding, no pass', async (_, answer) => {
    expect(await findings('FROM scratch\nUSER 1\n', answer)).toEqual(['hadolint-failed warning 1'])
  })

  test('where it is missing, that is told', async () => {
    expect(await findings('FROM scratch\nUSER 1\n', undefined)).toEqual(['hadolint-failed warning 1'])
  })
})
