import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTag } from '../../src/image/index.ts'
import { compileTemplate, type Template, type TemplateOptions } from '../../src/policy/index.ts'

function template(text: string, options?: TemplateOptions): Template {
  const compiled = compileTemplate(text, options)
  if ('fault' in compiled) throw new Error(compiled.fault)
  return compiled
}

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678'

describe('what a template makes', () => {
  test.each([
    ['v{semver}', { semver: '1.2.3' }, 'v1.2.3'],
    ['{semver}', { semver: '1.2.3' }, '1.2.3'],
    ['v{semver}', { semver: '1.2.3-rc.1+build.5' }, 'v1.2.3-rc.1_build.5'],
    ['v{semver.major}', { semver: '1.2.3' }, 'v1'],
    ['v{semver.major}.{semver.minor}', { semver: '1.2.3-rc.1' }, 'v1.2'],
    ['commit-{sha}', { sha }, 'commit-a1b2c3d4e5f6'],
    ['commit-{sha:7}', { sha }, 'commit-a1b2c3d'],
    ['commit-{sha:40}', { sha }, `commit-${sha}`],
    ['pr-{number}', { number: 123 }, 'pr-123'],
    ['{branch}-{sha:7}', { branch: 'feature/ABC 1', sha }, 'feature-ABC-1-a1b2c3d'],
    ['{branch}', { branch: '.-hidden/' }, 'hidden'],
    ['nightly-{date}', { date: 1_795_222_800 }, 'nightly-20261121'],
    ['runtime-lts', {}, 'runtime-lts'],
  ])('%s of %j is %s', (text, facts, tag) => {
    expect(template(text).make(facts)).toBe(tag)
  })

  test.each([
    ['v{semver}', {}, /needs a SemVer version/],
    ['pr-{number}', { sha }, /needs the number of a pull/],
    ['*-lts', {}, /recognises tags but makes none/],
    ['v{semver}', { semver: '01.2.3' }, /no legal value/],
    ['commit-{sha}', { sha: '$(id)' }, /is no tag/],
    ['commit-{sha}', { sha: 'abc' }, /no legal value/],
    ['pr-{number}', { number: -1 }, /no legal value/],
  ])('%s makes none of %j', (text, facts, why) => {
    expect(template(text).make(facts)).toEqual({ fault: expect.stringMatching(why) })
  })

  test('a class that denies prereleases makes no tag of one, and says so', () => {
    expect(template('v{semver}', { prereleases: 'deny' }).make({ semver: '1.2.0-rc.1' })).toEqual({
      fault: expect.stringMatching(/1\.2\.0-rc\.1 is a prerelease/),
    })
  })

  test('a branch that had to be cut keeps its tag, and another one of the same beginning gets another', () => {
    const { make } = template('{branch}-{sha}')
    const long = `feature/${'x'.repeat(300)}`
    const [one, again, other] = [long, long, `${long}y`].map(branch => make({ branch, sha }))
    expect(one).toBe(again)
    expect(one).not.toBe(other)
    expect(one).toHaveLength(128)
    expect(one).toMatch(/-a1b2c3d4e5f6$/)
  })

  test('a branch without a letter that a tag may have still has a name of its own', () => {
    const { make } = template('{branch}')
    expect(make({ branch: '日本' })).toMatch(/^[0-9a-f]{8}$/)
    expect(make({ branch: '日本' })).not.toBe(make({ branch: '中国' }))
  })
})

describe('what a template reads', () => {
  test.each([
    ['v{semver}', 'v1.2.3', { semver: '1.2.3' }],
    ['v{semver}', 'v1.2.3-rc.1_b.5', { semver: '1.2.3-rc.1+b.5' }],
    ['v{semver}', 'v1.2', undefined],
    ['v{semver}', '1.2.3', undefined],
    ['v{semver}', 'v01.2.3', undefined],
    ['v{semver}', 'xv1.2.3', undefined],
    ['v{semver}', 'v1.2.3x', undefined],
    ['v{semver}-alpine', 'v1.2.3-alpine', { semver: '1.2.3' }],
    ['v{semver}-alpine', 'v1.2.3-rc.1-alpine', { semver: '1.2.3-rc.1' }],
    ['v{semver}-{sha}', 'v1.2.3-rc-abcdef1', { semver: '1.2.3-rc', sha: 'abcdef1' }],
    ['v{semver}-stg*', 'v1.2.0-stg1', { semver: '1.2.0' }],
    ['v{semver.major}.{semver.minor}', 'v1.2', { major: 1, minor: 2 }],
    ['v{semver.major}.{semver.minor}', 'v1.02', undefined],
    ['commit-{sha}', 'commit-a1b2c3d', { sha: 'a1b2c3d' }],
    ['commit-{sha}', `commit-${sha}`, { sha }],
    ['commit-{sha}', 'commit-a1b2c3', undefined],
    ['commit-{sha}', `commit-${sha}0`, undefined],
    ['commit-{sha}', 'commit-A1B2C3D', undefined],
    ['commit-{sha:7}', 'commit-a1b2c3d4', undefined],
    ['pr-{number}', 'pr-123', { number: 123 }],
    ['pr-{number}', 'pr-0123', undefined],
    ['pr-{number}', 'pr-', undefined],
    ['pr-{number}', 'pr-9999999999999999', undefined],
    ['{branch}-{sha:7}', 'feature-x-a1b2c3d', { branch: 'feature-x', sha: 'a1b2c3d' }],
    ['nightly-{date}', 'nightly-20261121', { date: '20261121' }],
    ['nightly-{date}', 'nightly-20261321', undefined],
    ['*-lts', 'ubuntu22-lts', {}],
    ['*-lts', 'ubuntu22-lts-1', undefined],
    ['test*', 'test', {}],
    ['latest', 'latest', {}],
    ['latest', 'Latest', undefined],
    ['a.c', 'abc', undefined],
    ['*', 'anything.at_all-1', {}],
  ])('%s reads %s as %j', (text, tag, captured) => {
    expect(template(text).match(tag)).toEqual(captured)
  })

  test('what is no tag at all is of no template', () => {
    for (const text of ['', '.a', '-a', 'a/b', 'a\n', 'a b', 'ä', 'x'.repeat(129), 'x'.repeat(1_000_000)]) {
      expect(template('*').match(text)).toBeUndefined()
    }
  })

  test('where prereleases are denied, only a reading without one counts', () => {
    const { match } = template('v{semver}*', { prereleases: 'deny' })
    expect(match('v1.2.0-rc.1')).toEqual({ semver: '1.2.0' })
    expect(template('v{semver}', { prereleases: 'deny' }).match('v1.2.0-rc.1')).toBeUndefined()
  })
})

