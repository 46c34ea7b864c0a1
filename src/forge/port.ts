import type { Instant } from '../image/index.ts'

/**
 * What the product asks of a forge, in words that GitHub and GitLab share. A "proposal" is a pull request or a merge
 * request. Answers that happen in the field when two runs or a person work at once (`moved`, `exists`) are values;
 * a missing permission, a setting or a dead server is thrown, with the YAML or the setting that mends it.
 */
export interface Forge {
  readonly kind: 'github' | 'gitlab'
  /** `acme/app`, `group/sub/app`. */
  readonly project: string
  readonly words: ForgeWords

  /** The open proposal whose head is this branch of this project, whatever its base. */
  openProposal(branch: string): Promise<Proposal | undefined>
  /** Every closed or merged proposal of this branch, the newest first. */
  endedProposals(branch: string): Promise<readonly Proposal[]>
  /** The default branch as it is now; `known` is its name, if already read. */
  base(known?: string): Promise<Base>
  /** A branch and what it has on top of the default branch; `known` is the default branch's name, if already read. */
  branch(name: string, known?: string): Promise<Branch | undefined>
  /** The names of all branches. */
  branches(): Promise<readonly string[]>
  /** Deletions of branches, the newest first, as far back as the forge tells. Whoever has seen enough stops reading. */
  deletedBranches(): AsyncIterable<DeletedBranch>
  /** A text file as of a commit or a branch; `undefined` if there is none. */
  file(path: string, revision: string): Promise<string | undefined>
  /** The newest commit in a commit's history that changed a file; of a merge, the one that it brought. */
  lastTouch(path: string, commit: string): Promise<string | undefined>

  /** One commit of one file; refused with `moved` if the branch is no longer where `onto` says. Never forces over a commit it has not seen. */
  commit(change: Change): Promise<Committed | 'moved'>
  open(draft: ProposalDraft): Promise<Opened>
  update(proposal: Proposal, text: ProposalText): Promise<Proposal>
  /** Closes it, and leaves this as its body. */
  close(proposal: Proposal, body: string): Promise<void>
  comment(number: number, body: string): Promise<void>
  comments(number: number): Promise<readonly Comment[]>

  /** The merged proposal that brought a commit to the default branch. */
  mergeOf(commit: string): Promise<Merge | undefined>
  /** Since when a proposal is closed or merged, or its branch is gone; `unknown` where the forge does not say. */
  ends(numbers: readonly number[]): Promise<ReadonlyMap<number, Ending>>
  /** Other runs of this very workflow or job that are under way, as addresses for people; `unknown` if it cannot be seen. */
  otherRuns(): Promise<readonly string[] | 'unknown'>
}

export interface ForgeWords {
  readonly proposal: 'pull request' | 'merge request'
  /** Before a number: `#12`, `!12`. */
  readonly sigil: '#' | '!'
}

export interface Proposal {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly title: string
  readonly body: string
  /** GitLab says it in the title; here it is parted from it. */
  readonly draft: boolean
  /** Login of who opened it. */
  readonly author: string
  /** The branch it wants to go to. */
  readonly base: string
  /** The default branch of the project, where the forge told it along. */
  readonly defaultBranch?: string
  /** Commit at the tip of its own branch. */
  readonly head: string
  /** When it was closed or merged. */
  readonly endedAt?: Instant
}

export interface Base {
  readonly branch: string
  readonly commit: string
  /** The commit's tree, where the forge told it along. */
  readonly tree?: string
}

export interface Branch {
  readonly name: string
  /** Commit at its tip. */
  readonly head: string
  readonly base: Base
  /** Whether the base has commits that the branch has not; absent where a commit cannot bring them in anyway. */
  readonly behind?: boolean
  /** Commits that the default branch does not have, oldest first; only the newest 250 where there are more. */
  readonly commits: readonly BranchCommit[]
  /** Paths in which the branch differs from where it left the default branch. */
  readonly changed: readonly string[]
}

export interface DeletedBranch {
  readonly name: string
  readonly at: Instant
}

export interface BranchCommit {
  readonly id: string
  readonly message: string
  /** Login or name, for people. */
  readonly author: string
}

export interface Change {
  readonly branch: string
  readonly path: string
  readonly content: string
  readonly message: string
  /** The branch as it was read, and what may become of it. Absent: it must not exist yet. */
  readonly onto?: { readonly branch: Branch; readonly use: BranchUse }
  readonly base: Base
}

/**
 * `live`: an open proposal hangs on it, or somebody's commits that no proposal has. `spent`: all of it is in an ended
 * proposal or in the base. `abandoned`: spent, and nothing can be built on it, because it was squashed or holds other
 * files than the plan.
 */
export type BranchUse = 'live' | 'spent' | 'abandoned'

export interface Committed {
  readonly commit: string
  /** Whether the forge shows the commit as verified; absent where it does not say. */
  readonly verified?: boolean
}

export interface ProposalText {
  readonly title?: string
  readonly body: string
}

export interface ProposalDraft {
  readonly branch: string
  readonly base: string
  readonly title: string
  readonly body: string
  readonly draft: boolean
  readonly labels: readonly string[]
  /** Logins; on GitHub `org/team` asks a team. */
  readonly reviewers: readonly string[]
  readonly assignees: readonly string[]
}

export type Opened =
  | {
      readonly proposal: Proposal
      /** What could not be added (a label, a reviewer), each a sentence for people. */
      readonly missed: readonly string[]
    }
  /** Somebody was faster: there is an open one of this branch. */
  | 'exists'

export interface Comment {
  readonly author: string
  readonly body: string
}

export interface Merge {
  readonly number: number
  readonly url: string
  readonly author: string
  /** Login of who merged it; absent where the forge does not say. */
  readonly mergedBy?: string
  readonly mergedAt: Instant
  /** The branch it came from. */
  readonly branch: string
}

export type Ending = { readonly ended: Instant } | 'open' | 'unknown'
