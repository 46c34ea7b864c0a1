/**
 * A branch's name as part of a tag, at most `room` characters: what no tag may hold becomes `-`, case is kept.
 * A name that had to be cut, or of which nothing is left, ends in eight hex digits of its hash, so that two long
 * branches with one beginning stay two tags, and the same branch always gets the same one.
 */
export function slugOf(branch: string, room: number): string {
  const slug = branch
    .slice(0, longestName)
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .replace(/-+$/, '')
  if (slug !== '' && slug.length <= room) return slug
  const kept = slug.slice(0, Math.max(0, room - 9)).replace(/-+$/, '')
  return `${kept}${kept === '' ? '' : '-'}${hashOf(branch)}`.slice(0, Math.max(0, room))
}

/** How `slugOf` may have written a branch: whole, or cut and then ending in a hash. */
export interface SlugMarks {
  readonly whole: string
  readonly hash: string
}

export function slugMarks(branch: string): SlugMarks {
  return { whole: slugOf(branch, longestName), hash: hashOf(branch) }
}

/** What to look for among the marks of branches to find the one that a slug was made of: itself, or its hash. */
export function marksIn(slug: string): readonly string[] {
  return [slug, slug.slice(-8)]
}

/** Git's own names are shorter; whatever is longer is told apart by its hash. */
const longestName = 4096

/** FNV-1a, 32 bits: to tell names apart, not to prove anything. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
