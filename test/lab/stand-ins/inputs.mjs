// Inputs as a runner hands them over, lists as docker's actions read them.
import { appendFileSync } from 'node:fs'

/** Fails on an input that the real action does not have: a runner only warns of it, and the value is lost. */
export function knownInputs(...names) {
  const known = new Set(names.map(name => `INPUT_${name.toUpperCase()}`))
  const strange = Object.keys(process.env).filter(name => name.startsWith('INPUT_') && !known.has(name))
  if (strange.length > 0) fail(`unknown inputs: ${strange.join(', ')}`)
}

export const input = name => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** Lines as CSV records whose fields are joined again, and trimmed. */
export const lines = name =>
  input(name)
    .split('\n')
    .map(joinedFields)
    .map(line => line.trim())
    .filter(line => line !== '')

/** The same, with commas parting items. */
export const items = name =>
  input(name)
    .split('\n')
    .flatMap(line => line.split(','))
    .map(item => item.trim())
    .filter(item => item !== '')

export function setOutput(name, value) {
  const end = `end_${Math.random().toString(36).slice(2)}`
  appendFileSync(process.env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`)
}

export function fail(message) {
  console.error(`stand-in: ${message}`)
  process.exit(1)
}

export function keyValue(line) {
  const equals = line.indexOf('=')
  if (equals < 1) fail(`'${line}' is no key=value`)
  return [line.slice(0, equals), line.slice(equals + 1)]
}

function joinedFields(line) {
  const fields = []
  let rest = line
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(?=,|$)/.exec(rest)
    const field = quoted ? quoted[0] : /^[^,]*/.exec(rest)[0]
    fields.push(quoted ? quoted[1].replaceAll('""', '"') : field)
    if (rest.length === field.length) return fields.join(',')
    rest = rest.slice(field.length + 1)
  }
}
