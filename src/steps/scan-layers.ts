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
import { oneLine } from '../report/index.ts'
import { inflate } from '../system/inflate.ts'
import type { World } from '../system/world.ts'
import type { ImageTarget } from './scan-targets.ts'

/** Unpacked, of all layers of one image; a layer of a few bytes can unpack to anything, and be listed a thousand times. */
const most = { entries: 5_000_000, bytes: 64 * 1024 ** 3 }

/** The thresholds that the policy names, if it names any. */
export async function diveRules({ layers }: Policy, { files }: World): Promise<DiveRules | undefined> {
  const path = layers['dive-ci']
  return path === null ? undefined : parseDiveRules(await files.readText(path, 64 * 1024), path)
}

/** One layer, wherever it lies. */
export interface LayerSource {
  /** Its digest, or its name in an archive. */
  readonly name: string
  open(): Promise<AsyncIterable<Uint8Array>>
}

/** Whether the policy asks anything of layers. */
export function judgesLayers({ layers }: Policy): boolean {
  return layers.leftovers !== 'off' || layers['dive-ci'] !== null
}

/**
 * What the layers of an image hold beside what runs, read as they come, the lowest first: nothing is kept, nothing is
 * unpacked. What is in a layer that cannot be read nobody knows, so there is no verdict on the image (exit 3); only
 * where this Node is too old to read it, and the policy merely warns, it is a warning.
 */
export async function judgeLayers(
  image: string,
  sources: readonly LayerSource[],
  { layers }: Policy,
  rules: DiveRules | undefined,
): Promise<readonly Finding[]> {
  const strict = layers.leftovers === 'error' || rules !== undefined
  const reader = readLayers({ efficiency: rules !== undefined })
  const unread: Finding[] = []
  let left = most
  for (const source of sources) {
    const visit = reader.layer()
    try {
      const read = await readTar(inflate(await source.open(), 'by its bytes'), left, visit)
      left = { entries: left.entries - read.entries, bytes: left.bytes - read.bytes }
    } catch (error) {
      const fault = faultOf(error, image, source)
      if (strict || !isUnsupported(error)) throw fault
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
    ...leftoverFindings(reader.leftovers(), layers.leftovers, image),
    ...unread,
    ...(rules === undefined || reader.ledger === undefined
      ? []
      : efficiencyFindings(reader.ledger.result(), rules, image)),
  ]
}

/** The layers of an image in a registry, streamed and held against their digests. */
export async function registryLayers(
  target: ImageTarget,
  registries: Registries,
): Promise<readonly LayerSource[]> {
  const manifest = target.manifest ?? (await manifestOf(target, registries))
  if (manifest.kind !== 'image') {
    throw new HygieneError(
      'undecidable',
      `${target.name} has a manifest that readers understand differently`,
      {
        fix: 'push the image again with a current builder',
        image: target.name,
      },
    )
  }
  return manifest.layers.map(layer => ({
    name: layer.digest,
    async open() {
      checkLayerType(layer)
      return open(target, layer, registries)
    },
  }))
}

/** Said where the policy asks for layers and this way of looking has none. */
export function layersNotJudged(what: string, policy: Policy): readonly Finding[] {
  if (!judgesLayers(policy)) return []
  return [
    {
      rule: 'layers-not-judged',
      severity: 'info',
      message: `the layers of ${what} were not read: leftovers and wasted bytes were not judged`,
      fix: 'name the image itself, or give it with --archive, where it is built',
    },
  ]
}

function faultOf(error: unknown, image: string, { name }: LayerSource): HygieneError {
  if (!(error instanceof HygieneError)) throw error
  const code = error.exitCode === 3 ? error.code : 'undecidable'
  return new HygieneError(code, `${image}, layer ${name.slice(0, 19)}: ${error.message}`, {
    fix: error.findings[0]?.fix ?? 'push the image again, or set layers.leftovers to off for it',
    image,
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

/**
 * What is of another type than a layer's: there is no knowing what it adds to the image. How a layer is compressed is
 * asked of its bytes, as runtimes do.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
export function checkLayerType({ mediaType }: Descriptor): void {
  if (layerType.test(mediaType)) return
  throw new HygieneError('undecidable', `its media type is no layer's: ${oneLine(mediaType, 100)}`, {
    fix: 'name an image; charts, modules and encrypted layers cannot be judged',
  })
}

const layerType =
  /^application\/vnd\.(?:oci\.image\.layer\.(?:nondistributable\.)?v1|docker\.image\.rootfs\.(?:foreign\.)?diff)\.tar(?:[.+](?:gzip|zstd))?$/

function isUnsupported(error: unknown): boolean {
  return error instanceof HygieneError && error.code === 'unsupported'
}
