// Reading a registry: `plan` as a whole process against what the registry gives to wrk on the same URLs, against a regbot
// script that reads the same labels, and behind a line that delays every answer. Needs the lab and the built dist/.
// The aims are for the lab's Node 24; where another Node runs the benches, cold plans are timed with it, too.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { manifestFile } from '../lab/tools/cache.mjs'

// The lab is written in TypeScript, which Node runs by itself from 22.18 on: with an older one the lab's Node 24 does it.
if (process.features.typescript === undefined || process.features.typescript === false) {
  const { tools } = JSON.parse(readFileSync(manifestFile(), 'utf8'))
  const { status } = spawnSync(
    tools.node24.path,
    [fileURLToPath(import.meta.url), ...process.argv.slice(2)],
    { stdio: 'inherit', env: { ...process.env, BENCH_NODE: process.execPath } },
  )
  process.exit(status ?? 1)
}

const { benchPlan } = await import('./plan/bench.ts')
await benchPlan(process.argv.slice(2))
