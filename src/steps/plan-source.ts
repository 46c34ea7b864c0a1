import { type PlanSource, planFromFile } from '../cleanup/apply/index.ts'
import type { World } from '../system/world.ts'

export interface PlanCall {
  readonly planFile: string | undefined
  readonly yes: boolean
}

/** Where the reviewed plan of this call comes from. */
export function planSourceOf({ planFile, yes }: PlanCall, { files }: World): Promise<PlanSource> {
  return Promise.resolve(planFromFile(planFile, yes, files))
}
