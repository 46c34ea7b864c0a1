import { HygieneError } from '../../outcome/index.ts'
import { field } from './json-field.ts'

/**
 * Trivy masks a secret where it reports it, and prints it all the same where it quotes the image's config or a line of a
 * Dockerfile. What it masked in one place is masked here in those too, so that no file and no log of a scan tells it on.
 * Only texts that are quoted are touched: a value in an image could otherwise be chosen to wipe out a finding.
 * @param bytes a whole report; one without secrets, and what is no JSON, stays as it is
 */
export function maskSecrets(bytes: Uint8Array): Uint8Array {
  try {
    return masked(bytes)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new HygieneError('damaged', 'the scan report is nested too deep', {
      fix: 'make the report again, with a supported Trivy and --format json',
      cause,
    })
  }
}

function masked(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!buffer.includes('"Secrets"')) return bytes
  if (bytes.length > largest) {
    throw new HygieneError('undecidable', 'the scan report is too large to mask the secrets in it', {
      fix: 'scan with scan.secrets: off, and look for secrets apart',
    })
  }
  const report = parsed(buffer.toString())
  const config = field(field(report, 'Metadata'), 'ImageConfig')
  const results = items(field(report, 'Results'))
  const misconfigurations = results.flatMap(result => items(field(result, 'Misconfigurations')))
  const causes = misconfigurations.map(found => field(found, 'CauseMetadata'))

  const patterns = results
    .flatMap(result => items(field(result, 'Secrets')))
    .flatMap(secret => patternOf(field(secret, 'Match')))
  // Line by line, as Trivy's search for secrets saw it.
  const lines = [JSON.stringify(config ?? {}, undefined, 1).split('\n'), ...causes.map(textsIn)].flat()
  const secrets = new Set(patterns.flatMap(pattern => lines.flatMap(line => secretsIn(line, pattern))))
  if (secrets.size === 0) return bytes

  // The longest first: one may be a part of another.
  const sorted = [...secrets].toSorted((a, b) => b.length - a.length)
  const mask = (text: string) =>
    sorted.reduce((masked, secret) => masked.replaceAll(secret, '*'.repeat(secret.length)), text)
  for (const quoting of [field(config, 'config'), field(config, 'history'), ...causes]) rewrite(quoting, mask)
  for (const found of misconfigurations) rewriteField(found, 'Message', mask)
  return Buffer.from(`${JSON.stringify(report, undefined, 2)}\n`)
}

/** What Node reads as one text. */
const largest = 2 ** 29 - 32

/** Shorter pieces are words that stand elsewhere too. */
const shortest = 8

/** Trivy cuts a line to some hundred characters; what is longer is none of its own, and slow to search for. */
const longest = 1000

/** `"TOKEN=****",` with its stars as the value that they hide. */
function patternOf(match: unknown): readonly RegExp[] {
  if (typeof match !== 'string' || match.length > longest) return []
  const parts = match.trim().split(/(\*{8,})/)
  if (parts.length < 3) return []
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(.{${part.length}})` : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  )
  return [new RegExp(source.join(''), 'gs')]
}

/** Values in pieces without line ends, quotes and their escapes: those are escaped once more wherever they are quoted. */
function secretsIn(line: string, pattern: RegExp): readonly string[] {
  return [...line.matchAll(pattern)]
    .flatMap(([, ...values]) => values)
    .flatMap(value => value.split(/\\+[nrt"]|[\s"\\]+/))
    .filter(piece => piece.length >= shortest && !/^\*+$/.test(piece))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** In place: the report was read for this. */
function rewrite(value: unknown, mask: (text: string) => string): void {
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) rewriteField(value, key, mask)
}

function rewriteField(value: unknown, key: string, mask: (text: string) => string): void {
  const inner = field(value, key)
  if (typeof inner === 'string') Object.assign(value as object, { [key]: mask(inner) })
  else rewrite(inner, mask)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
