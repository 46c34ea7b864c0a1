// SemVer 2.0.0 as https://semver.org has it, and how it is written in a tag: `+` cannot stand in one, so build
// metadata is parted by `_` there (`1.2.0+build.5` is the tag `1.2.0_build.5`). No leniency: `1.2` and `01.2.3`
// are no versions.

/** A version as semver.org spells it, without `v`: `1.2.0-rc.1+build.5`. */
export type Version = string

/** The version in a text that is nothing else, an optional leading `v` aside: `v1.2.0+b` gives `1.2.0+b`. */
export function readVersion(text: string): Version | undefined {
  const bare = text.startsWith('v') ? text.slice(1) : text
  if (bare.includes('_') || bare.length > 256) return undefined
  const written = versionToTag(bare)
  return versionEnds(written, 0, 'allow').includes(written.length) ? bare : undefined
}

export function versionToTag(version: Version): string {
  return version.replace('+', '_')
}

export function versionFromTag(text: string): Version {
  return text.replace('_', '+')
}

/** True for `1.2.0-rc.1`. The `-` of build metadata does not count. */
export function isPrerelease(version: Version): boolean {
  return (version.split('+', 1)[0] as string).includes('-')
}

export function coreOf(version: Version): { readonly major: number; readonly minor: number } {
  const [major, minor] = version.split('.', 2)
  return { major: Number(major), minor: Number(minor) }
}

/**
 * Every position where a version that starts at `start` may end, ascending; written as in a tag.
 * One pass, no backtracking: the work is the length of the text.
 */
export function versionEnds(text: string, start: number, prereleases: 'allow' | 'deny'): readonly number[] {
  const minor = afterDot(text, afterNumber(text, start))
  const patch = afterDot(text, afterNumber(text, minor))
  const end = afterNumber(text, patch)
  if (end < 0) return []
  const ends = Array.from({ length: end - patch }, (_, digit) => patch + digit + 1)
  if (text[end] === '-' && prereleases === 'allow') {
    for (const stop of identifierEnds(text, end + 1, hasLeadingZero)) {
      ends.push(stop)
      if (text[stop] === '_') ends.push(...identifierEnds(text, stop + 1, () => false))
    }
  } else if (text[end] === '_') {
    ends.push(...identifierEnds(text, end + 1, () => false))
  }
  return ends
}

/** The end of `0` or of digits without a leading zero, or -1. */
function afterNumber(text: string, start: number): number {
  if (start < 0) return -1
  if (text[start] === '0') return start + 1
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  return end > start ? end : -1
}

function afterDot(text: string, at: number): number {
  return at >= 0 && text[at] === '.' ? at + 1 : -1
}

/** Ends of dot-separated identifiers; one that `isIllegal` ends nothing and may not be followed by a dot. */
function identifierEnds(
  text: string,
  start: number,
  isIllegal: (text: string, from: number, to: number) => boolean,
): readonly number[] {
  const ends: number[] = []
  let from = start
  for (let at = start; at < text.length; at++) {
    if (text[at] === '.') {
      if (ends.at(-1) !== at) break
      from = at + 1
    } else if (!/[0-9A-Za-z-]/.test(text[at] as string)) {
      break
    } else if (!isIllegal(text, from, at + 1)) {
      ends.push(at + 1)
    }
  }
  return ends
}

/** `01` and `00`, but not `0`, `01a` or `0-`. Digits beyond the length of any tag are not looked at. */
function hasLeadingZero(text: string, from: number, to: number): boolean {
  return text[from] === '0' && to - from > 1 && /^[0-9]+$/.test(text.slice(from, to))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}
