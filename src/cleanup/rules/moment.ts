import type { Clock } from '../decision.ts'
import type { Moment } from '../view.ts'
import type { Case } from './rule.ts'

/** When a tag may go under its class; `undefined` where the class asks no clock. */
export function momentOf(one: Case): Moment | undefined {
  const { view, node, expires } = one
  if (expires?.kind !== 'after') return undefined
  return endOf(one) ?? view.clock(node, expires.seconds)
}

/** A preview whose pull request was closed long enough ago does not wait for its label. */
function endOf({ view, node, match }: Case): Clock | 'unread' | undefined {
  const { closed, now } = view.world.facts
  if (match?.rule.ends !== 'closed' || match.captured.number === undefined || closed === undefined)
    return undefined
  const since = closed.at.get(match.captured.number)
  if (since === undefined || since + (match.rule.after ?? 0) > now) return undefined
  const project = view.project(node)
  if (project === 'unread') return project
  return project === closed.project.toLowerCase()
    ? { at: since + (match.rule.after ?? 0), source: 'pull-request-closed' }
    : undefined
}
