import type { Patience } from '../patience.ts'
import type { Forge } from '../port.ts'
import type { GitLabApi } from './api.ts'
import * as branches from './branches.ts'
import * as deletions from './deletions.ts'
import * as merges from './merges.ts'
import * as proposals from './proposals.ts'
import type { GitLabToken } from './token.ts'

export interface GitLabProject {
  /** `https://gitlab.com/api/v4`: CI_API_V4_URL. */
  readonly api: URL
  /** CI_PROJECT_PATH. */
  readonly project: string
  readonly token: GitLabToken
  /** CI_DEFAULT_BRANCH saves a request. */
  readonly defaultBranch?: string
  /** CI_JOB_ID and CI_JOB_NAME. */
  readonly job?: { readonly id: number; readonly name: string }
}

/** GitLab, gitlab.com or self-managed, through REST. */
export function openGitLab(
  { api: root, project, token, defaultBranch, job }: GitLabProject,
  patience: Patience,
): Forge {
  const api: GitLabApi = { root, project, token, patience }
  return {
    kind: 'gitlab',
    project,
    words: { proposal: 'merge request', sigil: '!' },
    openProposal: branch => proposals.openProposal(api, branch),
    endedProposals: branch => proposals.endedProposals(api, branch),
    base: known => branches.base(api, known ?? defaultBranch),
    branch: (name, known) => branches.branch(api, name, known ?? defaultBranch),
    branches: () => deletions.branches(api),
    deletedBranches: () => deletions.deletedBranches(api),
    file: (path, commit) => branches.file(api, path, commit),
    lastTouch: (path, commit) => branches.lastTouch(api, path, commit),
    commit: change => branches.commit(api, change),
    open: draft => proposals.open(api, draft),
    update: (proposal, text) => proposals.update(api, proposal, text),
    close: (proposal, body) => proposals.close(api, proposal, body),
    comment: (number, body) => proposals.comment(api, number, body),
    comments: number => proposals.comments(api, number),
    mergeOf: commit => merges.mergeOf(api, commit),
    ends: numbers => merges.ends(api, numbers),
    otherRuns: () => merges.otherRuns(api, job),
  }
}
