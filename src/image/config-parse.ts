import type { ImageConfig } from './manifest.ts'
import { type ManifestFault, parseAnnotations } from './manifest-parse.ts'

/** Config types that hold labels; other artifacts may put any bytes in their config. */
export const imageConfigTypes: readonly string[] = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
]

/** The most that is read as an image config, in bytes. */
export const largestConfig = 4 * 1024 * 1024

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/config.md#properties */
export function parseImageConfig(bytes: Uint8Array): ImageConfig | ManifestFault {
  if (bytes.length > largestConfig) return { fault: `is larger than ${largestConfig} bytes` }
  let body: unknown
  try {
    body = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return { fault: 'is no JSON' }
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return { fault: 'is no JSON object' }
  const { config, created } = body as { config?: { Labels?: unknown } | null; created?: unknown }
  return {
    labels: parseAnnotations(typeof config === 'object' ? config?.Labels : undefined),
    ...(typeof created === 'string' ? { created } : {}),
  }
}
