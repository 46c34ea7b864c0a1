import { type Use as InUse, indexUsage, type Usage, type UsageIndex } from '../cleanup/in-use/index.ts'
import {
  type Digest,
  formatReference,
  isDigest,
  isPlatform,
  type Manifest,
  parseReference,
  type Reference,
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
  /** What could not be resolved, or was left out, and why. */
  readonly findings: readonly Finding[]
  readonly undecided: boolean
}

/**
 * Each reference's images by digest, each image once. A tag is resolved once, here; what it names a minute later is
 * another question.
 * @param digest completes references that have none: the output of the step that pushed
 */
export async function resolveReferences(
  references: readonly string[],
  digest: string | undefined,
  platforms: readonly string[],
  registries: Registries,
): Promise<readonly ImageTarget[]> {
  if (digest !== undefined && !isDigest(digest)) {
    throw new HygieneError('bad-usage', `digest: '${digest}' is no digest: sha256: and 64 hex digits`)
  }
  const found = new Map<string, ImageTarget>()
  for (const text of references) {
    const reference = parseReference(text)
    if ('fault' in reference) throw new HygieneError('bad-usage', `'${text}': ${reference.fault}`)
    if (digest !== undefined && reference.digest !== undefined && reference.digest !== digest) {
      throw new HygieneError('bad-usage', `${text} is asked for by the digest ${digest} as well`)
    }
    const wanted = digest === undefined ? reference : { ...reference, digest }
    for (const target of await resolve(wanted, platforms, registries)) {
      const key = `${target.image.repository}@${target.image.digest}`
      if (!found.has(key)) found.set(key, target)
    }
  }
  return [...found.values()]
}

/** Every image that runs and that the policy manages; one that cannot be read is a finding, the others go on. */
export async function resolveInUse(
  usage: Usage,
  policy: Policy,
  platforms: readonly string[],
  registries: Registries,
): Promise<Targets> {
  const findings: Finding[] = []
  const images = new Map<string, ImageTarget>()
  const uses = usage.uses.filter(({ repository }) => repository !== undefined)
  const managed = uses.filter(
    ({ repository }) =>
      policy.images.length === 0 || (repository !== undefined && manages(policy, repository)),
  )
  if (managed.length < uses.length) findings.push(leftOut(uses.length - managed.length))
  let undecided = false
  const asked = new Set<string>()
  for (const use of managed) {
    const reference = referenceOf(use)
    const key =
      reference.digest === undefined
        ? formatReference(reference)
        : `${reference.repository}@${reference.digest}`
    if (asked.has(key)) continue
    asked.add(key)
    try {
      for (const target of await resolve(reference, platforms, registries)) {
        const digest = `${target.image.repository}@${target.image.digest}`
        if (!images.has(digest)) images.set(digest, { ...target, where: use.where })
      }
    } catch (error) {
      if (!(error instanceof HygieneError) || error.exitCode !== 3) throw error
      undecided = true
      findings.push(...error.findings)
    }
  }
  return { images: [...images.values()], findings, undecided }
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
    throw new HygieneError('unreachable', `${name} cannot be read: ${answer.unknown}`, { image: name })
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
  const chosen = children.filter(child => platforms.length === 0 || platforms.includes(platformOf(child)))
  if (chosen.length === 0) {
    throw new HygieneError(
      'undecidable',
      `${name} has no image for ${platforms.join(', ') || 'any platform'}`,
      {
        fix: `it has: ${children.map(platformOf).join(', ') || 'none'}`,
        image: name,
      },
    )
  }
  return chosen.map(child => ({
    name: `${name} (${platformOf(child)})`,
    image: { repository, ...tagged, digest: child.digest },
    platform: platformOf(child),
    index: manifest,
  }))
}

function platformOf({ platform }: Manifest['children'][number]): string {
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

function leftOut(number: number): Finding {
  return {
    rule: 'not-managed',
    severity: 'info',
    message: `${number} uses are of images that the policy does not manage: they were not scanned`,
    fix: "add their repositories to 'images' of the policy",
  }
}
