import { HygieneError } from '../outcome/index.ts'
import type { Http, HttpRequest, HttpResponse } from '../system/world.ts'

/** How long a run may stand still for a forge. */
export interface Patience {
  readonly http: Http
  /** Unix seconds. */
  readonly now: () => number
  /** Between 0 and 1. */
  readonly random: () => number
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

const attempts = 5
/** Milliseconds. A primary limit that lifts later than this is not waited for: the runner's minutes cost more. */
const longestWait = 120_000
/** GitHub asks for a minute where a secondary limit names no time. */
const withoutATime = 60_000

/**
 * Sends until there is an answer worth reading: overloads, rate limits (primary and secondary) and lost connections
 * are waited out. A request that says something to people is never sent twice after a 5xx, because it may have worked;
 * every other write of ours is harmless to repeat (content-addressed, or refused by its precondition).
 * @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export async function sendPatiently(request: HttpRequest, patience: Patience): Promise<HttpResponse> {
  for (let attempt = 1; ; attempt++) {
    const last = attempt === attempts
    const answer = await answerOf(request, patience.http)
    if (answer instanceof HygieneError) {
      if (last || !repeatable(request)) throw answer
      await patience.wait(pause(attempt, patience))
      continue
    }
    const limited = limitOf(answer, patience.now())
    if (limited !== undefined) {
      if (last || limited > longestWait) throw spent(request, answer, limited)
      await patience.wait(limited + patience.random() * 1000)
    } else if (answer.status >= 500 && answer.status !== 501 && repeatable(request) && !last) {
      await patience.wait(pause(attempt, patience))
    } else {
      return answer
    }
  }
}

async function answerOf(request: HttpRequest, http: Http): Promise<HttpResponse | HygieneError> {
  try {
    return await http.send(request)
  } catch (error) {
    if (error instanceof HygieneError && (error.code === 'unreachable' || error.code === 'too-slow'))
      return error
    throw error
  }
}

/** Milliseconds to wait, if the answer is a rate limit. */
function limitOf({ status, headers, body }: HttpResponse, now: number): number | undefined {
  if (status !== 429 && status !== 403) return undefined
  const after = Number(headers['retry-after'] ?? Number.NaN)
  if (after >= 0) return after * 1000
  if (headers['x-ratelimit-remaining'] === '0' || headers['ratelimit-remaining'] === '0') {
    const reset = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? Number.NaN)
    return reset >= 0 ? Math.max(0, reset - now) * 1000 + 1000 : withoutATime
  }
  if (status === 429) return withoutATime
  return new TextDecoder().decode(body.slice(0, 2000)).includes('secondary rate limit')
    ? withoutATime
    : undefined
}

function repeatable({ method, url }: HttpRequest): boolean {
  return method !== 'POST' || !/\/(?:comments|notes)$/.test(url.pathname)
}

function pause(attempt: number, { random }: Patience): number {
  return 500 * 2 ** attempt * (0.75 + random() / 2)
}

function spent({ url }: HttpRequest, { status }: HttpResponse, limited: number): HygieneError {
  const minutes = Math.ceil(limited / 60_000)
  return new HygieneError(
    'budget-spent',
    `${url.host} answers ${status}: the rate limit of this token is used up for another ${minutes} minute${minutes === 1 ? '' : 's'}`,
    {
      fix: 'run the job again later, or give it a token of its own (a GitHub App has 5,000 requests an hour)',
    },
  )
}
