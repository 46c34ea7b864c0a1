import { isDigest } from '../../image/index.ts'
import { type Asked, type Given, json, refusal } from './exchange.ts'
import type { Store } from './store.ts'

/** `/v2/<name>/tags/list` */
export function answerTags(store: Store, name: string, asked: Asked): Given {
  const repository = store.repositories.get(name)
  if (repository === undefined) return refusal(404, 'NAME_UNKNOWN', `there is no repository ${name}`)
  return page([...repository.tags.keys()], asked, tags => ({ name, tags }))
}

/** `/v2/_catalog` */
export function answerCatalog(store: Store, asked: Asked): Given {
  return page([...store.repositories.keys()], asked, repositories => ({ repositories }))
}

/**
 * `/v2/<name>/referrers/<digest>`: an index of all manifests whose subject it is, whether or not it is there.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export function answerReferrers(store: Store, name: string, subject: string, { query }: Asked): Given {
  if (!isDigest(subject)) return refusal(400, 'DIGEST_INVALID', `'${subject}' is no digest`)
  const wanted = query.get('artifactType')
  const manifests = [...(store.repositories.get(name)?.manifests.values() ?? [])]
    .filter(({ manifest }) => manifest.subject === subject)
    .map(({ mediaType, bytes, manifest }) => ({
      mediaType,
      digest: manifest.digest,
      size: bytes.length,
      artifactType: manifest.artifactType ?? manifest.config?.mediaType,
      annotations: manifest.annotations,
    }))
    .filter(({ artifactType }) => wanted === null || artifactType === wanted)
  const mediaType = 'application/vnd.oci.image.index.v1+json'
  return json(
    { schemaVersion: 2, mediaType, manifests },
    wanted === null ? {} : { 'oci-filters-applied': 'artifactType' },
    mediaType,
  )
}

/** In lexical order, `n` at once, after `last`; a Link if there is more. */
function page(
  names: readonly string[],
  { path, query }: Asked,
  body: (names: readonly string[]) => unknown,
): Given {
  const n = query.get('n')
  const last = query.get('last') ?? ''
  if (n !== null && !/^[0-9]{1,9}$/.test(n)) {
    return refusal(400, 'PAGINATION_NUMBER_INVALID', `'${n}' is no number of entries`)
  }
  const after = [...names].sort(byCodeUnit).filter(name => name > last)
  const some = n === null ? after : after.slice(0, Number(n))
  const end = some.at(-1)
  if (end === undefined || some.length === after.length) return json(body(some))
  const next = `${path}?last=${encodeURIComponent(end)}&n=${n}`
  return json(body(some), { link: `<${next}>; rel="next"` })
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
