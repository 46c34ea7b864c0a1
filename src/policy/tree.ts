import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  type Node as YamlNode,
} from 'yaml'
import type { Finding, Location } from '../outcome/index.ts'
import type { Node, Scalar } from './node.ts'

// A policy file may come from anybody: everything here is bounded before it is built.

const longestFile = 1024 * 1024
/** The lexer is linear and lazy, the parser is not: what has more tokens than any real policy is never parsed. */
const mostTokens = 100_000
const deepest = 32
const mostNodes = 50_000

/** The file as a tree that knows where everything stands, or why it is none. Never both silent and empty. */
export function readTree(
  file: string,
  text: string,
): { readonly tree: Node | undefined; readonly faults: readonly Finding[] } {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text
  const start = { file, line: 1, column: 1 }
  const tooMuch = sizeFault(body)
  if (tooMuch !== undefined) return { tree: undefined, faults: [fault(tooMuch, start)] }
  const lines = new LineCounter()
  const at = (offset: number): Location => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const document = parseDocument(body, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    // Ours is linear and names both places.
    uniqueKeys: false,
    prettyErrors: false,
    // With 'silent' it would not tell of a second document.
    logLevel: 'error',
    lineCounter: lines,
  })
  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0) {
    const shown = wrong
      .slice(0, 20)
      .map(({ code, message, pos }) => fault(yamlFault(code, message), at(pos[0])))
    return { tree: undefined, faults: shown }
  }
  return build(document, at, start)
}

function sizeFault(text: string): string | undefined {
  // Each UTF-16 unit is one to three bytes of UTF-8, so this asks only where it is close.
  if (text.length > longestFile || (text.length * 3 > longestFile && bytesOf(text) > longestFile)) {
    return 'the policy is larger than 1 MiB'
  }
  let tokens = 0
  let flow = 0
  let indicators = 0
  for (const token of new Lexer().lex(text)) {
    if (++tokens > mostTokens) return `the policy has more than ${mostTokens} YAML tokens`
    if (token === '[' || token === '{') flow++
    else if (token === ']' || token === '}') flow--
    else if (token === '-' || token === '?' || token === ':') indicators++
    else if (token === ',' || token.includes('\n')) indicators = 0
    if (flow > deepest || indicators > deepest) return `the policy is nested deeper than ${deepest} levels`
  }
  return undefined
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}

const tagFault = "YAML tags ('!…') have no meaning in a policy"

function yamlFault(code: string, message: string): string {
  switch (code) {
    case 'MULTIPLE_DOCS':
      return 'a policy is one YAML document; a second one starts here'
    case 'TAB_AS_INDENT':
      return 'YAML is indented by spaces; a tab stands here'
    case 'NON_STRING_KEY':
      return 'a key is a plain word, not a list or a mapping'
    case 'TAG_RESOLVE_FAILED':
      return tagFault
    default:
      // The parser's own words may quote the file.
      return `this is no YAML: ${harmless(message.split('\n', 1)[0] as string)}`
  }
}

function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ').slice(0, 200)
}

function build(
  document: Document.Parsed,
  at: (offset: number) => Location,
  start: Location,
): ReturnType<typeof readTree> {
  const faults: Finding[] = []
  // An alias means the last anchor of its name before it.
  const anchors = new Map<string, YamlNode>()
  let unfolding = 0
  let nodes = 0
  let full = false

  function unfold(name: string, here: Location, depth: number): Node {
    const target = anchors.get(name)
    if (target === undefined) {
      faults.push(fault(`'*${harmless(name)}' has no anchor before it`, here))
      return nothing(here)
    }
    unfolding++
    const node = convert(target, here, depth + 1)
    unfolding--
    return node
  }

  function convert(node: YamlNode | null, place: Location, depth: number): Node {
    const here = node?.range == null ? place : at(node.range[0])
    if (++nodes > mostNodes || depth > deepest) {
      if (!full) {
        const what =
          depth > deepest ? `is nested deeper than ${deepest} levels` : `has more than ${mostNodes} values`
        faults.push(fault(`the policy ${what}, its aliases unfolded`, here))
      }
      full = true
      return nothing(here)
    }
    if (isNode(node) && !isAlias(node) && node.tag !== undefined) faults.push(fault(tagFault, here))
    if (isAlias(node)) return unfold(node.source, here, depth)
    if (unfolding === 0 && isNode(node) && node.anchor !== undefined) anchors.set(node.anchor, node)
    if (isSeq(node)) {
      return {
        kind: 'list',
        at: here,
        items: node.items.map(item =>
          full ? nothing(here) : convert(item as YamlNode | null, here, depth + 1),
        ),
      }
    }
    if (!isMap(node)) return { kind: 'scalar', at: here, value: isScalar(node) ? scalarOf(node.value) : null }
    const entries = new Map<string, { readonly at: Location; readonly node: Node }>()
    for (const pair of node.items) {
      if (full) break
      const key = pair.key as YamlNode | null
      const keyAt = key?.range == null ? here : at(key.range[0])
      const name = isScalar(key) ? String(key.value) : ''
      const before = entries.get(name)
      if (name === '__proto__') {
        faults.push(fault("nothing in a policy is called '__proto__'", keyAt))
      } else if (before !== undefined) {
        faults.push(
          fault(`'${harmless(name)}' stands here twice; the first is on line ${before.at.line}`, keyAt),
        )
      } else {
        entries.set(name, { at: keyAt, node: convert(pair.value as YamlNode | null, keyAt, depth + 1) })
      }
    }
    return { kind: 'map', at: here, entries }
  }

  const contents = document.contents
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { tree: { kind: 'map', at: start, entries: new Map() }, faults }
  }
  const tree = convert(contents, start, 0)
  return full ? { tree: undefined, faults } : { tree, faults }
}

function nothing(at: Location): Node {
  return { kind: 'scalar', at, value: null }
}

function scalarOf(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return value
  return value === null || value === undefined ? null : String(value)
}

function fault(message: string, location: Location): Finding {
  return { rule: 'bad-policy', severity: 'error', message, location }
}
