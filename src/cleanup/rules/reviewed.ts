import type { HeadRule } from './rule.ts'

/** A reviewer turned its line into `keep`: remembered while the image exists. */
export const keptByReviewer: HeadRule = {
  name: 'kept-by-reviewer',
  holds: (view, node) =>
    view.world.reviewed.has(`${view.repository}@${view.graph.digests[node]}`)
      ? { because: 'kept-by-reviewer', detail: 'a keep line of the plan says so' }
      : undefined,
}
