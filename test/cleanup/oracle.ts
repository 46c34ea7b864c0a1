// What must go, by brute force: written from the contract (design §1 and §3), sharing nothing with src/cleanup.
// It knows everything at once, works on names and plain sets, and repeats each rule until nothing changes.

export interface OracleManifest {
  readonly kind: 'image' | 'index' | 'unknown'
  readonly children: readonly string[]
  readonly mentions: readonly string[]
  readonly subject: string | undefined
  readonly annotation: string | undefined
  readonly label: string | undefined
  readonly created: string | undefined
  readonly config: string | undefined
  readonly layers: readonly string[]
  readonly base: string | undefined
  /** An artifact that is no container image: its config is of another type. */
  readonly foreign: boolean
}

export interface OracleRepository {
  readonly name: string
  readonly tags: ReadonlyMap<string, string>
  readonly manifests: ReadonlyMap<string, OracleManifest>
  readonly pushed: ReadonlyMap<string, number>
  readonly listsUntagged: boolean
  readonly broken: boolean
}

export interface OracleClass {
  readonly name: string
  readonly pattern: RegExp
  readonly expires: 'never' | 'superseded' | number
  readonly keep: number | undefined
  readonly per: 'repository' | 'major' | 'minor'
  /** The first group of the pattern is a version. */
  readonly versions: boolean
  /** Seconds after its pull request was closed (the first group is its number). */
  readonly closedAfter: number | undefined
}

export interface OracleWorld {
  readonly repositories: readonly OracleRepository[]
  readonly classes: readonly OracleClass[]
  readonly clock: 'label' | 'push' | 'created'
  readonly minAge: number
  readonly untagged: 'never' | number
  readonly now: number
  readonly closed: ReadonlyMap<number, number>
  readonly usedDigests: ReadonlySet<string>
  /** `repository:tag`. */
  readonly usedTags: ReadonlySet<string>
  /** `repository@digest`. */
  readonly reviewed: ReadonlySet<string>
  readonly usageKnown: boolean
  /** The policy lets tags be deleted natively on the registry. */
  readonly untag: boolean
}

type When = number | 'none' | 'absurd'

export function mustGo(world: OracleWorld): ReadonlySet<string> {
  const kept = new Map(world.repositories.map(repository => [repository, rootsOf(world, repository)]))
  settle(world, kept)
  for (const [repository, set] of kept) {
    const tagged = headsOf(repository).filter(head => isTagged(repository, head))
    const heads = tagged.length > 0 ? tagged : headsOf(repository)
    if (heads.length === 0 || heads.some(head => set.has(head))) continue
    const last = [...heads].sort(
      (a, b) => waited(world, repository, b) - waited(world, repository, a) || (a < b ? 1 : -1),
    )[0] as string
    set.add(last)
  }
  settle(world, kept)
  const gone = new Set<string>()
  for (const [repository, set] of kept) {
    const reach = new Set(headsOf(repository).filter(head => !set.has(head)))
    for (let size = -1; size !== reach.size; ) {
      size = reach.size
      for (const digest of [...reach]) {
        for (const next of [...childrenOf(repository, digest), ...referrersOf(repository, digest)]) {
          if (!set.has(next) && repository.manifests.has(next)) reach.add(next)
        }
      }
    }
    for (const digest of reach) gone.add(`${repository.name}@${digest}`)
  }
  return gone
}

/**
 * The tags that go alone (design §3: "otherwise at most a tag goes"), as `repository:tag`. A tag that lets its image go,
 * on an image that nobody uses or asked for, if the image keeps a name for that name's own sake: its own or an index's.
 */
