import type { Reference, Repository } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { compilePattern, covers, type ReferencePattern } from './pattern.ts'
import type { LoadedPolicy, Policy } from './policy.ts'

/** Whether the policy speaks about a repository at all; one it does not manage is never touched. */
export function manages(policy: Policy, repository: Repository): boolean {
  return matchesAny(policy.images, { repository })
}

/**
 * The repository that a pull came from: through `aliases`, a pull from a mirror is a use of the origin. The longest
 * alias wins, segment by segment; aliases of aliases are followed, once round at most.
 */
export function canonical(repository: Repository, policy: Pick<Policy, 'aliases'>): Repository {
  const seen = new Set<string>()
  let name: string = repository
  while (!seen.has(name)) {
    seen.add(name)
    let longest = ''
    for (const alias of Object.keys(policy.aliases)) {
      if ((name === alias || name.startsWith(`${alias}/`)) && alias.length > longest.length) longest = alias
    }
    if (longest !== '') name = `${policy.aliases[longest]}${name.slice(longest.length)}`
  }
  return name as Repository
}

/** Whether a base image may be built upon; also asked with a tag or digest, which a pattern may demand. */
export function allowsBase(policy: Policy, base: Reference): boolean {
  return matchesAny(policy.base.allow, base)
}

/** True if one of the patterns, written as in the policy, matches. An illegal pattern is `bad-policy`. */
export function matchesAny(patterns: readonly string[], reference: Reference): boolean {
  return compiled(patterns).some(pattern => pattern.matches(reference))
}

/**
 * The policy for fewer images: what the call names must lie within what the policy manages, else `not-managed`.
 * The digest stays that of the policy as written.
 */
export function narrow<L extends LoadedPolicy>(loaded: L, images: readonly string[]): L {
  for (const image of images) {
    const pattern = compilePattern(image, 'repository')
    if ('fault' in pattern)
      throw new HygieneError('bad-usage', `images: ${pattern.fault}`, { fix: pattern.fix })
    if (loaded.policy.images.some(wide => covers(wide, image))) continue
    const managed = loaded.policy.images.join(', ')
    throw new HygieneError(
      'not-managed',
      `the policy does not manage '${image}', only: ${managed || 'nothing'}`,
      {
        fix: `add it to 'images' of the policy:\nimages: ['${image}']`,
        location: loaded.where('images'),
        image,
      },
    )
  }
  return images.length === 0 ? loaded : { ...loaded, policy: { ...loaded.policy, images } }
}

// Compiled once per list: the same few patterns are asked about every reference.
const compiledLists = new WeakMap<readonly string[], readonly ReferencePattern[]>()

function compiled(patterns: readonly string[]): readonly ReferencePattern[] {
  const known = compiledLists.get(patterns)
  if (known !== undefined) return known
  const list = patterns.map(text => {
    const pattern = compilePattern(text, 'reference')
    if ('fault' in pattern)
      throw new HygieneError('bad-policy', `pattern '${text}': ${pattern.fault}`, { fix: pattern.fix })
    return pattern
  })
  compiledLists.set(patterns, list)
  return list
}
