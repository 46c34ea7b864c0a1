import { type Dockerfile, type Instruction, quotedWords } from './dockerfile/index.ts'

/** What COPY or ADD takes where. */
export interface Transfer {
  /** Expanded; those that a variable hides are left out. Heredocs are no sources. */
  readonly sources: readonly Source[]
  readonly destination: string
}

export interface Source {
  readonly text: string
  /** Where it starts in the instruction's text. */
  readonly offset: number
}

/** Half of the rules ask for the same ones. */
const known = new WeakMap<Instruction, Transfer>()

export function transferOf(instruction: Instruction, dockerfile: Dockerfile): Transfer | undefined {
  const { keyword } = instruction
  if (keyword !== 'COPY' && keyword !== 'ADD') return undefined
  const before = known.get(instruction)
  if (before !== undefined) return before
  const transfer = readTransfer(instruction, dockerfile)
  if (transfer !== undefined) known.set(instruction, transfer)
  return transfer
}

function readTransfer(instruction: Instruction, dockerfile: Dockerfile): Transfer | undefined {
  const { body, json, offset } = instruction
  const words = json?.map(text => ({ text, offset: 0 })) ?? quotedWords(body, dockerfile.escapeChar)
  const last = words.at(-1)
  if (last === undefined || words.length < 2) return undefined
  return {
    sources: words.slice(0, -1).flatMap(word => {
      if (/^\d*<</.test(word.text)) return []
      const { text, known } = dockerfile.expandAt(instruction, word.text)
      return known ? [{ text, offset: offset + word.offset }] : []
    }),
    destination: dockerfile.expandAt(instruction, last.text).text,
  }
}

/** True if a source is the whole build context. */
export function isWholeContext(source: string): boolean {
  return /^(?:\.?\/*|(?:\.\/)*\*?|\/\*)$/.test(source)
}

export function isRemote(source: string): boolean {
  return /^(?:https?|git|ssh|ftp):\/\/|^git@/i.test(source)
}
