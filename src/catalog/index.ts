export { recordArtifactType, recordPredicateType } from './artifact.ts'
export { attachRecord } from './attach.ts'
export {
  appendRecord,
  type Catalog,
  formatRecord,
  parseCatalog,
  readCatalog,
} from './catalog.ts'
export { appendToRegistry, readFromRegistry } from './catalog-registry.ts'
export { type Maybe, makeRecord, type RecordFacts, type ScanFacts } from './make.ts'
export { type Observed, observe } from './observe.ts'
export { builderOf } from './provenance.ts'
export { faultsOf, type ImageRecord, recordSchema, recordSchemaName } from './record.ts'
export { type Question, readQuestion, search } from './search.ts'
