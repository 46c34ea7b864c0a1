import type { Flag, Instruction, Segment } from './instruction.ts'
import { endOf, isSpace, startOf } from './words.ts'

/** Instructions whose arguments may be a JSON array. */
const withJson = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'])

type Split = Omit<Instruction, 'heredocs' | 'endLine'> & { readonly trigger?: Instruction }

/** A logical line's keyword, flags and body. `from` is where the instruction starts in the line: not 0 in ONBUILD. */
export function instructionOf(
  whole: string,
  segments: readonly Segment[],
  escapeChar: string,
  from = 0,
): Split {
  const text = whole.slice(0, endOf(whole))
  const start = from + startOf(text.slice(from))
  let end = start
  while (end < text.length && !isSpace(text[end] as string)) end++
  const keyword = text.slice(start, end).toUpperCase()
  const { flags, next } = flagsOf(text, end, escapeChar)
  const body = text.slice(next + startOf(text.slice(next)))
  const json = withJson.has(keyword) ? jsonOf(body) : undefined
  const line = segments[0]?.line ?? 1
  const split = { keyword, line, text: whole, segments, flags, body, offset: next }
  if (keyword === 'HEALTHCHECK') return { ...split, ...commandForm(body) }
  if (keyword !== 'ONBUILD' || from !== 0) return { ...split, ...(json && { json }) }
  const inner = instructionOf(whole, segments, escapeChar, next)
  return { ...split, trigger: { ...inner, heredocs: [], endLine: line } }
}

/** `HEALTHCHECK CMD […]` has the array behind its CMD. */
function commandForm(body: string): { json?: readonly string[] } {
  const json = /^cmd\s/i.test(body) ? jsonOf(body.slice(3).trim()) : undefined
  return json === undefined ? {} : { json }
}

/** The array of strings that a body is; anything else is the shell form, as BuildKit falls back to it. */
function jsonOf(body: string): readonly string[] | undefined {
  if (!body.startsWith('[')) return undefined
  try {
    const value: unknown = JSON.parse(body)
    return Array.isArray(value) && value.every(item => typeof item === 'string') ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * Words that start with `--`, up to the first that does not; `--` alone ends them. Quotes and escapes hold words together.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/split_command.go
 */
function flagsOf(text: string, from: number, escapeChar: string): { flags: readonly Flag[]; next: number } {
  const flags: Flag[] = []
  let at = from
  for (;;) {
    while (at < text.length && isSpace(text[at] as string)) at++
    if (!text.startsWith('--', at)) return { flags, next: at }
    const offset = at
    let word = ''
    let quote = ''
    for (; at < text.length; at++) {
      const char = text[at] as string
      if (quote === '' && isSpace(char)) break
      if (char === escapeChar && quote !== "'" && at + 1 < text.length) word += text[++at]
      else if (quote === '' && (char === '"' || char === "'")) quote = char
      else if (char === quote) quote = ''
      else word += char
    }
    if (word === '--') return { flags, next: skipSpace(text, at) }
    const equals = word.indexOf('=')
    flags.push({
      name: (equals < 0 ? word : word.slice(0, equals)).slice(2),
      value: equals < 0 ? undefined : word.slice(equals + 1),
      offset,
    })
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text[at] as string)) at++
  return at
}
