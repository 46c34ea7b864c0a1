import type { Existing } from '../build/index.ts'
import {
  type Descriptor,
  type Digest,
  isPlatform,
  largestConfig,
  type Manifest,
  parseImageConfig,
  type Repository,
  type Tag,
} from '../image/index.ts'
import type { Registry, Unknown } from '../registry/port.ts'

const revisionKey = 'org.opencontainers.image.revision'

/** The image under a tag and the commit it says it was built from; reads the registry as little as it can. */
export async function readExisting(
  registry: Registry,
  repository: Repository,
  tag: Tag,
): Promise<Existing | 'absent' | Unknown> {
  const answer = await registry.manifest(repository, tag)
  if ('unknown' in answer) return answer
  if (!answer.found) return 'absent'
  const { manifest } = answer
  const revision = await revisionOf(registry, repository, manifest)
  if (typeof revision === 'object') return revision
  return { digest: manifest.digest, revision }
}

async function revisionOf(
  registry: Registry,
  repository: Repository,
  manifest: Manifest,
): Promise<string | undefined | Unknown> {
  const annotated = manifest.annotations[revisionKey]
  if (annotated !== undefined) return annotated
  if (manifest.kind === 'index') return revisionOfIndex(registry, repository, manifest.children)
  if (manifest.config === undefined) return undefined
  const blob = await registry.blob(repository, manifest.config.digest, largestConfig)
  if (blob === 'absent') return undefined
  if ('unknown' in blob) return blob
  const config = parseImageConfig(blob.bytes)
  return 'fault' in config ? undefined : config.labels[revisionKey]
}

/** What all platforms agree on. BuildKit's attestations (platform `unknown`) are no platforms. */
async function revisionOfIndex(
  registry: Registry,
  repository: Repository,
  children: readonly Descriptor[],
): Promise<string | undefined | Unknown> {
  const found = new Set<string | undefined>()
  for (const { digest } of children.filter(isPlatform).slice(0, 32)) {
    const revision = await revisionOfChild(registry, repository, digest)
    if (typeof revision === 'object') return revision
    found.add(revision)
    if (found.size > 1) return undefined
  }
  return [...found][0]
}

async function revisionOfChild(
  registry: Registry,
  repository: Repository,
  digest: Digest,
): Promise<string | undefined | Unknown> {
  const answer = await registry.manifest(repository, digest)
  if ('unknown' in answer) return answer
  // An index inside an index is not looked into: what is not known is not the same commit.
  return answer.found && answer.manifest.kind === 'image'
    ? revisionOf(registry, repository, answer.manifest)
    : undefined
}
