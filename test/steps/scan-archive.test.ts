// An archive is whatever somebody packed. What is in it is judged whole, or there is no verdict: never the half of it.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HygieneError } from '../../src/outcome/index.ts'
import { imagesOfArchive } from '../../src/steps/scan-archive.ts'
import { judgeLayers } from '../../src/steps/scan-layers.ts'
import { createFiles } from '../../src/system/files.ts'
import type { Entry } from '../gates/layers/tars.ts'
import { archive } from '../gates/layers/tars.ts'
import { reportOf, vulnerability } from '../gates/scan/reports.ts'
import { load } from '../policy/policies.ts'
import { meddled } from '../signing/meddled.ts'
import {
  asTar,
  blob,
  blobOf,
  guilty,
  image,
  index,
  json,
  layout,
  type MemberBytes,
  platform,
  saved,
  types,
} from './archives.ts'
import { ended, enterScan, type ScanRoom } from './scan-room.ts'

let room: ScanRoom
beforeEach(async () => {
  room = await enterScan()
})
afterEach(() => room.leave())

const nothing = Buffer.alloc(0)
const without = (members: MemberBytes, name: string): MemberBytes =>
  Object.fromEntries(Object.entries(members).filter(([path]) => path !== name))
const only = image()
const { digest } = only.descriptor
const manifest = JSON.parse(Buffer.from(only.members[blobOf(digest)] ?? nothing).toString())
const configName = blobOf(manifest.config.digest)
const layerName = blobOf(manifest.layers[0].digest)
const whole = layout([[only]])

async function folder(name: string, members: MemberBytes): Promise<void> {
  for (const [path, bytes] of Object.entries(members)) {
    await mkdir(dirname(join(room.folder, name, path)), { recursive: true })
    await writeFile(join(room.folder, name, path), bytes)
  }
}
const scanned = async (bytes: Uint8Array, policy = '') => {
  await room.file('.image-hygiene.yml', `version: 1\nimages: ['ghcr.io/acme/**']\n${policy}`)
  await room.file('image.tar', bytes)
  return room.scan({ archive: 'image.tar' })
}

describe('a whole archive', () => {
  test.each<[string, Uint8Array]>([
    ['an OCI layout', asTar(whole)],
    [
      'one whose names begin with ./',
      asTar(Object.fromEntries(Object.entries(whole).map(([n, b]) => [`./${n}`, b]))),
    ],
    ['one with an index in its index', asTar(layout([[index([[only, platform('amd64')]])]]))],
    ['what docker save writes', asTar(saved())],
    ['what it wrote before', asTar(saved(true))],
  ])('is judged with its layers: %s', async (_, bytes) => {
    expect(ended(await scanned(bytes))).toEqual([0, 'layer-credentials'])
    expect(ended(await scanned(bytes, 'layers: { leftovers: error }'))).toEqual([1, 'layer-credentials'])
  })

  test('of docker save may have links among its own layers', async () => {
    const layers = ['a/layer.tar', 'b/layer.tar', 'c/layer.tar']
    const list = json([{ Config: 'config.json', RepoTags: null, Layers: layers }])
    const links: Entry[] = [
      { path: 'b/layer.tar', kind: '2', link: '../a/layer.tar' },
      { path: 'c/layer.tar', kind: '1', link: 'b/layer.tar' },
    ]
    const bytes = asTar({ 'manifest.json': list, 'config.json': json({}), 'a/layer.tar': guilty }, links)
    const ran = await scanned(bytes)
    expect(ended(ran)).toEqual([0, ...Array(3).fill('layer-credentials')])
  })

  test('as a folder is given to Trivy as it is, where it holds that one image', async () => {
    await folder('layout', whole)
    expect(ended(await room.scan({ archive: 'layout' }))).toEqual([0, 'layer-credentials'])
    const [call] = await room.calls()
    expect(call?.args.slice(-2)).toEqual(['--input', join(room.folder, 'layout')])
  })

  test('is compressed as a whole: then Trivy’s word stands where layers are off, and there is none elsewhere', async () => {
    const packed = gzipSync(asTar(saved()))
    expect(ended(await scanned(packed, 'layers: { leftovers: off }'))).toEqual([0])
    expect(ended(await scanned(packed))).toEqual([3, 'undecidable'])
  })
})

