import { join } from 'node:path'
import { readContract } from '../contract.ts'
import { type BareRepository, bareRepository } from '../git.ts'
import { type Answer, type Exchanged, listen } from '../listen.ts'
import { routes } from './routes.ts'
import {
  deleteBranch,
  type GitLabState,
  type Habits,
  type MergeRequest,
  spend,
  type Token,
  time,
  tipOf,
} from './state.ts'

export type { Habits, MergeRequest } from './state.ts'

/**
 * A GitLab with one project: merge requests in memory, git in a real bare repository. Requests and answers are checked
 * against a slice written from GitLab's documentation, and each call against scope and role of its token.
 */
export interface FakeGitLab {
  /** For CI_API_V4_URL. */
  readonly url: string
  readonly git: BareRepository
  readonly state: GitLabState
  readonly habits: Habits
  readonly requests: string[]
  /** Whatever was not as described, said or answered: empty at the end of a good test. */
  readonly faults: string[]
  readonly token: (name: string, token: Token) => void
  readonly request: (iid: number) => MergeRequest
  readonly merge: (
    iid: number,
    by: string,
    how?: 'merge' | 'squash',
  ) => { readonly commit: string; readonly before: string }
  readonly close: (iid: number) => void
  /** A merge request of the branch stays open. */
  readonly deleteBranch: (name: string) => void
  readonly stop: () => Promise<void>
}

export async function fakeGitLab(files?: Readonly<Record<string, string>>): Promise<FakeGitLab> {
  const contract = await readContract(join(import.meta.dirname, 'openapi.json'))
  const git = bareRepository(files)
  const state: GitLabState = {
    project: 'acme/app',
    git,
    mergeRequests: [],
    tokens: new Map(),
    users: ['cleanup-bot', 'mona', 'root'],
    jobs: [],
    deletions: [],
    artifacts: new Map(),
    habits: {},
    now: Date.parse('2026-11-20T12:00:00Z'),
  }
  const requests: string[] = []
  const faults: string[] = []

  const answer = async (request: Exchanged): Promise<Answer> => {
    const [whole = '', search = ''] = request.path.split('?')
    const path = whole.replace(/^\/api\/v4/, '')
    const project = `/projects/${encodeURIComponent(state.project)}`
    state.interrupt?.()
    requests.push(`${request.method} ${decodeURIComponent(path.replace(project, ''))}`)
    if (spend(state.habits, '429 with a reset')) {
      const reset = `${Math.floor(state.now / 1000) + 20}`
      return {
        status: 429,
        headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': reset },
        body: 'Retry later',
      }
    }
    if (spend(state.habits, '502 before the work is done')) return { status: 502, body: 'Bad gateway' }
    const operation = contract.api.matchOperation({
      method: request.method,
      path,
      query: search,
      headers: {},
    })
    const id = operation?.operationId
    const route = id === undefined ? undefined : routes[id]
    if (operation === undefined || id === undefined || route === undefined) {
      faults.push(`${request.method} ${path} is none of the operations in the slice`)
      return { status: 404, body: { error: '404 Not Found' } }
    }
    const token = state.tokens.get(secretOf(request.headers))
    const refusal = refusalFor(token, route, request.headers)
    if (token === undefined || refusal !== undefined) return refusal ?? unauthorized
    const body = request.body === '' ? undefined : JSON.parse(request.body)
    const asked = { method: request.method, path, query: search, headers: request.headers, body }
    const valid = contract.api.validateRequest({ ...asked, query: listsOf(search) }, operation)
    for (const error of valid.errors ?? [])
      faults.push(`${id} request ${error.instancePath} ${error.message}`)
    const parsed = contract.api.router.parseRequest(asked, operation)
    const parameters = Object.fromEntries(
      Object.entries(parsed.params).map(([name, value]) => [name, decodeURIComponent(`${value}`)]),
    )
    if (parameters['id'] !== undefined && ![state.project, '1'].includes(parameters['id']))
      return { status: 404, body: { message: '404 Project Not Found' } }
    const answered = route.answer(state, { parameters, query: new URLSearchParams(search), body, token })
    if (typeof answered.body === 'string' || answered.body instanceof Uint8Array) return answered
    const filled = contract.complete(id, answered.status, answered.body)
    faults.push(...contract.faults(id, answered.status, filled))
    return { ...answered, body: filled }
  }

  const server = await listen(answer)
  const request = (iid: number): MergeRequest => {
    const found = state.mergeRequests.find(known => known.iid === iid)
    if (found === undefined) throw new Error(`no merge request !${iid}`)
    return found
  }
  return {
    url: `${server.origin}/api/v4`,
    git,
    state,
    habits: state.habits,
    requests,
    faults,
    token: (name, token) => void state.tokens.set(name, token),
    request,
    merge: (iid, by, how = 'merge') => merge(state, request(iid), by, how),
    close: iid => {
      const closing = request(iid)
      tipOf(state, closing)
      closing.state = 'closed'
      closing.closedAt = time(state)
    },
    deleteBranch: name => deleteBranch(state, name),
    stop: async () => {
      await server.stop()
      git.remove()
    },
  }
}

