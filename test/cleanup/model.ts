import fc from 'fast-check'
import type { Usage } from '../../src/cleanup/in-use/index.ts'
import type { Digest, Instant } from '../../src/image/index.ts'
import type { ClassRule, LoadedPolicy } from '../../src/policy/index.ts'
import type { OracleClass, OracleManifest, OracleRepository, OracleWorld } from './oracle.ts'
import {
  after,
  day,
  digestOf,
  metadataTag,
  now,
  policyOf,
  type Question,
  row,
  Scene,
  superseded,
  types,
  usageOf,
} from './scene.ts'

// Random registries, policies and inventories; each as a scene for the product, and as plain facts for the oracle.

export interface Model {
  readonly scenes: readonly Scene[]
  readonly question: Question & { readonly policy: LoadedPolicy; readonly usage: Usage }
  readonly world: OracleWorld
}

const label = fc.option(
  fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 40 }).map(days => String(now - days * day)) },
    { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map(days => String(now + days * day)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '',
        '0',
        '86400',
        '1795219200000',
        '99999999999',
        'soon',
        '-1',
        '4070908800',
        '2026-01-02T03:04:05Z',
        `${now}`,
      ),
    },
  ),
  { nil: undefined, freq: 6 },
)

const created = fc.option(
  fc.constantFrom(
    '1970-01-01T00:00:01Z',
    '1980-01-01T00:00:00Z',
    '2026-01-01T00:00:00Z',
    '2026-11-20T12:00:00Z',
    '2099-01-01T00:00:00Z',
  ),
  { nil: undefined },
)

const pushed = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 2, max: 60 }).map(days => now - days * day) },
    { weight: 1, arbitrary: fc.constantFrom(now - 600, now + day, 86_400) },
  ),
  { nil: undefined },
)

const some = fc.nat({ max: 30 })

const image = fc.record({
  label,
  at: fc.constantFrom('annotation' as const, 'config' as const),
  created,
  pushed,
  layers: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 2, maxLength: 3 }),
  isChart: fc.nat({ max: 19 }).map(n => n === 0),
  base: fc.option(some, { nil: undefined, freq: 1 }),
})

const referrer = fc.record({
  kind: fc.constantFrom(
    '.sig' as const,
    '.att' as const,
    'subject' as const,
    'fallback' as const,
    'both' as const,
  ),
  subject: some,
  isOrphan: fc.nat({ max: 9 }).map(n => n === 0),
  tag: fc.option(fc.nat({ max: 29 }), { nil: undefined, freq: 1 }),
})

/** Few enough that digests get several tags and tags share digests. */
const tagNames = [
  'v1.0.0',
  'v1.0.1',
  'v1.1.0',
  'v1.2.0',
  'v2.0.0',
  'v2.0.0-rc.1',
  'v2.0.0-rc.2',
  'v2.1.0-beta',
  'v1.0.0-alpha.10',
  'v1.0.0-alpha.9',
  'commit-0000001',
  'commit-0000002',
  'commit-0000003',
  'commit-0000004',
  'commit-0000005',
  'commit-0000006',
  'commit-0000007',
  'pr-1',
  'pr-2',
  'pr-3',
  'pr-4',
  'main-1',
  'main-2',
  'main-3',
  'java-lts',
  'commit-0000008-lts',
  'nightly',
  'latest',
  'v1',
  'commit-0000009',
]

/** Mostly such that may go. */
const tagIndex = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 22 }) },
  { weight: 1, arbitrary: fc.nat({ max: tagNames.length - 1 }) },
)

const repository = fc.record({
  images: fc.array(image, { minLength: 6, maxLength: 9 }),
  indexes: fc.array(fc.record({ children: fc.array(some, { minLength: 1, maxLength: 3 }), label, pushed }), {
    maxLength: 4,
  }),
  unknown: fc.array(fc.array(some, { maxLength: 2 }), { maxLength: 1 }),
  tags: fc.array(fc.tuple(tagIndex, some), { minLength: 6, maxLength: 12 }),
  referrers: fc.array(referrer, { maxLength: 3 }),
  missing: fc.option(some, { nil: undefined, freq: 1 }),
  listsUntagged: fc.boolean(),
  hasApi: fc.boolean(),
  isBroken: fc.nat({ max: 39 }).map(n => n === 0),
})

const expires = fc.oneof(
  { weight: 1, arbitrary: fc.constant('never' as const) },
  { weight: 3, arbitrary: fc.constant('superseded' as const) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 20 }) },
)
const keep = fc.integer({ min: 1, max: 3 })

const policy = fc.record({
  clock: fc.constantFrom('label' as const, 'push' as const, 'created' as const),
  minAge: fc.constantFrom(0, day, day, 10 * day),
  untagged: fc.constantFrom('never' as const, 1, 14),
  release: fc.record({
    expires,
    keep,
    per: fc.constantFrom('repository' as const, 'major' as const, 'minor' as const),
  }),
  commit: fc.record({
    expires: fc.integer({ min: 1, max: 20 }),
    keep: fc.option(keep, { nil: undefined, freq: 1 }),
  }),
  main: fc.record({ expires, keep }),
  closedAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
  baseline: fc.boolean(),
  rest: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 1 }),
  untag: fc.boolean(),
})

