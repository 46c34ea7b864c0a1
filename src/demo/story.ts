import type { Result } from '../outcome/index.ts'
import type { Company } from './company.ts'

/** What happened, step by step, as the steps themselves told it. */
export interface Told {
  readonly host: string
  readonly company: Company
  readonly images: number
  readonly linted: Result
  readonly planned: Result
  readonly applied: Result
  readonly running: Result
  readonly shared: Result
  readonly restored: Result
}

/** The whole life on one screen. Every figure and every reason is taken from what a step returned. */
export function tell(told: Told): string {
  const { host, company, images, linted, planned, applied, running, shared, restored } = told
  const { cast } = company
  return [
    `A registry with ${images} images of a little company, filled just now at ${host}.`,
    '',
    ...act('lint', `a Dockerfile: ${linted.verdict}, ${linted.findings.length} findings`, [
      ...linted.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ location, message }) => `line ${location?.line}: ${message}`),
    ]),
    ...act(
      'plan',
      `${planned.outputs['going']} images can go, ${planned.outputs['kept']} stay, each for one reason`,
      ['of these, in acme/shop:', ...blockOf(planned, `${host}/acme/shop`)],
    ),
    ...act('review', 'as a pull request does it: a person strikes out one line', [`- ${short(cast.struck)}`]),
    ...act(
      'apply',
      `${applied.outputs['deleted']} deleted, ${applied.outputs['skipped']} left, what stays read back whole`,
      ['reviewed, and still true at that moment; the raw manifests are in the journal'],
    ),
    ...act('explain', 'two that stayed though their time was up', [
      `${short(cast.running)}  ${reasonOf(running)}`,
      `${short(cast.shared)}  ${reasonOf(shared)}`,
    ]),
    ...act('restore', `${restored.outputs['restored']} image put back byte for byte, its signature with it`, [
      short(cast.restored),
    ]),
    '',
    'Now on your own registry. Nothing of this deletes anything:',
    '',
    "  image-hygiene plan 'ghcr.io/acme/**'                       what can go, what stays, and why",
    '  kubectl get pods,deploy,rs,sts,ds,jobs,cronjobs -A -o json > prod.json',
    "  image-hygiene plan 'ghcr.io/acme/**' --in-use prod.json --plan-file plan.jsonl",
    '  image-hygiene apply --plan-file plan.jsonl --in-use prod.json      what it would send',
  ].join('\n')
}

function act(step: string, headline: string, lines: readonly string[]): readonly string[] {
  const indent = ' '.repeat(9)
  return [`${step.padEnd(indent.length)}${headline}`, ...lines.map(line => `${indent}${line}`)]
}

/** The paragraph of a plan that is about one repository. */
function blockOf({ text = '' }: Result, repository: string): readonly string[] {
  const block = text.split('\n\n').find(part => part.startsWith(`${repository}\n`))
  return (
    block
      ?.split('\n')
      .slice(1)
      .map(line => line.slice(2)) ?? []
  )
}

/** `acme/shop:pr-211`, without the host that everything here has. */
function short(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1)
}

function reasonOf({ text = '' }: Result): string {
  return (
    text
      .split('\n')
      .find(line => line.trim().startsWith('stays: '))
      ?.trim() ?? ''
  )
}
