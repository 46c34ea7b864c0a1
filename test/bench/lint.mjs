// How long `lint` takes: one file against bare node, and 1,000 generated files against hadolint on the same files.
// Paired runs, one of each in turn, so that a busy machine slows both alike. Needs dist/ and, for hadolint, the lab.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { makeDockerfiles } from './corpus/dockerfiles.mjs'

const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')
const which = resolve(import.meta.dirname, '../lab/which.mjs')
const rounds = Number(process.argv[2] ?? 9)

const folder = mkdtempSync(join(tmpdir(), 'lint-bench-'))
try {
  const one = join(folder, 'one')
  mkdirSync(one)
  const [first = '', ...rest] = makeDockerfiles(1001)
  writeFileSync(join(one, 'Dockerfile'), first)
  const many = join(folder, 'many')
  const files = rest.map((text, number) => {
    const service = join(many, `service-${number}`)
    mkdirSync(service, { recursive: true })
    writeFileSync(join(service, 'Dockerfile'), text)
    return join(service, 'Dockerfile')
  })

  const bare = paired(rounds, {
    node: () => run(process.execPath, ['-e', '0'], one),
    lint: () => run(process.execPath, [cli, 'lint'], one),
  })
  report('one Dockerfile', bare, 'node', 'lint')

  const hadolint = program('hadolint')
  const race = paired(Math.max(3, Math.floor(rounds / 2)), {
    lint: () => run(process.execPath, [cli, 'lint'], many),
    ...(hadolint === undefined
      ? {}
      : { hadolint: () => run(hadolint, ['--no-fail', '-f', 'json', ...files], many) }),
  })
  if (hadolint === undefined)
    console.log(`1,000 Dockerfiles: lint ${ms(race.lint)}; no hadolint: npm run lab -- --only hadolint`)
  else report('1,000 Dockerfiles', race, 'lint', 'hadolint')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** @param {number} times @param {Record<string, () => void>} runs @returns {Record<string, number>} medians in ms */
function paired(times, runs) {
  const taken = Object.fromEntries(Object.keys(runs).map(name => [name, /** @type {number[]} */ ([])]))
  for (const start of Object.values(runs)) start()
  for (let round = 0; round < times; round++) {
    for (const [name, start] of Object.entries(runs)) {
      const begun = performance.now()
      start()
      taken[name]?.push(performance.now() - begun)
    }
  }
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => [
      name,
      all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0,
    ]),
  )
}

function run(file, args, cwd) {
  const { status, error } = spawnSync(file, args, { cwd, stdio: 'ignore' })
  if (error !== undefined || status === null || status > 1)
    throw new Error(`${file} ended with ${status ?? error}`)
}

function program(name) {
  try {
    return execFileSync(process.execPath, [which, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return undefined
  }
}

function report(what, medians, base, other) {
  const ratio = (medians[other] ?? 0) / (medians[base] ?? 1)
  console.log(
    `${what}: ${base} ${ms(medians[base])}, ${other} ${ms(medians[other])}, ratio ${ratio.toFixed(2)}`,
  )
}

function ms(value) {
  return `${(value ?? 0).toFixed(0)} ms`
}
