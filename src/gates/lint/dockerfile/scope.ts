import { expand, type Lookup, type Variable } from './expand.ts'
import type { Instruction } from './instruction.ts'
import { quotedWords, type Word } from './words.ts'

interface Entry extends Variable {
  /** The number of the instruction from which on it holds. */
  readonly since: number
  /** Set by ENV: it wins over any ARG, and stages built from this one inherit it. */
  readonly environment: boolean
}

/**
 * The variables of a stage, or of the file before its first FROM, each with its history:
 * so the value at any instruction is found again without a copy of all variables for each.
 */
export interface Scope {
  readonly entries: Map<string, Entry[]>
  /** The stage it is built from, whose ENV it inherits. */
  readonly parent?: Scope
  /** What ARG without a default falls back to. */
  readonly globals?: Scope
}

/** No real file builds a stage on so many others; further ones are not looked into. */
const deepest = 200

export function lookupAt(scope: Scope, at: number): Lookup {
  return name => {
    const own = entryAt(scope.entries.get(name), at)
    if (own !== undefined) return own
    let parent = scope.parent
    for (let depth = 0; parent !== undefined && depth < deepest; depth++, parent = parent.parent) {
      const inherited = parent.entries.get(name)?.findLast(entry => entry.environment)
      if (inherited !== undefined) return inherited
    }
    return undefined
  }
}

function entryAt(entries: readonly Entry[] | undefined, at: number): Entry | undefined {
  if (entries === undefined) return undefined
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle] as Entry).since <= at) low = middle + 1
    else high = middle
  }
  return entries[low - 1]
}

/** Takes an ARG or ENV into the scope; it holds from the next instruction on. */
export function declare(instruction: Instruction, at: number, scope: Scope, escapeChar: string): void {
  if (instruction.keyword === 'ENV') {
    const lookup = lookupAt(scope, at)
    for (const { name, value } of assignments(instruction, escapeChar)) {
      const { text, known } = expand(value.text, lookup, escapeChar)
      add(scope, name, {
        value: known ? text : undefined,
        line: instruction.line,
        since: at + 1,
        environment: true,
      })
    }
  }
  if (instruction.keyword === 'ARG') declareArguments(instruction, at, scope, escapeChar)
}

function declareArguments(instruction: Instruction, at: number, scope: Scope, escapeChar: string): void {
  const { line } = instruction
  for (const { text } of quotedWords(instruction.body, escapeChar)) {
    const equals = text.indexOf('=')
    const name = equals < 0 ? text : text.slice(0, equals)
    // An ENV of the same name always wins.
    if (scope.entries.get(name)?.at(-1)?.environment) continue
    const given = equals < 0 ? undefined : expand(text.slice(equals + 1), lookupAt(scope, at + 1), escapeChar)
    const inherited = scope.globals?.entries.get(name)?.at(-1) ?? automaticVariable(name, line)
    const value = given === undefined ? inherited?.value : given.known ? given.text : undefined
    const origin = given === undefined ? (inherited?.line ?? line) : line
    add(scope, name, { value, line: origin, since: at + 1, environment: false })
  }
}

function add(scope: Scope, name: string, entry: Entry): void {
  const entries = scope.entries.get(name)
  if (entries === undefined) scope.entries.set(name, [entry])
  else entries.push(entry)
}

/**
 * BuildKit sets these by itself. The values stand for the common target,
 * so that `FROM base-${TARGETARCH}` finds a stage.
 */
const automatic: Readonly<Record<string, string>> = {
  TARGETPLATFORM: 'linux/amd64',
  TARGETOS: 'linux',
  TARGETARCH: 'amd64',
  TARGETVARIANT: '',
  BUILDPLATFORM: 'linux/amd64',
  BUILDOS: 'linux',
  BUILDARCH: 'amd64',
  BUILDVARIANT: '',
}

export function automaticVariable(name: string, line: number): Variable | undefined {
  const value = Object.hasOwn(automatic, name) ? automatic[name] : undefined
  return value === undefined ? undefined : { value, line }
}

export interface Assignment {
  readonly name: string
  /** Still quoted; its offset is one of the instruction's text. */
  readonly value: Word
  /** Where the name starts in the instruction's text. */
  readonly offset: number
}

/** `NAME=value …`, or the old `NAME value` of ENV and LABEL. */
export function assignments(instruction: Instruction, escapeChar: string): readonly Assignment[] {
  const { body, offset } = instruction
  const words = quotedWords(body, escapeChar)
  const first = words[0]
  if (first === undefined) return []
  if (!first.text.includes('=') && instruction.keyword !== 'ARG') {
    const rest = words[1]
    if (rest === undefined) return []
    const value = { text: body.slice(rest.offset), offset: offset + rest.offset }
    return [{ name: first.text, value, offset: offset + first.offset }]
  }
  return words.flatMap(word => {
    const equals = word.text.indexOf('=')
    if (equals <= 0) return []
    const at = offset + word.offset
    const value = { text: word.text.slice(equals + 1), offset: at + equals + 1 }
    return [{ name: word.text.slice(0, equals), value, offset: at }]
  })
}