export function mustLose(world: OracleWorld): ReadonlySet<string> {
  const gone = mustGo(world)
  const lost = new Set<string>()
  if (!world.untag || !world.usageKnown) return lost
  for (const repository of world.repositories) {
    if (repository.broken) continue
    const stays = (digest: string) =>
      tagsOf(repository, digest).some(tag => !tagMayGo(world, repository, digest, tag))
    for (const [tag, head] of repository.tags) {
      if (metadata.test(tag) || gone.has(`${repository.name}@${head}`)) continue
      if (isRoot(world, repository, head) || isYoung(world, repository, head)) continue
      const above = [...ancestors(repository, head)].filter(
        other => other === head || onlyIndexesBetween(repository, other, head),
      )
      if (tagMayGo(world, repository, head, tag) && above.some(stays)) lost.add(`${repository.name}:${tag}`)
    }
  }
  return lost
}

/** A manifest of unknown type names nothing that a registry would follow. */
function onlyIndexesBetween(repository: OracleRepository, from: string, to: string): boolean {
  if (from === to) return true
  const manifest = repository.manifests.get(from)
  return (
    manifest?.kind === 'index' && manifest.children.some(child => onlyIndexesBetween(repository, child, to))
  )
}

function settle(world: OracleWorld, kept: ReadonlyMap<OracleRepository, Set<string>>): void {
  for (let before = -1; before !== sum(kept); ) {
    before = sum(kept)
    for (const [repository, set] of kept) close(repository, set)
    keepBases(world, kept)
  }
}

function sum(kept: ReadonlyMap<OracleRepository, ReadonlySet<string>>): number {
  return [...kept.values()].reduce((total, set) => total + set.size, 0)
}

function rootsOf(world: OracleWorld, repository: OracleRepository): Set<string> {
  const everything = allDigests(repository)
  if (repository.broken || !world.usageKnown) return new Set(everything)
  const roots = new Set<string>()
  for (const digest of everything) if (isRoot(world, repository, digest)) roots.add(digest)
  for (const head of headsOf(repository)) {
    const tags = tagsOf(repository, head)
    const lets =
      tags.length > 0
        ? tags.every(tag => tagMayGo(world, repository, head, tag))
        : world.untagged !== 'never' && isPast(world, clockOf(world, repository, head, world.untagged))
    if (!lets || isYoung(world, repository, head)) roots.add(head)
  }
  return roots
}

/** Kept for what it is or what somebody said, whatever its tags say. */
function isRoot(world: OracleWorld, repository: OracleRepository, digest: string): boolean {
  return (
    isUsed(world, repository, digest, new Set()) ||
    world.reviewed.has(`${repository.name}@${digest}`) ||
    isUnknown(repository, digest) ||
    (subjectsOf(repository, digest).length > 0 && isTagged(repository, digest)) ||
    isOrphan(repository, digest)
  )
}

function isYoung({ minAge, now }: OracleWorld, repository: OracleRepository, head: string): boolean {
  const pushed = pushedAt(repository, head)
  return pushed !== undefined && pushed + minAge > now
}

function tagMayGo(world: OracleWorld, repository: OracleRepository, head: string, tag: string): boolean {
  const classes = world.classes.filter(one => one.pattern.test(tag))
  return classes.length > 0 && classes.every(one => classLetsGo(world, repository, head, tag, one))
}

function classLetsGo(
  world: OracleWorld,
  repository: OracleRepository,
  head: string,
  tag: string,
  one: OracleClass,
): boolean {
  if (one.expires === 'never') return false
  if (typeof one.expires === 'number') {
    const number = Number(one.pattern.exec(tag)?.[1])
    const closed = one.closedAfter === undefined ? undefined : world.closed.get(number)
    const ended =
      closed !== undefined && closed + (one.closedAfter ?? 0) <= world.now && isOurs(repository, head)
    if (!ended && !isPast(world, clockOf(world, repository, head, one.expires))) return false
  }
  if (one.keep === undefined) return one.expires !== 'superseded'
  return one.versions
    ? fallsBehindByVersion(repository, head, tag, one, one.keep)
    : fallsBehindByClock(world, repository, head, one, one.keep)
}

/** Every image of the model says that it was built from our project; an index is asked for its first platform. */
function isOurs(repository: OracleRepository, head: string): boolean {
  const manifest = repository.manifests.get(head)
  if (manifest === undefined || manifest.kind === 'unknown' || manifest.foreign) return false
  return (
    manifest.kind === 'image' ||
    (manifest.children[0] !== undefined && isOurs(repository, manifest.children[0]))
  )
}

