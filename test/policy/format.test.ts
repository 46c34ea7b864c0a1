import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { defaultPolicy, formatPolicy } from '../../src/policy/index.ts'
import { load, sha256 } from './policies.ts'

describe('the effective policy, printed', () => {
  test('shows behind each value the file and line it came from', () => {
    const text = formatPolicy(
      load(
        'lock: [forbid]\nforbid: [latest]',
        "images: ['ghcr.io/acme/**']\nclasses:\n  commit:\n    expires: 5d\n",
      ),
    )
    const lineOf = (key: string) => text.split('\n').find(line => line.trimStart().startsWith(key))
    expect(lineOf('# The effective policy')).toBe('# The effective policy, from a.yml, b.yml')
    expect(lineOf('forbid:')).toBe('forbid: [latest]  # a.yml:2')
    expect(lineOf('images:')).toBe("images: ['ghcr.io/acme/**']  # b.yml:1")
    expect(lineOf('expires: 5d')).toBe('    expires: 5d  # b.yml:4')
    expect(lineOf('unknown:')).toBe('unknown: warn  # default')
    expect(lineOf('# lock:')).toBe('# lock: [forbid]  # a.yml:1')
  })

  test.each([
    ['the defaults', ''],
    ['min-age set to its default', 'cleanup: { min-age: 24h }'],
    ['a class switched off', 'classes: { baseline: off }'],
    ['nothing in use, on purpose', 'in-use: none'],
    [
      'exceptions',
      "scan: { exceptions: { items: [{ id: C, reason: mitigated, owner: '@a: #b', until: 2027-01-31, statement: \"it's\\ntrue\" }] } }",
    ],
    [
      'words that YAML would read otherwise',
      "labels: { required: ['true', 'null', '1.0'] }\nin-use: { required: ['yes', '0x10', '- a', '{b', '*c', '&d', '!e', '%f', '@g', '`h', ' i ', 'j: k', 'l #m', '\u2028', 'ä', '🐳'] }",
    ],
    ['aliases', "aliases: { 'm.example.com:5000/a': 'ghcr.io/a' }"],
    ['rules', 'lint: { rules: { DL3018: off, final-stage-root: warning } }'],
    ['locks and defaults of others', 'lock: [forbid]\nextends: []'],
  ])('read again is the same policy: %s', (_, text) => {
    const loaded = load(text)
    const printed = formatPolicy(loaded)
    const again = load(printed)
    expect(again.policy).toEqual(loaded.policy)
    expect(again.digest).toBe(loaded.digest)
  })

  test('the name of a file cannot end its line', () => {
    const loaded = load('forbid: [a]')
    const printed = formatPolicy({ ...loaded, files: ['a\nforbid: [b]\u2028'] })
    expect(parse(printed).forbid).toEqual(['a'])
  })

  test('without a file it says so', () => {
    expect(formatPolicy(defaultPolicy([], sha256))).toMatch(/^# .*no file: the built-in defaults\n/)
  })
})
