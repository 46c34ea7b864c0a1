import { imageConfigTypes } from './config-parse.ts'
import type { Digest } from './digest.ts'
import type { Manifest } from './manifest.ts'
import { manifestTypes } from './manifest-parse.ts'
import { parseMetadataTag, stemOf } from './metadata-tag.ts'
import { type Node, type PerNode, perNode, type ReadonlyPerNode } from './per-node.ts'
import type { Tag } from './reference.ts'
import type { Snapshot } from './snapshot.ts'

/** From one node to others; each list ascends and holds nothing twice. */
export type Edges = ReadonlyMap<Node, readonly Node[]>

/** What hangs on what in one repository. Built once, linear in its size. */
export interface Graph {
  readonly digests: readonly Digest[]
  readonly nodeOf: (digest: Digest) => Node | undefined
  /** Undefined: only named by others, or not read yet. */
  readonly manifestOf: (node: Node) => Manifest | undefined
  /** Tags that name an image, sorted. */
  readonly tags: ReadonlyPerNode<readonly Tag[]>
  /** `sha256-…` tags, sorted. */
  readonly metadataTags: ReadonlyPerNode<readonly Tag[]>
  /** An index to its manifests; a manifest of unknown type to every digest in its bytes. */
  readonly children: Edges
  readonly parents: Edges
  /** A subject to what refers to it: by `subject`, by tag, by a fallback index, by the registry's answer. */
  readonly referrers: Edges
  readonly subjects: Edges
  /** Referrers that name a subject which is not in this repository. */
  readonly orphans: ReadonlySet<Node>
}

export function buildGraph(snapshot: Snapshot): Graph {
  const digests = namedDigests(snapshot)
  const ids = new Map<Digest, Node>()
  for (const digest of digests) ids.set(digest, ids.size)
  const manifests = digests.map(digest => snapshot.manifests.get(digest))
  const { tags, metadataTags } = tagsByNode(snapshot, ids)
  const children = childrenByNode(snapshot, ids)
  const { subjects, orphans } = subjectsByNode(snapshot, digests, ids, metadataTags, children)
  return {
    digests,
    // The Map is worth its memory only while the graph is built.
    nodeOf: digest => search(digests, digest),
    manifestOf: node => manifests[node],
    tags,
    metadataTags,
    children,
    parents: reverse(children),
    referrers: reverse(subjects),
    subjects,
    orphans,
  }
}

/** The nodes that `edges` lead to. */
export function follow(edges: Edges, node: Node): readonly Node[] {
  return edges.get(node) ?? none
}

const none: readonly Node[] = []

/** An index or manifest whose parts are not all of the image world: Helm charts, build caches, anything of unknown type. */
export function isForeign(manifest: Manifest): boolean {
  if (manifest.kind === 'unknown') return true
  if (manifest.kind === 'index') return manifest.children.some(({ mediaType }) => !isManifestType(mediaType))
  return !imageConfigTypes.includes(manifest.config?.mediaType ?? '')
}

/** An index that holds something other than manifests, or a manifest of unknown type: it keeps whatever it names. */
export function isOpaque(manifest: Manifest): boolean {
  return manifest.kind !== 'image' && isForeign(manifest)
}

/** True for the media types of images and indexes. */
export function isManifestType(mediaType: string): boolean {
  return (manifestTypes as readonly string[]).includes(mediaType)
}

function namedDigests(snapshot: Snapshot): readonly Digest[] {
  const named = new Set<Digest>(snapshot.tags.values())
  for (const [digest, { children, mentions }] of snapshot.manifests) {
    named.add(digest)
    for (const child of children) named.add(child.digest)
    for (const mention of mentions) named.add(mention)
  }
  for (const [subject, referrers] of snapshot.referrers) {
    named.add(subject)
    for (const referrer of referrers) named.add(referrer)
  }
  return [...named].sort()
}

type Ids = ReadonlyMap<Digest, Node>

