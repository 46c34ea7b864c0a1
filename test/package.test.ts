import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
let elsewhere: string

/** Packs the package as it would be published, and unpacks it where nothing of this checkout is. */
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'image-hygiene-package-'))
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', elsewhere], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('[\n'))) as [{ filename: string }]
  const home = join(elsewhere, 'node_modules/image-hygiene')
  mkdirSync(home, { recursive: true })
  execFileSync('tar', ['-xzf', join(elsewhere, filename), '-C', home, '--strip-components=1'])
  // Its dependencies are those that the lock file names: the ones installed here.
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  writeFileSync(join(elsewhere, 'package.json'), '{ "type": "module" }')
}, 120_000)
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

test('the packed library runs a step, classifies a tag and reads a reference', () => {
  writeFileSync(join(elsewhere, 'Dockerfile'), 'FROM alpine:latest\n')
  writeFileSync(
    join(elsewhere, 'use.mjs'),
    `import { classify, loadPolicy, parseReference, runStep, steps, worldOf } from 'image-hygiene'
     const world = worldOf(process.cwd())
     const { policy } = await loadPolicy({ config: '.image-hygiene.yml' }, world)
     const linted = await runStep('lint', { dockerfiles: 'Dockerfile' }, world)
     console.log(JSON.stringify({
       verdict: linted.verdict,
       classes: classify('v1.2.3', policy).map(match => match.class),
       reference: parseReference('alpine:3.22'),
       steps: steps.map(step => step.name),
     }))
     process.exit(0)`,
  )
  const said = JSON.parse(execFileSync(process.execPath, ['use.mjs'], { cwd: elsewhere, encoding: 'utf8' }))
  expect(said).toMatchObject({
    verdict: 'fail',
    classes: ['release'],
    reference: { repository: 'docker.io/library/alpine', tag: '3.22' },
  })
  expect(said.steps).toContain('plan')
})

test('its types are shipped, and strict callers compile against them', () => {
  writeFileSync(
    join(elsewhere, 'use.ts'),
    `import { type Outcome, outcomeOf, type Result, runStep } from 'image-hygiene'
     const result: Result = await runStep('lint', { dockerfiles: 'Dockerfile' })
     const outcome: Outcome = outcomeOf('lint', result)
     const verdict: 'pass' | 'warn' | 'fail' | 'error' = outcome.verdict
     // @ts-expect-error a verdict is no number
     const wrong: number = verdict
     export { wrong }`,
  )
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--skipLibCheck',
    '--types',
    '',
  ]
  execFileSync(process.execPath, [tsc, ...flags, 'use.ts'], { cwd: elsewhere, stdio: 'pipe' })
})

test('the packed command runs', () => {
  const cli = join(elsewhere, 'node_modules/image-hygiene/dist/cli/index.js')
  expect(execFileSync(process.execPath, [cli, '--help'], { encoding: 'utf8' })).toContain('Steps:')
})
