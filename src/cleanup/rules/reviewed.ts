import type { Digest } from '../../image/index.ts'
import type { HeadRule } from './rule.ts'

/** A reviewer turned its line into `keep`: remembered while the image exists. */
export const keptByReviewer: HeadRule = {
  name: 'kept-by-reviewer',
  holds: ({ repository, graph, world }, node) =>
    world.reviewed.get(repository)?.has(graph.digests[node] as Digest)
      ? { because: 'kept-by-reviewer', detail: 'a keep line of the plan says so' }
      : undefined,
}
