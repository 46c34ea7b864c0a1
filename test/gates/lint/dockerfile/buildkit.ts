// How BuildKit reads Dockerfiles, as test/lab/tools/go/dockerfile-parser says it, and how ours does, in the same words.
import { parse } from '../../../../src/gates/lint/dockerfile/parse.ts'

export interface Answer {
  readonly text: string
  /** Why it cannot be split into instructions. */
  readonly error?: string
  /** Why one of its instructions is none. */
  readonly refused?: string
  readonly escape?: string
  readonly instructions?: readonly {
    readonly keyword: string
    readonly line: number
    readonly endLine: number
    readonly flags: readonly string[]
    readonly json: boolean
    readonly heredocs: readonly { name: string; body: string; expands: boolean; chomps: boolean }[]
  }[]
}

/** What BuildKit's parser made of a text that it takes. */
export function theirReading({ escape: escapeChar, instructions = [] }: Answer) {
  return {
    escapeChar,
    instructions: instructions
      // A lone continuation is an instruction without a name there, and a fault here.
      .filter(({ keyword }) => keyword !== '')
      .map(({ json, heredocs, ...rest }) => ({
        ...rest,
        // BuildKit marks a HEALTHCHECK by its command, and that is no business of the grammar.
        json: rest.keyword === 'HEALTHCHECK' ? false : json,
        heredocs: heredocs.map(({ body, ...more }) => ({
          ...more,
          body: body.replaceAll('\r', '').replace(/\n$/, ''),
        })),
      })),
  }
}

export function ourReading(text: string): ReturnType<typeof theirReading> {
  const { directives, instructions } = parse(text)
  return {
    escapeChar: directives.escapeChar,
    instructions: instructions.map(({ keyword, line, endLine, flags, json, heredocs }) => ({
      keyword,
      line,
      endLine,
      flags: flags.map(({ name, value }) => `--${name}${value === undefined ? '' : `=${value}`}`),
      json: keyword === 'HEALTHCHECK' ? false : json !== undefined,
      heredocs: heredocs.map(({ name, body, expands, chomps }) => ({ name, body, expands, chomps })),
    })),
  }
}
