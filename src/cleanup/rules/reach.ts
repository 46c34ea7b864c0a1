import { follow } from '../../image/index.ts'
import { nameOf } from '../view.ts'
import type { ReachRule } from './rule.ts'

/** What an index names, and what a manifest of unknown type mentions, stays as long as it does. */
export const children: ReachRule = {
  name: 'children',
  reaches: ({ graph }, node) => follow(graph.children, node),
  because: (view, from) => ({ because: 'shared', detail: `${nameOf(view, from)} needs it` }),
}

/** Signatures, attestations and SBOMs live with their subject … */
export const referrers: ReachRule = {
  name: 'referrers',
  reaches: ({ graph }, node) => follow(graph.referrers, node),
  because: (view, from) => ({ because: 'referrer-of-kept', detail: `it refers to ${nameOf(view, from)}` }),
}

/** … and one that stays for its own sake holds its subject, so that none outlives what it speaks of. */
export const subjects: ReachRule = {
  name: 'subjects',
  reaches: ({ graph }, node) => follow(graph.subjects, node),
  because: (view, from) => ({ because: 'shared', detail: `${nameOf(view, from)} refers to it` }),
}
