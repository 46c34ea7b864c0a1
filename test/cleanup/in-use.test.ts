import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexUsage, readUsage, type Usage } from '../../src/cleanup/in-use/index.ts'
import type { Digest, Repository, Tag } from '../../src/image/index.ts'
import type { Policy } from '../../src/policy/index.ts'
import type { Files } from '../../src/system/world.ts'

const now = Date.parse('2026-11-21T03:00:00Z') / 1000
const digest = (character: string) => `sha256:${character.repeat(64)}`
const open: Pick<Policy, 'in-use' | 'aliases'> = {
  'in-use': { required: [], 'max-age': 86_400 },
  aliases: {},
}

function read(sources: Readonly<Record<string, unknown>>, policy = open): Promise<Usage> {
  const text = (path: string) => {
    const content = Object.entries(sources).find(([key]) => key.replace(/^.*=/, '') === path)?.[1]
    return Promise.resolve(typeof content === 'string' ? content : JSON.stringify(content))
  }
  const files = {
    readText: text,
    standardInput: () => text('-'),
  } as unknown as Files
  return readUsage(Object.keys(sources), policy, files, now)
}

/** Names and bare digests, as short texts. */
async function usesOf(content: unknown, policy = open): Promise<readonly string[]> {
  const { uses, gaps } = await read({ 'in.json': content }, policy)
  expect(gaps).toEqual([])
  const texts = uses.map(
    use =>
      `${use.repository ?? ''}${use.tag === undefined ? '' : `:${use.tag}`}${use.digest === undefined ? '' : `@${use.digest}`}`,
  )
  return [...new Set(texts)].sort()
}

const pod = (spec: unknown, status: unknown = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { namespace: 'shop', name: 'web-1' },
  spec,
  status,
})
const workload = (kind: string, spec: unknown) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { namespace: 'shop', name: 'web' },
  spec,
})
const image = 'ghcr.io/acme/app:pr-1'
const template = { template: { spec: { containers: [{ name: 'app', image }] } } }

