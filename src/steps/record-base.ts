import type { Maybe, Observed } from '../catalog/index.ts'
import { parseReference } from '../image/index.ts'
import type { Registries } from '../registry/index.ts'
import type { Pinned } from '../signing/index.ts'
import type { World } from '../system/world.ts'
import { findBase } from './scan-base.ts'

/** The base, if a claim about it stands up against the layers of every platform; never a guess from the history. */
export async function baseOf(
  image: Pinned,
  observed: Observed,
  registries: Registries,
  { log }: World,
): Promise<Maybe<{ readonly name: string; readonly digest: string | undefined }>> {
  const names = new Set<string>()
  for (const { manifest, labels, diffIds, name } of observed.platforms) {
    const target = {
      name: `${image.repository}@${manifest.digest}`,
      image: { repository: image.repository, digest: manifest.digest },
      manifest,
      ...(observed.head.kind === 'index' ? { index: observed.head } : {}),
    }
    const about = { image: { digests: [], tags: [], diffIds, history: [], labels, platform: name } }
    const base = await findBase(target, about, { registries, bases: [], offline: false, log })
    names.add(base === undefined || base.by === 'history' ? '' : (base.name ?? ''))
  }
  const [found = ''] = names
  if (names.size > 1) return { why: 'its platforms stand on different bases' }
  if (found === '') return { why: 'nothing that it says about its base could be held against its layers' }
  const reference = parseReference(found)
  if ('fault' in reference) return { why: 'its base has no readable name' }
  const [bare = found] = found.split('@')
  return { known: { name: bare, digest: reference.digest } }
}
