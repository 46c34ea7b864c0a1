import type { ScanException } from '../../policy/index.ts'
import type { Judgement } from './judge.ts'
import type { Other } from './others.ts'

/** What was accepted and where, for other tools. */
interface Acceptance {
  readonly id: string
  readonly exception: ScanException
  /** Package URLs, or files. */
  readonly places: readonly string[]
}

/**
 * `.trivyignore.yaml` for what the policy accepts here. Each entry names the packages or files that were found, so that it
 * mutes no more than the policy does, and ends when the exception ends: Trivy drops an entry as its day begins, the policy
 * as it is over, hence the day after. What has neither is left out, as it could only be muted everywhere.
 * @see https://trivy.dev/docs/latest/configuration/filtering/#trivyignoreyaml
 */
export function toTrivyIgnore(judgements: readonly Judgement[]): string {
  const sections = [
    ['vulnerabilities', 'purls', acceptances(judgements)],
    ['misconfigurations', 'paths', acceptedOthers(judgements, 'misconfiguration')],
    ['secrets', 'paths', acceptedOthers(judgements, 'secret')],
    ['licenses', 'paths', acceptedOthers(judgements, 'licence')],
  ] as const
  const text = sections.map(([name, by, found]) => {
    const rows = found.filter(({ places }) => places.length > 0).flatMap(entry => entryOf(entry, by))
    return rows.length === 0 ? '' : `${name}:\n${rows.join('\n')}\n`
  })
  return text.join('') || 'vulnerabilities: []\n'
}

function entryOf({ id, exception, places }: Acceptance, by: 'purls' | 'paths'): readonly string[] {
  return [
    `  - id: ${quoted(id)}`,
    `    ${by}:`,
    ...places.map(place => `      - ${quoted(by === 'paths' ? literally(place) : place)}`),
    `    expired_at: ${dayAfter(exception.until)}`,
    `    statement: ${quoted(statementOf(exception))}`,
  ]
}

/** A path as a pattern that means it alone. */
function literally(path: string): string {
  return path.replace(/[\\*?[\]{}]/g, '\\$&')
}

/** Reasons of the policy in the words of OpenVEX 0.2.0. */
const justifications: Readonly<Record<ScanException['reason'], string>> = {
  'not-installed': 'component_not_present',
  unreachable: 'vulnerable_code_not_in_execute_path',
  mitigated: 'inline_mitigations_already_exist',
}

/**
 * One OpenVEX document about the images judged: each with the packages in it, never an image as a whole, which would
 * mute the vulnerability wherever it sits.
 * @param id an IRI of the document, the same for the same policy
 * @param timestamp RFC 3339
 * @see https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md
 */
export function toOpenVex(judgements: readonly Judgement[], id: string, timestamp: string): string {
  const statements = judgements.flatMap(judgement => {
    const product = productOf(judgement)
    if (product === undefined) return []
    return acceptances([judgement])
      .filter(({ places }) => places.length > 0)
      .map(({ id, exception, places }) => ({
        vulnerability: { name: id },
        products: [{ '@id': product, subcomponents: places.map(purl => ({ '@id': purl })) }],
        status: 'not_affected',
        justification: justifications[exception.reason],
        impact_statement: statementOf(exception),
      }))
  })
  const document = {
    '@context': 'https://openvex.dev/ns/v0.2.0',
    '@id': id,
    author: 'image-hygiene',
    timestamp,
    version: 1,
    statements,
  }
  return `${JSON.stringify(document, undefined, 2)}\n`
}

function acceptances(judgements: readonly Judgement[]): readonly Acceptance[] {
  const accepted = judgements.flatMap(({ judged }) => judged)
  return grouped(
    accepted.map(one => [one.vulnerability.id, one.accepted, one.vulnerability.package.purl] as const),
  )
}

function acceptedOthers(judgements: readonly Judgement[], kind: Other['kind']): readonly Acceptance[] {
  const accepted = judgements.flatMap(({ others }) => others.filter(other => other.kind === kind))
  return grouped(
    accepted.map(other => {
      if (other.kind === 'licence') return [other.found.name, other.accepted, other.found.path]
      return [other.kind === 'secret' ? other.found.rule : other.found.id, other.accepted, other.found.target]
    }),
  )
}

type Accepted = readonly [id: string, by: ScanException | undefined, place: string | undefined]

function grouped(found: readonly Accepted[]): readonly Acceptance[] {
  const groups = new Map<string, { id: string; exception: ScanException; places: Set<string> }>()
  for (const [id, exception, place] of found) {
    if (exception === undefined) continue
    const key = `${id}\u0000${exception.owner}\u0000${exception.until}`
    const known = groups.get(key) ?? { id, exception, places: new Set() }
    if (place !== undefined && place !== '') known.places.add(place)
    groups.set(key, known)
  }
  return [...groups.values()].map(({ places, ...rest }) => ({ ...rest, places: [...places].toSorted() }))
}

/** `pkg:oci/app@sha256:…?repository_url=ghcr.io%2Facme%2Fapp` */
function productOf({ subject: { image } }: Judgement): string | undefined {
  if (image?.digest === undefined) return undefined
  const name = image.repository.slice(image.repository.lastIndexOf('/') + 1)
  const digest = image.digest.replace(':', '%3A')
  return `pkg:oci/${name}@${digest}?repository_url=${encodeURIComponent(image.repository)}`
}

function statementOf({ reason, statement, owner, until }: ScanException): string {
  return `${statement ?? reason} (${owner}, until ${until})`
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

/** JSON text is YAML text. */
function quoted(text: string): string {
  return JSON.stringify(text)
}