describe('kubectl get … -o json', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['containers', pod({ containers: [{ name: 'app', image }] }), [image]],
    ['init containers', pod({ initContainers: [{ name: 'init', image }] }), [image]],
    ['ephemeral containers', pod({ ephemeralContainers: [{ name: 'debug', image }] }), [image]],
    [
      'image volumes',
      pod({ volumes: [{ name: 'model', image: { reference: image, pullPolicy: 'IfNotPresent' } }] }),
      [image],
    ],
    [
      'a status whose imageID is of a repository',
      pod(
        {},
        { containerStatuses: [{ name: 'app', image: '', imageID: `ghcr.io/acme/app@${digest('a')}` }] },
      ),
      [`ghcr.io/acme/app@${digest('a')}`],
    ],
    [
      'a docker-pullable imageID',
      pod({}, { initContainerStatuses: [{ imageID: `docker-pullable://ghcr.io/acme/app@${digest('a')}` }] }),
      [`ghcr.io/acme/app@${digest('a')}`],
    ],
    [
      'a bare config digest',
      pod({}, { ephemeralContainerStatuses: [{ imageID: digest('c') }] }),
      [`@${digest('c')}`],
    ],
    [
      'a config digest as CRI-O writes it',
      pod({}, { containerStatuses: [{ imageID: 'c'.repeat(64) }] }),
      [`@${digest('c')}`],
    ],
    ['Deployments', workload('Deployment', template), [image]],
    ['ReplicaSets scaled to zero', workload('ReplicaSet', { replicas: 0, ...template }), [image]],
    ['StatefulSets', workload('StatefulSet', template), [image]],
    ['DaemonSets', workload('DaemonSet', template), [image]],
    ['Jobs', workload('Job', template), [image]],
    ['CronJobs', workload('CronJob', { jobTemplate: { spec: template } }), [image]],
    [
      'ControllerRevisions',
      { ...workload('ControllerRevision', undefined), data: { spec: template } },
      [image],
    ],
    [
      'PodTemplates',
      { apiVersion: 'v1', kind: 'PodTemplate', metadata: { name: 't' }, ...template },
      [image],
    ],
    ['custom resources', workload('Rollout', template), [image]],
    [
      'custom resources that write an image in parts',
      workload('Prometheus', { image: { registry: 'ghcr.io', repository: 'acme/app', tag: 'pr-1' } }),
      [image],
    ],
    [
      'images in the environment of operators',
      pod({ containers: [{ env: [{ name: 'RELATED_IMAGE_APP', value: image }] }] }),
      [image],
    ],
    ['images in arguments', pod({ containers: [{ args: [`--sidecar=${image}`] }] }), [image]],
    [
      'a tag and a digest together',
      pod({ containers: [{ image: `${image}@${digest('a')}` }] }),
      [`${image}@${digest('a')}`],
    ],
    [
      'a name without tag, which means latest',
      pod({ containers: [{ image: 'nginx' }] }),
      ['docker.io/library/nginx:latest'],
    ],
  ])('sees %s', async (_, item, expected) => {
    expect(await usesOf({ apiVersion: 'v1', kind: 'List', items: [item] })).toEqual(expected)
    expect(await usesOf(item)).toEqual(expected)
  })

  test('names the place, so that explain can', async () => {
    const { uses } = await read({
      'prod.json': { apiVersion: 'v1', kind: 'List', items: [workload('Deployment', template)] },
    })
    expect(uses[0]?.where).toBe('prod.json: shop/Deployment/web, container app')
  })

  test('reads several documents in one file, one per cluster', async () => {
    const one = JSON.stringify(pod({ containers: [{ image }] }), null, 2)
    const two = JSON.stringify(pod({ containers: [{ image: 'ghcr.io/acme/app:pr-2' }] }))
    expect(await usesOf(`${one}\n${two}\n`)).toEqual([image, 'ghcr.io/acme/app:pr-2'])
  })

  test('holds everything when the list was cut off by a page limit', async () => {
    const { gaps } = await read({
      'in.json': { apiVersion: 'v1', kind: 'List', metadata: { continue: 'x' }, items: [] },
    })
    expect(gaps[0]?.why).toMatch(/cut off/)
  })

  test('says what pods alone do not show', async () => {
    const { findings } = await read({ 'in.json': { apiVersion: 'v1', kind: 'List', items: [pod({})] } })
    expect(findings[0]?.message).toMatch(/only pods/)
  })

  test('passes over names that hostile objects may have, and does not overflow on deep ones', async () => {
    const deep = `${'{"a":'.repeat(50_000)}"${image}"${'}'.repeat(50_000)}`
    const text = `{"apiVersion":"v1","kind":"X","__proto__":{"image":"ghcr.io/acme/app:p"},"constructor":${deep}}`
    expect(await usesOf(text)).toEqual(['ghcr.io/acme/app:p', image])
  })
})

describe('container runtimes', () => {
  test('docker ps in lines', async () => {
    const rows = [
      { ID: 'f'.repeat(64), Image: image, Names: 'web' },
      { ID: 'e'.repeat(64), Image: digest('c'), Names: 'old' },
    ]
    expect(await usesOf(rows.map(row => JSON.stringify(row)).join('\n'))).toEqual([`@${digest('c')}`, image])
  })

  test('docker inspect of a container and of an image', async () => {
    const container = { Id: 'f'.repeat(64), Name: '/web', Image: digest('c'), Config: { Image: image } }
    const stored = { Id: digest('d'), RepoTags: [image], RepoDigests: [`ghcr.io/acme/app@${digest('a')}`] }
    expect(await usesOf([container, stored])).toEqual(
      [image, `@${digest('c')}`, `@${digest('d')}`, `ghcr.io/acme/app@${digest('a')}`].sort(),
    )
  })

  test('an id cut short for the terminal holds everything: it may be any image', async () => {
    const { gaps } = await read({ 'in.json': { ID: 'f'.repeat(12), Image: '1a2b3c4d5e6f', Names: 'web' } })
    expect(gaps).toHaveLength(1)
    expect(gaps[0]?.why).toMatch(/container web.*--no-trunc/)
  })

  test('crictl ps and crictl images', async () => {
    const containers = [
      {
        metadata: { name: 'app' },
        image: { image: digest('c'), userSpecifiedImage: image },
        imageRef: digest('e'),
      },
    ]
    expect(await usesOf({ containers })).toEqual([`@${digest('c')}`, `@${digest('e')}`, image].sort())
    const images = [
      {
        id: digest('c'),
        repoTags: ['<none>:<none>', image],
        repoDigests: [`ghcr.io/acme/app@${digest('a')}`],
      },
    ]
    expect(await usesOf({ images })).toEqual(
      [`@${digest('c')}`, image, `ghcr.io/acme/app@${digest('a')}`].sort(),
    )
  })
})

