import type { Digest, Node, Tag } from '../image/index.ts'
import type { Clock, Fate, ImageDecision, RepositoryDecision, Untag } from './decision.ts'
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
  const fates: Fates = new Map()
  const named = [...view.graph.metadataTags.keys()].filter(node => view.kept.has(node))
  const nodes = [...new Set([...view.heads, ...named])].sort((a, b) => a - b)
  return {
    repository: view.repository,
    held: view.held,
    images: nodes.map(node => {
      const hold = view.kept.get(node)
      return hold === undefined
        ? gone(view, node, along.get(node) ?? [], freed)
        : stays(view, node, hold, untags?.get(node), fates)
    }),
    order: deletions.map(({ head }) => digestOf(view, head)),
    bytes: freed.ofRepository(view),
  }
}

function gone(view: View, node: Node, along: readonly Node[], freed: Freed): ImageDecision {
  const { because, rule, clock, class: name } = reasonOf(casesOf(view, node))
  const digests = along.length === 0 ? none : along.map(one => digestOf(view, one))
  const fate: Fate = { goes: true, because, rule, with: digests, bytes: freed.ofLine(view, node) }
  return imageOf(view, node, tagsOf(view, node), fate, name, clock)
}

function stays(view: View, node: Node, hold: Hold, untag: Untag | undefined, fates: Fates): ImageDecision {
  const tags = tagsOf(view, node)
  const image = imageOf(
    view,
    node,
    tags,
    fateOf(hold, fates),
    hold.class ?? classOf(view, node, tags),
    hold.clock,
  )
  return untag !== undefined ? { ...image, untag } : image
}

/** Each shape written at once: keys that are added later take as much memory again, and there may be a million of them. */
function imageOf(
  view: View,
  node: Node,
  tags: readonly Tag[],
  fate: Fate,
  name: string | undefined,
  clock: Clock | undefined,
): ImageDecision {
  const { repository } = view
  const head = digestOf(view, node)
  if (clock === undefined) {
    return name === undefined
      ? { repository, head, tags, fate }
      : { repository, head, tags, fate, class: name }
  }
  return name === undefined
    ? { repository, head, tags, fate, clock }
    : { repository, head, tags, fate, class: name, clock }
}

/** The last fate that each rule gave: most images that a rule holds have it in common. */
type Fates = Map<string, Fate & { readonly goes: false }>

function fateOf({ because, detail, rule }: Hold, fates: Fates): Fate {
  const key = rule?.path ?? because
  const last = fates.get(key)
  if (last !== undefined && last.because === because && last.detail === detail && last.rule === rule)
    return last
  const fate =
    rule === undefined
      ? ({ goes: false, because, detail } as const)
      : ({ goes: false, because, detail, rule } as const)
  fates.set(key, fate)
  return fate
}

const none: readonly Digest[] = []

function tagsOf(view: View, node: Node): readonly Tag[] {
  const images = view.graph.tags.get(node)
  const metadata = view.graph.metadataTags.get(node)
  if (images === undefined || metadata === undefined) return images ?? metadata ?? []
  return [...images, ...metadata].sort()
}

function classOf(view: View, node: Node, tags: readonly Tag[]): string | undefined {
  for (const tag of tags) {
    const match = view.matches(tag, node)[0]
    if (match !== undefined) return match.class
  }
  return undefined
}

function digestOf(view: View, node: Node): Digest {
  return view.graph.digests[node] as Digest
}
