import type { Location } from '../outcome/index.ts'
import type { Loaded } from './loaded.ts'
import { formatPath, type Node } from './node.ts'

/**
 * The effective policy as a file that says the same, each value with the file and line it came from. Read again by
 * itself, it is the same policy.
 */
export function formatPolicy(loaded: Loaded): string {
  const { tree, files } = loaded
  const from = files.length === 0 ? 'no file: the built-in defaults' : files.join(', ')
  const lines = [`# The effective policy, from ${oneLine(from)}`]
  if (tree.kind !== 'map') return `${lines[0]}\n`
  for (const [key, { node, at }] of tree.entries) {
    // These have done their work, and their files need not be there where this text is read.
    if (key === 'extends' || key === 'lock') {
      if (node.kind === 'list' && node.items.length > 0)
        lines.push(`# ${key}: ${inline(node)}  ${origin(at)}`)
      continue
    }
    lines.push(...entryLines([key], node, at, loaded))
  }
  return `${lines.join('\n')}\n`
}

function entryLines(
  path: readonly string[],
  node: Node,
  at: Location | undefined,
  loaded: Loaded,
): readonly string[] {
  const indent = '  '.repeat(path.length - 1)
  const key = `${indent}${scalar(path.at(-1) as string)}:`
  if (node.kind === 'map' && node.entries.size > 0) {
    return [
      key,
      ...[...node.entries].flatMap(([name, entry]) =>
        entryLines([...path, name], entry.node, entry.at, loaded),
      ),
    ]
  }
  if (node.kind === 'list' && node.items.some(item => item.kind !== 'scalar')) {
    return [
      `${key}  ${origin(at)}`,
      ...node.items.map(item => `${indent}  - ${inline(item)}  ${origin(item.at)}`),
    ]
  }
  // Set or not set is a difference here: set, it is also asked of images without a push time.
  const unset = formatPath(path) === 'cleanup.min-age' && !loaded.policy.cleanup['min-age-set']
  return [`${unset ? `${indent}# ${key.trim()}` : key} ${inline(node)}  ${origin(at)}`]
}

function origin(at: Location | undefined): string {
  return at === undefined ? '# default' : `# ${oneLine(at.file)}:${at.line}`
}

/** YAML's flow form, on one line. */
function inline(node: Node): string {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? scalar(node.value) : String(node.value)
  if (node.kind === 'list') return `[${node.items.map(inline).join(', ')}]`
  const entries = [...node.entries].map(([key, entry]) => `${scalar(key)}: ${inline(entry.node)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** Plain where YAML cannot take it for anything else, single quotes where it is one visible line, else escaped. */
function scalar(text: string): string {
  if (/^[A-Za-z][A-Za-z0-9._/-]*$/.test(text) && !/^(?:true|false|null|~)$/i.test(text)) return text
  if (/^[0-9]+[mhdw%]$/.test(text)) return text
  return /^[\u0020-\u007e\u00a1-\u024f]*$/.test(text)
    ? `'${text.replaceAll("'", "''")}'`
    : JSON.stringify(text)
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a file's name may hold anything
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, '?')
}
