// The repositories that a cleanup is tried on: made by the tools that people build, copy and sign with, so that every
// media type, attestation and signature is what a registry really holds.
import { buildahPush } from './buildah.ts'
import type { Buildkit } from './buildkit.ts'
import { crane } from './clients.ts'
import { type CosignKey, cosignSign } from './cosign.ts'
import { blob, descriptor, emptyBlob, type Image, image, index } from './images.ts'
import type { Registry } from './registries.ts'
import { wire } from './wire.ts'

export const repository = 'team/app'

/** One commit image, one release and one preview more, in a repository of its own. */
export const second = 'team/tools'

/** Nobody asked for it: it is never touched. */
export const stranger = 'other/app'

const day = 86_400
const now = Math.floor(Date.now() / 1000)
const past = { expire_at: String(now - 3 * day) }
const future = { expire_at: String(now + 3 * day) }

const dockerfile = 'FROM scratch\nCOPY hello /hello\n'
const platforms = ['linux/amd64', 'linux/arm64']

/** A Helm chart that says of itself that it may go: it is no image, and not ours to judge. */
const chart: Image = (() => {
  const mediaType = 'application/vnd.oci.image.manifest.v1+json'
  const config = blob('application/vnd.cncf.helm.config.v1+json', { name: 'app', version: '8.0.0' })
  const parts = { config: descriptor(config), layers: [descriptor(emptyBlob)] }
  const manifest = blob(mediaType, { schemaVersion: 2, mediaType, ...parts, annotations: past })
  return { manifest, config, layers: [emptyBlob] }
})()

/** Digests by tag of `team/app`; parts of the index that shares one with a release under names of their own. */
export type Company = Readonly<Record<string, string>>

/** Every tag of `team/app` that a plan lets go, and its class. */
export const going: Readonly<Record<string, string>> = {
  'pr-1': 'preview',
  'pr-2': 'preview',
  'pr-5': 'preview',
  'pr-6': 'preview',
  'pr-7': 'preview',
  'commit-0123456789ab': 'commit',
}

/** Every tag of `team/app` that a plan keeps, and the word for why. */
export const kept: Readonly<Record<string, string>> = {
  'v0.7.0': 'never-expires',
  'v0.8.0': 'never-expires',
  'v0.9.0': 'never-expires',
  'pr-3': 'in-use',
  'pr-4': 'not-expired',
  'pr-8': 'unknown-type',
  latest: 'no-class',
}

/** Signatures by tag of `team/app`, and how each is stored. */
export const signatures = [
  ['v0.7.0', 'bundle'],
  ['v0.7.0', 'legacy'],
  ['v0.8.0', 'legacy'],
  ['pr-3', 'bundle'],
  ['pr-1', 'bundle'],
  ['pr-1', 'legacy'],
  ['pr-2', 'legacy'],
] as const

export async function fillCompany(registry: Registry, buildkit: Buildkit, key: CosignKey): Promise<Company> {
  const { host } = registry
  const at = (tag: string) => `${host}/${repository}:${tag}`
  const call = wire(registry.url)
  const files = (hello: string) => ({ dockerfile, files: { hello: `${hello}\n` } })
  const multi = { platforms, provenance: true }

  // BuildKit: an index with two platforms and an attestation for each.
  await buildkit.build({ ...files('v0.7.0'), ...multi, push: at('v0.7.0') })
  await buildkit.build({ ...files('pr-1'), ...multi, push: at('pr-1'), annotations: { index: past } })
  await buildkit.build({ ...files('pr-5'), push: at('pr-5'), annotations: { manifest: past } })
  // buildah: Docker media types, the moment in a label of the config; one in OCI.
  await buildahPush({ ...files('pr-2'), push: at('pr-2'), labels: past })
  await buildahPush({ ...files('pr-4'), push: at('pr-4'), labels: future, format: 'oci' })
  await buildahPush({ ...files('latest'), push: at('latest') })
  // crane: labels changed without a build, a second tag, a copy to another repository.
  const label = `expire_at=${past.expire_at}`
  await crane('mutate', at('pr-4'), '--label', label, '--label', 'made=crane', '--tag', at('pr-3'))
  await crane('mutate', at('latest'), '--label', label, '--tag', at('commit-0123456789ab'))
  await crane('mutate', at('pr-4'), '--label', label, '--label', 'made=shared', '--tag', at('v0.8.0'))
  await crane('tag', at('v0.8.0'), 'commit-abcdef012345')
  await crane('copy', at('pr-1'), `${host}/${stranger}:pr-1`)
  // Byte by byte: two indexes that share a platform, one of them a release; a Docker image; an artifact that is no image.
  const shared = image({ labels: past, layers: [[{ path: 'shared', content: 'shared' }]] })
  const alone = image({ labels: past, layers: [[{ path: 'alone', content: 'alone' }]] })
  for (const one of [shared, alone]) await call.pushImage(repository, one)
  const amd64 = { ...shared.manifest, platform: { os: 'linux', architecture: 'amd64' } }
  const arm64 = { ...alone.manifest, platform: { os: 'linux', architecture: 'arm64' } }
  await call.pushManifest(repository, index([amd64]), 'v0.9.0')
  await call.pushManifest(repository, index([amd64, arm64], { annotations: past }), 'pr-7')
  await call.pushImage(repository, image({ labels: { ...past, of: 'pr-6' }, format: 'docker' }), ['pr-6'])
  await call.pushImage(repository, chart, ['pr-8'])

  await call.pushImage(second, image({ labels: { of: 'v1.0.0' } }), ['v1.0.0'])
  await call.pushImage(second, image({ annotations: past }), ['commit-ffffffffffff'])
  await call.pushImage(second, image({ labels: { of: 'v1.1.0' } }), ['v1.1.0'])

  const company: Record<string, string> = { shared: shared.manifest.digest, alone: alone.manifest.digest }
  for (const tag of [...Object.keys(going), ...Object.keys(kept), 'commit-abcdef012345']) {
    company[tag] = (await call.digest(repository, tag)) ?? ''
  }
  for (const [tag, format] of signatures) {
    await cosignSign(key, `${host}/${repository}@${company[tag]}`, format)
  }
  return company
}
