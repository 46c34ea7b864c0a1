import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { helpOfStep } from '../src/hosts/cli/help.ts'
import type { Input } from '../src/steps/define.ts'
import { steps } from '../src/steps/index.ts'
import { version } from '../src/version.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface ActionInput {
  readonly description: string
  readonly default?: string
}

const action = parse(read('action.yml')) as {
  inputs: Record<string, ActionInput>
  outputs: Record<string, { description: string }>
  runs: { using: string; main: string }
}

const loaded = await Promise.all(steps.map(async entry => ({ entry, step: await entry.load() })))
const inputsOf = (step: { inputs: object }) => Object.values(step.inputs) as Input<unknown>[]

describe('one contract', () => {
  test('a step is called the same in the list and in its own file, and its names are kebab-case', () => {
    for (const { entry, step } of loaded) {
      expect(step.name).toBe(entry.name)
      expect(entry.summary).toMatch(/^[A-Z].*\.$/)
      for (const { name, help } of inputsOf(step)) {
        expect(name).toMatch(/^[a-z]+(?:-[a-z0-9]+)*$/)
        expect(help).toMatch(/^[A-Z].*\.$/s)
      }
    }
  })

  test('action.yml has every input of every step, with its default, and no other', () => {
    const expected = new Map<string, string | undefined>([['step', undefined]])
    for (const { step } of loaded) for (const input of inputsOf(step)) expected.set(input.name, input.default)
    expect(Object.keys(action.inputs).toSorted()).toEqual([...expected.keys()].toSorted())
    for (const [name, value] of expected) {
      expect([name, action.inputs[name]?.default]).toEqual([
        name,
        name === 'github-token' ? '${{ github.token }}' : value,
      ])
    }
  })

  test('action.yml has every output of every step', () => {
    const expected = new Set(['verdict', 'json', ...loaded.flatMap(({ step }) => Object.keys(step.outputs))])
    expect(Object.keys(action.outputs).toSorted()).toEqual([...expected].toSorted())
  })

  test('the action runs a bundle that is there', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/action/index.js' })
    expect(existsSync(join(root, action.runs.main))).toBe(true)
  })

  // The component `full` is several steps.
  test.each(readdirSync(join(root, 'gitlab/templates')).filter(name => name !== 'full'))(
    'the component %s has the inputs of its step, typed',
    name => {
      const found = loaded.find(({ entry }) => entry.name === name)
      expect(found).toBeDefined()
      const [head, jobs] = parseAllDocuments(read(`gitlab/templates/${name}/template.yml`)).map(document =>
        document.toJS(),
      )
      const [{ variables }] = Object.values(jobs) as [{ variables: Record<string, string> }]
      const spec = head.spec.inputs as Record<string, { type?: string; options?: string[]; default: unknown }>
      for (const input of inputsOf(found?.step ?? { inputs: {} })) {
        if (input.secret) {
          expect(spec).not.toHaveProperty(input.name)
          continue
        }
        // A file that the component itself hands on is no choice.
        const fixed = variables[`IMAGE_HYGIENE_${input.name.toUpperCase().replaceAll('-', '_')}`] ?? ''
        if (!fixed.includes('inputs.') && spec[input.name] === undefined) {
          expect(fixed).not.toBe('')
          continue
        }
        expect(spec).toHaveProperty(input.name)
        expect(String(spec[input.name]?.default ?? '')).toBe(input.default ?? '')
        if (input.options !== undefined) expect(spec[input.name]?.options).toEqual(input.options)
        if (input.type === 'boolean') expect(spec[input.name]?.type).toBe('boolean')
      }
    },
  )

  test('--help names every input, default, choice and output', () => {
    for (const { entry, step } of loaded) {
      const help = helpOfStep(step, entry).replace(/\s+/g, ' ')
      for (const input of inputsOf(step)) {
        expect(help).toContain(`--${input.name}`)
        if (input.default !== undefined) expect(help).toContain(`(${input.default.replace(/\s+/g, ' ')})`)
        if (input.options !== undefined) expect(help).toContain(input.options.join('|'))
      }
      for (const output of Object.keys(step.outputs)) expect(help).toContain(output)
    }
  })

  test('the version is that of package.json', () => {
    expect(version).toBe(JSON.parse(read('package.json')).version)
  })

  test('the README and the reference page name every step', () => {
    for (const { entry } of loaded) {
      expect(read('README.md')).toContain(`[\`${entry.name}\`](docs/reference.md#${entry.name})`)
      expect(read('docs/reference.md')).toContain(`\n## ${entry.name}\n`)
    }
  })
})
