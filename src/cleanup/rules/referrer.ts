import { follow } from '../../image/index.ts'
import { nameOf } from '../view.ts'
import type { HeadRule } from './rule.ts'

/** A referrer that somebody gave a name of its own is wanted for itself, and what it refers to with it. */
export const taggedReferrer: HeadRule = {
  name: 'tagged-referrer',
  holds: (view, node) => {
    const subject = follow(view.graph.subjects, node)[0]
    if (subject === undefined || !view.graph.tags.has(node)) return undefined
    return { because: 'metadata', detail: `it refers to ${nameOf(view, subject)} and has a tag of its own` }
  },
}

/** A signature whose subject is not in this repository stays: its image may live elsewhere, or not be listed. */
export const orphan: HeadRule = {
  name: 'orphan',
  holds: ({ graph }, node) =>
    graph.orphans.has(node)
      ? { because: 'metadata', detail: 'it refers to a digest that is not in this repository' }
      : undefined,
}
