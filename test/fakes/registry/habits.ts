import { type Asked, type Given, given, json, refusal } from '../../../src/demo/registry/index.ts'

/** What registries of the field, or hostile ones, do instead of what the specification says. */
export type Habit = keyof typeof habits

export interface Scene {
  readonly asked: Asked
  /** What a well-behaved registry answers. */
  readonly good: () => Given
  /** How often this habit has been looked at, this time included. */
  readonly turn: number
  /** `http://127.0.0.1:PORT` of this registry. */
  readonly url: string
}

/** The answer in place of the good one; undefined: nothing bad about this request. */
type Bad = (scene: Scene) => Given | 'drop' | 'hang' | Drip | undefined

/** `piece` again and again, so many milliseconds apart, without end. */
export interface Drip {
  readonly piece: Uint8Array
  readonly every: number
  readonly headers: Readonly<Record<string, string>>
}

const isTags = ({ asked }: Scene) => asked.path.endsWith('/tags/list')
const isManifest = ({ asked }: Scene) => asked.path.includes('/manifests/')
const reads = ({ asked }: Scene) => asked.method === 'GET' || asked.method === 'HEAD'
const isBlob = ({ asked }: Scene) => asked.path.includes('/blobs/sha256:')
const tagsOf = (given: Given): string[] => JSON.parse(String(given.body)).tags
const without = (headers: Given['headers'], name: string) =>
  Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
const withTags = (scene: Scene, change: (tags: string[]) => unknown): Given | undefined => {
  if (!isTags(scene)) return undefined
  const good = scene.good()
  if (good.status !== 200) return good
  return json({ name: 'x', tags: change(tagsOf(good)) }, without(good.headers, 'content-length'))
}

