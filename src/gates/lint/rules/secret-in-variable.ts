import { assignments, type Dockerfile, type Instruction, placeOf, quotedWords } from '../dockerfile/index.ts'
import type { Hit, Rule } from '../rule.ts'
import { mayBeSecret, namesSecret, secretIn } from '../secrets.ts'

export const secretInVariable: Rule = {
  id: 'secret-in-variable',
  summary: 'A secret is in ARG, ENV, LABEL or a command',
  reason:
    'ENV and LABEL are in the image’s config for anybody who can pull it; ARG values and commands are in its history. Deleting them in a later layer changes nothing, and the registry keeps every copy.',
  level: 'error',
  bad: 'FROM node:22\nARG NPM_TOKEN\nRUN npm config set //npm.example.com/:_authToken=$NPM_TOKEN',
  good: 'FROM node:22\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci',
  fix: 'Give it to the one command that needs it: RUN --mount=type=secret,id=NAME …; at run time, from the platform’s secrets.',
  *check({ dockerfile }) {
    for (const instruction of dockerfile.instructions) {
      if (instruction.keyword === 'ARG') yield* inArgument(instruction, dockerfile)
      else if (instruction.keyword === 'ENV') yield* inEnvironment(instruction, dockerfile)
      else if (!['RUN', 'LABEL', 'ADD', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(instruction.keyword))
        continue
      yield* byShape(instruction)
    }
  },
}

/** A default is the secret itself; without one, the value given to the build still ends in the history. */
function* inArgument(instruction: Instruction, { escapeChar }: Dockerfile): Generator<Hit> {
  for (const { text, offset } of quotedWords(instruction.body, escapeChar)) {
    const equals = text.indexOf('=')
    const name = equals < 0 ? text : text.slice(0, equals)
    if (!namesSecret(name)) continue
    const place = placeOf(instruction, instruction.offset + offset)
    const value = equals < 0 ? '' : text.slice(equals + 1)
    const empty = /^(?:""|'')?$/.test(value)
    if (!empty && !mayBeSecret(value)) continue
    yield empty
      ? {
          ...place,
          level: 'warning',
          message: `ARG ${name}: what the build is given for it ends in the image’s history`,
        }
      : { ...place, message: `ARG ${name} has a secret as its default` }
  }
}

function* inEnvironment(instruction: Instruction, dockerfile: Dockerfile): Generator<Hit> {
  for (const { name, value, offset } of assignments(instruction, dockerfile.escapeChar)) {
    if (!namesSecret(name) || !mayBeSecret(value.text)) continue
    yield { ...placeOf(instruction, offset), message: `ENV ${name} puts a secret into the image’s config` }
  }
}

function* byShape(instruction: Instruction): Generator<Hit> {
  const found = secretIn(instruction.text)
  if (found !== undefined) {
    yield {
      ...placeOf(instruction, found.offset),
      message: `this is ${found.what}, readable for anybody who can pull the image`,
    }
  }
  for (const { body, line } of instruction.heredocs) {
    const inside = secretIn(body)
    if (inside === undefined) continue
    const above = body.slice(0, inside.offset).split('\n')
    yield {
      line: line + above.length - 1,
      column: (above.at(-1)?.length ?? 0) + 1,
      message: `this is ${inside.what}, readable for anybody who can pull the image`,
    }
  }
}