function fallsBehindByVersion(
  repository: OracleRepository,
  head: string,
  tag: string,
  one: OracleClass,
  places: number,
): boolean {
  const mine = versionOf(one, tag)
  if (mine === undefined) return false
  const group = groupOf(one, mine)
  const all: { digest: string; version: Version }[] = []
  for (const [other, digest] of repository.tags) {
    const version = one.pattern.test(other) ? versionOf(one, other) : undefined
    if (version === undefined || isForeign(repository, digest) || groupOf(one, version) !== group) continue
    all.push({ digest, version })
  }
  const bestOf = (list: typeof all, digest: string) =>
    list
      .filter(entry => entry.digest === digest)
      .map(entry => entry.version)
      .reduce<Version | undefined>(
        (best, next) => (best && compare(best, next) >= 0 ? best : next),
        undefined,
      )
  const behind = (list: typeof all) => {
    const own = bestOf(list, head)
    if (own === undefined) return true
    const digests = [...new Set(list.map(entry => entry.digest))]
    return digests.filter(digest => compare(bestOf(list, digest) as Version, own) > 0).length >= places
  }
  return behind(all) && behind(all.filter(entry => entry.version.pre.length === 0))
}

function fallsBehindByClock(
  world: OracleWorld,
  repository: OracleRepository,
  head: string,
  one: OracleClass,
  places: number,
): boolean {
  const seconds = typeof one.expires === 'number' ? one.expires : 0
  const own = clockOf(world, repository, head, seconds)
  if (typeof own !== 'number') return false
  const others = new Set(
    [...repository.tags]
      .filter(([tag, digest]) => one.pattern.test(tag) && !isForeign(repository, digest))
      .map(([, d]) => d),
  )
  const newer = [...others].filter(digest => {
    const when = clockOf(world, repository, digest, seconds)
    return typeof when === 'number' && when > own
  })
  return newer.length >= places
}

interface Version {
  readonly core: readonly [number, number, number]
  readonly pre: readonly string[]
}

function versionOf(one: OracleClass, tag: string): Version | undefined {
  const text = one.pattern.exec(tag)?.[1]
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?$/.exec(text ?? '')
  if (match === null) return undefined
  return {
    core: [Number(match[1]), Number(match[2]), Number(match[3])],
    pre: match[4] === undefined ? [] : match[4].split('.'),
  }
}

function groupOf({ per }: OracleClass, { core: [major, minor] }: Version): string {
  return per === 'repository' ? '' : per === 'major' ? `${major}` : `${major}.${minor}`
}

/** semver.org §11. */
function compare(a: Version, b: Version): number {
  for (const part of [0, 1, 2] as const) if (a.core[part] !== b.core[part]) return a.core[part] - b.core[part]
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length
  for (let at = 0; at < Math.max(a.pre.length, b.pre.length); at++) {
    const [x, y] = [a.pre[at], b.pre[at]]
    if (x === undefined) return -1
    if (y === undefined) return 1
    if (x === y) continue
    const [numericX, numericY] = [/^\d+$/.test(x), /^\d+$/.test(y)]
    if (numericX && numericY) return Number(x) - Number(y)
    if (numericX !== numericY) return numericX ? -1 : 1
    return x < y ? -1 : 1
  }
  return 0
}

function isPast({ now }: OracleWorld, when: When): boolean {
  return typeof when === 'number' && when <= now
}

function clockOf(world: OracleWorld, repository: OracleRepository, head: string, after: number): When {
  const label = labelOf(repository, head)
  if (label !== 'none' || world.clock === 'label') return label
  const pushed = pushedAt(repository, head)
  if (pushed !== undefined) return pushed + after
  if (world.clock === 'push') return 'none'
  const built = builtAt(world, repository, head)
  return typeof built === 'number' ? built + after : built
}

