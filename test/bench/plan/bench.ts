import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Filled, fill } from '../../lab/fill.ts'
import { type Registry, startRegistry } from '../../lab/registries.ts'
import { attempt, run } from '../../lab/run.ts'
import { startServer } from '../../lab/server.ts'
import { regbot, wrk } from './peers.ts'

const cli = resolve(import.meta.dirname, '../../../dist/cli/index.js')
const delay = 30
/** Of the slow peer behind the slow line only a share is timed; its time is linear in the tags, serial as it is. */
const distant = 150

/** `quick`, or BENCH_QUICK in the environment: one round and the small repositories only. */
export async function benchPlan(args: readonly string[]): Promise<void> {
  const quick = args.includes('quick') || process.env['BENCH_QUICK'] !== undefined
  const registry = await startRegistry('docker-registry')
  try {
    for (const count of quick ? [3000] : [3000, 10_000]) {
      const filled = await filling(registry, count, 'annotation')
      await againstWrk(
        registry,
        `bench/annotation-${count}`,
        filled,
        quick ? 1 : 3,
        count === 3000 ? 1.3 : 1.15,
      )
    }
    await filling(registry, 3000, 'label')
    await againstRegbot(registry, 'bench/annotation-3000', 5)
    await againstRegbot(registry, 'bench/label-3000', 2)
    await behindSlowLine(registry, 'bench/annotation-3000')
  } finally {
    await registry.stop()
  }
}

async function filling(registry: Registry, count: number, where: 'annotation' | 'label') {
  const soon = Math.floor(Date.now() / 1000)
  return fill(registry.url, {
    repository: `bench/${where}-${count}`,
    count,
    in: where,
    // Every second image may go, every other one next month.
    expireAt: number => String(number % 2 === 0 ? soon - 86_400 : soon + 30 * 86_400),
  })
}

async function againstWrk(
  registry: Registry,
  repository: string,
  filled: readonly Filled[],
  rounds: number,
  aim: number,
): Promise<void> {
  const paths = filled.map(({ tag }) => `/v2/${repository}/manifests/${tag}`)
  for (const [node, version] of await nodes()) {
    for (let round = 1; round <= rounds; round += 1) {
      const before = await wrk(registry.url, paths, 2)
      const ours = await plan(registry.host, repository, node)
      const after = await wrk(registry.url, paths, 2)
      const rate = Math.max(before, after)
      const floor = (ours.requests / rate) * 1000
      const goal = node === process.execPath ? ` (aim ≤ ${aim})` : ''
      console.log(
        `cold plan of ${repository} on Node ${version}: ${text(ours.ms)}, ${ours.requests} requests, ${ours.going} go; ` +
          `wrk ${Math.round(rate)}/s, so ${text(floor)}: ratio ${(ours.ms / floor).toFixed(2)}${goal}`,
      )
    }
  }
}

async function againstRegbot(registry: Registry, repository: string, aim: number): Promise<void> {
  const ours = await plan(registry.host, repository)
  const theirs = await regbot(registry.host, repository, 3000)
  console.log(
    `${repository}: plan ${text(ours.ms)}, ${ours.requests} requests; regbot ${text(theirs)}: ` +
      `${(theirs / ours.ms).toFixed(1)} × (aim ≥ ${aim})`,
  )
}

/** The lab's Node 24, which runs this, and the one that was asked to. */
async function nodes(): Promise<readonly (readonly [string, string])[]> {
  const asked = process.env['BENCH_NODE'] ?? process.execPath
  if (asked === process.execPath) return [[asked, process.version]]
  const { stdout } = await run([asked, '--version'])
  return [
    [process.execPath, process.version],
    [asked, stdout.trim()],
  ]
}

async function behindSlowLine(registry: Registry, repository: string): Promise<void> {
  const port = registry.host.split(':')[1] ?? ''
  const line = startServer([process.execPath, join(import.meta.dirname, 'slow-line.ts'), port, String(delay)])
  try {
    const host = `127.0.0.1:${await firstNumber(line)}`
    const ours = await plan(host, repository)
    const said = line.log().length
    const theirs = (await regbot(host, repository, distant)) / distant
    await line.stop()
    const connections = Number(line.log().slice(said).trim().split('\n').at(-1))
    const floor = (ours.requests / connections) * delay
    console.log(
      `${repository}, every answer ${delay} ms late: plan ${text(ours.ms)} over ${connections} connections; ` +
        `requests ÷ connections × latency ${text(floor)}: ratio ${(ours.ms / floor).toFixed(2)} (aim ≤ 1.3); ` +
        `a tag ${(ours.ms / ours.tags).toFixed(2)} ms, regbot ${theirs.toFixed(1)} ms: ` +
        `${((theirs * ours.tags) / ours.ms).toFixed(0)} × (aim ≥ 20)`,
    )
  } finally {
    await line.stop()
  }
}

async function firstNumber(line: { log(): string }): Promise<number> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = /^([0-9]+)\n/.exec(line.log())?.[1]
    if (found !== undefined) return Number(found)
    await new Promise(go => setTimeout(go, 25))
  }
  throw new Error(`the slow line did not start: ${line.log()}`)
}

interface Planned {
  /** Of the whole process. */
  readonly ms: number
  readonly requests: number
  readonly tags: number
  readonly going: number
}

async function plan(host: string, repository: string, node = process.execPath): Promise<Planned> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-plan-'))
  try {
    await writeFile(
      join(folder, '.image-hygiene.yml'),
      `version: 1\nimages: ['${host}/${repository}']\nin-use: none\n`,
    )
    const argv = [node, cli, 'plan', '--plan-file', 'plan.jsonl', '--json'] as const
    const ran = await attempt(argv, {
      cwd: folder,
      env: { HOME: folder, CI: undefined, GITHUB_ACTIONS: undefined },
    })
    const { outputs, stats, findings } = JSON.parse(ran.stdout)
    if (ran.code !== 0) throw new Error(JSON.stringify(findings, null, 2))
    const going = Number(outputs.going)
    return { ms: ran.ms, requests: stats['registry-requests'], tags: going + Number(outputs.kept), going }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function text(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
