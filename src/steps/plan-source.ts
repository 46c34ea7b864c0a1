import { type PlanSource, planFromFile } from '../cleanup/apply/index.ts'
import { readEvent } from '../forge/index.ts'
import type { World } from '../system/world.ts'
import { planFromMerge } from './merged-plan.ts'
import type { PolicyCall } from './policy.ts'

export interface PlanCall extends PolicyCall {
  readonly planFile: string | undefined
  readonly yes: boolean
}

/** Where the reviewed plan of this call comes from: in CI from the merge, elsewhere from the file that the call names. */
export async function planSourceOf(call: PlanCall, world: World): Promise<PlanSource> {
  const event = call.planFile === undefined ? await readEvent(world) : undefined
  return event === undefined
    ? planFromFile(call.planFile, call.yes, world.files)
    : planFromMerge(call, event, world)
}
