export { type Asked, type Given, given, json, refusal } from './exchange.ts'
export { type Around, type RegistryServerOptions, type RunningRegistry, startRegistry } from './server.ts'
export {
  collectGarbage,
  createStore,
  digestOf,
  putBlob,
  putManifest,
  repositoryOf,
  type Store,
} from './store.ts'
