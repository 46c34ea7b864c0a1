import type { BareRepository } from '../git.ts'

/** What a real GitLab does now and then, by name. A number is how many times; `true` is always. */
export interface Habits {
  '429 with a reset'?: number
  '502 before the work is done'?: number
  'branch is protected'?: true
  'new merge requests are listed late'?: number
  'merges are indexed late'?: number
  'small pages'?: true
}

export interface MergeRequest {
  readonly iid: number
  title: string
  description: string
  state: 'opened' | 'closed' | 'merged'
  readonly author: string
  readonly branch: string
  target: string
  /** The branch's tip, frozen when the merge request ended. */
  sha: string
  readonly createdAt: string
  closedAt: string | null
  mergedAt: string | null
  mergedBy: string | null
  mergeCommit: string | null
  mergeBase: string | null
  readonly labels: readonly string[]
  readonly assignees: readonly number[]
  readonly reviewers: readonly number[]
  readonly removesBranch: boolean
  readonly notes: { readonly author: string; readonly body: string; readonly system: boolean }[]
  hidden: number
}

export interface Token {
  readonly username: string
  readonly kind: 'access' | 'job'
  readonly scope: 'api' | 'read_api'
  readonly role: 'reporter' | 'developer'
}

export interface Job {
  readonly id: number
  readonly name: string
  readonly status: 'running' | 'success'
}

export interface GitLabState {
  /** Called before each request is answered: what people do in the middle of a run. */
  interrupt?: () => void
  readonly project: string
  readonly git: BareRepository
  readonly mergeRequests: MergeRequest[]
  readonly tokens: Map<string, Token>
  readonly users: string[]
  readonly jobs: Job[]
  /** Deleted branches, the oldest first. */
  readonly deletions: { readonly branch: string; readonly at: string }[]
  /** By the job's number: a zip archive. */
  readonly artifacts: Map<number, Uint8Array>
  readonly habits: Habits
  /** Milliseconds. */
  now: number
}

export function spend(habits: Habits, name: keyof Habits): boolean {
  const left = habits[name]
  if (left === true) return true
  if (typeof left !== 'number' || left <= 0) return false
  ;(habits as Record<string, number>)[name] = left - 1
  return true
}

export function deleteBranch(state: GitLabState, branch: string): void {
  for (const request of state.mergeRequests) if (request.branch === branch) tipOf(state, request)
  state.git.deleteRef(`refs/heads/${branch}`)
  state.deletions.push({ branch, at: time(state) })
}

export function time(state: GitLabState): string {
  return new Date(state.now).toISOString()
}

export function tipOf(state: GitLabState, request: MergeRequest): string {
  if (request.state === 'opened') {
    request.sha = state.git.resolve(`refs/heads/${request.branch}`) ?? request.sha
  }
  return request.sha
}

export function userOf(state: GitLabState, username: string): object {
  const id = state.users.indexOf(username) + 1
  return { id, username, name: username, state: 'active', web_url: `https://gitlab.com/${username}` }
}

export function mergeRequestOf(state: GitLabState, request: MergeRequest): object {
  const named = (id: number): object => userOf(state, state.users[id - 1] ?? 'ghost')
  return {
    id: 1000 + request.iid,
    iid: request.iid,
    project_id: 1,
    title: request.title,
    description: request.description,
    state: request.state,
    created_at: request.createdAt,
    updated_at: request.createdAt,
    merged_at: request.mergedAt,
    closed_at: request.closedAt,
    merge_user: request.mergedBy === null ? null : userOf(state, request.mergedBy),
    target_branch: request.target,
    source_branch: request.branch,
    author: userOf(state, request.author),
    assignees: request.assignees.map(named),
    reviewers: request.reviewers.map(named),
    source_project_id: 1,
    target_project_id: 1,
    labels: request.labels,
    draft: /^draft:/i.test(request.title),
    sha: tipOf(state, request),
    merge_commit_sha: request.mergeCommit,
    squash_commit_sha: null,
    web_url: `https://gitlab.com/${state.project}/-/merge_requests/${request.iid}`,
  }
}

export function commitOf(state: GitLabState, sha: string): object {
  const { message, author, parents } = state.git.facts(sha)
  return {
    id: sha,
    short_id: sha.slice(0, 8),
    title: message.split('\n')[0],
    message,
    author_name: author.name,
    author_email: author.email,
    committer_name: author.name,
    committer_email: author.email,
    parent_ids: parents,
  }
}
