import type { Heredoc } from './heredoc.ts'

export interface Place {
  readonly line: number
  readonly column: number
}

export interface Flag {
  readonly name: string
  /** Undefined for `--link`, empty for `--link=`. */
  readonly value: string | undefined
  readonly offset: number
}

/** One instruction: its logical line, with continued lines joined, and the way back to the physical ones. */
export interface Instruction {
  /** In capitals, known to BuildKit or not. */
  readonly keyword: string
  readonly line: number
  /** The last line, heredoc bodies and their terminators included. */
  readonly endLine: number
  readonly text: string
  readonly segments: readonly Segment[]
  readonly flags: readonly Flag[]
  /** What follows the flags, trimmed; it starts at `offset` in `text`. */
  readonly body: string
  readonly offset: number
  /** The body as a JSON array of strings, where the instruction has that form. */
  readonly json?: readonly string[]
  readonly heredocs: readonly Heredoc[]
  /** What ONBUILD postpones. */
  readonly trigger?: Instruction
}

/** From `offset` of the logical line on, the text stands at this line and column. */
export interface Segment extends Place {
  readonly offset: number
}

/** Where a character of the logical line stands in the file. */
export function placeOf(instruction: Instruction, offset = 0): Place {
  const { segments } = instruction
  let low = 0
  let high = segments.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle] as Segment).offset <= offset) low = middle
    else high = middle - 1
  }
  const segment = segments[low] as Segment
  return { line: segment.line, column: segment.column + offset - segment.offset }
}

export function flagOf(instruction: Instruction, name: string): string | undefined {
  return instruction.flags.find(flag => flag.name === name)?.value
}
