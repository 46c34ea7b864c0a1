import { describe, expect, test } from 'vitest'
import { readArguments } from '../../src/hosts/cli/arguments.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { choice, count, defineStep, flag, lines, list, readInputs, text } from '../../src/steps/define.ts'

const step = defineStep({
  name: 'sample',
  inputs: {
    config: text('config', { help: '', default: '.image-hygiene.yml' }),
    files: list('files', { help: '', default: 'a, b' }),
    labels: lines('labels', { help: '' }),
    check: flag('check', { help: '', default: 'true' }),
    most: count('most', { help: '' }),
    when: choice('when', { help: '', options: ['always', 'never'], default: 'always' }),
  },
  positional: 'files',
  outputs: {},
  permissions: { github: {}, registry: 'none', gitlab: '' },
  run: async () => ({ verdict: 'pass', findings: [], outputs: {}, stats: {} }),
})

function valuesOf(...words: string[]) {
  const { given } = readArguments(step, words)
  return readInputs(step.inputs, input => given.get(input.name))
}

describe('the command line', () => {
  test.each([
    [
      [],
      {
        config: '.image-hygiene.yml',
        files: ['a', 'b'],
        labels: [],
        check: true,
        most: undefined,
        when: 'always',
      },
    ],
    [['x', 'y'], { files: ['x', 'y'] }],
    [['--files', 'x,y', '--files=z'], { files: ['x', 'y', 'z'] }],
    [['--files', '**/{Dockerfile,Containerfile}*, b'], { files: ['**/{Dockerfile,Containerfile}*', 'b'] }],
    [['--labels', 'a=1,2', '--labels', 'b=3'], { labels: ['a=1,2', 'b=3'] }],
    [['--check', 'x'], { check: true, files: ['x'] }],
    [['--check', 'false', 'x'], { check: false, files: ['x'] }],
    [['--check=false'], { check: false }],
    [['--no-check'], { check: false }],
    [['--most', '3'], { most: 3 }],
    [['--when=never'], { when: 'never' }],
    [['--config', '-'], { config: '-' }],
    [['--', '--odd-name'], { files: ['--odd-name'] }],
    [['-'], { files: ['-'] }],
  ])('%j', (words, expected) => {
    expect(valuesOf(...words)).toMatchObject(expected)
  })

  test.each([
    [['--fies', 'x'], 'did you mean --files?'],
    [['-x'], 'image-hygiene sample --help'],
    [['--config'], '--config VALUE'],
    [['--config', '--json'], '--config VALUE'],
  ])('%j is refused and says what to do', (words, fix) => {
    const error = refusal(() => readArguments(step, words))
    expect(error.exitCode).toBe(2)
    expect(error.findings[0]?.fix).toContain(fix)
  })

  test.each([
    [['--config', 'a', '--config', 'b']],
    [['--most', 'many']],
    [['--when', 'often']],
    [['--check=maybe']],
  ])('%j is refused', words => {
    expect(refusal(() => valuesOf(...words)).code).toBe('bad-usage')
  })

  test('--json and --help are the host’s own', () => {
    expect(readArguments(step, ['--json', '-h'])).toMatchObject({ json: true, help: true })
  })
})

function refusal(call: () => unknown): HygieneError {
  try {
    call()
  } catch (error) {
    if (error instanceof HygieneError) return error
    throw error
  }
  throw new Error('it was not refused')
}
