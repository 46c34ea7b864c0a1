import { HygieneError, type Result } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/**
 * One input, one definition: `action.yml`, the GitLab templates, `--help` and the reference page are made from it.
 * `read` turns the host's text into a value; an empty text means "not given", as GitHub passes it.
 */
export interface Input<T> {
  /** kebab-case; the flag is `--name`, the action's input `name`, the template's input `name`. */
  readonly name: string
  readonly type: 'string' | 'boolean' | 'number' | 'list' | 'choice'
  readonly help: string
  /** As text, the way it stands in action.yml. */
  readonly default?: string
  readonly options?: readonly string[]
  /** Environment variables read when the input is not given, first one set wins. */
  readonly env?: readonly string[]
  readonly secret?: true
  readonly read: (text: string | undefined) => T
}

type Details = Pick<Input<unknown>, 'help' | 'env' | 'secret'>

export function text(name: string, details: Details & { default: string }): Input<string>
export function text(name: string, details: Details): Input<string | undefined>
export function text(name: string, details: Details & { default?: string }): Input<string | undefined> {
  return { name, type: 'string', ...details, read: given => nonEmpty(given) ?? details.default }
}

/** Newlines or commas part the items, but not the commas of a glob's `{a,b}`; blank lines and lines that start with `#` are passed over. */
export function list(name: string, details: Details & { default?: string }): Input<readonly string[]> {
  return { name, type: 'list', ...details, read: given => itemsOf(nonEmpty(given) ?? details.default ?? '') }
}

/** One item a line, commas belong to it; blank lines and lines that start with `#` are passed over. */
export function lines(name: string, details: Details & { default?: string }): Input<readonly string[]> {
  return { name, type: 'list', ...details, read: given => linesOf(nonEmpty(given) ?? details.default ?? '') }
}

export function flag(name: string, details: Details & { default: 'true' | 'false' }): Input<boolean> {
  return {
    name,
    type: 'boolean',
    ...details,
    read: given => booleanOf(name, nonEmpty(given) ?? details.default),
  }
}

/** A whole number, zero or more. */
export function count(name: string, details: Details & { default?: string }): Input<number | undefined> {
  return {
    name,
    type: 'number',
    ...details,
    read: given => countOf(name, nonEmpty(given) ?? details.default),
  }
}

export function choice<const O extends string>(
  name: string,
  details: Details & { options: readonly O[]; default: NoInfer<O> },
): Input<O> {
  const { options } = details
  return {
    name,
    type: 'choice',
    ...details,
    read: given => {
      const value = nonEmpty(given) ?? details.default
      const legal = options.find(option => option === value)
      if (legal !== undefined) return legal
      throw new HygieneError('bad-usage', `${name}: '${value}' is none of ${options.join(', ')}`)
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a record of inputs of any value type
export type Inputs = Readonly<Record<string, Input<any>>>

export type Values<I extends Inputs> = { readonly [K in keyof I]: ReturnType<I[K]['read']> }

export interface Permissions {
  /** What the step reads and writes, in words of the docs: `registry: read`, `pull-requests: write`. */
  readonly github: Readonly<Record<string, 'read' | 'write'>>
  readonly registry: 'none' | 'pull' | 'push' | 'delete'
  /** What GitLab needs beside the job token, in one sentence. */
  readonly gitlab: string
}

export interface Step<I extends Inputs = Inputs> {
  readonly name: string
  readonly inputs: I
  /** The input that bare words on the command line go to. */
  readonly positional?: keyof I & string
  /** Name to one-line help. `verdict` is every step's and not named here. */
  readonly outputs: Readonly<Record<string, string>>
  readonly permissions: Permissions
  run(values: Values<I>, world: World): Promise<Result>
}

/** A step whose inputs are not known at compile time, as hosts see it. */
// biome-ignore lint/suspicious/noExplicitAny: a step of any inputs
export type AnyStep = Step<any>

/** Keeps the types of the inputs for `run`. */
export function defineStep<const I extends Inputs>(step: Step<I>): Step<I> {
  return step
}

/** Every input's value from the host's texts; the first wrong one is thrown as `bad-usage`. */
export function readInputs<I extends Inputs>(
  inputs: I,
  given: (input: Input<unknown>) => string | undefined,
): Values<I> {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, input]) => [key, input.read(given(input))]),
  ) as Values<I>
}

function nonEmpty(given: string | undefined): string | undefined {
  return given === undefined || given.trim() === '' ? undefined : given.trim()
}

function itemsOf(given: string): readonly string[] {
  return linesOf(given)
    .flatMap(atCommas)
    .map(item => item.trim())
    .filter(item => item !== '')
}

function atCommas(line: string): readonly string[] {
  const items: string[] = []
  let depth = 0
  let start = 0
  for (let index = 0; index < line.length; index++) {
    const character = line[index]
    if (character === '{') depth++
    else if (character === '}') depth = Math.max(0, depth - 1)
    else if (character === ',' && depth === 0) {
      items.push(line.slice(start, index))
      start = index + 1
    }
  }
  return [...items, line.slice(start)]
}

function linesOf(given: string): readonly string[] {
  return given
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
}

function booleanOf(name: string, given: string): boolean {
  if (/^(?:true|True|TRUE)$/.test(given)) return true
  if (/^(?:false|False|FALSE)$/.test(given)) return false
  throw new HygieneError('bad-usage', `${name}: '${given}' is neither true nor false`)
}

function countOf(name: string, given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  if (/^[0-9]{1,15}$/.test(given)) return Number(given)
  throw new HygieneError('bad-usage', `${name}: '${given}' is no whole number`)
}
