import {
  type Digest,
  formatReference,
  type Manifest,
  parseMetadataTag,
  type Repository,
  stemOf,
  type Tag,
} from '../../image/index.ts'
import type { Finding } from '../../outcome/index.ts'
import type { Hands } from './hands.ts'
import { type Departed, putBack } from './put-back.ts'

/**
 * Lists the tags again and looks at every tag that is new: if something pushed meanwhile needs what went, that is put
 * back. Also takes away the names of what is gone, where a registry leaves them behind.
 */
export async function relist(departed: Departed, hands: Hands): Promise<readonly Finding[]> {
  const { repository, snapshot, gone, tagsOf } = departed
  const { registry } = hands
  const listing = await registry.tags(repository)
  const findings: Finding[] = []
  if (listing.incomplete !== undefined) {
    findings.push(
      fault(repository, `whether something new needs what went cannot be told: ${listing.incomplete}`),
    )
  }
  const dead = new Map([...gone].flatMap(digest => tagsOf(digest).map(tag => [tag, digest] as const)))
  for (const tag of listing.tags) {
    const was = dead.get(tag)
    if (was === undefined && snapshot.tags.has(tag)) continue
    const answer = await registry.manifest(repository, tag)
    if ('unknown' in answer) {
      findings.push(fault(repository, `the tag ${tag} appeared and cannot be read: ${answer.unknown}`))
      continue
    }
    if (!answer.found) continue
    const { manifest } = answer
    if (manifest.digest === was && (await registry.digestOf(repository, was)) === 'absent') {
      findings.push(...(await dropName(repository, tag, hands)))
      continue
    }
    if (gone.has(manifest.digest)) gone.delete(manifest.digest)
    const needed = await neededBy(manifest, tag, departed, hands)
    if (needed.length > 0) findings.push(...(await putBack(needed, tag, departed, hands)))
  }
  return findings
}

/** Every departed digest that a new image names: its parts, their parts, and its subject. */
async function neededBy(
  manifest: Manifest,
  tag: Tag,
  { repository, gone, snapshot }: Departed,
  { registry }: Hands,
): Promise<readonly Digest[]> {
  const needed = new Set<Digest>()
  const seen = new Set<Digest>([manifest.digest])
  const open: Manifest[] = [manifest]
  const stem = parseMetadataTag(tag)?.stem
  for (const digest of gone) if (stem !== undefined && stemOf(digest) === stem) needed.add(digest)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const named = [
      ...next.children.map(child => child.digest),
      ...next.mentions,
      ...(next.subject === undefined ? [] : [next.subject]),
    ]
    for (const digest of named) {
      if (gone.has(digest)) needed.add(digest)
      if (gone.has(digest) || seen.has(digest)) continue
      seen.add(digest)
      const known = snapshot.manifests.get(digest)
      if (known?.kind === 'image') continue
      const answer = known === undefined ? await registry.manifest(repository, digest) : undefined
      const read = known ?? (answer !== undefined && 'manifest' in answer ? answer.manifest : undefined)
      if (read !== undefined) open.push(read)
    }
  }
  return [...needed]
}

/** The digest is gone, its name is not: the registry keeps names apart. It was reviewed with the image. */
async function dropName(repository: Repository, tag: Tag, { registry }: Hands): Promise<readonly Finding[]> {
  const answer = await registry.deleteTag(repository, tag)
  if (answer === 'deleted' || answer === 'absent') return []
  return [
    {
      rule: 'name-stays',
      severity: 'warning',
      message: `the image is gone, but the registry still lists its tag ${tag}`,
      image: formatReference({ repository, tag }),
    },
  ]
}

function fault(repository: Repository, message: string): Finding {
  return { rule: 'not-rechecked', severity: 'error', message, image: repository }
}
