import { type ErrorCode, HygieneError } from '../../outcome/index.ts'
import type { HttpResponse } from '../../system/world.ts'
import type { GitLabToken } from './token.ts'

/** What a call was for: names the scope and the role to ask for when it is refused. */
export interface Purpose {
  /** Continues "GitLab refuses to …". */
  readonly doing: string
  readonly scope: 'read_api' | 'api'
  readonly role: 'Reporter' | 'Developer'
}

export function refusalOf(answer: HttpResponse, purpose: Purpose, token: GitLabToken): HygieneError {
  const said = messageOf(answer)
  const { code, why, fix } = explain(answer.status, said, purpose, token)
  return new HygieneError(code, `GitLab refuses to ${purpose.doing}: ${why} (${answer.status} ${said})`, {
    fix,
  })
}

/** GitLab says why in `message` (text, list, or lists by field) or in `error`. */
export function messageOf({ body }: HttpResponse): string {
  const text = new TextDecoder().decode(body.slice(0, 4000))
  try {
    const { message, error, error_description: description } = JSON.parse(text) as Record<string, unknown>
    const said = message ?? [error, description].filter(part => typeof part === 'string').join(': ')
    return (typeof said === 'string' ? said : JSON.stringify(said)).slice(0, 300)
  } catch {
    return text.slice(0, 100)
  }
}

function explain(
  status: number,
  said: string,
  { scope, role }: Purpose,
  token: GitLabToken,
): { readonly code: ErrorCode; readonly why: string; readonly fix: string } {
  const ask = `give GITLAB_TOKEN a project access token with role ${role} and scope ${scope} (Settings → Access tokens)`
  if (status === 401) {
    return { code: 'no-credentials', why: 'it does not accept the token, or the token has expired', fix: ask }
  }
  if (/protected branch|not allowed to (?:push|create protected)/i.test(said)) {
    return {
      code: 'no-permission',
      why: 'the branch is protected',
      fix: 'allow the token’s role to push under Settings → Repository → Protected branches, or name another branch in `cleanup.pull-request.branch`; the default branch itself is never written to',
    }
  }
  if (/insufficient_scope/.test(said))
    return { code: 'no-permission', why: 'the token lacks a scope', fix: ask }
  if (status === 403 || status === 404) {
    const why =
      token.kind === 'job' ? 'a CI job token may not' : 'the token may not, or does not see the project'
    return { code: 'no-permission', why, fix: ask }
  }
  if (status >= 500) return { code: 'unreachable', why: 'it is in trouble', fix: 'run the job again later' }
  return {
    code: 'bad-answer',
    why: 'it finds fault with the request',
    fix: 'see what GitLab says; the branch and its merge request are as they were',
  }
}

export function jobTokenRefusal({ doing }: Purpose): HygieneError {
  return new HygieneError(
    'no-permission',
    `a CI job token cannot ${doing}: GitLab lets it write neither branches through the API nor merge requests; nothing was written`,
    {
      fix: 'Settings → Access tokens → add a project access token with role Developer and scope api, store it as masked and protected variable GITLAB_TOKEN, and run the job on a protected branch',
    },
  )
}
