// Real builders against real registries: what the labels and annotations of a build look like once they are pushed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildahPush } from './buildah.ts'
import { type Buildkit, startBuildkit } from './buildkit.ts'
import { labelsOf, pullWhole } from './clients.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

let registry: Registry
let call: Wire
let buildkit: Buildkit

beforeAll(async () => {
  registry = await startRegistry('docker-registry')
  call = wire(registry.url)
  buildkit = await startBuildkit([registry.host])
})
afterAll(async () => {
  await buildkit?.stop()
  await registry?.stop()
})

interface Manifest {
  readonly mediaType: string
  readonly annotations?: Readonly<Record<string, string>>
  readonly manifests: readonly {
    readonly digest: string
    readonly platform: { readonly os: string; readonly architecture: string }
    readonly annotations?: Readonly<Record<string, string>>
  }[]
}
const read = async (repository: string, reference: string) =>
  (await call.manifest(repository, reference)).json() as Manifest

const dockerfile = 'FROM scratch\nCOPY hello /hello\n'
const files = { hello: 'hello\n' }

test('BuildKit pushes an index with annotations, two platforms and an attestation for each', async () => {
  const digest = await buildkit.build({
    dockerfile,
    files,
    push: `${registry.host}/team/multi:v1`,
    platforms: ['linux/amd64', 'linux/arm64'],
    labels: { expire_at: '1700000000' },
    annotations: { index: { expire_at: '1800000000' }, manifest: { expire_at: '1750000000' } },
    provenance: true,
  })
  expect(await call.digest('team/multi', 'v1')).toBe(digest)
  const { mediaType, annotations, manifests } = await read('team/multi', 'v1')
  expect(mediaType).toBe('application/vnd.oci.image.index.v1+json')
  expect(annotations).toEqual({ expire_at: '1800000000' })
  expect(manifests.map(({ platform }) => `${platform.os}/${platform.architecture}`)).toEqual([
    'linux/amd64',
    'linux/arm64',
    'unknown/unknown',
    'unknown/unknown',
  ])
  const [amd64, arm64, ...attestations] = manifests
  for (const child of [amd64, arm64]) {
    expect((await read('team/multi', child?.digest ?? '')).annotations).toEqual({ expire_at: '1750000000' })
    expect(await labelsOf(`${registry.host}/team/multi@${child?.digest}`)).toEqual({
      expire_at: '1700000000',
    })
  }
  expect(attestations.map(({ annotations }) => annotations?.['vnd.docker.reference.digest'])).toEqual([
    amd64?.digest,
    arm64?.digest,
  ])
  await pullWhole(`${registry.host}/team/multi:v1`)
})

test('BuildKit builds on an image of the lab, and a build argument reaches a label', async () => {
  await buildkit.build({
    dockerfile,
    files,
    push: `${registry.host}/team/base:v1`,
    labels: { owner: 'base' },
  })
  await buildkit.build({
    dockerfile: `FROM ${registry.host}/team/base:v1\nARG LINE\nLABEL line=$LINE\n`,
    push: `${registry.host}/team/child:v1`,
    buildArgs: { LINE: 'seven' },
  })
  const labels = await labelsOf(`${registry.host}/team/child:v1`)
  expect(labels, 'the label of the base is handed down').toEqual({ owner: 'base', line: 'seven' })
})

test('BuildKit fails with the words of the build', async () => {
  const push = `${registry.host}/team/broken:v1`
  await expect(buildkit.build({ dockerfile: 'FROM scratch\nCOPY absent /\n', push })).rejects.toThrow(
    '"/absent": not found',
  )
})

const formats = [
  ['docker', 'application/vnd.docker.distribution.manifest.v2+json'],
  ['oci', 'application/vnd.oci.image.manifest.v1+json'],
] as const
test.each(formats)(
  'buildah pushes %s media types with the labels it was given',
  async (format, mediaType) => {
    const push = `${registry.host}/team/buildah:${format}`
    const labels = { expire_at: '1700000000' }
    const digest = await buildahPush({ dockerfile, files, push, format, labels })
    expect(await call.digest('team/buildah', format)).toBe(digest)
    expect((await read('team/buildah', format)).mediaType).toBe(mediaType)
    expect(await labelsOf(push)).toMatchObject(labels)
    await pullWhole(push)
  },
)
