import { describe, expect, test } from 'vitest'
import { HygieneError } from '../../src/outcome/index.ts'
import { defaultPolicy, formatPolicy, manages } from '../../src/policy/index.ts'
import { faultsOf, findingsOf, load, policyOf, sha256 } from './policies.ts'

describe('without a file', () => {
  const { policy, where, digest } = defaultPolicy(['ghcr.io/acme/**'], sha256)

  test('the defaults of the design hold, for the images that the call names', () => {
    expect(policy).toEqual({
      version: 1,
      images: ['ghcr.io/acme/**'],
      aliases: {},
      classes: {
        release: {
          on: 'git-tag',
          tags: ['v{semver}'],
          expires: { kind: 'never' },
          immutable: true,
          sign: 'required',
          'require-labels': [],
          prereleases: 'allow',
        },
        commit: {
          on: 'push',
          tags: ['commit-{sha}'],
          expires: { kind: 'after', seconds: 3 * 86_400 },
          immutable: false,
          sign: 'optional',
          'require-labels': [],
          prereleases: 'allow',
        },
        preview: {
          on: 'pull-request',
          tags: ['pr-{number}'],
          expires: { kind: 'after', seconds: 14 * 86_400 },
          immutable: false,
          sign: 'optional',
          'require-labels': [],
          prereleases: 'allow',
        },
        baseline: {
          tags: ['*-lts'],
          expires: { kind: 'never' },
          immutable: false,
          sign: 'required',
          'require-labels': ['owner'],
          prereleases: 'allow',
        },
      },
      forbid: ['latest'],
      unknown: 'warn',
      labels: { required: [], quay: false },
      base: { allow: ['**'], pin: 'warn', eol: 'warn', 'eol-file': null },
      lint: { engines: ['native', 'dockerfilelint'], 'fail-on': 'error', rules: {} },
      scan: {
        'fail-tiers': ['T0', 'T1'],
        'max-db-age': 48 * 3600,
        grace: 0,
        secrets: 'high',
        misconfig: 'off',
        licences: [],
        'kev-file': null,
        exceptions: { 'max-days': 90, items: [] },
      },
      layers: { leftovers: 'warn', 'dive-ci': null },
      sign: {
        format: 'bundle',
        children: true,
        log: 'none',
        key: null,
        identity: null,
        issuer: null,
        attest: false,
      },
      'in-use': { required: [], 'max-age': 86_400 },
      cleanup: {
        clock: 'push',
        'min-age': 86_400,
        'min-age-set': false,
        untagged: { expires: { kind: 'after', seconds: 14 * 86_400 } },
        limits: { deletions: 500, share: 0.5 },
        'max-plan-age': 7 * 86_400,
        'require-review': true,
        untag: [],
        'plain-http': [],
        'plan-file': '.image-hygiene/cleanup-plan.jsonl',
        'pull-request': {
          branch: 'image-hygiene/cleanup',
          labels: ['image-hygiene'],
          reviewers: [],
          assignees: [],
          draft: false,
          'quiet-after-close': 7 * 86_400,
        },
      },
    })
    expect(where('classes.commit.expires')).toBeUndefined()
  })

  test('the digest is that of a file that says the same', () => {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/)
    expect(load('images: ["ghcr.io/acme/**"]').digest).toBe(digest)
    expect(load('classes: { commit: { expires: 72h } }\nimages: ["ghcr.io/acme/**"]').digest).toBe(digest)
    expect(load('images: ["ghcr.io/acme/*"]').digest).not.toBe(digest)
  })

  test('an empty file manages nothing and is no fault', () => {
    for (const text of ['', '# nothing\n', '---\n', '\uFEFF', 'version: 1', '{}']) {
      expect(load(text).policy.images).toEqual([])
    }
  })
})

