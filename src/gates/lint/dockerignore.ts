import { matchesGlob } from './dockerfile/index.ts'

/** A `.dockerignore` and what it leaves out of the build context. */
export interface IgnoreFile {
  readonly path: string
  /** The pattern that leaves a path out, with its line; undefined if the path is sent. */
  excludes(path: string): IgnorePattern | undefined
  /** True if some pattern lets something below this folder in again. */
  readmitsBelow(folder: string): boolean
}

export interface IgnorePattern {
  readonly text: string
  readonly line: number
}

interface Compiled extends IgnorePattern {
  readonly negated: boolean
  readonly segments: readonly string[]
}

/** Further patterns change nothing that a person would notice, and keep the work bounded. */
const mostPatterns = 2_000

/**
 * The last pattern that matches a path or one of its parents decides; `!` lets in again.
 * @see https://docs.docker.com/build/concepts/context/#dockerignore-files
 * @see https://github.com/moby/patternmatcher/blob/v0.6.0/patternmatcher.go
 */
export function readIgnoreFile(path: string, text: string): IgnoreFile {
  const patterns = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => compile(line, index + 1))
    .filter(pattern => pattern !== undefined)
    .slice(0, mostPatterns)
  return {
    path,
    excludes: wanted => {
      const segments = segmentsOf(wanted)
      let decided: Compiled | undefined
      for (const pattern of patterns) if (matches(pattern.segments, segments)) decided = pattern
      return decided === undefined || decided.negated ? undefined : decided
    },
    readmitsBelow: folder => {
      const segments = segmentsOf(folder)
      return patterns.some(
        pattern =>
          pattern.negated &&
          (pattern.segments.includes('**') ||
            (pattern.segments.length > segments.length &&
              matches(pattern.segments.slice(0, segments.length), segments))),
      )
    },
  }
}

function compile(line: string, number: number): Compiled | undefined {
  if (line.startsWith('#')) return undefined
  const trimmed = line.trim()
  const negated = trimmed.startsWith('!')
  const pattern = (negated ? trimmed.slice(1) : trimmed).trim()
  if (pattern === '' || pattern.length > 1024) return undefined
  const segments = segmentsOf(pattern)
  if (segments.length === 0) return undefined
  return { text: trimmed, line: number, negated, segments }
}

/** Cleaned the way paths are: no leading slash, no `.`, `..` taken back. */
function segmentsOf(path: string): readonly string[] {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments
}

/** True if the pattern matches the path or one of its parent folders. Work: pattern × path, however many stars. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  // places[j]: the pattern's first i segments can match the path's first j.
  let places = path.map(() => false)
  places.unshift(true)
  for (const segment of pattern) {
    const next = places.map(() => false)
    if (segment === '**') {
      let reached = false
      for (const [at, place] of places.entries()) {
        reached ||= place
        next[at] = reached
      }
    } else {
      for (const [at, part] of path.entries())
        next[at + 1] = (places[at] ?? false) && matchesSegment(segment, part)
    }
    places = next
  }
  // Reaching the end of the pattern before the end of the path matches a parent, and with it all below.
  return places.some((reached, at) => reached && (at > 0 || path.length === 0))
}

function matchesSegment(pattern: string, part: string): boolean {
  return /[*?]/.test(pattern) ? matchesGlob(pattern, part) : pattern === part
}
