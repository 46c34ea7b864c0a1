import type { Digest } from './digest.ts'

/**
 * A tag that names no image but hangs something on one: the fallback index of referrers (`sha256-<hex>`), cosign's
 * `.sig`, `.att` and `.sbom`, and whatever else other tools hang there by the same scheme.
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema
 */
export interface MetadataTag {
  /** `sha256-<64 hex>` or `sha512-<64 hex>`: the start of the subject's digest, as tags spell it. */
  readonly stem: string
  /** True for the bare stem: an index that lists referrers. */
  readonly fallback: boolean
}

const grammar = /^(sha(?:256|512)-[0-9a-f]{64})([.-].*)?$/

export function parseMetadataTag(tag: string): MetadataTag | undefined {
  // Nearly every tag of a registry is asked about.
  if (!tag.startsWith('sha')) return undefined
  const match = grammar.exec(tag)
  if (match === null) return undefined
  return { stem: match[1] as string, fallback: match[2] === undefined }
}

/** What the metadata tags of a digest start with. Digits beyond 64 are cut, as the tag schema has it. */
export function stemOf(digest: Digest): string {
  return `${digest.slice(0, 6)}-${digest.slice(7, 71)}`
}
