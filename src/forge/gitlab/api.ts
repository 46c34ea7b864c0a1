import type { z } from 'zod'
import { HygieneError } from '../../outcome/index.ts'
import type { HttpRequest, HttpResponse } from '../../system/world.ts'
import { type Patience, sendPatiently } from '../patience.ts'
import { jobTokenRefusal, type Purpose, refusalOf } from './refusal.ts'
import type { GitLabToken } from './token.ts'

// Our own few calls instead of a client package: gitbeaker brings half a megabyte for a dozen requests, and the
// schemas here say what we rely on and nothing else.

export interface GitLabApi {
  /** `https://gitlab.com/api/v4`. */
  readonly root: URL
  /** Path or number of the project. */
  readonly project: string
  readonly token: GitLabToken
  readonly patience: Patience
}

export interface Call {
  readonly method?: HttpRequest['method']
  /** Below the project: `/merge_requests`. Already encoded. */
  readonly path: string
  readonly query?: readonly (readonly [string, string])[]
  readonly body?: unknown
  /** Statuses besides 2xx that are an answer to the caller. */
  readonly also?: readonly number[]
}

/** Bytes: a comparison may show the whole plan twice. */
const answerLimit = 32 * 1024 * 1024
const page = 100
/** Enough for ten thousand rows; a listing that goes on is no listing of ours. */
const mostPages = 100

export async function send(api: GitLabApi, call: Call, purpose: Purpose): Promise<HttpResponse> {
  const { method = 'GET', path, query = [], body, also = [] } = call
  if (method !== 'GET' && method !== 'HEAD' && api.token.kind === 'job') throw jobTokenRefusal(purpose)
  const url = new URL(
    `${api.root.href.replace(/\/$/, '')}${path.startsWith('/users') ? '' : `/projects/${encodeURIComponent(api.project)}`}${path}`,
  )
  for (const [name, value] of query) url.searchParams.append(name, value)
  const answer = await sendPatiently(
    {
      method,
      url,
      headers: {
        accept: 'application/json',
        [api.token.kind === 'job' ? 'job-token' : 'private-token']: api.token.value,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      limit: answerLimit,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    },
    api.patience,
  )
  if ((answer.status >= 200 && answer.status < 300) || also.includes(answer.status)) return answer
  throw refusalOf(answer, purpose, api.token)
}

/** The JSON answer, checked; `undefined` for a 404. */
export async function read<S extends z.ZodType>(
  api: GitLabApi,
  call: Call,
  purpose: Purpose,
  schema: S,
): Promise<z.infer<S> | undefined> {
  const answer = await send(api, { ...call, also: [404, ...(call.also ?? [])] }, purpose)
  return answer.status === 404 ? undefined : checked(answer, schema, purpose)
}

/** A listing page by page, by the `x-next-page` that GitLab sends with offset paging; at most a hundred pages. */
export async function* pagesOf<S extends z.ZodType>(
  api: GitLabApi,
  call: Call,
  purpose: Purpose,
  row: z.ZodArray<S>,
): AsyncGenerator<readonly z.infer<S>[], 'ended' | 'goes on'> {
  let next = '1'
  for (let count = 0; count < mostPages; count++) {
    const query = [...(call.query ?? []), ['per_page', `${page}`], ['page', next]] as const
    const answer = await send(api, { ...call, query }, purpose)
    yield checked(answer, row, purpose)
    next = answer.headers['x-next-page'] ?? ''
    if (!/^[0-9]+$/.test(next)) return 'ended'
  }
  return 'goes on'
}

/** Every page of a listing. */
export async function readAll<S extends z.ZodType>(
  api: GitLabApi,
  call: Call,
  purpose: Purpose,
  row: z.ZodArray<S>,
): Promise<readonly z.infer<S>[]> {
  const rows: z.infer<S>[] = []
  const pages = pagesOf(api, call, purpose, row)
  for (;;) {
    const { value, done } = await pages.next()
    if (done !== true) rows.push(...value)
    else if (value === 'ended') return rows
    else break
  }
  throw new HygieneError('too-large', `GitLab's list does not end after ${mostPages} pages: ${purpose.doing}`)
}

export function checked<S extends z.ZodType>(answer: HttpResponse, schema: S, purpose: Purpose): z.infer<S> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(answer.body))
  } catch (error) {
    throw new HygieneError('bad-answer', `GitLab answers no JSON when asked to ${purpose.doing}`, {
      fix: 'see that CI_API_V4_URL leads to the API and not to a login page or a proxy',
      cause: error,
    })
  }
  const read = schema.safeParse(json)
  if (read.success) return read.data
  const { path = [], message = '' } = read.error.issues[0] ?? {}
  throw new HygieneError(
    'bad-answer',
    `GitLab answers something else than its documentation says when asked to ${purpose.doing}: ${path.join('.')}: ${message}`,
    { cause: read.error },
  )
}