const inventory = fc.record({
  digests: fc.array(some, { maxLength: 1 }),
  configs: fc.array(some, { maxLength: 1 }),
  tags: fc.array(fc.nat({ max: tagNames.length - 1 }), { maxLength: 1 }),
  reviewed: fc.array(some, { maxLength: 1 }),
  closed: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 20 })), {
    maxLength: 2,
  }),
  isKnown: fc.nat({ max: 39 }).map(n => n > 0),
})

export const model: fc.Arbitrary<Model> = fc
  .record({
    repositories: fc.array(repository, { minLength: 1, maxLength: 2, size: 'max' }),
    policy,
    inventory,
  })
  .map(build)

type Drawn<T> = T extends fc.Arbitrary<infer V> ? V : never

function build(drawn: {
  repositories: Drawn<typeof repository>[]
  policy: Drawn<typeof policy>
  inventory: Drawn<typeof inventory>
}): Model {
  const built = drawn.repositories.map((one, index) => scene(one, index))
  const { classes, oracleClasses } = classesOf(drawn.policy)
  const { inventory: use } = drawn
  const first = built[0] as ReturnType<typeof scene>
  const at = (index: number) => first.digests[index % first.digests.length] as Digest
  const usedDigests = [...use.digests.map(at), ...use.configs.map(index => configOf(first, at(index)))]
  const usedTags = use.tags.map(index => tagNames[index] as string)
  const closed = new Map<number, Instant>(use.closed.map(([number, days]) => [number, now - days * day]))
  const question = {
    policy: policyOf({
      classes,
      cleanup: {
        clock: drawn.policy.clock,
        'min-age': drawn.policy.minAge,
        untag: drawn.policy.untag ? ['registry.example.com'] : [],
        untagged: {
          expires: drawn.policy.untagged === 'never' ? { kind: 'never' } : after(drawn.policy.untagged),
        },
      },
    }),
    usage: usageOf(
      [
        ...usedDigests.map(digest => ({ digest })),
        ...usedTags.map(tag => ({ repository: first.scene.repository, tag: tag as never })),
      ],
      use.isKnown ? [] : [{ kind: 'usage', about: 'prod', why: 'is older than 24h' }],
    ),
    kept: use.reviewed.map(index => ({ repository: first.scene.repository, head: at(index) })),
    closed: { project: 'acme/app', at: closed, branches: new Map() },
  } as const
  return {
    scenes: built.map(one => one.scene),
    question,
    world: {
      repositories: built.map(one => factsOf(one.scene, one.charts)),
      classes: oracleClasses,
      clock: drawn.policy.clock,
      minAge: drawn.policy.minAge,
      untagged: drawn.policy.untagged === 'never' ? 'never' : drawn.policy.untagged * day,
      now,
      closed,
      usedDigests: new Set(usedDigests),
      usedTags: new Set(usedTags.map(tag => `${first.scene.repository}:${tag}`)),
      reviewed: new Set(question.kept.map(line => `${line.repository}@${line.head}`)),
      usageKnown: use.isKnown,
      untag: drawn.policy.untag,
    },
  }
}

function configOf({ scene: { manifests } }: { scene: Scene }, digest: Digest): Digest {
  return manifests.get(digest)?.config?.digest ?? digest
}

function scene(
  drawn: Drawn<typeof repository>,
  index: number,
): { scene: Scene; digests: readonly Digest[]; charts: ReadonlySet<Digest> } {
  const built = new Scene(`registry.example.com/acme/app${index}`)
  const digests: Digest[] = []
  const charts = new Set<Digest>()
  const pick = (n: number) => digests[n % digests.length] as Digest
  drawn.images.forEach((one, n) => {
    const digest = built.image(`image ${n}`, {
      at: one.at,
      layers: one.layers.map((_, at) => one.layers.slice(0, at + 1).join('')),
      ...(one.label === undefined ? {} : { expireAt: one.label }),
      ...(one.created === undefined ? {} : { created: one.created }),
      ...(one.pushed === undefined ? {} : { pushed: one.pushed }),
      ...(one.isChart ? { configType: types.chart } : {}),
      ...(one.base === undefined || digests.length === 0 ? {} : { base: pick(one.base) }),
    })
    digests.push(digest)
    if (one.isChart) charts.add(digest)
  })
  drawn.indexes.forEach((one, n) => {
    digests.push(
      built.index(`index ${n}`, [...new Set(one.children.map(pick))], {
        ...(one.label === undefined ? {} : { expireAt: one.label }),
        ...(one.pushed === undefined ? {} : { pushed: one.pushed }),
      }),
    )
  })
  drawn.unknown.forEach((mentions, n) => {
    digests.push(built.unknown(`unknown ${n}`, mentions.map(pick)))
  })
  for (const [tag, target] of drawn.tags) built.tag(tagNames[tag] as string, pick(target))
  for (const [n, one] of drawn.referrers.entries()) refer(built, digests, one, n)
  built.untagged = drawn.listsUntagged ? 'listed' : 'hidden'
  built.api = drawn.hasApi
  if (drawn.isBroken) built.gaps.push({ kind: 'listing', about: 'tags', why: 'the listing was cut' })
  if (drawn.missing !== undefined) lose(built, pick(drawn.missing))
  return { scene: built, digests, charts }
}

