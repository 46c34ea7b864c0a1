import { createHash } from 'node:crypto'
import { applyPlan } from '../../src/cleanup/apply/apply.ts'
import { decideAfresh, type Ruling } from '../../src/cleanup/apply/fresh.ts'
import { budgetOf, type Hands } from '../../src/cleanup/apply/hands.ts'
import { mendInterrupted } from '../../src/cleanup/apply/mend.ts'
import { reportApply } from '../../src/cleanup/apply/report.ts'
import { indexUsage, type Use } from '../../src/cleanup/in-use/index.ts'
import { journalForShow, openJournal } from '../../src/cleanup/journal.ts'
import { readState } from '../../src/cleanup/journal-state.ts'
import { formatPlan, type Plan, type PlanLine, planLines } from '../../src/cleanup/plan-file.ts'
import { readPlan } from '../../src/cleanup/plan-file-parse.ts'
import { settle } from '../../src/cleanup/settle.ts'
import {
  type Digest,
  type Instant,
  isTag,
  type Manifest,
  manifestTypes,
  parseImageConfig,
  parseManifest,
  type Repository,
  type Snapshot,
  type Tag,
  type Wants,
} from '../../src/image/index.ts'
import type { Result } from '../../src/outcome/index.ts'
import type { LoadedPolicy } from '../../src/policy/index.ts'
import type { DigestAnswer, ManifestAnswer, RawManifest, Registry } from '../../src/registry/port.ts'
import type { Files } from '../../src/system/world.ts'
import { day, now, policyOf, type Rules, usageOf } from './scene.ts'

const [indexType, imageType] = manifestTypes
const configType = 'application/vnd.oci.image.config.v1+json'
const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip'

export const repository = 'registry.example.com/acme/app' as Repository

/** A process killed between two requests. */
export class Killed extends Error {}

/** One repository of a registry in memory, with every request counted and open to interference. */
export class MemoryRegistry implements Registry {
  readonly stored = new Map<Digest, RawManifest>()
  readonly tagged = new Map<Tag, Digest>()
  readonly blobs = new Map<Digest, Uint8Array>()
  readonly log: string[] = []
  /** Called before every request with its number from 1; may change the registry or throw. */
  before: (request: string, count: number) => void = () => {}
  /** Called after a request took effect and before its answer arrives. */
  after: (request: string, count: number) => void = () => {}
  /** Names outlive their digest, as in `crane registry serve`. */
  namesStay = false
  /** Shows what has no tag, with push times, as native APIs do. */
  listsUntagged = false
  deletion: 'allowed' | 'disabled' | 'forbidden' | 'immutable' | 'silent' = 'allowed'
  /** `takes-image`: a tag's deletion is the digest's, with all its tags, as some registries have it. */
  tagDeletion: 'allowed' | 'takes-image' | 'disabled' | 'silent' = 'allowed'
  referrersApi = false
  private readonly shadow = new Map<Digest, RawManifest>()

  image(
    name: string,
    {
      expireAt,
      subject,
      layers = [`layer of ${name}`],
    }: { expireAt?: Instant; subject?: Digest; layers?: readonly string[] } = {},
  ): Digest {
    const config = this.putBlob(
      JSON.stringify({
        name,
        config: { Labels: expireAt === undefined ? {} : { expire_at: String(expireAt) } },
      }),
    )
    return this.store(imageType, {
      schemaVersion: 2,
      mediaType: imageType,
      config: { mediaType: configType, digest: config, size: 100 },
      layers: layers.map(layer => ({ mediaType: layerType, digest: this.putBlob(layer), size: 1000 })),
      ...(subject === undefined ? {} : { subject: { mediaType: imageType, digest: subject, size: 500 } }),
    })
  }

  index(children: readonly Digest[], expireAt?: Instant): Digest {
    return this.store(indexType, {
      schemaVersion: 2,
      mediaType: indexType,
      manifests: children.map(digest => ({
        mediaType: this.stored.get(digest)?.mediaType ?? imageType,
        digest,
        size: 500,
      })),
      ...(expireAt === undefined ? {} : { annotations: { expire_at: String(expireAt) } }),
    })
  }

  tag(name: string, digest: Digest): Digest {
    if (!isTag(name)) throw new Error(name)
    this.tagged.set(name, digest)
    return digest
  }

