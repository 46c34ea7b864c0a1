import { HygieneError } from '../outcome/index.ts'
import type { Http, HttpResponse, Log } from '../system/world.ts'
import type { Budget } from './budget.ts'
import { type Challenge, parseChallenges } from './challenge.ts'
import type { Credential } from './credential.ts'
import type { Credentials } from './credentials.ts'
import { basic, parseToken, realmOf, type Token, tokenRequest } from './token.ts'

/** What a request wants to do; a token is kept for each. `repository:acme/app:pull`, `registry:catalog:*`. */
export type Scope = string

/** The Authorization header for one registry: nothing before it is asked for, and nothing for any other origin. */
export interface Authorization {
  /** The header to send, a promise while a token is on its way, or undefined. */
  header(scope: Scope): string | undefined | Promise<string>
  /**
   * After a 401: finds out how, so that the next `header` is another one. `sent` is what was refused.
   * Throws `no-credentials` when there is nothing new to try.
   */
  challenged(scope: Scope, response: HttpResponse, sent: string | undefined): Promise<void>
}

export interface AuthorizationOptions {
  /** The host as images name it: the key of the credentials. */
  readonly host: string
  /** Where requests go. */
  readonly origin: URL
  readonly credentials: Credentials
  readonly http: Http
  readonly budget: Budget
  readonly log: Log
  /** Milliseconds, monotonic. */
  readonly clock: () => number
}

interface Grant {
  readonly header: string
  readonly until: number
  readonly renew?: () => Promise<Grant>
}

export function createAuthorization(options: AuthorizationOptions): Authorization {
  const { host, origin, credentials, http, budget, log, clock } = options
  /** Basic and ready-made tokens hold for the whole origin, unless another repository may need another one. */
  let everywhere: string | undefined
  const grants = new Map<Scope, Grant | Promise<Grant>>()

  const obtain = async (challenge: Challenge, scope: Scope, credential?: Credential): Promise<Grant> => {
    const realm = realmOf(challenge, origin)
    const { parameters } = challenge
    const asked = parameters.get('scope') ?? scope
    budget.spend()
    const answer = await http.send(tokenRequest(realm, parameters.get('service'), asked, credential))
    const token: Token | undefined = answer.status === 200 ? parseToken(answer) : undefined
    if (token === undefined) {
      throw missing(host, `${realm.host} gives no token for ${asked} (${answer.status})`, credential)
    }
    log.secret(token.value)
    return {
      header: `Bearer ${token.value}`,
      until: clock() + token.lifetime,
      renew: () => obtain(challenge, scope, credential),
    }
  }

  /** One asks, all who need the same wait for it; a failure is not remembered. */
  const share = (scope: Scope, asking: Promise<Grant>): Promise<Grant> => {
    grants.set(scope, asking)
    asking.then(
      grant => grants.get(scope) === asking && grants.set(scope, grant),
      () => grants.get(scope) === asking && grants.delete(scope),
    )
    return asking
  }

  return {
    header(scope) {
      const grant = grants.get(scope)
      if (grant === undefined) return everywhere
      if (grant instanceof Promise) return grant.then(({ header }) => header)
      if (grant.until > clock() || grant.renew === undefined) return grant.header
      return share(scope, grant.renew()).then(({ header }) => header)
    },

    async challenged(scope, response, sent) {
      if (everywhere !== undefined && sent !== everywhere) return
      const current = grants.get(scope)
      // Somebody else was refused the same token before us and is already asking, or has the new one.
      if (current instanceof Promise || (current !== undefined && current.header !== sent)) {
        await current
        return
      }
      const credential = await credentials(host, pathOfScope(scope))
      const challenges = parseChallenges(response.headers['www-authenticate'] ?? '')
      const bearer = challenges.find(
        ({ scheme, parameters }) => scheme === 'bearer' && parameters.has('realm'),
      )
      const take = (header: string, refused: string): void => {
        if (sent === header) throw missing(host, refused, credential)
        if (credential?.narrow) grants.set(scope, { header, until: Number.POSITIVE_INFINITY })
        else everywhere = header
      }
      if (credential?.kind === 'bearer') {
        take(`Bearer ${credential.token}`, `${host} refuses the token that was given`)
        return
      }
      if (bearer !== undefined) {
        await share(scope, obtain(bearer, scope, credential))
        return
      }
      const offersBasic = challenges.length === 0 || challenges.some(({ scheme }) => scheme === 'basic')
      const refused = `${host} answers 401 to ${scope}`
      if (!offersBasic || credential?.kind !== 'password') throw missing(host, refused, credential)
      take(basic(credential), refused)
    },
  }
}

/** `acme/app` of `repository:acme/app:pull`. */
function pathOfScope(scope: Scope): string | undefined {
  return /^repository:(.+):[^:]*$/.exec(scope)?.[1]
}

function missing(host: string, what: string, credential: Credential | undefined): HygieneError {
  return new HygieneError(
    'no-credentials',
    credential === undefined
      ? `${what}; no credentials for ${host} were found`
      : `${what}, with the credentials that were found for ${host}`,
    { fix: `docker login ${host}, or give registry-username and registry-password` },
  )
}
