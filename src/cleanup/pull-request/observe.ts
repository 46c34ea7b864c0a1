import type { Base, Branch, BranchUse, Forge, Proposal } from '../../forge/index.ts'
import type { Plan } from '../plan-file.ts'
import { parsePlan } from '../plan-file-parse.ts'
import { type Edits, isAsWritten, readEdits } from './edits.ts'
import { type Note, parseMessage } from './message.ts'

/** The proposals of the cleanup branch: what a quiet run needs to know, in one or two reads. */
export interface Proposals {
  readonly open?: Proposal
  /** Closed and merged ones, the newest first; only read when none is open. */
  readonly ended: readonly Proposal[]
  /** The plan on the default branch, if a proposal was merged and none is open. */
  readonly merged?: Plan
}

/** The forge as one run saw it. At most four reads when a proposal is open (GitHub), whatever people did. */
export interface Observation extends Proposals {
  readonly base: Base
  readonly branch?: Observed
}

export interface Observed {
  readonly branch: Branch
  readonly use: BranchUse
  /** The plan at its tip; only read from a live branch. */
  readonly text?: string
  readonly edits: Edits
}

export async function observeProposals(forge: Forge, name: string, planFile: string): Promise<Proposals> {
  const open = await forge.openProposal(name)
  if (open !== undefined) return { open, ended: [] }
  const ended = await forge.endedProposals(name)
  const last = ended.find(({ state }) => state === 'merged')
  const merged = last === undefined ? undefined : await planAt(forge, planFile, last.base)
  return merged === undefined ? { ended } : { ended, merged }
}

export async function observeBranch(
  forge: Forge,
  name: string,
  planFile: string,
  proposals: Proposals,
): Promise<Observation> {
  const { open, ended } = proposals
  const known = (open ?? ended[0])?.defaultBranch
  const branch = await forge.branch(name, known)
  if (branch === undefined) return { ...proposals, base: await forge.base(known) }
  const { base } = branch
  const use = open === undefined ? useOf(branch, ended, planFile) : 'live'
  if (use !== 'live') return { ...proposals, base, branch: { branch, use, edits: nobody } }
  return { ...proposals, base, branch: await readBranch(forge, branch, planFile) }
}

function useOf(branch: Branch, ended: readonly Proposal[], planFile: string): BranchUse {
  if (branch.commits.length === 0) return 'spent'
  const last = ended.find(proposal => proposal.head === branch.head)
  if (last === undefined) return 'live'
  const foreign = branch.changed.some(path => path !== planFile)
  return last.state === 'merged' || foreign ? 'abandoned' : 'spent'
}

const nobody: Edits = { understood: false, why: 'the branch is spent' }

async function readBranch(forge: Forge, branch: Branch, path: string): Promise<Observed> {
  const { changed, commits } = branch
  const ours = commits.findLast(({ message }) => parseMessage(message) !== undefined)
  const note: Note | undefined = ours === undefined ? undefined : parseMessage(ours.message)
  const foreign = changed.some(file => file !== path)
  const text = foreign ? undefined : await forge.file(path, branch.head)
  const needsWritten = !foreign && ours !== undefined && !isAsWritten(text, note)
  const written = needsWritten ? await forge.file(path, ours.id) : undefined
  const edits = readEdits({ path, changed, text, note, written })
  return { branch, use: 'live', edits, ...(text === undefined ? {} : { text }) }
}

/** The plan at a commit or a branch; `undefined` where there is none that can be read. */
export async function planAt(forge: Forge, path: string, revision: string): Promise<Plan | undefined> {
  const text = await forge.file(path, revision)
  const plan = text === undefined ? undefined : parsePlan(text)
  return plan === undefined || 'faults' in plan ? undefined : plan
}
