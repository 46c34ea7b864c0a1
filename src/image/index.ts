export {
  type Absurd,
  createdOf,
  earliest,
  expireAtKey,
  expireAtOf,
  type Found,
  isPlatform,
  type LabelSource,
  latest,
  parseCreated,
  parseExpireAt,
  type Want,
} from './clock.ts'
export { imageConfigTypes, largestConfig, parseImageConfig } from './config-parse.ts'
export { type Digest, digestsIn, isDigest } from './digest.ts'
export {
  buildGraph,
  type Edges,
  follow,
  type Graph,
  isForeign,
  isManifestType,
  isOpaque,
} from './graph.ts'
export { formatInstant, type Instant } from './instant.ts'
export type { Descriptor, ImageConfig, Manifest } from './manifest.ts'
export {
  largestManifest,
  type ManifestFault,
  manifestTypes,
  parseAnnotations,
  parseDescriptor,
  parseManifest,
} from './manifest-parse.ts'
export { type MetadataTag, parseMetadataTag, stemOf } from './metadata-tag.ts'
export { type Node, type PerNode, perNode, type ReadonlyPerNode } from './per-node.ts'
export {
  formatReference,
  isTag,
  parseReference,
  parseRepository,
  pathOf,
  type Reference,
  type ReferenceFault,
  type Repository,
  registryOf,
  type Tag,
} from './reference.ts'
export type { Gap, Snapshot, Wants } from './snapshot.ts'
export { sourceOf } from './source.ts'
