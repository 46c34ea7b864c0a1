import { HygieneError, nearest } from '../../outcome/index.ts'
import type { AnyStep, Input } from '../../steps/define.ts'

export interface Call {
  /** Input name to its text; a repeated list flag is joined by newlines. */
  readonly given: ReadonlyMap<string, string>
  readonly json: boolean
  readonly help: boolean
}

/**
 * `--name value`, `--name=value`, `--flag`, `--no-flag`, bare words for the positional input, `--` before words that
 * start with a dash.
 */
export function readArguments(step: AnyStep, words: readonly string[]): Call {
  const inputs = new Map((Object.values(step.inputs) as Input<unknown>[]).map(input => [input.name, input]))
  const given = new Map<string, string>()
  const bare: string[] = []
  let json = false
  let help = false
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '--') {
      bare.push(...words.slice(index + 1))
      break
    }
    if (word === '--help' || word === '-h') help = true
    else if (word === '--json') json = true
    else if (word === '-' || !word.startsWith('-')) bare.push(word)
    else {
      const equals = word.indexOf('=')
      const name = equals < 0 ? word.slice(2) : word.slice(2, equals)
      const negated = name.startsWith('no-') ? inputs.get(name.slice(3)) : undefined
      const input = word.startsWith('--') ? (inputs.get(name) ?? negated) : undefined
      if (input === undefined) throw unknownFlag(step, word, [...inputs.keys(), 'json', 'help'])
      const next = words[index + 1]
      if (input === negated && input.type === 'boolean') add(given, input, 'false')
      else if (equals >= 0) add(given, input, word.slice(equals + 1))
      else if (input.type === 'boolean') {
        const said = next === 'true' || next === 'false'
        add(given, input, said ? next : 'true')
        if (said) index++
      } else {
        if (next === undefined || (next.startsWith('--') && next.length > 2)) {
          throw new HygieneError('bad-usage', `--${name} needs a value`, {
            fix: `image-hygiene ${step.name} --${name} VALUE`,
          })
        }
        add(given, input, next)
        index++
      }
    }
  }
  addBare(step, given, bare)
  return { given, json, help }
}

function addBare(step: AnyStep, given: Map<string, string>, bare: readonly string[]): void {
  if (bare.length === 0) return
  const input = step.positional === undefined ? undefined : (step.inputs[step.positional] as Input<unknown>)
  if (input === undefined) {
    throw new HygieneError(
      'bad-usage',
      `${step.name} takes no words besides its flags, but was given '${bare[0]}'`,
      {
        fix: `image-hygiene ${step.name} --help`,
      },
    )
  }
  for (const word of bare) add(given, input, word)
}

function add(given: Map<string, string>, input: Input<unknown>, value: string): void {
  const before = given.get(input.name)
  if (before !== undefined && input.type !== 'list') {
    throw new HygieneError('bad-usage', `--${input.name} is given twice`)
  }
  given.set(input.name, before === undefined ? value : `${before}\n${value}`)
}

function unknownFlag(step: AnyStep, word: string, names: readonly string[]): HygieneError {
  const meant = nearest(word.replace(/^-+/, '').replace(/=.*$/s, ''), names)
  return new HygieneError('bad-usage', `${step.name} has no flag ${word.replace(/=.*$/s, '')}`, {
    fix: meant === undefined ? `image-hygiene ${step.name} --help` : `did you mean --${meant}?`,
  })
}
