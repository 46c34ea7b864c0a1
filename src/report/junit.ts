import { compareFindings, type Finding, formatLocation } from '../outcome/index.ts'

/**
 * JUnit XML with one test case per finding, errors fail, so that every tier of GitLab shows them. GitLab knows a case by
 * class and name and keeps one of those that share them, so each has a name of its own.
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/
 */
export function toJunit(step: string, findings: readonly Finding[]): string {
  const seen = new Map<string, number>()
  const cases = findings.toSorted(compareFindings).map(finding => {
    const name = nameOf(finding)
    const ordinal = (seen.get(name) ?? 0) + 1
    seen.set(name, ordinal)
    return caseOf(step, finding, ordinal === 1 ? name : `${name} (${ordinal})`)
  })
  const failures = findings.filter(({ severity }) => severity === 'error').length
  const name = `image-hygiene ${step}`
  const body = cases.length === 0 ? [`    <testcase classname="${inXml(step)}" name="no findings"/>`] : cases
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${inXml(name)}" tests="${body.length}" failures="${failures}" errors="0" skipped="0">`,
    ...body,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n')
}

function nameOf({ rule, location, image }: Finding): string {
  return inXml(`${rule} ${location === undefined ? (image ?? '') : formatLocation(location)}`.trim())
}

function caseOf(step: string, { rule, severity, message, fix, location }: Finding, name: string): string {
  const attributes = [
    `classname="${inXml(`${step}.${rule}`)}"`,
    `name="${name}"`,
    ...(location === undefined ? [] : [`file="${inXml(location.file)}"`]),
  ].join(' ')
  const text = inXml([message, fix].filter(part => part !== undefined).join('\n'))
  return severity === 'error'
    ? `    <testcase ${attributes}><failure message="${inXml(message)}" type="${severity}">${text}</failure></testcase>`
    : `    <testcase ${attributes}><system-out>${severity}: ${text}</system-out></testcase>`
}

/** XML 1.0 has no way to write most control characters: they become U+FFFD. */
function inXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/[\n\r\t]/g, character => `&#${character.charCodeAt(0)};`)
  )
}
