import { openJournal } from '../cleanup/journal.ts'
import { restore as putBack } from '../cleanup/restore.ts'
import { reportRestore } from '../cleanup/restore-report.ts'
import { parseReference, type Reference } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { manages, type Policy } from '../policy/index.ts'
import { terminalFindings } from '../report/index.ts'
import { defineStep } from './define.ts'
import {
  caFile,
  config,
  images,
  journalDir,
  planFile,
  printPolicy,
  references,
  registryPassword,
  registryUsername,
  summary,
} from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf } from './registries.ts'

export const restore = defineStep({
  name: 'restore',
  inputs: {
    references,
    journalDir,
    planFile,
    images,
    config,
    printPolicy,
    registryUsername,
    registryPassword,
    caFile,
    summary,
  },
  positional: 'references',
  outputs: {
    restored: 'How many images are back.',
    'keep-lines': 'The plan lines that make it last, one a line.',
  },
  permissions: {
    github: { contents: 'read', packages: 'write' },
    registry: 'push',
    gitlab: 'A deploy or project access token that may push to the registry.',
  },
  async run(inputs, world) {
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    const { policy } = loaded
    const named = inputs.references.map(read)
    const journal = await openJournal(inputs.journalDir, world.files)
    for (const { repository } of named) refuseForeign(policy, repository)

    const registries = await registriesOf(inputs, policy, world)
    const restored = await putBack(journal, named, repository => {
      refuseForeign(policy, repository)
      return registries.of(repository)
    })
    const result = reportRestore(restored, inputs.planFile ?? policy.cleanup['plan-file'])
    return {
      ...result,
      stats: { ...registries.stats(), ...result.stats },
      text: [terminalFindings(result.findings), result.text].filter(part => part !== '').join('\n\n'),
    }
  },
})

function read(text: string): Reference {
  const reference = parseReference(text)
  if ('fault' in reference)
    throw new HygieneError('bad-usage', `'${text}' is no reference: ${reference.fault}`)
  return reference
}

/** A policy that names images speaks for those alone; without one, the journal does. */
function refuseForeign(policy: Policy, repository: Reference['repository']): void {
  if (policy.images.length === 0 || manages(policy, repository)) return
  throw new HygieneError('not-managed', `the policy does not manage ${repository}`, {
    fix: `add it to 'images' of the policy, or name another policy with --config`,
    image: repository,
  })
}
