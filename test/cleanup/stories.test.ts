import { describe, expect, it } from 'vitest'
import type { Digest, Tag } from '../../src/image/index.ts'
import {
  after,
  ask,
  day,
  digestOf,
  fates,
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
const wide = {
  ...usual,
  main: row(['main-*'], { expires: after(3) }),
  legacy: row(['*'], { expires: after(180) }),
}
const withRelease = () => {
  const registry = new Scene()
  registry.tag('v9.0.0', registry.image('unrelated', { layers: ['unrelated'] }))
  return registry
}

describe('images that others have lost', () => {
  it('never takes a digest for a tag: releases stay where templates match nothing (pinchy#213)', () => {
    const registry = withRelease()
    registry.tag('v1.0.0', registry.image('release', { expireAt: past }))
    const classes = { release: row(['sha256:*'.replace(':', '-')], {}) }
    expect(verdicts(settle([registry], { policy: policyOf({ classes }) }))['v1.0.0']).toBe('kept: no-class')
  })

  it('keeps children that identical rebuilds share, and takes them once both are gone (ghcr-cleanup-action#36)', () => {
    const registry = withRelease()
    const platform = registry.image('amd64')
    const first = registry.tag('commit-0000001', registry.index('first', [platform], { expireAt: past }))
    const second = registry.tag(
      'commit-0000002',
      registry.index('second', [platform], { expireAt: now + day }),
    )
    expect(going(settle([registry]).decision)).toEqual(new Set([first]))
    const later = settle([registry], { now: now + 2 * day })
    expect(going(later.decision)).toEqual(new Set([first, second, platform]))
    const lines = later.decision.repositories[0]?.images.filter(({ fate }) => fate.goes) ?? []
    expect(lines.flatMap(({ fate }) => (fate.goes ? fate.with : []))).toEqual([platform])
  })

  it('plans nothing where a page of the listing may be missing (gcr-cleaner#151)', () => {
    const registry = withRelease()
    registry.tag('commit-0000001', registry.image('old', { expireAt: past }))
    registry.gaps.push({ kind: 'listing', about: 'tags', why: 'len(tags) == n and no Link' })
    const { decision } = settle([registry])
    expect(going(decision).size).toBe(0)
    expect(decision.repositories[0]?.held).toHaveLength(1)
    expect([...fates(decision).values()].every(({ fate }) => !fate.goes && fate.because === 'held')).toBe(
      true,
    )
  })

  it('keeps all three when nobody knows their clocks (gcr-cleaner#79)', () => {
    const registry = new Scene()
    for (const name of ['a', 'b', 'c']) registry.tag(`main-${name}`, registry.image(name))
    const classes = { main: row(['main-*'], { expires: superseded, keep: { newest: 3, per: 'repository' } }) }
    expect(going(settle([registry], { policy: policyOf({ classes }) }).decision).size).toBe(0)
  })

  it('does not take an image of 1970 for an old one (devbox#2597)', () => {
    const registry = withRelease()
    registry.tag('main-1', registry.image('reproducible', { created: '1970-01-01T00:00:01Z' }))
    const answer = settle([registry], { policy: policyOf({ classes: wide, cleanup: { clock: 'created' } }) })
    expect(verdicts(answer)['main-1']).toBe('kept: absurd-clock')
  })

  it('walks a 40-deep diamond of indexes in steps, not in paths (zot#4318)', () => {
    const registry = withRelease()
    let left = registry.image('left')
    let right = registry.image('right')
    for (let level = 0; level < 40; level++) {
      const next = registry.index(`left ${level}`, [left, right])
      right = registry.index(`right ${level}`, [right, left])
      left = next
    }
    const head = registry.tag('commit-0000001', registry.index('top', [left, right], { expireAt: past }))
    const { decision } = settle([registry])
    // The top, forty levels of two, and the two at the bottom.
    expect(going(decision).size).toBe(1 + 80 + 2)
    expect(decision.repositories[0]?.order).toEqual([head])
    registry.tag('v1.0.0', left)
    expect(going(settle([registry]).decision)).toEqual(new Set([head, right]))
  })

  it('keeps what a signature of unknown ending hangs on whole (bsherman/bos#8)', () => {
    const registry = withRelease()
    const image = registry.tag('v1.0.0', registry.image('release'))
    const strange = registry.tag(`${metadataTag(image)}.attested`, registry.image('strange'))
    const classes = { ...wide, legacy: row(['*'], { expires: after(1) }) }
    expect(going(settle([registry], { policy: policyOf({ classes }) }).decision).has(strange)).toBe(false)
  })

  it('keeps a platform by the index that runs, and the index by the platform (METR/hawk#950)', () => {
    const registry = withRelease()
    const platform = registry.image('amd64')
    const index = registry.tag(
      'commit-0000001',
      registry.index('index', [platform, registry.image('arm64')], { expireAt: past }),
    )
    registry.tag('commit-0000002', platform)
    for (const digest of [index, platform, digestOf('config of amd64')]) {
      expect(going(settle([registry], { usage: usageOf([{ digest }]) }).decision)).toEqual(new Set())
    }
  })

  it('keeps a tag that runs under the name of a mirror, once its alias is resolved', () => {
    const registry = withRelease()
    registry.tag('commit-0000001', registry.image('old', { expireAt: past }))
    const use = { repository: registry.repository, tag: 'commit-0000001' as Tag }
    expect(verdicts(settle([registry], { usage: usageOf([use]) }))['commit-0000001']).toBe('kept: in-use')
  })

  it('keeps the base of a release in another repository, by its digest and by its layers', () => {
    const app = new Scene('registry.example.com/acme/app')
    const bases = new Scene('registry.example.com/acme/base')
    bases.tag('v1.0.0', bases.image('current'))
    const named = bases.tag('commit-0000001', bases.image('named', { expireAt: past }))
    const layered = bases.tag(
      'commit-0000002',
      bases.image('layered', { expireAt: past, layers: ['os', 'runtime'] }),
    )
    const equal = bases.tag(
      'commit-0000003',
      bases.image('equal', { expireAt: past, layers: ['os', 'runtime', 'app'] }),
    )
    app.tag('v1.0.0', app.image('by name', { base: named }))
    const platform = app.image('by layers', { layers: ['os', 'runtime', 'app'] })
    app.tag('v1.1.0', app.index('index', [platform]))
    const { decision } = settle([app, bases])
    expect(going(decision)).toEqual(new Set([equal]))
    expect(fates(decision).get('commit-0000002')?.fate).toMatchObject({ because: 'base-of-kept' })
    expect(going(decision).has(layered)).toBe(false)
  })

  it('holds a repository whose kept index names an index that answers 404', () => {
    const registry = withRelease()
    const nested = registry.index('nested', [registry.image('amd64')])
    registry.tag('v1.0.0', registry.index('outer', [nested]))
    registry.gone.add(nested)
    registry.tag('commit-0000001', registry.image('old', { expireAt: past }))
    const { decision } = settle([registry])
    expect(going(decision).size).toBe(0)
    expect(decision.repositories[0]?.held[0]?.about).toBe(nested)
  })

  it('lets an index go whose platform is already gone, and does not name what is not there', () => {
    const registry = withRelease()
    const gone = registry.image('gone')
    const index = registry.tag(
      'commit-0000001',
      registry.index('sparse', [gone, registry.image('here')], { expireAt: past }),
    )
    registry.gone.add(gone)
    expect(going(settle([registry]).decision)).toEqual(new Set([index, digestOf('here')]))
  })
})

describe('the floor of releases', () => {
  const releases = (
    tags: readonly string[],
    keep: number,
    per: 'repository' | 'major' | 'minor' = 'repository',
  ) => {
    const registry = new Scene()
    for (const tag of tags) registry.tag(tag, registry.image(tag, { layers: [tag] }))
    const classes = { release: row(['v{semver}'], { expires: superseded, keep: { newest: keep, per } }) }
    const { decision } = settle([registry], { policy: policyOf({ classes }) })
    const gone = going(decision)
    return tags.filter(tag => gone.has(digestOf(tag)))
  }

  it.each([
    ['by precedence, not as text', ['v1.9.0', 'v1.10.0', 'v1.2.0'], 2, undefined, ['v1.2.0']],
    ['a prerelease takes no release’s place', ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1'], 2, undefined, []],
    [
      'and goes when enough has come after it',
      ['v1.0.0-rc.1', 'v1.0.0', 'v1.1.0'],
      2,
      undefined,
      ['v1.0.0-rc.1'],
    ],
    ['numeric identifiers as numbers', ['v1.0.0-rc.9', 'v1.0.0-rc.10'], 1, undefined, ['v1.0.0-rc.9']],
    ['per minor', ['v1.0.0', 'v1.0.1', 'v1.1.0', 'v2.0.0'], 1, 'minor' as const, ['v1.0.0']],
    ['per major', ['v1.0.0', 'v1.0.1', 'v1.1.0', 'v2.0.0'], 1, 'major' as const, ['v1.0.0', 'v1.0.1']],
    [
      'build metadata has no precedence: equals stay together',
      ['v1.0.0_a', 'v1.0.0_b', 'v0.9.0'],
      1,
      undefined,
      ['v0.9.0'],
    ],
    [
      'numbers beyond 2^53 are not ranked, and take no place',
      ['v1.0.9007199254740993', 'v1.0.1', 'v1.0.0'],
      1,
      undefined,
      ['v1.0.0'],
    ],
  ])('%s', (_, tags, keep, per, expected) => {
    expect(releases(tags, keep, per)).toEqual(expected)
  })

  it('counts digests, not tags', () => {
    const registry = new Scene()
    const newest = registry.image('newest')
    for (const tag of ['v1.2.0', 'v1.2.0_hotfix', 'v1.1.9']) registry.tag(tag, newest)
    registry.tag('v1.1.0', registry.image('second'))
    registry.tag('v1.0.0', registry.image('third'))
    const classes = {
      release: row(['v{semver}'], { expires: superseded, keep: { newest: 2, per: 'repository' } }),
    }
    expect(going(settle([registry], { policy: policyOf({ classes }) }).decision)).toEqual(
      new Set([digestOf('third')]),
    )
  })
})

describe('previews', () => {
  const classes = {
    ...usual,
    preview: row(['pr-{number}'], { expires: after(14), ends: 'closed', after: day }),
  }
  const preview = (source?: string) => {
    const registry = withRelease()
    registry.tag(
      'pr-7',
      registry.image('preview', { expireAt: now + 9 * day, ...(source === undefined ? {} : { source }) }),
    )
    return registry
  }
  const branches = new Map<string, number>()
  const closed = { project: 'acme/app', at: new Map([[7, now - 2 * day]]), branches }

  it('may go before their label says so when their pull request is closed', () => {
    const answer = settle([preview()], { policy: policyOf({ classes }), closed })
    expect(verdicts(answer)['pr-7']).toBe('goes: ended')
    expect(fates(answer.decision).get('pr-7')?.clock).toEqual({
      at: now - day,
      source: 'pull-request-closed',
    })
  })

  it.each([
    ['nobody says that it is closed', preview(), undefined],
    ['it was closed a moment ago', preview(), { ...closed, at: new Map([[7, now - 60]]) }],
    ['the number is that of another project', preview('https://github.com/acme/other'), closed],
    ['it does not say which project it is of', preview(''), closed],
  ])('wait for their clock when %s', (_, registry, known) => {
    const question = { policy: policyOf({ classes }), ...(known === undefined ? {} : { closed: known }) }
    expect(verdicts(settle([registry], question))['pr-7']).toBe('kept: not-expired')
  })
})

describe('previews of branches', () => {
  const classes = {
    ...usual,
    preview: row(['br-{branch}'], { expires: after(14), ends: 'closed', after: day }),
  }
  const verdictWith = (branches: ReadonlyMap<string, number>) => {
    const registry = withRelease()
    registry.tag('br-new-menu', registry.image('preview', { expireAt: now + 9 * day }))
    const closed = { project: 'acme/app', at: new Map(), branches }
    return settle([registry], { policy: policyOf({ classes }), closed })
  }

  it('may go before their label says so when their branch is gone', () => {
    const answer = verdictWith(new Map([['new-menu', now - 2 * day]]))
    expect(verdicts(answer)['br-new-menu']).toBe('goes: ended')
    expect(fates(answer.decision).get('br-new-menu')?.clock).toEqual({
      at: now - day,
      source: 'branch-deleted',
    })
  })

  it.each([
    ['nobody says that it is gone', new Map()],
    ['it was deleted a moment ago', new Map([['new-menu', now - 60]])],
    ['another one is gone', new Map([['menu', now - 2 * day]])],
  ])('wait for their clock when %s', (_, branches) => {
    expect(verdicts(verdictWith(branches))['br-new-menu']).toBe('kept: not-expired')
  })
})

describe('what only a registry with a push time can tell', () => {
  it('refuses a minimum age that was set on purpose where there is no push time', () => {
    const registry = withRelease()
    registry.tag('commit-0000001', registry.image('old', { expireAt: past }))
    const policy = policyOf({ cleanup: { 'min-age-set': true } })
    expect(() => settle([registry], { policy })).toThrow(/cleanup\.min-age/)
  })

  it('untagged images go by their own row, where the registry lists them', () => {
    const registry = withRelease()
    const old = registry.image('untagged', { pushed: now - 20 * day })
    registry.image('young untagged', { pushed: now - 2 * day })
    expect(going(settle([registry]).decision).size).toBe(0)
    registry.untagged = 'listed'
    expect(going(settle([registry]).decision)).toEqual(new Set([old]))
  })
})

describe('tags where the policy lets them be deleted natively', () => {
  it('name those that, judged alone, go; never of what runs', () => {
    const registry = new Scene()
    const shared = registry.tag('v1.0.0', registry.image('shared', { expireAt: past, at: 'annotation' }))
    registry.tag('commit-0000001', shared)
    const policy = policyOf({ cleanup: { untag: ['registry.example.com'] } })
    expect(fates(settle([registry], { policy }).decision).get('commit-0000001')?.untag).toMatchObject({
      tags: ['commit-0000001'],
      because: 'expired',
      class: 'commit',
      by: { tag: 'v1.0.0', digest: shared },
    })
    const usage = usageOf([{ digest: shared }])
    expect(fates(settle([registry], { policy, usage }).decision).get('commit-0000001')?.untag).toBeUndefined()
    expect(fates(settle([registry]).decision).get('commit-0000001')?.untag).toBeUndefined()
  })
})

describe('bytes', () => {
  it('are counted once a registry: what a kept image or another repository needs frees nothing', () => {
    const app = withRelease()
    const layers = ['shared with a release', 'own']
    app.tag('v1.0.0', app.image('release', { layers: ['shared with a release', 'other'] }))
    app.tag('commit-0000001', app.image('old', { expireAt: past, layers }))
    const [repository] = settle([app]).decision.repositories
    // A manifest of 500, a config of 1,000 and one layer of 10,000.
    expect(repository?.bytes).toBe(11_500)
    const copy = new Scene('registry.example.com/acme/copy')
    copy.tag('v1.0.0', copy.image('mounted', { layers: ['own', 'x'] }))
    expect(settle([app, copy]).decision.repositories[0]?.bytes).toBe(1_500)
  })
})

it('asks in rounds, never twice for the same, and answers without asking when it knows enough', () => {
  const registry = withRelease()
  const platforms: Digest[] = ['amd64', 'arm64'].map(name => registry.image(name, { expireAt: past }))
  registry.tag('commit-0000001', registry.index('index', platforms))
  const answer = settle([registry])
  // Two platforms and their configs for the clock; what refers to the three that go.
  expect(answer.read).toEqual({ manifests: 2, configs: 2, referrers: 3 })
  expect('wants' in ask([registry.whole()], {})).toBe(false)
})
