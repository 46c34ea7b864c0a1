import type { Digest, Node, Tag } from '../image/index.ts'
import type { ImageDecision, RepositoryDecision, Untag } from './decision.ts'
import type { Freed } from './freed.ts'
import { casesOf, reasonOf } from './judge.ts'
import type { Deletion } from './order.ts'
import type { Untags } from './untag.ts'
import type { Hold, View } from './view.ts'

/** Everything that is said of one repository, once nothing more can be held. */
export function decided(
  view: View,
  deletions: readonly Deletion[],
  freed: Freed,
  untags: Untags | undefined,
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
        : stays(view, node, hold, untags?.get(node))
    }),
    order: deletions.map(({ head }) => digestOf(view, head)),
    bytes: freed.ofRepository(view),
  }
}

/** Grown key by key: there may be a million of them. */
type Growing = { -readonly [K in keyof ImageDecision]: ImageDecision[K] }

function gone(view: View, node: Node, along: readonly Node[], freed: Freed): ImageDecision {
  const { because, rule, clock, class: name } = reasonOf(casesOf(view, node))
  const digests = along.map(one => digestOf(view, one))
  const image: Growing = {
    repository: view.repository,
    head: digestOf(view, node),
    tags: tagsOf(view, node),
    fate: { goes: true, because, rule, with: digests, bytes: freed.ofLine(view, node) },
  }
  if (name !== undefined) image.class = name
  if (clock !== undefined) image.clock = clock
  return image
}

function stays(view: View, node: Node, hold: Hold, untag: Untag | undefined): ImageDecision {
  const { because, detail, rule, clock } = hold
  const tags = tagsOf(view, node)
  const image: Growing = {
    repository: view.repository,
    head: digestOf(view, node),
    tags,
    fate: rule === undefined ? { goes: false, because, detail } : { goes: false, because, detail, rule },
  }
  const name = hold.class ?? classOf(view, tags)
  if (name !== undefined) image.class = name
  if (clock !== undefined) image.clock = clock
  if (untag !== undefined) image.untag = untag
  return image
}

function tagsOf(view: View, node: Node): readonly Tag[] {
  const images = view.graph.tags.get(node)
  const metadata = view.graph.metadataTags.get(node)
  if (images === undefined || metadata === undefined) return images ?? metadata ?? []
  return [...images, ...metadata].sort()
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
