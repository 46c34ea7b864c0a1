import type { Forge, Proposal } from '../../forge/index.ts'
import { type Finding, HygieneError } from '../../outcome/index.ts'
import type { CleanupRules } from '../../policy/index.ts'
import type { PlanLine } from '../plan-file.ts'
import type { Words } from './body-facts.ts'
import { closingComment, stoppingComment, withStoppedBanner } from './comments.ts'
import { findingsOf } from './findings.ts'
import { withState } from './marker.ts'
import { type Move, nextMove, quietMove } from './move.ts'
import { type Observation, observeBranch, observeProposals, type Proposals, planAt } from './observe.ts'
import { type FreshPlan, type Wanted, wantedOf } from './proposal.ts'

export type Operation = 'created' | 'updated' | 'unchanged' | 'closed' | 'held' | 'quiet'

export interface Proposed {
  readonly operation: Operation
  readonly number?: number
  readonly url?: string
  readonly findings: readonly Finding[]
  /** The plan as it stands on the branch or would: what the plan file of this run should hold too. */
  readonly text: string
}

/** What reviewers said on the branch of the proposal. */
export interface Reviewed {
  /** Its keep lines, to be remembered besides those on the default branch. */
  readonly keeps: readonly PlanLine[]
  /** `repository@digest` of lines they deleted; a keep line of the default branch among them is forgotten again. */
  readonly struck: ReadonlySet<string>
}

const nobody: Reviewed = { keeps: [], struck: new Set() }

export interface ProposeOptions {
  readonly forge: Forge
  readonly rules: Pick<CleanupRules, 'plan-file' | 'pull-request'>
  /** Decides under what reviewers said on the branch. Asked again whenever they have said something else by then. */
  readonly plan: (reviewed: Reviewed) => Promise<FreshPlan>
  readonly now: number
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** How often a run looks again because somebody wrote at the same time. */
const rounds = 5
const day = 86_400

/**
 * Keeps exactly one cleanup proposal true. Looks, decides (`nextMove`), then writes; whatever was written by others in
 * between makes it look again. The branch only moves forward, so no round can lose what a person wrote.
 */
export async function propose(options: ProposeOptions): Promise<Proposed> {
  const { forge, rules, wait } = options
  for (let round = 1; round <= rounds; round++) {
    const settled = await proposeOnce(options)
    if (settled !== 'moved') return settled
    await wait(500 * 2 ** round)
  }
  throw new HygieneError(
    'undecidable',
    `the branch ${rules['pull-request'].branch} or its ${forge.words.proposal} kept changing while it was being refreshed`,
    { fix: 'run the step again; let only one plan job run at a time (concurrency, resource_group)' },
  )
}

async function proposeOnce(options: ProposeOptions): Promise<Proposed | 'moved'> {
  const { forge, rules, now, plan } = options
  const { branch, 'quiet-after-close': quietAfterClose } = rules['pull-request']
  const words: Words = {
    proposal: forge.words.proposal,
    planFile: rules['plan-file'],
    quietDays: Math.round(quietAfterClose / day),
  }
  const proposals = await observeProposals(forge, branch, rules['plan-file'])
  if (proposals.open === undefined) {
    const wanted = wantedOf(await plan(nobody), nobody.struck, words)
    const quiet = quietMove({ seen: proposals, wanted, now, quietAfterClose })
    if (quiet !== undefined) return told(options, proposals, wanted, quiet)
  }
  const observed = await observeBranch(forge, branch, rules['plan-file'], proposals)
  const edits = observed.branch?.edits
  const reviewed: Reviewed = edits?.understood === true ? edits : nobody
  const fresh = await plan(reviewed)
  const held = fresh.decision.repositories.some(repository => repository.held.length > 0)
  const wanted = wantedOf(fresh, reviewed.struck, words)
  const seen = await withMerged(options, observed, wanted)
  return told(options, seen, wanted, nextMove({ seen, wanted, held, now, quietAfterClose }))
}

/** The plan on the default branch, where closing hangs on whether its keep lines are there already. */
async function withMerged(
  { forge, rules }: ProposeOptions,
  seen: Observation,
  { lines }: Wanted,
): Promise<Observation> {
  const onlyKeeps = lines.length > 0 && lines.every(({ action }) => action === 'keep')
  if (seen.open === undefined || !onlyKeeps) return seen
  const merged = await planAt(forge, rules['plan-file'], seen.base.commit)
  return merged === undefined ? seen : { ...seen, merged }
}

async function told(
  options: ProposeOptions,
  seen: Proposals | Observation,
  wanted: Wanted,
  move: Move,
): Promise<Proposed | 'moved'> {
  const done = await act(options, seen, wanted, move)
  if (done === 'moved') return done
  return {
    ...done,
    findings: [...findingsOf(move, options.forge.words), ...done.findings],
    text: wanted.text,
  }
}

type Done = Omit<Proposed, 'text'>

async function act(
  options: ProposeOptions,
  seen: Proposals | Observation,
  wanted: Wanted,
  move: Move,
): Promise<Done | 'moved'> {
  const { forge } = options
  switch (move.to) {
    case 'leave':
      return { operation: move.operation, ...addressOf(move.proposal), findings: [] }
    case 'close': {
      const { proposal } = move
      await forge.close(proposal, withState(proposal.body, 'emptied'))
      await forge.comment(proposal.number, closingComment)
      return { operation: 'closed', ...addressOf(proposal), findings: [] }
    }
    case 'stop': {
      const { proposal, why } = move
      const said = await forge.comments(proposal.number)
      await forge.update(proposal, { body: withStoppedBanner(proposal.body, why) })
      const comment = stoppingComment(why)
      if (!said.some(({ body }) => body.includes(comment.mark)))
        await forge.comment(proposal.number, comment.text)
      return { operation: 'unchanged', ...addressOf(proposal), findings: [] }
    }
    case 'write':
      return 'base' in seen ? write(options, seen, wanted, move) : 'moved'
  }
}

async function write(
  { forge, rules }: ProposeOptions,
  { base }: Observation,
  { text: content, message, title, body }: Wanted,
  { commit, proposal, text }: Extract<Move, { to: 'write' }>,
): Promise<Done | 'moved'> {
  const { branch, draft, labels, reviewers, assignees } = rules['pull-request']
  if (commit !== 'none') {
    const onto = commit === 'new-branch' ? {} : { onto: commit }
    const made = await forge.commit({ branch, path: rules['plan-file'], content, message, base, ...onto })
    if (made === 'moved') return 'moved'
  }
  if (proposal === undefined) {
    const opened = await forge.open({
      branch,
      base: base.branch,
      title,
      body,
      draft,
      labels,
      reviewers,
      assignees,
    })
    if (opened === 'exists') return 'moved'
    const findings = opened.missed.map(
      (message): Finding => ({ rule: 'pull-request-incomplete', severity: 'warning', message }),
    )
    return { operation: 'created', ...addressOf(opened.proposal), findings }
  }
  if (text) {
    const updated = await forge.update(proposal, { title, body })
    if (updated.state !== 'open') return 'moved'
  }
  return { operation: 'updated', ...addressOf(proposal), findings: [] }
}

function addressOf(proposal: Proposal | undefined): { readonly number?: number; readonly url?: string } {
  return proposal === undefined ? {} : { number: proposal.number, url: proposal.url }
}
