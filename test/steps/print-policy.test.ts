import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { runStep } from '../../src/hosts/run.ts'
import type { Input } from '../../src/steps/define.ts'
import { steps } from '../../src/steps/index.ts'
import { realWorld } from '../../src/system/node.ts'

/** Everything a step could need is missing, but for the policy. */
async function run(name: string, policy: string) {
  const cwd = await mkdtemp(join(tmpdir(), 'print-policy-'))
  onTestFinished(() => rm(cwd, { recursive: true, force: true }))
  await writeFile(join(cwd, '.image-hygiene.yml'), policy)
  const quiet = () => {}
  const log = { info: quiet, warn: quiet, progress: quiet, secret: quiet }
  const world = realWorld({ env: {}, cwd, log, input: (async function* () {})() })
  const step = await steps.find(step => step.name === name)?.load()
  if (step === undefined) throw new Error(`there is no step ${name}`)
  return {
    step,
    ...(await runStep(
      step,
      ({ name }: Input<unknown>) => (name === 'print-policy' ? 'true' : undefined),
      world,
    )),
  }
}

// `demo` brings a policy of its own.
describe.each(steps.map(({ name }) => name).filter(name => name !== 'demo'))('%s --print-policy', name => {
  test('prints what holds and where it comes from, and does nothing else', async () => {
    const { result, exitCode } = await run(
      name,
      "version: 1\nimages: ['ghcr.io/acme/**']\nforbid: [latest, stable]\n",
    )
    expect(exitCode).toBe(0)
    expect(result.text).toContain('forbid: [latest, stable]  # .image-hygiene.yml:3')
    expect(result.text).toContain('unknown: warn  # default')
  })

  test('prints what is wrong instead, and exits 2', async () => {
    const { outcome, exitCode } = await run(name, 'version: 1\nforbit: [latest]\n')
    expect(exitCode).toBe(2)
    expect(outcome.findings[0]).toMatchObject({
      fix: 'did you mean forbid?',
      location: { file: '.image-hygiene.yml', line: 2, column: 1 },
    })
  })
})
