import { type Forge, type ForgeTokens, openForge } from '../forge/index.ts'
import { octokitOver } from '../system/octokit.ts'
import type { World } from '../system/world.ts'

/** The forge that this pipeline runs on, for the steps that need one. */
export function forgeOf(world: World, tokens: ForgeTokens): Promise<Forge> {
  return openForge(world, tokens, octokitOver)
}
