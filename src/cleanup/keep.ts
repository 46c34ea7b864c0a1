import type { Node } from '../image/index.ts'
import type { Rules } from './rules/index.ts'
import type { Hold, View } from './view.ts'

/** Keeps a node. The first reason found stays its reason. */
export function keep({ kept, fresh }: View, node: Node, hold: Hold): void {
  if (kept.has(node)) return
  kept.set(node, hold)
  fresh.push(node)
}

/**
 * Keeps what the kept reaches. Kept apart from `keep`, so that first every head gets its own reason: a release stays
 * as a release, not as somebody's child.
 */
export function spread(view: View, { reach }: Pick<Rules, 'reach'>): void {
  for (let from = view.fresh.pop(); from !== undefined; from = view.fresh.pop()) {
    for (const rule of reach) {
      let hold: Hold | undefined
      for (const to of rule.reaches(view, from)) {
        if (view.kept.has(to)) continue
        hold ??= rule.because(view, from)
        keep(view, to, hold)
      }
    }
  }
}

/** The heads that nothing holds so far. */
export function candidates(view: View): readonly Node[] {
  return view.held.length > 0 ? [] : view.heads.filter(node => !view.kept.has(node))
}
