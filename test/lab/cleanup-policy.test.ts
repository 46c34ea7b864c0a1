// A cleanup by a policy file of one's own on four real registries: tags that go while their image stays, what a foreign
// manifest names, and nothing left dangling of what went. How servers differ is stated by name.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inventory, linesOf, type Workplace, workplace } from './cleanup-cli.ts'
import { pullWhole } from './clients.ts'
import { blob, emptyBlob, image, index, referrer } from './images.ts'
import { type Registry, type RegistryKind, registryKinds, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

const repository = 'team/app'
const past = { expire_at: String(Math.floor(Date.now() / 1000) - 86_400) }

const tested = image({ labels: { ...past, of: 'tested, then released' } })
const amd64 = image({ labels: { ...past, of: 'amd64' } })
const arm64 = image({ labels: { ...past, of: 'arm64' }, platform: { os: 'linux', architecture: 'arm64' } })
const release = index([
  { ...amd64.manifest, platform: { os: 'linux', architecture: 'amd64' } },
  { ...arm64.manifest, platform: { os: 'linux', architecture: 'arm64' } },
])
const old = ['v1.0.0', 'v1.1.0'].map(of => image({ labels: { of } }))
const signed = image({ annotations: past, labels: { of: 'signed' } })
const sbom = referrer(signed.manifest, 'application/spdx+json')
const held = image({ labels: { ...past, of: 'held by something foreign' } })
const foreign = blob('application/vnd.acme.bundle.v1+json', {
  schemaVersion: 1,
  mediaType: 'application/vnd.acme.bundle.v1+json',
  holds: [held.manifest.digest],
  annotations: past,
})

/** Whose `DELETE /v2/<name>/manifests/<tag>` takes the tag and leaves the image (OCI Distribution 1.1). */
const takesTags: Readonly<Record<RegistryKind, boolean>> = {
  'docker-registry': false,
  distribution: true,
  olareg: true,
  ggcr: true,
}
/** Who stores a manifest whose media type it does not know. */
const storesForeign: Readonly<Record<RegistryKind, boolean>> = {
  'docker-registry': false,
  distribution: false,
  olareg: false,
  ggcr: true,
}

const policyFor = (host: string) => `version: 1
images: ['${host}/${repository}']
classes:
  release: { on: git-tag, tags: ['v{semver}'], expires: superseded, keep: { newest: 2 } }
  commit:  { on: push, tags: ['commit-{sha}', 'commit-{sha}-amd64'], expires: 3d }
  bundle:  { tags: ['bundle-*'], expires: 1d }
in-use: { required: [prod], max-age: 1h }
cleanup:
  limits: { deletions: 50, share: 90% }
  untag: ['${host}']
`

let place: Workplace
let registry: Registry
let push: Wire

async function fill(kind: RegistryKind): Promise<void> {
  registry = await startRegistry(kind)
  push = wire(registry.url)
  await push.pushImage(repository, tested, ['commit-0123456789ab', 'v1.2.0'])
  await push.pushImage(repository, amd64, ['commit-0123456789ab-amd64'])
  await push.pushImage(repository, arm64)
  await push.pushManifest(repository, release, 'v2.0.0')
  for (const [at, one] of old.entries()) await push.pushImage(repository, one, [`v1.${at}.0`])
  await push.pushImage(repository, signed, ['commit-00000000000a'])
  await push.pushImage(repository, sbom)
  const fallback = signed.manifest.digest.replace(':', '-')
  const { status } = await push.call('GET', `/v2/${repository}/referrers/${signed.manifest.digest}`)
  if (status === 404) await push.pushManifest(repository, index([sbom.manifest]), fallback)
  await push.pushImage(repository, held, ['commit-00000000000b'])
  await push.pushBlob(repository, emptyBlob)
  const answer = await push.call('PUT', `/v2/${repository}/manifests/bundle-1`, foreign.bytes, {
    'content-type': foreign.mediaType,
  })
  expect(answer.status === 201, `${kind} answers ${answer.status}`).toBe(storesForeign[kind])
  await place.write('.image-hygiene.yml', policyFor(registry.host))
  await place.write('prod.json', inventory([`${registry.host}/${repository}:v2.0.0`]))
}

beforeEach(async () => {
  place = await workplace()
})
afterEach(async () => {
  await registry.stop()
  await place.remove()
})

const call = ['--in-use', 'prod.json', '--plan-file', 'p.jsonl']

describe.each(registryKinds)('on %s', kind => {
  test('the policy file rules: what goes whole, what loses a tag, what a foreign manifest holds, and nothing dangles', async () => {
    await fill(kind)
    const named = (tag: string) => `${registry.host}/${repository}:${tag}`
    const planned = await place.hygiene('plan', ...call)
    expect(planned.code, planned.text).toBe(0)
    const lines = linesOf(await place.read('p.jsonl'))
    const actions = Object.fromEntries(lines.flatMap(line => line.tags.map(tag => [tag, line.action])))
    const heldToo = storesForeign[kind] ? {} : { 'commit-00000000000b': 'delete' }
    expect(actions).toEqual({
      'v1.0.0': 'delete',
      'v1.1.0': 'delete',
      'commit-00000000000a': 'delete',
      'commit-0123456789ab': 'untag',
      'commit-0123456789ab-amd64': 'untag',
      ...heldToo,
    })
    const told = await place.hygiene('explain', named('v1.2.0'), '--in-use', 'prod.json')
    expect(told.text).toMatch(
      /stays: newest: .*\n {2}class: release\n {2}rule: classes\.release\.keep \(\.image-hygiene\.yml:4/,
    )
    expect(told.text).toMatch(/loses: commit-0123456789ab \(expired\); it stays as v1\.2\.0/)

    const applied = await place.hygiene('apply', ...call, '--yes')
    const deleted = lines.filter(({ action }) => action === 'delete')
    if (takesTags[kind]) {
      expect(applied.code, applied.text).toBe(0)
      expect(applied.outcome.outputs).toMatchObject({ untagged: '2', deleted: String(deleted.length) })
    } else {
      expect(applied.code, applied.text).toBe(3)
      expect(applied.outcome.outputs).toMatchObject({ untagged: '0', skipped: '2' })
      const refused = applied.outcome.findings.filter(({ rule }) => rule === 'untag-refused')
      expect(refused).toHaveLength(1)
      expect(refused[0]?.fix).toMatch(/take the host out of cleanup\.untag/)
    }

    const stays = ['v1.2.0', 'v2.0.0', ...(storesForeign[kind] ? ['bundle-1', 'commit-00000000000b'] : [])]
    const names = takesTags[kind] ? [] : ['commit-0123456789ab', 'commit-0123456789ab-amd64']
    expect(await push.tags(repository), 'no fallback or signature tag of what went').toEqual(
      [...stays, ...names].sort(),
    )
    for (const gone of [signed, sbom, ...old]) {
      expect((await push.manifest(repository, gone.manifest.digest)).status).toBe(404)
    }
    const listed = await push.call('GET', `/v2/${repository}/referrers/${signed.manifest.digest}`)
    const left = listed.status === 200 ? (listed.json() as { manifests: unknown[] }).manifests : []
    expect(left, 'referrers of what went').toEqual([])
    for (const tag of ['v1.2.0', 'v2.0.0']) await pullWhole(named(tag))
    expect(await push.digest(repository, amd64.manifest.digest), 'the platform of the release').toBeDefined()

    if (registry.garbageCollect !== undefined) {
      await registry.garbageCollect()
      await registry.restart({})
      for (const tag of ['v1.2.0', 'v2.0.0']) await pullWhole(named(tag))
    }
    if (takesTags[kind]) {
      const back = await place.hygiene('restore', named('commit-0123456789ab'))
      expect(back.code, back.text).toBe(0)
      expect(await push.digest(repository, 'commit-0123456789ab')).toBe(tested.manifest.digest)
    }
    if (registry.garbageCollect !== undefined) {
      const lost = await place.hygiene('restore', named('commit-00000000000a'))
      expect(lost.code, lost.text).toBe(1)
      expect(lost.outcome.findings.map(({ rule }) => rule)).toContain('collected')
      expect(await push.digest(repository, 'commit-00000000000a')).toBeUndefined()
    }
  })
})
