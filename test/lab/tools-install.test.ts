// Installing the real Trivy and the real cosign, from a release page that serves the lab's own binaries.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { trivy } from '../../src/gates/scan/index.ts'
import { cosignSpec } from '../../src/signing/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { thisPlatform } from '../../src/system/tools/platform.ts'
import { provideTool } from '../../src/system/tools/provide.ts'
import type { Tool, ToolSpec, ToolWish } from '../../src/system/tools/spec.ts'
import { type Releases, startReleases } from './releases.ts'
import { run } from './run.ts'
import { tool, toolVersion } from './tools.ts'

let releases: Releases
let folder: string
const kept: string[] = []

/** The real tools, and the checksums of the files that they are released as. */
const real: Record<'trivy' | 'cosign', { spec: ToolSpec; version: string; sha256: string; path: string }> = {
  trivy: { spec: trivy, version: '', sha256: '', path: '' },
  cosign: { spec: cosignSpec, version: '', sha256: '', path: '' },
}

beforeAll(async () => {
  releases = await startReleases()
  const packed = await mkdtemp(join(tmpdir(), 'lab-packed-'))
  kept.push(packed)
  for (const [name, one] of Object.entries(real) as ['trivy' | 'cosign', (typeof real)['trivy']][]) {
    one.version = toolVersion(name)
    const asset = one.spec.asset(one.version, thisPlatform())
    if (asset === undefined) throw new Error(`${name} has no release for this machine`)
    one.path = asset.path
    const file = asset.member === undefined ? tool(name) : join(packed, basename(asset.path))
    if (asset.member !== undefined) {
      const from = ['-C', dirname(tool(name)), basename(tool(name))]
      await writeFile(join(packed, 'README.md'), 'not the program\n')
      const beside = ['-C', packed, 'README.md']
      await run(['tar', '--use-compress-program', 'gzip -1', '-cf', file, ...beside, ...from])
    }
    one.sha256 = await sha256(file)
    releases.serve(asset.path, file)
  }
})
afterAll(async () => {
  await releases?.stop()
  for (const one of kept) await rm(one, { recursive: true, force: true })
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lab-install-'))
  releases.requests.length = 0
  releases.redirectTo(undefined)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** An environment without either tool on PATH, full of what no download may carry. */
async function provide(spec: ToolSpec, wish: Partial<ToolWish>): Promise<Tool> {
  const secrets = { GITHUB_TOKEN: 'ghs_hunter2', TRIVY_PASSWORD: 'hunter2', COSIGN_PASSWORD: 'hunter2' }
  const world = realWorld({
    env: { PATH: '/usr/bin:/bin', HOME: folder, XDG_CACHE_HOME: join(folder, 'cache'), ...secrets },
    cwd: folder,
    log: createLog({ line: () => {}, clock: () => 0 }),
    input: (async function* () {})(),
  })
  const all = { path: undefined, version: undefined, sha256: undefined, mirror: releases.url, ...wish }
  const http = world.http.trusting(releases.authority)
  return provideTool(spec, all, { ...world, http }, thisPlatform()).finally(() => world.http.close())
}

const filesIn = async (path: string) =>
  (await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter(one => one.isFile())
    .map(one => one.name)
    .toSorted()

describe.each(['trivy', 'cosign'] as const)('%s', name => {
  test('is downloaded once, verified, and is the tool that it says it is', async () => {
    const { spec, version, sha256: sum, path } = real[name]
    const installed = await provide(spec, { version, sha256: sum })
    expect(installed).toMatchObject({ version, from: 'installed' })
    expect(await sha256(installed.path)).toBe(await sha256(tool(name)))
    expect(await filesIn(folder)).toEqual([name, `${name}.sha256`])
    expect(await provide(spec, { version, sha256: sum })).toEqual(installed)
    expect(releases.requests).toEqual([`GET /download/${path}`, `GET /storage/${path}`])
  })

  test('of other bytes is refused before anything of it runs, and leaves nothing behind', async () => {
    const { spec, version } = real[name]
    const refused = provide(spec, { version, sha256: 'a'.repeat(64) })
    await expect(refused).rejects.toMatchObject({
      code: 'damaged',
      message: expect.stringMatching(/has sha256 [0-9a-f]{64}, not a{64}: it was not run/),
    })
    expect(await filesIn(folder)).toEqual([])
  })

  test('behind a redirect to a page without TLS is refused', async () => {
    const { spec, version, sha256: sum } = real[name]
    releases.redirectTo(releases.plain)
    await expect(provide(spec, { version, sha256: sum })).rejects.toMatchObject({
      code: 'bad-answer',
      message: expect.stringContaining('redirects the download from https to http:'),
    })
    expect(releases.requests).toHaveLength(1)
  })

  test('that was damaged in the cache is downloaded again', async () => {
    const { spec, version, sha256: sum } = real[name]
    const { path } = await provide(spec, { version, sha256: sum })
    await writeFile(path, '#!/bin/sh\necho owned\n')
    expect(await provide(spec, { version, sha256: sum })).toMatchObject({ version, path })
    expect(await sha256(path)).toBe(await sha256(tool(name)))
  })

  test.each([
    ['latest', /no exact version/, /a release of \w+ in >=.*: a moving name/],
    ['v1', /no exact version/, /a release of \w+ in >=.*: a moving name/],
    ['1.0.0', /is not supported/, /use a release of \w+ in >=/],
  ])('%s is refused before any request', async (version, message, fix) => {
    const refused = provide(real[name].spec, { version, sha256: real[name].sha256 })
    await expect(refused).rejects.toMatchObject({
      code: 'bad-usage',
      message: expect.stringMatching(message),
      findings: [{ fix: expect.stringMatching(fix) }],
    })
    expect(releases.requests).toEqual([])
  })

  test('without a checksum is refused, and the input that is needed is named', async () => {
    const { spec, version } = real[name]
    await expect(provide(spec, { version })).rejects.toMatchObject({
      code: 'bad-usage',
      message: `${name} ${version} cannot be installed without its checksum`,
      findings: [{ fix: expect.stringContaining(`${name}-sha256`) }],
    })
    expect(releases.requests).toEqual([])
  })
})

test.each(['0.69.4', '0.69.5', '0.69.6'])('trivy %s is refused for what it was', async version => {
  const refused = provide(trivy, { version, sha256: real.trivy.sha256 })
  await expect(refused).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringContaining('published by an attacker'),
  })
  expect(releases.requests).toEqual([])
})

test('five runs at once install one whole program', async () => {
  const { spec, version, sha256: sum } = real.cosign
  const installed = await Promise.all(
    Array.from({ length: 5 }, () => provide(spec, { version, sha256: sum })),
  )
  expect(new Set(installed.map(({ path }) => path)).size).toBe(1)
  expect(await filesIn(folder)).toEqual(['cosign', 'cosign.sha256'])
})
