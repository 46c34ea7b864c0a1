import { type Use as InUse, indexUsage, type Usage, type UsageIndex } from '../cleanup/in-use/index.ts'
import {
  type Digest,
  formatReference,
  isDigest,
  isPlatform,
  type Manifest,
  parseReference,
  type Reference,
  registryOf,
  type Tag,
} from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { manages, type Policy } from '../policy/index.ts'
import type { Registries } from '../registry/index.ts'

/** One image of one platform, by digest: what one run of the scanner is about. */
export interface ImageTarget {
  readonly name: string
  /** With the digest of the platform's image, and the tag it was found under. */
  readonly image: Reference & { readonly digest: Digest }
  readonly platform?: string
  /** What the reference resolved to, if that is an index. */
  readonly index?: Manifest
  readonly manifest?: Manifest
  /** Where it runs. */
  readonly where?: string
}

export interface Targets {
  readonly images: readonly ImageTarget[]
  /** What was left out, and why. */
  readonly findings: readonly Finding[]
  /** What could not be read, and why. */
  readonly unjudged: readonly Finding[]
}

/**
 * The references of a call.
 * @param digest completes references that have none: the output of the step that pushed
 */
export async function resolveReferences(
  references: readonly string[],
  digest: string | undefined,
  platforms: readonly string[],
  registries: Registries,
): Promise<Targets> {
  return resolveAll(
    references.map(text => ({ reference: referenceIn(text, digest) })),
    platforms,
    registries,
  )
}