function refer(built: Scene, digests: Digest[], one: Drawn<typeof referrer>, n: number): void {
  const subject = one.isOrphan ? digestOf(`absent ${n}`) : (digests[one.subject % digests.length] as Digest)
  const named = one.kind === 'subject' || one.kind === 'both'
  const digest = built.image(`referrer ${n}`, named ? { subject } : {})
  digests.push(digest)
  if (one.kind === '.sig' || one.kind === '.att') built.tag(metadataTag(subject, one.kind), digest)
  if (one.kind === 'fallback' || one.kind === 'both') {
    built.tag(metadataTag(subject), built.index(`fallback of ${n}`, [digest]))
  }
  if (one.tag !== undefined) built.tag(tagNames[one.tag] as string, digest)
}

/** A platform that an index names and the registry no longer has; never a tagged one, which would be a gap. */
function lose(built: Scene, digest: Digest): void {
  const isTagged = [...built.tags.values()].includes(digest)
  const isChild = [...built.manifests.values()].some(({ children }) =>
    children.some(child => child.digest === digest),
  )
  if (isTagged || !isChild || built.manifests.get(digest)?.kind !== 'image') return
  built.manifests.delete(digest)
  built.pushed.delete(digest)
}

function classesOf(drawn: Drawn<typeof policy>): {
  classes: Readonly<Record<string, ClassRule>>
  oracleClasses: readonly OracleClass[]
} {
  const classes: Record<string, ClassRule> = {}
  const oracleClasses: OracleClass[] = []
  const add = (name: string, template: string, pattern: RegExp, rule: Partial<OracleClass>) => {
    const full = {
      expires: 'never' as const,
      keep: undefined,
      per: 'repository' as const,
      versions: false,
      closedAfter: undefined,
      ...rule,
    }
    classes[name] = row([template], {
      expires:
        full.expires === 'never'
          ? { kind: 'never' }
          : full.expires === 'superseded'
            ? superseded
            : { kind: 'after', seconds: full.expires },
      ...(full.keep === undefined ? {} : { keep: { newest: full.keep, per: full.per } }),
      ...(full.closedAfter === undefined ? {} : { ends: 'closed' as const, after: full.closedAfter }),
    })
    oracleClasses.push({ name, pattern, ...full })
  }
  const lasting = (value: 'never' | 'superseded' | number) =>
    typeof value === 'number' ? value * day : value
  add('release', 'v{semver}', /^v(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?)$/, {
    expires: lasting(drawn.release.expires),
    keep: drawn.release.keep,
    per: drawn.release.per,
    versions: true,
  })
  add('commit', 'commit-*', /^commit-.*$/, { expires: drawn.commit.expires * day, keep: drawn.commit.keep })
  add('preview', 'pr-{number}', /^pr-(\d+)$/, {
    expires: 14 * day,
    ...(drawn.closedAfter === undefined ? {} : { closedAfter: drawn.closedAfter * day }),
  })
  add('main', 'main-*', /^main-.*$/, { expires: lasting(drawn.main.expires), keep: drawn.main.keep })
  if (drawn.baseline) add('baseline', '*-lts', /^.*-lts$/, {})
  // '*' alone: tags of no other class.
  if (drawn.rest !== undefined) {
    const others = oracleClasses.map(({ pattern }) => pattern.source)
    add('legacy', '*', new RegExp(`^(?!(?:${others.join('|')})$).*$`), { expires: drawn.rest * day })
  }
  return { classes, oracleClasses }
}

/** What anybody can see of a scene: everything, or what its tags lead to and what the API tells. */
function factsOf(built: Scene, charts: ReadonlySet<Digest>): OracleRepository {
  const visible = built.visible()
  const manifests = new Map<string, OracleManifest>()
  for (const digest of visible) {
    const one = built.manifests.get(digest)
    if (one === undefined) continue
    const config = one.config === undefined ? undefined : built.configs.get(one.config.digest)
    manifests.set(digest, {
      kind: one.kind,
      children: one.children.map(child => child.digest),
      mentions: one.mentions,
      subject: one.subject,
      annotation: one.annotations['expire_at'],
      label: config?.labels['expire_at'],
      created: config?.created,
      config: one.config?.digest,
      layers: one.layers.map(layer => layer.digest),
      base: one.annotations['org.opencontainers.image.base.digest'],
      foreign: charts.has(digest),
    })
  }
  return {
    name: built.repository,
    tags: built.tags,
    manifests,
    pushed: built.pushed,
    listsUntagged: built.untagged === 'listed',
    broken: built.gaps.length > 0,
  }
}
