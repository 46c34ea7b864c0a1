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
  const written = /^\s*(\S*)/.exec(text)?.[1] ?? ''
  // A backslash at the end would join the next line.
  const args = (body === '' ? '' : (standIns[keyword] ?? body)).replace(/[\r\n]/g, ' ').replace(/\\+\s*$/, '')
  return args === '' ? written : `${written} ${args}`
}
