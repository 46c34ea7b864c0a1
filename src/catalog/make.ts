import { expireAtKey, formatInstant, type Instant, parseCreated, parseExpireAt } from '../image/index.ts'
import type { Observed } from './observe.ts'
import { type ImageRecord, recordSchemaName } from './record.ts'

/** A value, or in one clause why there is none. */
export type Maybe<T> = { readonly known: T } | { readonly why: string }

export interface ScanFacts {
  readonly status: Maybe<'passed' | 'failed' | 'undecided'>
  readonly critical: Maybe<number>
  readonly scannedAt: Maybe<string>
  readonly databaseUpdatedAt: Maybe<string>
  readonly aptPackages: Maybe<readonly string[]>
  readonly packages: Maybe<readonly string[]>
  /** Those of which there is a report. */
  readonly platforms: ImageRecord['security_scan']['platforms']
}

export interface RecordFacts {
  readonly image: string
  readonly digest: string
  readonly tags: readonly string[]
  readonly class: Maybe<string>
  readonly observed: Observed
  readonly base: Maybe<{ readonly name: string; readonly digest: string | undefined }>
  readonly scan: ScanFacts
  readonly signatures: Maybe<NonNullable<ImageRecord['signatures']>>
  readonly sbom: Maybe<string>
  /** By the provenance of the image. */
  readonly builder: Maybe<string>
  /** The CI run that records, if there is one. */
  readonly run:
    | { readonly sha: string; readonly actor?: string | undefined; readonly url?: string | undefined }
    | undefined
  readonly tools: Readonly<Record<string, string>>
  readonly policy: string
  readonly now: Instant
}

const oci = 'org.opencontainers.image.'

/** The record of one image. What is not known is null, and its reason stands in `unknown`. */
export function makeRecord(facts: RecordFacts): ImageRecord {
  const unknown: Record<string, string> = {}
  const take = <T>(path: string, value: Maybe<T>): T | null => {
    if ('known' in value) return value.known
    unknown[path] = value.why
    return null
  }
  const { observed, scan, base } = facts
  const commit = said(observed, `${oci}revision`)
  const run = runOf(facts.run, commit)
  return {
    schema: recordSchemaName,
    image: facts.image,
    digest: facts.digest,
    tags: [...facts.tags],
    class: take('class', facts.class),
    built_at: take('built_at', builtAt(observed, facts.now)),
    builder: take('builder', builderOf(facts.builder, run)),
    build_url: take(
      'build_url',
      then(run, ({ url }) => orWhy(url, 'the run that built it has no address')),
    ),
    git_commit: take('git_commit', commit),
    source: take('source', said(observed, `${oci}source`)),
    expire_at: take('expire_at', expireAt(observed)),
    dependencies: {
      base_image: take(
        'dependencies.base_image',
        then(base, ({ name }) => ({ known: name })),
      ),
      base_digest: take(
        'dependencies.base_digest',
        then(base, ({ digest }) => orWhy(digest, 'the base is named without its digest')),
      ),
      apt_packages: list(take('dependencies.apt_packages', scan.aptPackages)),
      packages: list(take('dependencies.packages', scan.packages)),
    },
    security_scan: {
      status: take('security_scan.status', scan.status),
      critical_vulns: take('security_scan.critical_vulns', scan.critical),
      scanned_at: take('security_scan.scanned_at', scan.scannedAt),
      database_updated_at: take('security_scan.database_updated_at', scan.databaseUpdatedAt),
      platforms: scan.platforms,
    },
    signatures: take('signatures', facts.signatures),
    sbom_digest: take('sbom_digest', facts.sbom),
    tools: { ...facts.tools },
    policy: facts.policy,
    recorded_at: formatInstant(facts.now),
    unknown,
  }
}

/** Its provenance, which was written while it was built; else who started the run that built it. */
function builderOf(stated: Maybe<string>, run: Maybe<NonNullable<RecordFacts['run']>>): Maybe<string> {
  if ('known' in stated) return stated
  const actor = then(run, ({ actor }) => orWhy(actor, 'the run that built it names nobody'))
  return 'known' in actor ? actor : { why: `${stated.why}, and ${actor.why}` }
}

function list(values: readonly string[] | null): string[] | null {
  return values === null ? null : [...values]
}

/** The run that records has built the image only if the image says that it is of the run's commit. */
function runOf(run: RecordFacts['run'], commit: Maybe<string>): Maybe<NonNullable<RecordFacts['run']>> {
  if (run === undefined) return { why: 'it was not recorded in a run of a CI' }
  if (!('known' in commit))
    return { why: 'the image does not say which commit it is of, so this run may not have built it' }
  return commit.known === run.sha
    ? { known: run }
    : { why: `the image is of commit ${commit.known}, and this run is of ${run.sha}` }
}

/**
 * What an image says under a key: the annotation of its index or manifest, else the label of its config. Platforms
 * that say different things have said nothing about the whole.
 */
function said({ head, platforms }: Observed, key: string): Maybe<string> {
  const own = head.annotations[key]
  if (own) return { known: own }
  const values = new Set(
    platforms.map(({ manifest, labels }) => manifest.annotations[key] || labels[key] || ''),
  )
  const [value = ''] = values
  if (values.size > 1) return { why: `its platforms have different values of ${key}` }
  return value === '' ? { why: `it has neither an annotation nor a label ${key}` } : { known: value }
}

/**
 * An annotation, else the config's own date, else a label: labels flow through FROM, and may be the base's. Of an index
 * the latest of its platforms'. Absurd dates are no dates.
 */
function builtAt({ head, platforms }: Observed, now: Instant): Maybe<string> {
  const key = `${oci}created`
  const own = head.annotations[key]
  const ways = [
    own ? [own] : [],
    platforms.map(({ created }) => created ?? ''),
    platforms.map(({ labels }) => labels[key] ?? ''),
  ]
  let why = 'neither an annotation nor its config nor a label says when'
  for (const texts of ways.filter(one => one.length > 0)) {
    const moments = texts.map(text => (text === '' ? undefined : parseCreated(text, now)))
    const sound = moments.filter(moment => typeof moment === 'number')
    if (sound.length === moments.length) return { known: formatInstant(Math.max(...sound)) }
    const absurd = moments.find(moment => typeof moment === 'object')
    if (absurd !== undefined) why = `its build date ${absurd.why}`
  }
  return { why }
}

function expireAt(observed: Observed): Maybe<number> {
  const text = said(observed, expireAtKey)
  if (!('known' in text)) return { why: text.why }
  const moment = parseExpireAt(text.known)
  if (typeof moment === 'number') return { known: moment }
  return {
    why: moment === undefined ? 'it is empty: it does not go by the clock' : `its value ${moment.why}`,
  }
}

function then<A, B>(value: Maybe<A>, next: (known: A) => Maybe<B>): Maybe<B> {
  return 'known' in value ? next(value.known) : value
}

function orWhy<T>(value: T | undefined, why: string): Maybe<T> {
  return value === undefined || value === '' ? { why } : { known: value }
}
