import { compareFindings, type Finding, type Severity } from '../outcome/index.ts'
import { fingerprints } from './fingerprint.ts'

const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' }

/**
 * GitLab's Code Quality report: an array of issues.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function toCodeQuality(findings: readonly Finding[]): string {
  const sorted = findings.toSorted(compareFindings)
  const prints = fingerprints(sorted)
  const issues = sorted.map(({ rule, severity, message, fix, location, image }, index) => ({
    description: [image, message, fix].filter(part => part !== undefined).join(': '),
    check_name: rule,
    fingerprint: prints[index],
    severity: severities[severity],
    location: {
      path: pathOf(location?.file),
      lines: { begin: location?.line ?? 1 },
    },
  }))
  return `${JSON.stringify(issues, undefined, 2)}\n`
}

/** GitLab refuses the whole report for one path that is not relative; of a report that was scanned it may be anything. */
function pathOf(file = ''): string {
  return file.replace(/^(?:\.?\/)+/, '') || '.image-hygiene.yml'
}