describe('of several images each is judged', () => {
  const [amd, arm] = [image('amd'), image('arm')]
  const attestation = image('attestation')
  const claims = { annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } }
  const found = reportOf([vulnerability({ fixed: '2' })], { CreatedAt: new Date() })
  const several = [
    [attestation, { ...platform('unknown', 'unknown'), ...claims }],
    [amd, platform('amd64')],
    [arm, platform('arm64')],
  ] as const

  test.each<[string, MemberBytes]>([
    ['in one index', layout([[index(several)]])],
    ['side by side', layout(several)],
    [
      'where one claims to be an attestation, and has a platform',
      layout([[amd], [arm, { ...platform('arm64'), ...claims }]]),
    ],
    ['where one is named twice', layout([[amd], [amd], [arm]])],
  ])('%s: the last one fails it', async (_, members) => {
    await room.finds(arm.descriptor.digest, found)
    for (const kind of ['tar', 'folder']) {
      if (kind === 'tar') await room.file('images', asTar(members))
      else await folder('images-folder', members)
      const ran = await room.scan({ archive: kind === 'tar' ? 'images' : 'images-folder' })
      expect([kind, ran.exitCode, ran.outcome.stats['images']]).toEqual([kind, 1, 2])
    }
    const named = (await room.calls()).map(call => call.named)
    const both = [[amd.descriptor.digest], [arm.descriptor.digest]]
    expect(named).toEqual([...both, ...both])
  })

  test('those of the wanted platforms alone, the others may be missing', async () => {
    await room.finds(arm.descriptor.digest, found)
    const members = layout([[index(several)]])
    await room.file('images', asTar(without(members, blobOf(arm.descriptor.digest))))
    expect((await room.scan({ archive: 'images', platforms: 'linux/amd64' })).exitCode).toBe(0)
    expect((await room.scan({ archive: 'images', platforms: 'linux/amd64,linux/arm64' })).exitCode).toBe(3)
    expect((await room.scan({ archive: 'images', platforms: 'linux/s390x' })).exitCode).toBe(3)
  })
})

const deep = Buffer.from(`${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`)
const withIndex = (bytes: Uint8Array): MemberBytes => ({ ...whole, 'index.json': bytes })
const naming = (manifests: unknown) =>
  withIndex(json({ schemaVersion: 2, mediaType: types.index, manifests }))
const list = (value: unknown): MemberBytes => ({ ...saved(), 'manifest.json': json(value) })
const layerOf = (mediaType: string, bytes: Uint8Array = gzipSync(guilty)) =>
  layout([[image('other', [blob(mediaType, bytes)])]])
const utf16 = Buffer.from(Buffer.from(whole['index.json'] ?? nothing).toString(), 'utf16le')

