import { nearest } from '../../../outcome/index.ts'
import { type Dockerfile, type Instruction, placeOf, plainWords, quotedWords } from '../dockerfile/index.ts'
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

/** @see https://docs.docker.com/reference/dockerfile/ */
const flags: Readonly<Record<string, readonly string[]>> = {
  FROM: ['platform'],
  RUN: ['mount', 'network', 'security', 'device'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  ADD: ['keep-git-dir', 'checksum', 'chown', 'chmod', 'link', 'unpack', 'exclude'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
}

/** BuildKit takes these without arguments; they do nothing then. */
const mayBeEmpty = new Set(['RUN', 'CMD', 'ENTRYPOINT'])

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
    if (name !== undefined && !/^[a-z][a-z0-9-_.]*$/.test(name)) {
      const what = `'${short(name)}' cannot name a stage: a letter, then letters, digits, - _ .`
      yield { ...placeOf(instruction), message: what }
    }
    if (name !== undefined && names.has(name)) {
      const what = `a second stage is named '${short(name)}': below, this one is meant`
      yield { ...placeOf(instruction), level: 'warning', message: what }
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
  for (const { name, offset } of instruction.flags) {
    if (flags[keyword]?.includes(name)) continue
    const meant = nearest(name, flags[keyword] ?? [])
    const hint = meant === undefined ? '' : `; did you mean --${meant}?`
    yield { ...placeOf(instruction, offset), message: `${keyword} has no flag --${short(name)}${hint}` }
  }
  if (body === '') {
    yield {
      ...place,
      ...(mayBeEmpty.has(keyword) ? { level: 'warning' as const } : {}),
      message: `${keyword} needs an argument`,
    }
    return
  }
  if (!withWords.has(keyword)) return
  // Four words are enough to tell too many from enough.
  const words = plainWords(body, 4)
  if (
    keyword === 'FROM' &&
    !(words.length === 1 || (words.length === 3 && /^as$/i.test(words[1]?.text ?? '')))
  ) {
    yield { ...place, message: 'FROM takes an image, and after AS the name of the stage; nothing else' }
  }
  if ((keyword === 'COPY' || keyword === 'ADD') && (json ?? words).length < 2) {
    yield { ...place, message: `${keyword} needs a source and a destination` }
  }
  if (json === undefined && withArrays.has(keyword) && isMixedArray(body)) {
    yield { ...place, message: `an array of ${keyword} may hold texts only` }
  } else if (keyword === 'SHELL' && json === undefined) {
    yield { ...place, message: 'SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]' }
  }
  if ((keyword === 'ENV' || keyword === 'LABEL') && words[0]?.text.includes('=')) {
    const bare = quotedWords(body.slice(0, 65_536), '\\').find(({ text }) => !text.includes('='))
    if (bare !== undefined) {
      const at = placeOf(instruction, instruction.offset + bare.offset)
      yield { ...at, message: `${keyword}: '${short(bare.text)}' has no =; quote a value that has spaces` }
    }
  }
  if (keyword === 'ENV' && !words[0]?.text.includes('=') && words.length < 2) {
    yield { ...place, message: 'ENV takes NAME=value' }
  }
}

/** Instructions whose words are looked at. */
const withWords = new Set([
  'ADD',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'FROM',
  'LABEL',
  'RUN',
  'SHELL',
  'VOLUME',
])

const withArrays = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'])

/** An array with something else than texts is refused; what is no array at all is the shell form. */
function isMixedArray(body: string): boolean {
  if (!body.startsWith('[')) return false
  try {
    return Array.isArray(JSON.parse(body))
  } catch {
    return false
  }
}

function stageName(from: Instruction): string | undefined {
  const [, as, name] = plainWords(from.body, 3)
  return /^as$/i.test(as?.text ?? '') ? name?.text.toLowerCase() : undefined
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
