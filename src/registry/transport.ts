import { HygieneError } from '../outcome/index.ts'
import type { Http, HttpRequest, HttpResponse } from '../system/world.ts'
import type { Authorization, Scope } from './authorization.ts'
import type { Budget } from './budget.ts'
import type { Pace } from './pace.ts'
import { asksToSlowDown, attempts, backoff, isPassing, retryAfter } from './retry.ts'
import type { Skew } from './skew.ts'
import type { Tally } from './tally.ts'

export interface RegistryRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query below the origin. */
  readonly path: string
  readonly scope: Scope
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  /** Bytes of the answer. */
  readonly limit?: number
}

export interface TransportOptions {
  readonly origin: URL
  readonly http: Http
  readonly authorization: Authorization
  readonly pace: Pace
  readonly budget: Budget
  readonly tally: Tally
  readonly skew: Skew
  readonly now: () => number
  readonly random: () => number
  /** Milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Sends to one registry, in turn, with proof of who we are, and again where that is harmless. */
export type Transport = (request: RegistryRequest) => Promise<HttpResponse>

/** A token may end between the check and the answer; a second refusal of a fresh one is final. */
const challengesPerRequest = 2
/** A registry that answers none of so many is down: thousands of tags must not each wait for it. */
const mostFailures = 24
/** Each of them has already taken the whole time of an exchange. */
const slowAttempts = 2

/**
 * Every request here may be repeated: GET, HEAD, PUT of the same bytes and DELETE are idempotent, and the only POST opens
 * an upload session, which ends by itself when nobody uses it.
 * Any final status is an answer; throws HygieneError for what was none, and `budget-spent`.
 */
export function createTransport(options: TransportOptions): Transport {
  const { origin, http, authorization, pace, budget, tally, skew, now, random, wait } = options

  const once = async (request: RegistryRequest, authorized: string | undefined): Promise<HttpResponse> => {
    const turn = pace.enter()
    if (turn !== undefined) await turn
    let slowDown = false
    try {
      budget.spend()
      const response = await http.send(toHttp(request, origin, authorized))
      tally.answered(response)
      skew.see(response.headers)
      slowDown = asksToSlowDown(response)
      if (slowDown) {
        const asked = retryAfter(response, now())
        if (asked !== undefined) {
          budget.wait(asked)
          pace.pause(asked)
        }
      }
      return response
    } finally {
      pace.leave(slowDown)
    }
  }

  /** Requests in a row that failed for good. */
  let failures = 0
  const failed = (error: unknown): unknown => {
    failures += 1
    return error
  }

  return async request => {
    if (failures >= mostFailures) {
      throw new HygieneError(
        'unreachable',
        `${origin.host} did not answer ${mostFailures} requests in a row: given up`,
        { fix: 'run again when it is well: nothing was decided without it' },
      )
    }
    let challenges = 0
    for (let attempt = 1; ; attempt += 1) {
      const header = authorization.header(request.scope)
      const authorized = typeof header === 'object' ? await header : header
      let failure: unknown
      let response: HttpResponse | undefined
      try {
        response = await once(request, authorized)
      } catch (error) {
        if (!isWorthAnotherTry(error, attempt)) throw failed(error)
        failure = error
      }
      if (response !== undefined) failures = 0
      if (response?.status === 401 && challenges < challengesPerRequest) {
        challenges += 1
        attempt -= 1
        await authorization.challenged(request.scope, response, authorized)
        continue
      }
      if (response !== undefined && !asksToSlowDown(response) && !isPassing(response)) return response
      if (attempt >= attempts || failures >= mostFailures) {
        if (response === undefined) throw failed(failure)
        return response
      }
      tally.repeated()
      // With Retry-After the pace holds everybody back; the jitter keeps us from coming back all at once.
      const pause = backoff(attempt + 1, random)
      budget.wait(pause)
      await wait(pause)
    }
  }
}

function toHttp(request: RegistryRequest, origin: URL, authorized: string | undefined): HttpRequest {
  const { method, path, headers, body, limit } = request
  return {
    method,
    url: origin,
    path,
    headers: authorized === undefined ? (headers ?? {}) : { ...headers, authorization: authorized },
    ...(body === undefined ? {} : { body }),
    ...(limit === undefined ? {} : { limit }),
  }
}

/** A certificate or an answer that is too large will be the same the next time. */
function isWorthAnotherTry(error: unknown, attempt: number): boolean {
  if (!(error instanceof HygieneError)) return false
  if (error.code === 'too-slow') return attempt < slowAttempts
  if (error.code !== 'unreachable') return false
  return error.findings[0]?.fix === undefined
}
