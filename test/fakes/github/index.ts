import { join } from 'node:path'
import { readContract } from '../contract.ts'
import { type BareRepository, bareRepository } from '../git.ts'
import { type Answer, type Exchanged, listen } from '../listen.ts'
import { routes } from './routes.ts'
import {
  deleteBranch,
  type GitHubState,
  type Habits,
  headOf,
  type Pull,
  spend,
  type Token,
  time,
} from './state.ts'

export type { Habits, Pull } from './state.ts'

/**
 * A GitHub with one repository: pull requests in memory, git in a real bare repository. Each request and each answer
 * is checked against the published description, and each call against what the token's workflow declares.
 */
export interface FakeGitHub {
  /** For GITHUB_API_URL. */
  readonly url: string
  readonly git: BareRepository
  readonly state: GitHubState
  readonly habits: Habits
  /** `GET /repos/acme/app/pulls`, in order. */
  readonly requests: string[]
  /** Whatever was not as described, said or answered: empty at the end of a good test. */
  readonly faults: string[]
  readonly token: (name: string, token: Token) => void
  readonly pull: (number: number) => Pull
  readonly merge: (
    number: number,
    by: string,
    how?: 'merge' | 'squash',
  ) => { readonly commit: string; readonly before: string }
  readonly close: (number: number) => void
  readonly deleteBranch: (name: string) => void
  readonly stop: () => Promise<void>
}

export async function fakeGitHub(files?: Readonly<Record<string, string>>): Promise<FakeGitHub> {
  const contract = await readContract(join(import.meta.dirname, 'openapi.json'))
  const git = bareRepository(files)
  const state: GitHubState = {
    owner: 'acme',
    repo: 'app',
    git,
    pulls: [],
    tokens: new Map(),
    habits: {},
    runs: [],
    deletions: [],
    commits: new Map(),
    now: Date.parse('2026-11-20T12:00:00Z'),
  }
  const requests: string[] = []
  const faults: string[] = []
  let origin = ''

  const answer = async (request: Exchanged): Promise<Answer> => {
    const [path = '', search = ''] = request.path.split('?')
    state.interrupt?.()
    requests.push(`${request.method} ${decodeURIComponent(path)}`)
    const writes = request.method !== 'GET'
    if (spend(state.habits, 'primary rate limit')) return primaryLimit(state)
    if (writes && spend(state.habits, 'secondary rate limit')) return secondaryLimit
    if (spend(state.habits, '502 before the work is done')) return badGateway
    const late = spend(state.habits, '502 after the work is done')
    const done = work(request, path, search)
    return late ? badGateway : done
  }

  const work = (request: Exchanged, path: string, search: string): Answer => {
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
      return { status: 404, body: { message: 'Not Found' } }
    }
    const token = tokenOf(state, request.headers['authorization'])
    if (token === undefined) {
      return {
        status: 401,
        body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest' },
      }
    }
    if (!allows(token, route.needs)) return refused(token, route.needs)
    const body = request.body === '' ? undefined : JSON.parse(request.body)
    const valid = contract.api.validateRequest(
      { method: request.method, path, query: search, headers: request.headers, body },
      operation,
    )
    for (const error of valid.errors ?? [])
      faults.push(`${id} request ${error.instancePath} ${error.message}`)
    const parsed = contract.api.router.parseRequest(
      { method: request.method, path, query: search, headers: request.headers },
      operation,
    )
    const parameters = Object.fromEntries(
      Object.entries(parsed.params).map(([name, value]) => [name, decodeURIComponent(`${value}`)]),
    )
    const query = Object.fromEntries(new URLSearchParams(search))
    const answered = route.answer(state, { parameters, query, headers: request.headers, body, token })
    if (typeof answered.body === 'string') return answered
    const whole = contract.complete(id, answered.status, answered.body)
    faults.push(...contract.faults(id, answered.status, whole))
    const headers = Object.fromEntries(
      Object.entries(answered.headers ?? {}).map(([name, value]) => [
        name,
        value.replaceAll('ORIGIN', origin),
      ]),
    )
    return { ...answered, headers, body: whole }
  }

  const server = await listen(answer)
  origin = server.origin

  const pull = (number: number): Pull => {
    const found = state.pulls.find(known => known.number === number)
    if (found === undefined) throw new Error(`no pull request ${number}`)
    return found
  }

  return {
    url: origin,
    git,
    state,
    habits: state.habits,
    requests,
    faults,
    token: (name, token) => void state.tokens.set(name, token),
    pull,
    merge: (number, by, how = 'merge') => merge(state, pull(number), by, how),
    close: number => {
      const closing = pull(number)
      headOf(state, closing)
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
  state: GitHubState,
  pull: Pull,
  by: string,
  how: 'merge' | 'squash',
): { readonly commit: string; readonly before: string } {
  const { git } = state
  if (pull.state !== 'open') throw new Error(`#${pull.number} is not open`)
  const head = headOf(state, pull)
  const before = git.resolve(`refs/heads/${pull.base}`) ?? ''
  const tree = git.mergedTree(before, head)
  if (tree === undefined) throw new Error(`#${pull.number} conflicts with ${pull.base}`)
  const commit = git.commit({
    tree,
    parents: how === 'merge' ? [before, head] : [before],
    message: `${pull.title} (#${pull.number})`,
    by: { name: by, email: `${by}@example.com` },
  })
  git.setRef(`refs/heads/${pull.base}`, commit)
  pull.state = 'closed'
  pull.closedAt = time(state)
  pull.mergedAt = pull.closedAt
  pull.mergedBy = by
  pull.mergeCommit = commit
  pull.mergeBase = before
  return { commit, before }
}

function tokenOf(state: GitHubState, header: string | undefined): Token | undefined {
  return state.tokens.get(header?.replace(/^(?:token|bearer) /i, '') ?? '')
}

function allows({ permissions }: Token, needs: readonly string[]): boolean {
  if (needs.length === 0) return true
  return needs.some(need => {
    const [name = '', access] = need.split(': ')
    const given = permissions[name]
    return given === 'write' || (given === 'read' && access === 'read')
  })
}

function refused({ kind }: Token, needs: readonly string[]): Answer {
  return {
    status: 403,
    headers: {
      'x-accepted-github-permissions': needs
        .map(need => need.replaceAll('-', '_').replace(': ', '='))
        .toReversed()
        .join('; '),
    },
    body: {
      message: `Resource not accessible by ${kind === 'integration' ? 'integration' : 'personal access token'}`,
      documentation_url: 'https://docs.github.com/rest',
      status: '403',
    },
  }
}

function primaryLimit(state: GitHubState): Answer {
  return {
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${Math.floor(state.now / 1000) + 20}` },
    body: { message: 'API rate limit exceeded for installation ID 1.' },
  }
}

const secondaryLimit: Answer = {
  status: 403,
  headers: { 'retry-after': '7', 'x-ratelimit-remaining': '4999' },
  body: {
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  },
}

const badGateway: Answer = { status: 502, body: { message: 'Server Error' } }