describe('a file', () => {
  test('adds classes and overrides them key by key', () => {
    const { policy, where } = load(`
classes:
  commit: { expires: 1w }
  nightly: { tags: ['nightly-{date}'], expires: superseded, keep: { newest: 7 } }
  baseline: off
`)
    expect(Object.keys(policy.classes)).toEqual(['commit', 'nightly', 'release', 'preview'])
    expect(policy.classes['commit']).toMatchObject({
      on: 'push',
      tags: ['commit-{sha}'],
      expires: { seconds: 604_800 },
    })
    expect(policy.classes['nightly']?.keep).toEqual({ newest: 7, per: 'repository' })
    expect(where('classes.commit.expires')).toEqual({ file: 'a.yml', line: 3, column: 13 })
    expect(where('classes.commit.tags')).toBeUndefined()
    expect(where('classes.nightly.keep.newest')).toMatchObject({ line: 4 })
    expect(where('classes.baseline')).toMatchObject({ line: 5 })
  })

  test('the rows that it names come first, in its own order; the nearest file first of all', () => {
    const edge = "edge: { on: push, tags: ['edge-{sha}'], expires: 1d }"
    const order = (...texts: readonly string[]) => Object.keys(policyOf(...texts).classes)
    expect(order(`classes: { ${edge} }`)).toEqual(['edge', 'release', 'commit', 'preview', 'baseline'])
    expect(order(`classes: { ${edge}, release: off }`, 'classes: { preview: { expires: 1d } }')).toEqual([
      'preview',
      'edge',
      'commit',
      'baseline',
    ])
    // Printed and read again, it is the same policy in the same order.
    const loaded = load(`classes: { preview: { expires: 1d }, ${edge} }`)
    expect(order(formatPolicy(loaded))).toEqual(Object.keys(loaded.policy.classes))
  })

  test('says where each item of a list stands', () => {
    expect(load('forbid:\n  - latest\n  - stable\n').where('forbid.1')).toEqual({
      file: 'a.yml',
      line: 3,
      column: 5,
    })
  })

  test('that sets min-age to what it is anyway says more than one that does not', () => {
    expect(policyOf('').cleanup['min-age-set']).toBe(false)
    expect(policyOf('cleanup: { min-age: 24h }').cleanup['min-age-set']).toBe(true)
  })

  test('may have comments, CRLF, a byte order mark and aliases', () => {
    const text = '\uFEFF# ours\r\nforbid: &names [latest]\r\nlabels: { required: *names }\r\n'
    expect(policyOf(text)).toMatchObject({ forbid: ['latest'], labels: { required: ['latest'] } })
  })

  test("'on' and 'off' are words, as in YAML 1.2", () => {
    expect(policyOf('scan: { misconfig: off }').scan.misconfig).toBe('off')
    expect(policyOf("classes: { x: { on: push, tags: ['x-{sha}'], expires: 1d } }").classes['x']?.on).toBe(
      'push',
    )
  })

  test('wins over those it extends, which win over the defaults', () => {
    const { policy, where } = load(
      "forbid: [latest, stable]\ncleanup: { limits: { deletions: 100 } }\nimages: ['ghcr.io/**']",
      'cleanup: { limits: { share: 10% } }\nforbid: [latest]',
    )
    expect(policy.cleanup.limits).toEqual({ deletions: 100, share: 0.1 })
    expect(policy.forbid).toEqual(['latest'])
    expect(where('cleanup.limits.deletions')?.file).toBe('a.yml')
    expect(where('cleanup.limits.share')?.file).toBe('b.yml')
    expect(where('images')?.file).toBe('a.yml')
  })

  test('has a class called constructor, and nothing is inherited from anywhere', () => {
    const policy = policyOf(
      "classes: { constructor: { tags: ['c-*'], expires: 1d } }\nlint: { rules: { toString: off } }",
    )
    expect(policy.classes['constructor']?.tags).toEqual(['c-*'])
    expect(manages(policy, 'ghcr.io/acme/app' as never)).toBe(false)
  })
})

