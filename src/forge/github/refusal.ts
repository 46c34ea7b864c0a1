import { HygieneError } from '../../outcome/index.ts'

/** What a call was for: names the permission to ask for when it is refused. */
export interface Purpose {
  /** Continues "GitHub refuses to …". */
  readonly doing: string
  readonly needs: readonly GitHubPermission[]
}

export type GitHubPermission =
  | 'contents: read'
  | 'contents: write'
  | 'pull-requests: read'
  | 'pull-requests: write'
  | 'actions: read'

export interface ApiError {
  readonly status: number
  readonly message: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** Octokit's error as plain facts; `undefined` for an error that is none of HTTP. */
export function apiErrorOf(error: unknown): ApiError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined
  const response = 'response' in error ? (error.response as { headers?: ApiError['headers'] }) : undefined
  return { status: error.status, message: error.message, headers: response?.headers ?? {} }
}

/** Runs a call and turns GitHub's refusals into pages of documentation. */
export async function asking<T>(purpose: Purpose, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw refusalOf(error, purpose)
  }
}

/** Like `asking`, for a thing that may not be there: 404 is `undefined`. */
export async function askingFor<T>(purpose: Purpose, call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call()
  } catch (error) {
    if (apiErrorOf(error)?.status === 404) return undefined
    throw refusalOf(error, purpose)
  }
}

function refusalOf(error: unknown, purpose: Purpose): unknown {
  if (error instanceof HygieneError) return error
  if (error instanceof Error && error.cause instanceof HygieneError) return error.cause
  const api = apiErrorOf(error)
  if (api === undefined) return error
  const { code, why, fix } = explain(api, purpose)
  return new HygieneError(code, `GitHub refuses to ${purpose.doing}: ${why}`, { fix, cause: error })
}

function explain({ status, message, headers }: ApiError, { needs }: Purpose): Explanation {
  const said = `${status} ${firstSentence(message)}`
  if (status === 401) {
    return {
      code: 'no-credentials',
      why: `it does not accept the token (${said})`,
      fix: 'give a valid one: `with: { github-token: ${{ github.token }} }`, or in a shell GITHUB_TOKEN',
    }
  }
  if (/not permitted to create or approve pull requests/i.test(message)) {
    return {
      code: 'no-permission',
      why: 'GitHub Actions is not permitted to create pull requests here, whatever the workflow says',
      fix: 'switch on Settings → Actions → General → Workflow permissions → "Allow GitHub Actions to create and approve pull requests" (in the organization first, if it is greyed out), or pass the token of a GitHub App as github-token',
    }
  }
  if (isProtected(message)) {
    return {
      code: 'no-permission',
      why: `a branch protection or ruleset forbids it (${said})`,
      fix: 'take the branch of `cleanup.pull-request.branch` out of that rule, or name another branch there; the default branch itself is never written to',
    }
  }
  if (headers['x-github-sso'] !== undefined) {
    return {
      code: 'no-permission',
      why: 'the token is not authorized for the single sign-on of this organization',
      fix: 'authorize it under Settings → Developer settings → the token → Configure SSO',
    }
  }
  if (status === 403 || status === 404)
    return { code: 'no-permission', ...permissionOf(said, headers, needs) }
  if (status >= 500) {
    return { code: 'unreachable', why: `it is in trouble (${said})`, fix: 'run the job again later' }
  }
  return {
    code: 'bad-answer',
    why: said,
    fix: 'see what GitHub says; the branch and its pull request are as they were',
  }
}

interface Explanation {
  readonly code: 'no-credentials' | 'no-permission' | 'unreachable' | 'bad-answer'
  readonly why: string
  readonly fix: string
}

function permissionOf(
  said: string,
  headers: ApiError['headers'],
  needs: readonly GitHubPermission[],
): { readonly why: string; readonly fix: string } {
  const named = acceptedPermissions(headers['x-accepted-github-permissions']) ?? needs
  if (/personal access token/i.test(said)) {
    return {
      why: `the personal access token may not (${said})`,
      fix: `a fine-grained token needs this repository and ${named.map(scopeOf).join(', ')}; a classic one the scope repo`,
    }
  }
  return {
    why: `the token may not, or does not see the repository (${said})`,
    fix: `add to the job:\npermissions:\n${named.map(permission => `  ${permission}`).join('\n')}`,
  }
}

/** `contents=write; pull_requests=write` as YAML says it. Alternatives are parted by semicolons, the first will do. */
function acceptedPermissions(header: string | undefined): readonly string[] | undefined {
  const first = header?.split(';')[0]?.trim()
  if (first === undefined || first === '') return undefined
  return first.split(',').map(one => one.trim().replaceAll('_', '-').replace('=', ': '))
}

/** `pull-requests: write` as the settings page calls it. */
function scopeOf(permission: string): string {
  const [name = '', access = ''] = permission.split(': ')
  const words = name.replaceAll('-', ' ')
  return `"${words.charAt(0).toUpperCase()}${words.slice(1)}: ${access === 'write' ? 'Read and write' : 'Read'}"`
}

function isProtected(message: string): boolean {
  return /protected branch|repository rule violations|rule violations found|cannot update this protected ref/i.test(
    message,
  )
}

function firstSentence(message: string): string {
  return message.replace(/ - https:\/\/docs\.\S+$/, '').slice(0, 300)
}
