import { answerBlob, answerUpload } from './blobs.ts'
import { type Asked, type Given, given, json, refusal } from './exchange.ts'
import { answerCatalog, answerReferrers, answerTags } from './lists.ts'
import { answerManifest } from './manifests.ts'
import type { Store } from './store.ts'

const routes =
  /^\/v2\/(.+?)\/(?:(manifests|referrers)\/([^/]+)|blobs\/uploads\/([^/]*)|blobs\/([^/]+)|tags\/list)$/
const repositoryName = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/

/**
 * What a registry answers, as far as clients of images need it: pulling, pushing, listing, deleting, referrers.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#endpoints
 */
export function answer(store: Store, asked: Asked): Given {
  const { path } = asked
  if (path === '/v2/' || path === '/v2') return json({})
  if (path === '/v2/_catalog') return answerCatalog(store, asked)
  const [, name, kind, reference, upload, blob] = routes.exec(path) ?? []
  if (name === undefined) return given(404)
  if (name.length > 255 || !repositoryName.test(name)) {
    return refusal(400, 'NAME_INVALID', `'${name}' is no repository name`)
  }
  if (kind === 'manifests') return answerManifest(store, name, reference ?? '', asked)
  if (kind === 'referrers') return answerReferrers(store, name, reference ?? '', asked)
  if (upload !== undefined) return answerUpload(store, name, upload, asked)
  if (blob !== undefined) return answerBlob(store, name, blob, asked)
  return answerTags(store, name, asked)
}
