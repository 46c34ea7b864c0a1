import { inCode, inMarkdown, oneLine } from '../../report/index.ts'
import { type Action, type ActionGroup, actionsOf, countTiers } from './action.ts'
import type { Judged, Judgement } from './judge.ts'
import { type Tier, tiers } from './tier.ts'

/** Rows of findings in the summary; the rest is counted, the reports have all of them. */
const mostRows = 200

/**
 * The line a manager understands: how many to fix now and by what, and what the others are. `2 to fix now: both by
 * bumping the base image; 1,431 others do not run`.
 */
export function headline(judgements: readonly Judgement[]): string {
  const all = judgements.flatMap(({ judged }) => judged)
  const failing = all.filter(({ fails }) => fails)
  const others = all.filter(({ fails }) => !fails)
  const parts = [
    failing.length === 0
      ? 'Nothing to fix now'
      : `${count(failing.length)} to fix now: ${waysOf(judgements, failing.length)}`,
    ...restOf(others),
  ]
  return parts.join('; ')
}

function waysOf(judgements: readonly Judgement[], total: number): string {
  const ways = new Map<string, number>()
  for (const group of judgements.flatMap(actionsOf)) {
    if (group.failing === 0) continue
    const way = wayOf(group.action)
    ways.set(way, (ways.get(way) ?? 0) + group.failing)
  }
  const sorted = [...ways].toSorted(([, a], [, b]) => b - a)
  if (sorted.length === 1 && total > 1) return `${total === 2 ? 'both' : 'all'} ${sorted[0]?.[0]}`
  const shown = sorted.slice(0, 3).map(([way, number]) => (total === 1 ? way : `${count(number)} ${way}`))
  const more = sorted.slice(3).reduce((sum, [, number]) => sum + number, 0)
  return [...shown, ...(more === 0 ? [] : [`${count(more)} in other ways`])].join(', ')
}

function wayOf(action: Action): string {
  switch (action.kind) {
    case 'bump-base':
      return 'by bumping the base image'
    case 'bump-package':
      return `by upgrading ${oneLine(action.package, 60)}`
    case 'delete-image':
      return 'by deleting the image'
    case 'wait':
      return 'without a fix yet: replace the package or accept it in the policy'
    case 'accepted':
      return 'accepted'
  }
}

function restOf(others: readonly Judged[]): readonly string[] {
  const counts = countTiers(others)
  const idle = counts.T4 + counts.X
  const waiting = others.length - idle - counts.A
  return [
    ...(idle === 0 ? [] : [`${otherOnes(idle)} ${idle === 1 ? 'does' : 'do'} not run`]),
    ...(waiting === 0 ? [] : [`${otherOnes(waiting)} can wait`]),
    ...(counts.A === 0 ? [] : [`${count(counts.A)} accepted for a time`]),
  ]
}

/** The summary in Markdown: headline, one table of images if there are several, then per image what to do and the findings. */
export function story(judgements: readonly Judgement[]): string {
  const parts = [`**${inMarkdown(headline(judgements))}**`]
  if (judgements.length > 1) parts.push(imagesTable(judgements))
  let room = mostRows
  for (const judgement of judgements) {
    if (judgement.judged.length === 0 || room <= 0) continue
    parts.push(...imageStory(judgement, room))
    room -= judgement.judged.length
  }
  return parts.join('\n\n')
}

function imagesTable(judgements: readonly Judgement[]): string {
  const rows = judgements
    .map(({ subject, judged }) => ({
      subject,
      counts: countTiers(judged),
      failing: judged.filter(one => one.fails).length,
    }))
    .toSorted((a, b) => b.failing - a.failing)
    .map(({ subject, counts, failing }) =>
      row([
        inCode(subject.name),
        subject.where === undefined ? subject.use : inMarkdown(subject.where, 120),
        count(failing),
        ...tiers.map(tier => count(counts[tier])),
      ]),
    )
  return [
    row(['image', 'use', 'to fix now', ...tiers]),
    row(Array(tiers.length + 3).fill('---')),
    ...rows,
  ].join('\n')
}

function imageStory(judgement: Judgement, room: number): readonly string[] {
  const { subject, judged } = judgement
  const shown = judged.slice(0, room)
  const left = judged.length - shown.length
  return [
    `### ${inCode(subject.name)}`,
    baseLine(judgement),
    [
      row(['what to do', 'mends', 'of them to fix now', 'tiers']),
      row(['---', '---', '---', '---']),
      ...actionsOf(judgement).slice(0, 50).map(actionRow),
    ].join('\n'),
    [
      row(['tier', 'severity', 'vulnerability', 'package', 'fixed in', 'from', 'remark']),
      row(Array(7).fill('---')),
      ...shown.map(findingRow),
    ].join('\n'),
    ...(left === 0 ? [] : [`${count(left)} more findings are in the reports.`]),
  ]
}

function baseLine({ subject }: Judgement): string {
  const { base } = subject
  if (base === undefined) return 'Base image: not known, so nothing is put down to it.'
  if (base.by === 'history')
    return `Base image: the lowest ${count(base.layers)} layers, a guess from the build history.`
  return `Base image: ${inCode(base.name ?? '')}, its ${count(base.layers)} layers verified (${base.by}).`
}

function actionRow({ action, findings, failing, counts, to }: ActionGroup): string {
  const spread = tiers.filter(tier => counts[tier] > 0).map((tier: Tier) => `${tier} ${count(counts[tier])}`)
  return row([actionWords(action, to), count(findings.length), count(failing), spread.join(', ')])
}

function actionWords(action: Action, to: string | undefined): string {
  switch (action.kind) {
    case 'bump-base':
      return `build on a newer base${action.base === undefined ? '' : ` than ${inCode(action.base)}`}${action.guessed ? ' (base guessed)' : ''}`
    case 'bump-package':
      return `upgrade ${inCode(action.package)} ${inMarkdown(action.from)} to ${inMarkdown(to ?? '')} in ${inCode(action.target)}`
    case 'delete-image':
      return 'delete the image: it does not run'
    case 'wait':
      return 'wait for a fix, or replace the package'
    case 'accepted':
      return 'nothing: accepted'
  }
}

function findingRow({
  tier,
  vulnerability,
  origin,
  exploited,
  likelihood,
  accepted,
  graceUntil,
  fails,
}: Judged): string {
  const { id, grade, fixed, package: found } = vulnerability
  const remarks = [
    ...(exploited ? ['exploited'] : []),
    ...(likelihood === undefined ? [] : [`EPSS ${(likelihood * 100).toFixed(1)} %`]),
    ...(accepted === undefined
      ? []
      : [`accepted by ${inMarkdown(accepted.owner)} until ${accepted.until}: ${accepted.reason}`]),
    ...(graceUntil === undefined ? [] : ['new: grace']),
  ]
  return row([
    fails ? `**${tier}**` : tier,
    grade,
    inCode(id),
    `${inCode(found.name)} ${inMarkdown(found.version, 60)}`,
    inMarkdown(fixed ?? '', 60),
    origin === 'unknown' ? '' : origin,
    remarks.join(', '),
  ])
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** `1,431`; by hand, as the first use of Node's own takes 20 ms to load its tables. */
function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

function otherOnes(number: number): string {
  return `${count(number)} ${number === 1 ? 'other' : 'others'}`
}
