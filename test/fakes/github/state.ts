import type { BareRepository } from '../git.ts'

/** What a real GitHub does now and then, by name. A number is how many times; `true` is always. */
export interface Habits {
  'secondary rate limit'?: number
  'primary rate limit'?: number
  '502 before the work is done'?: number
  '502 after the work is done'?: number
  /** Lists show pull requests only after so many looks. */
  'new pull requests are listed late'?: number
  /** Labels, reviewers and comments right after the creation. */
  'could not resolve to a node'?: number
  '409 while the ref is locked'?: number
  'not permitted to create pull requests'?: true
  'no drafts here'?: true
  'reviewers are refused'?: true
  'branch is protected'?: true
  /** A merge is not yet known to the call that finds pull requests by commit. */
  'merges are indexed late'?: number
  'small pages'?: true
  /** Bodies come back with CRLF, as from the web editor. */
  'bodies with CRLF'?: true
}

export interface Pull {
  readonly number: number
  title: string
  body: string
  draft: boolean
  state: 'open' | 'closed'
  readonly author: string
  readonly branch: string
  base: string
  /** The branch's tip, frozen when the pull request ended. */
  head: string
  readonly createdAt: string
  closedAt: string | null
  mergedAt: string | null
  mergedBy: string | null
  mergeCommit: string | null
  /** The base's tip just before the merge. */
  mergeBase: string | null
  readonly labels: string[]
  readonly assignees: string[]
  readonly reviewers: string[]
  readonly comments: { readonly author: string; readonly body: string }[]
  /** How many looks at a list will not show it yet. */
  hidden: number
}

export interface Token {
  readonly login: string
  readonly kind: 'integration' | 'fine-grained' | 'classic'
  /** As in a workflow's `permissions:`; what is not named is none. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
}

export interface Run {
  readonly id: number
  readonly workflow: number
  status: 'in_progress' | 'completed'
}

export interface GitHubState {
  /** Called before each request is answered: what people do in the middle of a run. */
  interrupt?: () => void
  readonly owner: string
  readonly repo: string
  readonly git: BareRepository
  readonly pulls: Pull[]
  readonly tokens: Map<string, Token>
  readonly habits: Habits
  readonly runs: Run[]
  /** Deleted branches, the oldest first. */
  readonly deletions: { readonly branch: string; readonly at: string }[]
  /** Who made a commit through the API, and whether GitHub signed it. */
  readonly commits: Map<string, { readonly login: string; readonly verified: boolean }>
  /** Milliseconds. */
  now: number
}

/** One use of a counted habit. */
export function spend(habits: Habits, name: keyof Habits): boolean {
  const left = habits[name]
  if (left === true) return true
  if (typeof left !== 'number' || left <= 0) return false
  ;(habits as Record<string, number>)[name] = left - 1
  return true
}

export function time(state: GitHubState): string {
  return new Date(state.now).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** What the "Delete branch" button does: the pull request of the branch is closed, too. */
export function deleteBranch(state: GitHubState, branch: string): void {
  for (const pull of state.pulls) {
    if (pull.branch !== branch || pull.state !== 'open') continue
    headOf(state, pull)
    pull.state = 'closed'
    pull.closedAt = time(state)
  }
  state.git.deleteRef(`refs/heads/${branch}`)
  state.deletions.push({ branch, at: time(state) })
}

/** Follows pushes: an open pull request's head is its branch's tip. */
export function headOf(state: GitHubState, pull: Pull): string {
  if (pull.state === 'open') pull.head = state.git.resolve(`refs/heads/${pull.branch}`) ?? pull.head
  return pull.head
}
