#!/usr/bin/env node
import { HygieneError, nearest, outcomeOf, resultOfError } from '../../outcome/index.ts'
import { withoutCommands } from '../../report/harmless.ts'
import { terminalFindings } from '../../report/terminal.ts'
import { steps } from '../../steps/index.ts'
import { version } from '../../version.ts'
import type { Call } from './arguments.ts'
import { readArguments } from './arguments.ts'
import { helpOfAll, helpOfStep } from './help.ts'

void main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<void> {
  const [name, ...rest] = words
  if (name === 'help' && rest[0] !== undefined) return main([rest[0], '--help'])
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${helpOfAll(steps, version)}\n`)
    process.exitCode = name === undefined ? 2 : 0
    return
  }
  if (name === '--version') {
    process.stdout.write(`${version}\n`)
    return
  }
  const entry = steps.find(step => step.name === name)
  if (entry === undefined) {
    const meant = nearest(name, steps.map(step => step.name)) // biome-ignore format: one line reads better
    return refuse(
      name,
      new HygieneError('bad-usage', `there is no step '${name}'`, {
        fix:
          meant === undefined
            ? 'image-hygiene --help lists the steps'
            : `did you mean 'image-hygiene ${meant}'?`,
      }),
      rest.includes('--json'),
    )
  }
  // They lie in files of their own, which are read at the same time.
  const [step, { runOnTerminal }] = await Promise.all([entry.load(), import('./run.ts')])
  let call: Call
  try {
    call = readArguments(step, rest)
  } catch (error) {
    return refuse(name, error, rest.includes('--json'))
  }
  if (call.help) {
    process.stdout.write(`${helpOfStep(step, entry)}\n`)
    return
  }
  await runOnTerminal(step, call)
}

function refuse(step: string, error: unknown, json: boolean): void {
  const result = resultOfError(error)
  process.stderr.write(`${withoutCommands(terminalFindings(result.findings))}\n`)
  if (json) process.stdout.write(`${JSON.stringify(outcomeOf(step, result), undefined, 2)}\n`)
  process.exitCode = 2
}
