import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/outcome/index.ts'
import { annotationsOf, summaryOf, toCodeQuality, toJunit, toSarif } from '../../src/report/index.ts'
import { finding } from './findings.ts'
import { codeQualityFaults, junitCases, junitFaults, sarifFaults } from './published.ts'

const bad: Finding = {
  rule: 'tag-latest',
  severity: 'error',
  message: 'latest moves',
  fix: 'FROM alpine:3.22',
  location: { file: 'app/Dockerfile', line: 3, column: 6 },
}

describe('SARIF', () => {
  test('is valid against the published schema, whatever the findings say', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 20 }), findings => {
        expect(sarifFaults(toSarif(findings, { version: '1.0.0' }))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('what somebody accepted is a result that is marked as suppressed, with the reason', () => {
    const accepted = {
      ...bad,
      severity: 'info' as const,
      suppressed: 'team-web until 2026-12-01 as unreachable',
    }
    const text = toSarif([accepted, bad], { version: '1.0.0' })
    expect(sarifFaults(text)).toEqual([])
    const [failing, quiet] = JSON.parse(text).runs[0].results
    expect(failing.suppressions).toBeUndefined()
    expect(quiet.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'team-web until 2026-12-01 as unreachable' },
    ])
  })

  test('the schema check can fail', () => {
    expect(sarifFaults('{"version":"2.1.0","runs":[{"results":[{}]}]}')).not.toEqual([])
  })

  test('holds at most 5,000 results, the most severe, and says how many were left out', () => {
    const many = [
      ...Array.from({ length: 6000 }, (_, line) => ({
        ...bad,
        severity: 'info' as const,
        location: { file: 'f', line: line + 1 },
      })),
      bad,
    ]
    const run = JSON.parse(toSarif(many, { version: '1.0.0' })).runs[0]
    expect(run.results).toHaveLength(5000)
    expect(run.results[0].level).toBe('error')
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('1001')
  })

  test('fingerprints stay when lines shift, and differ between equal findings', () => {
    const prints = (findings: Finding[]) =>
      JSON.parse(toSarif(findings, { version: '1.0.0' })).runs[0].results.map(
        (result: { partialFingerprints: object }) => Object.values(result.partialFingerprints)[0],
      )
    const shifted = { ...bad, location: { file: 'app/Dockerfile', line: 30, column: 6 } }
    expect(prints([shifted])).toEqual(prints([bad]))
    expect(new Set(prints([bad, shifted])).size).toBe(2)
  })
})

describe('Code Quality', () => {
  test.each(['/', './', '/etc/passwd', './/a', '././a', ''])('has a relative path for %j', file => {
    expect(codeQualityFaults(toCodeQuality([{ ...bad, location: { file, line: 1 } }]))).toEqual([])
  })

  test('has what GitLab requires of every issue, and no fingerprint twice', () => {
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 30 }), findings => {
        const text = toCodeQuality([...findings, ...findings])
        expect(JSON.parse(text)).toHaveLength(findings.length * 2)
        expect(codeQualityFaults(text)).toEqual([])
      }),
    )
  })
})

describe('JUnit', () => {
  test('is well-formed whatever the findings say, one case each under a name of its own, errors fail', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 20 }), findings => {
        const xml = toJunit('lint', [...findings, ...findings])
        expect(junitFaults(xml)).toEqual([])
        const errors = findings.filter(({ severity }) => severity === 'error').length * 2
        expect(junitCases(xml)).toHaveLength(findings.length * 2)
        expect(junitCases(xml).filter(({ failed }) => failed)).toHaveLength(errors)
        expect(xml).toContain(`failures="${errors}"`)
      }),
    )
  })
})

describe('annotations', () => {
  test('ten of each level at most, most severe first, and one notice that counts the rest', () => {
    const levels = ['info', 'warning', 'error'] as const
    const many = levels.flatMap(severity => Array.from({ length: 15 }, () => ({ ...bad, severity })))
    const shown = annotationsOf(many)
    for (const level of levels) expect(shown.filter(({ severity }) => severity === level)).toHaveLength(10)
    expect(shown[0]?.severity).toBe('error')
    expect(shown.at(-1)?.message).toContain(`${45 - 29} more`)
  })

  test('one that points into no file says which image it is about', () => {
    const { location: _, ...nowhere } = { ...bad, image: 'ghcr.io/acme/app:v1' }
    expect(annotationsOf([nowhere])[0]?.message).toBe(
      'ghcr.io/acme/app:v1: latest moves\nfix: FROM alpine:3.22',
    )
  })

  test('no notice when all are shown', () => {
    expect(annotationsOf([bad])).toHaveLength(1)
  })
})

describe('the job summary', () => {
  const outcome = (findings: Finding[]) => ({
    schema: 'image-hygiene/outcome/v1' as const,
    step: 'lint',
    verdict: 'fail' as const,
    findings,
    outputs: {},
    stats: {},
  })

  test('stays under 1 MiB by whole rows, and says how many are missing', () => {
    const long = { ...bad, message: 'é'.repeat(400) }
    const text = summaryOf(outcome(Array.from({ length: 5000 }, () => long)))
    expect(new TextEncoder().encode(text).length).toBeLessThan(1024 * 1024)
    expect(text).toMatch(/\d+ more findings are left out/)
    expect(text.trimEnd().endsWith('left out here: the reports have them all.')).toBe(true)
  })

  test('tells a wrong call from what could not be decided', () => {
    const wrong = { ...outcome([bad]), verdict: 'error' as const }
    expect(summaryOf(wrong, { exitCode: 2 })).toMatch(
      /^## image-hygiene lint: ⛔ the call or the policy file is wrong/,
    )
    expect(summaryOf(wrong, { exitCode: 3 })).toContain('could not be decided')
  })

  test('a fix of several lines stays so', () => {
    expect(summaryOf(outcome([{ ...bad, fix: 'sign:\n  key: x' }]))).toContain('`sign:`<br>`  key: x` |')
  })

  test('says no finding twice where the story tells them all', () => {
    const told = { summary: 'all of it', summaryIsWhole: true } as const
    expect(summaryOf(outcome([bad]), told)).toMatch(/fail\n\nall of it\n\n$/)
  })

  test('untrusted text breaks out of no cell', () => {
    fc.assert(
      fc.property(fc.array(finding, { minLength: 1, maxLength: 10 }), findings => {
        const rows = summaryOf(outcome(findings))
          .split('\n')
          .filter(line => line.startsWith('|'))
          .slice(2)
        expect(rows).toHaveLength(findings.length)
        for (const row of rows) {
          expect(row.replace(/\\\||\\\\/g, '').split('|')).toHaveLength(7)
          const prose = row.replace(/\\./g, '').replace(/`[^`]*`|<code>[^<]*<\/code>|<br>/g, '')
          expect(prose).not.toMatch(/(?<!\\)<|@everyone/)
        }
      }),
    )
  })
})
