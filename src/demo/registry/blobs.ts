import { isDigest } from '../../image/index.ts'
import { type Asked, type Given, given, refusal } from './exchange.ts'
import { digestOf, repositoryOf, type Store, type Upload } from './store.ts'

/** `/v2/<name>/blobs/<digest>` */
export function answerBlob(store: Store, name: string, digest: string, { method, headers }: Asked): Given {
  const repository = store.repositories.get(name)
  if (!isDigest(digest)) return refusal(400, 'DIGEST_INVALID', `'${digest}' is no digest`)
  const bytes = repository?.blobs.has(digest) ? store.blobs.get(digest) : undefined
  if (bytes === undefined) return refusal(404, 'BLOB_UNKNOWN', `${name} has no blob ${digest}`)
  if (method === 'DELETE') {
    repository?.blobs.delete(digest)
    return given(202)
  }
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'UNSUPPORTED', 'blobs are pulled here')
  const common = {
    'content-type': 'application/octet-stream',
    'docker-content-digest': digest,
    'accept-ranges': 'bytes',
  }
  const [, from, to] = /^bytes=([0-9]+)-([0-9]*)$/.exec(headers['range'] ?? '') ?? []
  if (from === undefined) return given(200, { ...common, 'content-length': String(bytes.length) }, bytes)
  const first = Number(from)
  const last = Math.min(to === '' || to === undefined ? bytes.length - 1 : Number(to), bytes.length - 1)
  if (first > last) return given(416, { 'content-range': `bytes */${bytes.length}` })
  const part = bytes.subarray(first, last + 1)
  const range = `bytes ${first}-${last}/${bytes.length}`
  return given(206, { ...common, 'content-range': range, 'content-length': String(part.length) }, part)
}

/** `/v2/<name>/blobs/uploads/<session>`; without a session it opens one. */
export function answerUpload(store: Store, name: string, session: string, asked: Asked): Given {
  if (session === '') return asked.method === 'POST' ? open(store, name, asked) : given(405)
  const upload = store.uploads.get(session)
  if (upload === undefined || upload.repository !== name) {
    return refusal(404, 'BLOB_UPLOAD_UNKNOWN', `there is no upload ${session}`)
  }
  switch (asked.method) {
    case 'GET':
      return progress(204, name, session, upload)
    case 'PATCH':
      return append(upload, asked) ?? progress(202, name, session, upload)
    case 'PUT':
      return append(upload, asked) ?? finish(store, name, session, upload, asked)
    case 'DELETE':
      store.uploads.delete(session)
      return given(204)
    default:
      return refusal(405, 'UNSUPPORTED', 'uploads take PATCH, PUT, GET and DELETE')
  }
}

/** A whole blob in one POST, a mount from another repository, or the start of an upload. */
function open(store: Store, name: string, { query, body }: Asked): Given {
  const mount = query.get('mount')
  const from = query.get('from')
  if (mount !== null && isDigest(mount) && from !== null) {
    if (store.repositories.get(from)?.blobs.has(mount) && store.blobs.has(mount)) {
      repositoryOf(store, name).blobs.add(mount)
      return created(name, mount)
    }
  }
  const session = `upload-${store.nextUpload}`
  store.nextUpload += 1
  const upload: Upload = { repository: name, chunks: [], size: 0 }
  store.uploads.set(session, upload)
  const digest = query.get('digest')
  if (digest === null) return progress(202, name, session, upload)
  upload.chunks.push(body)
  return close(store, name, session, upload, digest)
}

/** Chunks come in order; one that starts elsewhere is refused with 416. Undefined when it was taken. */
function append(upload: Upload, { headers, body }: Asked): Given | undefined {
  const start = /^(?:bytes )?([0-9]+)-/.exec(headers['content-range'] ?? '')?.[1]
  if (start !== undefined && Number(start) !== upload.size) {
    return given(416, { range: `0-${Math.max(0, upload.size - 1)}` })
  }
  if (body.length > 0) upload.chunks.push(body)
  upload.size += body.length
  return undefined
}

function finish(store: Store, name: string, session: string, upload: Upload, { query }: Asked): Given {
  return close(store, name, session, upload, query.get('digest') ?? '')
}

function close(store: Store, name: string, session: string, upload: Upload, digest: string): Given {
  if (!isDigest(digest)) return refusal(400, 'DIGEST_INVALID', `'${digest}' is no digest`)
  const bytes = Buffer.concat(upload.chunks)
  store.uploads.delete(session)
  const actual = digestOf(bytes, digest.startsWith('sha512:') ? 'sha512' : 'sha256')
  if (actual !== digest) return refusal(400, 'DIGEST_INVALID', `the bytes have the digest ${actual}`)
  store.blobs.set(digest, bytes)
  repositoryOf(store, name).blobs.add(digest)
  return created(name, digest)
}

function created(name: string, digest: string): Given {
  return given(201, { location: `/v2/${name}/blobs/${digest}`, 'docker-content-digest': digest })
}

function progress(status: number, name: string, session: string, upload: Upload): Given {
  return given(status, {
    location: `/v2/${name}/blobs/uploads/${session}`,
    range: `0-${Math.max(0, upload.size - 1)}`,
    'docker-upload-uuid': session,
  })
}