export const habits = {
  'ignores n': scene => rewritten(scene, query => query.delete('n')),
  'ignores last': scene => rewritten(scene, query => query.delete('last')),
  'cuts without a link': scene => linkless(scene),
  'cuts without a link and begins again at the end': scene => {
    const page = linkless(scene)
    if (page === undefined || tagsOf(page).length > 0) return page
    rewritten(scene, query => query.delete('last'))
    return linkless(scene)
  },
  'cuts at 100 without a link': scene => {
    rewritten(scene, query => query.set('n', '100'))
    return linkless(scene)
  },
  'refuses n above 100': scene =>
    isTags(scene) && Number(scene.asked.query.get('n')) > 100
      ? refusal(400, 'PAGINATION_NUMBER_INVALID', 'n is too large')
      : undefined,
  'null tags': scene => withTags(scene, () => null),
  'random order': scene => withTags(scene, tags => tags.reverse()),
  'lists every tag twice': scene => withTags(scene, tags => [...tags, ...tags]),
  'lists a tag that is none': scene => withTags(scene, tags => [...tags, '$(id)\n::set-output']),
  'lists a tag that is gone': scene => withTags(scene, tags => [...tags, 'gone']),
  'tags are a number': scene => withTags(scene, () => 7),
  'links to another host': scene => linked(scene, 'http://127.0.0.1:1/v2/evil/tags/list?n=1000'),
  'links to another repository': scene => linked(scene, '/v2/other/tags/list?n=1000'),
  'links to nonsense': scene => linked(scene, 'http://['),
  'endless pages': scene =>
    isTags(scene)
      ? json(
          { tags: [`t${scene.turn}`] },
          { link: `<${scene.asked.path}?n=1&last=t${scene.turn}>; rel=next` },
        )
      : undefined,
  'the same page for ever': scene =>
    isTags(scene)
      ? json({ tags: ['a'] }, { link: `<${scene.asked.path}?n=1&last=a>; rel="next"` })
      : undefined,
  'numbered pages that shift': scene => shifting(scene),

  'no digest header': scene => {
    if (!isManifest(scene) || !reads(scene)) return undefined
    const good = scene.good()
    return given(good.status, without(good.headers, 'docker-content-digest'), good.body)
  },
  'wrong digest header': scene => {
    if (!isManifest(scene) || !reads(scene)) return undefined
    const good = scene.good()
    const wrong = `sha256:${'e'.repeat(64)}`
    return given(good.status, { ...good.headers, 'docker-content-digest': wrong }, good.body)
  },
  'wrong bytes': scene => {
    if (!(isManifest(scene) || isBlob(scene)) || scene.asked.method !== 'GET') return undefined
    const good = scene.good()
    const headers = { 'content-type': good.headers['content-type'] ?? '' }
    const digest = good.headers['docker-content-digest']
    const body = Buffer.concat([Buffer.from(good.body), Buffer.from(' ')])
    return given(
      good.status,
      digest === undefined ? headers : { ...headers, 'docker-content-digest': digest },
      body,
    )
  },
  'garbage JSON': scene =>
    reads(scene) && scene.asked.path !== '/v2/' ? given(200, {}, '{"tags":["a",]}<html>') : undefined,
  'ignores if-none-match': ({ asked, good }) =>
    asked.headers['if-none-match'] === undefined ? undefined : answeredWithout(asked, good),
  'says 500 to manifests': scene => (isManifest(scene) ? refusal(500, 'UNKNOWN', 'oops') : undefined),
  'forgets which digest a tag has': scene =>
    isManifest(scene) ? refusal(404, 'MANIFEST_UNKNOWN', 'not today') : undefined,

  'deletes disabled': ({ asked }) =>
    asked.method === 'DELETE' ? refusal(405, 'UNSUPPORTED', 'The operation is unsupported.') : undefined,
  'deletes forbidden': ({ asked }) =>
    asked.method === 'DELETE'
      ? refusal(403, 'DENIED', 'requested access to the resource is denied')
      : undefined,
  'deletes refused as referenced': ({ asked }) =>
    asked.method === 'DELETE'
      ? refusal(400, 'GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE', 'has a parent')
      : undefined,
  'immutable tags': ({ asked }) =>
    asked.method === 'DELETE' || asked.method === 'PUT'
      ? refusal(412, 'PRECONDITION', 'the tag is immutable')
      : undefined,
  'no tag deletes': scene =>
    scene.asked.method === 'DELETE' && !scene.asked.path.includes('sha256:')
      ? refusal(400, 'DIGEST_INVALID', 'provided digest did not match uploaded content')
      : undefined,
  'read-only': ({ asked }) =>
    asked.method === 'GET' || asked.method === 'HEAD'
      ? undefined
      : refusal(405, 'UNSUPPORTED', 'The operation is unsupported.'),
  'no referrers API': ({ asked }) => (asked.path.includes('/referrers/') ? given(404) : undefined),
  'referrers answer 500': ({ asked }) =>
    asked.path.includes('/referrers/') ? refusal(500, 'UNKNOWN', 'oops') : undefined,
  'catalog breaks off': scene => {
    if (scene.asked.path !== '/v2/_catalog') return undefined
    if (scene.asked.query.has('last')) return given(500)
    const { status, headers, body } = scene.good()
    return given(status, { ...headers, link: '</v2/_catalog?n=1000&last=x>; rel="next"' }, body)
  },
  'no catalog': ({ asked }) => (asked.path === '/v2/_catalog' ? given(404) : undefined),

  '429 every third': ({ turn }) =>
    turn % 3 === 0 ? refusal(429, 'TOOMANYREQUESTS', 'slow down') : undefined,
  '429 with seconds once': ({ turn }) => (turn === 1 ? given(429, { 'retry-after': '1' }) : undefined),
  '503 with a date once': ({ turn }) =>
    turn === 1 ? given(503, { 'retry-after': new Date(Date.now() + 1000).toUTCString() }) : undefined,
  '429 for ever': () => refusal(429, 'TOOMANYREQUESTS', 'slow down'),
  'wait for a day': () => given(429, { 'retry-after': '86400' }),
  '403 with a limit once': ({ turn }) =>
    turn === 1 ? given(403, { 'retry-after': '0', 'x-ratelimit-remaining': '1' }) : undefined,
  'drops every fifth connection': ({ turn }) => (turn % 5 === 0 ? 'drop' : undefined),
  'drops manifests': scene => (isManifest(scene) ? 'drop' : undefined),
  hangs: scene => (isManifest(scene) ? 'hang' : undefined),
  'slow drip': scene =>
    isManifest(scene) && scene.asked.method === 'GET'
      ? { piece: Buffer.from(' '), every: 50, headers: { 'content-type': 'application/json' } }
      : undefined,
  '10 GB body': scene =>
    scene.asked.method === 'GET' && !isTags(scene)
      ? { piece: Buffer.alloc(65_536, 32), every: 0, headers: { 'content-length': '10000000000' } }
      : undefined,
  'endless body': scene =>
    scene.asked.method === 'GET' ? { piece: Buffer.alloc(65_536, 32), every: 0, headers: {} } : undefined,
  'redirects in a circle': scene =>
    isBlob(scene) || isManifest(scene) ? given(307, { location: scene.asked.path }) : undefined,
  /** Seen to by the server, on every answer. */
  'clock an hour off': () => undefined,
} satisfies Record<string, Bad>

/** Leaves the answer to the next habit, or to the registry. */
function rewritten(scene: Scene, change: (query: URLSearchParams) => void): undefined {
  if (isTags(scene)) change(scene.asked.query)
}

function linkless(scene: Scene): Given | undefined {
  if (!isTags(scene)) return undefined
  const { status, headers, body } = scene.good()
  return given(status, without(headers, 'link'), body)
}

function linked(scene: Scene, target: string): Given | undefined {
  if (!isTags(scene)) return undefined
  const { status, headers, body } = scene.good()
  return given(status, { ...headers, link: `<${target}>; rel="next"` }, body)
}

/** Two pages by number; between them somebody deletes, so that the second one skips a tag. */
function shifting(scene: Scene): Given | undefined {
  if (!isTags(scene)) return undefined
  const page = Number(scene.asked.query.get('page') ?? 1)
  scene.asked.query.delete('n')
  const all = tagsOf(scene.good())
  const half = Math.ceil(all.length / 2)
  if (page === 1)
    return json({ tags: all.slice(0, half) }, { link: `<${scene.asked.path}?page=2>; rel="next"` })
  return json({ tags: all.slice(half + (scene.turn === 2 ? 1 : 0)) })
}

function answeredWithout(asked: Asked, good: () => Given): Given {
  const headers = asked.headers as Record<string, string | undefined>
  headers['if-none-match'] = undefined
  return good()
}
