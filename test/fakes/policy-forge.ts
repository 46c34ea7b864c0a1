import { type Answer, type Exchanged, type Listening, listen } from './listen.ts'

/** Bad days of a forge, by name. */
export type Habit =
  | 'renamed repository'
  | 'redirects elsewhere'
  | 'redirects for ever'
  | 'folder instead of file'
  | 'broken inside'
  | 'token has expired'
  | 'token may not'
  | 'not UTF-8'

/**
 * The two endpoints that hand out a file at a commit, as GitHub (`/repos/{o}/{r}/contents/{path}?ref=`) and GitLab
 * (`/projects/:id/repository/files/:path/raw?ref=`) have them. A private project answers 404 without the token.
 */
export interface PolicyForge {
  readonly origin: string
  readonly asked: readonly Exchanged[]
  /** Under `org/repo//path@commit`. */
  put(file: string, text: string): void
  habit(habit: Habit): void
  stop(): Promise<void>
}

export async function policyForge(kind: 'github' | 'gitlab', token?: string): Promise<PolicyForge> {
  const files = new Map<string, string>()
  const asked: Exchanged[] = []
  const habits = new Set<Habit>()
  const server: Listening = await listen(async request => {
    asked.push(request)
    return answer(request)
  })

  function answer({ path, headers }: Exchanged): Answer {
    const url = new URL(path, 'http://fake')
    if (habits.has('redirects elsewhere')) return moved('https://elsewhere.example.com/x')
    if (habits.has('redirects for ever')) return moved(path)
    if (habits.has('renamed repository') && !url.pathname.includes('/repositories/1/')) {
      return moved(`${server.origin}${path.replace(/\/repos\/[^/]+\/[^/]+\//, '/repositories/1/')}`)
    }
    if (habits.has('broken inside')) return { status: 502, body: 'bad gateway' }
    if (habits.has('token has expired')) return { status: 401, body: { message: 'Bad credentials' } }
    if (habits.has('token may not')) return { status: 403, body: { message: 'Forbidden' } }
    if (habits.has('folder instead of file'))
      return { status: 200, body: [{ type: 'file', name: 'base.yml' }] }
    const given =
      kind === 'github'
        ? headers['authorization']?.replace(/^Bearer /, '')
        : (headers['private-token'] ?? headers['job-token'])
    if (token !== undefined && given !== token) return { status: 404, body: { message: 'Not Found' } }
    const text = files.get(fileOf(url) ?? '')
    if (text === undefined) return { status: 404, body: { message: 'Not Found' } }
    const type =
      kind === 'github' ? 'application/vnd.github.raw+json; charset=utf-8' : 'text/plain; charset=utf-8'
    if (kind === 'github' && headers['accept'] !== 'application/vnd.github.raw+json') {
      return { status: 200, body: { encoding: 'base64', content: Buffer.from(text).toString('base64') } }
    }
    return { status: 200, headers: { 'content-type': type }, body: text }
  }

  function fileOf(url: URL): string | undefined {
    const ref = url.searchParams.get('ref')
    const renamed = /\/repositories\/1\/contents\/(.+)$/.exec(url.pathname)
    if (renamed !== null) return `acme/policies//${decodeURIComponent(renamed[1] as string)}@${ref}`
    const found =
      kind === 'github'
        ? /\/repos\/([^/]+\/[^/]+)\/contents\/(.+)$/.exec(url.pathname)
        : /\/projects\/([^/]+)\/repository\/files\/([^/]+)\/raw$/.exec(url.pathname)
    return found === null
      ? undefined
      : `${decodeURIComponent(found[1] as string)}//${decodeURIComponent(found[2] as string)}@${ref}`
  }

  return {
    origin: server.origin,
    asked,
    put: (file, text) => void files.set(file, text),
    habit: habit => void habits.add(habit),
    stop: server.stop,
  }
}

function moved(location: string): Answer {
  return { status: 301, headers: { location }, body: '' }
}
