import { oneLine } from '../../report/index.ts'
import { type Action, actionsOf, countTiers } from './action.ts'
import type { Judged, Judgement } from './judge.ts'
import type { Other } from './others.ts'

/**
 * The line a manager understands: how many to fix now and by what, and what the others are. `2 to fix now: both by
 * bumping the base image; 1,431 others do not run`.
 */
export function headline(judgements: readonly Judgement[], beside: Beside = nothing): string {
  const failing = countFailing(judgements)
  const { errors, unjudged } = beside
  const calm =
    judgements.length === 0 ? [] : [errors === 0 ? 'Nothing to fix now' : 'No vulnerability to fix now']
  const fix = failing > 0 ? [`${count(failing)} to fix now: ${waysOf(judgements, failing)}`] : calm
  const further = [
    ...(errors === 0 ? [] : [`${count(errors)} other ${errors === 1 ? 'error' : 'errors'}`]),
    ...(unjudged === 0
      ? []
      : [`${count(unjudged)} ${unjudged === 1 ? 'image' : 'images'} could not be judged`]),
  ]
  const others = judgements.flatMap(({ judged }) => judged.filter(({ fails }) => !fails))
  const muted = judgements.reduce((sum, { report }) => sum + report.suppressed.length, 0)
  const quiet = muted === 0 ? [] : [`${count(muted)} suppressed by VEX or the scanner`]
  return [...fix, ...further, ...restOf(others), ...quiet].join('; ')
}

/** What is told besides the findings of reports. */
export interface Beside {
  /** Errors that are no finding of a report: what lies in layers, an exception that is too long. */
  readonly errors: number
  /** Images that could not be judged. */
  readonly unjudged: number
}

const nothing: Beside = { errors: 0, unjudged: 0 }

/** How many findings of the report fail the gate. */
export function countFailing(judgements: readonly Judgement[]): number {
  return judgements.reduce(
    (sum, { judged, others }) =>
      sum + judged.filter(({ fails }) => fails).length + others.filter(({ fails }) => fails).length,
    0,
  )
}

function waysOf(judgements: readonly Judgement[], total: number): string {
  const ways = new Map<string, number>()
  for (const { kind, fails } of judgements.flatMap(({ others }) => others)) {
    if (fails) ways.set(otherWays[kind], (ways.get(otherWays[kind]) ?? 0) + 1)
  }
  for (const group of judgements.flatMap(actionsOf)) {
    if (group.failing === 0) continue
    const way = wayOf(group.action)
    ways.set(way, (ways.get(way) ?? 0) + group.failing)
  }
  const sorted = [...ways].toSorted(([, a], [, b]) => b - a)
  if (sorted.length === 1 && total > 1) return `${total === 2 ? 'both' : 'all'} ${sorted[0]?.[0]}`
  const shown = sorted.slice(0, 3).map(([way, number]) => (total === 1 ? way : `${count(number)} ${way}`))
  const more = sorted.slice(3).reduce((sum, [, number]) => sum + number, 0)
  return [...shown, ...(more === 0 ? [] : [`${count(more)} in other ways`])].join(', ')
}

function wayOf(action: Action): string {
  switch (action.kind) {
    case 'bump-base':
      return action.guessed ? 'by bumping the base image (guessed)' : 'by bumping the base image'
    case 'bump-package':
      return `by upgrading ${oneLine(action.package, 60)}`
    case 'delete-image':
      return 'by deleting the image'
    case 'wait':
      return 'without a fix yet: replace the package or accept it in the policy'
    case 'accepted':
      return 'accepted'
  }
}

const otherWays: Readonly<Record<Other['kind'], string>> = {
  secret: 'by revoking what leaked',
  misconfiguration: 'by correcting the configuration',
  licence: 'by replacing what has a refused licence',
}

function restOf(others: readonly Judged[]): readonly string[] {
  const counts = countTiers(others)
  const idle = counts.T4 + counts.X
  const waiting = others.length - idle - counts.A
  return [
    ...(idle === 0 ? [] : [`${otherOnes(idle)} ${idle === 1 ? 'does' : 'do'} not run`]),
    ...(waiting === 0 ? [] : [`${otherOnes(waiting)} can wait`]),
    ...(counts.A === 0 ? [] : [`${count(counts.A)} accepted for a time`]),
  ]
}

/** `1,431`; by hand, as the first use of Node's own takes 20 ms to load its tables. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function otherOnes(number: number): string {
  return `${count(number)} ${number === 1 ? 'other' : 'others'}`
}
