import {
  type Digest,
  follow,
  formatInstant,
  type Node,
  type Snapshot,
  type Tag,
  type Wants,
} from '../image/index.ts'
import type { Clock, Decision, ImageDecision, KeptBecause } from './decision.ts'
import { casesOfTag, holdOf, reasonOf } from './judge.ts'
import { rules } from './rules/index.ts'
import { type Facts, type Hold, type View, viewOf, worldOf } from './view.ts'

/** One tag, judged alone: it lets its image go, or why not. */
export interface TagVerdict {
  readonly tag: Tag
  readonly classes: readonly string[]
  readonly verdict:
    | ({ readonly goes: true; readonly clock?: Clock } | ({ readonly goes: false } & Hold))
    | 'held'
}

/** Each tag of a digest, judged alone; or what has to be read for it. */
export function judgeTags(facts: Facts, snapshot: Snapshot, head: Digest): readonly TagVerdict[] | Wants {
  const view = viewOf(snapshot, worldOf(facts), [])
  const node = view.graph.nodeOf(head)
  if (node === undefined) return []
  const verdicts = (view.graph.tags.get(node) ?? []).map(tag =>
    judgeTag(view, node, tag, snapshot.gaps.length > 0),
  )
  const { manifests, configs, referrers } = view.wants
  if (snapshot.gaps.length > 0 || manifests.size + configs.size + referrers.size === 0) return verdicts
  return { manifests: [...manifests], configs: [...configs], referrers: [...referrers] }
}

function judgeTag(view: View, node: Node, tag: Tag, held: boolean): TagVerdict {
  const cases = casesOfTag(view, node, tag)
  const classes = cases.flatMap(({ match }) => match?.class ?? [])
  const hold = holdOf(cases, [...rules.names, ...rules.clocks])
  if (hold === 'unread' || (held && hold === undefined)) return { tag, classes, verdict: 'held' }
  if (hold !== undefined) return { tag, classes, verdict: { goes: false, ...hold } }
  const { clock } = reasonOf(cases)
  return { tag, classes, verdict: { goes: true, ...(clock === undefined ? {} : { clock }) } }
}

/** The images that a digest is or belongs to: itself, what names it, what it refers to; nearest first. */
export function imagesOf(
  decision: Decision,
  snapshot: Snapshot,
  digest: Digest,
  facts: Facts,
): readonly ImageDecision[] {
  const repository = decision.repositories.find(one => one.repository === snapshot.repository)
  const images = new Map(repository?.images.map(image => [image.head, image]))
  const { graph } = viewOf(snapshot, worldOf(facts), [])
  const start = graph.nodeOf(digest)
  if (start === undefined) return []
  const found: ImageDecision[] = []
  const seen = new Set<Node>([start])
  for (const node of seen) {
    const image = images.get(graph.digests[node] as Digest)
    if (image !== undefined) {
      found.push(image)
      if (node === start) break
    }
    for (const up of [...follow(graph.parents, node), ...follow(graph.subjects, node)]) seen.add(up)
  }
  return found
}

/** What would have to change for an image to go, or to stay. */
export function wayOut({ fate, clock, tags }: ImageDecision): string {
  if (fate.goes)
    return `to keep it: change "delete" to "keep" in its line of the plan, or deploy it and refresh the inventory`
  return ways[fate.because]({
    detail: fate.detail,
    path: fate.rule?.path ?? 'the policy',
    clock,
    tag: tags[0] ?? 'it',
  })
}

interface Known {
  readonly detail: string
  readonly path: string
  readonly clock: Clock | undefined
  readonly tag: string
}

const ways: Readonly<Record<KeptBecause, (known: Known) => string>> = {
  'in-use': () => 'it goes once nothing uses it and a newer inventory says so',
  'never-expires': ({ path }) => `it goes only if ${path} says a duration or superseded`,
  newest: ({ path }) => `it goes when newer images push it out, or ${path} holds fewer`,
  unranked: ({ tag }) =>
    `it goes if ${tag} can be ranked (a version such as v1.2.3), or is of a class without keep`,
  'not-expired': ({ clock }) =>
    clock === undefined ? 'it has to wait' : `it goes from ${formatInstant(clock.at)} on`,
  'too-young': ({ detail }) => detail,
  'no-clock': () => 'it goes if the policy takes another clock (cleanup.clock), or its class is superseded',
  'absurd-clock': () => 'it goes when its label is mended: unix seconds, ten digits',
  'no-class': ({ tag }) =>
    `it goes only under a class that matches ${tag}: classes: { legacy: { tags: ['*'], expires: 180d } }`,
  shared: ({ detail }) => `it goes when that image does: ${detail}`,
  'base-of-kept': ({ detail }) => `it goes when nothing that stays is built on it: ${detail}`,
  'referrer-of-kept': () => 'it goes with the image that it refers to',
  metadata: () => 'it goes never by itself: delete it by hand if nobody needs it',
  'unknown-type': () => 'it goes never by itself: only images and indexes are judged',
  'kept-by-reviewer': () => 'it goes when its keep line is deleted from the plan file',
  'last-image': () => 'it goes once the repository has another image',
  limit: ({ path }) => `it goes in a later plan, or when ${path} allows more at once`,
  held: () => 'nothing of its repository is planned until it can be read whole and what runs is known',
}
