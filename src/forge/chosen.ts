import type { Proposal } from './port.ts'

/** Of several open proposals of one branch (a person may have opened one to another base): ours, the oldest. */
export function chosen(open: readonly Proposal[]): Proposal | undefined {
  const strays = (proposal: Proposal): number =>
    proposal.defaultBranch === undefined || proposal.base === proposal.defaultBranch ? 0 : 1
  return open.toSorted((a, b) => strays(a) - strays(b) || a.number - b.number)[0]
}
