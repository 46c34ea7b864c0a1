import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuildFacts, checkTags, makeTags, readGivenTag } from '../../src/build/index.ts'
import { isTag } from '../../src/image/index.ts'
import type { LoadedPolicy } from '../../src/policy/index.ts'
import { parsePolicy } from '../../src/policy/parse.ts'
import { facts, onPullRequest, onTag, sha } from './events.ts'
import { days, defaults, policyOf, row } from './policies.ts'

const now = Date.parse('2026-11-21T01:00:00Z') / 1000
const standard = policyOf()
const release = defaults['release'] as NonNullable<(typeof defaults)[string]>
const floating = policyOf({
  ...defaults,
  release: { ...release, tags: ['v{semver}', 'v{semver.major}', 'v{semver.major}.{semver.minor}'] },
})
const staged = policyOf({
  ...defaults,
  release: { ...release, prereleases: 'deny' },
  stage: row({ on: 'git-tag', tags: ['v{semver}'], expires: days(30) }),
})
const branches = policyOf({
  ...defaults,
  commit: row({ on: 'push', tags: ['{branch}', 'commit-{sha}'], expires: days(3) }),
})
const dated = policyOf({ nightly: row({ on: 'push', tags: ['nightly-{date}-{sha:7}'], expires: days(7) }) })
const noPush = policyOf({ release })

describe('the class and the tags of a build', () => {
  test.each<[string, BuildFacts, LoadedPolicy, string, readonly string[], string]>([
    ['a git tag is a release', onTag('v1.2.3'), standard, 'release', ['v1.2.3'], '1.2.3'],
    [
      'a prerelease too, unless denied',
      onTag('v1.2.3-rc.1'),
      standard,
      'release',
      ['v1.2.3-rc.1'],
      '1.2.3-rc.1',
    ],
    [
      'build metadata is written with _',
      onTag('v1.2.3+b.5'),
      standard,
      'release',
      ['v1.2.3_b.5'],
      '1.2.3+b.5',
    ],
    ['a push is a commit', facts(), standard, 'commit', ['commit-6113728f27ae'], 'commit-6113728f27ae'],
    ['a pull request is a preview', onPullRequest(12), standard, 'preview', ['pr-12'], 'pr-12'],
    [
      'floating tags follow a release',
      onTag('v1.2.3'),
      floating,
      'release',
      ['v1.2.3', 'v1', 'v1.2'],
      '1.2.3',
    ],
    ['but no prerelease', onTag('v1.2.3-rc.1'), floating, 'release', ['v1.2.3-rc.1'], '1.2.3-rc.1'],
    [
      'a stage is not a release (v1.2.0-stg1)',
      onTag('v1.2.0-stg1'),
      staged,
      'stage',
      ['v1.2.0-stg1'],
      '1.2.0-stg1',
    ],
    ['nor is v1.2.0-prod', onTag('v1.2.0-prod'), staged, 'stage', ['v1.2.0-prod'], '1.2.0-prod'],
    ['v1.2.0 is', onTag('v1.2.0'), staged, 'release', ['v1.2.0'], '1.2.0'],
    [
      'every template of the class makes one',
      facts({ branch: 'feature/Ünïcode $(id)' }),
      branches,
      'commit',
      ['feature-n-code-id', 'commit-6113728f27ae'],
      'feature-n-code-id',
    ],
    [
      'dates are of the build, in UTC',
      facts(),
      dated,
      'nightly',
      ['nightly-20261121-6113728'],
      'nightly-20261121-6113728',
    ],
  ])('%s', (_name, build, policy, name, tags, version) => {
    const made = makeTags(build, policy, now)
    expect(made.findings).toEqual([])
    expect(made.name).toMatchObject({ classes: [name], tags, version })
  })

  test.each<[string, BuildFacts, LoadedPolicy, string, string]>([
    [
      'an event without a row says which rows exist',
      facts(),
      noPush,
      'no-class',
      'release (git-tag: v{semver})',
    ],
    ['a git tag that is no version', onTag('v1.2'), standard, 'no-class', "the git tag 'v1.2'"],
    ['a branch called latest', facts({ branch: 'latest' }), branches, 'tag-forbidden', "'latest'"],
    [
      'a branch called like a release',
      facts({ branch: 'v1.2.3' }),
      branches,
      'undecidable',
      "'v1.2.3' is a release",
    ],
    [
      'the same, where git says there is no such tag',
      facts({ branch: 'v1.2.3', gitTags: { names: [], complete: true } }),
      branches,
      'tag-not-git-tag',
      'carries no git tag',
    ],
    [
      'a branch called like a signature',
      facts({ branch: `sha256-${'a'.repeat(64)}.sig` }),
      branches,
      'tag-reserved',
      'signatures',
    ],
  ])('%s is refused', (_name, build, policy, rule, words) => {
    const made = makeTags(build, policy, now)
    expect(made.name).toBeUndefined()
    expect(made.findings).toEqual([
      expect.objectContaining({ rule, severity: 'error', message: expect.stringContaining(words) }),
    ])
  })

  test("a row of the user's own comes before a built-in one for the same event", () => {
    const text = "classes: { edge: { on: push, tags: ['edge-{sha}'], expires: 1d } }"
    const made = makeTags(
      facts({}),
      parsePolicy([{ file: 'a.yml', text }], () => ''),
      now,
    )
    expect(made.name).toMatchObject({ classes: ['edge'], tags: [`edge-${sha.slice(0, 12)}`] })
  })

  test('v1.2 is refused with the version it was meant to be', () => {
    const [finding] = makeTags(onTag('v1.2'), standard, now).findings
    expect(finding?.fix).toContain('v1.2.0')
  })
})

