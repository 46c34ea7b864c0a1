import type { ScanException } from '../../policy/index.ts'
import type { Judgement } from './judge.ts'

/** An accepted vulnerability with the packages it was accepted in, for other tools. */
interface Acceptance {
  readonly id: string
  readonly exception: ScanException
  readonly purls: readonly string[]
}

/**
 * `.trivyignore.yaml` for what the policy accepts here. Each entry names the packages that were found, so that it mutes
 * no more than the policy does, and ends when the exception ends: Trivy drops an entry as its day begins, the policy as
 * it is over, hence the day after. What has no package URL is left out, as it could only be muted everywhere.
 * @see https://trivy.dev/docs/latest/configuration/filtering/#trivyignoreyaml
 */
export function toTrivyIgnore(judgements: readonly Judgement[]): string {
  const entries = acceptances(judgements).filter(({ purls }) => purls.length > 0)
  if (entries.length === 0) return 'vulnerabilities: []\n'
  const rows = entries.flatMap(({ id, exception, purls }) => [
    `  - id: ${quoted(id)}`,
    '    purls:',
    ...purls.map(purl => `      - ${quoted(purl)}`),
    `    expired_at: ${dayAfter(exception.until)}`,
    `    statement: ${quoted(statementOf(exception))}`,
  ])
  return `vulnerabilities:\n${rows.join('\n')}\n`
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
      .filter(({ purls }) => purls.length > 0)
      .map(({ id, exception, purls }) => ({
        vulnerability: { name: id },
        products: [{ '@id': product, subcomponents: purls.map(purl => ({ '@id': purl })) }],
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
  const found = new Map<string, { id: string; exception: ScanException; purls: Set<string> }>()
  for (const { accepted, vulnerability } of judgements.flatMap(({ judged }) => judged)) {
    if (accepted === undefined) continue
    const key = `${vulnerability.id}\u0000${accepted.owner}\u0000${accepted.until}`
    const known = found.get(key) ?? { id: vulnerability.id, exception: accepted, purls: new Set() }
    if (vulnerability.package.purl !== undefined) known.purls.add(vulnerability.package.purl)
    found.set(key, known)
  }
  return [...found.values()].map(({ purls, ...rest }) => ({ ...rest, purls: [...purls].toSorted() }))
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
