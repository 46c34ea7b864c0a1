import { HygieneError } from '../outcome/index.ts'
import { oneLine } from '../report/index.ts'
import type { RunResult, World } from '../system/world.ts'
import { tailOf } from './tail.ts'

/** A wrong call, not a service that failed. */
const wrongPassword = /decrypt|no decryption keys|password/i

/** What to do about what cosign says. The first that fits. */
const advice: readonly (readonly [RegExp, string])[] = [
  [wrongPassword, 'check COSIGN_PASSWORD: it is missing, or not the password of this key'],
  [
    /\bKMS\b|IMDS|vault|getting public key/i,
    'check that the key is there, and give the step the credentials of its service: AWS_…, AZURE_…, GOOGLE_… or VAULT_… variables',
  ],
  [
    /UNAUTHORIZED|DENIED|\b401\b|\b403\b/,
    'log in to the registry with the right to push, or give registry-username and registry-password',
  ],
  [
    /fulcio|signing certificate|identity token|oidc/i,
    'check the identity token (id-token: write on GitHub, id_tokens on GitLab) and the services of the signing configuration',
  ],
  [
    /rekor|tlog|transparency|timestamp/i,
    'check sign.log of the policy: whether its services answer from here',
  ],
  [
    /no such host|connection refused|i\/o timeout|deadline exceeded|certificate signed by unknown/i,
    'check that the registry and the services of sign.log can be reached from here; ca-file names further authorities',
  ],
  [/MANIFEST_UNKNOWN|NAME_UNKNOWN|\b404\b/, 'check the reference: the registry does not have it'],
]

/** Words of a connection that was never made: then what cosign says is no verdict. */
const unreachable =
  /no such host|connection refused|network is unreachable|i\/o timeout|deadline exceeded|no route to host|TUF/i

export function couldNotLook(said: string): boolean {
  return unreachable.test(said)
}

/** One sentence of why cosign failed and what to do; the end of what it said goes to the log. */
export function failureOf(command: string, ran: RunResult, about: string, log: World['log']): HygieneError {
  log.info([`cosign ${command} ended with ${ran.code}:`, ...tailOf(ran)].join('\n  '))
  const said = lastWords(ran)
  return new HygieneError(
    wrongPassword.test(said) ? 'bad-usage' : 'tool-failed',
    `cosign ${command} failed for ${about} (exit code ${ran.code}): ${said}`,
    {
      fix:
        advice.find(([pattern]) => pattern.test(said))?.[1] ??
        'run it by hand with -d and look at what it says',
    },
  )
}

/** The error that cosign ends with; its lines before are warnings and the usage. */
export function lastWords({ stderr }: RunResult): string {
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  const error = lines.findLast(line => line.startsWith('Error: '))?.slice('Error: '.length)
  return oneLine(error ?? lines.at(-1) ?? 'it said nothing', 500)
}
