import {
  type Digest,
  follow,
  type Gap,
  isManifestType,
  isPlatform,
  type Manifest,
  type Node,
} from '../image/index.ts'
import { candidates } from './keep.ts'
import type { View } from './view.ts'

/**
 * What would go is read whole, children and referrers, because what runs may be named by the config of a platform and
 * what refers to it goes along. Of what stays only what may be an index is read: its children stay too.
 */
export function wantWhole(view: View): void {
  const going = candidates(view)
  if (going.length === 0) return
  const seen = new Set<Node>(going)
  // What is added to a Set while it is walked is walked too.
  for (const node of seen) {
    for (const child of follow(view.graph.children, node)) seen.add(child)
    const digest = view.graph.digests[node] as Digest
    if (isGone(view, digest)) continue
    if (!view.snapshot.manifests.has(digest)) view.wants.manifests.add(digest)
    // What something else keeps, keeps its referrers.
    if (view.kept.has(node)) continue
    for (const referrer of follow(view.graph.referrers, node)) seen.add(referrer)
    if (!view.snapshot.referrers.has(digest)) view.wants.referrers.add(digest)
  }
  for (const node of view.kept.keys()) {
    const digest = view.graph.digests[node] as Digest
    const manifest = view.snapshot.manifests.get(digest)
    if (manifest === undefined) {
      const named = view.graph.tags.has(node) || view.graph.metadataTags.has(node)
      if (named && !isGone(view, digest)) view.wants.manifests.add(digest)
      continue
    }
    const nested = manifest.children
      .filter(({ mediaType }) => !isLeaf(mediaType))
      .map(({ digest: child }) => child)
    for (const child of [...nested, ...mayBeManifests(manifest)]) {
      if (!view.snapshot.manifests.has(child) && !isGone(view, child)) view.wants.manifests.add(child)
    }
  }
}

/** A kept index whose nested index answers 404: what that one held, nobody knows, so nothing of the repository goes. */
export function brokenNesting({ graph, kept, snapshot }: View): Gap | undefined {
  if (snapshot.missing === undefined || snapshot.missing.size === 0) return undefined
  for (const node of kept.keys()) {
    for (const { digest, mediaType } of graph.manifestOf(node)?.children ?? []) {
      if (isManifestType(mediaType) && !isLeaf(mediaType) && snapshot.missing.has(digest)) {
        const why = `${graph.digests[node]}, which stays, names it as an index, and it answers 404`
        return { kind: 'manifest', about: digest, why }
      }
    }
  }
  return undefined
}

/** The platforms of kept indexes, whose layers tell which image they were built on; of held repositories too. */
export function wantPlatforms(view: View): void {
  for (const node of view.kept.keys()) {
    const manifest = view.graph.manifestOf(node)
    if (manifest === undefined) continue
    const platforms = manifest.children.filter(child => isManifestType(child.mediaType) && isPlatform(child))
    for (const child of [...platforms.map(({ digest }) => digest), ...mayBeManifests(manifest)]) {
      if (!view.snapshot.manifests.has(child) && !isGone(view, child)) view.wants.manifests.add(child)
    }
  }
}

/** Of what an unknown manifest mentions, anything may be an index; but Docker's schema 1 names layers only. */
function mayBeManifests({ mediaType, mentions }: Manifest): readonly Digest[] {
  return mediaType.startsWith('application/vnd.docker.distribution.manifest.v1+') ? [] : mentions
}

function isLeaf(mediaType: string): boolean {
  return /^application\/vnd\.(?:oci\.image\.manifest\.v1|docker\.distribution\.manifest\.v2)\+json$/.test(
    mediaType,
  )
}

function isGone({ snapshot }: View, digest: Digest): boolean {
  return snapshot.missing?.has(digest) === true
}
