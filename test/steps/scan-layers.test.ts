// Layers as a registry has them, written by whoever may push: read to their end within bounds, or there is no verdict.
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { putBlob, putManifest } from '../../src/demo/registry/index.ts'
import { type Digest, manifestTypes } from '../../src/image/index.ts'
import { judgeLayers, type LayerSource } from '../../src/steps/scan-layers.ts'
import { type FakeRegistry, startFakeRegistry } from '../fakes/registry/index.ts'
import { archive, end, header, pax } from '../gates/layers/tars.ts'
import { reportOf, vulnerability } from '../gates/scan/reports.ts'
import { load } from '../policy/policies.ts'
import { guilty, json, platform, types } from './archives.ts'
import { ended, enterScan, type ScanRoom } from './scan-room.ts'

let room: ScanRoom
let registry: FakeRegistry
beforeEach(async () => {
  ;[room, registry] = await Promise.all([enterScan(), startFakeRegistry()])
})
afterEach(async () => {
  await registry.close()
  await room.leave()
})

const name = 'team/app'
const blob = (mediaType: string, bytes: Uint8Array) => ({
  mediaType,
  digest: putBlob(registry.store, name, bytes),
  size: bytes.length,
})
function push(layers: readonly object[], more: object = {}): Digest {
  const config = blob(types.config, json({ os: 'linux', architecture: 'amd64', layers }))
  const body = { schemaVersion: 2, mediaType: manifestTypes[1], config, layers, ...more }
  return putManifest(registry.store, name, [], manifestTypes[1], json(body))
}
const scanned = async (digest: string, policy = '') => {
  await room.file('.image-hygiene.yml', `version: 1\nimages: ['${registry.host}/team/**']\n${policy}`)
  return room.scan({ references: `${registry.host}/${name}@${digest}` })
}
const oci = (layer: Uint8Array) => push([blob(types.layer, gzipSync(layer))])
const strict = 'layers: { leftovers: error }'

describe('a layer is read', () => {
  test.each([
    'application/vnd.oci.image.layer.v1.tar+gzip',
    'application/vnd.oci.image.layer.nondistributable.v1.tar+gzip',
    'application/vnd.docker.image.rootfs.diff.tar.gzip',
    'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip',
  ])('of the type %s', async mediaType => {
    const digest = push([blob(mediaType, gzipSync(guilty))])
    expect(ended(await scanned(digest))).toEqual([0, 'layer-credentials'])
    expect(ended(await scanned(digest, strict))).toEqual([1, 'layer-credentials'])
  })

  test('by its bytes where the type says less than they are', async () => {
    const digest = push([
      blob('application/vnd.oci.image.layer.v1.tar', gzipSync(guilty)),
      blob(types.layer, guilty),
    ])
    expect(ended(await scanned(digest))).toEqual([0, 'layer-credentials', 'layer-credentials'])
  })

  test.each([
    ['climbs out', [{ path: '../../root/.netrc', size: 3 }]],
    ['climbs within', [{ path: 'a/../root/.netrc', size: 3 }]],
    [
      'is given by PAX',
      [
        { path: 'P', kind: 'x', body: pax({ path: '/root/.netrc' }) },
        { path: 'x', size: 3 },
      ],
    ],
    [
      'stands behind devices of a terabyte',
      [
        { path: 'dev/sda', kind: '4', claimed: 2 ** 30 },
        { path: 'dev/null', kind: '3', claimed: 2 ** 30 },
        { path: 'root/.netrc', size: 3 },
      ],
    ],
  ])('where a name %s', async (_, entries) => {
    expect(ended(await scanned(oci(archive(entries)), strict))).toEqual([1, 'layer-credentials'])
  })

  test('by zstd too, or said to be unreadable here: a warning, and no verdict where the policy is strict', async () => {
    // One file root/.netrc, in the second of two frames.
    const bytes = Buffer.from(zstdNetrc, 'base64')
    const digest = push([blob('application/vnd.oci.image.layer.v1.tar+zstd', bytes)])
    const readable = 'createZstdDecompress' in (await import('node:zlib'))
    expect(ended(await scanned(digest))).toEqual([0, readable ? 'layer-credentials' : 'layer-not-read'])
    expect(ended(await scanned(digest, strict))[0]).toBe(readable ? 1 : 3)
  })
})

