import type { Proposal } from '../../forge/index.ts'
import type { Instant } from '../../image/index.ts'
import type { Seconds } from '../../policy/index.ts'
import { type Plan, type PlanLine, planId } from '../plan-file.ts'
import type { Edits } from './edits.ts'
import { parseMarker } from './marker.ts'
import { nameOf } from './message.ts'
import type { Observation, Observed, Proposals } from './observe.ts'
import type { Wanted } from './proposal.ts'
import { idInTitle, shortId } from './title.ts'

/** What can be decided before the branch is looked at. */
export interface Outlook {
  readonly seen: Proposals
  readonly wanted: Wanted
  readonly now: Instant
  readonly quietAfterClose: Seconds
}

export interface Situation extends Outlook {
  readonly seen: Observation
  /** Whether a repository is held: what is open stays as it is. */
  readonly held: boolean
}

/** The one thing to do, decided before anything is written. */
export type Move =
  | {
      readonly to: 'leave'
      readonly operation: 'unchanged' | 'held' | 'quiet'
      readonly why: Left
      readonly proposal?: Proposal
    }
  | { readonly to: 'close'; readonly proposal: Proposal }
  /** People did something that cannot be carried along: one comment, then hands off. */
  | { readonly to: 'stop'; readonly proposal: Proposal; readonly why: string }
  | {
      readonly to: 'write'
      /** Whether the file needs a commit, and onto what. */
      readonly commit: 'none' | 'new-branch' | Observed
      /** The open proposal, or none: then one is opened. */
      readonly proposal?: Proposal
      readonly text: boolean
    }

export type Left =
  | { readonly because: 'same' | 'held' | 'nothing-to-do' | 'already-merged' }
  | { readonly because: 'stopped' | 'foreign-branch'; readonly what: string }
  | { readonly because: 'other-base'; readonly what: string }
  | { readonly because: 'refused' }
  | { readonly because: 'closed-lately'; readonly until: Instant }

export function nextMove(situation: Situation): Move {
  const { open } = situation.seen
  return open === undefined ? withoutOpen(situation) : withOpen(situation, open)
}

/** The reasons to write nothing at all that need no look at the branch. */
export function quietMove({ seen, wanted, now, quietAfterClose }: Outlook): Move | undefined {
  if (seen.open !== undefined) return undefined
  const quiet = (why: Left, proposal: Proposal): Move => ({ to: 'leave', operation: 'quiet', why, proposal })
  if (!deletes(wanted)) return { to: 'leave', operation: 'unchanged', why: { because: 'nothing-to-do' } }
  if (seen.merged !== undefined && planId(seen.merged.lines) === wanted.id) {
    const merged = seen.ended.find(({ state }) => state === 'merged')
    const why = { because: 'already-merged' } as const
    return { to: 'leave', operation: 'unchanged', why, ...(merged === undefined ? {} : { proposal: merged }) }
  }
  const refused = seen.ended.filter(isRefusal).find(proposal => says(proposal, wanted))
  if (refused !== undefined) return quiet({ because: 'refused' }, refused)
  const [latest] = seen.ended
  if (latest === undefined || !isRefusal(latest)) return undefined
  const until = (latest.endedAt ?? now) + quietAfterClose
  return until > now ? quiet({ because: 'closed-lately', until }, latest) : undefined
}

function withOpen(situation: Situation, proposal: Proposal): Move {
  const { seen, wanted, held } = situation
  const leave = (why: Left): Move => ({
    to: 'leave',
    operation: why.because === 'held' ? 'held' : 'unchanged',
    why,
    proposal,
  })
  if (held) return leave({ because: 'held' })
  if (proposal.base !== seen.base.branch) return leave({ because: 'other-base', what: proposal.base })
  const observed = seen.branch
  if (observed === undefined) {
    return { to: 'write', commit: 'new-branch', proposal, text: isOtherText(proposal, wanted) }
  }
  if (!observed.edits.understood) {
    const what = observed.edits.why
    const stopped = parseMarker(proposal.body)?.state === 'stopped'
    return stopped ? leave({ because: 'stopped', what }) : { to: 'stop', proposal, why: what }
  }
  if (isEmpty(situation)) return { to: 'close', proposal }
  const commit = holds(observed, wanted) ? 'none' : observed
  const text = isOtherText(proposal, wanted)
  return commit === 'none' && !text ? leave({ because: 'same' }) : { to: 'write', commit, proposal, text }
}

function withoutOpen(situation: Situation): Move {
  const quiet = quietMove(situation)
  if (quiet !== undefined) return quiet
  const { branch: observed } = situation.seen
  if (observed === undefined) return { to: 'write', commit: 'new-branch', text: true }
  if (observed.use === 'live' && !observed.edits.understood) {
    const why = { because: 'foreign-branch', what: observed.edits.why } as const
    return { to: 'leave', operation: 'unchanged', why }
  }
  // A squash that overtook a refresh leaves a branch that has the plan, but no longer merges: one commit mends it.
  const merges = observed.use === 'live' && observed.branch.behind !== true
  const commit = merges && holds(observed, situation.wanted) ? 'none' : observed
  return { to: 'write', commit, text: true }
}

/** Nothing goes, and no reviewer's keep is waiting on the branch to be merged. */
function isEmpty({ wanted, seen }: Situation): boolean {
  if (deletes(wanted)) return false
  const known = new Set(keepsOf(seen.merged?.lines ?? []).map(nameOf))
  return keepsOf(wanted.lines).every(line => known.has(nameOf(line)))
}

function deletes({ lines }: Wanted): boolean {
  return lines.some(({ action }) => action !== 'keep')
}

function keepsOf(lines: readonly PlanLine[]): readonly PlanLine[] {
  return lines.filter(({ action }) => action === 'keep')
}

/** Whether the branch already has what is wanted: as bytes, or as the same lines after a reviewer's edits. */
function holds({ text, edits }: Observed, wanted: Wanted): boolean {
  if (text === wanted.text) return true
  return (
    isUnderstood(edits) &&
    !edits.untouched &&
    planId(edits.plan.lines) === wanted.id &&
    sameHeader(edits.plan, wanted)
  )
}

function isUnderstood(edits: Edits): edits is Extract<Edits, { understood: true }> {
  return edits.understood
}

/** Policy and sources, in the first line of the wanted file, next to its own id. */
function sameHeader({ header: { policy, sources } }: Plan, wanted: Wanted): boolean {
  const first = JSON.parse(wanted.text.slice(0, wanted.text.indexOf('\n'))) as {
    policy: string
    sources: string[]
  }
  return first.policy === policy && first.sources.join('\n') === sources.join('\n')
}

function isOtherText({ body }: Proposal, { marker }: Wanted): boolean {
  const there = parseMarker(body)
  return (
    there === undefined ||
    there.text !== marker.text ||
    there.plan !== marker.plan ||
    there.proposed !== marker.proposed ||
    there.state !== undefined
  )
}

/** Closed by a person. One that the tool closed itself, because nothing was left, is no "no". */
function isRefusal({ state, body }: Proposal): boolean {
  return state === 'closed' && parseMarker(body)?.state !== 'emptied'
}

/** Whether this closed proposal was about the same plan. */
function says({ title, body }: Proposal, { id, proposed }: Wanted): boolean {
  const marker = parseMarker(body)
  if (marker === undefined) return idInTitle(title) === shortId(id) || idInTitle(title) === shortId(proposed)
  const ids = new Set([marker.plan, marker.proposed])
  return ids.has(id) || ids.has(proposed)
}
