import { describe, expect, test } from 'vitest'
import {
  exceptionFindings,
  findingsOf,
  headline,
  judge,
  parseTrivyReport,
  type Subject,
  story,
} from '../../../src/gates/scan/index.ts'
import { parseReference } from '../../../src/image/index.ts'
import { verdictOf } from '../../../src/outcome/index.ts'
import {
  accepting,
  bytesOf,
  circumstances,
  exception,
  now,
  reportOf,
  rules,
  subject,
  vulnerability,
  type Wanted,
} from './reports.ts'

const judged = (
  found: readonly Wanted[],
  scanRules = rules(),
  more: Parameters<typeof circumstances>[1] = {},
  about: Partial<Subject> = {},
) =>
  judge(
    parseTrivyReport(bytesOf(reportOf(found.map(vulnerability)))),
    subject(about),
    circumstances(scanRules, more),
  )

const fixable = { fixed: '1.0.1' }

describe('the tier', () => {
  test.each([
    [
      'exploited and running, whatever its severity',
      { severity: 'LOW' },
      {},
      { exploited: new Set(['CVE-2099-0001']) },
      'T0',
    ],
    [
      'exploited under another of its names',
      { id: 'GHSA-x', aliases: ['CVE-2099-0001'] },
      {},
      { exploited: new Set(['CVE-2099-0001']) },
      'T0',
    ],
    ['critical and fixable in the base', fixable, {}, {}, 'T1'],
    ['high and fixable in the application', { ...fixable, severity: 'HIGH', layer: 1 }, {}, {}, 'T1'],
    ['medium and fixable in the base', { ...fixable, severity: 'MEDIUM' }, {}, {}, 'T2'],
    ['medium and fixable in the application', { ...fixable, severity: 'MEDIUM', layer: 1 }, {}, {}, 'T3'],
    ['medium and fixable, base not known', { ...fixable, severity: 'MEDIUM' }, { base: undefined }, {}, 'T3'],
    ['critical without a fix, in the base', {}, {}, {}, 'T3'],
    ['of unknown severity, fixable', { ...fixable, severity: 'UNKNOWN', layer: 1 }, {}, {}, 'T3'],
    [
      'not running but kept, even if exploited',
      fixable,
      { use: 'kept' },
      { exploited: new Set(['CVE-2099-0001']) },
      'T4',
    ],
    ['not running and in a cleanup plan', fixable, { use: 'deletable' }, {}, 'X'],
  ] as const)('%s', (_, wanted, about, more, tier) => {
    expect(judged([wanted], rules(), more, about as Partial<Subject>).judged[0]?.tier).toBe(tier)
  })

  test('fails the gate exactly where the policy says so', () => {
    const all: Wanted[] = [fixable, { ...fixable, severity: 'LOW' }, { severity: 'LOW' }]
    const fails = (tiers: readonly ('T0' | 'T1' | 'T2' | 'T3' | 'T4')[]) =>
      judged(all, rules({ 'fail-tiers': tiers }))
        .judged.filter(one => one.fails)
        .map(({ tier }) => tier)
    expect(fails(['T0', 'T1'])).toEqual(['T1'])
    expect(fails(['T2', 'T3'])).toEqual(['T2', 'T3'])
    expect(fails([])).toEqual([])
  })
})

