// What the readers of our reports accept: published schemas, and where there are none, the readers' own rules as facts.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv, type AnySchema } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

const require = createRequire(import.meta.url)
const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8'))
const here = (name: string) => read(join(import.meta.dirname, name))

/** Faults of a document, none if it is valid. */
type Check = (text: string) => readonly unknown[]

function checkOf(ajv: Ajv | Ajv2020, schema: AnySchema): Check {
  const validate = ajv.compile(schema)
  return text => (validate(JSON.parse(text)) ? [] : (validate.errors ?? []))
}

const plain = { strict: false, validateFormats: false, unicodeRegExp: false } as const

export const sarifFaults: Check = (() => {
  const schema = read(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  // The published schema is draft-04 in letter only; its id and formats are no business of a test.
  const { $schema: _, id: __, ...rest } = schema
  return checkOf(new Ajv(plain), rest)
})()

export const containerScanningFaults: Check = checkOf(
  new Ajv2020({ allErrors: true }),
  here('container-scanning-15.0.7.json'),
)

/**
 * What GitLab's reader takes: it stops at the first issue that its schema refuses, and of those with one fingerprint it
 * keeps the last.
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const codeQualityFaults: Check = (() => {
  const check = checkOf(new Ajv(plain), {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string' },
        check_name: { type: 'string' },
        fingerprint: { type: 'string' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', not: { pattern: '^(?:\\./|/)' } },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  })
  return text => {
    const prints = (JSON.parse(text) as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint)
    return [...check(text), ...twice(prints)]
  }
})()

/** GitLab knows a test case by suite, class and name: of two with the same it keeps the last. */
export const junitFaults: Check = text => {
  const valid = XMLValidator.validate(text)
  return valid === true ? twice(junitCases(text).map(({ key }) => key)) : [valid]
}

export interface JunitCase {
  readonly key: string
  readonly failed: boolean
}

export function junitCases(text: string): readonly JunitCase[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: name => name === 'testcase',
  })
  const { testcase = [] } = parser.parse(text).testsuites.testsuite
  return testcase.map((one: Record<string, unknown>) => ({
    key: `${one['@_classname']} ${one['@_name']}`,
    failed: 'failure' in one,
  }))
}

/** By the version that the document names; of each a schema is in the library that OWASP publishes. */
export const cyclonedxFaults: Check = text => {
  const { specVersion } = JSON.parse(text) as { specVersion: string }
  const known = cyclonedx.get(specVersion) ?? cyclonedxOf(specVersion)
  cyclonedx.set(specVersion, known)
  return known(text)
}

const cyclonedx = new Map<string, Check>()

function cyclonedxOf(version: string): Check {
  const library = dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json'))
  const schema = (name: string) => read(join(library, 'res/schema', `${name}.SNAPSHOT.schema.json`))
  const ajv = new Ajv(plain)
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
  return checkOf(ajv, schema(`bom-${version}`))
}

function twice(keys: readonly string[]): readonly string[] {
  return keys.filter((key, index) => keys.indexOf(key) < index).map(key => `twice: ${key}`)
}
