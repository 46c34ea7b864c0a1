// The registry of the demo, judged by other people's clients: what they push, pull, list and delete works as with a
// registry that somebody runs.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningRegistry, startRegistry } from '../../src/demo/registry/index.ts'
import { crane, labelsOf, pullWhole } from './clients.ts'
import { image, index, referrer } from './images.ts'
import { run } from './run.ts'
import { tool } from './tools.ts'
import { type Wire, wire } from './wire.ts'

let registry: RunningRegistry
let push: Wire
let folder: string

beforeAll(async () => {
  registry = await startRegistry()
  push = wire(`http://${registry.host}`)
  folder = await mkdtemp(join(tmpdir(), 'lab-embedded-'))
})
afterAll(async () => {
  await registry.close()
  await rm(folder, { recursive: true, force: true })
})

const regctl = (...args: readonly string[]) =>
  run([tool('regctl'), '--host', `reg=${registry.host},tls=disabled`, ...args])
const amd64 = image({ labels: { who: 'amd64' }, platform: { os: 'linux', architecture: 'amd64' } })
const arm64 = image({ labels: { who: 'arm64' }, platform: { os: 'linux', architecture: 'arm64' } })
const both = index([
  { ...amd64.manifest, platform: { os: 'linux', architecture: 'amd64' } },
  { ...arm64.manifest, platform: { os: 'linux', architecture: 'arm64' } },
])

describe('crane', () => {
  test('copies a multi-arch image in, finds it, and copies it on by mounting its layers', async () => {
    await push.pushImage('seed/app', amd64)
    await push.pushImage('seed/app', arm64)
    await push.pushManifest('seed/app', both, 'v1')
    await crane('copy', `${registry.host}/seed/app:v1`, `${registry.host}/crane/app:v1`)
    expect((await crane('digest', `${registry.host}/crane/app:v1`)).stdout.trim()).toBe(both.digest)
    expect((await crane('ls', `${registry.host}/crane/app`)).stdout.trim()).toBe('v1')
    expect((await crane('catalog', registry.host)).stdout).toContain('crane/app')
    await crane('validate', '--remote', `${registry.host}/crane/app:v1`)
  })

  test('uploads a layer, tags, and deletes', async () => {
    await crane('append', '--new_layer', await layerFile(), '--new_tag', `${registry.host}/crane/new:a`)
    await crane('tag', `${registry.host}/crane/new:a`, 'b')
    expect((await crane('ls', `${registry.host}/crane/new`)).stdout.trim().split('\n')).toEqual(['a', 'b'])
    const digest = (await crane('digest', `${registry.host}/crane/new:a`)).stdout.trim()
    await crane('delete', `${registry.host}/crane/new@${digest}`)
    await expect(crane('digest', `${registry.host}/crane/new:b`)).rejects.toThrow(/MANIFEST_UNKNOWN|404/)
  })

  async function layerFile(): Promise<string> {
    const { writeFile } = await import('node:fs/promises')
    const { tar } = await import('./tar.ts')
    const path = join(folder, 'layer.tar')
    await writeFile(path, tar([{ path: 'hello', content: 'hello' }]))
    return path
  }
})

describe('skopeo', () => {
  test('pulls whole, reads labels, and pushes back to another repository', async () => {
    await push.pushImage('skopeo/in', amd64, ['v1'])
    await pullWhole(`${registry.host}/skopeo/in:v1`)
    expect(await labelsOf(`${registry.host}/skopeo/in:v1`)).toEqual({ who: 'amd64' })
    const flags = [
      '--insecure-policy',
      'copy',
      '--src-tls-verify=false',
      '--dest-tls-verify=false',
      '--quiet',
    ]
    await run([
      tool('skopeo'),
      ...flags,
      `docker://${registry.host}/skopeo/in:v1`,
      `docker://${registry.host}/skopeo/out:v1`,
    ])
    await pullWhole(`${registry.host}/skopeo/out:v1`)
    await run([tool('skopeo'), 'delete', '--tls-verify=false', `docker://${registry.host}/skopeo/out:v1`])
    await expect(pullWhole(`${registry.host}/skopeo/out:v1`)).rejects.toThrow()
  })
})

describe('regctl', () => {
  test('copies with referrers, lists them by the API, and deletes a tag alone', async () => {
    await push.pushImage('regctl/app', amd64, ['v1', 'v2'])
    const signature = referrer(amd64.manifest, 'application/vnd.example.signature')
    await push.pushImage('regctl/app', signature)
    const listed = await regctl(
      'artifact',
      'list',
      `${registry.host}/regctl/app:v1`,
      '--format',
      '{{json .}}',
    )
    expect(listed.stdout).toContain(signature.manifest.digest)
    await regctl(
      'image',
      'copy',
      '--referrers',
      `${registry.host}/regctl/app:v1`,
      `${registry.host}/regctl/copy:v1`,
    )
    const copied = await regctl(
      'artifact',
      'list',
      `${registry.host}/regctl/copy:v1`,
      '--format',
      '{{json .}}',
    )
    expect(copied.stdout).toContain(signature.manifest.digest)
    await regctl('tag', 'delete', `${registry.host}/regctl/app:v2`)
    expect((await regctl('tag', 'ls', `${registry.host}/regctl/app`)).stdout.trim()).toBe('v1')
    expect((await regctl('image', 'digest', `${registry.host}/regctl/app:v1`)).stdout.trim()).toBe(
      amd64.manifest.digest,
    )
  })
})
