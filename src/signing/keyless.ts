import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** What cosign needs to ask for an identity token, and whom the certificate will name if nobody said so. */
export interface Keyless {
  readonly env: Readonly<Record<string, string>>
  readonly identity: string | undefined
  readonly issuer: string | undefined
}

/**
 * Whether this job can be given an identity token. It is asked before anything else, because the platform says no only
 * when the token is used, and by then the image is pushed.
 * @see https://docs.github.com/en/actions/reference/security/oidc
 * @see https://docs.gitlab.com/ci/secrets/id_token_authentication/
 */
export function readKeyless(env: World['env'], log: World['log']): Keyless {
  if (env['GITHUB_ACTIONS'] === 'true') return onGithub(env, log)
  if (env['GITLAB_CI'] === 'true') return onGitlab(env, log)
  const token = env['SIGSTORE_ID_TOKEN']
  if (token === undefined || token === '') {
    throw new HygieneError('bad-usage', 'there is no key, and nobody here gives out identity tokens', {
      fix: 'name a key: --key cosign.key, or run it in a job of GitHub or GitLab',
    })
  }
  log.secret(token)
  return { env: { SIGSTORE_ID_TOKEN: token }, identity: undefined, issuer: undefined }
}

function onGithub(env: World['env'], log: World['log']): Keyless {
  const [url, token] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']]
  if (!url || !token) {
    throw new HygieneError(
      'bad-usage',
      'signing without a key needs an identity token, and this job gets none',
      {
        fix: [
          'permissions:',
          '  contents: read',
          '  packages: write',
          '  id-token: write',
          '# a pull request from a fork is never given one: sign where the image is released',
        ].join('\n'),
      },
    )
  }
  log.secret(token)
  const workflow = env['GITHUB_WORKFLOW_REF']
  return {
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token },
    identity:
      workflow === undefined ? undefined : `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${workflow}`,
    issuer:
      env['GITHUB_SERVER_URL'] === undefined || env['GITHUB_SERVER_URL'] === 'https://github.com'
        ? 'https://token.actions.githubusercontent.com'
        : `${env['GITHUB_SERVER_URL']}/_services/token`,
  }
}

function onGitlab(env: World['env'], log: World['log']): Keyless {
  const token = env['SIGSTORE_ID_TOKEN']
  if (!token) {
    throw new HygieneError(
      'bad-usage',
      'signing without a key needs an identity token, and this job gets none',
      {
        fix: ['id_tokens:', '  SIGSTORE_ID_TOKEN:', '    aud: sigstore'].join('\n'),
      },
    )
  }
  log.secret(token)
  const pipeline = env['CI_CONFIG_REF_URI']
  return {
    env: { SIGSTORE_ID_TOKEN: token },
    identity: pipeline === undefined ? undefined : `https://${pipeline}`,
    issuer: env['CI_SERVER_URL'],
  }
}
