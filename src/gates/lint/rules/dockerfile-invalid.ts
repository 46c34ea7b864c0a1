import { nearest } from '../../../outcome/index.ts'
import { type Dockerfile, type Instruction, placeOf, plainWords } from '../dockerfile/index.ts'
import type { Hit, Rule } from '../rule.ts'

const keywords = [
  ...[
    'ADD',
    'ARG',
    'CMD',
    'COPY',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'FROM',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
  ],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]
const known = new Set(keywords)

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
    for (const { line, column, fault, written } of images) {
      if (fault !== undefined) yield { line, column, message: `'${short(written)}' names no image: ${fault}` }
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
    if (instruction.line < firstFrom && known.has(instruction.keyword) && instruction.keyword !== 'ARG') {
      const what = `${instruction.keyword} stands before the first FROM; only ARG may`
      if (instruction.keyword !== 'FROM') yield { ...placeOf(instruction), message: what }
    }
    yield* faultOf(instruction)
    const name = instruction.keyword === 'FROM' ? stageName(instruction) : undefined
    if (name !== undefined && names.has(name)) {
      yield { ...placeOf(instruction), message: `a second stage is named '${short(name)}'` }
    }
    if (name !== undefined) names.add(name)
  }
}

function* faultOf(instruction: Instruction): Generator<Hit> {
  const { keyword, body, json } = instruction
  const place = placeOf(instruction)
  if (!known.has(keyword)) {
    const meant = nearest(keyword, keywords)
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    yield { ...place, message: `there is no instruction ${short(keyword)}${hint}` }
    return
  }
  if (body === '') {
    yield { ...place, message: `${keyword} needs an argument` }
    return
  }
  const words = plainWords(body.slice(0, 65_536))
  if (
    keyword === 'FROM' &&
    !(words.length === 1 || (words.length === 3 && /^as$/i.test(words[1]?.text ?? '')))
  ) {
    yield { ...place, message: 'FROM takes an image, and after AS the name of the stage; nothing else' }
  }
  if ((keyword === 'COPY' || keyword === 'ADD') && (json ?? words).length < 2) {
    yield { ...place, message: `${keyword} needs a source and a destination` }
  }
  if (keyword === 'SHELL' && json === undefined) {
    yield { ...place, message: 'SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]' }
  }
  if (keyword === 'ENV' && !words[0]?.text.includes('=') && words.length < 2) {
    yield { ...place, message: 'ENV takes NAME=value' }
  }
}

function stageName(from: Instruction): string | undefined {
  const [, as, name] = plainWords(from.body.slice(0, 4096))
  return /^as$/i.test(as?.text ?? '') ? name?.text.toLowerCase() : undefined
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
