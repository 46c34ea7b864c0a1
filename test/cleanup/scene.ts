import { createHash } from 'node:crypto'
import { decide, type Safety } from '../../src/cleanup/decide.ts'
import type { Decision, ImageDecision, Needs } from '../../src/cleanup/decision.ts'
import type { Usage, Use } from '../../src/cleanup/in-use/index.ts'
import type { Facts } from '../../src/cleanup/view.ts'
import type {
  Descriptor,
  Digest,
  Gap,
  ImageConfig,
  Instant,
  Manifest,
  Repository,
  Snapshot,
  Tag,
  Wants,
} from '../../src/image/index.ts'
import type { ClassRule, CleanupRules, LoadedPolicy, Policy } from '../../src/policy/index.ts'

// A registry on paper: facts are laid down by name, and handed out only as they are asked for, as a reader would.

export const now: Instant = Date.UTC(2026, 10, 21) / 1000
export const day = 86_400

export const types = {
  image: 'application/vnd.oci.image.manifest.v1+json',
  index: 'application/vnd.oci.image.index.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  chart: 'application/vnd.cncf.helm.config.v1+json',
  empty: 'application/vnd.oci.empty.v1+json',
} as const

export interface ImageOptions {
  readonly expireAt?: Instant | string
  /** `config` unless told. */
  readonly at?: 'annotation' | 'config'
  readonly created?: string
  readonly layers?: readonly string[]
  readonly subject?: Digest
  readonly base?: Digest
  readonly configType?: string
  readonly pushed?: Instant
  /** Built from `acme/app` unless told. */
  readonly source?: string
}

export class Scene {
  readonly repository: Repository
  readonly tags = new Map<Tag, Digest>()
  readonly manifests = new Map<Digest, Manifest>()
  readonly configs = new Map<Digest, ImageConfig>()
  readonly pushed = new Map<Digest, Instant>()
  /** What the referrers API answers, besides what manifests say of themselves. */
  readonly referrers = new Map<Digest, Digest[]>()
  readonly gaps: Gap[] = []
  readonly gone = new Set<Digest>()
  untagged: Snapshot['untagged'] = 'hidden'
  /** False: no referrers API, and only tags and subjects tell. */
  api = true

  constructor(repository = 'registry.example.com/acme/app') {
    this.repository = repository as Repository
  }

  image(name: string, options: ImageOptions = {}): Digest {
    const digest = digestOf(name)
    const configDigest = digestOf(`config of ${name}`)
    const text = options.expireAt === undefined ? {} : { expire_at: String(options.expireAt) }
    const annotations = {
      ...(options.at === 'annotation' ? text : {}),
      ...(options.base === undefined ? {} : { 'org.opencontainers.image.base.digest': options.base }),
    }
    this.manifests.set(digest, {
      digest,
      mediaType: types.image,
      kind: 'image',
      size: 500,
      children: [],
      config: { ...descriptor(configDigest, options.configType ?? types.config), size: 1000 },
      layers: (options.layers ?? [`layer of ${name}`]).map(layer => ({
        ...descriptor(digestOf(layer), types.layer),
        size: 10_000,
      })),
      ...(options.subject === undefined ? {} : { subject: options.subject }),
      annotations,
      mentions: [],
    })
    this.configs.set(configDigest, {
      labels: {
        ...(options.at === 'annotation' ? {} : text),
        'org.opencontainers.image.source': options.source ?? 'https://git.example.com/acme/app.git',
      },
      ...(options.created === undefined ? {} : { created: options.created }),
    })
    if (options.pushed !== undefined) this.pushed.set(digest, options.pushed)
    return digest
  }

  index(
    name: string,
    children: readonly Digest[],
    options: { expireAt?: Instant | string; subject?: Digest; pushed?: Instant; childType?: string } = {},
  ): Digest {
    const digest = digestOf(name)
    this.manifests.set(digest, {
      digest,
      mediaType: types.index,
      kind: 'index',
      size: 700,
      children: children.map(child =>
        descriptor(child, options.childType ?? this.manifests.get(child)?.mediaType ?? types.image),
      ),
      layers: [],
      ...(options.subject === undefined ? {} : { subject: options.subject }),
      annotations: options.expireAt === undefined ? {} : { expire_at: String(options.expireAt) },
      mentions: [],
    })
    if (options.pushed !== undefined) this.pushed.set(digest, options.pushed)
    return digest
  }

