import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** What a forge says of a job in the token that it gives it: the claims that a certificate is made from. */
export interface IdentityToken {
  /** As it is: whoever has it can act as this job for some minutes. */
  readonly text: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** Whom certificates for container signatures ask for, everywhere. */
const audience = 'sigstore'
/** Seconds that two clocks may differ. */
const tolerance = 300

/**
 * Asks GitHub for a token of this job. The bearer goes to that address alone and is never handed to cosign.
 * @throws `bad-usage` with `fix` where GitHub says that the job may not have one
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export async function requestToken(
  address: string,
  bearer: string,
  fix: string,
  { http, log, now }: Pick<World, 'http' | 'log' | 'now'>,
): Promise<IdentityToken> {
  log.secret(bearer)
  const url = new URL(address)
  url.searchParams.set('audience', audience)
  const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' }
  const { status, body } = await http.send({ method: 'GET', url, headers })
  if (status === 401 || status === 403) throw none(`${url.host} answers ${status}`, fix)
  if (status !== 200)
    throw new HygieneError('unreachable', `${url.host} gives out no identity token: ${status}`)
  const value = object(new TextDecoder().decode(body))?.['value']
  if (typeof value !== 'string')
    throw new HygieneError('bad-answer', `${url.host} answers without an identity token`)
  return readToken(value, fix, { log, now })
}

/** Reads a token without believing it: the certificate authority checks its signature. Throws `bad-usage`. */
export function readToken(
  text: string,
  fix: string,
  { log, now }: Pick<World, 'log' | 'now'>,
): IdentityToken {
  log.secret(text)
  const claims = object(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8'))
  if (claims === undefined || text.split('.').length !== 3) throw none('what it gets is none', fix)
  const { aud, exp } = claims
  if (![aud].flat().includes(audience))
    throw none(`its token is for ${JSON.stringify(aud)}, not for ${audience}`, fix)
  if (typeof exp === 'number' && exp + tolerance < now()) throw none('its token has expired', fix)
  return { text, claims }
}

export function none(why: string, fix: string): HygieneError {
  return new HygieneError(
    'bad-usage',
    `signing without a key needs an identity token, and this job has none: ${why}`,
    {
      fix,
    },
  )
}

function object(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
