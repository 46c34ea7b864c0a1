import type { Digest, Node, Tag } from '../image/index.ts'
import type { ImageDecision, RepositoryDecision } from './decision.ts'
import type { Freed } from './freed.ts'
import { casesOf, reasonOf } from './judge.ts'
import type { Deletion } from './order.ts'
import type { Rules } from './rules/index.ts'
import { untaggable } from './untag.ts'
import type { Hold, View } from './view.ts'

/** Everything that is said of one repository, once nothing more can be held. */
export function decided(
  view: View,
  deletions: readonly Deletion[],
  freed: Freed,
  rules: Rules,
): RepositoryDecision {
  const along = new Map(deletions.map(deletion => [deletion.head, deletion.with]))
  const named = [...view.graph.metadataTags.keys()].filter(node => view.kept.has(node))
  const nodes = [...new Set([...view.heads, ...named])].sort((a, b) => a - b)
  return {
    repository: view.repository,
    held: view.held,
    images: nodes.map(node => {
      const hold = view.kept.get(node)
      return hold === undefined
        ? gone(view, node, along.get(node) ?? [], freed)
        : stays(view, node, hold, untaggable(view, node, rules))
    }),
    order: deletions.map(({ head }) => digestOf(view, head)),
    bytes: freed.ofRepository(view),
  }
}

function gone(view: View, node: Node, along: readonly Node[], freed: Freed): ImageDecision {
  const { because, rule, clock, class: name } = reasonOf(casesOf(view, node))
  return {
    ...headOf(view, node),
    ...(name === undefined ? {} : { class: name }),
    ...(clock === undefined ? {} : { clock }),
    fate: {
      goes: true,
      because,
      rule,
      with: along.map(one => digestOf(view, one)),
      bytes: freed.ofLine(view, node),
    },
  }
}

function stays(view: View, node: Node, hold: Hold, untag: readonly Tag[]): ImageDecision {
  const { because, detail, rule, clock } = hold
  const head = headOf(view, node)
  const name = hold.class ?? classOf(view, head.tags)
  return {
    ...head,
    ...(name === undefined ? {} : { class: name }),
    ...(clock === undefined ? {} : { clock }),
    fate: { goes: false, because, detail, ...(rule === undefined ? {} : { rule }) },
    ...(untag.length === 0 ? {} : { untag }),
  }
}

function headOf(view: View, node: Node): Pick<ImageDecision, 'repository' | 'head' | 'tags'> {
  const images = view.graph.tags.get(node)
  const metadata = view.graph.metadataTags.get(node)
  const tags =
    images === undefined || metadata === undefined
      ? (images ?? metadata ?? [])
      : [...images, ...metadata].sort()
  return { repository: view.repository, head: digestOf(view, node), tags }
}

function classOf(view: View, tags: readonly Tag[]): string | undefined {
  for (const tag of tags) {
    const match = view.matches(tag)[0]
    if (match !== undefined) return match.class
  }
  return undefined
}

function digestOf(view: View, node: Node): Digest {
  return view.graph.digests[node] as Digest
}
