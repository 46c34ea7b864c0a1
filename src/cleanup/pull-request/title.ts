import { count, formatBytes } from '../amount.ts'
import type { PlanId } from '../plan-file.ts'

export { count, formatBytes } from '../amount.ts'

export interface Totals {
  readonly images: number
  /** Tags that go from images which stay. */
  readonly tags: number
  /** Bytes that go with them, as far as manifests were read. */
  readonly bytes: number
  readonly kept: number
}

/** Counts, bytes and the plan's id: closing it says no to this very plan, never to all cleanup. */
export function titleOf({ images, tags, bytes, kept }: Totals, plan: PlanId): string {
  const id = `(plan ${shortId(plan)})`
  if (images === 0 && tags === 0)
    return `Image cleanup: nothing to delete, ${count(kept, 'image')} to keep ${id}`
  const going = images === 0 ? [] : [count(images, 'image'), formatBytes(bytes)]
  return `Image cleanup: ${[...going, ...(tags === 0 ? [] : [count(tags, 'tag')])].join(', ')} ${id}`
}

/** Seven hex digits, as git shows commits. */
export function shortId(plan: PlanId): string {
  return plan.slice('sha256:'.length, 'sha256:'.length + 7)
}

/** The short id in a title, for a body whose marker somebody has deleted. */
export function idInTitle(title: string): string | undefined {
  return /\(plan ([0-9a-f]{7})\)/.exec(title)?.[1]
}
