import { parseReference } from '../../../image/index.ts'
import {
  type Dockerfile,
  type Instruction,
  type Place,
  placeOf,
  plainWords,
  type Stage,
} from '../dockerfile/index.ts'
import { hasOption } from '../shell/program.ts'
import { type Started, startedBy } from '../shell/run.ts'
import { transferOf } from '../transfer.ts'

export interface Verdict extends Place {
  readonly rule: string
}

/** What dockerfilelint's own rules say of the instructions that it misreads, judged with our parser. */
export function* verdictsOn(dockerfile: Dockerfile): Generator<Verdict> {
  const [first] = dockerfile.instructions
  if (first !== undefined && first.keyword !== 'FROM' && first.keyword !== 'ARG') {
    yield { rule: 'from_first', ...placeOf(first) }
  }
  for (const stage of dockerfile.stages) yield* onFrom(stage)
  for (const instruction of dockerfile.instructions) {
    switch (instruction.keyword) {
      case 'EXPOSE':
        yield* onExpose(instruction)
        break
      case 'HEALTHCHECK':
        yield* onHealthcheck(instruction)
        break
      case 'SHELL':
        if (instruction.body !== '' && instruction.json === undefined) {
          yield { rule: 'invalid_format', ...placeOf(instruction, instruction.offset) }
        }
        break
      case 'ADD':
        yield* onAdd(instruction, dockerfile)
    }
  }
}

function* onFrom({ from, base, parent }: Stage): Generator<Verdict> {
  if (parent !== undefined || base.text === 'scratch' || !base.known || base.written === '') return
  const reference = parseReference(base.text)
  if ('fault' in reference) return
  const own = placeOf(from, base.offset)
  const place = base.origin === undefined ? own : { line: base.origin, column: 1 }
  if (reference.tag === 'latest' && reference.digest === undefined) yield { rule: 'latest_tag', ...place }
  if (reference.tag === undefined && reference.digest === undefined) yield { rule: 'missing_tag', ...place }
}

/** Ports and ranges of tcp, udp and sctp; what a variable hides is let through. */
function* onExpose(instruction: Instruction): Generator<Verdict> {
  for (const { text, offset } of plainWords(instruction.body)) {
    const place = placeOf(instruction, instruction.offset + offset)
    if (text.includes('$')) continue
    const [, first, last] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/(?:tcp|udp|sctp))?$/i.exec(text) ?? []
    if (first !== undefined && Number(first) <= Number(last ?? first) && Number(last ?? first) <= 65_535)
      continue
    yield { rule: text.includes(':') ? 'expose_host_port' : 'invalid_port', ...place }
  }
}

const healthOptions = new Set(['interval', 'timeout', 'start-period', 'start-interval', 'retries'])

function* onHealthcheck(instruction: Instruction): Generator<Verdict> {
  const { flags, body } = instruction
  for (const { name, value, offset } of flags) {
    const place = placeOf(instruction, offset)
    if (!healthOptions.has(name)) yield { rule: 'invalid_format', ...place }
    else if (!value) yield { rule: 'healthcheck_options_missing_args', ...place }
  }
  const form = /^none$/i.test(body) ? flags.length === 0 : /^cmd\s+\S/i.test(body)
  if (body !== '' && !form) yield { rule: 'invalid_format', ...placeOf(instruction, instruction.offset) }
}

function* onAdd(instruction: Instruction, dockerfile: Dockerfile): Generator<Verdict> {
  if (instruction.body === '') return
  const transfer = transferOf(instruction, dockerfile)
  const place = placeOf(instruction)
  if (transfer === undefined) {
    yield { rule: 'missing_args', ...place }
    return
  }
  const { sources, destination } = transfer
  for (const { text, offset } of sources) {
    // BuildKit takes a leading slash as the root of the context; two dots leave it.
    if (/^\.\.(?:\/|$)/.test(text)) yield { rule: 'add_src_invalid', ...placeOf(instruction, offset) }
  }
  const folder = /\/$|^\.\.?$|\$/.test(destination)
  if (sources.length > 1 && !folder) yield { rule: 'add_dest_invalid', ...place }
}

