import {
  type Base,
  type BaseCandidate,
  field,
  guessBase,
  type ScanReport,
  verifiedBase,
} from '../gates/scan/index.ts'
import {
  type Digest,
  isDigest,
  largestConfig,
  type Manifest,
  parseReference,
  type Reference,
  registryOf,
} from '../image/index.ts'
import type { Registries } from '../registry/index.ts'
import type { Log } from '../system/world.ts'
import type { ImageTarget } from './scan-targets.ts'

const baseDigest = 'org.opencontainers.image.base.digest'
const baseName = 'org.opencontainers.image.base.name'
/** Provenance names every image of every build stage; so many are looked at. */
const mostCandidates = 12

export interface BaseSearch {
  readonly registries: Registries
  /** Approved bases, by reference. */
  readonly bases: readonly string[]
  /** Ask no other registry than the image's own. */
  readonly offline: boolean
  readonly log: Log
}

/**
 * What an image was built on: each claim (annotation or label, build provenance, approved bases) is held against the
 * image's layers; only if none stands, the build history is guessed from. What cannot be read is no claim.
 */
export async function findBase(
  target: ImageTarget,
  report: Pick<ScanReport, 'image'>,
  search: BaseSearch,
): Promise<Base | undefined> {
  const { diffIds, history } = report.image
  if (diffIds.length === 0) return undefined
  const claims = [
    ...annotated(target, report),
    ...(await provenanceOf(target, search)),
    ...search.bases.flatMap(text => claimOf('known', text)),
  ].slice(0, mostCandidates)
  const candidates: BaseCandidate[] = []
  for (const { by, reference, name } of claims) {
    const elsewhere = registryOf(reference.repository) !== registryOf(target.image.repository)
    if (search.offline && elsewhere) continue
    for (const ids of await layersOf(reference, report.image.platform, search))
      candidates.push({ by, name, diffIds: ids })
    const base = verifiedBase(diffIds, candidates)
    if (base?.by === 'annotation') return base
  }
  return verifiedBase(diffIds, candidates) ?? guessBase(history, diffIds.length)
}

interface Claim {
  readonly by: BaseCandidate['by']
  readonly name: string
  readonly reference: Reference
}

function annotated({ manifest, index }: ImageTarget, report: Pick<ScanReport, 'image'>): readonly Claim[] {
  const places = [manifest?.annotations, index?.annotations, report.image.labels]
  return places.flatMap(place => {
    const [name, digest] = [place?.[baseName], place?.[baseDigest]]
    if (name === undefined || digest === undefined || !isDigest(digest)) return []
    return claimOf('annotation', `${name.replace(/@.*$/s, '')}@${digest}`)
  })
}

function claimOf(by: Claim['by'], text: string): readonly Claim[] {
  const reference = parseReference(text)
  if ('fault' in reference || (reference.tag ?? reference.digest) === undefined) return []
  return [{ by, name: text, reference }]
}

/** @see https://github.com/moby/buildkit/blob/v0.21.1/docs/attestations/attestation-storage.md */
async function provenanceOf(target: ImageTarget, { registries }: BaseSearch): Promise<readonly Claim[]> {
  const { image, index } = target
  const attestation = index?.children.find(
    ({ annotations }) =>
      annotations['vnd.docker.reference.type'] === 'attestation-manifest' &&
      annotations['vnd.docker.reference.digest'] === image.digest,
  )
  if (attestation === undefined) return []
  const registry = registries.of(image.repository)
  const answer = await registry.manifest(image.repository, attestation.digest)
  if ('unknown' in answer || !answer.found) return []
  const layer = answer.manifest.layers.find(({ annotations }) =>
    (annotations['in-toto.io/predicate-type'] ?? '').startsWith('https://slsa.dev/provenance/'),
  )
  if (layer === undefined) return []
  const blob = await registry.blob(image.repository, layer.digest, largestConfig)
  if (blob === 'absent' || 'unknown' in blob) return []
  return materialsIn(parsed(blob.bytes)).flatMap(material => claimOf('provenance', material))
}

/** Images among the materials (SLSA 0.2) or resolved dependencies (1.0): `pkg:docker/alpine@3.18?platform=…`. */
function materialsIn(statement: unknown): readonly string[] {
  const predicate = field(statement, 'predicate')
  const lists = [
    field(predicate, 'materials'),
    field(field(predicate, 'buildDefinition'), 'resolvedDependencies'),
  ]
  return lists
    .flatMap(list => (Array.isArray(list) ? list : []))
    .flatMap(material => {
      const [uri, sha256] = [field(material, 'uri'), field(field(material, 'digest'), 'sha256')]
      if (typeof uri !== 'string' || typeof sha256 !== 'string' || !uri.startsWith('pkg:docker/')) return []
      const name = uri.slice('pkg:docker/'.length).replace(/[?#].*$/s, '')
      const at = name.lastIndexOf('@')
      return [`${decoded(at < 0 ? name : name.slice(0, at))}@sha256:${sha256}`]
    })
}

/** The layer lists of a reference: its own, or those of the images of the platform where it is an index. */
async function layersOf(
  { repository, tag, digest }: Reference,
  platform: string | undefined,
  { registries, log }: BaseSearch,
): Promise<readonly (readonly string[])[]> {
  const registry = registries.of(repository)
  const answer = await registry.manifest(repository, (digest ?? tag) as Digest)
  if ('unknown' in answer || !answer.found) {
    log.info(`the base ${repository} cannot be read${'unknown' in answer ? `: ${answer.unknown}` : ''}`)
    return []
  }
  const found: (readonly string[])[] = []
  for (const manifest of await imagesOf(answer.manifest)) {
    if (manifest.config === undefined) continue
    const blob = await registry.blob(repository, manifest.config.digest, largestConfig)
    if (blob === 'absent' || 'unknown' in blob) continue
    const ids = field(field(parsed(blob.bytes), 'rootfs'), 'diff_ids')
    if (Array.isArray(ids) && ids.every(id => typeof id === 'string')) found.push(ids)
  }
  return found

  async function imagesOf(manifest: Manifest): Promise<readonly Manifest[]> {
    if (manifest.kind !== 'index') return [manifest]
    const fitting = manifest.children.filter(
      child => `${child.platform?.os}/${child.platform?.architecture}` === platform,
    )
    const images: Manifest[] = []
    for (const child of fitting.slice(0, 4)) {
      const inner = await registry.manifest(repository, child.digest)
      if (!('unknown' in inner) && inner.found) images.push(inner.manifest)
    }
    return images
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
