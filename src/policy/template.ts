import { isTag, type Tag } from '../image/index.ts'
import { nearest } from '../outcome/index.ts'
import {
  branch,
  type Captured,
  date,
  number,
  type Placeholder,
  semver,
  semverPart,
  sha,
  type TagFacts,
} from './placeholder.ts'
import { isPrerelease } from './version.ts'

/**
 * A compiled tag template: `commit-{sha}`, `v{semver}`, `*-lts`. It makes the tag of a build, and checks and reads
 * tags that somebody else made.
 */
export interface Template {
  readonly text: string
  /**
   * Anchored and RE2-safe, for admission controllers and registries. It does not say that a tag has at most 128
   * characters; whoever stores tags does.
   */
  readonly pattern: string
  /** True for `'*'` alone: tags of no other class. */
  readonly rest: boolean
  /** The names between braces, in order: `['semver']`. */
  readonly placeholders: readonly Placeholder['name'][]
  /** The tag of a build, or which fact is missing. */
  make(facts: TagFacts): Tag | TemplateFault
  /** What the tag carries; `undefined` if the tag is not of this template. Any text may be asked about. */
  match(tag: string): Captured | undefined
}

/** Why a template, or a tag made from it, is none; one sentence that can stand in an error. */
export interface TemplateFault {
  readonly fault: string
  /** What was probably meant. */
  readonly fix?: string
}

export interface TemplateOptions {
  /** `deny`: `{semver}` takes no prerelease. `allow` unless told. */
  readonly prereleases?: 'allow' | 'deny'
}

type Part = { readonly literal: string } | { readonly any: true } | Placeholder

const longestTag = 128

export function compileTemplate(text: string, options: TemplateOptions = {}): Template | TemplateFault {
  const parts = parse(text, options.prereleases ?? 'allow')
  if ('fault' in parts) return parts
  const first = literalOf(parts[0])
  const last = literalOf(parts.at(-1))
  return {
    text,
    pattern: patternOf(parts),
    rest: text === '*',
    placeholders: parts.flatMap(part => ('name' in part ? [part.name] : [])),
    make: facts => make(text, parts, facts),
    // A hundred thousand tags are asked of each template, and most differ in their first letters or their last.
    match: tag =>
      tag.startsWith(first) && tag.endsWith(last) && isTag(tag)
        ? read(parts, 0, tag, 0, new Map())
        : undefined,
  }
}

function literalOf(part: Part | undefined): string {
  return part !== undefined && 'literal' in part ? part.literal : ''
}

function parse(text: string, prereleases: 'allow' | 'deny'): readonly Part[] | TemplateFault {
  if (text === '') return { fault: 'the template is empty' }
  if (text.length > longestTag) return { fault: `a template has at most ${longestTag} characters` }
  const parts: Part[] = []
  for (const [token] of text.matchAll(/\{[^{}]*\}|\*|[^{}*]+|[{}]/g)) {
    const part = partOf(token, prereleases)
    if ('fault' in part) return part
    const fault = clashOf(part, parts)
    if (fault !== undefined) return fault
    parts.push(part)
  }
  return parts
}

function partOf(token: string, prereleases: 'allow' | 'deny'): Part | TemplateFault {
  if (token === '*') return { any: true }
  if (token === '{' || token === '}') return { fault: `'${token}' has no partner` }
  if (token.startsWith('{')) return placeholderOf(token.slice(1, -1), prereleases)
  if (/^[A-Za-z0-9._-]+$/.test(token)) return { literal: token }
  return {
    fault: `'${token}' cannot stand in a tag: only A-Z a-z 0-9 _ . - and placeholders`,
    fix: `write ${token.replace(/[^A-Za-z0-9._-]+/g, '-')}`,
  }
}

function placeholderOf(name: string, prereleases: 'allow' | 'deny'): Part | TemplateFault {
  const length = /^sha:([0-9]{1,3})$/.exec(name)?.[1]
  if (length !== undefined) {
    if (Number(length) >= 7 && Number(length) <= 40) return sha(Number(length))
    return { fault: `{${name}}: a commit has 7 to 40 digits in a tag`, fix: 'write {sha}' }
  }
  const known: Readonly<Record<Placeholder['name'], Placeholder>> = {
    semver: semver(prereleases),
    'semver.major': semverPart('major'),
    'semver.minor': semverPart('minor'),
    sha: sha(undefined),
    number,
    branch,
    date,
  }
  if (Object.hasOwn(known, name)) return known[name as Placeholder['name']]
  const names = Object.keys(known)
  const meant = nearest(name, names)
  return {
    fault: `{${name}} is no placeholder: ${names.map(word => `{${word}}`).join(' ')}`,
    ...(meant === undefined ? {} : { fix: `did you mean {${meant}}?` }),
  }
}

