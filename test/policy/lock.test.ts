import { describe, expect, test } from 'vitest'
import { defaults } from '../../src/policy/defaults.ts'
import { leavesOf, placeless } from '../../src/policy/node.ts'
import { tightenings } from '../../src/policy/tighten.ts'
import { faultsOf, load } from './policies.ts'

const exception = (until: string, id = 'CVE-1') =>
  `{ id: ${id}, reason: unreachable, owner: a, until: ${until} }`
const items = (...all: readonly string[]) => `scan: { exceptions: { items: [${all.join(', ')}] } }`

/** Path, what the defaults say, what a repository may say, what it may not. */
const table: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'images',
    "images: ['ghcr.io/acme/**']",
    ["images: ['ghcr.io/acme/a', 'ghcr.io/acme/b/*']"],
    ["images: ['ghcr.io/**']", "images: ['ghcr.io/acme/a', 'x.io/y']"],
  ],
  [
    'aliases',
    'aliases: { m.example.com: ghcr.io }',
    ['aliases: { n.example.com: ghcr.io }'],
    ['aliases: { m.example.com: quay.io }'],
  ],
  [
    'forbid',
    'forbid: [latest, stable]',
    ['forbid: [stable, latest, edge]'],
    ['forbid: [latest]', 'forbid: []'],
  ],
  ['unknown', 'unknown: warn', ['unknown: deny'], []],
  ['unknown', 'unknown: deny', ['unknown: deny'], ['unknown: warn']],
  [
    'labels.required',
    'labels: { required: [owner] }',
    ['labels: { required: [owner, team] }'],
    ['labels: { required: [team] }'],
  ],
  ['labels.quay', 'labels: { quay: true }', ['labels: { quay: true }'], ['labels: { quay: false }']],
  [
    'base.allow',
    "base: { allow: ['gcr.io/distroless/*', 'alpine'] }",
    ["base: { allow: ['alpine:3.*'] }", 'base: { allow: [] }'],
    ["base: { allow: ['**'] }", "base: { allow: ['alpine', 'debian'] }"],
  ],
  [
    'base.pin',
    'base: { pin: warn }',
    ['base: { pin: error }'],
    ['base: { pin: info }', 'base: { pin: off }'],
  ],
  [
    'base',
    'base: { eol: error }',
    ['base: { pin: error }'],
    ['base: { eol: warn }', 'base: { eol-file: x.json }'],
  ],
  [
    'lint.engines',
    'lint: { engines: [native] }',
    ['lint: { engines: [native, hadolint] }'],
    ['lint: { engines: [hadolint] }'],
  ],
  ['lint.fail-on', 'lint: { fail-on: warning }', ['lint: { fail-on: info }'], ['lint: { fail-on: error }']],
  [
    'lint.rules',
    'lint: { rules: { a: warning } }',
    ['lint: { rules: { a: error } }', 'lint: { rules: { b: error } }'],
    ['lint: { rules: { a: off } }', 'lint: { rules: { b: warning } }'],
  ],
  [
    'scan.fail-tiers',
    'scan: { fail-tiers: [T0] }',
    ['scan: { fail-tiers: [T0, T1] }'],
    ['scan: { fail-tiers: [T1] }'],
  ],
  [
    'scan.max-db-age',
    'scan: { max-db-age: 24h }',
    ['scan: { max-db-age: 12h }', 'scan: { max-db-age: 1d }'],
    ['scan: { max-db-age: 25h }'],
  ],
  ['scan.grace', 'scan: { grace: 3d }', ['scan: { grace: 0d }'], ['scan: { grace: 4d }']],
  [
    'scan.secrets',
    'scan: { secrets: high }',
    ['scan: { secrets: low }'],
    ['scan: { secrets: critical }', 'scan: { secrets: off }'],
  ],
  ['scan.licences', 'scan: { licences: [A] }', ['scan: { licences: [A, B] }'], ['scan: { licences: [B] }']],
  [
    'scan.exceptions',
    'scan: { exceptions: { max-days: 60 } }',
    ['scan: { exceptions: { max-days: 30 } }'],
    ['scan: { exceptions: { max-days: 90 } }'],
  ],
  [
    'scan.exceptions.items',
    items(exception('2027-01-31')),
    [items(exception('2027-01-30')), items()],
    [
      items(exception('2027-02-01')),
      items(exception('2027-01-01', 'CVE-2')),
      items(exception('2027-01-31'), exception('2027-01-31', 'CVE-2')),
    ],
  ],
  [
    'layers',
    'layers: { leftovers: error }',
    ['layers: { leftovers: error }'],
    ['layers: { leftovers: warn }'],
  ],
  ['sign.format', 'sign: { format: bundle }', ['sign: { format: both }'], ['sign: { format: legacy }']],
  ['sign.children', 'sign: { children: true }', ['sign: { children: true }'], ['sign: { children: false }']],
  [
    'sign',
    "sign: { key: 'env://K' }",
    ['sign: { log: public }'],
    ["sign: { key: 'env://L' }", 'sign: { identity: me }'],
  ],
  [
    'in-use',
    'in-use: { required: [prod], max-age: 24h }',
    ['in-use: { required: [prod, stage] }', 'in-use: { max-age: 12h }'],
    ['in-use: none', 'in-use: { required: [] }', 'in-use: { max-age: 2d }'],
  ],
  ['in-use.required', 'in-use: { required: [prod] }', ['in-use: { max-age: 2d }'], ['in-use: none']],
  ['in-use', 'in-use: none', ['in-use: { required: [prod] }'], []],
  [
    'cleanup.clock',
    'cleanup: { clock: push }',
    ['cleanup: { clock: label }'],
    ['cleanup: { clock: created }'],
  ],
  ['cleanup.min-age', 'cleanup: { min-age: 2d }', ['cleanup: { min-age: 1w }'], ['cleanup: { min-age: 1d }']],
  [
    'cleanup.untagged',
    'cleanup: { untagged: { expires: 14d } }',
    ['cleanup: { untagged: { expires: never } }', 'cleanup: { untagged: { expires: 15d } }'],
    ['cleanup: { untagged: { expires: 13d } }'],
  ],
  [
    'cleanup.limits',
    'cleanup: { limits: { deletions: 100, share: 20% } }',
    ['cleanup: { limits: { deletions: 50, share: 10% } }'],
    ['cleanup: { limits: { deletions: 101 } }', 'cleanup: { limits: { share: 100% } }'],
  ],
  [
    'cleanup.max-plan-age',
    'cleanup: { max-plan-age: 7d }',
    ['cleanup: { max-plan-age: 6d }'],
    ['cleanup: { max-plan-age: 2w }'],
  ],
  [
    'cleanup.require-review',
    'cleanup: { require-review: true }',
    ['cleanup: { require-review: true }'],
    ['cleanup: { require-review: false }'],
  ],
  [
    'cleanup.plain-http',
    'cleanup: { plain-http: [] }',
    ['cleanup: { plain-http: [] }'],
    ['cleanup: { plain-http: [a.example.com] }'],
  ],
  [
    'cleanup',
    'cleanup: { plan-file: a.jsonl }',
    ['cleanup: { pull-request: { reviewers: [a] } }', 'cleanup: { pull-request: { quiet-after-close: 2w } }'],
    [
      'cleanup: { plan-file: b.jsonl }',
      'cleanup: { pull-request: { branch: b } }',
      'cleanup: { pull-request: { labels: [] } }',
      'cleanup: { pull-request: { quiet-after-close: 1d } }',
    ],
  ],
  [
    'classes.release',
    'classes: { release: { keep: { newest: 10 } } }',
    [
      'classes: { release: { keep: { newest: 20, per: minor } } }',
      'classes: { release: { require-labels: [owner] } }',
    ],
    [
      'classes: { release: off }',
      'classes: { release: { expires: 900d } }',
      'classes: { release: { expires: superseded } }',
      'classes: { release: { immutable: false } }',
      'classes: { release: { sign: optional } }',
      "classes: { release: { tags: ['{semver}'] } }",
      'classes: { release: { keep: { newest: 9 } } }',
      'classes: { release: { on: push } }',
      'classes: { release: { prereleases: deny } }',
    ],
  ],
  [
    'classes.commit.expires',
    'classes: { commit: { expires: 7d } }',
    [
      'classes: { commit: { expires: 8d } }',
      'classes: { commit: { expires: never } }',
      'classes: { commit: { immutable: true } }',
    ],
    [
      'classes: { commit: { expires: 3d } }',
      'classes: { commit: { expires: superseded, keep: { newest: 1 } } }',
      'classes: { commit: off }',
    ],
  ],
  [
    'classes.preview',
    'classes: { preview: { ends: closed, after: 2d } }',
    ['classes: { preview: { after: 3d } }'],
    ['classes: { preview: { after: 1d } }'],
  ],
  [
    'classes.preview.ends',
    'classes: { preview: { expires: 14d } }',
    [],
    ['classes: { preview: { ends: closed, after: 0d } }'],
  ],
  [
    'classes',
    'classes: { commit: { keep: { newest: 2 } } }',
    ['classes: { preview: { keep: { newest: 2 } } }'],
    ["classes: { legacy: { tags: ['*'], expires: 1d } }", 'classes: { commit: { keep: { newest: 1 } } }'],
  ],
]