describe('a list of references', () => {
  test('is read with comments, counts of uniq, blanks, and image volumes as the one-liner prints them', async () => {
    const text = [
      '# running',
      image,
      `  3 ghcr.io/acme/app@${digest('a')}`,
      `{"pullPolicy":"Always","reference":"ghcr.io/acme/model:1"}`,
      `ghcr.io/acme/b:1 ghcr.io/acme/c:1 # two`,
      digest('c'),
    ].join('\r\n')
    expect(await usesOf(text)).toEqual(
      [
        image,
        `@${digest('c')}`,
        `ghcr.io/acme/app@${digest('a')}`,
        'ghcr.io/acme/b:1',
        'ghcr.io/acme/c:1',
        'ghcr.io/acme/model:1',
      ].sort(),
    )
  })

  test("the tiering seed's one-liner on standard input counts, with a warning of what it cannot see", async () => {
    const { uses, findings } = await read({ '-': `${image}\ndocker.io/library/nginx\n` })
    expect(uses[0]).toMatchObject({ tag: 'pr-1', where: 'standard input:1' })
    expect(findings[0]?.message).toMatch(/scaled to zero.*CronJobs/)
  })

  test.each([
    ['a table of docker ps', 'CONTAINER ID   IMAGE   COMMAND\n1a2b3c4d5e6f   nginx   "sh"'],
    ['a table of kubectl', 'NAME READY STATUS\nweb-1 1/1 Running'],
    ['YAML', 'apiVersion: v1\nitems: []'],
    ['an error message', 'error: You must be logged in to the server (Unauthorized)'],
    ['nothing at all', ' \n'],
    ['JSON cut off', '{"kind":"List","items":[{"image":"x"},'],
    ['JSON cut off behind an image', '{"kind":"List","items":[{"image":"ghcr.io/acme/app:v1"},'],
    ['JSON cut off in the midst of a list', 'nginx:1\n{"reference":"ghcr.io/acme/model:1"'],
    ['what jq prints where there is nothing', 'null\nnull\n'],
    ['a number', '7'],
    ['comments alone', '# nothing\n#{"refs":[]}\n'],
    ['JSON that names no image', '{"hello":"world"}'],
    [
      'the answer of a cluster that failed',
      '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"forbidden"}',
    ],
  ])('is not %s: that is refused, for what is misread is lost', async (_, text) => {
    await expect(read({ 'in.txt': text })).rejects.toMatchObject({ code: 'bad-file', exitCode: 2 })
  })

  test('the empty cluster that an empty file is told to be is one', async () => {
    const refusal = await read({ 'in.txt': '' }).catch(error => error)
    const [, told = ''] = /`(\{.*\})`/.exec(refusal.findings[0].fix) ?? []
    expect(await read({ 'in.json': JSON.parse(told) })).toMatchObject({ uses: [], gaps: [] })
  })

  test('a name that nothing can run is told, not held', async () => {
    const { gaps, findings } = await read({ 'in.txt': `MyApp:latest\n${image}` })
    expect(gaps).toEqual([])
    expect(findings.some(finding => finding.message.includes('upper case'))).toBe(true)
  })
})

