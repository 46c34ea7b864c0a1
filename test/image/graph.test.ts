import { describe, expect, it } from 'vitest'
import {
  buildGraph,
  type Digest,
  follow,
  type Graph,
  parseMetadataTag,
  stemOf,
} from '../../src/image/index.ts'
import { digestOf, metadataTag, Scene } from '../cleanup/scene.ts'

const graphOf = (registry: Scene): Graph => buildGraph(registry.whole())
const names = (graph: Graph, nodes: readonly number[]) => nodes.map(node => graph.digests[node])
const node = (graph: Graph, digest: Digest) => graph.nodeOf(digest) as number

describe('what hangs on an image', () => {
  it.each([['.sig'], ['.att'], ['.sbom']] as const)('a %s tag', ending => {
    const registry = new Scene()
    const image = registry.tag('v1', registry.image('a'))
    const hanging = registry.tag(metadataTag(image, ending), registry.image('hanging'))
    const graph = graphOf(registry)
    expect(names(graph, follow(graph.referrers, node(graph, image)))).toEqual([hanging])
    expect(graph.tags.has(node(graph, hanging))).toBe(false)
  })

  it('what its subject field names, what the API tells, and what the fallback index lists', () => {
    const registry = new Scene()
    const image = registry.tag('v1', registry.image('a'))
    const bySubject = registry.image('by subject', { subject: image })
    const byApi = registry.image('by API')
    registry.referrers.set(image, [byApi])
    const listed = registry.image('listed')
    const fallback = registry.tag(metadataTag(image), registry.index('fallback', [listed]))
    const graph = graphOf(registry)
    expect(new Set(names(graph, follow(graph.referrers, node(graph, image))))).toEqual(
      new Set([bySubject, byApi, listed, fallback]),
    )
  })

  it('an attestation of an attestation hangs on the first', () => {
    const registry = new Scene()
    const image = registry.tag('v1', registry.image('a'))
    const first = registry.image('first', { subject: image })
    const second = registry.image('second', { subject: first })
    const graph = graphOf(registry)
    expect(names(graph, follow(graph.subjects, node(graph, second)))).toEqual([first])
  })

  it('a signature of something else is an orphan, and so is one whose subject answers 404', () => {
    const registry = new Scene()
    const gone = registry.image('gone')
    registry.tag('v1', registry.index('i', [gone]))
    registry.gone.add(gone)
    const elsewhere = registry.tag(
      metadataTag(digestOf('elsewhere'), '.sig'),
      registry.image('sig of elsewhere'),
    )
    const ofGone = registry.tag(metadataTag(gone, '.sig'), registry.image('sig of gone'))
    const graph = graphOf(registry)
    expect(new Set(names(graph, [...graph.orphans]))).toEqual(new Set([elsewhere, ofGone]))
  })
})

describe('metadata tags', () => {
  it.each([
    [`sha256-${'a'.repeat(64)}`, true],
    [`sha256-${'a'.repeat(64)}.sig`, true],
    [`sha256-${'a'.repeat(64)}.some-new-suffix`, true],
    [`sha512-${'a'.repeat(64)}`, true],
    [`sha256-${'a'.repeat(63)}`, false],
    [`sha256-${'A'.repeat(64)}`, false],
    ['sha-1234567', false],
    ['v1.0.0', false],
  ])('%s: %s', (tag, expected) => {
    expect(parseMetadataTag(tag) !== undefined).toBe(expected)
  })

  it('cut longer algorithms to 64 digits', () => {
    expect(stemOf(`sha512:${'b'.repeat(128)}` as Digest)).toBe(`sha512-${'b'.repeat(64)}`)
  })
})

describe('the shape does not matter', () => {
  it('twenty thousand nested indexes are no recursion', () => {
    const registry = new Scene()
    let head = registry.image('bottom')
    for (let level = 0; level < 20_000; level++) head = registry.index(`level ${level}`, [head])
    registry.tag('v1', head)
    registry.untagged = 'listed'
    const graph = buildGraph(registry.listing())
    expect(graph.digests.length).toBe(20_001)
  })
})
