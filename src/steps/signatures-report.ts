import { formatReference } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import { alike, inCode, inMarkdown, oneLine, terminalFindings } from '../report/index.ts'
import type { Pinned } from '../signing/index.ts'

/** One image of the table that sign and verify show. */
export interface SignatureRow {
  readonly image: Pinned
  /** How many were accepted. */
  readonly signatures: number
  /** What else is to be said: its class, that it is a fallback. */
  readonly notes: readonly string[]
  readonly finding?: Finding
  /** What else was found about it: a tag that was moved, a layer that is missing. */
  readonly besides?: readonly Finding[]
}

export function signaturesText(rows: readonly SignatureRow[], findings: readonly Finding[]): string {
  const lines = rows.map(row => oneLine(`${mark(row)} ${formatReference(row.image)}  ${state(row)}`, 1000))
  return [lines.join('\n'), terminalFindings(alike(findings))].filter(part => part !== '').join('\n\n')
}

export function signaturesTable(rows: readonly SignatureRow[]): string {
  const head = '| | image | signature |\n|---|---|---|'
  const lines = rows.map(
    row => `| ${mark(row)} | ${inCode(formatReference(row.image))} | ${inMarkdown(state(row))} |`,
  )
  return [head, ...lines].join('\n')
}

/** What was not decided for want of an answer is no verdict, unless something else is surely wrong. */
export function undecided(findings: readonly Finding[]): boolean {
  const errors = findings.filter(({ severity }) => severity === 'error')
  return errors.length > 0 && errors.every(({ rule }) => rule === 'undecidable')
}

function mark({ finding, besides = [] }: SignatureRow): string {
  const all = finding === undefined ? besides : [finding, ...besides]
  const errors = all.filter(({ severity }) => severity === 'error')
  if (errors.some(({ rule }) => rule !== 'undecidable')) return '✗'
  if (errors.length > 0) return '?'
  return all.length > 0 ? '!' : '✓'
}

function state({ signatures, notes, finding, besides = [] }: SignatureRow): string {
  const verified = `${signatures} ${signatures === 1 ? 'signature' : 'signatures'} verified`
  const rules = new Set([finding?.rule ?? verified, ...besides.map(({ rule }) => rule)])
  return [...rules, ...notes].join(', ')
}
