import { isSpace } from './words.ts'

/** `<<EOF` on an instruction's line, and the lines up to its terminator. */
export interface Heredoc {
  readonly name: string
  /** False for a quoted name: then `$` in the body is text. */
  readonly expands: boolean
  /** `<<-`: leading tabs are taken off. */
  readonly chomps: boolean
  /** Where the `<<` word starts in the instruction's text. */
  readonly offset: number
  /** The number of the body's first line. */
  readonly line: number
  readonly body: string
}

export type HeredocStart = Omit<Heredoc, 'line' | 'body'>

/** A word of the shell that opens a heredoc: an optional descriptor, `<<`, `-`, a name. */
const opening = /^\d*<<(-?)([^<]+)$/

/** BuildKit looks for heredocs with the backslash, whatever the escape directive says. */
const escapeChar = '\\'

/**
 * The heredocs that a logical line opens, left to right. Quotes group words, so `"a <<b"` opens none, and a quote that
 * stays open makes BuildKit find none at all.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go (heredocsFromLine)
 */
export function heredocsOf(text: string): readonly HeredocStart[] {
  if (!text.includes('<<')) return []
  const found: HeredocStart[] = []
  for (const { raw, offset } of shellWords(text) ?? []) {
    const [, dash, quoted] = opening.exec(raw) ?? []
    if (quoted === undefined) continue
    const name = unquote(quoted)
    // BuildKit expands what stands in braces, and no line is what comes of it.
    if (name === '' || name === undefined || quoted.includes('${')) continue
    found.push({ name, expands: name === quoted, chomps: dash === '-', offset })
  }
  return found
}

function shellWords(text: string): readonly { raw: string; offset: number }[] | undefined {
  const words: { raw: string; offset: number }[] = []
  let start = -1
  let quote = ''
  for (let at = 0; at <= text.length; at++) {
    const char = text[at]
    if (char === undefined || (quote === '' && isSpace(char))) {
      if (start >= 0) words.push({ raw: text.slice(start, at), offset: start })
      start = -1
      continue
    }
    if (start < 0) start = at
    if (char === escapeChar && quote !== "'") at++
    else if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
  }
  return quote === '' ? words : undefined
}

/** Without quotes and escapes; undefined if a quote stays open. */
function unquote(word: string): string | undefined {
  let text = ''
  let quote = ''
  for (let at = 0; at < word.length; at++) {
    const char = word[at] as string
    if (char === escapeChar && quote !== "'") text += word[++at] ?? ''
    else if (quote === '' && (char === '"' || char === "'")) quote = char
    else if (char === quote) quote = ''
    else text += char
  }
  return quote === '' ? text : undefined
}
