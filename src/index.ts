/**
 * The library: the steps, the policy, classification and planning as a typed API. Small on purpose: what is not
 * exported here may change at any time.
 */

import { HygieneError, type Result } from './outcome/index.ts'
import { readInputs } from './steps/define.ts'
import { steps } from './steps/index.ts'
import { createLog } from './system/log.ts'
import { realWorld, standardInput } from './system/node.ts'
import type { World } from './system/world.ts'

export type { Decision, Fate, ImageDecision, RepositoryDecision } from './cleanup/decision.ts'
export type { Plan, PlanLine } from './cleanup/plan-file.ts'
export { readPlan } from './cleanup/plan-file-parse.ts'
export {
  type Digest,
  isDigest,
  parseReference,
  type Reference,
  type Repository,
  type Tag,
} from './image/index.ts'
export {
  exitCodeOf,
  type Finding,
  HygieneError,
  type Location,
  type Outcome,
  outcomeOf,
  type Result,
  type Severity,
  type Verdict,
} from './outcome/index.ts'
export {
  type ClassMatch,
  classify,
  compileTemplate,
  type LoadedPolicy,
  type Policy,
  type Template,
} from './policy/index.ts'
export { type AnyStep, readInputs, type Step } from './steps/define.ts'
export { type StepEntry, steps } from './steps/index.ts'
export { loadPolicy } from './steps/policy.ts'
export type { Files, Http, Log, Processes, World } from './system/world.ts'

/**
 * Runs a step by name, as the CLI does: inputs by their kebab-case names, as text. Resolves to the step's result; throws
 * HygieneError (`exitCode` 2 or 3) when the call is wrong or nothing could be decided.
 */
export async function runStep(
  name: string,
  inputs: Readonly<Record<string, string>>,
  world: World = worldOf(process.cwd()),
): Promise<Result> {
  const entry = steps.find(step => step.name === name)
  if (entry === undefined) throw new HygieneError('bad-usage', `there is no step '${name}'`)
  const step = await entry.load()
  return step.run(
    readInputs(step.inputs, input => inputs[input.name]),
    world,
  )
}

/** This machine's files from `cwd` on, network, processes and clock; `line` gets what people should read. */
export function worldOf(cwd: string, line: (text: string) => void = () => {}): World {
  const log = createLog({ line, clock: () => performance.now() })
  return realWorld({ env: process.env, cwd, log, input: standardInput })
}
