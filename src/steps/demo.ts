import { foundCompany } from '../demo/company.ts'
import { startRegistry } from '../demo/registry/index.ts'
import { tell } from '../demo/story.ts'
import type { Result } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import { apply } from './apply.ts'
import { type AnyStep, defineStep, readInputs } from './define.ts'
import { explain } from './explain.ts'
import { keep, summary } from './inputs.ts'
import { lint } from './lint.ts'
import { plan } from './plan.ts'
import { restore } from './restore.ts'

const usage = { 'in-use': 'prod.json' }

export const demo = defineStep({
  name: 'demo',
  inputs: { keep, summary },
  outputs: {
    deleted: 'How many images were deleted.',
    registry: 'Address of the registry, where it was left running.',
  },
  permissions: { github: {}, registry: 'none', gitlab: 'Nothing.' },
  async run(inputs, world): Promise<Result> {
    const registry = await startRegistry()
    const company = foundCompany(registry.store, registry.host, world.now())
    const { cast } = company
    const stage = await stageOf(world)
    await stage.files.write('Dockerfile', company.dockerfile)
    await stage.files.write('.image-hygiene.yml', company.policy)
    await stage.files.write('prod.json', company.inventory)

    const linted = await play(lint, { dockerfiles: 'Dockerfile' }, stage)
    const planned = await play(plan, { ...usage, 'plan-file': 'plan.jsonl' }, stage)
    await strikeOut(cast.struck, stage)
    const applied = await play(apply, { ...usage, 'plan-file': 'plan.jsonl', yes: 'true' }, stage)
    const running = await play(explain, { ...usage, references: cast.running }, stage)
    const shared = await play(explain, { ...usage, references: cast.shared }, stage)
    const restored = await play(restore, { references: cast.restored }, stage)

    if (!inputs.keep) await registry.close()
    const acts = [planned, applied, running, shared, restored]
    const faults = acts.filter(({ verdict }) => verdict === 'fail' || verdict === 'error')
    const images = Number(planned.outputs['going']) + Number(planned.outputs['kept'])
    return {
      verdict: faults.length === 0 ? 'pass' : 'error',
      findings: faults.flatMap(({ findings }) => findings),
      outputs: {
        deleted: applied.outputs['deleted'] ?? '0',
        ...(inputs.keep ? { registry: registry.host } : {}),
      },
      stats: { images },
      text: tell({
        host: registry.host,
        company,
        images,
        linted,
        planned,
        applied,
        running,
        shared,
        restored,
      }).concat(inputs.keep ? `\n\nThe registry answers at ${registry.host} until you press Ctrl-C.` : ''),
    }
  },
})

/** A folder of its own, without this machine's credentials or CI, and quiet: the demo tells the story itself. */
async function stageOf(world: World): Promise<World> {
  const folder = await world.files.temporaryFolder()
  const silent = () => {}
  return {
    ...world,
    env: {},
    cwd: folder,
    files: world.files.below(folder),
    log: { ...world.log, info: silent, warn: silent, progress: silent },
  }
}

function play(step: AnyStep, given: Readonly<Record<string, string>>, stage: World): Promise<Result> {
  return step.run(
    readInputs(step.inputs, input => given[input.name]),
    stage,
  )
}

async function strikeOut(reference: string, { files }: World): Promise<void> {
  const tag = JSON.stringify(reference.slice(reference.lastIndexOf(':') + 1))
  const lines = (await files.readText('plan.jsonl')).split('\n')
  await files.write('plan.jsonl', lines.filter(line => !line.includes(`"tags":[${tag}]`)).join('\n'))
}
