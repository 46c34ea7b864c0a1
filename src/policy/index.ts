export { type ClassMatch, classify, classTemplates, isMetadataTag, matchesForbidden } from './classify.ts'
export { type DurationFault, durationForm, formatDuration, parseDuration } from './duration.ts'
export { formatPolicy } from './format.ts'
export { defaultPolicy, type Loaded } from './loaded.ts'
export type { PolicyFile } from './parse.ts'
export { compilePattern, type PatternFault, type ReferencePattern } from './pattern.ts'
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
export { compareVersions } from './precedence.ts'
export { allowsBase, canonical, manages, matchesAny, narrow } from './scope.ts'
export { marksIn, type SlugMarks, slugMarks } from './slug.ts'
export { parseSource, type Source } from './source.ts'
export { nearestTag, type Suggestion } from './suggest.ts'
export { compileTemplate, type Template, type TemplateFault, type TemplateOptions } from './template.ts'
export { isPrerelease, readVersion, type Version } from './version.ts'

/** `parsePolicy` and its parts. They bring the YAML parser and zod, which a run without a policy file can do without. */
export function loadParser(): Promise<typeof import('./parse.ts')> {
  return import('./parse.ts')
}

/** The file format as JSON Schema, for editors. */
export async function policyJsonSchema(): Promise<object> {
  return (await import('./json-schema.ts')).policyJsonSchema()
}
