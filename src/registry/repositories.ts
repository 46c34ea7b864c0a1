import { parseRepository, type Repository } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { matchesAny } from '../policy/index.ts'
import type { Registry, RepositoryListing } from './port.ts'

export interface NamedRepositories {
  /** Sorted, each once. */
  readonly repositories: readonly Repository[]
  /** Patterns with stars that may name more, each with the reason. */
  readonly unlisted: ReadonlyMap<string, string>
}

/**
 * The repositories that patterns name: one without stars by itself, one with stars by asking the registry to enumerate.
 * Throws `bad-usage` for a pattern that names no host.
 */
export async function repositoriesOf(
  patterns: readonly string[],
  registryOf: (host: string) => Registry,
): Promise<NamedRepositories> {
  const found = new Set<Repository>()
  const unlisted = new Map<string, string>()
  for (const pattern of patterns) {
    const star = pattern.indexOf('*')
    if (star < 0) {
      const repository = parseRepository(pattern)
      if (typeof repository !== 'string') throw new HygieneError('bad-usage', `images: ${repository.fault}`)
      found.add(repository)
      continue
    }
    const host = pattern.slice(0, Math.max(0, pattern.indexOf('/')))
    if (host === '' || host.includes('*')) {
      throw new HygieneError('bad-usage', `images: '${pattern}' names no registry that could be read`, {
        fix: `put a host in front: ghcr.io/acme/**`,
      })
    }
    const { repositories, incomplete } = await enumerate(registryOf(host), pattern.slice(0, star))
    if (incomplete !== undefined) {
      const why = `the repositories of ${host} cannot be listed: ${incomplete}; named one by one under images, without **, they are read`
      unlisted.set(pattern, why)
    }
    for (const repository of repositories) if (matchesAny([pattern], { repository })) found.add(repository)
  }
  return { repositories: [...found].sort(), unlisted }
}

async function enumerate(registry: Registry, prefix: string): Promise<RepositoryListing> {
  try {
    return await registry.repositories(prefix)
  } catch (error) {
    if (!(error instanceof HygieneError) || error.code !== 'budget-spent') throw error
    return { repositories: [], incomplete: error.message }
  }
}
