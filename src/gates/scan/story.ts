import type { Finding } from '../../outcome/index.ts'
import { findingsTable, inCode, inMarkdown } from '../../report/index.ts'
import { type Action, type ActionGroup, actionsOf, countTiers } from './action.ts'
import { count, countFailing, headline } from './headline.ts'
import type { Judged, Judgement } from './judge.ts'
import type { Other } from './others.ts'
import { type Tier, tiers } from './tier.ts'

/** Rows of findings in the summary; the rest is counted, the reports have all of them. */
const mostRows = 200
/** Bytes of the last table: a job summary may hold 1 MiB in all. */
const roomBesides = 200_000

/**
 * The summary in Markdown: headline, one table of images if there are several, then per image what to do and the
 * findings, at last what is no finding of a report.
 */
export function story(
  judgements: readonly Judgement[],
  line: string = headline(judgements),
  besides: readonly Finding[] = [],
): string {
  const parts = [`**${inMarkdown(line, 1000)}**`]
  if (judgements.length > 1) parts.push(imagesTable(judgements))
  let room = mostRows
  for (const judgement of judgements) {
    const { subject, judged, others } = judgement
    if (judged.length + others.length === 0 || room <= 0) continue
    parts.push(`### ${inCode(subject.name)}`, whatIs(judgement))
    if (judged.length > 0) parts.push(...vulnerabilities(judgement, room))
    room -= judged.length
    if (others.length > 0 && room > 0) parts.push(...otherFindings(others, room))
    room -= others.length
  }
  if (besides.length > 0) parts.push(`### Besides\n\n${findingsTable(besides, roomBesides).trimEnd()}`)
  return parts.join('\n\n')
}

function imagesTable(judgements: readonly Judgement[]): string {
  const rows = judgements
    .map(judgement => ({
      subject: judgement.subject,
      counts: countTiers(judgement.judged),
      failing: countFailing([judgement]),
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

function vulnerabilities(judgement: Judgement, room: number): readonly string[] {
  const { judged } = judgement
  const shown = judged.slice(0, room)
  const left = judged.length - shown.length
  return [
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
    ...moreOf(left),
  ]
}

function moreOf(left: number): readonly string[] {
  return left <= 0 ? [] : [`${count(left)} more findings are in the reports.`]
}

function otherFindings(others: readonly Other[], room: number): readonly string[] {
  return [
    [
      row(['gate', 'severity', 'finding', 'where', 'remark']),
      row(Array(5).fill('---')),
      ...others.slice(0, room).map(otherRow),
    ].join('\n'),
    ...moreOf(others.length - room),
  ]
}

function otherRow(other: Other): string {
  const { kind, fails, accepted } = other
  return row([
    fails ? `**${kind}**` : kind,
    ...cellsOf(other),
    accepted === undefined ? '' : acceptedBy(accepted),
  ])
}

function cellsOf({ kind, found }: Other): readonly string[] {
  if (kind === 'licence') return ['', inCode(found.name), inCode(found.package || found.path || 'a file')]
  const { grade, title, target, line } = found
  const id = kind === 'secret' ? found.rule : found.id
  return [grade, `${inCode(id)} ${inMarkdown(title, 120)}`, `${inCode(target)}, line ${line}`]
}

function acceptedBy({ owner, until, reason }: NonNullable<Other['accepted']>): string {
  return `accepted by ${inMarkdown(owner)} until ${until}: ${reason}`
}

function whatIs(judgement: Judgement): string {
  const { name, image, where } = judgement.subject
  const digest = image?.digest
  return [
    ...(digest === undefined || name.includes(digest) ? [] : [`Digest: ${inCode(digest)}.`]),
    ...(where === undefined ? [] : [`Runs: ${inMarkdown(where, 120)}.`]),
    baseLine(judgement),
  ].join(' ')
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
    ...(likelihood === undefined ? [] : [`EPSS ${(likelihood * 100).toFixed(likelihood < 0.01 ? 2 : 1)} %`]),
    ...(accepted === undefined ? [] : [acceptedBy(accepted)]),
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
