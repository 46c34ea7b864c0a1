import { type Directives, readDirectives } from './directives.ts'
import { type Heredoc, heredocsOf } from './heredoc.ts'
import type { Instruction, Segment } from './instruction.ts'
import { instructionOf } from './split.ts'
import { endOf, startOf } from './words.ts'

export interface Comment {
  readonly line: number
  readonly text: string
}

/** Something that BuildKit refuses. */
export interface SyntaxFault {
  readonly line: number
  readonly column?: number
  readonly message: string
  /** Where the rule's own would not help. */
  readonly fix?: string
}

export interface Parsed {
  /** Physical lines, without their ends. */
  readonly lines: readonly string[]
  readonly directives: Directives
  readonly instructions: readonly Instruction[]
  readonly comments: readonly Comment[]
  readonly faults: readonly SyntaxFault[]
}

/** BuildKit reads line by line with a buffer of this size and refuses a longer line. */
export const longestLine = 65_535

/** No Dockerfile that anybody wrote comes near it. */
const largestFile = 1_048_576

const withHeredoc = new Set(['ADD', 'COPY', 'RUN'])

/**
 * Reads a Dockerfile the way BuildKit does: comments between continued lines, empty continued lines, heredocs.
 * One pass, linear in the text, and no text is refused as a whole: what BuildKit would refuse is a fault.
 * @see https://github.com/moby/buildkit/blob/v0.21.1/frontend/dockerfile/parser/parser.go
 */
export function parse(text: string): Parsed {
  if (text.length > largestFile) {
    const message = `the file is larger than ${largestFile.toLocaleString('en')} characters: it was not judged`
    return {
      lines: [],
      directives: readDirectives([]),
      instructions: [],
      comments: [],
      faults: [
        { line: 1, message, fix: 'If it is no Dockerfile, give it another name, or name those to judge.' },
      ],
    }
  }
  const lines = linesOf(text)
  const directives = readDirectives(lines)
  const { escapeChar } = directives
  const comments: Comment[] = []
  const instructions: Instruction[] = []
  const faults: SyntaxFault[] = [...directives.faults]
  const tooLong = lines.findIndex(line => line.length > longestLine)
  if (tooLong >= 0) faults.push({ line: tooLong + 1, message: tooLongMessage() })
  // BuildKit stops there, and so does every reading of what stands below.
  const end = tooLong >= 0 ? tooLong : lines.length

  let at = 0
  while (at < end) {
    const first = lines[at] as string
    const indent = startOf(first)
    if (indent === first.length) {
      at++
      continue
    }
    if (first[indent] === '#') {
      comments.push({ line: at + 1, text: first.slice(indent) })
      at++
      continue
    }
    const start = at
    const joined = new LogicalLine()
    let continues = joined.add(first.slice(indent), at + 1, indent + 1, escapeChar)
    at++
    while (continues && at < end) {
      const next = lines[at] as string
      const content = next.slice(startOf(next))
      if (content.startsWith('#')) comments.push({ line: at + 1, text: content })
      else if (content !== '') continues = joined.add(next, at + 1, 1, escapeChar)
      at++
    }
    const { text: logical, segments } = joined
    if (endOf(logical) === 0) {
      faults.push({ line: start + 1, message: 'there is nothing on this line but its continuation' })
      continue
    }
    const instruction = instructionOf(logical, segments, escapeChar)
    const heredocs: Heredoc[] = []
    if (withHeredoc.has((instruction.trigger ?? instruction).keyword) && instruction.json === undefined) {
      for (const opened of heredocsOf(logical)) {
        const bodyStart = at
        const body: string[] = []
        while (at < end && !terminates(lines[at] as string, opened)) body.push(lines[at++] as string)
        if (at >= end)
          faults.push({ line: start + 1, message: `the heredoc <<${opened.name} is never closed` })
        at++
        heredocs.push({ ...opened, line: bodyStart + 1, body: body.join('\n') })
      }
    }
    instructions.push({ ...instruction, heredocs, endLine: Math.min(at, end) })
  }
  return { lines, directives, instructions, comments, faults }
}

/** A function, because the first number that is formatted for people costs 25 ms: Node loads its languages for it. */
function tooLongMessage(): string {
  return `this line is longer than ${longestLine.toLocaleString('en')} characters, and BuildKit reads no further`
}

/** Physical lines without their ends; a byte order mark is no character of the first. */
function linesOf(text: string): readonly string[] {
  const lines = (text.startsWith('\uFEFF') ? text.slice(1) : text).split('\n').map(withoutReturns)
  // What stands behind the last line end is a line only if it is not empty.
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function withoutReturns(line: string): string {
  let end = line.length
  while (line[end - 1] === '\r') end--
  return end === line.length ? line : line.slice(0, end)
}

function terminates(line: string, { name, chomps }: { name: string; chomps: boolean }): boolean {
  return (chomps ? line.replace(/^\t+/, '') : line) === name
}

class LogicalLine {
  readonly #parts: string[] = []
  readonly segments: Segment[] = []
  #length = 0

  /** True if the line ends with an escape character, after which the next line goes on. */
  add(line: string, number: number, column: number, escapeChar: string): boolean {
    const end = line.trimEnd().length
    // An escape before the escape makes it a character: `C:\\` ends its line.
    const continues =
      line[end - 1] === escapeChar && (end === 1 || line[end - 2] !== escapeChar) && noReturn(line, end)
    const part = continues ? line.slice(0, end - 1) : line
    this.segments.push({ offset: this.#length, line: number, column })
    this.#parts.push(part)
    this.#length += part.length
    return continues
  }

  get text(): string {
    return this.#parts.join('')
  }
}

/** Only blanks and tabs may follow the escape character. */
function noReturn(line: string, end: number): boolean {
  return !/[^ \t]/.test(line.slice(end))
}
