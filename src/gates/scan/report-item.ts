import type { Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import type { Licence, Misconfiguration, Package, Secret, Suppressed, Vulnerability } from './report.ts'
import { type Grade, parseGrade } from './severity.ts'

// One item of each list in a Trivy result. Absent is ordinary (everything is omitempty); a value of a wrong type means
// that this is not the report we know, and what cannot be read cannot be judged.

export interface ResultFacts {
  readonly target: string
  readonly kind: string
}

export type Json = Readonly<Record<string, unknown>>

export function toVulnerability(item: unknown, { target, kind }: ResultFacts): Vulnerability {
  const from = objectOf(item, 'a vulnerability')
  const fixed = textOf(from, 'FixedVersion')
  const status = textOf(from, 'Status')
  const published = instantOf(textOf(from, 'PublishedDate'))
  return {
    id: required(from, 'VulnerabilityID'),
    aliases: textsOf(from, 'VendorIDs'),
    package: {
      name: required(from, 'PkgName'),
      version: textOf(from, 'InstalledVersion') ?? '',
      ...optional('purl', textOf(nested(from, 'PkgIdentifier'), 'PURL')),
    },
    fixable: fixed !== undefined || status === 'fixed',
    grade: gradeOf(from),
    kind,
    target,
    ...optional('path', textOf(from, 'PkgPath')),
    ...optional('fixed', fixed),
    ...optional('status', status),
    ...optional('title', textOf(from, 'Title')?.slice(0, 300)),
    ...optional('url', webAddress(textOf(from, 'PrimaryURL'))),
    ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
    ...optional('published', published),
  }
}

export function toPackage(item: unknown): Package {
  const from = objectOf(item, 'a package')
  return {
    name: required(from, 'Name'),
    version: textOf(from, 'Version') ?? '',
    ...optional('purl', textOf(nested(from, 'Identifier'), 'PURL')),
  }
}

export function toSecret(item: unknown, { target }: ResultFacts): Secret {
  const from = objectOf(item, 'a secret')
  return {
    rule: required(from, 'RuleID'),
    grade: gradeOf(from),
    title: textOf(from, 'Title') ?? '',
    target,
    line: lineOf(from['StartLine']),
    ...optional('diffId', textOf(nested(from, 'Layer'), 'DiffID')),
  }
}

/** Undefined for a check that passed. */
export function toMisconfiguration(item: unknown, { target }: ResultFacts): Misconfiguration | undefined {
  const from = objectOf(item, 'a misconfiguration')
  if (textOf(from, 'Status') === 'PASS' || textOf(from, 'Status') === 'EXCEPTION') return undefined
  return {
    id: checkId(textOf(from, 'ID') ?? required(from, 'AVDID')),
    grade: gradeOf(from),
    title: textOf(from, 'Title') ?? '',
    message: textOf(from, 'Message') ?? '',
    target,
    line: lineOf(nested(from, 'CauseMetadata')['StartLine']),
    ...optional('resolution', textOf(from, 'Resolution')),
  }
}

export function toLicence(item: unknown): Licence {
  const from = objectOf(item, 'a licence')
  return {
    name: required(from, 'Name'),
    package: textOf(from, 'PkgName') ?? '',
    path: textOf(from, 'FilePath') ?? '',
  }
}

export function toSuppressed(item: unknown): Suppressed {
  const from = objectOf(item, 'a suppressed finding')
  const finding = nested(from, 'Finding')
  return {
    id:
      textOf(finding, 'VulnerabilityID') ??
      textOf(finding, 'RuleID') ??
      textOf(finding, 'ID') ??
      textOf(finding, 'Name') ??
      'unnamed',
    package: textOf(finding, 'PkgName') ?? '',
    version: textOf(finding, 'InstalledVersion') ?? '',
    status: textOf(from, 'Status') ?? '',
    statement: textOf(from, 'Statement') ?? '',
    source: textOf(from, 'Source') ?? '',
  }
}

/** `DS002`, `AVD-DS-0002` and `DS-0002` are one check: the spelling changed twice. */
function checkId(text: string): string {
  const bare = text.replace(/^AVD-/, '')
  const old = /^([A-Z]{2,4})(\d{3})$/.exec(bare)
  return old === null ? bare : `${old[1]}-0${old[2]}`
}

export function objectOf(value: unknown, what: string): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json
  return foreign(`${what} that is no object`)
}

export function nested(from: Json, key: string): Json {
  const value = from[key]
  return value === undefined || value === null ? {} : objectOf(value, key)
}

/** Undefined for an absent or empty text. */
export function textOf(from: Json, key: string): string | undefined {
  const value = from[key]
  if (value === undefined || value === null || value === '') return undefined
  return typeof value === 'string' ? value : foreign(`'${key}' that is no text`)
}

/** False for an absent one. */
export function flagOf(from: Json, key: string): boolean {
  const value = from[key]
  if (value === undefined || value === null) return false
  return typeof value === 'boolean' ? value : foreign(`'${key}' that is neither true nor false`)
}

export function textsOf(from: Json, key: string): readonly string[] {
  const value = from[key]
  if (value === undefined || value === null) return none
  if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  return foreign(`'${key}' that is no list of texts`)
}

export function instantOf(text: string | undefined): Instant | undefined {
  const milliseconds = text === undefined ? Number.NaN : Date.parse(text)
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}

export function optional<K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T }
}

export function foreign(what: string): never {
  throw new HygieneError('damaged', `the scan report has ${what}`, {
    fix: 'make the report again, with a supported Trivy and --format json',
  })
}

const none: readonly string[] = []

function required(from: Json, key: string): string {
  return textOf(from, key) ?? foreign(`an entry without '${key}'`)
}

/** Trivy writes one for everything, `UNKNOWN` where nobody has said it: a missing one is a lost one. */
function gradeOf(from: Json): Grade {
  const text = required(from, 'Severity')
  return parseGrade(text) ?? foreign(`the severity '${text.slice(0, 40)}', which is none`)
}

function lineOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 1
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s"'<>\\]{1,500}$/.test(text) ? text : undefined
}
