import type { Instruction } from '../dockerfile/index.ts'

/**
 * Stand-ins for what dockerfilelint misreads: flags, ranges, JSON arrays, options it does not know. Their arguments are
 * judged in `dockerfilelint-verdicts.ts` instead; the rest of the line is still theirs to judge.
 */
const standIns: Readonly<Record<string, string>> = {
  FROM: 'scratch',
  EXPOSE: '80',
  HEALTHCHECK: 'NONE',
  SHELL: '["sh"]',
  ADD: 'a b',
  COPY: 'a b',
}

/**
 * Instructions as dockerfilelint can read them: one on each line, without flags, heredoc bodies, comments between
 * continued lines, carriage returns and foreign escape characters. Line n is the n-th of them.
 */
export function textFor(instructions: readonly Instruction[]): string {
  return instructions.map(lineFor).join('\n')
}

function lineFor({ keyword, text, body }: Instruction): string {
  const written = firstWord(text)
  const args = body === '' ? '' : (standIns[keyword] ?? oneLine(body))
  return args === '' ? written : `${written} ${args}`
}

function firstWord(text: string): string {
  const start = text.search(/\S/)
  const length = text.slice(start, start + 1024).search(/\s/)
  return start < 0 ? '' : text.slice(start, length < 0 ? start + 1024 : start + length)
}

/** A carriage return would be a line end to it, and a backslash at the end would join the next line. */
function oneLine(body: string): string {
  const line = body.includes('\r') ? body.replaceAll('\r', ' ') : body
  let end = line.trimEnd().length
  while (line[end - 1] === '\\') end = line.slice(0, end - 1).trimEnd().length
  return line.slice(0, end)
}
