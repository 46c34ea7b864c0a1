import { judgeExisting } from '../build/index.ts'
import { formatReference, type Reference, type Repository, type Tag } from '../image/index.ts'
import type { Finding } from '../outcome/index.ts'
import type { Registry } from '../registry/port.ts'
import { readExisting } from './existing.ts'

/**
 * Whether tags that are written once exist already; a registry that does not answer is `undecidable`. Between this
 * look and the push somebody else may still push the same tag: only a registry with immutable tags closes that gap.
 */
export async function findOverwrites(
  references: readonly Reference[],
  registryOf: (repository: Repository) => Registry,
  sha: string,
): Promise<readonly Finding[]> {
  const looked = await Promise.all(
    references.map(reference => look(reference, registryOf(reference.repository), sha)),
  )
  return looked.flatMap(finding => finding ?? [])
}

async function look(reference: Reference, registry: Registry, sha: string): Promise<Finding | undefined> {
  const image = formatReference(reference)
  const existing = await readExisting(registry, reference.repository, reference.tag as Tag)
  if (existing === 'absent') return undefined
  if ('digest' in existing) return judgeExisting(image, existing, sha)
  return {
    rule: 'undecidable',
    severity: 'error',
    message: `whether ${image} exists already could not be found out: ${existing.unknown}`,
    fix: 'log in to the registry before this step (docker login, or registry-username and registry-password), or set `check-registry: false`',
    image,
  }
}
