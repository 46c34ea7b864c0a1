/** A word and where it starts in the text that it was cut from. */
export interface Word {
  readonly text: string
  readonly offset: number
}

/**
 * Cuts a text at white space, quotes and escapes kept in the words, as BuildKit does for ENV, LABEL and ARG.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/line_parsers.go
 */
export function quotedWords(text: string, escapeChar: string): readonly Word[] {
  const words: Word[] = []
  let start = -1
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string
    if (start < 0) {
      if (isSpace(char)) continue
      start = at
    }
    if (quote === '' && isSpace(char)) {
      words.push({ text: text.slice(start, at), offset: start })
      start = -1
    } else if (char === escapeChar && quote !== "'") at++
    else if (quote === '') quote = char === '"' || char === "'" ? char : ''
    else if (char === quote) quote = ''
  }
  if (start >= 0) words.push({ text: text.slice(start), offset: start })
  return words
}

/** Cuts a text at white space and nothing else; no more than `most` words. */
export function plainWords(text: string, most = Number.POSITIVE_INFINITY): readonly Word[] {
  const words: Word[] = []
  let at = 0
  while (words.length < most) {
    while (at < text.length && isSpace(text[at] as string)) at++
    if (at >= text.length) break
    const start = at
    while (at < text.length && !isSpace(text[at] as string)) at++
    words.push({ text: text.slice(start, at), offset: start })
  }
  return words
}

/** White space as Go knows it: without the byte order mark that JavaScript trims, with U+0085. */
const blank = '\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const leading = new RegExp(`^[${blank}]*`)
const isBlank = new RegExp(`^[${blank}]$`)

/** Where a text starts, white space left out. */
export function startOf(text: string): number {
  return leading.exec(text)?.[0].length ?? 0
}

/** Where it ends. */
export function endOf(text: string): number {
  let end = text.length
  while (end > 0 && isBlank.test(text[end - 1] as string)) end--
  return end
}

export function isSpace(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r' || char === '\v' || char === '\f'
}