describe('no verdict, exit 3', () => {
  test.each<[string, MemberBytes]>([
    ['a layer is missing', without(whole, layerName)],
    ['the config is missing', without(whole, configName)],
    ['the manifest is missing', without(whole, blobOf(digest))],
    ['the index is missing', without(whole, 'index.json')],
    ['a layer is another than its digest says', { ...whole, [layerName]: gzipSync(archive([])) }],
    ['the config is another', { ...whole, [configName]: json({}) }],
    ['the manifest is another', { ...whole, [blobOf(digest)]: json({ ...manifest, layers: [] }) }],
    ['the index is no JSON', withIndex(Buffer.from('{'))],
    ['the index is empty', withIndex(nothing)],
    ['the index is null', withIndex(json(null))],
    ['the index is text', withIndex(json('index'))],
    ['the index is a list', withIndex(json([]))],
    ['the index is two documents', withIndex(Buffer.concat([json({ manifests: [] }), json({})]))],
    ['the index is UTF-16', withIndex(utf16)],
    ['the index is nested a million deep', withIndex(deep)],
    [
      'the index has a key nested a million deep',
      withIndex(Buffer.concat([Buffer.from('{"manifests":[],"x":'), deep, Buffer.from('}')])),
    ],
    ['the index is __proto__', withIndex(Buffer.from('{"__proto__":{"manifests":[]}}'))],
    ['the index is of many megabytes', withIndex(json({ manifests: [], x: 'x'.repeat(5_000_000) }))],
    ['the index names nothing', naming([])],
    ['the index names what is no digest', naming([{ ...only.descriptor, digest: '../../../etc/passwd' }])],
    ['the index names sha256 of another length', naming([{ ...only.descriptor, digest: 'sha256:ab' }])],
    ['the index names a list', naming([[]])],
    ['the index names attestations alone', layout([[only, platform('unknown', 'unknown')]])],
    ['the index is a manifest', withIndex(json(manifest))],
    ['a manifest has manifests too', layout([[blob(types.manifest, json({ ...manifest, manifests: [] }))]])],
    [
      'a manifest is of a type that nobody knows',
      layout([[image('x', undefined, 'application/vnd.acme+json')]]),
    ],
    ['a layer is of a type that nobody knows', layerOf('application/vnd.acme.layer.v1+json')],
    ['a layer is encrypted', layerOf('application/vnd.oci.image.layer.v1.tar+gzip+encrypted')],
    ['a layer is a chart', layerOf('application/vnd.cncf.helm.chart.content.v1.tar+gzip')],
    ['a layer is no tar', layerOf(types.layer, gzipSync(Buffer.alloc(512, 'x')))],
    ['a layer is cut off', layerOf(types.layer, gzipSync(guilty).subarray(0, 40))],
    ['a layer has zeros behind it', layerOf(types.layer, Buffer.concat([gzipSync(guilty), Buffer.alloc(9)]))],
    ['docker save wrote two images', list([{ Layers: [] }, { Layers: [] }])],
    ['docker save wrote none', list([])],
    ['docker save wrote an object', list({ Layers: [] })],
    ['docker save wrote null', list([null])],
    ['docker save lists no layers', list([{ Layers: null }])],
    ['docker save lists numbers', list([{ Layers: [1] }])],
    ['docker save lists a file outside', list([{ Layers: ['../../../../etc/passwd'] }])],
    ['docker save lists an absolute file', list([{ Layers: ['/etc/passwd'] }])],
    ['docker save lists __proto__', list([{ Layers: ['__proto__'] }])],
    [
      'a layer of docker save is another than its name says',
      { ...saved(), [Object.keys(saved())[2] ?? '']: archive([]) },
    ],
    ['docker save wrote no JSON', { ...saved(), 'manifest.json': Buffer.from('[') }],
    ['there is nothing in it', {}],
  ])('%s', async (_, members) => {
    for (const kind of ['tar', 'folder']) {
      const name = `image-${kind}`
      if (kind === 'tar') await room.file(name, asTar(members))
      else await folder(name, { 'unrelated.txt': nothing, ...members })
      const ran = await room.scan({ archive: name })
      expect([kind, ran.exitCode]).toEqual([kind, 3])
    }
  })

  const clean = layout([[image('clean', [])]])
  const second = (name: string, members: MemberBytes): Entry[] => [
    { path: name, body: members[name] ?? nothing },
  ]
  test.each<[string, Uint8Array]>([
    ['there are two indexes', asTar(whole, second('index.json', clean))],
    [
      'there are two, one as ./',
      asTar(whole, [{ path: './index.json', body: clean['index.json'] ?? nothing }]),
    ],
    ['there are two manifests of docker save', asTar(saved(), second('manifest.json', saved(true)))],
    ['there are two of one layer', asTar(whole, [{ path: layerName, body: nothing }])],
    ['a link stands beside the index', asTar(whole, [{ path: 'index.json', kind: '2', link: 'oci-layout' }])],
    [
      'the index is in a folder above',
      asTar({ ...without(whole, 'index.json'), '../index.json': whole['index.json'] ?? nothing }),
    ],
    [
      'the index is a link out of it',
      asTar(without(whole, 'index.json'), [{ path: 'index.json', kind: '2', link: '../../../etc/passwd' }]),
    ],
    [
      'the index is a hard link out of it',
      asTar(without(whole, 'index.json'), [{ path: 'index.json', kind: '1', link: '/../etc/passwd' }]),
    ],
    [
      'the index is a link to itself',
      asTar(without(whole, 'index.json'), [{ path: 'index.json', kind: '2', link: 'index.json' }]),
    ],
    ['a layer is a device', asTar(without(whole, layerName), [{ path: layerName, kind: '3', claimed: 100 }])],
    [
      'a layer is a link out of it',
      asTar(without(whole, layerName), [{ path: layerName, kind: '2', link: '/dev/zero' }]),
    ],
    ['a name is no UTF-8', asTar({ [Buffer.from([0xff, 0xfe]).toString('latin1')]: nothing })],
    ['it is empty', nothing],
    ['it is no tar', Buffer.alloc(1024, 'x')],
    ['it is compressed by zstd', Buffer.from('KLUv/SAGMQAAZmlyc3Qg', 'base64')],
  ])('%s', async (_, bytes) => {
    expect(ended(await scanned(bytes))[0]).toBe(3)
  })

  test('a layer in a folder is a link to a file outside, which is not read for it', async () => {
    await folder('layout', without(whole, layerName))
    await writeFile(join(room.folder, 'outside'), gzipSync(archive([])))
    await symlink(join(room.folder, 'outside'), join(room.folder, 'layout', layerName))
    expect(ended(await room.scan({ archive: 'layout' }))).toEqual([3, 'damaged'])
  })

  test.each([
    ['/dev/zero', 'index.json'],
    ['/dev/zero', layerName],
    ['/nowhere', layerName],
  ])('a link to %s stands for %s', async (target, name) => {
    await folder('layout', without(whole, name))
    await symlink(target, join(room.folder, 'layout', name))
    expect(ended(await room.scan({ archive: 'layout' }))[0]).toBe(3)
  })
})