/** The place of a digest among ascending ones. */
function search(digests: readonly Digest[], wanted: Digest): Node | undefined {
  let low = 0
  let high = digests.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const digest = digests[middle] as Digest
    if (digest === wanted) return middle
    if (digest < wanted) low = middle + 1
    else high = middle - 1
  }
  return undefined
}

function tagsByNode({ tags }: Snapshot, ids: Ids): Pick<Graph, 'tags' | 'metadataTags'> {
  const images = perNode<Tag[]>(ids.size)
  const metadata = perNode<Tag[]>(ids.size)
  for (const [tag, digest] of tags) {
    const by = parseMetadataTag(tag) === undefined ? images : metadata
    const node = ids.get(digest) as Node
    const known = by.get(node)
    if (known === undefined) by.set(node, [tag])
    else known.push(tag)
  }
  sortEach(images)
  sortEach(metadata)
  return { tags: images, metadataTags: metadata }
}

function sortEach(tags: PerNode<Tag[]>): void {
  for (const node of tags.keys()) {
    const list = tags.get(node)
    if (list !== undefined && list.length > 1) list.sort()
  }
}

function childrenByNode({ manifests }: Snapshot, ids: Ids): Edges {
  const edges = new Map<Node, readonly Node[]>()
  for (const [digest, { children, mentions }] of manifests) {
    if (children.length === 0 && mentions.length === 0) continue
    const to = [...children.map(child => child.digest), ...mentions].filter(named => named !== digest)
    edges.set(ids.get(digest) as Node, ascending(to.map(named => ids.get(named) as Node)))
  }
  return edges
}

function subjectsByNode(
  snapshot: Snapshot,
  digests: readonly Digest[],
  ids: Ids,
  metadataTags: ReadonlyPerNode<readonly Tag[]>,
  children: Edges,
): Pick<Graph, 'subjects' | 'orphans'> {
  const to = new Map<Node, Node[]>()
  const orphans = new Set<Node>()
  const refer = (referrer: Node, subject: Node | undefined) => {
    if (subject === undefined) {
      orphans.add(referrer)
      return
    }
    const known = to.get(referrer)
    if (subject === referrer) return
    if (known === undefined) to.set(referrer, [subject])
    else known.push(subject)
  }
  const here = (node: Node | undefined) =>
    node === undefined || snapshot.missing?.has(digests[node] as Digest) ? undefined : node

  for (const [digest, { subject }] of snapshot.manifests) {
    if (subject !== undefined) refer(ids.get(digest) as Node, here(ids.get(subject)))
  }
  if (metadataTags.size > 0) {
    const byStem = stemsOf(digests)
    for (const node of metadataTags.keys()) {
      for (const tag of metadataTags.get(node) ?? []) {
        const { stem, fallback } = parseMetadataTag(tag) as { stem: string; fallback: boolean }
        const subject = here(byStem.get(stem))
        refer(node, subject)
        // What a fallback index lists refers to the same subject.
        if (fallback) for (const listed of follow(children, node)) refer(listed, subject)
      }
    }
  }
  for (const [subject, referrers] of snapshot.referrers) {
    for (const referrer of referrers) refer(ids.get(referrer) as Node, ids.get(subject))
  }
  const subjects = new Map<Node, readonly Node[]>()
  for (const [referrer, list] of to) subjects.set(referrer, list.length === 1 ? list : ascending(list))
  return { subjects, orphans }
}

function stemsOf(digests: readonly Digest[]): ReadonlyMap<string, Node> {
  const stems = new Map<string, Node>()
  digests.forEach((digest, node) => {
    stems.set(stemOf(digest), node)
  })
  return stems
}

function reverse(edges: Edges): Edges {
  const reversed = new Map<Node, Node[]>()
  // By ascending source, so that the reversed lists ascend too.
  for (const from of [...edges.keys()].sort((a, b) => a - b)) {
    for (const to of follow(edges, from)) {
      const list = reversed.get(to)
      if (list === undefined) reversed.set(to, [from])
      else list.push(from)
    }
  }
  return reversed
}

function ascending(nodes: readonly Node[]): readonly Node[] {
  return nodes.length < 2 ? nodes : [...new Set(nodes)].sort((a, b) => a - b)
}
