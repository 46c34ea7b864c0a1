import { compareFindings, type Finding, formatLocation, type Outcome, type Result } from '../outcome/index.ts'
import { inCode, inMarkdown } from './harmless.ts'

/** A job summary may hold 1 MiB in bytes; past that GitHub drops all of it. */
const longest = 900_000

const words = { pass: '✅ pass', warn: '⚠️ warn', fail: '❌ fail', error: '🛑 could not be decided' } as const

interface Told extends Pick<Result, 'summary' | 'summaryIsWhole'> {
  /** 2 and 3 share a verdict; people must not mistake one for the other. */
  readonly exitCode?: number
}

/** The job summary: the step's own story if it has one, then its findings; whole rows are dropped with a count. */
export function summaryOf(outcome: Outcome, told: Told = {}): string {
  const verdict = told.exitCode === 2 ? '⛔ the call or the policy file is wrong' : words[outcome.verdict]
  const title = `## image-hygiene ${outcome.step}: ${verdict}\n\n`
  const story = told.summary === undefined ? '' : `${told.summary}\n\n`
  if (bytes(story) >= longest) return title + findingsTable(outcome.findings)
  if (told.summaryIsWhole) return title + story
  return title + story + findingsTable(outcome.findings, longest - bytes(story))
}

/** Findings as a Markdown table of at most `room` bytes. */
export function findingsTable(findings: readonly Finding[], room: number = longest): string {
  if (findings.length === 0) return ''
  let table = '| | where | rule | what | what to do |\n|---|---|---|---|---|\n'
  let used = bytes(table) + 200
  const sorted = findings.toSorted(compareFindings)
  for (const [index, finding] of sorted.entries()) {
    const row = `${rowOf(finding)}\n`
    used += bytes(row)
    if (used > room)
      return `${table}\n${sorted.length - index} more findings are left out here: the reports have them all.\n`
    table += row
  }
  return table
}

function rowOf({ severity, rule, message, fix, location, image }: Finding): string {
  const where = location === undefined ? image : formatLocation(location)
  const cells = [
    severity,
    where === undefined ? '' : inCode(where),
    inCode(rule),
    inMarkdown(message),
    fix === undefined
      ? ''
      : fix
          .split('\n')
          .map(line => inCode(line))
          .join('<br>'),
  ]
  return `| ${cells.join(' | ')} |`
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
