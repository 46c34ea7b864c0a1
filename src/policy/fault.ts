import type * as z from 'zod/mini'
import { didYouMean, type Finding, type Location, nearest } from '../outcome/index.ts'
import { formatPath, type Node, nodeAt, type Path, placeOf } from './node.ts'
import { policySchema } from './schema.ts'

/** A finding and the path it is about, so that nothing more is said about what is wrong already. */
export interface Fault {
  readonly path: Path
  readonly finding: Finding
}

export function faultAt(tree: Node, path: Path, message: string, fix?: string): Fault {
  return { path, finding: findingAt(placeOf(tree, path), message, fix) }
}

function findingAt(location: Location | undefined, message: string, fix?: string): Finding {
  return {
    rule: 'bad-policy',
    severity: 'error',
    message: visible(message),
    ...(fix === undefined ? {} : { fix: visible(fix) }),
    ...(location === undefined ? {} : { location }),
  }
}

type Issue = z.core.$ZodIssue

/** zod's issues in the words of a person: what stands there, what was expected, what was probably meant. */
export function faultsOf(issues: readonly Issue[], tree: Node, above: Path = []): readonly Fault[] {
  return issues.flatMap(issue => {
    const path = [...above, ...(issue.path as Path)]
    const place = nodeAt(tree, path)?.at ?? placeOf(tree, path)
    const say = (message: string, fix?: string) => [{ path, finding: findingAt(place, message, fix) }]
    if (path.length > 0 && nodeAt(tree, path) === undefined && /^invalid_(?:type|value)$/.test(issue.code)) {
      return say(`'${shorten(formatPath(path))}' is missing`, exampleOf(path))
    }
    const name = path.length === 0 ? 'the policy' : `'${shorten(formatPath(path))}'`
    const found = shown(nodeAt(tree, path))
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map(key => unknownKey(tree, path, key))
      case 'invalid_key':
        return issue.issues.map(inner =>
          faultAt(tree, path, `'${shorten(String(path.at(-1)))}' is not ${inner.message}`),
        )
      case 'invalid_union':
        return union(issue.errors, tree, path)
      case 'invalid_value': {
        const words = issue.values.map(String)
        const meant = wordMeant(plainScalar(nodeAt(tree, path)), words)
        return say(`${name}: expected ${orList(words)}, found ${found}`, didYouMean(meant))
      }
      case 'invalid_type':
        return say(`${name}: expected ${typeName(issue)}, found ${found}`, asList(issue, tree, path))
      case 'too_small':
      case 'too_big':
        return say(`${name}: ${bound(issue)}, found ${found}`)
      case 'custom':
        return say(`${name}: ${issue.message}`, (issue.params as { fix?: string } | undefined)?.fix)
      default:
        return say(`${name}: expected ${issue.message}, found ${found}`)
    }
  })
}

