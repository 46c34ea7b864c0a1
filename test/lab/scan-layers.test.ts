// What real registries keep of layers, read as a stream, and our arithmetic held against dive's own.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readLayers, readTar } from '../../src/gates/layers/index.ts'
import { inflate } from '../../src/system/inflate.ts'
import { type ImageOptions, image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt, run } from './run.ts'
import { type ScanRoom, scanRoom } from './scan.ts'
import { tool } from './tools.ts'
import { fixtureDb } from './trivy.ts'
import { wire } from './wire.ts'

let registry: Registry
let cache: string
let room: ScanRoom

beforeAll(async () => {
  registry = await startRegistry('distribution')
  cache = await fixtureDb()
})
afterAll(async () => {
  await registry?.stop()
  await rm(cache, { recursive: true, force: true })
})
beforeEach(async () => {
  room = await scanRoom(cache)
})
afterEach(() => room.remove())

const file = (path: string, size: number, letter = 'x') => ({ path, content: letter.repeat(size) })
const copied = (to: string) => [
  ...[tool('skopeo'), '--insecure-policy', 'copy', '--src-tls-verify=false'],
  ...['docker://REFERENCE', to],
]
const push = async (
  name: string,
  layers: NonNullable<ImageOptions['layers']>,
  format: 'oci' | 'docker' = 'oci',
) => {
  const made = image({ layers, format })
  await wire(registry.url).pushImage(`team/${name}`, made, ['v1'])
  return { reference: `${registry.host}/team/${name}:v1`, made }
}

describe('leftovers', () => {
  const layers = [
    [file('etc/hostname', 5)],
    [file('root/.netrc', 40), file('root/.cache/go-build/aa', 1000), file('var/lib/apt/lists/deb_x', 2000)],
    [file('root/.wh..netrc', 0), file('var/lib/apt/lists/.wh.deb_x', 0)],
  ]

  test.each(['oci', 'docker'] as const)(
    'are found in %s layers of a registry, the deleted ones too',
    async format => {
      const { reference } = await push(`left-${format}`, layers, format)
      const ran = await room.scan({ references: reference })
      const said = ran.outcome.findings.filter(({ rule }) => rule.startsWith('layer-'))
      expect(said.map(({ rule, message }) => [rule, /Layer 3 deletes it/.test(message)])).toEqual([
        ['layer-credentials', true],
        ['layer-cache', false],
        ['layer-cache', true],
      ])
      expect(ran.exitCode).toBe(0)
    },
  )

  test.each([
    ['a tar of crane', (to: string) => [tool('crane'), 'pull', '--insecure', 'REFERENCE', to]],
    ['what docker save writes', (to: string) => copied(`docker-archive:${to}`)],
    ['an OCI layout in a tar', (to: string) => copied(`oci-archive:${to}`)],
    ['an OCI layout in a folder', (to: string) => copied(`oci:${to}`)],
  ] as const)('are found before the push, in %s', async (name, command) => {
    const { reference } = await push(`packed-${name.replaceAll(/\W/g, '').toLowerCase()}`, layers)
    const path = join(room.folder, 'packed')
    const [program = '', ...words] = command(path).map(word => word.replace('REFERENCE', reference))
    await run([program, ...words])
    const ran = await room.scan({ archive: path })
    const said = ran.outcome.findings.filter(({ rule }) => rule.startsWith('layer-'))
    expect(said.map(({ rule, message }) => [rule, /Layer 3 deletes it/.test(message)])).toEqual([
      ['layer-credentials', true],
      ['layer-cache', false],
      ['layer-cache', true],
    ])
    await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\nlayers: { leftovers: error }\n`)
    expect((await room.scan({ archive: path })).exitCode).toBe(1)
  })

  test('an archive that is packed as a whole, or is cut off, is not taken for clean', async () => {
    await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\nlayers: { leftovers: error }\n`)
    const { reference } = await push('packed-cut', layers)
    const path = join(room.folder, 'packed.tar')
    await run([tool('crane'), 'pull', '--insecure', reference, path])
    await run(['gzip', '--keep', path])
    expect((await room.scan({ archive: `${path}.gz` })).exitCode).toBe(3)
    await writeFile(path, (await readFile(path)).subarray(0, 1200))
    expect((await room.scan({ archive: path })).exitCode).toBe(3)
  })

  test('where there are none to read, it is said', async () => {
    const { reference } = await push('told', layers)
    await room.scan({ references: reference, 'trivy-report-file': 'report.json' })
    await writeFile(join(room.folder, 'prod.txt'), `${reference}\n`)
    // Trivy knows no package in it, so a report alone is no verdict: the layers are the question here.
    const ran = await room.scan({ 'in-use': 'prod.txt' })
    expect(ran.outcome.findings.map(({ rule }) => rule)).toContain('layers-not-judged')
  })

  test('fail where the policy says so', async () => {
    await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\nlayers: { leftovers: error }\n`)
    const { reference } = await push('left-fails', layers)
    expect((await room.scan({ references: reference })).exitCode).toBe(1)
  })

  test('a layer whose bytes are others than its digest says is not read as if it were whole', async () => {
    await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\nlayers: { leftovers: error }\n`)
    const { reference, made } = await push('damaged', [[file('a', 10)], [file('root/.netrc', 10)]])
    const hex = made.layers[1]?.digest.slice(7) ?? ''
    const path = join(registry.storage, 'docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data')
    const bytes = await readFile(path)
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 0xff
    await writeFile(path, bytes)
    expect((await room.scan({ references: reference })).exitCode).toBe(3)
  })
})

