import { nearest } from '../../outcome/index.ts'
import type { Comment, Dockerfile, Place } from './dockerfile/index.ts'
import type { RuleDoc } from './rule.ts'

/** `# image-hygiene ignore=RULE until=2027-01-31 reason=…`: it speaks for the instruction below it, or around it. */
export interface Ignore {
  readonly rules: readonly string[]
  /** `yyyy-mm-dd`; it holds through that day, UTC. */
  readonly until: string
  readonly reason: string
  readonly line: number
  /** The lines of the instruction that it speaks for. */
  readonly from: number
  readonly to: number
}

export interface IgnoreFault extends Place {
  readonly rule: (typeof ignoreRules)[number]['id']
  readonly message: string
}

/** What can be said of an ignore itself. */
export const ignoreRules = [
  {
    id: 'ignore-refused',
    summary: 'An ignore has no rule, no reason or no end',
    reason:
      'An exception without a reason cannot be judged by whoever reads it next, and one without an end stays for ever. Both are therefore no exceptions at all.',
    level: 'error',
    bad: '# image-hygiene ignore=final-stage-root',
    good: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80, see OPS-12',
    fix: 'Write: # image-hygiene ignore=RULE until=YYYY-MM-DD reason=WHY',
  },
  {
    id: 'ignore-expired',
    summary: 'An ignore has reached its end',
    reason:
      'After its last day an ignore holds no more: the finding is back, and somebody has to decide again.',
    level: 'warning',
    bad: '# image-hygiene ignore=base-eol until=2020-01-01 reason=migration is planned',
    good: '# image-hygiene ignore=base-eol until=2027-01-31 reason=migration is planned',
    fix: 'Mend what it hid, or give it a new end and say why.',
  },
  {
    id: 'ignore-unknown',
    summary: 'An ignore names a rule that does not exist',
    reason: 'A misspelt rule hides nothing today, and nobody notices until the finding fails a build.',
    level: 'warning',
    bad: '# image-hygiene ignore=final-stage-rot until=2027-01-31 reason=binds port 80',
    good: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80',
    fix: 'Correct the name of the rule.',
  },
  {
    id: 'ignore-unused',
    summary: 'An ignore hides nothing',
    reason:
      'What it hid has been mended, or it stands above the wrong line: either way it may hide something new one day.',
    level: 'warning',
    bad: '# image-hygiene ignore=final-stage-root until=2027-01-31 reason=binds port 80\nUSER 10001',
    good: 'USER 10001',
    fix: 'Take the comment out.',
  },
] as const satisfies readonly RuleDoc[]

/** More than any file needs; each finding is compared with each. */
const mostIgnores = 500

const start = /^#[ \t]*image-hygiene[ \t]+/

/** The ignores of a file, and what is wrong with them. */
export function readIgnores(
  dockerfile: Dockerfile,
  today: string,
  knownRules: ReadonlySet<string>,
  isRule: (name: string) => boolean,
): { readonly ignores: readonly Ignore[]; readonly faults: readonly IgnoreFault[] } {
  const ignores: Ignore[] = []
  const faults: IgnoreFault[] = []
  for (const comment of dockerfile.comments) {
    if (!start.test(comment.text)) continue
    const read = readIgnore(comment, dockerfile)
    if (typeof read === 'string') {
      faults.push({ rule: 'ignore-refused', line: comment.line, column: 1, message: read })
      continue
    }
    const unknown = read.rules.filter(rule => !isRule(rule))
    for (const rule of unknown) {
      const meant = nearest(rule, knownRules)
      const hint = meant === undefined ? '' : `; did you mean ${meant}?`
      faults.push({
        rule: 'ignore-unknown',
        line: comment.line,
        column: 1,
        message: `there is no rule '${rule.slice(0, 80)}'${hint}`,
      })
    }
    if (read.until < today) {
      faults.push({
        rule: 'ignore-expired',
        line: comment.line,
        column: 1,
        message: `this ignore ended on ${read.until}: ${read.reason.slice(0, 200)}`,
      })
    } else if (ignores.length === mostIgnores) {
      const message = `only the first ${mostIgnores} ignores of a file hold`
      faults.push({ rule: 'ignore-refused', line: comment.line, column: 1, message })
    } else if (unknown.length < read.rules.length) ignores.push(read)
  }
  return { ignores, faults }
}

function readIgnore({ line, text }: Comment, dockerfile: Dockerfile): Ignore | string {
  const said = text.replace(start, '').slice(0, 2048)
  const rules =
    /(?:^|\s)ignore=(\S+)/
      .exec(said)?.[1]
      ?.split(',')
      .filter(rule => rule !== '') ?? []
  const until = /(?:^|\s)until=(\S+)/.exec(said)?.[1]
  const reason = /(?:^|\s)reason=(.+)$/
    .exec(said)?.[1]
    ?.replace(/^["'](.*)["']$/, '$1')
    .trim()
  if (rules.length === 0) return 'the comment names no rule: ignore=RULE is missing'
  if (until === undefined) return 'an ignore must have an end: until=YYYY-MM-DD is missing'
  if (!isDay(until)) return `until=${until.slice(0, 40)} is no day: write YYYY-MM-DD`
  if (!reason) return 'an ignore must say why: reason=… is missing'
  const instruction = instructionFor(line, dockerfile)
  return { rules, until, reason, line, from: instruction?.line ?? line, to: instruction?.endLine ?? line }
}

/** The instruction around the comment's line, or else the first one below it. */
function instructionFor(line: number, { instructions }: Dockerfile) {
  let low = 0
  let high = instructions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((instructions[middle]?.endLine ?? 0) < line) low = middle + 1
    else high = middle
  }
  return instructions[low]
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
