import type { GitHub } from '@actions/github/lib/utils'
import type { HttpRequest, HttpResponse } from './world.ts'

export type Octokit = InstanceType<typeof GitHub>

/**
 * The octokit of @actions/github with our own HTTP below it, so that proxies, authorities, size limits and waiting are
 * the same for both forges. The address is a parameter because the package reads GITHUB_API_URL when it is imported.
 */
export async function octokitOver(
  send: (request: HttpRequest) => Promise<HttpResponse>,
  { api, token }: { readonly api: URL; readonly token: string },
): Promise<Octokit> {
  const { getOctokit } = await import('@actions/github')
  return getOctokit(token, {
    baseUrl: api.href.replace(/\/$/, ''),
    userAgent: 'image-hygiene',
    log: { debug() {}, info() {}, warn() {}, error() {} },
    request: { fetch: fetchThrough(send, api) },
  })
}

interface FetchOptions {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Bytes: a plan of ten thousand images and the comparison that shows it. */
const answerLimit = 32 * 1024 * 1024
const redirects = 3

function fetchThrough(send: (request: HttpRequest) => Promise<HttpResponse>, api: URL) {
  return async (address: string, { method = 'GET', headers = {}, body }: FetchOptions): Promise<Response> => {
    let url = new URL(address)
    for (let hop = 0; ; hop++) {
      const answer = await send({
        method: method as HttpRequest['method'],
        url,
        headers,
        limit: answerLimit,
        ...(body === undefined ? {} : { body }),
      })
      const target = redirectOf(answer, method, url)
      // A renamed repository answers with a redirect; the token follows it only to the same origin.
      if (target === undefined || target.origin !== api.origin || hop === redirects) return responseOf(answer)
      url = target
    }
  }
}

function redirectOf({ status, headers }: HttpResponse, method: string, url: URL): URL | undefined {
  const location = headers['location']
  if (location === undefined) return undefined
  const keepsMethod = status === 307 || status === 308
  return keepsMethod || ((status === 301 || status === 302) && method === 'GET')
    ? new URL(location, url)
    : undefined
}

function responseOf({ status, headers, body }: HttpResponse): Response {
  const empty = status === 204 || status === 205 || status === 304
  return new Response(empty ? null : Buffer.from(body), { status, headers })
}
