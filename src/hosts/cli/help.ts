import type { AnyStep, Input } from '../../steps/define.ts'
import type { StepEntry } from '../../steps/index.ts'

export function helpOfAll(steps: readonly StepEntry[], version: string): string {
  const width = Math.max(...steps.map(({ name }) => name.length))
  return [
    `image-hygiene ${version}: container images from name to retirement`,
    '',
    'Usage: image-hygiene <step> [ref or file …] [--input value …] [--json]',
    '',
    'Steps:',
    ...steps.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '  image-hygiene <step> --help   the inputs and outputs of a step',
    '',
    'Exit codes: 0 pass or warn, 1 the policy says no, 2 the call or the policy file is wrong, 3 it could not be decided.',
  ].join('\n')
}

export function helpOfStep(step: AnyStep, { summary }: StepEntry): string {
  const inputs = Object.values(step.inputs) as Input<unknown>[]
  const positional = step.positional === undefined ? undefined : step.inputs[step.positional]?.name
  return [
    summary,
    '',
    `Usage: image-hygiene ${step.name}${positional === undefined ? '' : ` [${positional} …]`} [--input value …] [--json]`,
    '',
    'Inputs:',
    ...inputs.map(input => entry(`--${input.name}${placeholder(input)}`, describe(input))),
    entry('--json', 'Print the outcome as one JSON document on stdout, and everything for people on stderr.'),
    '',
    'Outputs:',
    entry('verdict', 'pass, warn, fail or error.'),
    ...Object.entries(step.outputs).map(([name, help]) => entry(name, help)),
  ].join('\n')
}

function placeholder(input: Input<unknown>): string {
  if (input.type === 'boolean') return ''
  if (input.type === 'choice') return ` ${input.options?.join('|')}`
  return input.type === 'number' ? ' N' : input.type === 'list' ? ' A,B' : ' TEXT'
}

function describe(input: Input<unknown>): string {
  const fallbacks = input.env === undefined ? '' : ` [env ${input.env.join(', ')}]`
  return `${input.help}${input.default === undefined ? '' : ` (${input.default})`}${fallbacks}`
}

/** A name and its help, wrapped to 100 columns. */
function entry(name: string, help: string): string {
  const lines = ['']
  for (const word of help.split(' ')) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length + 1 > 94 && line !== '') lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return [`  ${name}`, ...lines.map(line => `      ${line}`)].join('\n')
}
