import { type Dockerfile, type Instruction, placeOf, plainWords } from '../dockerfile/index.ts'
import { selfReferences } from '../images.ts'
import type { Hit, Rule } from '../rule.ts'
import { instructionFaults, isKeyword, shortened } from './instruction-faults.ts'

/** A file that is no Dockerfile at all would have one fault a line. */
const mostFaults = 20

export const dockerfileInvalid: Rule = {
  id: 'dockerfile-invalid',
  summary: 'BuildKit refuses to read the Dockerfile',
  reason:
    'What BuildKit cannot read, it does not build, and no other rule can judge. Finding it here takes milliseconds instead of a build.',
  level: 'error',
  bad: 'FROM alpine:3.22\nRUM echo hello',
  good: 'FROM alpine:3.22\nRUN echo hello',
  fix: 'Correct the line as the message says.',
  *check({ dockerfile, images }) {
    let found = 0
    for (const hit of faultsOf(dockerfile)) {
      if (++found > mostFaults) return
      yield hit
    }
    for (const place of selfReferences(dockerfile)) {
      yield { ...place, message: 'the stage takes files from itself' }
    }
    for (const { line, column, fault, written } of images) {
      if (fault !== undefined)
        yield { line, column, message: `'${shortened(written)}' names no image: ${fault}` }
    }
  },
}

function* faultsOf(dockerfile: Dockerfile): Generator<Hit> {
  const { instructions, faults, stages, lines } = dockerfile
  const nul = lines.findIndex(line => line.includes('\0'))
  if (nul >= 0) {
    const column = (lines[nul] as string).indexOf('\0') + 1
    yield { line: nul + 1, column, message: 'there is a NUL byte: this is no text file' }
    return
  }
  for (const fault of faults) yield { column: 1, ...fault }
  if (instructions.length === 0 && faults.length === 0) {
    yield { line: 1, column: 1, message: 'the file has no instruction, so there is nothing to build' }
  }
  if (instructions.length > 0 && stages.length === 0) {
    yield {
      ...placeOf(instructions[0] as Instruction),
      message: 'there is no FROM, so there is nothing to build',
    }
  }
  const firstFrom = stages[0]?.from.line ?? Number.POSITIVE_INFINITY
  const names = new Set<string>()
  for (const instruction of instructions) {
    if (instruction.line < firstFrom && isKeyword(instruction.keyword) && instruction.keyword !== 'ARG') {
      const what = `${instruction.keyword} stands before the first FROM; only ARG may`
      if (instruction.keyword !== 'FROM') yield { ...placeOf(instruction), message: what }
    }
    yield* instructionFaults(instruction)
    const name = instruction.keyword === 'FROM' ? stageName(instruction) : undefined
    if (name !== undefined && !/^[a-z][a-z0-9-_.]*$/.test(name)) {
      const what = `'${shortened(name)}' cannot name a stage: a letter, then letters, digits, - _ .`
      yield { ...placeOf(instruction), message: what }
    }
    if (name !== undefined && names.has(name)) {
      const what = `a second stage is named '${shortened(name)}': below, this one is meant`
      yield { ...placeOf(instruction), level: 'warning', message: what }
    }
    if (name !== undefined) names.add(name)
  }
}

function stageName(from: Instruction): string | undefined {
  const [, as, name] = plainWords(from.body, 3)
  return /^as$/i.test(as?.text ?? '') ? name?.text.toLowerCase() : undefined
}