describe('tags of another tool', () => {
  const known = { names: ['v1.2.3'], complete: true }
  test.each<[string, BuildFacts, LoadedPolicy, readonly string[], readonly string[]]>([
    [
      'the release that the event names, in a checkout without tags',
      onTag('v1.2.3'),
      standard,
      ['v1.2.3'],
      ['release'],
    ],
    [
      'a release whose git tag is on the pushed commit',
      facts({ gitTags: known }),
      standard,
      ['v1.2.3'],
      ['release'],
    ],
    [
      'short and long forms of the commit',
      facts(),
      standard,
      ['commit-6113728', `commit-${sha}`],
      ['commit'],
    ],
    ['the number of the pull request', onPullRequest(5), standard, ['pr-5'], ['preview']],
    ['a class that any event may make', facts(), standard, ['ubuntu-lts'], ['baseline']],
    ['floating tags of the release', onTag('v1.2.3'), floating, ['v1.2.3', 'v1', 'v1.2'], ['release']],
    [
      'the longest-lived class comes first',
      facts(),
      standard,
      ['commit-6113728', 'x-lts'],
      ['baseline', 'commit'],
    ],
    ['a build that began before midnight', facts(), dated, ['nightly-20261120-6113728'], ['nightly']],
  ])('%s: allowed', (_name, build, policy, tags, classes) => {
    const checked = checkTags(tags, build, policy, now)
    expect(checked.findings).toEqual([])
    expect(checked.name).toMatchObject({ classes, tags })
  })

  test.each<[string, BuildFacts, LoadedPolicy, string, string, string | undefined]>([
    ['latest', facts(), standard, 'latest', 'tag-forbidden', 'commit-6113728f27ae'],
    ['latest on a release', onTag('v1.2.3'), standard, 'latest', 'tag-forbidden', 'v1.2.3'],
    ['a bare commit (row 62)', facts(), standard, '6113728', 'tag-unknown', 'commit-6113728'],
    [
      'a bare commit of letters',
      facts({ sha: `a1b2c3d${'0'.repeat(33)}` }),
      standard,
      'a1b2c3d',
      'tag-unknown',
      'commit-a1b2c3d',
    ],
    ["metadata-action's sha tag", facts(), standard, 'sha-6113728', 'tag-unknown', 'commit-6113728'],
    ['an incomplete version', onTag('v1.2.3'), standard, 'v1.2', 'tag-unknown', 'v1.2.0'],
    ['a version without v', onTag('v1.2.3'), standard, '1.2.3', 'tag-unknown', 'v1.2.3'],
    ['leading zeros', onTag('v1.2.3'), standard, 'v01.2.3', 'tag-unknown', 'v1.2.3'],
    ['a typing error', onPullRequest(5), standard, 'pr_5', 'tag-unknown', 'pr-5'],
    ['another commit', facts(), standard, 'commit-deadbeef', 'tag-not-this-build', 'commit-6113728f27ae'],
    ['another pull request', onPullRequest(5), standard, 'pr-6', 'tag-not-this-build', 'pr-5'],
    ["another event's tag", onTag('v1.2.3'), standard, 'commit-6113728', 'tag-not-this-build', 'v1.2.3'],
    ['a release that is not the git tag', onTag('v1.2.3'), standard, 'v1.2.4', 'tag-not-git-tag', 'v1.2.'],
    [
      'a release on an untagged commit',
      facts({ gitTags: { names: [], complete: true } }),
      standard,
      'v9.0.0',
      'tag-not-git-tag',
      undefined,
    ],
    ['a release from a pull request', onPullRequest(5), standard, 'v1.2.3', 'tag-not-this-build', 'pr-5'],
    ['a release where nobody can know', facts(), standard, 'v1.2.3', 'undecidable', 'fetch-depth: 0'],
    ['a floating tag of another version', onTag('v1.2.3'), floating, 'v2', 'tag-not-git-tag', undefined],
    ['a floating tag for a prerelease', onTag('v1.2.3-rc.1'), floating, 'v1', 'tag-not-git-tag', undefined],
    ['another branch', facts({ branch: 'main' }), branches, 'develop', 'tag-not-this-build', 'main'],
    ['an old date', facts(), dated, 'nightly-20261101-6113728', 'tag-not-this-build', 'nightly-20261121'],
    ['a signature', facts(), standard, `sha256-${'b'.repeat(64)}`, 'tag-reserved', 'commit-6113728f27ae'],
    [
      'a tag of no class where the policy denies them',
      facts(),
      policyOf(defaults, { unknown: 'deny' }),
      'edge',
      'tag-unknown',
      'commit-',
    ],
  ])('%s is refused', (_name, build, policy, tag, rule, fix) => {
    const checked = checkTags([tag], build, policy, now)
    expect(checked.name).toBeUndefined()
    expect(checked.findings).toEqual([expect.objectContaining({ rule, severity: 'error' })])
    if (fix !== undefined) expect(checked.findings[0]?.fix).toContain(fix)
  })

  test('a tag of no class passes with a warning where the policy says so', () => {
    const checked = checkTags(['edge'], facts(), standard, now)
    expect(checked.findings).toEqual([expect.objectContaining({ rule: 'tag-unknown', severity: 'warning' })])
    expect(checked.name).toMatchObject({ classes: [], tags: ['edge'] })
  })

  test('a denied prerelease is not offered itself', () => {
    const strict = policyOf({ ...defaults, release: { ...release, prereleases: 'deny' } })
    const said = [
      ...makeTags(onTag('v1.2.3-rc.1'), strict, now).findings,
      ...checkTags(['v1.2.3-rc.1'], onTag('v1.2.3-rc.1'), strict, now).findings,
    ]
    expect(said).toHaveLength(2)
    for (const { fix = '' } of said) expect(fix).not.toMatch(/mean v|use v/)
  })

  test("a row for '*' lets no slip pass", () => {
    const graveyard = policyOf({ ...defaults, legacy: row({ tags: ['*'], expires: days(180) }) })
    expect(checkTags(['6113728'], facts(), graveyard, now).name).toBeUndefined()
    expect(checkTags(['v1.2'], facts(), graveyard, now).name).toBeUndefined()
    expect(checkTags(['edge'], facts(), graveyard, now).name?.classes).toEqual(['legacy'])
  })

  test('a bare commit that is not the built one is named with its prefix and refused for the right one', () => {
    const [finding] = checkTags(['a1b2c3d'], facts(), standard, now).findings
    expect(finding?.message).toContain('commit-a1b2c3d')
    expect(finding?.fix).toBe('did you mean commit-6113728f27ae?')
  })

  test('one bad tag refuses the build', () => {
    expect(checkTags(['commit-6113728', 'latest'], facts(), standard, now).name).toBeUndefined()
  })

  test('says which line of the policy forbids a tag', () => {
    const [finding] = checkTags(['latest'], facts(), standard, now).findings
    expect(finding?.location).toEqual({ file: '.image-hygiene.yml', line: 3 })
  })

  test.each([
    ['latest', 'latest', undefined],
    ['name:latest', 'latest', 'docker.io/library/name'],
    ['ghcr.io/acme/app:latest', 'latest', 'ghcr.io/acme/app'],
    ['127.0.0.1:5000/app:v1.2.3', 'v1.2.3', '127.0.0.1:5000/app'],
    ['ghcr.io/acme/app', 'latest', 'ghcr.io/acme/app'],
    ['127.0.0.1:5000/app', 'latest', '127.0.0.1:5000/app'],
  ])('%s is read as the tag %s', (text, tag, repository) => {
    expect(readGivenTag(text)).toEqual({ tag, ...(repository === undefined ? {} : { repository }) })
  })

  test.each([
    `ghcr.io/acme/app@sha256:${'a'.repeat(64)}`,
    'ghcr.io/Acme/app:v1.0.0',
    `v${'1'.repeat(128)}`,
    '$(id)',
    'a\n::set-output name=x::y',
    ':v1.0.0',
  ])('%j is neither tag nor reference', text => {
    expect(() => readGivenTag(text)).toThrow(expect.objectContaining({ code: 'bad-usage' }))
  })
})