describe('what is wrong is said with its place, what was expected, and what was meant', () => {
  test.each<[string, string, string]>([
    ['an unknown key', 'forbit: [x]', "a.yml:1:1 'forbit' is no key of a policy: version, extends"],
    ['its nearest word', 'forbit: [x]', '=> did you mean forbid?'],
    ['a swapped letter', 'sgin: {}', '=> did you mean sign?'],
    ['an unknown key within', 'cleanup:\n  limts: {}', "a.yml:2:3 'limts' is no key of 'cleanup'"],
    [
      'an unknown key of a row',
      "classes:\n  commit: { tgas: ['x'] }",
      "a.yml:2:13 'tgas' is no key of 'classes.commit'",
    ],
    [
      'a word that is none',
      'unknown: denny',
      "a.yml:1:10 'unknown': expected deny or warn, found 'denny' => did you mean deny?",
    ],
    ['a level of another tool', 'base: { pin: warning }', "found 'warning' => did you mean warn?"],
    [
      'a duration in words',
      'classes: { commit: { expires: 3 days } }',
      "a.yml:1:31 'classes.commit.expires': expected 'never', 'superseded' or a duration",
    ],
    ['a duration without a unit', 'cleanup: { min-age: 24 }', 'such as 30m, 12h, 3d, 2w, found number 24'],
    ['an expiry of nothing', 'classes: { commit: { expires: 0d } }', 'classes.commit.expires'],
    [
      'a text for a list',
      'forbid: latest',
      "a.yml:1:9 'forbid': expected a list, such as ['a', 'b'], found 'latest' => forbid: ['latest']",
    ],
    ['a list for a mapping', 'base: []', "a.yml:1:7 'base': expected a mapping, found a list"],
    ['nothing for a mapping', 'base:\n', "'base': expected a mapping, found nothing (null)"],
    [
      'a row that is a number',
      'classes: { x: 5 }',
      "'classes.x': expected 'off' or a mapping, found number 5",
    ],
    [
      'a row left empty',
      'classes:\n  release:\n',
      "'classes.release': expected 'off' or a mapping, found nothing",
    ],
    ['a boolean in words', 'labels: { quay: yes }', "'labels.quay': expected true or false, found 'yes'"],
    [
      'a share as a number',
      'cleanup: { limits: { share: 0.5 } }',
      "expected a share of 1% to 100%, such as '50%', found number 0.5",
    ],
    ['a share of too much', 'cleanup: { limits: { share: 101% } }', 'a share of 1% to 100%'],
    ['no deletions at all', 'cleanup: { limits: { deletions: 0 } }', 'expected at least 1, found number 0'],
    [
      'half a deletion',
      'cleanup: { limits: { deletions: 1.5 } }',
      "'cleanup.limits.deletions': expected a whole number",
    ],
    ['another version', 'version: 2', "a.yml:1:10 'version': expected 1, found number 2"],
    [
      'a template with a typo',
      "classes: { commit: { tags: ['commit-{shaa}'] } }",
      "a.yml:1:29 'classes.commit.tags.0': {shaa} is no placeholder",
    ],
    ['a forbidden text that is no tag', "forbid: ['a/b']", "'a/b' cannot stand in a tag"],
    [
      'an image with a tag',
      "images: ['ghcr.io/acme/app:v1']",
      'names a tag or digest; repositories only here => write ghcr.io/acme/app',
    ],
    [
      'an image in capitals',
      "images: ['ghcr.io/Acme/**']",
      'repository names are lower case => write ghcr.io/acme/**',
    ],
    ['an alias without a host', "aliases: { acme: 'ghcr.io/acme' }", "'acme' is not a registry host"],
    ['a class name in capitals', 'classes: { Commit: { expires: 1d } }', "'Commit' is not a class's name"],
    [
      'a path out of the checkout',
      'cleanup: { plan-file: ../plan }',
      "a path within the repository, without '..'",
    ],
    ['an absolute path', 'base: { eol-file: /etc/passwd }', 'a path within the repository'],
    ['a branch that git refuses', 'cleanup: { pull-request: { branch: a..b } }', "a branch's name"],
    [
      'an exception without an owner',
      'scan: { exceptions: { items: [{ id: CVE-1, reason: unreachable, until: 2027-01-31 }] } }',
      "'scan.exceptions.items.0.owner' is missing => owner: '@team-a'",
    ],
    [
      'an exception for no reason',
      'scan: { exceptions: { items: [{ id: CVE-1, owner: a, until: 2027-01-31 }] } }',
      "reason' is missing",
    ],
    [
      'a day that is none',
      'scan: { exceptions: { items: [{ id: C, owner: a, reason: unreachable, until: 31.1.2027 }] } }',
      'expected a day, such as 2027-01-31',
    ],
    [
      'a day that its month does not have',
      'scan: { exceptions: { items: [{ id: C, owner: a, reason: unreachable, until: 2027-02-31 }] } }',
      'expected a day, such as 2027-01-31',
    ],
    [
      'the 29th of February of no leap year',
      'scan: { exceptions: { items: [{ id: C, owner: a, reason: unreachable, until: 2100-02-29 }] } }',
      'expected a day, such as 2027-01-31',
    ],
    [
      'a mitigation that is not said',
      'scan: { exceptions: { items: [{ id: C, owner: a, reason: mitigated, until: 2028-02-29 }] } }',
      "'scan.exceptions.items.0.statement' is missing: mitigated by what?",
    ],
    ['in-use in one word', 'in-use: non', "expected 'none' or a mapping, found 'non' => did you mean none?"],
    [
      'a lock on nothing',
      'lock: [cleanup.limts]',
      "'lock.0': 'cleanup.limts' is no path that can be locked => did you mean cleanup.limits?",
    ],
    [
      'a branch for defaults',
      "extends: ['github:acme/policies//base.yml@main']",
      'is not pinned: a branch, a tag or a short commit can come to mean something else',
    ],
    [
      'defaults without a path',
      "extends: ['github:acme/policies']",
      'two slashes part the repository from the path',
    ],
    ['defaults from the web', "extends: ['https://example.com/base.yml']", "is not 'file:path'"],
    ['a label with a newline', 'labels: { required: ["a\\nb"] }', "expected a label's name"],
    [
      'superseded without keep',
      "classes: { x: { tags: ['x-*'], expires: superseded } }",
      "a.yml:1:32 'classes.x.expires' is 'superseded', which needs a 'keep'",
    ],
    ['a new row without tags', 'classes:\n  x: { expires: 1d }', "a.yml:2:3 'classes.x.tags' is missing"],
    [
      'a new row without expires',
      "classes:\n  x: { tags: ['x-*'] }",
      "a.yml:2:3 'classes.x.expires' is missing",
    ],
    [
      'keep without a number',
      'classes: { commit: { keep: { per: repository } } }',
      "'classes.commit.keep' does not say how many",
    ],
    [
      'keep per minor without versions',
      'classes: { commit: { keep: { newest: 3, per: minor } } }',
      'counts per minor, which needs {semver}',
    ],
    ['prereleases without versions', 'classes: { commit: { prereleases: deny } }', 'speaks about {semver}'],
    ['an end without a time', 'classes: { preview: { ends: closed } }', "needs 'after'"],
    ['a time without an end', 'classes: { preview: { after: 1d } }', "needs 'ends'"],
    ['an end of nobody', 'classes: { commit: { ends: closed, after: 1d } }', 'needs {number} or {branch}'],
    [
      'a push that knows no number',
      "classes: { commit: { tags: ['pr-{number}'] } }",
      "'classes.commit.on' is push, but no template of 'tags' can name",
    ],
    [
      'a pull request with a version',
      "classes: { preview: { tags: ['v{semver}'] } }",
      "no template of 'tags' can name",
    ],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected)
  })

  test('all at once, in the order of the file', () => {
    const faults = faultsOf(`
forbit: []
unknown: denny
classes:
  commit: { expires: 3 days, keep: { newest: 0 } }
  x: { tags: ['x-*'] }
cleanup: { limits: { share: 0 } }
`)
    expect(faults.map(fault => fault.split(' ', 1)[0])).toEqual([
      'a.yml:2:1',
      'a.yml:3:10',
      'a.yml:5:22',
      'a.yml:5:46',
      'a.yml:6:3',
      'a.yml:7:29',
    ])
  })

  test('of every file', () => {
    expect(faultsOf('forbit: []', 'unknown: denny').map(fault => fault.split(':', 1)[0])).toEqual([
      'a.yml',
      'b.yml',
    ])
  })

  test('a row that is wrong already is not also found incomplete', () => {
    expect(faultsOf("classes: { x: { tags: ['x-*'], expires: soon } }")).toHaveLength(1)
  })

  test('more than a hundred are counted', () => {
    const findings = findingsOf(Array.from({ length: 300 }, (_, index) => `key${index}: 1`).join('\n'))
    expect(findings).toHaveLength(101)
    expect(findings.at(-1)?.message).toBe('and 200 more faults of the policy')
  })

  test('as one error of exit code 2, whose own words are the first finding', () => {
    try {
      load('forbit: []\nunknown: denny')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(HygieneError)
      expect(error).toMatchObject({
        code: 'bad-policy',
        exitCode: 2,
        message: findingsOf('forbit: []')[0]?.message,
      })
    }
  })

  test('control characters of the file never reach a message', () => {
    const control = String.fromCharCode(27)
    for (const { message, fix = '' } of findingsOf(
      `"a${control}[31m\\n::error::": 1\nunknown: "x\\n::set-output"`,
    )) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
      expect(message + fix).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }
  })
})

