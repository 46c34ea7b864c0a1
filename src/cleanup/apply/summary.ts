import { type Repository, registryOf } from '../../image/index.ts'
import { inCode, inMarkdown } from '../../report/index.ts'
import { formatBytes } from '../amount.ts'
import { collectionOf } from '../collection.ts'
import type { LineResult, RepositoryResult } from './result.ts'

/** The story of an apply for a job summary: a row a repository; what was left is in the findings below it. */
export function summaryOfApply(repositories: readonly RepositoryResult[], sent: boolean): string {
  if (repositories.length === 0) return 'The plan has no line to delete.\n'
  const rows = repositories.map(({ repository, lines }) => rowOf(repository, lines))
  const hosts = [...new Set(repositories.map(({ repository }) => registryOf(repository)))]
  return [
    `| repository | ${sent ? 'deleted' : 'would be deleted'} | ${sent ? 'untagged' : 'would be untagged'} | already gone | skipped | frees at most |`,
    '|---|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    ...hosts.map(host => `${inCode(host)}: ${inMarkdown(collectionOf(host))}`),
    '',
  ].join('\n')
}

function rowOf(repository: Repository, lines: readonly LineResult[]): string {
  const went = lines.flatMap(line => (line.end === 'deleted' || line.end === 'would-delete' ? [line] : []))
  const count = (end: LineResult['end']) => lines.filter(line => line.end === end).length
  const bytes = went.reduce((sum, line) => sum + line.bytes, 0)
  return `| ${inCode(repository)} | ${went.length} | ${count('untagged') + count('would-untag')} | ${count('already-gone')} | ${count('skipped')} | ${formatBytes(bytes)} |`
}