describe('an exception', () => {
  const at = (text: string) => Date.parse(text) / 1000
  test.each([
    ['accepts what it names', exception(), '2026-11-21T12:00:00Z', 'A'],
    ['holds through its last second, UTC', exception({ until: '2026-11-21' }), '2026-11-21T23:59:59Z', 'A'],
    ['fails the next day', exception({ until: '2026-11-21' }), '2026-11-22T00:00:00Z', 'T1'],
    [
      'longer than max-days accepts nothing',
      exception({ until: '2027-02-28' }),
      '2026-11-21T12:00:00Z',
      'T1',
    ],
    ['of exactly max-days holds', exception({ until: '2027-02-19' }), '2026-11-21T12:00:00Z', 'A'],
    ['for another package', exception({ packages: ['busybox'] }), '2026-11-21T12:00:00Z', 'T1'],
    ['for the package by name', exception({ packages: ['openssl'] }), '2026-11-21T12:00:00Z', 'A'],
    [
      'for the package by URL, any version',
      exception({ packages: ['pkg:npm/openssl'] }),
      '2026-11-21T12:00:00Z',
      'A',
    ],
    [
      'for another version by URL',
      exception({ packages: ['pkg:npm/openssl@2.0.0'] }),
      '2026-11-21T12:00:00Z',
      'T1',
    ],
    [
      'for another kind of package',
      exception({ packages: ['pkg:apk/openssl'] }),
      '2026-11-21T12:00:00Z',
      'T1',
    ],
    ['for images like this one', exception({ images: ['ghcr.io/acme/**'] }), '2026-11-21T12:00:00Z', 'A'],
    ['for other images', exception({ images: ['ghcr.io/other/**'] }), '2026-11-21T12:00:00Z', 'T1'],
    ['for another vulnerability', exception({ id: 'CVE-2099-9999' }), '2026-11-21T12:00:00Z', 'T1'],
  ] as const)('%s', (_, item, moment, tier) => {
    expect(judged([fixable], accepting(item), { now: at(moment) }).judged[0]?.tier).toBe(tier)
  })

  test('for an image does not speak of a folder', () => {
    const item = exception({ images: ['**'] })
    const folder = judge(
      parseTrivyReport(bytesOf(reportOf([vulnerability(fixable)]))),
      { name: '.', use: 'running' },
      circumstances(accepting(item)),
    )
    expect(folder.judged[0]?.tier).toBe('T1')
  })

  test.each([
    ['unused', exception({ id: 'CVE-2099-9999' }), 'exception-unused', 'info'],
    [
      'unused and made for this image',
      exception({ id: 'CVE-2099-9999', images: ['ghcr.io/acme/app'] }),
      'exception-unused',
      'warning',
    ],
    [
      'unused but for another image',
      exception({ id: 'CVE-2099-9999', images: ['ghcr.io/other/app'] }),
      undefined,
      undefined,
    ],
    ['over', exception({ until: '2026-11-20' }), 'exception-expired', 'warning'],
    ['too long', exception({ until: '2028-01-01' }), 'exception-too-long', 'error'],
    ['used', exception(), undefined, undefined],
  ] as const)('%s is said to be so', (_, item, rule, severity) => {
    const scanRules = accepting(item)
    const { standings } = circumstances(scanRules)
    const findings = exceptionFindings(standings, [judged([fixable], scanRules)], scanRules, () => undefined)
    expect(findings.map(finding => [finding.rule, finding.severity])).toEqual(
      rule === undefined ? [] : [[rule, severity]],
    )
  })

  test('stays visible with owner, end and reason, and no longer fails', () => {
    const scanRules = accepting(exception({ statement: 'no TLS is spoken here' }))
    const judgement = judged([fixable], scanRules)
    const findings = findingsOf(judgement, 'warn')
    expect(verdictOf(findings)).toBe('pass')
    expect(findings[0]?.message).toMatch(
      /accepted by team-web until 2026-12-01 as unreachable: no TLS is spoken here/,
    )
  })
})

describe('an exception for what has come to be exploited', () => {
  const exploited = new Set(['CVE-2099-0001'])
  const scanRules = accepting(exception())

  test.each([
    ['runs: it is warned about, and still accepted', 'running', 'warning'],
    ['does not run: it is quiet', 'kept', 'info'],
  ] as const)('%s', (_, use, severity) => {
    const judgement = judged([fixable], scanRules, { exploited }, { use })
    expect(findingsOf(judgement, 'warn')).toMatchObject([
      { severity, suppressed: 'team-web until 2026-12-01 as unreachable' },
    ])
  })
})

describe('grace for what was just published', () => {
  const grace = 3 * 86_400
  test.each([
    ['published two days ago is only reported', '2026-11-19T12:00:00Z', false],
    ['published three days ago fails', '2026-11-18T12:00:00Z', true],
    ['dated in the future fails: the date is not to be trusted', '2027-01-01T00:00:00Z', true],
    ['without a date fails', undefined, true],
    ['with a date that is none fails', 'yesterday', true],
  ] as const)('%s', (_, published, fails) => {
    const wanted = published === undefined ? fixable : { ...fixable, published }
    expect(judged([wanted], rules({ grace })).judged[0]?.fails).toBe(fails)
  })

  test('is no matter of what would not fail anyway', () => {
    const [one] = judged([{ severity: 'LOW', published: '2026-11-21T00:00:00Z' }], rules({ grace })).judged
    expect(one).toMatchObject({ tier: 'T3', fails: false })
    expect(one).not.toHaveProperty('graceUntil')
  })

  test('is not given to what is exploited', () => {
    const [one] = judged([{ ...fixable, published: '2026-11-21T00:00:00Z' }], rules({ grace }), {
      exploited: new Set(['CVE-2099-0001']),
    }).judged
    expect(one).toMatchObject({ tier: 'T0', fails: true })
  })
})