/** @param digest completes a reference that has none */
export function referenceIn(text: string, digest: string | undefined): Reference {
  if (digest !== undefined && !isDigest(digest)) {
    throw new HygieneError('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`)
  }
  const reference = parseReference(text)
  if ('fault' in reference) {
    throw new HygieneError('bad-usage', `'${text}': ${reference.fault}`, {
      fix: 'HOST/REPOSITORY:TAG or HOST/REPOSITORY@sha256:…',
    })
  }
  if (digest !== undefined && reference.digest !== undefined && reference.digest !== digest) {
    throw new HygieneError('bad-usage', `${text} is asked for by the digest ${digest} as well`)
  }
  return digest === undefined ? reference : { ...reference, digest }
}

/** Every image that runs and that the policy manages. Throws where that is none: nothing would be checked. */
export async function resolveInUse(
  usage: Usage,
  policy: Policy,
  platforms: readonly string[],
  registries: Registries,
): Promise<Targets> {
  const uses = usage.uses.filter(({ repository }) => repository !== undefined)
  const managed = uses.filter(
    ({ repository }) =>
      policy.images.length === 0 || (repository !== undefined && manages(policy, repository)),
  )
  if (managed.length === 0) throw nothingRuns(uses.length)
  const wanted = managed.map(use => ({ reference: referenceOf(use), where: use.where }))
  const left = uses.length - managed.length
  return { ...(await resolveAll(wanted, platforms, registries)), findings: left === 0 ? [] : [leftOut(left)] }
}

interface Wanted {
  readonly reference: Reference
  readonly where?: string
}

/**
 * Images by digest, each once. A tag is resolved once, here; what it names a minute later is another question. Where
 * several are wanted, one that cannot be read does not keep the others from being judged.
 */
async function resolveAll(
  wanted: readonly Wanted[],
  platforms: readonly string[],
  registries: Registries,
): Promise<Targets> {
  const unjudged: Finding[] = []
  const images = new Map<string, ImageTarget>()
  const asked = new Set<string>()
  for (const { reference, where } of wanted) {
    const key =
      reference.digest === undefined
        ? formatReference(reference)
        : `${reference.repository}@${reference.digest}`
    if (asked.has(key)) continue
    asked.add(key)
    try {
      for (const target of await resolve(reference, platforms, registries)) {
        const digest = `${target.image.repository}@${target.image.digest}`
        if (!images.has(digest)) images.set(digest, { ...target, ...(where === undefined ? {} : { where }) })
      }
    } catch (error) {
      if (wanted.length === 1 || !(error instanceof HygieneError) || error.exitCode !== 3) throw error
      unjudged.push(...error.findings)
    }
  }
  return { images: [...images.values()], findings: [], unjudged }
}

/**
 * Whether an inventory that can be trusted names the image, as index, child, config or tag. `in-use: none` of the policy
 * is none: it lets a cleanup go on, and would switch this gate off.
 */
export function runs(
  target: ImageTarget,
  configDigest: string | undefined,
  usage: Usage,
): InUse | undefined | 'unknown' {
  if (usage.standing !== 'given' || !usage.whole) return 'unknown'
  const known: UsageIndex = indexUsage(usage.uses)
  const { image, index } = target
  const digests = [
    image.digest,
    ...(index === undefined ? [] : [index.digest]),
    ...(configDigest === undefined ? [] : [configDigest as Digest]),
  ]
  for (const digest of digests) {
    const use = known.byDigest(digest)
    if (use !== undefined) return use
  }
  return image.tag === undefined ? undefined : known.byTag(image.repository, image.tag)
}

async function resolve(
  reference: Reference,
  platforms: readonly string[],
  registries: Registries,
): Promise<readonly ImageTarget[]> {
  const { repository, tag } = reference
  const wanted: Tag | Digest | undefined = reference.digest ?? tag
  const name = formatReference(reference)
  if (wanted === undefined) {
    throw new HygieneError('bad-usage', `${name} names neither a tag nor a digest`, {
      fix: `${name}:TAG or ${name}@sha256:…`,
      image: name,
    })
  }
  const answer = await registries.of(repository).manifest(repository, wanted)
  if ('unknown' in answer) {
    throw new HygieneError('unreachable', `${name} cannot be read: ${answer.unknown}`, {
      fix: `check that ${registryOf(repository)} is the registry, that it answers here, and that this job may pull`,
      image: name,
    })
  }
  if (!answer.found) {
    throw new HygieneError('undecidable', `${name} is not in the registry, so it cannot be judged`, {
      fix: 'check the reference, and that it was pushed before this step',
      image: name,
    })
  }
  const { manifest } = answer
  const tagged = tag === undefined ? {} : { tag }
  if (manifest.kind !== 'index')
    return [{ name, image: { repository, ...tagged, digest: manifest.digest }, manifest }]
  const children = manifest.children.filter(isPlatform)
  const chosen = children.filter(child => isWanted(platformOf(child), platforms))
  if (chosen.length === 0) throw notFor(name, platforms, children.map(platformOf))
  return chosen.map(child => ({
    name: `${name} (${platformOf(child)})`,
    image: { repository, ...tagged, digest: child.digest },
    platform: platformOf(child),
    index: manifest,
  }))
}

/** `linux/arm64` is also `linux/arm64/v8`. */
export function isWanted(platform: string, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.some(one => platform === one || platform.startsWith(`${one}/`))
}

export function notFor(name: string, wanted: readonly string[], has: readonly string[]): HygieneError {
  return new HygieneError('undecidable', `${name} has no image for ${wanted.join(', ') || 'any platform'}`, {
    fix: `it has: ${has.join(', ') || 'none'}`,
    image: name,
  })
}

export function platformOf({ platform }: Manifest['children'][number]): string {
  if (platform === undefined) return 'unknown'
  const { os, architecture, variant } = platform
  return [os, architecture, ...(variant === undefined ? [] : [variant])].join('/')
}

function referenceOf({ repository, tag, digest }: InUse): Reference {
  return {
    repository: repository as Reference['repository'],
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  }
}

function nothingRuns(left: number): HygieneError {
  if (left === 0) {
    return new HygieneError('undecidable', 'what --in-use names is no image: nothing was scanned', {
      fix: 'look at the command that says what runs: an inventory that fell empty looks like this as well',
    })
  }
  return new HygieneError(
    'not-managed',
    `none of the ${left} images that run is managed by the policy: nothing was scanned`,
    {
      fix: "add their repositories to 'images' of the policy",
    },
  )
}

function leftOut(number: number): Finding {
  return {
    rule: 'not-managed',
    severity: 'info',
    message: `${number} uses are of images that the policy does not manage: they were not scanned`,
    fix: "add their repositories to 'images' of the policy",
  }
}
