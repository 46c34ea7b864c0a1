import { z } from 'zod'
import { appliedComment } from '../cleanup/pull-request/index.ts'
import { readEvent } from '../forge/index.ts'
import { HygieneError, type Outcome } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import { defineStep } from './define.ts'
import { forgeOf } from './forge.ts'
import { config, githubToken, gitlabToken, outcomeFile, printPolicy, summary } from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'

const outcome = z.object({
  schema: z.literal('image-hygiene/outcome/v1'),
  step: z.literal('apply'),
  verdict: z.enum(['pass', 'warn', 'fail', 'error']),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: z.enum(['info', 'warning', 'error']),
      message: z.string(),
      image: z.string().exactOptional(),
    }),
  ),
  outputs: z.record(z.string(), z.string()),
  stats: z.record(z.string(), z.number()),
})

/** A step of its own, so that no job needs both to delete from a registry and to write to a pull request. */
export const report = defineStep({
  name: 'report',
  inputs: { outcomeFile, config, printPolicy, githubToken, gitlabToken, summary },
  positional: 'outcomeFile',
  outputs: {
    'pull-request-number': 'Number of the pull or merge request that was told.',
    'pull-request-url': 'Its address.',
  },
  permissions: {
    github: { contents: 'read', 'pull-requests': 'write' },
    registry: 'none',
    gitlab: 'A project access token with the scope api and the role Developer.',
  },
  async run(inputs, world) {
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    const { policy } = loaded
    const applied = await readOutcome(inputs.outcomeFile, world)
    const event = await readEvent(world)
    if (event === undefined || event.trust !== 'trusted') {
      throw new HygieneError(
        'bad-usage',
        'report tells the pull request of a merge, so it runs where apply runs',
        {
          fix: 'run it in a job that needs the job of apply, in the same workflow',
        },
      )
    }
    const path = policy.cleanup['plan-file']
    const forge = await forgeOf(world, { github: inputs.githubToken, gitlab: inputs.gitlabToken })
    const merge = await forge.mergeOf((await forge.lastTouch(path, event.commit)) ?? event.commit)
    if (merge === undefined) {
      const message = `no merged ${forge.words.proposal} brought ${path} here, so there is nobody to tell`
      return {
        verdict: 'warn',
        findings: [{ rule: 'nobody-to-tell', severity: 'warning', message }],
        outputs: {},
        stats: {},
      }
    }
    await forge.comment(merge.number, appliedComment(applied, runOf(world.env)))
    return {
      verdict: 'pass',
      findings: [],
      outputs: { 'pull-request-number': String(merge.number), 'pull-request-url': merge.url },
      stats: {},
      text: `Told ${forge.words.sigil}${merge.number} what was deleted and what was left alone.`,
    }
  },
})

async function readOutcome(path: string | undefined, { files }: World): Promise<Outcome> {
  if (path === undefined) {
    throw new HygieneError('bad-usage', 'report needs the outcome that apply wrote', {
      fix: 'with: { step: apply, json-file: apply.json }, then with: { step: report, outcome-file: apply.json }',
    })
  }
  const read = outcome.safeParse(parsed(await files.readText(path)))
  if (read.success) return read.data
  throw new HygieneError('bad-file', `${path} is no outcome of the step apply`, { cause: read.error })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The address of this run, for people. */
function runOf(env: World['env']): string | undefined {
  const job = env['CI_PIPELINE_URL']
  if (job !== undefined && URL.canParse(job)) return new URL(job).href
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env
  const address = `${server}/${repository}/actions/runs/${run}`
  return server !== undefined && repository !== undefined && run !== undefined && URL.canParse(address)
    ? new URL(address).href
    : undefined
}
