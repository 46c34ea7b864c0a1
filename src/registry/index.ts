export type { Cache } from './cache.ts'
export type { OciRegistry } from './client.ts'
export type { Credential } from './credential.ts'
export { type Credentials, createCredentials } from './credentials.ts'
export { forEach } from './each.ts'
export { endpointOf } from './endpoint.ts'
export { extend } from './extend.ts'
export { writeLogin } from './login-file.ts'
export type {
  BlobAnswer,
  DeleteAnswer,
  DigestAnswer,
  ManifestAnswer,
  PutAnswer,
  RawManifest,
  Registry,
  TagListing,
  Unknown,
} from './port.ts'
export { demandEveryRepository, readRepositories } from './read.ts'
export { type OpenOptions, openRegistries, type Registries } from './registries.ts'