describe('the policy', () => {
  const inventory = (more: object = {}) => ({
    schema: 'image-hygiene/inventory/v1',
    source: 'prod',
    kind: 'kubernetes',
    collectedAt: '2026-11-21T02:00:00Z',
    complete: true,
    errors: [],
    refs: [
      {
        raw: image,
        configDigest: digest('c'),
        where: { cluster: 'eu', namespace: 'shop', kind: 'Pod', name: 'w', container: 'app' },
        role: 'running',
      },
    ],
    ...more,
  })
  const strict: typeof open = { ...open, 'in-use': { required: ['prod'], 'max-age': 86_400 } }

  test('is content with a complete, young inventory of the required source', async () => {
    const usage = await read({ 'x.json': inventory() }, strict)
    expect(usage).toMatchObject({ standing: 'given', gaps: [], whole: true, findings: [] })
    expect(usage.sources).toMatchObject([{ name: 'prod', format: 'inventory', collectedAt: now - 3600 }])
    const index = indexUsage(usage.uses)
    expect(index.byTag('ghcr.io/acme/app' as Repository, 'pr-1' as Tag)?.where).toBe(
      'x.json: eu/shop/Pod/w, container app',
    )
    expect(index.byDigest(digest('c') as Digest)).toBeDefined()
    expect(index.byTag('ghcr.io/acme/app' as Repository, 'pr-2' as Tag)).toBeUndefined()
  })

  test('takes entries of an inventory as texts, too, as jq makes them', async () => {
    const { uses, gaps } = await read(
      { 'x.json': inventory({ refs: [image, `docker-pullable://${image}`, digest('c')] }) },
      strict,
    )
    expect(gaps).toEqual([])
    expect(uses.map(use => use.tag ?? use.digest)).toEqual(['pr-1', 'pr-1', digest('c')])
  })

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['missing', { 'other.json': { ...inventory(), source: 'other' } }, /was not given/],
    [
      'partial',
      { 'x.json': inventory({ complete: false, errors: ['cronjobs: forbidden'] }) },
      /cronjobs: forbidden/,
    ],
    [
      'said to be complete with errors',
      { 'x.json': inventory({ errors: ['jobs: forbidden'] }) },
      /not complete/,
    ],
    ['silent about being complete', { 'x.json': inventory({ complete: undefined }) }, /not complete/],
    ['stale', { 'x.json': inventory({ collectedAt: now - 86_401 }) }, /max-age/],
    ['of no age', { 'x.json': inventory({ collectedAt: undefined }) }, /when it was collected/],
    [
      'of an age in milliseconds',
      { 'x.json': inventory({ collectedAt: now * 1000 }) },
      /when it was collected/,
    ],
    ['from the future', { 'x.json': inventory({ collectedAt: now + 3600 }) }, /clock/],
    ['a plain list of the right name', { 'prod.txt': image }, /list of references/],
    [
      'raw kubectl output of the right name',
      { 'prod=k.json': pod({ containers: [{ image }] }) },
      /make an inventory/,
    ],
    ['partly unreadable', { 'x.json': inventory({ refs: [{ raw: '' }] }) }, /no image can be read/],
  ])('holds everything when a required source is %s', async (_, sources, why) => {
    const { gaps, whole } = await read(sources, strict)
    expect([whole, gaps.map(gap => gap.kind)]).toEqual([false, ['usage']])
    expect(gaps[0]?.why).toMatch(why)
  })

  test('only tells of a source that nobody required, and does not call it whole', async () => {
    const { gaps, whole, findings } = await read({
      'x.json': inventory({ complete: false, collectedAt: now - 1e6 }),
    })
    expect([gaps, whole]).toEqual([[], false])
    expect(findings).toHaveLength(2)
  })

  test('counts a use of a mirror as one of its origin, by the longest alias, at a border of the path', async () => {
    const aliases = { 'mirror.local/acme': 'ghcr.io/acme', 'mirror.local': 'docker.io' }
    const names = await usesOf('mirror.local/acme/app:1\nmirror.local/acme2/app:1', { ...open, aliases })
    expect(names).toEqual(
      [
        'mirror.local/acme/app:1',
        'ghcr.io/acme/app:1',
        'mirror.local/acme2/app:1',
        'docker.io/acme2/app:1',
      ].sort(),
    )
  })

  test('tells apart nothing in use on purpose and nobody asked', async () => {
    expect((await read({})).standing).toBe('missing')
    expect((await read({}, { ...open, 'in-use': 'none' })).standing).toBe('declared-none')
    expect((await read({ 'x.json': inventory() }, { ...open, 'in-use': 'none' })).standing).toBe('given')
  })

  test('refuses an inventory of a later format, and standard input read twice', async () => {
    await expect(read({ 'x.json': inventory({ schema: 'image-hygiene/inventory/v2' }) })).rejects.toThrow(
      /inventory\/v2/,
    )
    await expect(read({ '-': image, 'again=-': image })).rejects.toThrow(/twice/)
  })
})

test('any JSON that holds a reference anywhere holds the image', async () => {
  const { letrec } = fc
  const { tree } = letrec(tie => ({
    tree: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constant(image),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
      fc.dictionary(fc.string({ maxLength: 8 }), tie('tree'), { minKeys: 1, maxKeys: 3 }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(tree, async value => {
      expect(await usesOf({ apiVersion: 'v1', kind: 'Thing', value })).toContain(image)
    }),
  )
})