function labelOf(repository: OracleRepository, digest: string): When {
  const manifest = repository.manifests.get(digest)
  if (manifest === undefined) return 'none'
  if (manifest.annotation !== undefined) return moment(manifest.annotation)
  if (manifest.kind === 'image') {
    return manifest.foreign || manifest.label === undefined ? 'none' : moment(manifest.label)
  }
  return latest(manifest.children.map(child => labelOf(repository, child)))
}

function builtAt(world: OracleWorld, repository: OracleRepository, digest: string): When {
  const manifest = repository.manifests.get(digest)
  if (manifest === undefined) return 'none'
  if (manifest.kind !== 'image')
    return latest(manifest.children.map(child => builtAt(world, repository, child)))
  if (manifest.foreign || manifest.created === undefined) return 'none'
  const at = Date.parse(manifest.created) / 1000
  return at < 1_363_737_600 || at > world.now ? 'absurd' : at
}

function latest(whens: readonly When[]): When {
  if (whens.length === 0 || whens.includes('none')) return 'none'
  if (whens.includes('absurd')) return 'absurd'
  return Math.max(...(whens as readonly number[]))
}

function moment(text: string): When {
  if (text === '') return 'none'
  const at = /^\d{9,11}$/.test(text)
    ? Number(text)
    : text.includes('T')
      ? Date.parse(text) / 1000
      : Number.NaN
  return at >= 1_363_737_600 && at < 7_258_032_000 ? at : 'absurd'
}

function pushedAt(repository: OracleRepository, digest: string): number | undefined {
  const at = repository.pushed.get(digest)
  return at === undefined || at < 1_363_737_600 ? undefined : at
}

/** The last to go is the one that waited shortest; what needs no clock waited shortest of all. */
function waited(world: OracleWorld, repository: OracleRepository, head: string): number {
  const tags = tagsOf(repository, head)
  const whens =
    tags.length === 0
      ? [clockOf(world, repository, head, world.untagged === 'never' ? 0 : world.untagged)]
      : tags.flatMap(tag =>
          world.classes
            .filter(one => one.pattern.test(tag) && typeof one.expires === 'number')
            .map(one => {
              const closed =
                one.closedAfter === undefined
                  ? undefined
                  : world.closed.get(Number(one.pattern.exec(tag)?.[1]))
              const end = closed === undefined ? undefined : closed + (one.closedAfter ?? 0)
              return end !== undefined && end <= world.now
                ? end
                : clockOf(world, repository, head, one.expires as number)
            }),
        )
  const known = whens.filter(when => typeof when === 'number')
  return known.length === 0 ? Number.MAX_SAFE_INTEGER : Math.max(...known)
}

function close(repository: OracleRepository, kept: Set<string>): void {
  for (let size = -1; size !== kept.size; ) {
    size = kept.size
    for (const digest of [...kept]) {
      for (const next of childrenOf(repository, digest)) kept.add(next)
      for (const next of referrersOf(repository, digest)) kept.add(next)
      for (const next of subjectsOf(repository, digest)) kept.add(next)
    }
  }
}

function keepBases(world: OracleWorld, kept: ReadonlyMap<OracleRepository, Set<string>>): void {
  for (const [home, mine] of kept) {
    for (const digest of [...mine]) {
      const image = home.manifests.get(digest)
      if (image === undefined || subjectsOf(home, digest).length > 0) continue
      for (const repository of world.repositories) {
        const set = kept.get(repository) as Set<string>
        for (const other of allDigests(repository)) {
          const base = repository.manifests.get(other)
          const isPrefix =
            base !== undefined &&
            base.layers.length > 0 &&
            base.layers.length < image.layers.length &&
            base.layers.every((layer, at) => image.layers[at] === layer) &&
            subjectsOf(repository, other).length === 0
          if (image.base !== other && !isPrefix) continue
          for (const above of ancestors(repository, other)) set.add(above)
        }
      }
    }
  }
}

function ancestors(repository: OracleRepository, digest: string): ReadonlySet<string> {
  const found = new Set([digest])
  for (let size = -1; size !== found.size; ) {
    size = found.size
    for (const other of repository.manifests.keys()) {
      if (childrenOf(repository, other).some(child => found.has(child))) found.add(other)
    }
  }
  return found
}

