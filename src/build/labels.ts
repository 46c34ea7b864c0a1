import { expireAtKey, formatInstant, type Instant } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { ClassRule, Policy } from '../policy/index.ts'
import { type Expires, quayDuration } from './expiry.ts'
import type { BuildFacts } from './facts.ts'

/** By name, sorted; the same for labels and for annotations. */
export type Labels = ReadonlyMap<string, string>

export const expireLabel = expireAtKey
const quayLabel = 'quay.expires-after'

export interface LabelFacts {
  readonly facts: BuildFacts
  readonly version: string
  readonly title: string
  readonly created: Instant
  readonly expires: Expires
  /** `labels.quay` of the policy: Quay's own label is wanted. */
  readonly quay: boolean
  /** The image goes to quay.io, which would obey that label of a base image. */
  readonly onQuay: boolean
  /** Of the call; they win over those of the OCI set. */
  readonly further: Labels
}

/**
 * The OCI set, the expiry and whatever the call adds.
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md#pre-defined-annotation-keys
 */
export function makeLabels({
  facts,
  version,
  title,
  created,
  expires,
  quay,
  onQuay,
  further,
}: LabelFacts): Labels {
  const { url, description, licence } = facts.repository
  const oci: Readonly<Record<string, string | undefined>> = {
    title,
    version,
    revision: facts.sha,
    created: formatInstant(created),
    source: url,
    url,
    description: description === undefined ? undefined : plain(description),
    licenses: licence === undefined ? undefined : plain(licence),
  }
  const known = Object.entries(oci).flatMap(([name, value]) =>
    value ? [[`org.opencontainers.image.${name}`, value] as const] : [],
  )
  return sorted([...known, ...further, ...expiryLabels(expires, quay, onQuay)])
}

/**
 * Labels flow through FROM: an image that never expires would inherit `expire_at` from a base image that does. The
 * empty value overrides it, and reads as "no clock" everywhere.
 */
function expiryLabels(
  expires: Expires,
  quay: boolean,
  onQuay: boolean,
): readonly (readonly [string, string])[] {
  if (expires.kind !== 'at') return [[expireLabel, ''], ...(quay || onQuay ? [[quayLabel, ''] as const] : [])]
  return [
    [expireLabel, String(expires.at)],
    ...(quay ? [[quayLabel, quayDuration(expires.after)] as const] : []),
  ]
}

/** Annotations reach no other image through FROM, so an empty one has nothing to override. */
export function makeAnnotations(labels: Labels): Labels {
  return new Map([...labels].filter(([, value]) => value !== ''))
}

/** Reads `key=value` lines; what cannot be a label is `bad-usage`, and so is a title with a line end. */
export function readLabels(lines: readonly string[]): Labels {
  return sorted(
    lines.map(line => {
      const equals = line.indexOf('=')
      if (equals < 1) {
        throw new HygieneError('bad-usage', `labels: '${line}' is no key=value`, { fix: 'owner=team-a' })
      }
      const name = line.slice(0, equals).trim()
      if (!/^[!-~]{1,255}$/.test(name) || /["'\\,${}%]/.test(name)) {
        throw new HygieneError('bad-usage', `labels: '${name}' is no label name`, {
          fix: 'ASCII letters, digits, dots, dashes and underscores, as in com.example.owner=team-a',
        })
      }
      if (name === expireLabel || name === quayLabel) {
        throw new HygieneError('bad-usage', `labels: ${name} follows from the class; it is not set by hand`, {
          fix: 'set `expires` in the class of the policy',
        })
      }
      return [name, readValue(name, line.slice(equals + 1).trim())] as const
    }),
  )
}

/** One line without control characters: a line end would be read as the next label by whoever takes the list. */
export function readValue(name: string, value: string): string {
  if (plain(value) === value && value.length <= longestValue) return value
  const what =
    value.length > longestValue ? 'longer than 4,096 characters' : 'more than one line of plain text'
  throw new HygieneError('bad-usage', `the label ${name} is ${what}`, {
    fix: 'one line, without control characters',
  })
}

const longestValue = 4096

/** What somebody else wrote (a repository's description), made one line. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').slice(0, longestValue)
}

/** A finding for each label that the policy or a class requires and the image would not have. */
export function missingLabels(
  labels: Labels,
  policy: Policy,
  classes: readonly string[],
): readonly Finding[] {
  const byClass = classes.flatMap(name => {
    const rule: ClassRule | undefined = policy.classes[name]
    return (rule?.['require-labels'] ?? []).map(label => [label, `class ${name}`] as const)
  })
  const wanted = new Map([
    ...byClass,
    ...policy.labels.required.map(label => [label, 'labels.required'] as const),
  ])
  return [...wanted]
    .filter(([label]) => (labels.get(label) ?? '') === '')
    .map(([label, by]) => ({
      rule: 'label-missing',
      severity: 'error',
      message: `the label '${label}' is required (${by}) and not among those given; a LABEL in the Dockerfile is not seen here`,
      fix: `labels: ${label}=…`,
    }))
}

function sorted(entries: readonly (readonly [string, string])[]): Labels {
  return new Map([...new Map(entries)].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