describe('whatever a branch or a git tag is called', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom('a', '/', '-', '.', '_', '$', '(', ')', '\n', ':', 'Ü', '\u001b'),
      maxLength: 300,
    }),
    fc.constantFrom(
      '__proto__',
      'a\n::set-output name=x::y',
      '$(id)',
      '-',
      '..',
      'latest',
      `v1.2.3`,
      'x'.repeat(250),
    ),
  )
  const policies = fc.constantFrom(standard, floating, staged, branches, dated)

  test('made tags are tags by the OCI grammar, never latest, and stable', () => {
    fc.assert(
      fc.property(hostile, policies, (branch, policy) => {
        const build = facts({ branch, gitTags: { names: [], complete: true } })
        const made = makeTags(build, policy, now)
        for (const tag of made.name?.tags ?? []) {
          expect(isTag(tag)).toBe(true)
          expect(tag).not.toBe('latest')
        }
        expect(makeTags(build, policy, now)).toEqual(made)
      }),
    )
  })

  test('a release is a SemVer version and equals the git tag', () => {
    // The grammar of semver.org, as published there.
    const semver =
      /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+([0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*))?$/
    const part = fc.constantFrom('0', '1', '12', '01', '', 'x')
    const tail = fc.constantFrom('', '-rc.1', '-rc.01', '+b.5', '-a+b', '-', '+', '-stg1', '_x')
    const tagLike = fc
      .tuple(fc.constantFrom('v', '', 'V'), part, part, part, tail)
      .map(([v, a, b, c, rest]) => `${v}${a}.${b}.${c}${rest}`)
    fc.assert(
      fc.property(fc.oneof(tagLike, hostile), gitTag => {
        const made = makeTags(onTag(gitTag), standard, now)
        const isRelease = gitTag.startsWith('v') && semver.test(gitTag.slice(1)) && gitTag.length <= 128
        expect(made.name !== undefined).toBe(isRelease)
        if (made.name) {
          expect(made.name.tags).toEqual([gitTag.replace('+', '_')])
          expect(made.name.version).toBe(gitTag.slice(1))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('long branches with one beginning stay two tags of at most 128 characters', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 20 }),
        fc.string({ minLength: 1, maxLength: 20 }),
        (a, b) => {
          fc.pre(a !== b)
          const [one, other] = [a, b].map(
            end =>
              makeTags(facts({ branch: `feature/${'x'.repeat(150)}${end}` }), branches, now).name?.tags[0] ??
              '',
          )
          expect(one?.length).toBeLessThanOrEqual(128)
          expect(one).not.toBe(other)
        },
      ),
    )
  })

  test('checking any text says something and never throws', () => {
    fc.assert(
      fc.property(hostile, policies, (tag, policy) => {
        const checked = checkTags([tag], facts(), policy, now)
        expect(checked.name !== undefined || checked.findings.length > 0).toBe(true)
      }),
    )
  })
})
