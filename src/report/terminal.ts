import { compareFindings, type Finding, formatLocation } from '../outcome/index.ts'
import { oneLine } from './harmless.ts'

/** The lines of the files that findings point into, by path; with them a code frame is drawn. */
export type Sources = ReadonlyMap<string, readonly string[]>

/** Further ones are a line each: nobody reads a thousand frames, and a log has its limits. */
const mostFrames = 100

/** Findings as a compiler would print them: where, what, the line with a caret, and what to do. */
export function terminalFindings(findings: readonly Finding[], sources: Sources = new Map()): string {
  return findings
    .toSorted(compareFindings)
    .map((finding, index) => {
      const where = finding.location === undefined ? finding.image : formatLocation(finding.location)
      const head = `${where === undefined ? '' : `${oneLine(where)} `}${finding.severity} ${finding.rule}`
      const told = `${head}: ${oneLine(finding.message, 2000)}`
      if (index >= mostFrames) return told
      return [
        told,
        ...codeFrame(finding, sources),
        ...(finding.fix === undefined ? [] : [`  fix: ${indented(finding.fix)}`]),
      ].join('\n')
    })
    .join('\n')
}

function codeFrame({ location }: Finding, sources: Sources): readonly string[] {
  const source = location === undefined ? undefined : sources.get(location.file)?.[location.line - 1]
  if (location === undefined || source === undefined) return []
  const number = String(location.line)
  const column = Math.min(location.column ?? source.length - source.trimStart().length + 1, source.length + 1)
  // A long line is shown around its column, not from its start.
  const start = column > 100 ? column - 60 : 0
  const shown = oneLine(source.slice(start, start + 120), 120)
  const before = oneLine(source.slice(start, column - 1), 120)
  return [`  ${number} | ${shown}`, `  ${' '.repeat(number.length)} | ${' '.repeat(before.length)}^`]
}

/** A fix may have several lines (YAML to paste): the first stands behind `fix:`, the others under it. */
function indented(fix: string): string {
  return fix
    .split('\n')
    .map(line => oneLine(line))
    .join('\n       ')
}