  unknown(name: string, mentions: readonly Digest[] = []): Digest {
    const digest = digestOf(name)
    this.manifests.set(digest, {
      digest,
      mediaType: 'application/vnd.example.unheard-of+json',
      kind: 'unknown',
      size: 300,
      children: [],
      layers: [],
      annotations: {},
      mentions,
    })
    return digest
  }

  tag(tag: string, digest: Digest): Digest {
    this.tags.set(tag as Tag, digest)
    return digest
  }

  /** What a first reading gives: every tag and the manifest behind it. */
  listing(): Snapshot {
    const manifests = new Map<Digest, Manifest>()
    for (const [digest, manifest] of this.manifests) {
      if (this.untagged === 'listed' || [...this.tags.values()].includes(digest))
        manifests.set(digest, manifest)
    }
    const { repository, tags, pushed, untagged, gaps } = this
    return { repository, tags, manifests, configs: new Map(), pushed, referrers: new Map(), untagged, gaps }
  }

  /** The same with what was asked for. */
  extend(snapshot: Snapshot, wants: Wants): Snapshot {
    const manifests = new Map(snapshot.manifests)
    const configs = new Map(snapshot.configs)
    const referrers = new Map(snapshot.referrers)
    const missing = new Set(snapshot.missing)
    for (const digest of wants.manifests) {
      const manifest = this.manifests.get(digest)
      if (manifest === undefined || this.gone.has(digest)) missing.add(digest)
      else manifests.set(digest, manifest)
    }
    for (const digest of wants.configs) configs.set(digest, this.configs.get(digest) ?? { labels: {} })
    for (const subject of wants.referrers) referrers.set(subject, this.referring(subject))
    return { ...snapshot, manifests, configs, referrers, missing }
  }

  /** What anybody can see: all of it where untagged is listed, else what tags lead to and what the API tells. */
  visible(): ReadonlySet<Digest> {
    const seen = new Set<Digest>(this.untagged === 'listed' ? this.manifests.keys() : this.tags.values())
    for (const digest of seen) {
      const manifest = this.manifests.get(digest)
      for (const child of manifest?.children ?? []) seen.add(child.digest)
      for (const mention of manifest?.mentions ?? []) seen.add(mention)
      for (const referrer of this.referring(digest)) seen.add(referrer)
    }
    return seen
  }

  /** Everything that can be seen, at once: what deciding on demand has to agree with. */
  whole(): Snapshot {
    const visible = [...this.visible()]
    return this.extend(this.listing(), {
      manifests: visible,
      configs: [...this.configs.keys()],
      referrers: visible,
    })
  }

  private referring(subject: Digest): readonly Digest[] {
    if (!this.api) return []
    const own = [...this.manifests.values()].filter(manifest => manifest.subject === subject)
    return [...own.map(({ digest }) => digest), ...(this.referrers.get(subject) ?? [])]
  }
}

export function digestOf(name: string): Digest {
  return `sha256:${createHash('sha256').update(name).digest('hex')}` as Digest
}

/** `sha256-…`, with cosign's ending or, without one, the fallback index. */
export function metadataTag(subject: Digest, ending: '' | '.sig' | '.att' | '.sbom' = ''): string {
  return `${subject.replace(':', '-')}${ending}`
}

function descriptor(digest: Digest, mediaType: string): Descriptor {
  return { digest, mediaType, size: 500, annotations: {} }
}

const never = { kind: 'never' } as const
export const superseded = { kind: 'superseded' } as const
export const after = (days: number) => ({ kind: 'after', seconds: days * day }) as const

const row = (tags: readonly string[], rule: Partial<ClassRule>): ClassRule => ({
  tags,
  expires: never,
  immutable: false,
  sign: 'optional',
  'require-labels': [],
  prereleases: 'allow',
  ...rule,
})

/** The classes of the design's first page. */
export const usual: Readonly<Record<string, ClassRule>> = {
  release: row(['v{semver}'], { immutable: true }),
  commit: row(['commit-{sha}'], { expires: after(3) }),
  preview: row(['pr-{number}'], { expires: after(14) }),
  baseline: row(['*-lts'], {}),
}

