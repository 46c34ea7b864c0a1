import {
  applyPlan,
  budgetOf,
  checkAge,
  checkSources,
  decideAfresh,
  type MergedPlan,
  mendInterrupted,
  type Ruling,
  reportApply,
} from '../cleanup/apply/index.ts'
import { indexUsage, readUsages } from '../cleanup/in-use/index.ts'
import { journalForShow, openJournal } from '../cleanup/journal.ts'
import { readState } from '../cleanup/journal-state.ts'
import type { Snapshot } from '../image/index.ts'
import { outcomeOf, type Result } from '../outcome/index.ts'
import { type LoadedPolicy, manages } from '../policy/index.ts'
import { demandEveryRepository, extend, readRepositories } from '../registry/index.ts'
import { terminalFindings } from '../report/index.ts'
import type { World } from '../system/world.ts'
import { closedRequests } from './closed-requests.ts'
import { defineStep } from './define.ts'
import {
  cacheDir,
  caFile,
  config,
  githubToken,
  gitlabToken,
  images,
  inUse,
  journalDir,
  jsonFile,
  maxDeletions,
  planFile,
  printPolicy,
  registryPassword,
  registryUsername,
  summary,
  timeBudget,
  yes,
} from './inputs.ts'
import { planSourceOf } from './plan-source.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf, secondsOf } from './registries.ts'

export const apply = defineStep({
  name: 'apply',
  inputs: {
    planFile,
    inUse,
    yes,
    journalDir,
    maxDeletions,
    timeBudget,
    images,
    config,
    printPolicy,
    registryUsername,
    registryPassword,
    caFile,
    cacheDir,
    githubToken,
    gitlabToken,
    jsonFile,
    summary,
  },
  outputs: {
    deleted: 'How many images of the plan were deleted.',
    untagged: 'How many images lost a tag and stay.',
    'already-gone': 'How many were gone already.',
    skipped: 'How many were left, each with its reason among the findings.',
    'journal-dir': 'Folder of the journal that restore reads; keep it as an artifact.',
    'json-file': 'Path of the outcome as JSON, if it was asked for.',
  },
  permissions: {
    github: { contents: 'read', 'pull-requests': 'read', actions: 'read', packages: 'write' },
    registry: 'delete',
    gitlab: 'A project access token with the scope read_api, and a token that may delete from the registry.',
  },
  async run(inputs, world) {
    const policy = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(policy)
    const merged = await (await planSourceOf(inputs, world))(policy)
    const now = world.now()
    checkAge(merged, policy, now)
    if (merged.plan.lines.every(line => line.action === 'keep'))
      return written(reportApply([], merged.consented), inputs.jsonFile, world)

    const policies = [managing(merged, policy), ...(merged.before === undefined ? [] : [merged.before])]
    const usages = await readUsages(
      inputs.inUse,
      policies.map(({ policy }) => policy),
      world.files,
      now,
    )
    checkSources(merged, usages)

    const registries = await registriesOf(inputs, policies[0]?.policy ?? policy.policy, world)
    const journal = await openJournal(inputs.journalDir, world.files)
    const mended = merged.consented
      ? await mendInterrupted(journal, repository =>
          policies.some(({ policy }) => manages(policy, repository)) ? registries.of(repository) : undefined,
        )
      : []
    const snapshots = await readRepositories(policies[0]?.policy.images ?? [], registries, world.log)
    demandEveryRepository(snapshots)
    const rulings: Ruling[] = []
    for (const [index, ruling] of policies.entries()) {
      const usage = usages[index]
      if (usage !== undefined)
        rulings.push({ policy: ruling, usage, ...(await closing(snapshots, ruling, inputs, world)) })
    }
    const more: Parameters<typeof decideAfresh>[3] = (snapshot, wants) => extend(snapshot, wants, registries)
    const before = readState(journal.entries)
    const fresh = await decideAfresh(merged.plan, snapshots, rulings, more, now, before)

    const hands = {
      journal: merged.consented ? journal : journalForShow(journal),
      send: merged.consented,
      usage: indexUsage(usages.flatMap(usage => usage.uses)),
      budget: budgetOf(
        { maxDeletions: inputs.maxDeletions, seconds: secondsOf(inputs.timeBudget) },
        world.now,
      ),
      progress: world.log.progress,
    }
    const results = await applyPlan(merged.plan, fresh, hands, repository => registries.of(repository), now)
    return written(
      told(reportApply(results, merged.consented, mended), inputs.journalDir, registries.stats()),
      inputs.jsonFile,
      world,
    )
  },
})

/** Without a policy file nothing is named but in the plan itself: then its repositories are what the call is about. */
function managing({ plan }: MergedPlan, loaded: LoadedPolicy): LoadedPolicy {
  if (loaded.policy.images.length > 0) return loaded
  const named = [...new Set(plan.lines.map(line => line.repository))]
  return { ...loaded, policy: { ...loaded.policy, images: named } }
}

async function closing(
  snapshots: readonly Snapshot[],
  { policy }: LoadedPolicy,
  tokens: Parameters<typeof closedRequests>[2],
  world: World,
): Promise<Pick<Ruling, 'closed'>> {
  const { closed } = await closedRequests(snapshots, policy, tokens, world)
  return { closed }
}

/** For the step `report`, which tells the pull request in a job of its own. */
async function written(result: Result, path: string | undefined, { files }: World): Promise<Result> {
  if (path === undefined) return result
  const outputs = { ...result.outputs, 'json-file': path }
  await files.write(path, `${JSON.stringify(outcomeOf('apply', { ...result, outputs }), undefined, 2)}\n`)
  return { ...result, outputs }
}

function told(result: Result, journal: string, stats: Result['stats']): Result {
  const told = terminalFindings(result.findings.filter(finding => !finding.rule.startsWith('skipped-')))
  return {
    ...result,
    outputs: { ...result.outputs, 'journal-dir': journal },
    stats: { ...stats, ...result.stats },
    text: [result.text ?? '', told].filter(part => part !== '').join('\n\n'),
  }
}
