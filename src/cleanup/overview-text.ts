import { formatInstant, registryOf } from '../image/index.ts'
import { inCode, inMarkdown, oneLine } from '../report/index.ts'
import { count, formatBytes, thousands } from './amount.ts'
import type { Blocker } from './blockers.ts'
import { collectionOf } from './collection.ts'
import type { Decision, KeptBecause } from './decision.ts'
import type { OverviewRow } from './overview.ts'

const words: Readonly<Record<KeptBecause, string>> = {
  'in-use': 'in use',
  'never-expires': 'never expire',
  newest: 'among the newest',
  unranked: 'cannot be ranked',
  'not-expired': 'not expired',
  'too-young': 'too young',
  'no-clock': 'no clock',
  'absurd-clock': 'absurd clock',
  'no-class': 'no class',
  shared: 'needed by a kept image',
  'base-of-kept': 'base of a kept image',
  'referrer-of-kept': 'refer to a kept image',
  metadata: 'refer to something not here',
  'unknown-type': 'of unknown type',
  'kept-by-reviewer': 'kept by a reviewer',
  'last-image': 'last image',
  limit: 'over a limit',
  held: 'held',
}

/** The plan for a terminal: a table a repository, then how the bytes are freed, then what holds others. */
export function overviewText(
  decision: Decision,
  rows: readonly OverviewRow[],
  blockers: readonly Blocker[],
): string {
  const parts = decision.repositories.map(({ repository, held, bytes }) => {
    const own = rows.filter(row => row.repository === repository)
    const head = `${oneLine(repository)}${held.length > 0 ? '  (held: nothing of it is planned)' : ''}`
    if (own.length === 0) return `${head}\n  no images`
    const freed = bytes > 0 ? [`  frees at most ${formatBytes(bytes)}`] : []
    return [head, ...table(own).map(line => `  ${line}`), ...freed].join('\n')
  })
  return [...parts, totalText(decision, rows), ...blockers.map(blockerText)]
    .filter(part => part !== '')
    .join('\n\n')
}

/** The same as Markdown, for a job summary. */
export function overviewSummary(
  decision: Decision,
  rows: readonly OverviewRow[],
  blockers: readonly Blocker[],
): string {
  const table = [
    '| repository | class | images | goes | frees at most | oldest | kept |',
    '|---|---|--:|--:|--:|---|---|',
    ...rows.map(row => {
      const [group, images, goes, bytes, oldest, kept] = cellsOf(row)
      return `| ${inCode(row.repository)} | ${inMarkdown(group)} | ${images} | ${goes} | ${bytes} | ${oldest} | ${inMarkdown(kept)} |`
    }),
  ]
  const opened = blockers.map(
    ({ images, what, opens }) =>
      `**${count(images, 'image')}**: ${inMarkdown(what)}.\n\n\`\`\`yaml\n${opens.replaceAll('`', "'")}\n\`\`\``,
  )
  return [table.join('\n'), totalText(decision, rows), ...opened].join('\n\n')
}

function table(rows: readonly OverviewRow[]): readonly string[] {
  const cells = [['class', 'images', 'goes', 'frees at most', 'oldest', 'kept'], ...rows.map(cellsOf)]
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => (row[column] ?? '').length))) ?? []
  return cells.map(row =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd(),
  )
}

type Cells = readonly [string, string, string, string, string, string]

function cellsOf({ group, images, goes, bytes, oldest, kept }: OverviewRow): Cells {
  const reasons = [...kept]
    .sort(([, a], [, b]) => b - a)
    .map(([because, number]) => `${number} ${words[because]}`)
  return [
    oneLine(group),
    thousands(images),
    thousands(goes),
    goes === 0 ? '' : formatBytes(bytes),
    oldest === undefined ? '' : `since ${formatInstant(oldest).slice(0, 10)}`,
    reasons.join(', '),
  ]
}

function totalText({ repositories }: Decision, rows: readonly OverviewRow[]): string {
  const goes = rows.reduce((sum, row) => sum + row.goes, 0)
  const images = rows.reduce((sum, row) => sum + row.images, 0)
  const names = namesText(repositories)
  if (goes === 0) return [`Of ${count(images, 'image')}, none can go.`, ...names].join('\n')
  const bytes = repositories.reduce((sum, one) => sum + one.bytes, 0)
  const hosts = new Set(
    repositories
      .filter(one => one.images.some(({ fate }) => fate.goes))
      .map(one => registryOf(one.repository)),
  )
  const collections = [...hosts].map(host => `  ${oneLine(host)}: ${collectionOf(host)}`)
  return [
    `Of ${count(images, 'image')}, ${thousands(goes)} can go. That frees at most ${formatBytes(bytes)}, at the registry's next garbage collection:`,
    ...collections,
    ...names,
  ].join('\n')
}

/** Tags that go from images which stay: where the policy allows a registry's own tag deletion. */
function namesText(repositories: Decision['repositories']): readonly string[] {
  const losing = repositories.flatMap(({ images }) => images.filter(({ untag }) => untag !== undefined))
  if (losing.length === 0) return []
  const tags = losing.reduce((sum, { untag }) => sum + (untag?.tags.length ?? 0), 0)
  const first = losing[0]?.untag
  return [
    `${count(tags, 'tag')} can go from ${count(losing.length, 'image')} that ${losing.length === 1 ? 'stays' : 'stay'} under another name, such as ${first?.tags[0]} (stays as ${first?.by.tag}).`,
  ]
}

function blockerText({ images, what, opens, examples }: Blocker): string {
  const lines = opens.split('\n').map(line => `    ${line}`)
  const shown = examples.map(example => oneLine(example, 160)).join(', ')
  return [
    `${count(images, 'image')}: ${what} (${shown}${images > examples.length ? ', …' : ''}). To let them go:`,
    ...lines,
  ].join('\n')
}