/** Of several alternatives, the one whose kind of value stands there is meant. */
function union(errors: readonly (readonly Issue[])[], tree: Node, path: Path): readonly Fault[] {
  const meant = errors.find(issues =>
    issues.every(issue => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  )
  if (meant !== undefined) return faultsOf(meant, tree, path)
  const words = errors
    .flat()
    .flatMap(issue => (issue.code === 'invalid_value' ? issue.values.map(value => String(value)) : []))
  const expected = [...words.map(word => `'${word}'`), 'a mapping'].join(' or ')
  const found = nodeAt(tree, path)
  const message = `'${formatPath(path)}': expected ${expected}, found ${shown(found)}`
  const word = wordMeant(plainScalar(found), words)
  return [{ path, finding: findingAt(found?.at ?? placeOf(tree, path), message, didYouMean(word)) }]
}

function unknownKey(tree: Node, path: Path, key: string): Fault {
  const legal = legalKeys(path)
  const meant = nearest(key, legal)
  const where = path.length === 0 ? 'of a policy' : `of '${shorten(formatPath(path))}'`
  const hint = key === '<<' ? `; merge keys are off, use 'extends'` : ''
  return faultAt(
    tree,
    [...path, key],
    `'${shorten(key)}' is no key ${where}: ${legal.join(', ')}${hint}`,
    didYouMean(meant),
  )
}

/** The keys that may stand at a path; none where names are free. */
function legalKeys(path: Path): readonly string[] {
  const found = schemaAt(path)
  return found === undefined ? [] : Object.keys(shapeOf(found) ?? {})
}

/** Whether the file format knows such a path; names of classes and the like are free. */
export function isLegalPath(path: Path): boolean {
  return path.length > 0 && schemaAt(path) !== undefined
}

type Inner = {
  readonly _zod: {
    readonly def: {
      readonly type: string
      readonly innerType?: Inner
      readonly shape?: Readonly<Record<string, Inner>>
      readonly valueType?: Inner
      readonly element?: Inner
      readonly options?: readonly Inner[]
    }
  }
}

function schemaAt(path: Path): Inner | undefined {
  let here: Inner | undefined = policySchema() as unknown as Inner
  for (const step of path) {
    here = here === undefined ? undefined : bare(here)
    if (here === undefined) return undefined
    const { shape, valueType, element }: Inner['_zod']['def'] = here._zod.def
    const inner: Inner | undefined =
      shape === undefined ? (valueType ?? element) : Object.hasOwn(shape, step) ? shape[step] : undefined
    here = inner
  }
  return here
}

/** Without "optional" and "null"; of alternatives the one with keys. */
function bare(schema: Inner): Inner {
  const { innerType, options } = schema._zod.def
  if (innerType !== undefined) return bare(innerType)
  const mapping = options?.find(option => bare(option)._zod.def.shape !== undefined)
  return mapping === undefined ? schema : bare(mapping)
}

function shapeOf(schema: Inner): Readonly<Record<string, Inner>> | undefined {
  return bare(schema)._zod.def.shape
}

function typeName(issue: Extract<Issue, { code: 'invalid_type' }>): string {
  const names: Readonly<Record<string, string>> = {
    object: 'a mapping',
    record: 'a mapping',
    array: "a list, such as ['a', 'b']",
    boolean: 'true or false',
    number: 'a whole number',
    int: 'a whole number',
  }
  return names[issue.expected] ?? issue.message
}

/** One word where a list is expected is meant as a list of it. */
function asList(issue: Extract<Issue, { code: 'invalid_type' }>, tree: Node, path: Path): string | undefined {
  const value = plainScalar(nodeAt(tree, path))
  const isWord = issue.expected === 'array' && typeof value === 'string' && !/['\n]/.test(value)
  return isWord ? `${path.at(-1)}: ['${shorten(value)}']` : undefined
}

function bound(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const number = String(issue.code === 'too_small' ? issue.minimum : issue.maximum)
  const word = issue.code === 'too_small' ? 'at least' : 'at most'
  return `expected ${word} ${number}${issue.origin === 'array' ? ' in the list' : issue.origin === 'string' ? ' characters' : ''}`
}

const examples: Readonly<Record<string, string>> = {
  id: 'id: CVE-2026-0001',
  reason: 'reason: unreachable   # or not-installed, mitigated',
  owner: "owner: '@team-a'",
  until: 'until: 2027-01-31',
}

function exampleOf(path: Path): string | undefined {
  return examples[String(path.at(-1))]
}

/** The nearest word, or one that is cut short or spun out: `warning` for `warn`. */
function wordMeant(value: unknown, words: readonly string[]): string | undefined {
  const text = String(value ?? '').toLowerCase()
  // Of one letter or digit, every other is near.
  if (text.length < 2) return undefined
  return nearest(text, words) ?? words.find(word => word.startsWith(text) || text.startsWith(word))
}

function plainScalar(node: Node | undefined): unknown {
  return node?.kind === 'scalar' ? node.value : undefined
}

function shown(node: Node | undefined): string {
  if (node === undefined) return 'nothing'
  if (node.kind !== 'scalar') return node.kind === 'list' ? 'a list' : 'a mapping'
  if (node.value === null) return 'nothing (null)'
  return typeof node.value === 'string' ? `'${shorten(node.value)}'` : `${typeof node.value} ${node.value}`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

/** On one line and of a bearable length, whatever the file quotes. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.slice(0, 1000).replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
}

function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
