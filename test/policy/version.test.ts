import fc from 'fast-check'
import semver from 'semver'
import { describe, expect, test } from 'vitest'
import { compareVersions, isPrerelease, readVersion } from '../../src/policy/index.ts'

describe('versions by semver.org', () => {
  test.each([
    '0.0.0',
    '1.2.3',
    '10.20.30',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-0.3.7',
    '1.0.0-x-y-z.--',
    '1.0.0--',
    '1.0.0-0a',
    '1.0.0-0-0',
    '1.0.0+001',
    '1.0.0+21AF26D3---117B344092BD',
    '1.0.0-beta+exp.sha.5114f85',
    '99999999999999999999999.999999999999999999.99999999999999999',
    '1.2.0-stg1',
    '1.2.0-prod',
  ])('%s is a version, with and without v', text => {
    expect(readVersion(text)).toBe(text)
    expect(readVersion(`v${text}`)).toBe(text)
  })

  test.each([
    '',
    'v',
    '1',
    '1.2',
    '1.2.3.4',
    '01.2.3',
    '1.02.3',
    '1.2.03',
    '1.2.3-',
    '1.2.3-01',
    '1.2.3-a..b',
    '1.2.3-a.',
    '1.2.3+',
    '1.2.3+a..b',
    '1.2.3+a+b',
    '1.2.3-é',
    '1.2.3_b',
    ' 1.2.3',
    '1.2.3 ',
    '1.2.3\n',
    'V1.2.3',
    'vv1.2.3',
    '-1.2.3',
    '1.2.3-rc_1',
  ])('%j is none', text => {
    expect(readVersion(text)).toBeUndefined()
  })

  test('agrees with the semver package on every short text of its alphabet', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'0012.-+a', '1.2.3', '0.1.0-rc', '.0', '-0', '+b', '-a.01', '.1'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(text, version => {
        const strict = semver.parse(version, { loose: false })
        // The package trims and takes 'v', '=' away; a text of this alphabet has none of them.
        expect(readVersion(version) !== undefined).toBe(strict !== null)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['1.0.0-alpha', '1.0.0-alpha.1'],
    ['1.0.0-alpha.1', '1.0.0-alpha.beta'],
    ['1.0.0-beta.2', '1.0.0-beta.11'],
    ['1.0.0-rc.1', '1.0.0'],
    ['1.2.0-stg1', '1.2.0'],
    ['1.2.0-prod', '1.2.0'],
    ['1.9.0', '1.10.0'],
  ])('%s comes before %s', (lower, higher) => {
    expect(compareVersions(lower, higher)).toBeLessThan(0)
    expect(compareVersions(higher, lower)).toBeGreaterThan(0)
  })

  test('build metadata has no precedence', () => {
    expect(compareVersions('1.0.0+a', '1.0.0+b')).toBe(0)
  })

  test('numbers that JavaScript cannot hold are not ranked rather than ranked wrongly', () => {
    expect(compareVersions('1.0.0', '1.0.99999999999999999999')).toBeUndefined()
  })

  test('a dash in build metadata makes no prerelease', () => {
    expect(isPrerelease('1.0.0+a-b')).toBe(false)
    expect(isPrerelease('1.0.0-a+b')).toBe(true)
  })
})
