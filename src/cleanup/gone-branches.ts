import type { Forge } from '../forge/index.ts'
import type { Instant } from '../image/index.ts'
import { marksIn, slugMarks } from '../policy/index.ts'

/**
 * Since when the branches that previews were made of are gone. A tag holds the slug of a branch, and several branches
 * have the same one: as long as one of them is there, or where the forge tells of no deletion, none is gone.
 */
export async function goneBranches(
  slugs: ReadonlySet<string>,
  forge: Pick<Forge, 'branches' | 'deletedBranches'>,
): Promise<ReadonlyMap<string, Instant>> {
  const gone = new Map<string, Instant>()
  if (slugs.size === 0) return gone
  const there = new Set((await forge.branches()).flatMap(name => Object.values(slugMarks(name))))
  const missing = new Map<string, string>()
  for (const slug of slugs) {
    const marks = marksIn(slug)
    if (!marks.some(mark => there.has(mark))) for (const mark of marks) missing.set(mark, slug)
  }
  if (missing.size === 0) return gone
  for await (const { name, at } of forge.deletedBranches()) {
    const { whole, hash } = slugMarks(name)
    const slug = missing.get(whole) ?? missing.get(hash)
    if (slug === undefined) continue
    gone.set(slug, at)
    for (const mark of marksIn(slug)) missing.delete(mark)
    if (missing.size === 0) break
  }
  return gone
}
