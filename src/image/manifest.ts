import type { Digest } from './digest.ts'

/** What one manifest says, as far as naming, keeping and deleting images needs it. */
export interface Manifest {
  /** Computed from the bytes, never taken from a header. */
  readonly digest: Digest
  readonly mediaType: string
  /** `unknown`: a readable body of another type (schema 1, Helm index …): it keeps itself and every digest in its bytes. */
  readonly kind: 'image' | 'index' | 'unknown'
  /** Length of the manifest itself, in bytes. */
  readonly size: number
  /** An index's `manifests`; empty for an image. */
  readonly children: readonly Descriptor[]
  readonly config?: Descriptor
  readonly layers: readonly Descriptor[]
  readonly subject?: Digest
  readonly artifactType?: string
  readonly annotations: Readonly<Record<string, string>>
  /** For kind `unknown` only: every digest found in its bytes. */
  readonly mentions: readonly Digest[]
}

/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  /** Bytes, as claimed by whoever wrote the descriptor. */
  readonly size: number
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string }
  readonly artifactType?: string
  readonly annotations: Readonly<Record<string, string>>
}

/** What an image config says that a decision may hang on. */
export interface ImageConfig {
  readonly labels: Readonly<Record<string, string>>
  /** The config's `created`, verbatim: any text. */
  readonly created?: string
}
