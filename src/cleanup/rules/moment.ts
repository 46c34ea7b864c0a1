import type { ClassMatch } from '../../policy/index.ts'
import type { Clock } from '../decision.ts'
import type { ClosedRequests, Moment } from '../view.ts'
import type { Case } from './rule.ts'

/** When a tag may go under its class; `undefined` where the class asks no clock. */
export function momentOf(one: Case): Moment | undefined {
  const { view, node, expires } = one
  if (expires?.kind !== 'after') return undefined
  return endOf(one) ?? view.clock(node, expires.seconds)
}

/** A preview whose pull request was closed, or whose branch was deleted, long enough ago does not wait for its label. */
function endOf({ view, node, match }: Case): Clock | 'unread' | undefined {
  const { closed, now } = view.world.facts
  if (match?.rule.ends !== 'closed' || closed === undefined) return undefined
  const end = earliestEnd(match, closed)
  if (end === undefined || end.at > now) return undefined
  const project = view.project(node)
  if (project === 'unread') return project
  return project === closed.project.toLowerCase() ? end : undefined
}

function earliestEnd({ rule, captured }: ClassMatch, closed: ClosedRequests): Clock | undefined {
  const { number, branch } = captured
  const after = rule.after ?? 0
  const request = number === undefined ? undefined : closed.at.get(number)
  const deleted = branch === undefined ? undefined : closed.branches.get(branch)
  if (deleted !== undefined && deleted < (request ?? Number.POSITIVE_INFINITY))
    return { at: deleted + after, source: 'branch-deleted' }
  return request === undefined ? undefined : { at: request + after, source: 'pull-request-closed' }
}
