import type { Decision } from '../decision.ts'
import { formatPlan, type PlanHeader, type PlanId, type PlanLine, planId } from '../plan-file.ts'
import { bodyOf } from './body.ts'
import type { Words } from './body-facts.ts'
import { formatMarker, hashText, type Marker } from './marker.ts'
import { messageOf, nameOf } from './message.ts'
import { titleOf } from './title.ts'

/** A fresh plan, before reviewers' strikes are taken out of it. */
export interface FreshPlan {
  readonly header: Omit<PlanHeader, 'plan'>
  /** Delete and keep lines. */
  readonly lines: readonly PlanLine[]
  readonly decision: Decision
}

/** Everything that the forge is to show of a plan. */
export interface Wanted {
  readonly id: PlanId
  /** The id without strikes. */
  readonly proposed: PlanId
  readonly lines: readonly PlanLine[]
  /** The file. */
  readonly text: string
  /** Still proposed, and struck: sorted. */
  readonly struck: readonly string[]
  readonly title: string
  /** With its marker. */
  readonly body: string
  readonly marker: Marker
  readonly message: string
}

export function wantedOf(fresh: FreshPlan, strikes: ReadonlySet<string>, words: Words): Wanted {
  const isStruck = (line: PlanLine): boolean => line.action !== 'keep' && strikes.has(nameOf(line))
  const lines = fresh.lines.filter(line => !isStruck(line))
  const struck = fresh.lines.filter(isStruck).map(nameOf).sort()
  const text = formatPlan(fresh.header, lines)
  const id = idOf(text)
  // Sorting and hashing ten thousand lines takes a while: not twice for the same ones.
  const proposed = struck.length === 0 ? id : planId(fresh.lines)
  const { body: told, totals } = bodyOf({ ...fresh, lines, struck, id, words })
  const title = titleOf(totals, id)
  const marker = { plan: id, proposed, text: hashText(`${title}\n${told}`) }
  return {
    id,
    proposed,
    lines,
    text,
    struck,
    title,
    body: `${told}\n\n${formatMarker(marker)}\n`,
    marker,
    // Also the strikes of what is not proposed just now: while the proposal is open, it may be again.
    message: messageOf({ plan: id, struck: [...strikes].sort() }, title),
  }
}

/** The id in the first line of a file that was just written. */
function idOf(text: string): PlanId {
  return (JSON.parse(text.slice(0, text.indexOf('\n'))) as { plan: PlanId }).plan
}