/** False if dockerfilelint says something about a RUN that is not so; what it is right about, it may say. */
export function isTrueOf(rule: string, instruction: Instruction): boolean {
  if (rule === 'sudo_usage') return usesSudo(instruction)
  // It wants an address in MAINTAINER, which nobody else does.
  if (instruction.keyword === 'MAINTAINER') return rule !== 'missing_args' && rule !== 'extra_args'
  if (instruction.keyword !== 'RUN' || !rule.startsWith('apt-get')) return true
  switch (rule) {
    case 'apt-get_missing_param':
    case 'apt-get_recommends':
      return culprit(rule, instruction) !== undefined
    case 'apt-get-update_require_install': {
      const installs = ['install', 'upgrade', 'dist-upgrade', 'build-dep', 'download', 'source']
      return !aptGets(instruction).some(one => installs.includes(verbOf(one)))
    }
    default:
      return true
  }
}

/** Where a rule of dockerfilelint's, which names only lines, has something to say: the command, else the instruction. */
export function placeOfRule(rule: string, instruction: Instruction): Place {
  return culprit(rule, instruction)?.place ?? placeOf(instruction)
}

/** The command of a RUN that a rule is about. */
function culprit(rule: string, instruction: Instruction): Started | undefined {
  if (instruction.keyword !== 'RUN') return undefined
  const verb = (...verbs: readonly string[]) =>
    aptGets(instruction).filter(one => verbs.includes(verbOf(one)))
  switch (rule) {
    case 'sudo_usage':
      return startedBy(instruction).find(isSudo)
    case 'apt-get_missing_param':
      return verb('install', 'remove', 'upgrade').find(one => !saysYes(one))
    case 'apt-get_recommends':
      return verb('install').find(one => !leavesOutRecommended(one))
    case 'apt-get-upgrade':
      return verb('upgrade')[0]
    case 'apt-get-dist-upgrade':
      return verb('dist-upgrade')[0]
    case 'apt-get-update_require_install':
    case 'apt-get_missing_rm':
      return verb('update')[0]
    case 'apkadd-missing_nocache_or_updaterm':
    case 'apkadd-missing-virtual':
      return startedBy(instruction).find(one => one.program === 'apk' && verbOf(one) === 'add')
    default:
      return undefined
  }
}

function aptGets(instruction: Instruction): readonly Started[] {
  return startedBy(instruction).filter(({ program }) => program === 'apt-get')
}

/** Options with a value of their own would be taken for the verb. */
function verbOf({ words }: Started): string {
  for (let at = 0; at < words.length; at++) {
    const text = words[at]?.text ?? ''
    if (/^(?:-o|-c|-t|--option|--config-file|--target-release)$/.test(text)) at++
    else if (!text.startsWith('-')) return text
  }
  return ''
}

/** `-qq` and `--quiet=2` imply yes. */
function saysYes(started: Started): boolean {
  return (
    hasOption(started, '--yes', '--assume-yes', '--quiet=2', '--force-yes', '-q=2') ||
    started.words.some(({ text }) => /^-[a-z]*y[a-z]*$/.test(text) || /^-[a-z]*q[a-z]*q[a-z]*$/.test(text))
  )
}

function leavesOutRecommended(started: Started): boolean {
  return (
    hasOption(started, '--no-install-recommends') ||
    started.words.some(({ text }) => /^(?:-o)?apt::install-recommends=["']?(?:0|false|no)/i.test(text))
  )
}

function usesSudo(instruction: Instruction): boolean {
  const { keyword, json } = instruction
  if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword)) return false
  if (json !== undefined) return json[0] === 'sudo'
  return startedBy(instruction).some(isSudo)
}

function isSudo({ program, wrappers }: Started): boolean {
  return program === 'sudo' || wrappers.includes('sudo')
}