describe('the efficiency is the one that dive reckons', () => {
  test.each([
    ['a file written twice', [[file('a', 100_000), file('b', 50_000)], [file('a', 100_000, 'y')]]],
    [
      'a file deleted',
      [
        [file('d/a', 100_000), file('b', 50_000)],
        [file('d/.wh.a', 0), file('c', 10_000)],
      ],
    ],
    [
      'a folder deleted',
      [
        [file('d/a', 60_000), file('d/b', 40_000), file('c', 50_000)],
        [file('.wh.d', 0), file('e', 1000)],
      ],
    ],
    [
      'a file written three times',
      [[file('a', 30_000)], [file('a', 20_000)], [file('a', 10_000), file('z', 500)]],
    ],
    ['nothing wasted', [[file('a', 10_000)], [file('b', 10_000)]]],
  ] as const)('%s', async (name, layers) => {
    const { reference, made } = await push(name.replaceAll(' ', '-'), layers)
    const tar = join(room.folder, 'image.tar')
    await run([tool('crane'), 'pull', '--insecure', reference, tar])
    const report = join(room.folder, 'dive.json')
    const ran = await attempt([tool('dive'), '--source', 'docker-archive', tar, '--json', report])
    expect(ran.code, ran.stderr).toBe(0)
    const { image: dive } = JSON.parse(await readFile(report, 'utf8'))

    const reader = readLayers({ efficiency: true })
    for (const { bytes } of made.layers) {
      const source = (async function* () {
        yield bytes
      })()
      await readTar(inflate(source, 'gzip'), { entries: 1000, bytes: 1e9 }, reader.layer())
    }
    const ours = reader.ledger?.result()
    expect([ours?.size, ours?.wasted]).toEqual([dive.sizeBytes, dive.inefficientBytes])
    expect(ours?.score).toBeCloseTo(dive.efficiencyScore, 9)
  })

  test('thresholds of a .dive-ci file fail the step', async () => {
    await writeFile(
      join(room.folder, '.dive-ci'),
      'rules:\n  lowestEfficiency: 0.9\n  highestWastedBytes: 20MB\n',
    )
    await room.policy(`version: 1\nimages: ['${registry.host}/team/**']\nlayers: { dive-ci: .dive-ci }\n`)
    const { reference } = await push('wasteful', [[file('a', 100_000)], [file('a', 100_000, 'y')]])
    const ran = await room.scan({ references: reference })
    expect(ran.exitCode).toBe(1)
    expect(ran.outcome.findings.map(({ rule }) => rule)).toContain('layer-efficiency')
  })
})
