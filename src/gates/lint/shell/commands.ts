/** A word of a shell script, its quotes taken off; `offset` is where it starts in the script. */
export interface ShellWord {
  readonly text: string
  readonly offset: number
}

/** A simple command: up to `;`, `&&`, `||`, `|`, `&`, a parenthesis or the end of the line. */
export type Command = readonly ShellWord[]

/** Scripts nest in `$(…)` and backquotes; deeper ones are not looked into. */
const deepest = 6

/**
 * The commands of a POSIX shell script, those in `$(…)` behind the one that holds them. No shell is run and nothing
 * is expanded: this is for finding `apt-get install`, not for knowing what it does. Linear in the text.
 */
export function commandsOf(script: string, start = 0, depth = 0): readonly Command[] {
  const commands: Command[] = []
  const nested: { text: string; offset: number }[] = []
  let words: ShellWord[] = []
  let parts: string[] = []
  let wordStart = -1
  let quote = ''
  // Where a search for the end of a substitution failed, no second one starts: that keeps the whole linear.
  let searched = -1

  const endWord = () => {
    if (wordStart >= 0) words.push({ text: parts.join(''), offset: start + wordStart })
    parts = []
    wordStart = -1
  }
  const endCommand = () => {
    endWord()
    if (words.length > 0) commands.push(words)
    words = []
  }

  for (let at = 0; at < script.length; at++) {
    const char = script[at] as string
    if (quote === "'") {
      if (char === "'") quote = ''
      else parts.push(char)
      continue
    }
    if (quote === '' && /\s/.test(char)) {
      if (char === '\n') endCommand()
      else endWord()
      continue
    }
    if (quote === '' && ';&|()'.includes(char)) {
      // `2>&1` and `&>` are redirections, not ends.
      if (char === '&' && (script[at - 1] === '>' || script[at + 1] === '>')) {
        parts.push(char)
        if (wordStart < 0) wordStart = at
      } else endCommand()
      continue
    }
    if (quote === '' && char === '#' && wordStart < 0) {
      const newline = script.indexOf('\n', at)
      at = newline < 0 ? script.length : newline - 1
      continue
    }
    if (wordStart < 0) wordStart = at
    if (char === '\\') {
      const next = script[++at]
      if (next !== undefined && next !== '\n') parts.push(next)
    } else if (char === quote) quote = ''
    else if (quote === '' && (char === "'" || char === '"')) quote = char
    else if (char === '`' || (char === '$' && script[at + 1] === '(')) {
      const open = at + (char === '`' ? 1 : 2)
      const close = at < searched ? -1 : closing(script, open, char === '`')
      if (close < 0) {
        searched = Math.max(searched, open + reach)
        parts.push(char)
      } else {
        nested.push({ text: script.slice(open, close), offset: open })
        parts.push(script.slice(at, close + 1))
        at = close
      }
    } else parts.push(char)
  }
  endCommand()
  if (depth >= deepest) return commands
  return [...commands, ...nested.flatMap(({ text, offset }) => commandsOf(text, start + offset, depth + 1))]
}

/** A substitution longer than this is passed over. */
const reach = 16_384

/** The backquote or parenthesis that closes a substitution; -1 if there is none within reach. */
function closing(script: string, from: number, backquote: boolean): number {
  const end = Math.min(script.length, from + reach)
  let depth = 1
  let quote = ''
  for (let at = from; at < end; at++) {
    const char = script[at] as string
    if (char === '\\') at++
    else if (backquote) {
      if (char === '`') return at
    } else if (quote !== '') quote = char === quote ? '' : quote
    else if (char === "'" || char === '"') quote = char
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return at
  }
  return -1
}
