import type { octokitOver } from '../../system/octokit.ts'
import { type Patience, sendPatiently } from '../patience.ts'
import type { Forge } from '../port.ts'
import * as branches from './branches.ts'
import * as deletions from './deletions.ts'
import * as merges from './merges.ts'
import * as proposals from './proposals.ts'

export interface GitHubProject {
  /** `https://api.github.com`, or GITHUB_API_URL of a GitHub Enterprise Server. */
  readonly api: URL
  readonly owner: string
  readonly repo: string
  readonly token: string
  /** GITHUB_RUN_ID. */
  readonly run?: number
}

/** `octokitOver` of system/: the forge room itself touches no network. */
export type MakeOctokit = typeof octokitOver

/** GitHub, github.com or an Enterprise Server, through REST. */
export async function openGitHub(
  project: GitHubProject,
  patience: Patience,
  makeOctokit: MakeOctokit,
): Promise<Forge> {
  const { owner, repo, api, token, run } = project
  const octokit = await makeOctokit(request => sendPatiently(request, patience), { api, token })
  const target = { octokit, owner, repo, wait: patience.wait }
  return {
    kind: 'github',
    project: `${owner}/${repo}`,
    words: { proposal: 'pull request', sigil: '#' },
    openProposal: branch => proposals.openProposal(target, branch),
    endedProposals: branch => proposals.endedProposals(target, branch),
    base: known => branches.base(target, known),
    branch: (name, known) => branches.branch(target, name, known),
    branches: () => deletions.branches(target),
    deletedBranches: () => deletions.deletedBranches(target),
    file: (path, commit) => branches.file(target, path, commit),
    lastTouch: (path, commit) => branches.lastTouch(target, path, commit),
    commit: change => branches.commit(target, change),
    open: draft => proposals.open(target, draft),
    update: (proposal, text) => proposals.update(target, proposal, text),
    close: (proposal, body) => proposals.close(target, proposal, body),
    comment: (number, body) => proposals.comment(target, number, body),
    comments: number => proposals.comments(target, number),
    mergeOf: commit => merges.mergeOf(target, commit),
    ends: numbers => merges.ends(target, numbers),
    otherRuns: () => merges.otherRuns(target, run),
  }
}