  private putBlob(text: string): Digest {
    const bytes = Buffer.from(text)
    const digest = digestOf(bytes)
    this.blobs.set(digest, bytes)
    return digest
  }

  private store(mediaType: string, body: object): Digest {
    const bytes = Buffer.from(JSON.stringify(body))
    const digest = digestOf(bytes)
    this.stored.set(digest, { mediaType, bytes })
    return digest
  }

  /** Everything the tags need that is not there: empty in a whole registry. */
  broken(tags: Iterable<Tag> = this.tagged.keys()): readonly string[] {
    const missing: string[] = []
    const open = [...tags].map(tag => [tag, this.tagged.get(tag) as Digest] as const)
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const [why, digest] = next
      const manifest = this.parsed(digest)
      if (manifest === undefined) {
        missing.push(`${why} needs ${digest}`)
        continue
      }
      for (const child of manifest.children) open.push([why, child.digest])
      for (const blob of [manifest.config, ...manifest.layers]) {
        if (blob !== undefined && !this.blobs.has(blob.digest))
          missing.push(`${why} needs blob ${blob.digest}`)
      }
    }
    return missing
  }

  parsed(digest: Digest): Manifest | undefined {
    const raw = this.stored.get(digest)
    if (raw === undefined) return undefined
    const manifest = parseManifest(raw.bytes, raw.mediaType, digest)
    return 'fault' in manifest ? undefined : manifest
  }

  /** What is in it, in a form that can be compared. */
  state(): string {
    return JSON.stringify([[...this.tagged].sort(), [...this.stored.keys()].sort()])
  }

  copy(): MemoryRegistry {
    const other = new MemoryRegistry()
    for (const [key, value] of this.stored) other.stored.set(key, value)
    for (const [key, value] of this.tagged) other.tagged.set(key, value)
    for (const [key, value] of this.blobs) other.blobs.set(key, value)
    Object.assign(other, {
      namesStay: this.namesStay,
      listsUntagged: this.listsUntagged,
      referrersApi: this.referrersApi,
    })
    return other
  }

  get deletions(): readonly Digest[] {
    return this.log.flatMap(entry => (entry.startsWith('DELETE sha256') ? [entry.slice(7) as Digest] : []))
  }

  private request<T>(name: string, act: () => T): Promise<T> {
    this.log.push(name)
    const count = this.log.length
    try {
      this.before(name, count)
      const answer = act()
      this.after(name, count)
      return Promise.resolve(answer)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  private target(reference: Tag | Digest): Digest {
    return reference.includes(':') ? (reference as Digest) : (this.tagged.get(reference as Tag) as Digest)
  }

  private find(reference: Tag | Digest): RawManifest | undefined {
    const digest = this.target(reference)
    return this.stored.get(digest) ?? (reference.includes(':') ? undefined : this.shadow.get(digest))
  }

  repositories = () => Promise.resolve({ repositories: [repository] })
  tags = () => this.request('LIST', () => ({ tags: [...this.tagged.keys()].reverse() }))
  manifest = (_: Repository, reference: Tag | Digest) =>
    this.request(`GET ${reference}`, (): ManifestAnswer => {
      const raw = this.find(reference)
      if (raw === undefined) return { found: false, status: 404 }
      const manifest = parseManifest(raw.bytes, raw.mediaType, digestOf(raw.bytes))
      return 'fault' in manifest ? { unknown: manifest.fault } : { found: true, manifest, raw }
    })
  digestOf = (_: Repository, reference: Tag | Digest) =>
    this.request(`HEAD ${reference}`, (): DigestAnswer => {
      const raw = this.find(reference)
      return raw === undefined ? 'absent' : { digest: digestOf(raw.bytes) }
    })
  referrers = (_: Repository, subject: Digest) =>
    this.request(`REFERRERS ${subject}`, () =>
      this.referrersApi
        ? [...this.stored.keys()].flatMap(digest => {
            const manifest = this.parsed(digest)
            return manifest?.subject === subject
              ? [{ mediaType: manifest.mediaType, digest, size: manifest.size, annotations: {} }]
              : []
          })
        : ('unsupported' as const),
    )
  hasBlob = (_: Repository, digest: Digest) =>
    this.request(`HEAD blob ${digest}`, () =>
      this.blobs.has(digest) ? ('present' as const) : ('absent' as const),
    )
  blob = (_: Repository, digest: Digest) =>
    this.request(`GET blob ${digest}`, () => {
      const bytes = this.blobs.get(digest)
      return bytes === undefined ? ('absent' as const) : { bytes }
    })
  deleteManifest = (_: Repository, digest: Digest) =>
    this.request(`DELETE ${digest}`, () => {
      if (this.deletion === 'silent') return { unknown: 'the connection broke' }
      if (this.deletion !== 'allowed') {
        return {
          refused: this.deletion,
          message: `deletion is ${this.deletion}`,
          fix: 'REGISTRY_STORAGE_DELETE_ENABLED=true',
        }
      }
      const raw = this.stored.get(digest)
      if (raw === undefined) return 'absent' as const
      this.stored.delete(digest)
      if (this.namesStay) this.shadow.set(digest, raw)
      else for (const [tag, target] of this.tagged) if (target === digest) this.tagged.delete(tag)
      return 'deleted' as const
    })
  deleteTag = (_: Repository, tag: Tag) =>
    this.request(`DELETE ${tag}`, () => {
      if (this.tagDeletion === 'silent') return { unknown: 'the connection broke' }
      if (this.tagDeletion === 'disabled') {
        return {
          refused: 'disabled' as const,
          message: 'UNSUPPORTED',
          fix: 'take the host out of cleanup.untag',
        }
      }
      const digest = this.tagged.get(tag)
      if (digest === undefined) return 'absent' as const
      this.tagged.delete(tag)
      if (this.tagDeletion === 'takes-image') {
        this.stored.delete(digest)
        for (const [other, target] of this.tagged) if (target === digest) this.tagged.delete(other)
      }
      return 'deleted' as const
    })
  putManifest = (_: Repository, reference: Tag | Digest, raw: RawManifest) =>
    this.request(`PUT ${reference}`, () => {
      const digest = digestOf(raw.bytes)
      const manifest = parseManifest(raw.bytes, raw.mediaType, digest)
      if ('fault' in manifest) return { unknown: manifest.fault }
      const blobs = [manifest.config, ...manifest.layers].filter(blob => blob !== undefined)
      if (
        blobs.some(blob => !this.blobs.has(blob.digest)) ||
        manifest.children.some(child => !this.stored.has(child.digest))
      ) {
        return { refused: 'blobs-missing' as const, message: 'MANIFEST_BLOB_UNKNOWN' }
      }
      this.stored.set(digest, raw)
      if (!reference.includes(':')) this.tagged.set(reference as Tag, digest)
      return { digest }
    })
}

export function digestOf(bytes: Uint8Array | string): Digest {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}` as Digest
}

/** A disk that survives the processes that write to it. */
export function memoryFiles(
  contents = new Map<string, string>(),
): Files & { readonly contents: Map<string, string> } {
  return {
    contents,
    kind: (path: string) => Promise.resolve(contents.has(path) ? 'file' : 'absent'),
    readText: (path: string) => Promise.resolve(contents.get(path) ?? ''),
    append: (path: string, text: string) => {
      contents.set(path, (contents.get(path) ?? '') + text)
      return Promise.resolve()
    },
  } as unknown as Files & { contents: Map<string, string> }
}

/** What a first reading of the registry gives. */
export async function listing(registry: MemoryRegistry): Promise<Snapshot> {
  const tags = new Map<Tag, Digest>()
  const manifests = new Map<Digest, Manifest>()
  for (const tag of (await registry.tags()).tags) {
    const answer = await registry.manifest(repository, tag)
    if (!('found' in answer) || !answer.found) continue
    tags.set(tag, answer.manifest.digest)
    manifests.set(answer.manifest.digest, answer.manifest)
  }
  const empty = { configs: new Map(), referrers: new Map(), gaps: [] }
  if (!registry.listsUntagged)
    return { repository, tags, manifests, pushed: new Map(), untagged: 'hidden', ...empty }
  for (const digest of registry.stored.keys()) {
    const manifest = registry.parsed(digest)
    if (manifest !== undefined) manifests.set(digest, manifest)
  }
  const pushed = new Map([...manifests.keys()].map(digest => [digest, now - 100 * day]))
  return { repository, tags, manifests, pushed, untagged: 'listed', ...empty }
}

export async function extend(registry: MemoryRegistry, snapshot: Snapshot, wants: Wants): Promise<Snapshot> {
  const manifests = new Map(snapshot.manifests)
  const configs = new Map(snapshot.configs)
  const referrers = new Map(snapshot.referrers)
  const missing = new Set(snapshot.missing)
  for (const digest of wants.manifests) {
    const answer = await registry.manifest(repository, digest)
    if ('found' in answer && answer.found) manifests.set(digest, answer.manifest)
    else missing.add(digest)
  }
  for (const digest of wants.configs) {
    const bytes = registry.blobs.get(digest)
    const config = parseImageConfig(bytes ?? new Uint8Array())
    configs.set(digest, 'fault' in config ? { labels: {} } : config)
  }
  for (const subject of wants.referrers) {
    const answer = await registry.referrers(repository, subject)
    referrers.set(subject, answer === 'unsupported' ? [] : answer.map(({ digest }) => digest))
  }
  return { ...snapshot, manifests, configs, referrers, missing }
}

export interface Bench {
  readonly rules?: Rules
  readonly uses?: readonly Omit<Use, 'where'>[]
  readonly at?: Instant
}

export function policyFor(rules: Rules = {}): LoadedPolicy {
  return policyOf({ ...rules, cleanup: { limits: { deletions: 1_000_000, share: 1 }, ...rules.cleanup } })
}

/** The plan that would be proposed now. */
export async function planOf(registry: MemoryRegistry, { rules, uses, at = now }: Bench = {}): Promise<Plan> {
  const { decision } = await settle(
    {
      snapshots: [await listing(registry)],
      usage: usageOf(uses),
      policy: policyFor(rules),
      now: at,
      kept: [],
    },
    (snapshot, wants) => extend(registry, snapshot, wants),
  )
  return readPlan(
    formatPlan({ policy: `sha256:${'0'.repeat(64)}`, sources: [] }, planLines(decision, [])),
    'plan.jsonl',
  )
}

export interface Call extends Bench {
  readonly plan: Plan
  readonly files?: Files
  readonly send?: boolean
  readonly before?: Rules
  readonly maxDeletions?: number
  readonly readBy?: Snapshot
}

/** One run of apply, from reading the registry to its report. */
export async function apply(registry: MemoryRegistry, call: Call): Promise<Result> {
  const { plan, rules, uses, at = now, files = memoryFiles(), send = true, before, maxDeletions } = call
  const journal = await openJournal('journal', files)
  const rulings: Ruling[] = [{ policy: policyFor(rules), usage: usageOf(uses) }]
  if (before !== undefined) rulings.push({ policy: policyFor(before), usage: usageOf(uses) })
  const mended = send ? await mendInterrupted(journal, () => registry) : []
  const snapshot = call.readBy ?? (await listing(registry))
  const fresh = await decideAfresh(
    plan,
    [snapshot],
    rulings,
    (known, wants) => extend(registry, known, wants),
    at,
    readState(journal.entries),
  )
  const hands: Omit<Hands, 'registry'> = {
    journal: send ? journal : journalForShow(journal),
    send,
    usage: indexUsage(usageOf(uses).uses),
    budget: budgetOf({ maxDeletions, seconds: undefined }, () => at),
    progress: () => {},
  }
  return reportApply(await applyPlan(plan, fresh, hands, () => registry, at), send, mended)
}

export function editedPlan(plan: Plan, edit: (lines: readonly PlanLine[]) => readonly PlanLine[]): Plan {
  return { ...plan, lines: edit(plan.lines) }
}

/** An `expire_at` of yesterday. */
export const past = now - day

/** Releases, commits, a multi-arch preview that shares a platform with another preview, a signed one. */
export function company(): MemoryRegistry {
  const registry = new MemoryRegistry()
  registry.tag('v1.0.0', registry.image('one', { expireAt: past, layers: ['base', 'app'] }))
  registry.tag('commit-aaaaaaaaaaaa', registry.image('a', { expireAt: past, layers: ['base', 'a'] }))
  const amd = registry.image('amd')
  registry.tag('pr-1', registry.index([amd, registry.image('arm')], past))
  registry.tag('pr-2', registry.index([amd, registry.image('riscv')], past))
  const signed = registry.tag('pr-3', registry.image('signed', { expireAt: past }))
  registry.tag(`${signed.replace(':', '-')}.sig`, registry.image('signature'))
  const referred = registry.tag('pr-4', registry.image('referred', { expireAt: past }))
  const bundle = registry.image('bundle', { subject: referred })
  registry.tag(referred.replace(':', '-'), registry.index([bundle]))
  return registry
}
