import { HygieneError } from '../outcome/index.ts'
import type { Http, HttpResponse } from '../system/world.ts'
import type { Budget } from './budget.ts'
import type { Tally } from './tally.ts'
import { isLoopback } from './token.ts'
import type { RegistryRequest, Transport } from './transport.ts'

const mostHops = 5

/**
 * Follows the redirects of a GET whose bytes are verified by digest afterwards: registries keep blobs in object stores.
 * Back at the registry's own origin with our credentials, to any other only over https and with nothing of ours: no
 * Authorization, no headers. Loopback is another origin like any other, except for registries on loopback themselves.
 */
export function createFollower(
  origin: URL,
  transport: Transport,
  { http, budget, tally }: { readonly http: Http; readonly budget: Budget; readonly tally: Tally },
): Transport {
  return async request => {
    let response = await transport(request)
    if (!isRedirect(response)) return response
    let current = new URL(request.path, origin)
    for (let hops = 0; isRedirect(response); hops += 1) {
      const target = targetOf(response, current)
      if (hops >= mostHops) throw refusal(origin, `redirects more than ${mostHops} times`)
      if (target.origin === origin.origin) {
        response = await transport({ ...request, path: `${target.pathname}${target.search}` })
      } else {
        if (!isAllowed(target, origin))
          throw refusal(origin, `redirects to ${target.origin}, which is refused`)
        budget.spend()
        response = await http.send(elsewhere(request, target))
        tally.answered(response)
      }
      current = target
    }
    return response
  }
}

export function isRedirect({ status }: Pick<HttpResponse, 'status'>): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308
}

export function targetOf({ headers }: Pick<HttpResponse, 'headers'>, current: URL): URL {
  try {
    return new URL(headers['location'] ?? '', current)
  } catch {
    throw refusal(current, 'redirects to what is no address')
  }
}

export function isAllowed(target: URL, origin: URL): boolean {
  if (target.protocol === 'https:') return !isLoopback(target.hostname) || isLoopback(origin.hostname)
  return target.protocol === 'http:' && isLoopback(target.hostname) && isLoopback(origin.hostname)
}

function elsewhere({ method, headers, limit }: RegistryRequest, url: URL) {
  return {
    method,
    url,
    headers: headers?.['accept'] === undefined ? {} : { accept: headers['accept'] },
    ...(limit === undefined ? {} : { limit }),
  }
}

export function refusal(origin: URL, what: string): HygieneError {
  return new HygieneError('bad-answer', `${origin.host} ${what}`)
}