describe('YAML that is refused', () => {
  test.each<[string, string, string]>([
    ['two documents', 'version: 1\n---\nversion: 1\n', 'a.yml:2:1 a policy is one YAML document'],
    [
      'a key twice',
      'forbid: [a]\nforbid: [b]',
      "a.yml:2:1 'forbid' stands here twice; the first is on line 1",
    ],
    ['a tab', 'base:\n\tpin: off', 'a.yml:2:1 YAML is indented by spaces; a tab stands here'],
    ['a list as a key', '? [a]\n: b', 'a key is a plain word'],
    ['an anchor within itself', 'forbid: &a [*a]', 'nested deeper than 32 levels, its aliases unfolded'],
    ['an alias of nothing', 'forbid: *x', "a.yml:1:9 '*x' has no anchor before it"],
    ['a merge key', 'base: { <<: { pin: off } }', "merge keys are off, use 'extends'"],
    ['a prototype', '__proto__: { version: 2 }', "a.yml:1:1 nothing in a policy is called '__proto__'"],
    [
      'a prototype of a row',
      'classes: { __proto__: { expires: 1d } }',
      "nothing in a policy is called '__proto__'",
    ],
    ['a tag of YAML', 'version: !!binary AQ==', "YAML tags ('!…') have no meaning"],
    ['a list', '[]', 'the policy: expected a mapping, found a list'],
    ['a word', 'x', "the policy: expected a mapping, found 'x'"],
    ['broken YAML', 'a: b: c', 'a.yml:1:4 this is no YAML'],
    ['an open bracket', 'forbid: [a', 'this is no YAML'],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text).join('\n')).toContain(expected)
  })
})