describe('the headline', () => {
  const low = { severity: 'LOW', id: 'CVE-2099-0002', name: 'busybox' }
  test.each([
    [
      'both by the base',
      [fixable, { ...fixable, id: 'CVE-2099-0009' }],
      {},
      '2 to fix now: both by bumping the base image',
    ],
    [
      'one by a package',
      [{ ...fixable, layer: 1, name: 'lodash' }, low],
      {},
      '1 to fix now: by upgrading lodash; 1 other can wait',
    ],
    [
      'two ways',
      [fixable, { ...fixable, layer: 1, name: 'lodash' }],
      {},
      '2 to fix now: 1 by bumping the base image, 1 by upgrading lodash',
    ],
    ['nothing runs', [fixable, low], { use: 'kept' }, 'Nothing to fix now; 2 others do not run'],
    ['nothing found', [], {}, 'Nothing to fix now'],
  ] as const)('%s', (_, found, about, line) => {
    expect(headline([judged(found as readonly Wanted[], rules(), {}, about as Partial<Subject>)])).toBe(line)
  })

  const leaked = { RuleID: 'github-pat', Severity: 'CRITICAL', Title: 'GitHub PAT', StartLine: 1 }
  const unsafe = { ID: 'DS-0002', Severity: 'HIGH', Message: 'runs as root' }
  const licensed = { PkgName: 'mongo', Name: 'SSPL-1.0', FilePath: '' }
  const gated = (
    results: readonly object[],
    scanRules = rules({ misconfig: 'high', licences: ['SSPL-1.0'] }),
  ) =>
    judge(
      parseTrivyReport(bytesOf(reportOf([], { Results: results.map(one => ({ Target: 'app', ...one })) }))),
      subject(),
      circumstances(scanRules),
    )

  test.each([
    ['a secret', [{ Secrets: [leaked] }], 0, '1 to fix now: by revoking what leaked'],
    [
      'each kind',
      [{ Secrets: [leaked] }, { Misconfigurations: [unsafe] }, { Licenses: [licensed] }],
      0,
      '3 to fix now: 1 by revoking what leaked, 1 by correcting the configuration, 1 by replacing what has a refused licence',
    ],
    [
      'a secret and what is no finding of Trivy',
      [{ Secrets: [leaked] }],
      2,
      '1 to fix now: by revoking what leaked; 2 other errors',
    ],
    ['only what is no finding of Trivy', [], 1, 'No vulnerability to fix now; 1 other error'],
    ['none that reaches its level', [{ Secrets: [{ ...leaked, Severity: 'LOW' }] }], 0, 'Nothing to fix now'],
  ] as const)(
    'never says that nothing is to be fixed where the gate says no: %s',
    (_, results, errors, line) => {
      expect(headline([gated(results)], { errors, unjudged: 0 })).toBe(line)
    },
  )

  test.each([
    [
      'beside what is to fix',
      [judged([fixable])],
      2,
      '1 to fix now: by bumping the base image; 2 images could not be judged',
    ],
    ['beside what is well', [judged([])], 1, 'Nothing to fix now; 1 image could not be judged'],
    ['and nothing else', [], 5, '5 images could not be judged'],
  ] as const)('says what could not be judged %s', (_, judgements, unjudged, line) => {
    expect(headline(judgements, { errors: 0, unjudged })).toBe(line)
  })

  test('an exception may call a secret by the rule that the findings name', () => {
    const items = [exception({ id: 'secret-github-pat' })]
    const accepted = rules({ exceptions: { 'max-days': 90, items } })
    expect(gated([{ Secrets: [leaked] }], accepted).others).toMatchObject([{ fails: false }])
  })

  test('the summary says which digest was judged, where it runs, and what is no finding of a report', () => {
    const reference = parseReference(`ghcr.io/acme/app:v1@sha256:${'a'.repeat(64)}`)
    if ('fault' in reference) throw new Error(reference.fault)
    const about = { name: 'ghcr.io/acme/app:v1', image: reference, where: 'prod/web' }
    const text = story([judged([fixable], rules(), {}, about)], 'the line', [
      { rule: 'system-ended', severity: 'warning', message: 'it ended' },
    ])
    expect(text).toMatch(/^\*\*the line\*\*/)
    expect(text).toContain(`Digest: \`sha256:${'a'.repeat(64)}\`. Runs: prod/web. Base image:`)
    expect(text).toMatch(/### Besides.*`system-ended` \| it ended/s)
  })

  test('what has a gate of its own stands in the summary with its place, and an exception for it is used', () => {
    const items = [exception({ id: 'github-pat' }), exception({ id: 'SSPL-1.0', packages: ['mongo'] })]
    const accepted = rules({ licences: ['SSPL-1.0'], exceptions: { 'max-days': 90, items } })
    const results = [{ Secrets: [leaked] }, { Licenses: [licensed] }]
    const [open, quiet] = [gated(results), gated(results, accepted)]
    expect(story([open])).toContain('| **secret** | critical | `github-pat` GitHub PAT | `app`, line 1 |  |')
    expect(story([open])).toContain('| **licence** |  | `SSPL-1.0` | `mongo` |  |')
    expect(story([quiet])).toContain('`app`, line 1 | accepted by team\\-web until 2026-12-01: unreachable |')
    expect(findingsOf(quiet, 'warn')).toMatchObject([
      { severity: 'info', suppressed: 'team-web until 2026-12-01 as unreachable' },
      { severity: 'info', suppressed: 'team-web until 2026-12-01 as unreachable' },
    ])
    const { standings } = circumstances(accepted)
    expect(exceptionFindings(standings, [quiet], accepted, () => undefined)).toEqual([])
    expect(exceptionFindings(standings, [gated([])], accepted, () => undefined)).toHaveLength(2)
  })

  test('counts with thousands', () => {
    const many = Array.from({ length: 1431 }, (_, index) => ({ id: `CVE-2099-${index}` }))
    expect(headline([judged([fixable]), judged(many, rules(), {}, { use: 'kept' })])).toBe(
      '1 to fix now: by bumping the base image; 1,431 others do not run',
    )
  })
})

describe('what the gate says', () => {
  const said = (found: readonly unknown[], more: Readonly<Record<string, unknown>>, scanRules = rules()) =>
    findingsOf(
      judge(parseTrivyReport(bytesOf(reportOf(found, more))), subject(), circumstances(scanRules)),
      'warn',
    )

  test('an operating system past its end is a finding of its own', () => {
    const findings = said([], { Metadata: { OS: { Family: 'alpine', Name: '3.18.4', EOSL: true } } })
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['system-ended', 'warning']])
  })

  test.each([
    ['high', 'HIGH', 'error'],
    ['high', 'CRITICAL', 'error'],
    ['high', 'MEDIUM', 'info'],
    ['off', 'CRITICAL', 'info'],
    ['low', 'UNKNOWN', 'info'],
  ] as const)('secrets: %s makes a secret of severity %s an %s', (secrets, Severity, severity) => {
    const secret = { RuleID: 'aws-access-key-id', Severity, Title: 'AWS', StartLine: 3, Match: '****' }
    const Results = [{ Target: 'app/.env', Class: 'secret', Secrets: [secret] }]
    expect(said([], { Results }, rules({ secrets }))).toMatchObject([
      { rule: 'secret-aws-access-key-id', severity },
    ])
  })

  test.each(['DS002', 'DS-0002', 'AVD-DS-0002'])('the check %s has one name', ID => {
    const check = { ID, Title: 't', Message: 'm', Severity: 'HIGH', Status: 'FAIL' }
    const Results = [
      { Target: 'Dockerfile', Class: 'config', Misconfigurations: [check, { ...check, Status: 'PASS' }] },
    ]
    expect(said([], { Results }, rules({ misconfig: 'high' }))).toMatchObject([
      { rule: 'DS-0002', severity: 'error' },
    ])
  })

  test('a refused licence fails, in any case of letters; others are not named', () => {
    const Licenses = ['agpl-3.0', 'MIT'].map(Name => ({
      Severity: 'HIGH',
      Category: 'x',
      PkgName: 'p',
      FilePath: '',
      Name,
    }))
    const Results = [{ Target: 'x', Class: 'license', Licenses }]
    const findings = said([], { Results }, rules({ licences: ['AGPL-3.0'] }))
    expect(findings).toMatchObject([{ rule: 'licence-refused', severity: 'error' }])
  })

  test('what the scanner suppressed stays visible with its reason', () => {
    const Results = [
      {
        Target: 'x',
        Class: 'os-pkgs',
        ExperimentalModifiedFindings: [
          {
            Type: 'vulnerability',
            Status: 'not_affected',
            Statement: 'no such code path',
            Source: 'app.vex.json',
            Finding: vulnerability(),
          },
        ],
      },
    ]
    expect(said([], { Results })).toMatchObject([
      {
        rule: 'CVE-2099-0001',
        severity: 'info',
        message: expect.stringMatching(/app\.vex\.json.*no such code path/),
      },
    ])
  })

  test('hostile names neither break the table nor forge a command', () => {
    const evil = '::error::x | [a](javascript:1) \u001b[31m @all <img src=x>\n# big'
    const judgement = judged([{ ...fixable, name: evil, title: evil, layer: 1, id: `${evil}` }])
    const text = story([judgement])
    for (const line of text.split('\n')) {
      expect(line).not.toMatch(/^\s*::|^# /)
      expect(line).not.toContain('\u001b')
      expect(line).not.toMatch(/(?<!\\)<img|@all|\]\(/)
    }
    const cells = text.split('\n').filter(line => line.startsWith('| **T1**'))
    expect(cells.map(line => line.split(/(?<!\\)\|/).length)).toEqual([9])
    expect(findingsOf(judgement, 'warn')[0]?.rule).toBe('vulnerability')
  })

  test('the moment of the verdict is the only clock', () => {
    expect(judged([fixable], accepting(exception()), { now: now + 30 * 86_400 }).judged[0]?.tier).toBe('T1')
  })
})
