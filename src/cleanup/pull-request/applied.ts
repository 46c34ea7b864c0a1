import type { Outcome } from '../../outcome/index.ts'
import { inCode, inMarkdown } from '../../report/index.ts'
import { count, formatBytes } from './title.ts'

const rows = 50
const marks: Readonly<Record<Outcome['verdict'], string>> = {
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  error: '🛑',
}

/** What apply did, as a comment on the proposal that asked for it. */
export function appliedComment({ verdict, stats, findings }: Outcome, run: string | undefined): string {
  const of = (name: string): number => stats[name] ?? 0
  const skipped = findings.filter(({ rule }) => rule.startsWith('skipped-'))
  const others = findings.filter(({ rule, severity }) => !rule.startsWith('skipped-') && severity !== 'info')
  const freed =
    of('deleted') > 0
      ? `: up to ${formatBytes(of('freed-bytes'))} at the registry’s next garbage collection`
      : ''
  const untagged = of('untagged') > 0 ? `, ${count(of('untagged'), 'image')} without an old tag` : ''
  const table = skipped
    .slice(0, rows)
    .map(({ image, message }) => `| ${image === undefined ? '' : inCode(image)} | ${inMarkdown(message)} |`)
  const more = skipped.length > rows ? [`\nand ${skipped.length - rows} more.`] : []
  return [
    `${marks[verdict]} **Applied.** ${count(of('deleted'), 'image')} deleted${freed}${untagged}, ${of('already-gone')} already gone, ${of('skipped')} left alone.`,
    ...(table.length === 0 ? [] : ['', '| left alone | why |', '|---|---|', ...table, ...more]),
    ...(others.length === 0
      ? []
      : ['', ...others.slice(0, rows).map(({ message }) => `- ${inMarkdown(message)}`)]),
    ...(of('deleted') > 0
      ? ['', 'Until that collection the step `restore` puts everything back from the journal of the run.']
      : of('untagged') > 0
        ? ['', 'The step `restore` puts the tags back from the journal of the run.']
        : []),
    ...(run === undefined ? [] : ['', `<sub>[the run](${run})</sub>`]),
  ].join('\n')
}
