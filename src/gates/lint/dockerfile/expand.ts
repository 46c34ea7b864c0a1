import { matchesGlob } from './glob.ts'

/** A value that a build would see, as far as the file alone can tell. */
export interface Expansion {
  readonly text: string
  /** False if a variable without a value took part: then `text` is only what stands around it. */
  readonly known: boolean
  /** The line of the ARG or ENV that the last variable came from, if one took part. */
  readonly origin?: number
}

export interface Variable {
  /** Undefined: declared without a value, so only the call of the build knows it. */
  readonly value: string | undefined
  readonly line: number
}

export type Lookup = (name: string) => Variable | undefined

/** Values that double themselves line by line end here. */
const longestValue = 65_536

/**
 * Quotes taken off, escapes resolved, `$V`, `${V}` and its modifiers replaced, as BuildKit's shell words do.
 * @see https://docs.docker.com/reference/dockerfile/#environment-replacement
 */
export function expand(text: string, lookup: Lookup, escapeChar = '\\', depth = 0): Expansion {
  let value = ''
  let known = true
  let origin: number | undefined
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (value.length > longestValue) return { text: '', known: false }
    if (char === escapeChar && quote !== "'") {
      const next = text[at + 1] ?? ''
      value += quote === '"' && next !== '"' && next !== '$' && next !== escapeChar ? char + next : next
      at++
    } else if (char === "'" && quote !== '"') quote = quote === '' ? char : ''
    else if (char === '"' && quote !== "'") quote = quote === '' ? char : ''
    else if (char === '$' && quote !== "'") {
      const { result, next } = variable(text, at, lookup, escapeChar, depth)
      if (result === undefined) value += char
      else {
        value += result.text
        known &&= result.known
        origin = result.origin ?? origin
        at = next - 1
      }
    } else value += char
  }
  if (value.length > longestValue) return { text: '', known: false }
  return { text: value, known, ...(origin === undefined ? {} : { origin }) }
}

interface Replaced {
  readonly result: Expansion | undefined
  readonly next: number
}

const bareName = /[A-Za-z_][A-Za-z0-9_]*/y
const modifier = /:[-+?]|[-+?]|##?|%%?|\/\/?/y

function variable(text: string, at: number, lookup: Lookup, escapeChar: string, depth: number): Replaced {
  const braced = text[at + 1] === '{'
  bareName.lastIndex = at + (braced ? 2 : 1)
  const name = bareName.exec(text)?.[0]
  if (name === undefined) return { result: undefined, next: at }
  const end = bareName.lastIndex
  const found = lookup(name)
  const own: Expansion = {
    text: found?.value ?? '',
    known: found === undefined || found.value !== undefined,
    ...(found === undefined ? {} : { origin: found.line }),
  }
  if (!braced) return { result: own, next: end }
  if (text[end] === '}') return { result: own, next: end + 1 }
  modifier.lastIndex = end
  const operator = modifier.exec(text)?.[0]
  const close = operator === undefined ? -1 : closing(text, end + operator.length, escapeChar)
  if (operator === undefined || close < 0 || depth > 8) return { result: undefined, next: at }
  const word = expand(text.slice(end + operator.length, close), lookup, escapeChar, depth + 1)
  return { result: modified(own, found, operator, word), next: close + 1 }
}

/** A default longer than this is passed over, so that a row of open braces is no work. */
const reach = 4_096

/** The brace that closes the one before `from`. */
function closing(text: string, from: number, escapeChar: string): number {
  let depth = 1
  for (let at = from; at < Math.min(text.length, from + reach); at++) {
    if (text[at] === escapeChar) at++
    else if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at
  }
  return -1
}

function modified(own: Expansion, found: Variable | undefined, operator: string, word: Expansion): Expansion {
  const set = found !== undefined && found.value !== undefined
  const filled = operator.startsWith(':') ? set && own.text !== '' : set
  switch (operator.at(-1)) {
    case '-':
      return filled ? own : word
    case '+':
      // An ARG without a default is unset, unless the call of the build says otherwise.
      return filled ? word : { text: '', known: true }
    case '?':
      return filled ? own : { text: '', known: false }
    case '#':
      return { ...own, text: withoutPrefix(own.text, word.text, operator === '##') }
    case '%':
      return { ...own, text: withoutSuffix(own.text, word.text, operator === '%%') }
    default:
      return replaced(own, word.text, operator === '//')
  }
}

function withoutPrefix(text: string, pattern: string, greedy: boolean): string {
  const lengths = cuts(text, pattern, greedy)
  const cut = lengths.find(length => matchesGlob(pattern, text.slice(0, length)))
  return cut === undefined ? text : text.slice(cut)
}

function withoutSuffix(text: string, pattern: string, greedy: boolean): string {
  const lengths = cuts(text, pattern, greedy)
  const cut = lengths.find(length => matchesGlob(pattern, text.slice(text.length - length)))
  return cut === undefined ? text : text.slice(0, text.length - cut)
}

/** Lengths to try; a value or pattern too long for that is left as it is. */
function cuts(text: string, pattern: string, greedy: boolean): readonly number[] {
  if (text.length > 512 || pattern.length > 128) return []
  const lengths = Array.from({ length: text.length + 1 }, (_, length) => length)
  return greedy ? lengths.reverse() : lengths
}

function replaced(own: Expansion, word: string, all: boolean): Expansion {
  const slash = word.indexOf('/')
  const [from, to] = slash < 0 ? [word, ''] : [word.slice(0, slash), word.slice(slash + 1)]
  if (from === '' || /[*?]/.test(from)) return { ...own, known: false }
  return { ...own, text: all ? own.text.replaceAll(from, () => to) : own.text.replace(from, () => to) }
}
