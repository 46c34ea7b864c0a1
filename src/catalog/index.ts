export {
  appendRecord,
  type Catalog,
  formatRecord,
  parseCatalog,
  readCatalog,
  recordOfTag,
} from './catalog.ts'
export { faultsOf, type ImageRecord, recordSchema, recordSchemaName } from './record.ts'
export { type Question, readQuestion, search } from './search.ts'
