import { describe, expect, it } from 'vitest'
import type { Digest, Manifest } from '../../src/image/index.ts'
import { shareLayers } from '../../src/registry/shared-layers.ts'

const image = (...layers: Manifest['layers']): Manifest => ({
  digest: `sha256:${'0'.repeat(64)}` as Digest,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  kind: 'image',
  size: 1,
  children: [],
  layers,
  annotations: {},
  mentions: [],
})
const layer = (letter: string, size = 7, annotations = {}) => ({
  mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
  digest: `sha256:${letter.repeat(64)}` as Digest,
  size,
  annotations,
})

describe('layers that several manifests name', () => {
  it('are held once, in the order of each manifest', () => {
    const share = shareLayers()
    const first = share(image(layer('a'), layer('b')))
    const second = share(image(layer('b'), layer('c'), layer('a')))
    expect(second).toEqual(image(layer('b'), layer('c'), layer('a')))
    expect(second.layers[0]).toBe(first.layers[1])
    expect(second.layers[2]).toBe(first.layers[0])
  })

  it.each([
    ['another size', layer('a', 8)],
    ['another type', { ...layer('a'), mediaType: 'text/plain' }],
    ['an annotation', layer('a', 7, { note: 'x' })],
    ['a platform', { ...layer('a'), platform: { os: 'linux', architecture: 'arm64' } }],
  ])('stay as a manifest says them that says %s', (_, other) => {
    const share = shareLayers()
    share(image(layer('a')))
    expect(share(image(other))).toEqual(image(other))
  })
})
