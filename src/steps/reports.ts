import { outcomeOf, type Result } from '../outcome/index.ts'
import { type RuleDescription, toCodeQuality, toJunit, toSarif } from '../report/index.ts'
import type { World } from '../system/world.ts'
import { version } from '../version.ts'

/** Where a gate writes its reports; the names are those of the inputs. */
export interface ReportFiles {
  readonly sarifFile: string | undefined
  readonly codequalityFile: string | undefined
  readonly junitFile: string | undefined
  readonly jsonFile: string | undefined
}

/** Writes the reports that were asked for, all from one set of findings, before the step can fail. */
export async function writeReports(
  step: string,
  result: Result,
  files: ReportFiles,
  world: World,
  rules: readonly RuleDescription[] = [],
): Promise<Result> {
  const { findings } = result
  const outputs: Record<string, string> = { ...result.outputs, 'findings-count': String(findings.length) }
  const write = async (output: string, path: string | undefined, render: () => string) => {
    if (path === undefined) return
    await world.files.write(path, render())
    outputs[output] = path
  }
  await write('sarif-file', files.sarifFile, () => toSarif(findings, { version, rules }))
  await write('codequality-file', files.codequalityFile, () => toCodeQuality(findings))
  await write('junit-file', files.junitFile, () => toJunit(step, findings))
  const told: Result = { ...result, outputs }
  await write('json-file', files.jsonFile, () => `${JSON.stringify(outcomeOf(step, told), undefined, 2)}\n`)
  return { ...told, outputs }
}
