import type { Instant } from '../image/index.ts'
import { slugOf } from './slug.ts'
import { coreOf, type Version, versionEnds, versionFromTag, versionToTag } from './version.ts'

// The placeholders of tag templates. Each one reads (where may it end?), writes, and has a pattern that RE2 takes.

/** What a build knows about itself, as far as a tag can carry it. */
export interface TagFacts {
  /** Without `v`; see `readVersion`. */
  readonly semver?: Version | undefined
  /** The full commit id: 40 hex digits, 64 in a SHA-256 repository. */
  readonly sha?: string | undefined
  /** The number of the pull or merge request. */
  readonly number?: number | undefined
  /** The branch's name as git has it; it is slugged here. */
  readonly branch?: string | undefined
  /** The moment of the build; written as its day in UTC, `20261121`. */
  readonly date?: Instant | undefined
}

/** What was read out of a tag. */
export interface Captured {
  /** As semver.org spells it: without `v`, with `+`. */
  readonly semver?: Version
  readonly major?: number
  readonly minor?: number
  /** 7 to 40 hex digits. */
  readonly sha?: string
  readonly number?: number
  /** The slug; the branch's own name cannot be had back. */
  readonly branch?: string
  /** `yyyymmdd`. */
  readonly date?: string
}

export type PlaceholderName =
  | 'semver'
  | 'semver.major'
  | 'semver.minor'
  | 'sha'
  | 'number'
  | 'branch'
  | 'date'

export interface Placeholder {
  readonly name: PlaceholderName
  /** A pattern without captures, anchors or lookaround. */
  readonly pattern: string
  /** What the call lacks when `write` cannot. */
  readonly needs: string
  /** Every position where it may end when it starts at `start`, ascending. */
  readonly ends: (text: string, start: number) => readonly number[]
  readonly capture: (text: string) => Captured
  /** At most `room` characters, or `undefined` if the fact is missing. */
  readonly write: (facts: TagFacts, room: number) => string | undefined
}

const numeric = '(?:0|[1-9][0-9]*)'
const identifier = '[0-9A-Za-z-]+'
const prereleaseId = '(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)'
const core = `${numeric}\\.${numeric}\\.${numeric}`
const prerelease = `(?:-${prereleaseId}(?:\\.${prereleaseId})*)?`
const build = `(?:_${identifier}(?:\\.${identifier})*)?`

export function semver(prereleases: 'allow' | 'deny'): Placeholder {
  return {
    name: 'semver',
    pattern: prereleases === 'allow' ? core + prerelease + build : core + build,
    needs: 'a SemVer version (a git tag such as v1.2.0)',
    ends: (text, start) => versionEnds(text, start, prereleases),
    capture: text => ({ semver: versionFromTag(text) }),
    write: facts => (facts.semver === undefined ? undefined : versionToTag(facts.semver)),
  }
}

/** `{semver.major}` of 1.2.3 is `1`, `{semver.minor}` is `2`. */
export function semverPart(part: 'major' | 'minor'): Placeholder {
  return {
    name: `semver.${part}`,
    pattern: shortNumber,
    needs: 'a SemVer version (a git tag such as v1.2.0)',
    ends: numberEnds,
    capture: text => ({ [part]: Number(text) }),
    write: facts => (facts.semver === undefined ? undefined : String(coreOf(facts.semver)[part])),
  }
}

/** Reads 7 to 40 digits and writes 12; with a length, reads and writes exactly so many. */
export function sha(length: number | undefined): Placeholder {
  const [least, most] = length === undefined ? [7, 40] : [length, length]
  return {
    name: 'sha',
    pattern: least === most ? `[0-9a-f]{${least}}` : `[0-9a-f]{${least},${most}}`,
    needs: 'a commit',
    ends: (text, start) => runEnds(text, start, /[0-9a-f]/, least, most),
    capture: text => ({ sha: text }),
    write: facts => facts.sha?.slice(0, length ?? 12),
  }
}

export const number: Placeholder = {
  name: 'number',
  pattern: '(?:0|[1-9][0-9]{0,14})',
  needs: 'the number of a pull or merge request',
  ends: numberEnds,
  capture: text => ({ number: Number(text) }),
  write: facts => (facts.number === undefined ? undefined : String(facts.number)),
}

export const branch: Placeholder = {
  name: 'branch',
  pattern: '[A-Za-z0-9._-]+',
  needs: 'a branch',
  ends: (text, start) => runEnds(text, start, /[A-Za-z0-9._-]/, 1, text.length),
  capture: text => ({ branch: text }),
  write: (facts, room) => (facts.branch === undefined ? undefined : slugOf(facts.branch, room)),
}

export const date: Placeholder = {
  name: 'date',
  pattern: '[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])',
  needs: 'the time of the build',
  ends: (text, start) =>
    /^[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])$/.test(text.slice(start, start + 8))
      ? [start + 8]
      : [],
  capture: text => ({ date: text }),
  write: facts =>
    facts.date === undefined
      ? undefined
      : new Date(facts.date * 1000).toISOString().slice(0, 10).replaceAll('-', ''),
}

/** Numbers that JavaScript holds exactly. */
const shortNumber = '(?:0|[1-9][0-9]{0,14})'

function numberEnds(text: string, start: number): readonly number[] {
  return text[start] === '0' ? [start + 1] : runEnds(text, start, /[0-9]/, 1, 15)
}

function runEnds(text: string, start: number, legal: RegExp, least: number, most: number): readonly number[] {
  const ends: number[] = []
  for (let at = start; at < text.length && at - start < most && legal.test(text[at] as string); at++) {
    if (at + 1 - start >= least) ends.push(at + 1)
  }
  return ends
}
