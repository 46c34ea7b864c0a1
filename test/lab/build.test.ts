// `npm run lab` itself: idempotent, whole or absent, and plain about what it does not have.
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attempt, run } from './run.ts'
import { labFolder } from './tools/cache.mjs'

let cache: string

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'lab-cache-'))
})
afterEach(() => rm(cache, { recursive: true, force: true }))

const script = join(labFolder, 'build.mjs')
const lab = (only: string) => [process.execPath, script, '--only', only] as const
const env = () => ({ IMAGE_HYGIENE_LAB: cache })

test('finds everything where it has been before, and makes nothing', async () => {
  const { stdout, stderr } = await run([process.execPath, script])
  expect(stderr).toBe('')
  for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/ found: .*\d/)
})

test('makes a tool once, and says the version that it read back', async () => {
  expect((await run(lab('olareg'), { env: env(), timeout: 240_000 })).stdout).toMatch(
    /^olareg +built in \d+ s: olareg \d+\.\d+\.\d+\n$/,
  )
  expect((await run(lab('olareg'), { env: env() })).stdout).toMatch(/^olareg +found: olareg \d+\.\d+\.\d+\n$/)
  const { tools } = JSON.parse(await readFile(join(cache, 'manifest.json'), 'utf8'))
  expect(existsSync(tools.olareg.path)).toBe(true)
})

test('killed in the middle, leaves nothing that looks made, and the next run sweeps it up', async () => {
  await expect(run(lab('olareg'), { env: env(), timeout: 400 })).rejects.toThrow('took longer than 400 ms')
  expect((await readdir(cache)).filter(name => !name.startsWith('.making-'))).toEqual([])
  await run(lab('olareg'), { env: env(), timeout: 240_000 })
  expect((await readdir(cache)).filter(name => name.startsWith('.making-'))).toEqual([])
})

test('fails by name where a tool cannot be made', async () => {
  const { code, stderr } = await attempt(lab('crane,olareg'), {
    env: { ...env(), PATH: join(cache, 'empty') },
  })
  expect(code).toBe(1)
  expect(stderr).toMatch(/crane +FAILED: go did not start/)
  expect(stderr).toMatch(/olareg +FAILED: go did not start/)
})

test('refuses the name of a tool that the lab does not know', async () => {
  const { code, stderr } = await attempt(lab('zot'), { env: env() })
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('no such tool: zot') })
})
