import { formatReference, parseReference, type Reference, type Repository, type Tag } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import { type LoadedPolicy, manages, matchesForbidden } from '../policy/index.ts'
import { type GivenTag, readGivenTag } from './check.ts'

/** Where the tags of a build go: to every repository, save those that name their own. */
export interface Targets {
  readonly repositories: readonly Repository[]
  /** Tags of another tool; empty when they are to be made. */
  readonly given: readonly GivenTag[]
  readonly findings: readonly Finding[]
}

/** Reads the inputs `image` and `tags`. Without `image`, the policy's own images where they are no patterns. */
export function readTargets(
  images: readonly string[],
  tags: readonly string[],
  loaded: LoadedPolicy,
): Targets {
  const given = tags.map(readGivenTag)
  const read = images.map(text => readImage(text, loaded))
  const repositories = images.length > 0 ? read.flatMap(one => one.repository ?? []) : policyImages(loaded)
  const findings = read.flatMap(one => one.findings)
  const needed = given.length === 0 || given.some(one => one.repository === undefined)
  if (needed && repositories.length === 0 && findings.length === 0) {
    throw new HygieneError('bad-usage', 'no image is named to tag', {
      fix: '--image ghcr.io/acme/app, or one without a * in `images` of the policy',
    })
  }
  const named = [...repositories, ...given.flatMap(one => one.repository ?? [])]
  for (const repository of named) mustBeManaged(repository, loaded)
  return { repositories: [...new Set(repositories)], given, findings }
}

/** Each tag with each of its repositories, in the order of the call. */
export function referencesOf({ repositories, given }: Targets, tags: readonly Tag[]): readonly Reference[] {
  const owners = (tag: Tag) => given.filter(one => one.tag === tag).map(one => one.repository)
  return [...new Set(tags)].flatMap(tag => {
    const own = owners(tag)
    const named = own.filter(one => one !== undefined)
    const bare = own.length === 0 || own.includes(undefined)
    return [...new Set([...(bare ? repositories : []), ...named])].map(repository => ({ repository, tag }))
  })
}

interface ReadImage {
  readonly repository?: Repository
  readonly findings: readonly Finding[]
}

function readImage(text: string, loaded: LoadedPolicy): ReadImage {
  const exact = parseReference(text)
  // ghcr.io/${{ github.repository }} of an owner with capitals: the registry knows it in lower case only.
  const reference = 'fault' in exact ? parseReference(text.toLowerCase()) : exact
  if ('fault' in exact && 'fault' in reference) {
    throw new HygieneError('bad-usage', `image: '${text}' is no repository: ${exact.fault}`, {
      fix: '--image ghcr.io/acme/app',
    })
  }
  if ('fault' in reference) return { findings: [] }
  const { repository, tag, digest } = reference
  if (digest === undefined && tag === undefined) return { repository, findings: lowered(exact, repository) }
  const row = tag === undefined ? undefined : matchesForbidden(tag, loaded.policy)
  if (row === undefined) {
    throw new HygieneError('bad-usage', `image: '${text}' names a ${tag === undefined ? 'digest' : 'tag'}`, {
      fix: `--image ${repository}${tag === undefined ? '' : ` --tags ${tag}`}`,
    })
  }
  const location = loaded.where(row.path)
  const finding: Finding = {
    rule: 'tag-forbidden',
    severity: 'error',
    message: `the tag '${tag}' is forbidden: it would not say which build it is`,
    fix: `--image ${repository}`,
    image: formatReference(reference),
    ...(location === undefined ? {} : { location }),
  }
  return { repository, findings: [finding] }
}

function lowered(exact: Reference | { readonly fault: string }, repository: Repository): readonly Finding[] {
  if (!('fault' in exact)) return []
  return [
    {
      rule: 'image-lower-case',
      severity: 'info',
      message: `${exact.fault}; the tags are made for ${repository}`,
      image: repository,
    },
  ]
}

function policyImages({ policy }: LoadedPolicy): readonly Repository[] {
  return policy.images
    .filter(pattern => !pattern.includes('*'))
    .map(parseReference)
    .flatMap(reference => ('fault' in reference ? [] : [reference.repository]))
}

function mustBeManaged(repository: Repository, { policy, where }: LoadedPolicy): void {
  if (policy.images.length === 0 || manages(policy, repository)) return
  throw new HygieneError(
    'not-managed',
    `the policy does not manage ${repository}, only: ${policy.images.join(', ')}`,
    {
      fix: `add it to 'images' of the policy:\nimages: ['${repository}']`,
      location: where('images'),
      image: repository,
    },
  )
}
