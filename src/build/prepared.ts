import { formatReference, type Instant, type Reference } from '../image/index.ts'
import { inCode, inMarkdown, oneLine } from '../report/index.ts'
import { annotationLines, labelLines } from './consumers.ts'
import { type Expires, expiresInWords } from './expiry.ts'
import type { BuildFacts } from './facts.ts'
import { expireLabel, type Labels, makeAnnotations } from './labels.ts'
import type { Name } from './name.ts'

/** A build with everything it is to be called and to carry. */
export interface Prepared {
  readonly facts: BuildFacts
  readonly name: Name
  readonly references: readonly Reference[]
  readonly labels: Labels
  readonly expires: Expires
}

/** The outputs that need no file; lists have one item a line. */
export function outputsOf(prepared: Prepared): Readonly<Record<string, string>> {
  const { name, references, labels, expires } = prepared
  return {
    class: name.classes[0] ?? '',
    version: name.version,
    tags: references.map(formatReference).join('\n'),
    'tag-names': name.tags.join('\n'),
    labels: labelLines(labels),
    annotations: annotationLines(makeAnnotations(labels)).join('\n'),
    'expire-at': expires.kind === 'at' ? String(expires.at) : '',
    json: JSON.stringify(jsonOf(prepared)),
  }
}

/** For `fromJSON(…)`: the same names and shapes as docker/metadata-action's, and what that does not know. */
function jsonOf({ facts, name, references, labels, expires }: Prepared): object {
  return {
    class: name.classes[0] ?? null,
    version: name.version,
    tags: references.map(formatReference),
    'tag-names': name.tags,
    labels: Object.fromEntries(labels),
    annotations: annotationLines(makeAnnotations(labels)),
    'expire-at': expires.kind === 'at' ? expires.at : null,
    build: {
      forge: facts.forge,
      event: facts.event,
      trigger: facts.trigger,
      revision: facts.sha,
      branch: facts.branch ?? null,
      'git-tag': facts.gitTag ?? null,
      'pull-request': facts.pullRequest?.number ?? null,
      actor: facts.actor ?? null,
      'run-url': facts.runUrl ?? null,
      'commit-time': facts.commitTime ?? null,
    },
  }
}

/** What a person wants to know before the build, for a log. */
export function storyOf(prepared: Prepared, now: Instant): string {
  return rowsOf(prepared, now)
    .map(([title, values]) =>
      values.map((value, index) => `${(index === 0 ? title : '').padEnd(9)}${oneLine(value)}`).join('\n'),
    )
    .join('\n')
}

/** The same as a Markdown table, for a job summary. */
export function summaryTable(prepared: Prepared, now: Instant): string {
  const rows = rowsOf(prepared, now).map(([title, values]) => {
    const shown = values
      .slice(0, 50)
      .map(title === 'tags' || title === 'commit' ? value => inCode(value) : value => inMarkdown(value))
    return `| ${title} | ${shown.join('<br>')} |`
  })
  return ['| | |', '|---|---|', ...rows].join('\n')
}

function rowsOf(
  { facts, name, references, labels, expires }: Prepared,
  now: Instant,
): readonly (readonly [string, readonly string[]])[] {
  const words = expiresInWords(expires, now)
  const empty = labels.get(expireLabel) === ''
  return [
    ['class', [name.classes.join(', ') || 'none']],
    ['because', [name.why]],
    ['commit', [facts.sha]],
    ['version', [name.version]],
    ['tags', references.map(formatReference)],
    [
      'expires',
      empty
        ? [words, `${expireLabel} is set to nothing, so that none of a base image's reaches it`]
        : [words],
    ],
  ]
}
