import { describe, expect, it } from 'vitest'
import {
  after,
  day,
  digestOf,
  going,
  metadataTag,
  now,
  policyOf,
  row,
  Scene,
  settle,
  superseded,
  usageOf,
  usual,
  verdicts,
} from './scene.ts'

const past = now - day
const future = now + day

describe('a tag is judged by its classes', () => {
  const scene = () => {
    const registry = new Scene()
    registry.tag('v1.0.0', registry.image('release', { expireAt: past }))
    registry.tag('commit-0123456789ab', registry.image('old commit', { expireAt: past }))
    registry.tag('commit-ba9876543210', registry.image('new commit', { expireAt: future }))
    registry.tag('nightly', registry.image('nightly', { expireAt: past }))
    return registry
  }

  it('goes when its label says so, and stays when its class never expires or it has none', () => {
    expect(verdicts(settle([scene()]))).toEqual({
      'v1.0.0': 'kept: never-expires',
      'commit-0123456789ab': 'goes: expired',
      'commit-ba9876543210': 'kept: not-expired',
      nightly: 'kept: no-class',
    })
  })

  it('reads configs only of tags whose class asks a clock', () => {
    expect(settle([scene()]).read).toEqual({ manifests: 0, configs: 2, referrers: 1 })
  })

  it('reads no config where expire_at is an annotation', () => {
    const registry = new Scene()
    registry.tag('commit-0123456789ab', registry.image('a', { expireAt: past, at: 'annotation' }))
    registry.tag('commit-0123456789ac', registry.image('b', { expireAt: future, at: 'annotation' }))
    const answer = settle([registry])
    expect(verdicts(answer)).toEqual({
      'commit-0123456789ab': 'goes: expired',
      'commit-0123456789ac': 'kept: not-expired',
    })
    expect(answer.read).toEqual({ manifests: 0, configs: 0, referrers: 1 })
  })

  it('goes only if all classes that match let it go', () => {
    const registry = new Scene()
    registry.tag('commit-0123456-lts', registry.image('a', { expireAt: past }))
    const classes = { ...usual, wide: row(['commit-*'], { expires: after(1) }) }
    expect(verdicts(settle([registry], { policy: policyOf({ classes }) }))).toEqual({
      'commit-0123456-lts': 'kept: never-expires',
    })
  })

  it('says which line of the policy let it go', () => {
    const [repository] = settle([scene()]).decision.repositories
    const gone = repository?.images.find(({ fate }) => fate.goes)
    expect(gone).toMatchObject({
      class: 'commit',
      clock: { at: past, source: 'config-label' },
      fate: { rule: { path: 'classes.commit.expires', location: { file: '.image-hygiene.yml', line: 7 } } },
    })
  })
})

describe('stories of lost images', () => {
  it('keeps v0.8.0 when main-abc on the same digest expires (NVSentinel#1339)', () => {
    const registry = new Scene()
    const shared = registry.image('shared', { expireAt: past })
    registry.tag('v0.8.0', shared)
    registry.tag('main-abc', shared)
    const classes = { ...usual, main: row(['main-*'], { expires: after(3) }) }
    const answer = settle([registry], { policy: policyOf({ classes }) })
    expect(verdicts(answer)).toEqual({ 'main-abc': 'kept: never-expires' })
  })

  it('keeps signatures of a platform that a kept index still names (ghcr-cleanup-action#104)', () => {
    const registry = new Scene()
    const platform = registry.image('amd64')
    const old = registry.index('old', [platform], { expireAt: past })
    registry.tag('commit-0123456789ab', old)
    registry.tag('v1.0.0', registry.index('new', [platform]))
    const bundle = registry.image('bundle', { subject: platform })
    expect(going(settle([registry]).decision)).toEqual(new Set([old]))
    expect(going(settle([registry]).decision).has(bundle)).toBe(false)
  })

  it('keeps the platforms that a release shares with an expired candidate (ghcr-cleanup-action#91)', () => {
    const registry = new Scene()
    const shared = registry.image('amd64')
    const own = registry.image('arm64 of the candidate')
    const candidate = registry.tag(
      'commit-0123456789ab',
      registry.index('rc', [shared, own], { expireAt: past }),
    )
    registry.tag('v1.0.0', registry.index('release', [shared]))
    const [repository] = settle([registry]).decision.repositories
    expect(repository?.images.find(({ head }) => head === candidate)).toMatchObject({
      fate: { goes: true, with: [own] },
    })
  })

  it('takes signatures of three kinds along with their image, and theirs', () => {
    const registry = new Scene()
    registry.untagged = 'listed'
    registry.tag('v1.0.0', registry.image('another'))
    const image = registry.tag('commit-0123456789ab', registry.image('a', { expireAt: past }))
    const sig = registry.tag(metadataTag(image, '.sig'), registry.image('sig'))
    const bundle = registry.image('bundle', { subject: image })
    const ofBundle = registry.image('attestation of the bundle', { subject: bundle })
    const listed = registry.image('listed in the fallback index', { subject: image })
    const fallback = registry.tag(metadataTag(image), registry.index('fallback', [listed]))
    expect(going(settle([registry]).decision)).toEqual(
      new Set([image, sig, bundle, ofBundle, fallback, listed]),
    )
  })
})

describe('the floor of a class', () => {
  it('keeps the ten newest by precedence, whatever their order in time', () => {
    const registry = new Scene()
    for (let patch = 0; patch < 13; patch++) registry.tag(`v1.0.${patch}`, registry.image(`p${patch}`))
    const classes = {
      release: row(['v{semver}'], { expires: superseded, keep: { newest: 10, per: 'repository' } }),
    }
    const answer = settle([registry], { policy: policyOf({ classes }) })
    const gone = Object.entries(verdicts(answer)).filter(([, verdict]) => verdict === 'goes: superseded')
    expect(gone.map(([tag]) => tag).sort()).toEqual(['v1.0.0', 'v1.0.1', 'v1.0.2'])
    expect(answer.read.configs).toBe(0)
  })
})

describe('what runs', () => {
  it.each([
    ['tag', (registry: Scene) => ({ repository: registry.repository, tag: 'commit-0123456789ab' as never })],
    ['digest of the index', () => ({ digest: digestOf('index') })],
    ['digest of a platform', () => ({ digest: digestOf('amd64') })],
    ['digest of the config of a platform', () => ({ digest: digestOf('config of amd64') })],
  ])('is kept by %s', (_, use) => {
    const registry = new Scene()
    registry.tag('v1.0.0', registry.image('another'))
    const index = registry.index('index', [registry.image('amd64'), registry.image('arm64')], {
      expireAt: past,
    })
    registry.tag('commit-0123456789ab', index)
    const idle = settle([registry])
    expect(going(idle.decision).size).toBe(3)
    const answer = settle([registry], { usage: usageOf([use(registry)]) })
    expect(verdicts(answer)).toMatchObject({ 'commit-0123456789ab': 'kept: in-use' })
  })
})
