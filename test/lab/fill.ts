// Thousands of tagged images in one repository, for benches: one shared layer, a manifest of its own per tag.
import { type Image, image } from './images.ts'
import { wire } from './wire.ts'

export interface Filling {
  readonly repository: string
  readonly count: number
  /** `commit-<12 hex>` unless said otherwise. */
  readonly tag?: (number: number) => string
  /** Unix seconds as text. */
  readonly expireAt: (number: number) => string
  /** Where `expire_at` stands: in the manifest, or in a config that has to be fetched too. */
  readonly in: 'annotation' | 'label'
}

export interface Filled {
  readonly tag: string
  readonly digest: string
}

const commitTag = (number: number): string => `commit-${number.toString(16).padStart(12, '0')}`

/** Pushes over 32 connections; images of one filling differ by `expire_at` and by their number. */
export async function fill(url: string, filling: Filling): Promise<readonly Filled[]> {
  const { repository, count, tag = commitTag } = filling
  const registry = wire(url)
  const filled: Filled[] = []
  const first = imageOf(filling, 0)
  for (const blob of [...first.layers, first.config]) await registry.pushBlob(repository, blob)
  let next = 0
  const worker = async () => {
    while (next < count) {
      const number = next++
      const { manifest, config } = imageOf(filling, number)
      if (config.digest !== first.config.digest) await registry.pushBlob(repository, config)
      await registry.pushManifest(repository, manifest, tag(number))
      filled[number] = { tag: tag(number), digest: manifest.digest }
    }
  }
  await Promise.all(Array.from({ length: 32 }, worker))
  return filled
}

function imageOf(filling: Filling, number: number): Image {
  const marks = { expire_at: filling.expireAt(number), 'lab.number': String(number) }
  return image(filling.in === 'annotation' ? { annotations: marks } : { labels: marks })
}