function merge(
  state: GitLabState,
  request: MergeRequest,
  by: string,
  how: 'merge' | 'squash',
): { readonly commit: string; readonly before: string } {
  const { git } = state
  if (request.state !== 'opened') throw new Error(`!${request.iid} is not open`)
  const head = tipOf(state, request)
  const before = git.resolve(`refs/heads/${request.target}`) ?? ''
  const tree = git.mergedTree(before, head)
  if (tree === undefined) throw new Error(`!${request.iid} conflicts with ${request.target}`)
  const commit = git.commit({
    tree,
    parents: how === 'merge' ? [before, head] : [before],
    message: `Merge branch '${request.branch}' into '${request.target}'`,
    by: { name: by, email: `${by}@example.com` },
  })
  git.setRef(`refs/heads/${request.target}`, commit)
  request.state = 'merged'
  request.mergedAt = time(state)
  request.mergedBy = by
  request.mergeCommit = commit
  request.mergeBase = before
  if (request.removesBranch) deleteBranch(state, request.branch)
  return { commit, before }
}

/** `iids[]=1&iids[]=2` as a list, however long: the validator's own reader stops at twenty. */
function listsOf(search: string): Record<string, string | string[]> {
  const query = new URLSearchParams(search)
  return Object.fromEntries(
    [...new Set(query.keys())].map(name =>
      name.endsWith('[]') ? [name.slice(0, -2), query.getAll(name)] : [name, query.get(name) ?? ''],
    ),
  )
}

/** A token comes in a header of its own, or as OAuth has it. */
function secretOf(headers: Readonly<Record<string, string>>): string {
  const bearer = headers['authorization']?.replace(/^Bearer /, '')
  return headers['private-token'] ?? headers['job-token'] ?? bearer ?? ''
}

const unauthorized: Answer = { status: 401, body: { message: '401 Unauthorized' } }

function refusalFor(
  token: Token | undefined,
  { needs, jobToken }: { readonly needs: 'read' | 'write'; readonly jobToken?: true },
  headers: Readonly<Record<string, string>>,
): Answer | undefined {
  if (token === undefined) return unauthorized
  if ((token.kind === 'job') !== (headers['job-token'] !== undefined)) return unauthorized
  if (token.kind === 'job') return jobToken === true ? undefined : unauthorized
  if (needs === 'read') return undefined
  if (token.scope === 'read_api') {
    const error_description = 'The request requires higher privileges than provided by the access token.'
    return { status: 403, body: { error: 'insufficient_scope', error_description, scope: 'api' } }
  }
  return token.role === 'reporter' ? { status: 403, body: { message: '403 Forbidden' } } : undefined
}
