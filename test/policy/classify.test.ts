import { describe, expect, test } from 'vitest'
import {
  classify,
  defaultPolicy,
  isMetadataTag,
  matchesForbidden,
  nearestTag,
  type Policy,
} from '../../src/policy/index.ts'
import { policyOf, sha256 } from './policies.ts'

const standard = defaultPolicy(['ghcr.io/acme/**'], sha256).policy
const staged = policyOf(`
classes:
  release: { prereleases: deny }
  staging: { on: git-tag, tags: ['v{semver}-stg*'], expires: 30d }
  production: { on: git-tag, tags: ['v{semver}-prod'], expires: never }
`)
const graveyard = policyOf(`
classes:
  legacy: { tags: ['*'], expires: 180d }
  old: { tags: ['old-*', '*'], expires: 90d }
`)
const hex = 'a'.repeat(64)
const names = (tag: string, policy = standard) => classify(tag, policy).map(match => match.class)

describe('the classes of a tag', () => {
  test.each<[string, Policy, readonly string[], string?]>([
    ['v1.2.3', standard, ['release']],
    ['v1.2.3-rc.1', standard, ['release'], 'a prerelease is a release unless the row denies it'],
    ['v1.2', standard, []],
    ['commit-a1b2c3d', standard, ['commit']],
    ['a1b2c3d', standard, [], 'the bare commit of the incident matches nothing'],
    ['pr-12', standard, ['preview']],
    ['node20-lts', standard, ['baseline']],
    ['v1.2.3-lts', standard, ['release', 'baseline'], 'a tag may be of several'],
    ['latest', standard, [], 'forbidden is no class'],
    ['v1.2.0', staged, ['release']],
    ['v1.2.0-stg1', staged, ['staging']],
    ['v1.2.0-prod', staged, ['production']],
    ['v1.2.0-rc.1', staged, [], 'denied, and no other row takes it'],
    ['myapp', graveyard, ['legacy', 'old'], "'*' takes what no other class takes"],
    ['old-1', graveyard, ['old'], "a named template wins over '*'"],
    ['v1.0.0', graveyard, ['release'], "a release is no business of '*'"],
    [`sha256-${hex}`, graveyard, [], 'metadata is of no class, not even of the rest'],
    [`sha256-${hex}.sig`, graveyard, []],
  ])('%s', (tag, policy, expected) => {
    expect(names(tag, policy)).toEqual(expected)
  })

  test('carries what the tag says, and the row and template that took it', () => {
    expect(classify('v1.2.3-rc.1_b', standard)).toMatchObject([
      {
        class: 'release',
        template: 'v{semver}',
        captured: { semver: '1.2.3-rc.1+b' },
        rule: { immutable: true },
      },
    ])
  })

  test.each([
    [`sha256-${hex}`, true],
    [`sha256-${hex}.sig`, true],
    [`sha256-${hex}.att`, true],
    [`sha256-${hex}.sbom`, true],
    [`sha512-${hex}`, true],
    [`sha256-${hex}.txt`, true],
    [`sha256-${hex}-1`, true],
    [`sha256-${hex}0`, false],
    [`sha256-${hex.slice(1)}`, false],
    [`sha256-${'A'.repeat(64)}`, false],
    [`x-sha256-${hex}`, false],
  ])('%s is a metadata tag: %s', (tag, expected) => {
    expect(isMetadataTag(tag)).toBe(expected)
  })

  test('a forbidden tag names its row', () => {
    const policy = policyOf("forbid: [latest, 'test*', 'fix-*']")
    expect(matchesForbidden('test2', policy)).toEqual({ template: 'test*', path: 'forbid.1' })
    expect(matchesForbidden('fix-bug-final-v2', policy)).toEqual({ template: 'fix-*', path: 'forbid.2' })
    expect(matchesForbidden('contest', policy)).toBeUndefined()
  })
})

describe('the nearest legal tag', () => {
  const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'
  test.each<[string, Parameters<typeof nearestTag>[2], string, string?]>([
    ['a1b2c3d', {}, 'commit-a1b2c3d'],
    ['a1b2c3d', { event: 'push', sha }, 'commit-a1b2c3d'],
    ['ffffff0', { event: 'push', sha }, 'commit-a1b2c3d4e5f6', 'not of a commit that is not built'],
    ['commit-A1B2C3D', { event: 'push', sha }, 'commit-a1b2c3d'],
    ['sha-a1b2c3d', { event: 'push', sha }, 'commit-a1b2c3d'],
    ['latest', { event: 'push', sha }, 'commit-a1b2c3d4e5f6'],
    ['1.2', {}, 'v1.2.0'],
    ['v1.2', {}, 'v1.2.0'],
    ['v1', {}, 'v1.0.0'],
    ['v01.2.3', {}, 'v1.2.3'],
    ['1.2.3', {}, 'v1.2.3'],
    ['V1.2.3', {}, 'v1.2.3'],
    ['release-1.2.3', {}, 'v1.2.3'],
    ['v1.2.3.rc1', {}, 'v1.2.3-rc1'],
    ['v1.2.3-01', {}, 'v1.2.3-1'],
    ['v1.2.3+b', {}, 'v1.2.3_b'],
    ['v9.9.9', { event: 'git-tag', semver: '1.2.3' }, 'v1.2.3', 'the git tag says it'],
    ['PR-012', {}, 'pr-12'],
    ['12', { event: 'pull-request', number: 12 }, 'pr-12'],
    ['pr-13', { event: 'pull-request', number: 12 }, 'pr-12', 'of this pull request'],
    ['latest', { event: 'pull-request', number: 12 }, 'pr-12'],
  ])('%s with %j is meant as %s', (tag, facts, meant) => {
    expect(nearestTag(tag, standard, facts)?.tag).toBe(meant)
  })

  test.each(['latest', 'fix-bug-final-v2', '', '::set-output name=x::', '$(id)', 'test2'])(
    'there is none for %j without facts',
    tag => {
      expect(nearestTag(tag, standard)).toBeUndefined()
    },
  )

  test('a text that is no tag by far is not looked at closely', () => {
    expect(nearestTag('1.2.3-'.repeat(100_000), standard)).toBeUndefined()
  })

  test('it is never itself forbidden', () => {
    const policy = policyOf("forbid: ['commit-*']")
    expect(nearestTag('a1b2c3d', policy, { event: 'push', sha })).toBeUndefined()
  })

  test('where prereleases are denied, none is suggested', () => {
    expect(nearestTag('1.2.0-rc.1', staged, { event: 'git-tag' })?.class).not.toBe('release')
  })
})