const cases = table.flatMap(([path, base, tighter, looser]) => [
  ...tighter.map(own => [path, base, own, true] as const),
  ...looser.map(own => [path, base, own, false] as const),
])

describe('a locked path', () => {
  test.each(cases)('%s with %s, then %s: %s', (path, base, own, legal) => {
    const faults = faultsOf(`lock: [${path}]\n${base}`, own)
    if (legal) return expect(faults).toEqual([])
    expect(faults.length).toBeGreaterThan(0)
    for (const fault of faults) {
      expect(fault).toMatch(/^b\.yml:1:/)
      expect(fault).toContain(`is locked as '${path}' by a.yml:1:8`)
    }
  })

  test('names where the locked value stands, in a third file too', () => {
    expect(
      faultsOf(
        'cleanup: { limits: { deletions: 100 } }',
        'lock: [cleanup.limits]',
        'cleanup: { limits: { deletions: 101 } }',
      ),
    ).toEqual([
      "c.yml:1:22 'cleanup.limits.deletions' is locked as 'cleanup.limits' by b.yml:1:8 and may only be smaller: it was 100 (a.yml:1:22), here it is 101 => deletions: 100",
    ])
  })

  test('binds built-in defaults too', () => {
    expect(faultsOf('lock: [cleanup.require-review]', 'cleanup: { require-review: false }')[0]).toContain(
      '(its default)',
    )
  })

  test('does not bind the file that locks it, nor other paths', () => {
    expect(load('lock: [forbid]\nforbid: []', 'unknown: deny').policy.forbid).toEqual([])
  })

  test('says the same again without harm', () => {
    expect(
      faultsOf(
        'lock: [classes, cleanup, scan, in-use]',
        'classes: { release: {} }\ncleanup: { limits: {} }\nin-use: { max-age: 24h }',
      ),
    ).toEqual([])
  })

  test.each([
    'lokc',
    'extends',
    'version',
    'lock',
    'forbid.0',
    'classes.x.nothing',
    'toString',
    '',
    'cleanup.',
  ])('%j cannot be one', path => {
    expect(faultsOf(`lock: ['${path}']`)[0] ?? '').toMatch(
      /no path that can be locked|expected a path of this file/,
    )
  })

  test('every key of the file has a row in the table of what tighter means', () => {
    const rows = leavesOf(placeless(defaults))
      .map(([path]) => path)
      .filter(([first]) => first !== 'version' && first !== 'classes')
      .map(path => path.join('.'))
    for (const path of rows) {
      const known = Object.keys(tightenings).some(row => row === path || row === `${path}.*`)
      expect(known, path).toBe(true)
    }
  })
})
