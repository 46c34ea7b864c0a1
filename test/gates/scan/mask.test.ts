import { describe, expect, test } from 'vitest'
import { maskSecrets } from '../../../src/gates/scan/mask.ts'
import { parseTrivyReport } from '../../../src/gates/scan/report-parse.ts'
import { bytesOf, reportOf, vulnerability } from './reports.ts'

const token = 'ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'
const stars = '*'.repeat(token.length)

/** As Trivy 0.74 words a token in the config of an image and in a Dockerfile in it. */
const report = (value: string, matches: readonly string[]) =>
  reportOf([], {
    Metadata: {
      ImageConfig: {
        config: { Env: [`TOKEN=${value}`, 'PATH=/bin'], Labels: { a: 'b' } },
        history: [{ created_by: `RUN |1 TOKEN=${value} /bin/sh -c build # buildkit` }],
      },
    },
    Results: [
      { Target: 'lib', Class: 'os-pkgs', Vulnerabilities: [vulnerability()] },
      {
        Target: 'app',
        Class: 'config',
        Misconfigurations: [
          {
            ID: 'DS-0031',
            Severity: 'CRITICAL',
            Message: `'-y' is missed: 'TOKEN=${value} apt-get'`,
            CauseMetadata: {
              StartLine: 2,
              Code: { Lines: [{ Number: 2, Content: `ENV TOKEN="${value}"` }] },
            },
          },
        ],
      },
      {
        Target: 'app',
        Class: 'secret',
        Secrets: matches.map(Match => ({ RuleID: 'github-pat', Severity: 'CRITICAL', Match })),
      },
    ],
  })
const masked = (value: string, matches: readonly string[]) =>
  Buffer.from(maskSecrets(bytesOf(report(value, matches)))).toString()

describe('a secret that Trivy masks where it reports it', () => {
  test.each([
    ['found in the environment', `  "TOKEN=${stars}",`],
    ['found in the history', `  "created_by": "RUN |1 TOKEN=${stars} /bin/sh -c bui`],
    ['found in a Dockerfile', `ENV TOKEN="${stars}"`],
  ])('is masked wherever it is quoted: %s', (_, match) => {
    const text = masked(token, [match])
    expect(text).not.toContain(token)
    expect(JSON.parse(text)).toEqual(report(stars, [match]))
  })

  test('of several lines is masked in each of them', () => {
    const key = ['-----BEGIN KEY-----', 'MIIEpAIBAAKCAQEA', 'c2VjcmV0c2VjcmV0', '-----END KEY-----'].join(
      '\n',
    )
    const hidden = '*'.repeat(key.replaceAll('\n', '\\n').length)
    const text = masked(key, [`"TOKEN=${hidden}",`])
    for (const line of key.split('\n')) expect(text).not.toContain(line)
  })

  test('that nothing masks is not there: the report stays byte for byte', () => {
    for (const one of [bytesOf(reportOf([vulnerability()])), bytesOf(report(token, [])), Buffer.from('{')])
      expect(maskSecrets(one)).toBe(one)
  })

  test.each([
    'Vulnerabilities',
    'CVE-2099-0001',
    'CRITICAL',
    'Misconfigurations',
    'DS-0031',
    'Severity',
    'created_by',
  ])('cannot be chosen to wipe out a finding: %s', value => {
    const told = parseTrivyReport(Buffer.from(masked(value, [`"TOKEN=${'*'.repeat(value.length)}",`])))
    expect(told.vulnerabilities).toMatchObject([{ id: 'CVE-2099-0001', grade: 'critical' }])
    expect(told.misconfigurations).toMatchObject([{ id: 'DS-0031', grade: 'critical' }])
    expect(told.secrets).toHaveLength(1)
  })
})