describe('what is no template', () => {
  test.each([
    ['', /empty/, undefined],
    ['commit-{shaa}', /no placeholder/, '{sha}'],
    ['{SemVer}', /no placeholder/, '{semver}'],
    ['{sha:6}', /7 to 40/, '{sha}'],
    ['{sha:41}', /7 to 40/, '{sha}'],
    ['{number:3}', /no placeholder/, undefined],
    ['{constructor}', /no placeholder/, undefined],
    ['{__proto__}', /no placeholder/, undefined],
    ['feature/{sha}', /cannot stand in a tag/, 'feature-'],
    ['v1.0+b', /cannot stand in a tag/, 'v1.0-b'],
    ['-{sha}', /does not start with/, undefined],
    ['.x', /does not start with/, undefined],
    ['{sha', /no partner/, undefined],
    ['sha}', /no partner/, undefined],
    ['a**', /one '\*' is enough/, '*'],
    ['{sha}{number}', /put a '-'/, undefined],
    ['{sha}-{sha:7}', /twice/, undefined],
    ['{semver}-{semver.major}', /not both/, undefined],
    ['a'.repeat(129), /at most 128/, undefined],
  ])('%s', (text, fault, fix) => {
    expect(compileTemplate(text)).toMatchObject({
      fault: expect.stringMatching(fault),
      ...(fix === undefined ? {} : { fix: expect.stringContaining(` ${fix}`) }),
    })
  })
})

const piece = fc.constantFrom(
  ...['v', 'x', '-', '.', '_', '*', '1', 'rc', '{semver}', '{semver.major}', '{semver.minor}', '{sha}'],
  ...['{sha:7}', '{number}', '{branch}', '{date}'],
)
const templates = fc
  .tuple(
    fc.string({ unit: piece, minLength: 1, maxLength: 6 }),
    fc.constantFrom<'allow' | 'deny'>('allow', 'deny'),
  )
  .map(([text, prereleases]) => compileTemplate(text, { prereleases }))
  .filter((compiled): compiled is Template => !('fault' in compiled))
const tagPiece = fc.constantFrom(
  ...['v', 'x', '-', '.', '_', '0', '1', '1.2.3', '1.0.0-rc.1', 'rc', 'abcdef0', '20261121', sha, 'A'],
)
const tags = fc.string({ unit: tagPiece, minLength: 1, maxLength: 8 }).filter(isTag)

describe('for any template', () => {
  test('the exported pattern takes exactly the tags that the template reads', () => {
    fc.assert(
      fc.property(templates, tags, (compiled, tag) => {
        expect(new RegExp(compiled.pattern).test(tag)).toBe(compiled.match(tag) !== undefined)
      }),
      { numRuns: 5000 },
    )
  })

  test('the exported pattern uses only what RE2 has', () => {
    fc.assert(
      fc.property(templates, ({ pattern }) => {
        expect(pattern).toMatch(/^\^.*\$$/)
        expect(pattern).not.toMatch(/\(\?[^:]|\\[1-9]/)
      }),
    )
  })

  test('what it makes, it reads back', () => {
    const facts = fc.record({
      semver: fc.constantFrom('1.2.3', '0.0.1-rc.1', '10.0.0+b.1', '1.0.0-a-b.0+c-d'),
      sha: fc.constantFrom(sha, 'f'.repeat(64)),
      number: fc.nat(),
      branch: fc.string({ unit: 'binary', maxLength: 300 }),
      date: fc.integer({ min: 0, max: 4_000_000_000 }),
    })
    fc.assert(
      fc.property(templates, facts, (compiled, given) => {
        const tag = compiled.make(given)
        if (typeof tag !== 'string') return
        expect(isTag(tag)).toBe(true)
        expect(compiled.match(tag)).toBeDefined()
      }),
      { numRuns: 3000 },
    )
  })
})

describe('hostile tags', () => {
  // Backtracking would take years over these; the bound is generous for a busy machine.
  test.each([
    ['*a*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(128)],
    [`${'*-'.repeat(60)}x`, '-'.repeat(128).replace('-', 'a')],
    ['v{semver}*{sha}*{number}*x', `v1.2.3${'-1a'.repeat(40)}`],
    ['{branch}-{semver}-{sha}x', 'a-1.2.3-abcdef0'.repeat(8)],
    ['v{semver}', `v1.2.3-${'0'.repeat(121)}`],
    ['v{semver}x', `v1.2.3-${'a.'.repeat(60)}`],
  ])('%s is done with %s at once', (text, tag) => {
    const { match } = template(text)
    const before = performance.now()
    for (let round = 0; round < 20; round++) match(tag)
    expect(performance.now() - before).toBeLessThan(1000)
  })
})
