import { type Descriptor, type Digest, parseDescriptor } from '../image/index.ts'
import type { HttpResponse } from '../system/world.ts'
import { explain, parseJson } from './answer.ts'
import { nextLink, nextPage } from './link.ts'
import type { Unknown } from './port.ts'

/** Whether the registry has the referrers API, as far as its answers told. */
export type ReferrersApi = 'unproven' | 'present' | 'absent'

export interface AskedReferrers {
  readonly answer: readonly Descriptor[] | 'unsupported' | Unknown
  readonly api: ReferrersApi
}

export interface ReferrersQuestion {
  /** `/v2/acme/app/referrers/` */
  readonly path: string
  readonly subject: Digest
  readonly origin: URL
  readonly api: ReferrersApi
  readonly get: (path: string) => Promise<HttpResponse>
}

/** No manifest has it: a registry with the API must answer an empty list for any digest. */
const nobody = `sha256:${'0'.repeat(64)}`
const mostPages = 1000

/**
 * All referrers of a subject. A 404 says that the registry has no such API (and the fallback tag tells), but it is only
 * believed for all subjects once a second digest is answered the same: then nobody asks again.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export async function askReferrers(question: ReferrersQuestion): Promise<AskedReferrers> {
  const { path, subject, origin, get } = question
  let next = `${path}${subject}`
  const found = new Map<Digest, Descriptor>()
  for (let pages = 0; pages < mostPages; pages += 1) {
    const response = await get(next)
    if (response.status === 404 && pages === 0) return { answer: 'unsupported', api: await proven(question) }
    if (response.status !== 200) return unknown(`answers ${explain(response)}`, question)
    const body = parseJson(response.body) as { manifests?: unknown } | null | undefined
    const list = body?.manifests
    if (!Array.isArray(list)) return unknown('its answer is no index', question)
    for (const item of list) {
      const descriptor = parseDescriptor(item)
      if (descriptor === undefined) return unknown('one of its descriptors cannot be read', question)
      found.set(descriptor.digest, descriptor)
    }
    const link = nextLink(response.headers['link'] ?? '')
    if (link === undefined) return { answer: [...found.values()], api: 'present' }
    const following = nextPage(link, new URL(next, origin))
    if ('refused' in following) return unknown(following.refused, question)
    next = following.path
  }
  return unknown(`it does not end after ${mostPages} pages`, question)
}

async function proven({ api, get, path, subject }: ReferrersQuestion): Promise<ReferrersApi> {
  if (api !== 'unproven' || subject === nobody) return api
  const { status } = await get(`${path}${nobody}`)
  return status === 404 ? 'absent' : 'present'
}

function unknown(why: string, { api }: ReferrersQuestion): AskedReferrers {
  return { answer: { unknown: why }, api }
}
