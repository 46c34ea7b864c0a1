import type { CachedRecipe } from './cache.mjs'

export const recipes: readonly CachedRecipe[]