describe('no verdict, exit 3, also where the policy merely warns of leftovers', () => {
  const layered = (mediaType: string, bytes: Uint8Array = gzipSync(guilty)) => push([blob(mediaType, bytes)])
  test.each<[string, () => Digest]>([
    ['a type that nobody knows', () => layered('application/vnd.acme.layer')],
    ['no type', () => layered('')],
    ['a type that goes on', () => layered(`${types.layer}+encrypted`)],
    ['a type with a command in it', () => layered(`${types.layer}\n::set-output name=a::b`)],
    ['a chart', () => layered('application/vnd.cncf.helm.chart.content.v1.tar+gzip')],
    ['bytes that are no tar', () => layered(types.layer, Buffer.from('layer'))],
    ['bytes that are cut off', () => layered(types.layer, gzipSync(guilty).subarray(0, 50))],
    [
      'bytes that go on with zeros',
      () => layered(types.layer, Buffer.concat([gzipSync(guilty), Buffer.alloc(99)])),
    ],
    ['a tar in a wrong checksum', () => oci(Buffer.alloc(512, 1))],
    [
      'a tar with a number that nobody can read',
      () => oci(Buffer.concat([header({ path: 'x', claimed: Buffer.alloc(12, 0xff) }), end])),
    ],
    [
      'a name of a gigabyte',
      () => oci(Buffer.concat([header({ path: 'x', kind: 'L', claimed: 2 ** 30 }), end])),
    ],
    ['no bytes', () => push([{ mediaType: types.layer, digest: `sha256:${'0'.repeat(64)}`, size: 1 }])],
    ['a size that is none', () => push([{ ...blob(types.layer, gzipSync(guilty)), size: -1 }])],
    ['a manifest that is an index as well', () => push([], { manifests: [] })],
    ['a manifest with a key in capitals', () => push([], { Layers: [] })],
    ['a layer that is text', () => push(['sha256:x' as never])],
  ])('%s', async (_, digest) => {
    const ran = await scanned(digest())
    expect(ran.exitCode).toBe(3)
    for (const { message } of ran.outcome.findings) expect(message).not.toMatch(/\n/)
  })

  test('other bytes than those of the digest', async () => {
    const digest = oci(guilty)
    const { layers } = JSON.parse(
      Buffer.from(registry.store.repositories.get(name)?.manifests.get(digest)?.bytes ?? '').toString(),
    )
    registry.store.blobs.set(layers[0].digest, gzipSync(archive([])))
    expect(ended(await scanned(digest))[0]).toBe(3)
  })

  test('unless layers are not asked for', async () => {
    expect(ended(await scanned(layered('application/vnd.acme.layer'), 'layers: { leftovers: off }'))).toEqual(
      [0],
    )
  })
})

test('a child that claims to be an attestation and has a platform is judged', async () => {
  const [good, bad] = [oci(archive([])), oci(archive([{ path: 'x' }]))]
  const annotations = { 'vnd.docker.reference.type': 'attestation-manifest' }
  const child = (digest: Digest, more: object) => ({ mediaType: manifestTypes[1], digest, size: 1, ...more })
  const manifests = [child(good, platform('amd64')), child(bad, { ...platform('arm64'), annotations })]
  const body = json({ schemaVersion: 2, mediaType: manifestTypes[0], manifests })
  const ran = await scanned(putManifest(registry.store, name, [], manifestTypes[0], body))
  expect([ran.exitCode, ran.outcome.stats['images']]).toEqual([0, 2])
})

describe('is bounded', () => {
  const { policy } = load("version: 1\nimages: ['ghcr.io/acme/**']\n")
  const source = (bytes: () => AsyncIterable<Uint8Array>): LayerSource => ({
    name: 'layer',
    open: async () => bytes(),
  })
  async function* repeated(piece: Uint8Array, times: number) {
    for (let n = 0; n < times; n++) yield piece
  }
  async function* file(pieces: AsyncIterable<Uint8Array>) {
    yield header({ path: 'x', claimed: 2 ** 33 - 512 })
    yield* pieces
  }

  test('a file without an end', async () => {
    const zeros = Buffer.alloc(1024 * 1024)
    const start = performance.now()
    const layers = Array.from({ length: 1000 }, () => source(() => file(repeated(zeros, 2 ** 13))))
    await expect(judgeLayers('x', layers, policy, undefined)).rejects.toMatchObject({ exitCode: 3 })
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('one small layer that is listed a hundred times, a million entries each', async () => {
    const piece = Buffer.concat(Array.from({ length: 1000 }, () => header({ path: 'a' })))
    const start = performance.now()
    const layers = Array.from({ length: 100 }, () => source(() => repeated(piece, 1000)))
    await expect(judgeLayers('x', layers, policy, undefined)).rejects.toMatchObject({ code: 'too-large' })
    expect(performance.now() - start).toBeLessThan(50_000)
  })

  test('a layer of gzip in a few kilobytes that is gigabytes of a file', async () => {
    const piece = gzipSync(Buffer.alloc(64 * 1024 * 1024), { level: 9 })
    const before = process.memoryUsage().rss
    const bomb = async function* () {
      yield gzipSync(header({ path: 'x', claimed: 2 ** 33 - 512 }))
      yield* repeated(piece, 32)
    }
    await expect(judgeLayers('x', [source(bomb)], policy, undefined)).rejects.toMatchObject({
      code: 'damaged',
    })
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024)
  })
})

test('Trivy’s findings fail the image whatever its layers are', async () => {
  await room.finds('', reportOf([vulnerability({ fixed: '2' })], { CreatedAt: new Date() }))
  expect((await scanned(oci(archive([])))).exitCode).toBe(1)
})

const zstdNetrc =
  'KLUv/WAAA/0BAJQCZXRjL2hvc3RuYW1lADAwMDA2NDQAMDMAMDA1NzcyACAwAHVzdGFyADAHAJCgAuINqQEgRYAjKBhAYprAFyi1L/1gAAddAgAEA3Jvb3QvLm5ldHJjADAwMDA2NDQAMDEwADAwNTU1MwAgdXN0YXIAMHBhc3N3b3JkAAkA9IH/IEAB8YbUCEwgp8wBH0BcgPCaQBI='
