import { type Fault, faultAt } from './fault.ts'
import { formatPath, type Node, nodeAt, type Path, plain } from './node.ts'
import { compileTemplate, type Template } from './template.ts'

// What no single key can know: keys that need one another. Asked of the merged tree.

type Row = Readonly<Record<string, unknown>>

/** Faults of rows of `classes`. Rows in `doubtful` already have some and are passed over. */
export function unsound(tree: Node, doubtful: (path: Path) => boolean): readonly Fault[] {
  const classes = nodeAt(tree, ['classes'])
  const rows = classes?.kind === 'map' ? [...classes.entries] : []
  return [
    ...rows.flatMap(([name, { node }]) => {
      const path = ['classes', name]
      if (node.kind !== 'map' || doubtful(path)) return []
      return rowFaults(tree, path, plain(node) as Row)
    }),
    ...unexplained(tree, doubtful),
  ]
}

/** That something stands in the way of an exploit is no reason until it is said what does: OpenVEX wants it too. */
function unexplained(tree: Node, doubtful: (path: Path) => boolean): readonly Fault[] {
  const above = ['scan', 'exceptions', 'items']
  const items = nodeAt(tree, above)
  if (items?.kind !== 'list') return []
  return items.items.flatMap((node, index) => {
    const path = [...above, index]
    if (node.kind !== 'map' || doubtful(path)) return []
    const { reason, statement } = plain(node) as Row
    if (reason !== 'mitigated' || statement !== undefined) return []
    const message = `'${formatPath([...path, 'statement'])}' is missing: mitigated by what?`
    return [faultAt(tree, [...path, 'statement'], message, 'statement: no shell in the image, runs as 10001')]
  })
}

function rowFaults(tree: Node, path: readonly string[], row: Row): readonly Fault[] {
  const say = (key: string, message: string, fix?: string) =>
    faultAt(tree, [...path, key], `'${formatPath([...path, key])}' ${message}`, fix)
  if (row['tags'] === undefined)
    return [say('tags', 'is missing: how are such images named?', "tags: ['name-{sha}']")]
  if (row['expires'] === undefined) {
    return [say('expires', "is missing: 'never', a duration or 'superseded'", 'expires: 14d')]
  }
  const prereleases = row['prereleases'] === 'deny' ? 'deny' : 'allow'
  const templates = (row['tags'] as readonly string[]).flatMap(text => {
    const template = compileTemplate(text, { prereleases })
    return 'fault' in template ? [] : [template]
  })
  const placeholders = new Set(templates.flatMap(template => template.placeholders))
  const keep = row['keep'] as Row | undefined
  return [
    ...(row['expires'] === 'superseded' && keep === undefined
      ? [say('expires', "is 'superseded', which needs a 'keep' to be superseded in", 'keep: { newest: 10 }')]
      : []),
    ...(keep !== undefined && keep['newest'] === undefined
      ? [say('keep', 'does not say how many', 'keep: { newest: 10 }')]
      : []),
    ...(keep !== undefined &&
    keep['per'] !== undefined &&
    keep['per'] !== 'repository' &&
    !placeholders.has('semver')
      ? [say('keep', `counts per ${keep['per']}, which needs {semver} in 'tags'`, 'per: repository')]
      : []),
    ...(row['prereleases'] !== undefined && !placeholders.has('semver')
      ? [say('prereleases', "speaks about {semver}, which is not in 'tags'", `remove 'prereleases'`)]
      : []),
    ...(row['ends'] !== undefined && row['after'] === undefined
      ? [say('ends', "needs 'after': how long after the pull request was closed", 'after: 1d')]
      : []),
    ...(row['after'] !== undefined && row['ends'] === undefined
      ? [say('after', "needs 'ends'", 'ends: closed')]
      : []),
    ...(row['ends'] !== undefined && !placeholders.has('number') && !placeholders.has('branch')
      ? [
          say(
            'ends',
            "needs {number} or {branch} in 'tags', to know whose end it is",
            "tags: ['pr-{number}']",
          ),
        ]
      : []),
    ...(makes(row['on'], templates)
      ? []
      : [
          say(
            'on',
            `is ${row['on']}, but no template of 'tags' can name what such an event builds`,
            exampleOf(row['on']),
          ),
        ]),
  ]
}

/**
 * A git tag is a name already. Other events need one template that can be made of the facts they have, so the facts
 * here are as full as they can be.
 */
function makes(event: unknown, templates: readonly Template[]): boolean {
  if (event !== 'push' && event !== 'pull-request') return true
  const facts = { sha: '0'.repeat(40), date: 0, branch: 'main' }
  const all = event === 'pull-request' ? { ...facts, number: 1 } : facts
  return templates.some(template => typeof template.make(all) === 'string')
}

function exampleOf(event: unknown): string {
  return `tags: ['${event === 'push' ? 'commit-{sha}' : 'pr-{number}'}']`
}
