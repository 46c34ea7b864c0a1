import { formatInstant } from '../../image/index.ts'
import { inCode, inMarkdown } from '../../report/index.ts'
import { thousands } from '../amount.ts'
import type { Decision, ImageDecision } from '../decision.ts'
import type { PlanLine } from '../plan-file.ts'
import type { BodyFacts, Going, Words } from './body-facts.ts'
import { nameOf as lineName } from './message.ts'
import { count, formatBytes, shortId, type Totals } from './title.ts'

/** A part of the body that is shown whole or not at all. */
export interface Section {
  /** For the sentence that says what was left out. */
  readonly name: string
  /** 0 is always shown; the higher goes first. */
  readonly rank: number
  readonly text: string
}

const rows = 10
const names = 20

export function whatHappens(totals: Totals, going: readonly Going[], { words }: BodyFacts): Section {
  const repositories = new Set(going.map(({ line }) => line.repository)).size
  const images = `**${count(totals.images, 'image')}** (${formatBytes(totals.bytes)}) from ${repositories === 1 ? '1 repository' : `${thousands(repositories)} repositories`}`
  const tags = `**${count(totals.tags, 'tag')}** of images that stay`
  const what = [...(totals.images === 0 ? [] : [images]), ...(totals.tags === 0 ? [] : [tags])]
  const text =
    what.length === 0
      ? `Merging this deletes nothing. It remembers ${count(totals.kept, 'image')} to keep.`
      : `Merging this ${words.proposal} deletes ${what.join(' and ')}, and nothing else. Each is looked at once more just before: what changed or came into use by then stays.`
  return { name: 'what happens', rank: 0, text }
}

export function heldBack({ decision, words }: BodyFacts): Section | undefined {
  const held = decision.repositories.filter(repository => repository.held.length > 0)
  if (held.length === 0) return undefined
  const lines = held.map(({ repository, held: gaps }) => {
    const [gap] = gaps
    const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more)` : ''
    return `- ${inCode(repository)}: ${inMarkdown(`${gap?.about ?? ''}: ${gap?.why ?? ''}`)}${more}`
  })
  return {
    name: 'held repositories',
    rank: 1,
    text: `### Held: nothing of these is in this ${words.proposal}\n\n${lines.join('\n')}`,
  }
}

export function byRepository(going: readonly Going[]): Section | undefined {
  if (going.length === 0) return undefined
  const sums = new Map<string, { images: number; bytes: number; row: readonly string[] }>()
  for (const { line, bytes } of going) {
    const kind = line.class ?? (line.tags.length === 0 ? 'untagged' : 'no class')
    const key = `${line.repository} ${kind}`
    const sum = sums.get(key) ?? { images: 0, bytes: 0, row: [inCode(line.repository), inMarkdown(kind)] }
    sums.set(key, { ...sum, images: sum.images + 1, bytes: sum.bytes + bytes })
  }
  const table = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { images, bytes, row }]) => `| ${row.join(' | ')} | ${images} | ${formatBytes(bytes)} |`)
  return {
    name: 'table by repository and class',
    rank: 2,
    text: `| repository | class | images | frees |\n|---|---|--:|--:|\n${table.join('\n')}`,
  }
}

/** Tags that go alone, each with the name that its image stays under. */
export function namesOnly(
  lines: readonly PlanLine[],
  images: ReadonlyMap<string, ImageDecision>,
): Section | undefined {
  const table = lines.slice(0, names).map(line => {
    const by = images.get(lineName(line))?.untag?.by.tag
    const tags = line.tags.map(tag => inCode(tag)).join(', ')
    return `| ${inCode(line.repository)} | ${tags} | ${by === undefined ? '' : inCode(by)} | ${line.reason} |`
  })
  const more = lines.length > table.length ? [`| and ${lines.length - table.length} more | | | |`] : []
  const head = '| tags that go, images that stay | tags | stays as | why |\n|---|---|---|---|'
  return tabled('tags that go alone', 2, head, [...table, ...more])
}

export function keptByPeople(keeps: readonly PlanLine[]): Section | undefined {
  return listed('kept by reviewers', 3, '### Kept by reviewers', keeps.map(nameInCode))
}

