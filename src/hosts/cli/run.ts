import { terminalFindings, withoutCommands } from '../../report/index.ts'
import type { AnyStep } from '../../steps/define.ts'
import { createLog } from '../../system/log.ts'
import { realWorld, standardInput } from '../../system/node.ts'
import { runStep } from '../run.ts'
import type { Call } from './arguments.ts'

/** Runs a step, prints its story (on stderr with `--json`, so that stdout is one document) and sets the exit code. */
export async function runOnTerminal(step: AnyStep, call: Call): Promise<void> {
  const { stdout, stderr, env } = process
  const terminal = stderr.isTTY === true && env['CI'] === undefined
  let drawn = false
  const wipe = () => {
    if (drawn) stderr.write('\r\u001b[K')
    drawn = false
  }
  const log = createLog({
    line: text => {
      wipe()
      stderr.write(`${text}\n`)
    },
    ...(terminal && {
      replace: (text: string) => {
        stderr.write(`\r\u001b[K${text.slice(0, (stderr.columns ?? 80) - 1)}`)
        drawn = true
      },
    }),
    clock: () => performance.now(),
  })
  const world = realWorld({ env, cwd: process.cwd(), log, input: standardInput })
  const { outcome, result, exitCode } = await runStep(step, input => call.given.get(input.name), world)
  wipe()

  const people = call.json ? stderr : stdout
  const story = result.text ?? terminalFindings(result.findings)
  if (story !== '') people.write(`${log.masked(withoutCommands(story))}\n`)
  if (call.json) stdout.write(`${log.masked(JSON.stringify(outcome, undefined, 2))}\n`)
  process.exitCode = exitCode
}
