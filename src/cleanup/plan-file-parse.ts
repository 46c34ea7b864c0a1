import { type Digest, isDigest, isTag, parseRepository, type Repository, type Tag } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import { formatLine, type Plan, type PlanHeader, type PlanLine, planSchema } from './plan-file.ts'

/** What is wrong with a plan file, by line (from 1). A faulty file is refused whole: half a review is none. */
export interface PlanFaults {
  readonly faults: readonly PlanFault[]
}

export interface PlanFault {
  readonly line: number
  readonly message: string
}

const mostFaults = 20
const mostLines = 1_000_000
const longestLine = 4 * 1024 * 1024

/**
 * Reads a plan as a reviewer left it. A byte-order mark, CRLF, blank lines and blanks between tokens are what web
 * editors do, and pass. What a reader could take for something else than the parser does (a key twice, escapes that
 * hide a word, unknown keys, an image in two lines) is refused.
 */
export function parsePlan(text: string): Plan | PlanFaults {
  const rows = text.replace(/^\uFEFF/, '').split('\n')
  if (rows.length > mostLines + 2) {
    return { faults: [{ line: mostLines, message: 'the plan has more than 1,000,000 lines' }] }
  }
  const faults: PlanFault[] = []
  const lines: PlanLine[] = []
  const seen = new Map<string, number>()
  let header: PlanHeader | undefined
  for (const [index, row] of rows.entries()) {
    const line = index + 1
    const content = row.trim()
    if (content === '') continue
    if (header === undefined) {
      const read = readHeader(content)
      if (typeof read === 'string') return { faults: [{ line, message: read }] }
      header = read
      continue
    }
    const read = readLine(content)
    if (typeof read === 'string') faults.push({ line, message: read })
    else {
      const name = `${read.repository}@${read.head}`
      const before = seen.get(name)
      if (before === undefined) lines.push(read)
      else faults.push({ line, message: `the image ${name} already stands in line ${before}: delete one` })
      seen.set(name, before ?? line)
    }
    if (faults.length >= mostFaults) return { faults }
  }
  if (header === undefined)
    return { faults: [{ line: 1, message: 'the plan is empty: its header is missing' }] }
  return faults.length > 0 ? { faults } : { header, lines }
}

/** Reads a plan or throws `bad-file` with a finding per faulty line. */
export function readPlan(text: string, file: string): Plan {
  const read = parsePlan(text)
  if (!('faults' in read)) return read
  const fix = `restore the line from the last plan, or run the plan step again; a review only deletes lines or changes an action to "keep"`
  const findings = read.faults.map(({ line, message }) => ({
    rule: 'bad-file',
    severity: 'error' as const,
    message: `${file}:${line}: ${message}`,
    fix,
    location: { file, line },
  }))
  throw new HygieneError('bad-file', findings[0]?.message ?? `${file} is no plan`, { findings })
}

function readHeader(content: string): PlanHeader | string {
  const header = readObject(content, ['schema', 'plan', 'policy', 'sources'])
  if (typeof header === 'string') return `no plan header: ${header}`
  const { schema, plan, policy, sources } = header
  if (schema !== planSchema) {
    return `schema is ${show(schema)}, this version reads ${planSchema}`
  }
  if (!isText(plan) || !isDigest(plan)) return `plan is ${show(plan)}, not sha256: and 64 hex digits`
  if (!isText(policy) || !isDigest(policy)) return `policy is ${show(policy)}, not sha256: and 64 hex digits`
  if (!Array.isArray(sources) || !sources.every(isName)) return 'sources is no list of names'
  if (!isPlain(content, JSON.stringify({ schema, plan, policy, sources }))) return ambiguous
  return { plan, policy, sources }
}

function readLine(content: string): PlanLine | string {
  const object = readObject(content, ['action', 'repository', 'head', 'tags', 'class', 'reason', 'with'])
  if (typeof object === 'string') return object
  const { action, repository, head, tags, class: name, reason, with: along } = object
  if (action !== 'delete' && action !== 'untag' && action !== 'keep') {
    return `action is ${show(action)}, not "delete", "untag" or "keep"`
  }
  if (!isText(repository)) return 'repository is no text'
  const parsed = parseRepository(repository)
  if (typeof parsed !== 'string') return parsed.fault
  if (parsed !== repository) return `repository is written ${show(repository)} instead of ${parsed}`
  if (!isText(head) || !isDigest(head)) return `head is ${show(head)}, no digest`
  if (!isListOf(tags, isTag)) return 'tags is no list of tags'
  if (new Set(tags).size !== tags.length) return 'a tag stands twice'
  if (name !== null && !isName(name)) return `class is ${show(name)}, neither a name nor null`
  if (!isText(reason) || !/^[a-z][a-z-]{0,40}$/.test(reason)) return `reason is ${show(reason)}, no reason`
  if (!isListOf(along, isDigest)) return 'with is no list of digests'
  if (action === 'untag' && (tags.length === 0 || along.length > 0)) {
    return 'an untag line names the tags that go, and nothing goes along'
  }
  const line = { action, repository: parsed, head, tags, class: name, reason, with: along } as const
  return isPlain(content, formatLine(line)) ? line : ambiguous
}

const ambiguous = 'a key stands twice or a value is escaped: what is read must be what a reviewer sees'

/** Equal up to blanks and the order of keys. No value of a plan has blanks or needs escapes, so lengths tell. */
function isPlain(given: string, canonical: string): boolean {
  return given.replace(/\s/g, '').length === canonical.replace(/\s/g, '').length
}

function readObject(content: string, keys: readonly string[]): Record<string, unknown> | string {
  if (content.length > longestLine) return 'the line is longer than 4 MiB'
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return 'this line is no JSON: a line is one object, on one line'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'this line is no JSON object'
  const extra = Object.keys(value).find(key => !keys.includes(key))
  if (extra !== undefined) return `unknown key ${show(extra)}; a line has ${keys.join(', ')}`
  const missing = keys.find(key => !Object.hasOwn(value, key))
  if (missing !== undefined) return `the key ${missing} is missing`
  return { ...value }
}

function isListOf<T extends Tag | Digest | Repository>(
  value: unknown,
  is: (text: string) => text is T,
): value is readonly T[] {
  return Array.isArray(value) && value.every(item => isText(item) && is(item))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

/** Anything without control characters, quotes or backslashes. */
function isName(value: unknown): value is string {
  return isText(value) && /^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(value)
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? 'missing').slice(0, 100)
}
