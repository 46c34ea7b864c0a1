import {
  exitCodeOf,
  HygieneError,
  type Outcome,
  outcomeOf,
  type Result,
  resultOfError,
} from '../outcome/index.ts'
import { type AnyStep, type Input, readInputs } from '../steps/define.ts'
import type { World } from '../system/world.ts'

export interface Ran {
  readonly outcome: Outcome
  readonly result: Result
  readonly exitCode: 0 | 1 | 2 | 3
}

/** Runs one step on any host: reads its inputs, and turns whatever comes out into an outcome and an exit code. */
export async function runStep(
  step: AnyStep,
  given: (input: Input<unknown>) => string | undefined,
  world: World,
): Promise<Ran> {
  try {
    const values = readInputs(step.inputs, input => {
      const value = given(input) ?? fromEnvironment(input, world.env)
      if (input.secret && value !== undefined) world.log.secret(value)
      return value
    })
    const result = await step.run(values, world)
    return { outcome: outcomeOf(step.name, result), result, exitCode: exitCodeOf(result.verdict) }
  } catch (error) {
    const result = resultOfError(error)
    if (!(error instanceof HygieneError) && world.env['IMAGE_HYGIENE_DEBUG'] && error instanceof Error) {
      world.log.info(error.stack ?? error.message)
    }
    return { outcome: outcomeOf(step.name, result), result, exitCode: exitCodeOf('error', error) }
  } finally {
    await world.http.close()
  }
}

/** `IMAGE_HYGIENE_PLAN_FILE` for `plan-file`, on every host; then the variables that the input itself names. */
function fromEnvironment(input: Input<unknown>, env: World['env']): string | undefined {
  const own = `IMAGE_HYGIENE_${input.name.toUpperCase().replaceAll('-', '_')}`
  return [own, ...(input.env ?? [])].map(name => env[name]).find(value => value !== undefined && value !== '')
}
