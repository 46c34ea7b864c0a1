import { compareFindings, type Finding, type Severity } from '../outcome/index.ts'
import { fingerprints } from './fingerprint.ts'

/** What a rule is, for readers of a report; findings of rules not described here get their id as name. */
export interface RuleDescription {
  readonly id: string
  readonly summary: string
  readonly help?: string
  /** 0 to 10, for GitHub's ordering of security findings. */
  readonly securitySeverity?: number
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** GitHub takes 25,000 results of a run and shows the first 5,000. */
const most = 5_000

/**
 * SARIF 2.1.0, most severe first, with a note where results were left out.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function toSarif(
  findings: readonly Finding[],
  { version, rules = [] }: { version: string; rules?: readonly RuleDescription[] },
): string {
  const sorted = findings.toSorted(compareFindings).slice(0, most)
  const described = new Map(rules.map(rule => [rule.id, rule]))
  const ids = [...new Set(sorted.map(({ rule }) => rule))].toSorted()
  const prints = fingerprints(sorted)
  const left = findings.length - sorted.length
  return `${JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'image-hygiene',
              semanticVersion: version,
              rules: ids.map(id => ruleOf(id, described.get(id))),
            },
          },
          results: sorted.map((finding, index) =>
            resultOf(finding, ids.indexOf(finding.rule), prints[index] ?? ''),
          ),
          ...(left === 0
            ? {}
            : {
                invocations: [
                  {
                    executionSuccessful: true,
                    toolExecutionNotifications: [
                      {
                        level: 'note',
                        message: { text: `${left} further results were left out of this file` },
                      },
                    ],
                  },
                ],
              }),
        },
      ],
    },
    undefined,
    2,
  )}\n`
}

function ruleOf(id: string, rule: RuleDescription | undefined): object {
  return {
    id,
    shortDescription: { text: rule?.summary ?? id },
    ...(rule?.help === undefined ? {} : { help: { text: rule.help, markdown: rule.help } }),
    ...(rule?.securitySeverity === undefined
      ? {}
      : { properties: { 'security-severity': rule.securitySeverity.toFixed(1), tags: ['security'] } }),
  }
}

function resultOf(
  { rule, severity, message, fix, location, image, suppressed }: Finding,
  ruleIndex: number,
  print: string,
): object {
  const text = fix === undefined ? message : `${message}\n${fix}`
  // GitHub refuses a result without a place: a finding about an image is put on the policy file's first line.
  const { file, line, column } = location ?? { file: '.image-hygiene.yml', line: 1 }
  return {
    ruleId: rule,
    ruleIndex,
    level: levels[severity],
    message: { text: image === undefined ? text : `${image}: ${text}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
        },
      },
    ],
    partialFingerprints: { 'imageHygiene/v1': print },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: suppressed }] }),
  }
}

/** Relative to the repository; a path with broken UTF-16 in it must not break the report. */
function uriOf(file: string): string {
  return encodeURI(new TextDecoder().decode(new TextEncoder().encode(file)).replace(/^\.\//, ''))
}
