import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import { type IdentityToken, none, readToken, requestToken } from './identity-token.ts'

/** The token that cosign shows to the certificate authority, and whom the certificate will name if nobody said so. */
export interface Keyless {
  readonly env: Readonly<Record<string, string>>
  readonly identity: string | undefined
  readonly issuer: string | undefined
}

type Job = Pick<World, 'env' | 'http' | 'log' | 'now'>

/**
 * The identity token of this job. It is asked for before anything else: a permission that is missing shows only when
 * the token is used, and by then the image is pushed. cosign gets the token, never the means to ask for others.
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export async function readKeyless(job: Job): Promise<Keyless> {
  if (job.env['GITHUB_ACTIONS'] === 'true') return onGithub(job)
  const token = job.env['SIGSTORE_ID_TOKEN']
  if (job.env['GITLAB_CI'] === 'true') return onGitlab(token, job)
  if (token)
    return having(readToken(token, 'SIGSTORE_ID_TOKEN: a token for the audience sigstore', job), emailOf)
  throw new HygieneError('bad-usage', 'there is no key, and nobody here gives out identity tokens', {
    fix: 'name a key: --key cosign.key, or run it in a job of GitHub or GitLab',
  })
}

const githubFix = [
  'permissions:',
  '  contents: read',
  '  packages: write',
  '  id-token: write',
  '# a pull request from a fork is never given one: sign where the image is released',
].join('\n')

async function onGithub(job: Job): Promise<Keyless> {
  const { env } = job
  const [url, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']]
  if (!url || !bearer) throw none('it may not ask for one', githubFix)
  const server = env['GITHUB_SERVER_URL'] || 'https://github.com'
  // The workflow that holds the job, which is a reusable one where one is called: GITHUB_WORKFLOW_REF is its caller.
  return having(await requestToken(url, bearer, githubFix, job), claims =>
    prefixed(`${server}/`, claims['job_workflow_ref']),
  )
}

const gitlabFix = ['id_tokens:', '  SIGSTORE_ID_TOKEN:', '    aud: sigstore'].join('\n')

function onGitlab(token: string | undefined, job: Job): Keyless {
  if (!token) throw none('there is no SIGSTORE_ID_TOKEN', gitlabFix)
  return having(readToken(token, gitlabFix, job), claims => prefixed('https://', claims['ci_config_ref_uri']))
}

function having(
  { text, claims }: IdentityToken,
  identityIn: (claims: IdentityToken['claims']) => string | undefined,
): Keyless {
  const { iss } = claims
  return {
    env: { SIGSTORE_ID_TOKEN: text },
    identity: identityIn(claims),
    issuer: typeof iss === 'string' ? iss : undefined,
  }
}

function prefixed(start: string, claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? `${start}${claim}` : undefined
}

function emailOf({ email }: IdentityToken['claims']): string | undefined {
  return typeof email === 'string' ? email : undefined
}