function isUsed(
  world: OracleWorld,
  repository: OracleRepository,
  digest: string,
  seen: Set<string>,
): boolean {
  if (seen.has(digest)) return false
  seen.add(digest)
  const config = repository.manifests.get(digest)?.config
  if (world.usedDigests.has(digest) || (config !== undefined && world.usedDigests.has(config))) return true
  for (const [tag, target] of repository.tags) {
    if (target === digest && world.usedTags.has(`${repository.name}:${tag}`)) return true
  }
  return childrenOf(repository, digest).some(child => isUsed(world, repository, child, seen))
}

function allDigests(repository: OracleRepository): readonly string[] {
  const found = new Set([...repository.tags.values(), ...repository.manifests.keys()])
  for (const digest of repository.manifests.keys())
    for (const child of childrenOf(repository, digest)) found.add(child)
  return [...found]
}

function childrenOf(repository: OracleRepository, digest: string): readonly string[] {
  const manifest = repository.manifests.get(digest)
  return manifest === undefined
    ? []
    : [...manifest.children, ...manifest.mentions].filter(child => child !== digest)
}

const metadata = /^sha256-([0-9a-f]{64})(\.sig|\.att|\.sbom)?$/

function tagsOf(repository: OracleRepository, digest: string): readonly string[] {
  return [...repository.tags].filter(([tag, to]) => to === digest && !metadata.test(tag)).map(([tag]) => tag)
}

function isTagged(repository: OracleRepository, digest: string): boolean {
  return tagsOf(repository, digest).length > 0
}

/** Every digest that this one says it refers to, in the repository or not. */
function claims(repository: OracleRepository, digest: string): readonly string[] {
  const found: string[] = []
  const subject = repository.manifests.get(digest)?.subject
  if (subject !== undefined) found.push(subject)
  for (const [tag, target] of repository.tags) {
    const match = metadata.exec(tag)
    if (match === null) continue
    const isListed = match[2] === undefined && childrenOf(repository, target).includes(digest)
    if (target === digest || isListed) found.push(`sha256:${match[1]}`)
  }
  return found.filter(other => other !== digest)
}

function subjectsOf(repository: OracleRepository, digest: string): readonly string[] {
  return claims(repository, digest).filter(subject => isHere(repository, subject))
}

function isOrphan(repository: OracleRepository, digest: string): boolean {
  return claims(repository, digest).some(subject => !isHere(repository, subject))
}

function isHere(repository: OracleRepository, digest: string): boolean {
  return repository.manifests.has(digest)
}

function referrersOf(repository: OracleRepository, subject: string): readonly string[] {
  return allDigests(repository).filter(digest => subjectsOf(repository, digest).includes(subject))
}

function headsOf(repository: OracleRepository): readonly string[] {
  const hasMetadataTag = new Set(
    [...repository.tags].filter(([tag]) => metadata.test(tag)).map(([, to]) => to),
  )
  return allDigests(repository).filter(digest => {
    if (isTagged(repository, digest)) return true
    if (!repository.listsUntagged || hasMetadataTag.has(digest) || !repository.manifests.has(digest))
      return false
    if (claims(repository, digest).length > 0) return false
    return ![...repository.manifests.keys()].some(other => childrenOf(repository, other).includes(digest))
  })
}

function isForeign(repository: OracleRepository, digest: string): boolean {
  const manifest = repository.manifests.get(digest)
  return manifest !== undefined && (manifest.kind === 'unknown' || manifest.foreign)
}

function isUnknown(repository: OracleRepository, digest: string): boolean {
  const manifest = repository.manifests.get(digest)
  if (manifest === undefined) return false
  if (manifest.kind === 'unknown') return true
  if (!manifest.foreign) return false
  const isChild = [...repository.manifests.keys()].some(other =>
    childrenOf(repository, other).includes(digest),
  )
  return isTagged(repository, digest) || (!isChild && subjectsOf(repository, digest).length === 0)
}
