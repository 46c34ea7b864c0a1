// npm run bench [name …]: every benchmark, or those named, one after another; each prints its figures and ratios.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'

const own = ['run.mjs', 'paired.mjs']
const asked = process.argv.slice(2)
const benches = readdirSync(import.meta.dirname)
  .filter(file => file.endsWith('.mjs') && !own.includes(file))
  .map(file => file.slice(0, -'.mjs'.length))
  .filter(name => asked.length === 0 || asked.includes(name))
  .toSorted()

const memory = Math.round(totalmem() / 2 ** 30)
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${memory} GiB, ${new Date().toISOString()}`,
)
for (const name of benches) {
  console.log(`\n## ${name}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.mjs`)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
