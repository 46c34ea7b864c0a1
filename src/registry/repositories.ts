import { parseRepository, type Repository } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { matchesAny } from '../policy/index.ts'
import type { Registry } from './port.ts'

/**
 * The repositories that patterns name, sorted, each once: one without stars by itself, one with stars by asking the
 * registry to enumerate. Throws `bad-usage` for a pattern that names no host, `undecidable` where a registry will not say.
 */
export async function repositoriesOf(
  patterns: readonly string[],
  registryOf: (host: string) => Registry,
): Promise<readonly Repository[]> {
  const found = new Set<Repository>()
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
    const enumerated = await registryOf(host).repositories(pattern.slice(0, star))
    for (const repository of enumerated) if (matchesAny([pattern], { repository })) found.add(repository)
  }
  return [...found].sort()
}
