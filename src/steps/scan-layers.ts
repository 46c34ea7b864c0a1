import {
  type DiveRules,
  efficiencyFindings,
  leftoverFindings,
  parseDiveRules,
  readLayers,
  readTar,
} from '../gates/layers/index.ts'
import type { Descriptor, Manifest } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import type { Registries } from '../registry/index.ts'
import { type Compression, inflate } from '../system/inflate.ts'
import type { World } from '../system/world.ts'
import type { ImageTarget } from './scan-targets.ts'

/** Unpacked, of one layer; a layer of a few bytes can unpack to anything. */
const limits = { entries: 5_000_000, bytes: 16 * 1024 ** 3 }

/** The thresholds that the policy names, if it names any. */
export async function diveRules({ layers }: Policy, { files }: World): Promise<DiveRules | undefined> {
  const path = layers['dive-ci']
  return path === null ? undefined : parseDiveRules(await files.readText(path, 64 * 1024), path)
}

/**
 * What the layers of an image hold beside what runs, read from the registry as they come: nothing is kept, nothing is
 * unpacked. A layer that cannot be read is a warning, and an error of ours where the policy fails on what is in it.
 */
export async function judgeLayers(
  target: ImageTarget,
  { layers }: Policy,
  rules: DiveRules | undefined,
  registries: Registries,
): Promise<readonly Finding[]> {
  if (layers.leftovers === 'off' && rules === undefined) return []
  const strict = layers.leftovers === 'error' || rules !== undefined
  const reader = readLayers({ efficiency: rules !== undefined })
  const unread: Finding[] = []
  const manifest = target.manifest ?? (await manifestOf(target, registries))
  for (const layer of manifest.layers) {
    const visit = reader.layer()
    try {
      const body = await open(target, layer, registries)
      await readTar(inflate(body, compressionOf(layer)), limits, visit)
    } catch (error) {
      const fault = faultOf(error, target, layer)
      if (strict) throw fault
      unread.push(
        ...fault.findings.map(finding => ({
          ...finding,
          rule: 'layer-not-read',
          severity: 'warning' as const,
        })),
      )
    }
  }
  return [
    ...leftoverFindings(reader.leftovers(), layers.leftovers, target.name),
    ...unread,
    ...(rules === undefined || reader.ledger === undefined
      ? []
      : efficiencyFindings(reader.ledger.result(), rules, target.name)),
  ]
}

function faultOf(error: unknown, { name }: ImageTarget, { digest }: Descriptor): HygieneError {
  if (!(error instanceof HygieneError)) throw error
  const code = error.exitCode === 3 ? error.code : 'undecidable'
  return new HygieneError(code, `${name}, layer ${digest.slice(0, 19)}: ${error.message}`, {
    fix: error.findings[0]?.fix ?? 'push the image again, or set layers.leftovers to off for it',
    image: name,
    cause: error,
  })
}

async function manifestOf({ image, name }: ImageTarget, registries: Registries): Promise<Manifest> {
  const answer = await registries.of(image.repository).manifest(image.repository, image.digest)
  if (!('unknown' in answer) && answer.found) return answer.manifest
  const why = 'unknown' in answer ? answer.unknown : 'it is gone'
  throw new HygieneError('undecidable', `${name} cannot be read: ${why}`, { image: name })
}

async function open(
  { image, name }: ImageTarget,
  { digest, size }: Descriptor,
  registries: Registries,
): Promise<AsyncIterable<Uint8Array>> {
  const answer = await registries.of(image.repository).blobStream(image.repository, digest, size + 1)
  if (answer !== 'absent' && !('unknown' in answer)) return answer
  const why = answer === 'absent' ? 'is not in the registry' : `cannot be read: ${answer.unknown}`
  throw new HygieneError('undecidable', `it ${why}`, { fix: 'push the image again', image: name })
}

/** By the media type; the tar of an image may also be told uncompressed. */
function compressionOf({ mediaType }: Descriptor): Compression {
  if (/[+.]gzip$/.test(mediaType)) return 'gzip'
  return /[+.]zstd$/.test(mediaType) ? 'zstd' : 'none'
}
