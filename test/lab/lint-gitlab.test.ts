// The lint component, run by gitlab-ci-local from the generated template with the built CLI of this checkout.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runPipeline } from './ci.ts'
import { componentProject, localExample, root } from './components.ts'

const app = (name: string) => readFile(join(root, 'examples/app', name), 'utf8')

test('a bad Dockerfile fails the job, and the reports are there all the same', async () => {
  const place = await componentProject({
    '.gitlab-ci.yml': await localExample('lint.gitlab-ci.yml'),
    Dockerfile: await app('Dockerfile.bad'),
  })
  const ran = await runPipeline({ folder: place.folder })
  expect(ran.code).not.toBe(0)
  const issues = JSON.parse(await readFile(join(place.folder, 'gl-code-quality-report.json'), 'utf8'))
  expect(issues.some((issue: { severity: string }) => issue.severity === 'critical')).toBe(true)
  expect(await readFile(join(place.folder, 'image-hygiene-lint.xml'), 'utf8')).toContain('<failure')
  await place.remove()
})

test('a good one passes', async () => {
  const place = await componentProject({
    '.gitlab-ci.yml': await localExample('lint.gitlab-ci.yml'),
    Dockerfile: await app('Dockerfile'),
    '.dockerignore': '.git\n.env*\n*.pem\nid_*\n',
    'go.mod': await app('go.mod'),
    'main.go': await app('main.go'),
  })
  const ran = await runPipeline({ folder: place.folder })
  expect([ran.code, ran.stdout + ran.stderr]).toEqual([0, expect.stringContaining('1 Dockerfile')])
  await place.remove()
})

test('an input that is no legal word fails before any job runs', async () => {
  const pipeline = await localExample('lint.gitlab-ci.yml')
  const place = await componentProject({
    '.gitlab-ci.yml': pipeline.replace('dockerfiles: Dockerfile', 'summary: sometimes'),
    Dockerfile: 'FROM scratch\n',
  })
  const ran = await runPipeline({ folder: place.folder })
  expect(ran.code).not.toBe(0)
  expect(ran.stdout + ran.stderr).toContain('summary')
  expect(ran.stdout + ran.stderr).not.toContain('1 Dockerfile')
  await place.remove()
})
