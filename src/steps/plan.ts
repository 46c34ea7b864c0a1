import { readUsage, type Usage } from '../cleanup/in-use/index.ts'
import { keepLines } from '../cleanup/keeps.ts'
import { mistakesOf } from '../cleanup/mistakes.ts'
import { formatPlan, planLines } from '../cleanup/plan-file.ts'
import {
  type FreshPlan,
  type Proposed,
  propose,
  type Reviewed,
  refuseUntrusted,
} from '../cleanup/pull-request/index.ts'
import { settle } from '../cleanup/settle.ts'
import { readEvent } from '../forge/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { LoadedPolicy } from '../policy/index.ts'
import { extend, readRepositories } from '../registry/index.ts'
import type { World } from '../system/world.ts'
import { closedRequests } from './closed-requests.ts'
import { defineStep } from './define.ts'
import { forgeOf } from './forge.ts'
import { heldFindings } from './held.ts'
import {
  at,
  cacheDir,
  caFile,
  config,
  githubToken,
  gitlabToken,
  images,
  inUse,
  maxRequests,
  openPullRequest,
  planFile,
  printPolicy,
  registryPassword,
  registryUsername,
  summary,
  timeBudget,
} from './inputs.ts'
import { momentOf } from './moment.ts'
import { planBefore } from './plan-before.ts'
import { reportPlan } from './plan-report.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { limitsOf, registriesOf } from './registries.ts'

const nobody: Reviewed = { keeps: [], struck: new Set() }

export const plan = defineStep({
  name: 'plan',
  inputs: {
    images,
    inUse,
    planFile,
    at,
    openPullRequest,
    config,
    printPolicy,
    registryUsername,
    registryPassword,
    caFile,
    cacheDir,
    maxRequests,
    timeBudget,
    githubToken,
    gitlabToken,
    summary,
  },
  positional: 'images',
  outputs: {
    going: 'How many images can go.',
    kept: 'How many stay.',
    untag: 'How many of those lose a tag.',
    held: 'How many repositories are held.',
    'freed-bytes': 'The most that the registry could free, in bytes.',
    'plan-id': 'The id of the plan: a hash of its lines.',
    'plan-file': 'Path of the plan, if it was written.',
    'pull-request-number': 'Number of the cleanup pull or merge request.',
    'pull-request-url': 'Its address.',
    'pull-request-operation': 'What was done with it: created, updated, unchanged, closed, held or quiet.',
  },
  permissions: {
    github: { contents: 'write', 'pull-requests': 'write', packages: 'read' },
    registry: 'pull',
    gitlab: 'To open a merge request, a project access token with the scope api and the role Developer.',
  },
  async run(inputs, world) {
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    if (inputs.openPullRequest) refuseUntrusted(await readEvent(world))
    const now = momentOf(inputs.at, world)
    const usage = await readUsage(inputs.inUse, loaded.policy, world.files, world.now())
    refuseBlindProposal(inputs, usage)

    const registries = await registriesOf(inputs, named(loaded).policy, world, limitsOf(inputs))
    let snapshots = await readRepositories(loaded.policy.images, registries, world.log)
    const { closed, findings: silence } = await closedRequests(snapshots, loaded.policy, inputs, world)
    const before = await planBefore(inputs.planFile ?? loaded.policy.cleanup['plan-file'], world)

    const planUnder = async (reviewed: Reviewed): Promise<FreshPlan> => {
      const kept = keepLines(before, reviewed, snapshots)
      const settled = await settle(
        { snapshots, usage, policy: loaded, now, kept, closed },
        (snapshot, wants) => extend(snapshot, wants, registries),
      )
      snapshots = settled.snapshots
      const header = { policy: loaded.digest, sources: usage.sources.map(({ name }) => name) }
      return { header, lines: planLines(settled.decision, kept), decision: settled.decision }
    }
    const fresh = await planUnder(nobody)
    const proposed = inputs.openPullRequest ? await proposeIt(planUnder, loaded, inputs, world) : undefined
    const text = proposed?.text ?? formatPlan(fresh.header, fresh.lines)
    if (inputs.planFile !== undefined) await world.files.write(inputs.planFile, text)

    const findings = [
      ...heldFindings(fresh.decision, usage),
      ...usage.findings,
      ...silence,
      ...mistakesOf(fresh.decision, snapshots, loaded),
      ...(proposed?.findings ?? []),
    ]
    return reportPlan(fresh, findings, loaded, {
      planFile: inputs.planFile,
      proposed,
      stats: registries.stats(),
    })
  },
})

/** A pull request asks people to trust it, so somebody must have said what runs, and it is about today. */
function refuseBlindProposal(
  inputs: { readonly openPullRequest: boolean; readonly at: string | undefined },
  usage: Usage,
): void {
  if (!inputs.openPullRequest) return
  if (inputs.at !== undefined) {
    throw new HygieneError('bad-usage', 'at: a pull request is about now, not about another moment', {
      fix: 'leave out --at, or --open-pull-request',
    })
  }
  if (usage.standing !== 'missing') return
  throw new HygieneError('bad-usage', 'nothing says what is in use, so no pull request is opened', {
    fix: '--in-use prod.json, or `in-use: none` in the policy, said on purpose',
  })
}

function named<L extends LoadedPolicy>(loaded: L): L {
  if (loaded.policy.images.length > 0) return loaded
  throw new HygieneError('bad-usage', 'no images are named', {
    fix: "--images 'ghcr.io/acme/**', or `images: ['ghcr.io/acme/**']` in .image-hygiene.yml",
  })
}

async function proposeIt(
  planUnder: (reviewed: Reviewed) => Promise<FreshPlan>,
  { policy }: LoadedPolicy,
  tokens: { readonly githubToken: string | undefined; readonly gitlabToken: string | undefined },
  world: World,
): Promise<Proposed> {
  const forge = await forgeOf(world, { github: tokens.githubToken, gitlab: tokens.gitlabToken })
  const wait = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))
  return propose({ forge, rules: policy.cleanup, plan: planUnder, now: world.now(), wait })
}
