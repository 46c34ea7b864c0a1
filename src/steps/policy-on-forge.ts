import { HygieneError } from '../outcome/index.ts'
import type { Source } from '../policy/index.ts'
import type { HttpResponse, World } from '../system/world.ts'

export interface PolicyTokens {
  readonly githubToken?: string | undefined
  readonly gitlabToken?: string | undefined
}

type Remote = Exclude<Source, { readonly kind: 'file' }>

interface Api {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** What to hand in when the answer is "not for you". */
  readonly fix: string
}

/**
 * A file at a commit, through the forge's API: the one this pipeline runs on, GHES and self-managed GitLab
 * included, else the public one. The token goes to that API's origin and nowhere else.
 * @see https://docs.github.com/en/rest/repos/contents#get-repository-content
 * @see https://docs.gitlab.com/api/repository_files/#retrieve-a-raw-file-from-a-repository
 */
export async function readFromForge(
  source: Remote,
  tokens: PolicyTokens,
  world: World,
  limit: number,
): Promise<string | undefined> {
  const api = source.kind === 'github' ? github(source, tokens, world) : gitlab(source, tokens, world)
  const answer = await getWithin(api, world, limit)
  if (answer.status === 200) return textOf(answer, source)
  const what = `${api.url.origin} answers ${answer.status} for ${source.project}//${source.path}`
  switch (answer.status) {
    case 404:
      throw new HygieneError(
        'no-file',
        `${what}: it is not there at ${source.commit}, or this token may not read it`,
        {
          fix: api.fix,
        },
      )
    case 401:
      throw new HygieneError('no-credentials', `${what}: the token is not valid`, { fix: api.fix })
    case 403:
      throw new HygieneError('no-permission', `${what}: the token may not read it`, { fix: api.fix })
    default:
      throw new HygieneError('bad-answer', what, {
        fix: 'run it again; if it lasts, look at the status of the forge',
      })
  }
}

function github(source: Remote, { githubToken }: PolicyTokens, { env }: World): Api {
  const base = env['GITHUB_API_URL'] || 'https://api.github.com'
  const path = source.path.split('/').map(encodeURIComponent).join('/')
  return {
    url: apiUrl(base, `/repos/${source.project}/contents/${path}?ref=${source.commit}`, 'GITHUB_API_URL'),
    headers: {
      // A file above 1 MB comes raw only; a folder answers JSON to this too.
      accept: 'application/vnd.github.raw+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'image-hygiene',
      ...(githubToken === undefined ? {} : { authorization: `Bearer ${githubToken}` }),
    },
    fix: `give a token that may read ${source.project} (contents: read) as github-token; GITHUB_TOKEN reads its own repository only`,
  }
}

function gitlab(source: Remote, { gitlabToken }: PolicyTokens, { env }: World): Api {
  const base = env['CI_API_V4_URL'] || 'https://gitlab.com/api/v4'
  const project = encodeURIComponent(source.project)
  const job = env['CI_JOB_TOKEN']
  return {
    url: apiUrl(
      base,
      `/projects/${project}/repository/files/${encodeURIComponent(source.path)}/raw?ref=${source.commit}`,
      'CI_API_V4_URL',
    ),
    headers: {
      'user-agent': 'image-hygiene',
      ...(gitlabToken !== undefined ? { 'private-token': gitlabToken } : job ? { 'job-token': job } : {}),
    },
    fix: `give a token with read_repository for ${source.project} as gitlab-token, or let this project's job tokens in there`,
  }
}

function apiUrl(base: string, path: string, variable: string): URL {
  const text = base.replace(/\/+$/, '') + path
  const url = URL.canParse(text) ? new URL(text) : undefined
  const loopback = /^(?:localhost|\[::1\]|127(?:\.[0-9]{1,3}){3})$/.test(url?.hostname ?? '')
  if (url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) return url
  throw new HygieneError('bad-usage', `${variable} is no https URL: no token is sent there`, {
    fix: `set ${variable} to the API of your forge, such as https://ghe.example.com/api/v3`,
  })
}

/** A renamed repository is a redirect. It is followed on the same origin only, since the token goes along. */
async function getWithin({ url, headers }: Api, world: World, limit: number): Promise<HttpResponse> {
  let here = url
  for (let hop = 0; hop < 4; hop++) {
    const answer = await world.http.send({ method: 'GET', url: here, headers, limit })
    const target = answer.headers['location']
    if (![301, 302, 307, 308].includes(answer.status) || target === undefined) return answer
    const next = URL.canParse(target, here.href) ? new URL(target, here.href) : undefined
    if (next === undefined || next.origin !== url.origin) {
      throw new HygieneError(
        'bad-answer',
        `${url.origin} sends to another host for ${url.pathname}; the token does not go there`,
      )
    }
    here = next
  }
  throw new HygieneError('bad-answer', `${url.origin} redirects in a circle for ${url.pathname}`)
}

function textOf({ headers, body }: HttpResponse, source: Remote): string {
  if (source.kind === 'github' && /^application\/json\b/.test(headers['content-type'] ?? '')) {
    throw new HygieneError('bad-policy', `${source.project}//${source.path} is a folder, not a file`)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new HygieneError('bad-policy', `${source.project}//${source.path} is not UTF-8`, { cause })
  }
}