/** What may not follow or join what is already there. */
function clashOf(part: Part, before: readonly Part[]): TemplateFault | undefined {
  const last = before.at(-1)
  if (last === undefined) {
    return 'literal' in part && /^[.-]/.test(part.literal)
      ? { fault: `a tag does not start with '${part.literal[0]}'` }
      : undefined
  }
  if ('any' in part) return 'any' in last ? { fault: `one '*' is enough`, fix: 'write *' } : undefined
  if (!('name' in part)) return undefined
  if ('name' in last)
    return { fault: `{${last.name}}{${part.name}}: put a '-' or '.' between, to tell them apart` }
  const names = before.flatMap(other => ('name' in other ? [other.name] : []))
  if (names.includes(part.name)) return { fault: `{${part.name}} stands there twice` }
  const family = names.find(
    name => name === 'semver' || (part.name === 'semver' && name.startsWith('semver.')),
  )
  return family !== undefined && part.name.startsWith('semver')
    ? { fault: `{${family}} and {${part.name}}: the whole version or parts of it, not both` }
    : undefined
}

function make(text: string, parts: readonly Part[], facts: TagFacts): Tag | TemplateFault {
  let room = longestTag - parts.reduce((sum, part) => sum + ('literal' in part ? part.literal.length : 0), 0)
  const written = new Map<Part, string>()
  // The branch takes what the others leave.
  const branchLast = [...parts].sort(
    (a, b) => Number('name' in a && a.name === 'branch') - Number('name' in b && b.name === 'branch'),
  )
  for (const part of branchLast) {
    if ('any' in part) return { fault: `'${text}' has a '*': it recognises tags but makes none` }
    const value = 'literal' in part ? part.literal : part.write(facts, room)
    if (value === undefined && 'needs' in part) return { fault: `'${text}' needs ${part.needs}` }
    written.set(part, value ?? '')
    if ('name' in part) room -= value?.length ?? 0
  }
  const tag = parts.map(part => written.get(part)).join('')
  if (!isTag(tag)) {
    return {
      fault: `'${text}' makes '${tag.slice(0, 140)}', which is no tag: at most ${longestTag} characters of A-Z a-z 0-9 _ . -`,
    }
  }
  if (read(parts, 0, tag, 0, new Map()) !== undefined) return tag
  const denied =
    parts.some(part => 'name' in part && part.name === 'semver') &&
    facts.semver !== undefined &&
    isPrerelease(facts.semver)
  return {
    fault: denied
      ? `${facts.semver} is a prerelease, and '${text}' stands in a class that denies them`
      : `'${text}' makes '${tag}', which is not of its own form: a fact of the build is no legal value`,
  }
}

/**
 * The captures of the longest readings from left to right. `failed` remembers where each part has failed before, so
 * nothing is tried twice at one place: the work is bounded by parts × length, times the ends of one placeholder.
 */
function read(
  parts: readonly Part[],
  index: number,
  text: string,
  start: number,
  failed: Map<number, Set<number>>,
): Captured | undefined {
  const part = parts[index]
  if (part === undefined) return start === text.length ? {} : undefined
  const before = failed.get(index) ?? new Set()
  if (before.has(start)) return undefined
  const ends = endsOf(part, text, start, before)
  for (let choice = ends.length - 1; choice >= 0; choice--) {
    const end = ends[choice] as number
    const rest = read(parts, index + 1, text, end, failed)
    if (rest !== undefined)
      return 'name' in part ? { ...part.capture(text.slice(start, end)), ...rest } : rest
  }
  failed.set(index, before.add(start))
  return undefined
}

function endsOf(part: Part, text: string, start: number, failed: ReadonlySet<number>): readonly number[] {
  if ('name' in part) return part.ends(text, start)
  if ('literal' in part) return text.startsWith(part.literal, start) ? [start + part.literal.length] : []
  // Where a star failed before, every end to the right of it was tried.
  const ends: number[] = []
  for (let end = start; end <= text.length && !failed.has(end); end++) ends.push(end)
  return ends
}

function patternOf(parts: readonly Part[]): string {
  const patterns = parts.map((part, index) => {
    if ('literal' in part) return part.literal.replaceAll('.', '\\.')
    if (index > 0) return 'any' in part ? '[A-Za-z0-9._-]*' : part.pattern
    if ('name' in part && part.name !== 'branch') return part.pattern
    // A tag starts with neither '.' nor '-'.
    const next = parts[1]
    const needed = 'name' in part || next === undefined || ('literal' in next && /^[.-]/.test(next.literal))
    const start = '[A-Za-z0-9_][A-Za-z0-9._-]*'
    return needed ? start : `(?:${start})?`
  })
  return `^${patterns.join('')}$`
}