export { row }

export interface Rules {
  readonly classes?: Readonly<Record<string, ClassRule>>
  readonly cleanup?: Partial<CleanupRules>
}

/** Unlimited unless a test is about limits. */
export function policyOf({ classes = usual, cleanup = {} }: Rules = {}): LoadedPolicy {
  const policy = {
    version: 1,
    images: ['registry.example.com/**'],
    aliases: {},
    classes,
    forbid: [],
    unknown: 'warn',
    labels: { required: [], quay: false },
    'in-use': 'none',
    cleanup: {
      clock: 'push',
      'min-age': day,
      'min-age-set': false,
      untagged: { expires: after(14) },
      limits: { deletions: 1_000_000, share: 1 },
      'max-plan-age': 7 * day,
      'require-review': true,
      untag: [],
      'plain-http': [],
      'plan-file': '.image-hygiene/cleanup-plan.jsonl',
      'pull-request': {
        branch: 'image-hygiene/cleanup',
        labels: [],
        reviewers: [],
        assignees: [],
        draft: false,
        'quiet-after-close': 7 * day,
      },
      ...cleanup,
    },
  } as unknown as Policy
  const lines = new Map([['classes.commit.expires', 7]])
  return {
    policy,
    where: path =>
      lines.has(path) ? { file: '.image-hygiene.yml', line: lines.get(path) as number } : undefined,
    digest: 'sha256:policy',
  }
}

export function usageOf(uses: readonly Omit<Use, 'where'>[] = [], gaps: readonly Gap[] = []): Usage {
  return {
    standing: 'given',
    sources: [],
    uses: uses.map(use => ({ ...use, where: 'prod.json: shop/Deployment/web, container app' })),
    gaps,
    whole: gaps.length === 0,
    findings: [],
  }
}

export type Question = Partial<Omit<Facts, 'snapshots'>>

export interface Answer {
  readonly decision: Decision
  /** What had to be read after the tags. */
  readonly read: { readonly manifests: number; readonly configs: number; readonly referrers: number }
  readonly rounds: number
}

/** Reads and decides until nothing more is wanted. */
export function settle(scenes: readonly Scene[], question: Question = {}, safety?: Safety): Answer {
  let snapshots = scenes.map(scene => scene.listing())
  const read = { manifests: 0, configs: 0, referrers: 0 }
  for (let rounds = 1; rounds < 200; rounds++) {
    const answer = ask(snapshots, question, safety)
    if (!('wants' in answer)) return { decision: answer, read, rounds }
    snapshots = snapshots.map((snapshot, index) => {
      const wants = answer.wants.get(snapshot.repository)
      if (wants === undefined) return snapshot
      read.manifests += wants.manifests.length
      read.configs += wants.configs.length
      read.referrers += wants.referrers.length
      return (scenes[index] as Scene).extend(snapshot, wants)
    })
  }
  throw new Error('it never stops asking')
}

export function ask(snapshots: readonly Snapshot[], question: Question, safety?: Safety): Decision | Needs {
  const facts: Facts = { usage: usageOf(), policy: policyOf(), now, kept: [], ...question, snapshots }
  return safety === undefined ? decide(facts) : decide(facts, safety)
}

/** Every image of a decision by its first tag, or by digest. */
export function fates(decision: Decision): ReadonlyMap<string, ImageDecision> {
  return new Map(
    decision.repositories.flatMap(({ images }) => images.map(image => [image.tags[0] ?? image.head, image])),
  )
}

/** `goes: expired` or `kept: in-use`, by first tag. */
export function verdicts(answer: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...fates(answer.decision)].map(([name, { fate }]) => [
      name,
      `${fate.goes ? 'goes' : 'kept'}: ${fate.because}`,
    ]),
  )
}

/** Every digest that a decision lets go, heads and what goes with them. */
export function going(decision: Decision): ReadonlySet<Digest> {
  return new Set(
    decision.repositories.flatMap(({ images }) =>
      images.flatMap(({ head, fate }) => (fate.goes ? [head, ...fate.with] : [])),
    ),
  )
}
