import { nearest } from '../../../outcome/index.ts'
import { type Instruction, type Place, placeOf, plainWords, quotedWords } from '../dockerfile/index.ts'
import type { Hit } from '../rule.ts'
import { flagFaults } from './flag-faults.ts'

const keywords = [
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL'],
  ...['MAINTAINER', 'ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]
const known = new Set(keywords)

export function isKeyword(word: string): boolean {
  return known.has(word)
}

/** BuildKit takes these without arguments; they do nothing then. */
const mayBeEmpty = new Set(['RUN', 'CMD', 'ENTRYPOINT'])

/** What BuildKit refuses of one instruction, whatever stands around it. */
export function* instructionFaults(instruction: Instruction): Generator<Hit> {
  const { keyword, body } = instruction
  const place = placeOf(instruction)
  if (!known.has(keyword)) {
    const meant = nearest(keyword, keywords)
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`
    yield { ...place, message: `there is no instruction ${shortened(keyword)}${hint}` }
    return
  }
  yield* flagFaults(instruction)
  if (body === '') {
    yield {
      ...place,
      ...(mayBeEmpty.has(keyword) ? { level: 'warning' as const } : {}),
      message: `${keyword} needs an argument`,
    }
    return
  }
  const fault = arrayFault(instruction) ?? argumentFault(instruction)
  if (fault !== undefined) yield { ...place, ...fault.at, message: fault.message }
}

interface ArgumentFault {
  readonly message: string
  readonly at?: Place
}

const say = (message: string): ArgumentFault => ({ message })

const withArrays = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'])

/** An array with something else than texts is refused; what is no array at all is the shell form. */
function arrayFault({ keyword, body, json }: Instruction): ArgumentFault | undefined {
  if (!withArrays.has(keyword)) return undefined
  if (json === undefined && isArray(body)) return say(`an array of ${keyword} may hold texts only`)
  if (keyword === 'VOLUME' && json?.some(path => path.trim() === '')) return say('VOLUME names an empty path')
  const empty = json?.length === 0 && (keyword === 'VOLUME' || keyword === 'SHELL')
  return empty ? say(`${keyword} needs an argument`) : undefined
}

function isArray(body: string): boolean {
  if (!body.startsWith('[')) return false
  try {
    return Array.isArray(JSON.parse(body))
  } catch {
    return false
  }
}

function argumentFault(instruction: Instruction): ArgumentFault | undefined {
  const { keyword, body, json } = instruction
  switch (keyword) {
    case 'FROM': {
      const words = plainWords(body, 4)
      const named = words.length === 3 && /^as$/i.test(words[1]?.text ?? '')
      if (words.length === 1 || named) return undefined
      return say('FROM takes an image, and after AS the name of the stage; nothing else')
    }
    case 'ADD':
    case 'COPY':
      return transferFault(instruction)
    case 'SHELL':
      return json === undefined ? say('SHELL takes a JSON array: SHELL ["/bin/sh", "-c"]') : undefined
    case 'ENV':
    case 'LABEL':
    case 'ARG':
      return namesFault(instruction)
    case 'HEALTHCHECK':
      return healthFault(body)
    case 'ONBUILD': {
      const trigger = plainWords(body, 1)[0]?.text.toUpperCase() ?? ''
      const never = ['FROM', 'ONBUILD', 'MAINTAINER'].includes(trigger)
      return never ? say(`ONBUILD cannot postpone ${trigger}`) : undefined
    }
    default:
      return undefined
  }
}

function transferFault({ keyword, body, json, heredocs }: Instruction): ArgumentFault | undefined {
  // The destination is the last word, so all are needed where a heredoc may be it.
  const words = json ?? plainWords(body, heredocs.length > 0 ? undefined : 2).map(({ text }) => text)
  if (words.length < 2) return say(`${keyword} needs a source and a destination`)
  const isHeredoc = json === undefined && heredocs.length > 0 && words.at(-1)?.startsWith('<<')
  return isHeredoc ? say(`${keyword} cannot have a heredoc as its destination`) : undefined
}

/** `NAME=value …`, or for ENV and LABEL the old `NAME value`. */
function namesFault(instruction: Instruction): ArgumentFault | undefined {
  const { keyword, body } = instruction
  const words = quotedWords(body.slice(0, 65_536), '\\')
  const isOld = keyword !== 'ARG' && !words[0]?.text.includes('=')
  if (isOld) return words.length < 2 ? say(`${keyword} takes NAME=value`) : undefined
  for (const { text, offset } of words) {
    const at = placeOf(instruction, instruction.offset + offset)
    if (text.startsWith('=')) return { at, message: `${keyword}: there is no name before the =` }
    if (keyword === 'ARG' || text.includes('=')) continue
    return { at, message: `${keyword}: '${shortened(text)}' has no =; quote a value that has spaces` }
  }
  return undefined
}

function healthFault(body: string): ArgumentFault | undefined {
  const [, form = '', command = ''] = /^(\S+)\s*(.*)$/s.exec(body) ?? []
  if (/^none$/i.test(form)) return command === '' ? undefined : say('HEALTHCHECK NONE takes nothing else')
  if (!/^cmd$/i.test(form)) return say(`HEALTHCHECK takes CMD and a command, or NONE`)
  return command === '' || /^\[\s*\]$/.test(command) ? say('HEALTHCHECK CMD needs a command') : undefined
}

export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
