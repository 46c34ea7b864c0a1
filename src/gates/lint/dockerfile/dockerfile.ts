import { type Expansion, expand } from './expand.ts'
import type { Instruction } from './instruction.ts'
import { type Comment, parse, type SyntaxFault } from './parse.ts'
import { automaticVariable, declare, lookupAt, type Scope } from './scope.ts'
import { plainWords } from './words.ts'

/** A Dockerfile with its stages linked and its variables resolved as far as the file alone allows. */
export interface Dockerfile {
  readonly file: string
  readonly lines: readonly string[]
  readonly escapeChar: '\\' | '`'
  /** The frontend image that `# syntax=` names. */
  readonly syntax?: string
  /** All of them, in order; those before the first FROM too. */
  readonly instructions: readonly Instruction[]
  readonly comments: readonly Comment[]
  /** What BuildKit refuses to read. */
  readonly faults: readonly SyntaxFault[]
  readonly stages: readonly Stage[]
  /** The stages of each name, in order; of several, the nearest above is meant. */
  readonly stagesByName: ReadonlyMap<string, readonly Stage[]>
  /** The value of a word of this instruction, with the variables that hold there. */
  readonly expandAt: (instruction: Instruction, text: string) => Expansion
}

export interface Stage {
  readonly index: number
  /** Lower case, as BuildKit compares names. */
  readonly name?: string
  readonly from: Instruction
  readonly base: Base
  /** The earlier stage that `base` names. */
  readonly parent?: Stage
  /** Without FROM. */
  readonly instructions: readonly Instruction[]
}

/** The image or stage named after FROM, expanded. */
export interface Base extends Expansion {
  readonly written: string
  /** Where the word starts in the instruction's text. */
  readonly offset: number
}

interface Building extends Stage {
  readonly instructions: Instruction[]
  readonly scope: Scope
}

export function readDockerfile(file: string, text: string): Dockerfile {
  const { lines, directives, instructions, comments, faults } = parse(text)
  const { escapeChar } = directives
  const globals: Scope = { entries: new Map() }
  const stages: Building[] = []
  const byName = new Map<string, Building[]>()
  const positions = new Map<Instruction, { scope: Scope; at: number }>()
  for (const [at, instruction] of instructions.entries()) {
    const current = stages.at(-1)
    if (instruction.keyword === 'FROM') {
      const stage = open(instruction, at, stages.length, globals, byName, escapeChar)
      stages.push(stage)
      if (stage.name !== undefined) {
        const others = byName.get(stage.name)
        if (others === undefined) byName.set(stage.name, [stage])
        else others.push(stage)
      }
      positions.set(instruction, { scope: globals, at })
    } else {
      const scope = current?.scope ?? globals
      positions.set(instruction, { scope, at })
      current?.instructions.push(instruction)
      declare(instruction, at, scope, escapeChar)
    }
  }
  return {
    file,
    lines,
    escapeChar,
    ...(directives.syntax === undefined ? {} : { syntax: directives.syntax }),
    instructions,
    comments,
    faults,
    stages,
    stagesByName: byName,
    expandAt: (instruction, word) => {
      const { scope, at } = positions.get(instruction) ?? { scope: globals, at: 0 }
      return expand(word, lookupAt(scope, at), escapeChar)
    },
  }
}

function open(
  from: Instruction,
  at: number,
  index: number,
  globals: Scope,
  byName: ReadonlyMap<string, readonly Building[]>,
  escapeChar: string,
): Building {
  const [image, as, alias] = plainWords(from.body, 3)
  const written = image?.text ?? ''
  const lookup = lookupAt(globals, at)
  const expanded = expand(written, name => lookup(name) ?? automaticVariable(name, from.line), escapeChar)
  const parent = byName.get(expanded.text.toLowerCase())?.at(-1)
  const name = as?.text.toLowerCase() === 'as' ? alias?.text.toLowerCase() : undefined
  return {
    index,
    ...(name === undefined ? {} : { name }),
    from,
    base: { ...expanded, written, offset: from.offset },
    ...(parent === undefined ? {} : { parent }),
    instructions: [],
    scope: { entries: new Map(), globals, ...(parent === undefined ? {} : { parent: parent.scope }) },
  }
}

/** The stage that `COPY --from` or `--mount=from=` names, by name or number: one earlier than `before`. */
export function stageNamed(dockerfile: Dockerfile, name: string, before: number): Stage | undefined {
  const named = dockerfile.stagesByName.get(name.toLowerCase()) ?? []
  // The last one above, by halves: a hostile file has thousands of one name.
  let low = 0
  let high = named.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((named[middle] as Stage).index < before) low = middle + 1
    else high = middle
  }
  if (low > 0) return named[low - 1]
  const number = /^\d{1,6}$/.test(name) ? Number(name) : before
  return number < before ? dockerfile.stages[number] : undefined
}
