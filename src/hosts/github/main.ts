import {
  error as annotateError,
  notice,
  setFailed,
  setOutput,
  setSecret,
  summary,
  warning,
} from '@actions/core'
import { HygieneError, nearest, type Outcome } from '../../outcome/index.ts'
import { annotationsOf, summaryOf, terminalFindings, withoutCommands } from '../../report/index.ts'
import type { Input } from '../../steps/define.ts'
import { steps } from '../../steps/index.ts'
import * as inputs from '../../steps/inputs.ts'
import { createLog } from '../../system/log.ts'
import { realWorld, standardInput } from '../../system/node.ts'
import { type Ran, runStep } from '../run.ts'

const { env, stdout } = process

const log = createLog({
  line: text => stdout.write(`${text}\n`),
  clock: () => performance.now(),
  mask: setSecret,
})

void main()

async function main(): Promise<void> {
  // Also those that this step has no use for: a workflow may pass them all the same.
  for (const input of Object.values<Input<unknown>>(inputs)) {
    const value = inputText(input.name)
    if (input.secret && value !== undefined) log.secret(value)
  }
  const name = inputText('step') ?? ''
  const entry = steps.find(step => step.name === name)
  if (entry === undefined) {
    const names = steps.map(step => step.name)
    const meant = nearest(name, names)
    const told = name === '' ? 'the input `step` is missing' : `there is no step '${name}'`
    setFailed(
      withoutCommands(`${told}; it is one of ${names.join(', ')}${meant ? `. Did you mean ${meant}?` : ''}`),
    )
    process.exitCode = 2
    return
  }
  const world = realWorld({ env, cwd: env['GITHUB_WORKSPACE'] ?? process.cwd(), log, input: standardInput })
  const step = await entry.load()
  const ran = await runStep(step, (input: Input<unknown>) => inputText(input.name), world)
  await show(ran)
  process.exitCode = ran.exitCode
}

/** GitHub passes an input that is not given as an empty text. */
function inputText(name: string): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`]
  return value === undefined || value.trim() === '' ? undefined : value
}

async function show(ran: Ran): Promise<void> {
  const { outcome, result } = ran
  const story = result.text ?? terminalFindings(result.findings)
  if (story !== '') log.info(story)
  if (inputText('annotations') !== 'false') annotate(outcome)
  // prepare has a `json` of its own, in the shape that its readers know.
  const outputs = { json: jsonOf(outcome), ...outcome.outputs }
  for (const [name, value] of Object.entries(outputs)) setOutput(name, log.masked(value))
  const wanted = inputText('summary') ?? 'always'
  const failed = outcome.verdict === 'fail' || outcome.verdict === 'error'
  if (wanted === 'always' || (wanted === 'on-failure' && failed)) await writeSummary(ran)
}

function annotate(outcome: Outcome): void {
  const write = { error: annotateError, warning, info: notice }
  for (const { severity, title, message, location } of annotationsOf(outcome.findings)) {
    write[severity](log.masked(message), {
      title,
      ...(location === undefined
        ? {}
        : {
            file: location.file,
            startLine: location.line,
            ...(location.column === undefined ? {} : { startColumn: location.column }),
          }),
    })
  }
}

/** Outputs of a job may hold 1 MB in all: a larger outcome gives its findings up, not its verdict. */
function jsonOf(outcome: Outcome): string {
  const whole = log.masked(JSON.stringify(outcome))
  return Buffer.byteLength(whole) <= 512 * 1024
    ? whole
    : log.masked(JSON.stringify({ ...outcome, findings: [] }))
}

async function writeSummary({ outcome, result, exitCode }: Ran): Promise<void> {
  if (env['GITHUB_STEP_SUMMARY'] === undefined) return
  try {
    await summary.addRaw(log.masked(summaryOf(outcome, { ...result, exitCode })), true).write()
  } catch (error) {
    // The summary is a courtesy; the verdict stands without it.
    log.warn(new HygieneError('bad-file', `the job summary cannot be written: ${String(error)}`).message)
  }
}
