import { formatReference, pathOf, registryOf } from '../../image/index.ts'
import type { Finding, Result, Verdict } from '../../outcome/index.ts'
import { oneLine } from '../../report/index.ts'
import { count as amount, formatBytes } from '../amount.ts'
import { collectionOf } from '../collection.ts'
import type { PlanLine } from '../plan-file.ts'
import type { LineResult, RepositoryResult } from './result.ts'
import type { SkipCode } from './review.ts'
import { summaryOfApply } from './summary.ts'

/**
 * The outcome of an apply. Exit 3 where something could not be told or was refused, 1 where every line had drifted, 0
 * otherwise; what was not deleted is always told, with its reason.
 */
export function reportApply(
  repositories: readonly RepositoryResult[],
  sent: boolean,
  /** What was found before the first line: an interrupted run's damage. */
  faults: readonly Finding[] = [],
): Result {
  const lines = repositories.flatMap(repository => repository.lines)
  const count = (end: LineResult['end']) => lines.filter(line => line.end === end).length
  const went = lines.flatMap(line => (line.end === 'deleted' || line.end === 'would-delete' ? [line] : []))
  const bytes = went.reduce((sum, line) => sum + line.bytes, 0)
  const findings = [
    ...faults,
    ...repositories.flatMap(repository => repository.findings),
    ...lines.flatMap(findingOf),
  ]
  const manifests = went.reduce((sum, line) => sum + line.digests.length, 0)
  return {
    verdict: verdictOf(lines, findings),
    findings,
    outputs: {
      deleted: String(count('deleted')),
      untagged: String(count('untagged')),
      'already-gone': String(count('already-gone')),
      skipped: String(count('skipped')),
    },
    stats: {
      lines: lines.length,
      deleted: count('deleted'),
      'would-delete': count('would-delete'),
      untagged: count('untagged'),
      'would-untag': count('would-untag'),
      'already-gone': count('already-gone'),
      skipped: count('skipped'),
      manifests,
      'freed-bytes': bytes,
    },
    text: textOf(repositories, lines, bytes, sent),
    summary: summaryOfApply(repositories, sent),
  }
}

/** What it is about a skipped line that somebody has to look into before this plan can go on. */
const undecided: readonly SkipCode[] = ['held', 'unreadable', 'refused']

function verdictOf(lines: readonly LineResult[], findings: readonly Finding[]): Verdict {
  const skips = lines.flatMap(line => (line.end === 'skipped' ? [line.code] : []))
  if (findings.some(({ severity }) => severity === 'error')) return 'error'
  if (skips.some(code => undecided.includes(code))) return 'error'
  const drifted = skips.filter(code => code !== 'not-reached')
  if (drifted.length > 0 && drifted.length === lines.length) return 'fail'
  return skips.length > 0 || findings.length > 0 ? 'warn' : 'pass'
}

function findingOf(result: LineResult): readonly Finding[] {
  if (result.end !== 'skipped') return []
  const { line, code, detail } = result
  return [
    {
      rule: `skipped-${code}`,
      severity: undecided.includes(code) ? 'error' : 'warning',
      message: `not deleted (${code}): ${detail}`,
      image: nameOf(line),
      ...(fixes[code] === undefined ? {} : { fix: fixes[code] }),
    },
  ]
}

const fixes: Partial<Record<SkipCode, string>> = {
  restored: 'set its line to "action":"keep"; to delete it after all, use another --journal-dir',
  'not-reached': 'run apply again: it goes on where it stopped',
  limit: 'run apply again after this, or raise cleanup.limits in the policy',
  'tag-added': 'the next plan shows the image with all its tags',
}

function textOf(
  repositories: readonly RepositoryResult[],
  lines: readonly LineResult[],
  bytes: number,
  sent: boolean,
): string {
  if (lines.length === 0) return 'The plan has no line to delete: nothing to do.'
  const rows = repositories.flatMap(({ repository, lines: own }) => [
    oneLine(repository),
    ...own.flatMap(line => rowsOf(line, sent)),
  ])
  const freed = lines.some(line => line.end === 'deleted' || line.end === 'would-delete')
  const changes = freed || lines.some(line => line.end === 'untagged' || line.end === 'would-untag')
  return [
    ...rows,
    '',
    ...(freed ? gains(repositories, bytes, sent) : []),
    ...(changes
      ? [sent ? wayBack(freed) : 'Nothing was sent. Add --yes to delete what is listed above.']
      : []),
  ].join('\n')
}

function rowsOf(result: LineResult, sent: boolean): readonly string[] {
  const name = oneLine(labelOf(result.line))
  if (result.end === 'skipped') return [`  skipped       ${name}  ${result.code}: ${oneLine(result.detail)}`]
  const path = pathOf(result.line.repository)
  if (result.end === 'untagged' || result.end === 'would-untag') {
    const title = `  ${result.end === 'untagged' ? 'untagged    ' : 'would untag '}  ${name}  stays as ${oneLine(result.by)}`
    const requests = result.tags.map(tag => `                DELETE /v2/${path}/manifests/${tag}`)
    return sent ? [title] : [title, ...requests]
  }
  const parts = amount(result.digests.length, 'manifest')
  const title =
    result.end !== 'already-gone'
      ? `${sent ? '  deleted     ' : '  would delete'}  ${name}${sent ? `  ${parts}` : ''}`
      : `  already gone  ${name}${result.digests.length > 0 ? `  ${parts} left by an interrupted run` : ''}`
  if (sent) return [title]
  return [title, ...result.digests.map(digest => `                DELETE /v2/${path}/manifests/${digest}`)]
}

function gains(repositories: readonly RepositoryResult[], bytes: number, sent: boolean): readonly string[] {
  const hosts = new Set(repositories.map(({ repository }) => registryOf(repository)))
  return [
    `At most ${formatBytes(bytes)} ${sent ? 'are' : 'would be'} freed by the registry's own garbage collection.`,
    ...[...hosts].map(host => `  ${oneLine(host)}: ${collectionOf(host)}`),
  ]
}

function wayBack(freed: boolean): string {
  return freed
    ? 'Until then `image-hygiene restore` puts everything back.'
    : '`image-hygiene restore` puts the tags back.'
}

function labelOf({ head, tags }: PlanLine): string {
  return tags.length > 0 ? tags.join(' ') : head
}

function nameOf({ repository, head, tags }: PlanLine): string {
  const [tag] = tags
  return formatReference({ repository, ...(tag === undefined ? { digest: head } : { tag }) })
}
