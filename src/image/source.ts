import type { Want } from './clock.ts'
import { isPlatform } from './clock.ts'
import { imageConfigTypes } from './config-parse.ts'
import type { Digest } from './digest.ts'
import type { Snapshot } from './snapshot.ts'

const sourceKey = 'org.opencontainers.image.source'

/**
 * Where an image says it was built from: the annotation of its index or manifest, else the label of its config, of an
 * index that of its first platform. Any text; empty is none.
 */
export function sourceOf(snapshot: Snapshot, head: Digest, want: Want): string | undefined | 'unread' {
  let digest = head
  for (let depth = 0; depth < 8; depth++) {
    const manifest = snapshot.manifests.get(digest)
    if (manifest === undefined) {
      if (snapshot.missing?.has(digest)) return undefined
      want.manifest(digest)
      return 'unread'
    }
    const annotated = manifest.annotations[sourceKey]
    if (annotated !== undefined) return annotated || undefined
    if (manifest.kind === 'image') {
      const { config } = manifest
      if (config === undefined || !imageConfigTypes.includes(config.mediaType)) return undefined
      const body = snapshot.configs.get(config.digest)
      if (body !== undefined) return body.labels[sourceKey] || undefined
      want.config(config.digest)
      return 'unread'
    }
    const platform = manifest.children.find(isPlatform)
    if (platform === undefined) return undefined
    digest = platform.digest
  }
  return undefined
}
