import type { Repository } from '../image/index.ts'
import { formatReference } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Registry } from '../registry/index.ts'
import type { Pinned } from './pinned.ts'

/** Indexes of indexes are rare; endless ones are hostile. */
const most = 1000

/**
 * The images, and everything that an index among them holds, nested ones too: a client that pulls one platform asks
 * for the signature of that platform's manifest. Throws `undecidable` for what cannot be read.
 */
export async function withChildren(
  images: readonly Pinned[],
  registryOf: (repository: Repository) => Registry,
): Promise<readonly Pinned[]> {
  const all = new Map<string, Pinned>()
  const open = [...images]
  for (let image = open.shift(); image !== undefined; image = open.shift()) {
    const { repository, digest } = image
    const name = formatReference({ repository, digest })
    if (all.has(name)) continue
    all.set(name, image)
    if (all.size > most) {
      throw new HygieneError(
        'undecidable',
        `${formatReference(images[0] ?? image)} holds more than ${most} manifests`,
      )
    }
    const answer = await registryOf(repository).manifest(repository, digest)
    if ('unknown' in answer)
      throw new HygieneError('undecidable', `${name} cannot be read: ${answer.unknown}`, {
        fix: 'check the name of the registry, that it answers here, and that this job may pull from it',
        image: name,
      })
    if (!answer.found) {
      throw new HygieneError('bad-usage', `there is no image ${name}`, {
        fix: 'push it first, and check the repository and the digest',
        image: name,
      })
    }
    for (const child of answer.manifest.children) open.push({ repository, digest: child.digest })
  }
  return [...all.values()]
}
