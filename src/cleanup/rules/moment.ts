import type { Clock } from '../decision.ts'
import type { Moment } from '../view.ts'
import type { Case } from './rule.ts'

/** When a tag may go under its class; `undefined` where the class asks no clock. */
export function momentOf({ view, node, match, expires }: Case): Moment | undefined {
  if (expires?.kind !== 'after') return undefined
  return endOf({ view, match }) ?? view.clock(node, expires.seconds)
}

/** A preview whose pull request was closed long enough ago does not wait for its label. */
function endOf({ view, match }: Pick<Case, 'view'> & { match: Case['match'] }): Clock | undefined {
  if (match?.rule.ends !== 'closed' || match.captured.number === undefined) return undefined
  const closed = view.world.facts.closed?.get(match.captured.number)
  if (closed === undefined) return undefined
  const at = closed + (match.rule.after ?? 0)
  return at <= view.world.facts.now ? { at, source: 'pull-request-closed' } : undefined
}
