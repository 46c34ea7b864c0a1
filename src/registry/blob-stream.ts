import type { Digest } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Http, HttpResponse, HttpStream } from '../system/world.ts'
import type { Authorization } from './authorization.ts'
import type { Budget } from './budget.ts'
import { isAllowed, isRedirect, refusal, targetOf } from './follow.ts'
import { algorithmOf, nodeCrypto } from './hash.ts'

export interface StreamOptions {
  readonly origin: URL
  readonly http: Http
  readonly authorization: Authorization
  readonly budget: Budget
}

export interface StreamRequest {
  readonly path: string
  readonly scope: string
  /** Of the bytes; they are hashed as they pass, and the last step throws `bad-answer` if they were others. */
  readonly digest: Digest
  /** Bytes that may come. */
  readonly limit: number
}

/** Milliseconds for a whole blob; silence ends it much sooner. */
const longest = 30 * 60_000
const mostHops = 5

/**
 * GETs a blob that is too large to hold. Answers other than 200 come back with their status and an unread body. Not
 * repeated when it breaks off: what was read before is already with the reader.
 */
export async function openBlob(request: StreamRequest, options: StreamOptions): Promise<HttpStream> {
  const { origin, http, authorization, budget } = options
  let url = new URL(request.path, origin)
  let challenges = 0
  for (let hops = 0; hops <= mostHops; ) {
    const own = url.origin === origin.origin
    const header = own ? await authorization.header(request.scope) : undefined
    budget.spend()
    const answer = await http.stream({
      method: 'GET',
      url,
      limit: request.limit,
      timeout: longest,
      ...(header === undefined ? {} : { headers: { authorization: header } }),
    })
    if (own && answer.status === 401 && challenges < 2) {
      challenges += 1
      await authorization.challenged(request.scope, await whole(answer), header)
      continue
    }
    if (!isRedirect(answer)) {
      return answer.status === 200
        ? { ...answer, body: verified(answer.body, request.digest, origin) }
        : answer
    }
    const target = targetOf(await whole(answer), url)
    if (target.origin !== origin.origin && !isAllowed(target, origin)) {
      throw refusal(origin, `redirects to ${target.origin}, which is refused`)
    }
    url = target
    hops += 1
  }
  throw refusal(origin, `redirects more than ${mostHops} times`)
}

async function* verified(
  body: AsyncIterable<Uint8Array>,
  digest: Digest,
  origin: URL,
): AsyncGenerator<Uint8Array> {
  const hash = nodeCrypto().createHash(algorithmOf(digest))
  for await (const chunk of body) {
    hash.update(chunk)
    yield chunk
  }
  if (`${algorithmOf(digest)}:${hash.digest('hex')}` !== digest) {
    throw new HygieneError('bad-answer', `${origin.host} sends other bytes than those of ${digest}`)
  }
}

async function whole({ status, headers, body }: HttpStream): Promise<HttpResponse> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    chunks.push(chunk)
    if (length > 64 * 1024) break
  }
  return { status, headers, body: Buffer.concat(chunks) }
}
