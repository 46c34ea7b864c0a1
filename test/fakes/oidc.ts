import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { type Answer, type Exchanged, listen } from './listen.ts'

/**
 * A forge's issuer of identity tokens, with discovery, keys, and the two ways of getting one: GitHub's address that a
 * job asks with its own bearer, and GitLab's variable. On loopback it is a GitHub Enterprise Server or a GitLab of
 * one's own: both issue under their own address.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export interface FakeIssuer {
  readonly origin: string
  /** `iss` of GitHub's tokens; GitLab's is the origin. */
  readonly githubIssuer: string
  readonly habits: Habits
  /** `METHOD path`, in order. */
  readonly requests: string[]
  /** The variables of a GitHub job that has `id-token: write`. */
  githubJob(claims?: Claims): Readonly<Record<string, string>>
  /** The variables of a GitLab job with `id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore`. */
  gitlabJob(claims?: Claims): Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

export type Claims = Readonly<Record<string, string | number>>

export interface Habits {
  /** Tokens are an hour too old. */
  'issues expired tokens'?: boolean
  /** Tokens are signed with a key that discovery does not list. */
  'signs with another key'?: boolean
  /** The address answers 403, as for a job whose permission was taken away. */
  'gives out no tokens'?: boolean
}

const workflow = 'acme/app/.github/workflows/release.yml@refs/tags/v1.2.3'
const commit = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'

export async function fakeIssuer(): Promise<FakeIssuer> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const others = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const kid = createHash('sha256')
    .update(keys.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
  const habits: Habits = {}
  const requests: string[] = []
  /** What a job may ask with, and what its tokens will say. */
  const jobs = new Map<string, Claims>()

  const token = (issuer: string, audience: string, claims: Claims) => {
    const now = Math.floor(Date.now() / 1000) - (habits['issues expired tokens'] ? 3600 : 0)
    const times = { iat: now, nbf: now, exp: now + 300, jti: randomUUID() }
    const by = habits['signs with another key'] ? others.privateKey : keys.privateKey
    return jwt({ iss: issuer, aud: audience, ...times, ...claims }, kid, by)
  }

  const answer = async ({ method, path, headers }: Exchanged): Promise<Answer> => {
    const url = new URL(path, listening.origin)
    requests.push(`${method} ${url.pathname}`)
    const place = url.pathname.replace(/^\/_services\/token/, '')
    const issuer = place === url.pathname ? listening.origin : `${listening.origin}/_services/token`
    if (place === '/.well-known/openid-configuration') return { status: 200, body: discovery(issuer) }
    if (place === '/.well-known/jwks') {
      const key = { ...keys.publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }
      return { status: 200, body: { keys: [key] } }
    }
    if (url.pathname !== '/idtoken') return { status: 404, body: { message: 'Not Found' } }
    const claims = jobs.get(headers['authorization']?.replace(/^bearer /i, '') ?? '')
    if (claims === undefined || habits['gives out no tokens']) {
      return { status: 403, body: { message: 'Resource not accessible by integration' } }
    }
    const audience = url.searchParams.get('audience') ?? listening.origin
    return { status: 200, body: { value: token(`${listening.origin}/_services/token`, audience, claims) } }
  }
  const listening = await listen(answer)
  const { origin } = listening

  return {
    origin,
    githubIssuer: `${origin}/_services/token`,
    habits,
    requests,
    githubJob(claims = {}) {
      const bearer = randomUUID()
      const all = { ...githubClaims, ...claims }
      jobs.set(bearer, all)
      return {
        GITHUB_ACTIONS: 'true',
        GITHUB_SERVER_URL: origin,
        GITHUB_WORKFLOW_REF: String(all.workflow_ref),
        ACTIONS_ID_TOKEN_REQUEST_URL: `${origin}/idtoken?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
      }
    },
    gitlabJob(claims = {}) {
      const host = new URL(origin).host
      const all = {
        ...gitlabClaims,
        ci_config_ref_uri: `${host}/acme/app//.gitlab-ci.yml@refs/tags/v1.2.3`,
        ...claims,
      }
      return {
        GITLAB_CI: 'true',
        CI_SERVER_URL: origin,
        SIGSTORE_ID_TOKEN: token(origin, 'sigstore', all),
      }
    },
    stop: listening.stop,
  }
}

function discovery(issuer: string) {
  return {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  }
}

const githubClaims = {
  sub: 'repo:acme/app:ref:refs/tags/v1.2.3',
  event_name: 'push',
  sha: commit,
  workflow: 'release',
  repository: 'acme/app',
  repository_id: '1296269',
  repository_owner: 'acme',
  repository_owner_id: '583231',
  repository_visibility: 'private',
  ref: 'refs/tags/v1.2.3',
  ref_type: 'tag',
  job_workflow_ref: workflow,
  job_workflow_sha: commit,
  workflow_ref: workflow,
  workflow_sha: commit,
  runner_environment: 'github-hosted',
  run_id: '30433642',
  run_attempt: '1',
  actor: 'mona',
}

const gitlabClaims = {
  sub: 'project_path:acme/app:ref_type:tag:ref:v1.2.3',
  namespace_id: '72',
  namespace_path: 'acme',
  project_id: '20',
  project_path: 'acme/app',
  project_visibility: 'private',
  user_login: 'mona',
  pipeline_id: '574',
  pipeline_source: 'push',
  job_id: '302',
  ref: 'v1.2.3',
  ref_type: 'tag',
  ref_path: 'refs/tags/v1.2.3',
  ref_protected: 'true',
  runner_id: 1,
  runner_environment: 'self-hosted',
  sha: commit,
  ci_config_sha: commit,
}

/** RFC 7519, signed with RS256. */
function jwt(claims: Claims, kid: string, by: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ typ: 'JWT', alg: 'RS256', kid })}.${part(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), by).toString('base64url')}`
}