describe('is bounded', () => {
  const files = () => createFiles(room.folder, (async function* () {})())
  const open = async (bytes: Uint8Array) => {
    await room.file('image.tar', bytes)
    return imagesOfArchive('image.tar', [], files())
  }
  const refusal = (error: unknown) => expect((error as HygieneError).exitCode).toBe(3)
  const { policy } = load("version: 1\nimages: ['ghcr.io/acme/**']\nlayers: { leftovers: error }\n")

  test('an index that names one large manifest thirty thousand times, and a hundred and one', async () => {
    const large = blob(types.manifest, json({ ...manifest, annotations: { x: 'x'.repeat(4_000_000) } }))
    const same = Array.from({ length: 20_000 }, () => [large] as const)
    const start = performance.now()
    await open(asTar(layout(same))).catch(refusal)
    const many = Array.from({ length: 101 }, (_, n) => [image(`${n}`)] as const)
    await expect(open(asTar(layout(many)))).rejects.toMatchObject({ code: 'undecidable' })
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('an archive of a hundred thousand and one members', async () => {
    const members = Array.from({ length: 100_001 }, (_, n) => ({ path: `m${n}` }))
    await expect(open(archive(members))).rejects.toMatchObject({ code: 'undecidable' })
  })

  test('cut off at every fiftieth it is no image, or has a layer that cannot be read', async () => {
    for (const members of [whole, saved(), saved(true)]) {
      const bytes = asTar(members).subarray(0, -1024)
      // Behind the last byte of the last member there is only padding, which may be missing.
      const last = Object.values(members).at(-1)?.length ?? 0
      const content = bytes.length - ((512 - (last % 512)) % 512)
      for (let part = 0; part < 50; part++) {
        const judged = async () => {
          for (const { name, layers } of await open(bytes.subarray(0, Math.floor((content * part) / 50))))
            await judgeLayers(name, layers, policy, undefined)
        }
        await expect(judged(), String(part)).rejects.toMatchObject({ exitCode: 3 })
      }
    }
  })

  test('with any bytes changed an OCI layout is refused, or judged as what it was', async () => {
    const bytes = asTar(whole)
    await fc.assert(
      fc.asyncProperty(meddled(bytes), async changed => {
        try {
          const [one, ...others] = await open(changed)
          expect(others).toEqual([])
          const found = await judgeLayers('x', one?.layers ?? [], policy, undefined)
          expect(found.map(({ rule }) => rule)).toEqual(['layer-credentials'])
          await one?.place()
        } catch (error) {
          if (!(error instanceof HygieneError)) throw error
          refusal(error)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('any JSON in the place of its lists is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('index', 'manifests', 'saved', 'layers'),
        async (value, where) => {
          const members = {
            index: () => withIndex(json(value)),
            manifests: () => naming(value),
            saved: () => list(value),
            layers: () => list([{ Layers: value }]),
          }[where]()
          const images = await open(asTar(members)).catch(error => {
            expect(error).toBeInstanceOf(HygieneError)
            refusal(error)
            return []
          })
          // An image without layers is one, as `FROM scratch` makes it.
          for (const { layers } of images) {
            if (layers.length > 0)
              await expect(judgeLayers('x', layers, policy, undefined)).rejects.toMatchObject({ exitCode: 3 })
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
