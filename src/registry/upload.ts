import { type Digest, pathOf, type Repository } from '../image/index.ts'
import { explain } from './answer.ts'
import { digestOf } from './hash.ts'
import type { Unknown } from './port.ts'
import type { Transport } from './transport.ts'

export type BlobPut = { readonly digest: Digest } | { readonly refused: string } | Unknown

/**
 * Uploads a small blob: one POST that opens a session, one PUT that ends it. The session's address must lie on the
 * registry itself: the bytes and our credentials go nowhere else.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put
 */
export async function uploadBlob(
  repository: Repository,
  bytes: Uint8Array,
  origin: URL,
  transport: Transport,
): Promise<BlobPut> {
  const scope = `repository:${pathOf(repository)}:pull,push`
  const path = `/v2/${pathOf(repository)}/blobs/uploads/`
  const opened = await transport({ method: 'POST', path, scope })
  if (opened.status === 401 || opened.status === 403) return { refused: `answers ${explain(opened)}` }
  if (opened.status !== 202) return { unknown: `opening an upload: ${explain(opened)}` }
  const target = sessionOf(opened.headers['location'], new URL(path, origin))
  if (target?.origin !== origin.origin) return { unknown: 'its upload session lies on another host' }
  const digest = digestOf(bytes, 'sha256')
  target.searchParams.set('digest', digest)
  const ended = await transport({
    method: 'PUT',
    path: `${target.pathname}${target.search}`,
    scope,
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
  })
  if (ended.status === 201) return { digest }
  if (ended.status === 401 || ended.status === 403) return { refused: `answers ${explain(ended)}` }
  return { unknown: `ending an upload: ${explain(ended)}` }
}

function sessionOf(location: string | undefined, base: URL): URL | undefined {
  return location !== undefined && URL.canParse(location, base.href) ? new URL(location, base) : undefined
}
