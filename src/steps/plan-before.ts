import type { Plan } from '../cleanup/plan-file.ts'
import { readPlan } from '../cleanup/plan-file-parse.ts'
import type { World } from '../system/world.ts'

/** The plan that holds now, for the keep lines that reviewers left in it. A faulty one is `bad-file`, never passed over. */
export async function planBefore(path: string, { files }: World): Promise<Plan | undefined> {
  return (await files.kind(path)) === 'file' ? readPlan(await files.readText(path), path) : undefined
}