export function struckByPeople(struck: readonly string[]): Section | undefined {
  return listed(
    'struck lines',
    3,
    '### Struck here, and proposed again next time',
    struck.map(name => inCode(name)),
  )
}

export function biggest(going: readonly Going[]): Section | undefined {
  const sorted = going
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || order(a, b))
    .slice(0, rows)
  const table = sorted.map(({ line, bytes }) => `| ${nameInCode(line)} | ${formatBytes(bytes)} |`)
  return tabled('the biggest', 5, '| the biggest | frees |\n|---|--:|', table)
}

export function oldest(going: readonly Going[]): Section | undefined {
  const sorted = going
    .flatMap(one => (one.image?.clock === undefined ? [] : [{ ...one, at: one.image.clock.at }]))
    .sort((a, b) => a.at - b.at || order(a, b))
    .slice(0, rows)
  const table = sorted.map(
    ({ line, at }) => `| ${nameInCode(line)} | ${formatInstant(at).slice(0, 10)} | ${line.reason} |`,
  )
  return tabled('the oldest', 6, '| the oldest | could go since | why |\n|---|---|---|', table)
}

/** Releases and whatever else no clock can touch: what people most want to be sure of. */
export function forever(decision: Decision): Section | undefined {
  const lines = decision.repositories.flatMap(({ repository, images }) => {
    const tags = images.filter(isProtected).flatMap(image => image.tags)
    if (tags.length === 0) return []
    const more = tags.length > names ? ` and ${tags.length - names} more` : ''
    return [
      `- ${inCode(repository)}: ${tags
        .slice(-names)
        .map(tag => inCode(tag))
        .join(', ')}${more}`,
    ]
  })
  return listed('protected images', 7, '### Protected: these stay', lines, true)
}

function isProtected({ fate }: ImageDecision): boolean {
  return !fate.goes && (fate.because === 'never-expires' || fate.because === 'newest')
}

export function howTo({ proposal, planFile, quietDays }: Words): Section {
  return {
    name: 'how to',
    rank: 0,
    text: [
      '### Your say',
      '',
      `- **Not this one, not now:** delete its line in \`${planFile}\` on this branch. It is proposed again next time.`,
      `- **Keep this one:** change \`"action":"delete"\` (or \`"untag"\`) to \`"action":"keep"\` in its line. That is remembered as long as the image exists.`,
      `- **No to all of it:** close this ${proposal}. This very plan never comes back, and nothing comes for ${count(quietDays, 'day')}.`,
      `- Other edits stop the refreshing of this ${proposal}. A line written in by hand never deletes what the policy keeps.`,
    ].join('\n'),
  }
}

export function madeFrom({ header, id }: BodyFacts): Section {
  const sources =
    header.sources.length === 0
      ? 'none'
      : header.sources
          .map(name => inCode(name, 100))
          .slice(0, names)
          .join(', ')
  return {
    name: 'origin',
    rank: 0,
    text: `<sub>Plan ${shortId(id)} · policy ${shortId(header.policy)} · in use according to: ${sources}</sub>`,
  }
}

function listed(
  name: string,
  rank: number,
  title: string,
  items: readonly string[],
  asLines = false,
): Section | undefined {
  if (items.length === 0) return undefined
  const shown = items.slice(0, asLines ? items.length : names)
  const more = items.length > shown.length ? [`- and ${items.length - shown.length} more`] : []
  const lines = asLines ? shown : shown.map(item => `- ${item}`)
  return { name, rank, text: [title, '', ...lines, ...more].join('\n') }
}

function tabled(name: string, rank: number, head: string, table: readonly string[]): Section | undefined {
  return table.length === 0 ? undefined : { name, rank, text: `${head}\n${table.join('\n')}` }
}

/** `app:pr-7` where there is a tag, else the digest. */
function nameInCode({ repository, tags, head }: PlanLine): string {
  const [tag] = tags
  const more = tags.length > 1 ? ` (+${tags.length - 1})` : ''
  return tag === undefined
    ? inCode(`${repository}@${head.slice(0, 19)}`)
    : `${inCode(`${repository}:${tag}`)}${more}`
}

function order(a: Going, b: Going): number {
  const [left, right] = [`${a.line.repository}@${a.line.head}`, `${b.line.repository}@${b.line.head}`]
  return left < right ? -1 : left > right ? 1 : 0
}
