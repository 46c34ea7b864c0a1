import {
  checkAlone,
  checkEvent,
  checkReview,
  checkStillThere,
  type MergedPlan,
  type PlanSource,
} from '../cleanup/apply/index.ts'
import { planId } from '../cleanup/plan-file.ts'
import { readPlan } from '../cleanup/plan-file-parse.ts'
import type { CiEvent, Forge } from '../forge/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { LoadedPolicy } from '../policy/index.ts'
import type { World } from '../system/world.ts'
import { forgeOf } from './forge.ts'
import { loadPolicy, type PolicyCall } from './policy.ts'

/**
 * The plan that a merge brought to the default branch: the file at the commit of the event, if the branch still has
 * it, with the policy as it stood before. Nothing in the checkout is trusted for it.
 */
export function planFromMerge(call: PolicyCall, event: CiEvent, world: World): PlanSource {
  return async policy => {
    const forge = await forgeOf(world, { github: call.githubToken, gitlab: call.gitlabToken })
    const { 'plan-file': path, 'require-review': requireReview } = policy.policy.cleanup
    const base = await forge.base(event.defaultBranch)
    checkEvent(event, base.branch)
    const name = `${path}@${event.commit.slice(0, 12)}`
    const text = await forge.file(path, event.commit)
    const now = base.commit === event.commit ? text : await forge.file(path, base.commit)
    checkStillThere(now, text, path, base.branch)
    if (text === undefined) return nothing(policy, name)
    const plan = readPlan(text, path)
    if (plan.lines.every(({ action }) => action === 'keep')) return { plan, name, consented: true }

    const others = await forge.otherRuns()
    if (others === 'unknown')
      world.log.info('Whether another apply is running cannot be seen with this token.')
    checkAlone(others)
    const brought = (await forge.lastTouch(path, event.commit)) ?? event.commit
    const merge = checkReview(await forge.mergeOf(brought), requireReview, forge.words, path)
    const before = await policyBefore(call, event, forge, world)
    return { plan, name, consented: true, before, mergedAt: merge.mergedAt }
  }
}

/** The policy file was there and is gone, or never was: then there is nothing to delete either. */
function nothing({ digest }: LoadedPolicy, name: string): MergedPlan {
  return {
    plan: { header: { plan: planId([]), policy: digest, sources: [] }, lines: [] },
    name,
    consented: true,
  }
}

/** Read through the forge as of the commit before the push, so that a merge cannot loosen the policy for its own plan. */
function policyBefore(call: PolicyCall, event: CiEvent, forge: Forge, world: World): Promise<LoadedPolicy> {
  const { before } = event
  if (before === undefined) {
    throw new HygieneError('undecidable', 'the event does not tell what the branch was before this push', {
      fix: 'run apply in the pipeline of the push that merged the plan',
    })
  }
  return loadPolicy({ ...call, readFile: path => forge.file(path, before) }, world)
}
