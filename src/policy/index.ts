export { type ClassMatch, classify, classTemplates, isMetadataTag, matchesForbidden } from './classify.ts'
export { nearest } from './near.ts'
export type { Captured, TagFacts } from './placeholder.ts'
export type {
  ClassRule,
  CleanupRules,
  Expiry,
  Level,
  LoadedPolicy,
  Policy,
  ScanException,
  ScanRules,
  Seconds,
} from './policy.ts'
export { nearestTag, type Suggestion } from './suggest.ts'
export { compileTemplate, type Template, type TemplateFault, type TemplateOptions } from './template.ts'
export { compareVersions, isPrerelease, readVersion, type Version } from './version.ts'
