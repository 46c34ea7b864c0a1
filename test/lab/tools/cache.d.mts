// The declarations of cache.mjs for the suites, which are TypeScript.
export interface CachedRecipe {
  readonly name: string
  readonly folder: string
  readonly commands: Readonly<Record<string, string>>
  readonly stamp?: (version: string) => string
  readonly env?: Readonly<Record<string, string>>
}
export const labFolder: string
export function manifestFile(env?: NodeJS.ProcessEnv): string
export function keyOf(recipe: CachedRecipe): string
