import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Digest,
  largestManifest,
  manifestTypes,
  parseImageConfig,
  parseManifest,
} from '../../src/image/index.ts'

const [index, image, dockerList, dockerImage] = manifestTypes
const d = (n: number) => `sha256:${n.toString(16).padStart(64, '0')}` as Digest
const descriptor = (n: number, more: object = {}) => ({ mediaType: 'm', digest: d(n), size: n, ...more })
const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const parse = (value: unknown, type: string) => parseManifest(bytes(value), type, d(99))
const imageBody = { config: descriptor(1), layers: [descriptor(2), descriptor(3)] }

function read(value: unknown, type: string) {
  const manifest = parse(value, type)
  if ('fault' in manifest) throw new Error(manifest.fault)
  return manifest
}

describe('kind', () => {
  it.each([
    ['an OCI image', imageBody, image, 'image'],
    ['a docker image', imageBody, dockerImage, 'image'],
    ['an OCI index', { manifests: [descriptor(1)] }, index, 'index'],
    ['a docker list', { manifests: [descriptor(1)] }, dockerList, 'index'],
    ['an empty index', { manifests: [] }, index, 'index'],
    ['a type with parameters in the header', imageBody, `${image}; charset=utf-8`, 'image'],
    ['a type that only the body tells', { mediaType: image, ...imageBody }, 'application/json', 'image'],
    [
      'a body whose type is another than the header says',
      { mediaType: image, ...imageBody },
      index,
      'unknown',
    ],
    ['a body that no one names', imageBody, 'application/json', 'unknown'],
    [
      'schema 1',
      { schemaVersion: 1, fsLayers: [{ blobSum: d(5) }] },
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
      'unknown',
    ],
    [
      'an artifact manifest',
      { blobs: [descriptor(4)] },
      'application/vnd.oci.artifact.manifest.v1+json',
      'unknown',
    ],
    ['an index that is an image too', { manifests: [], ...imageBody }, index, 'unknown'],
    ['an image that is an index too', { manifests: [], ...imageBody }, image, 'unknown'],
    ['an index spelled in Go’s other case', { manifests: [], Manifests: [descriptor(1)] }, index, 'unknown'],
    ['an index with two lists', `{"manifests":[],"manifests":[]}`, index, 'unknown'],
    ['an index without a list', {}, index, 'unknown'],
    ['an index whose list is null', { manifests: null }, index, 'unknown'],
    ['an index with a broken child', { manifests: [descriptor(1), { digest: 'x' }] }, index, 'unknown'],
    ['an image without a config', { layers: [] }, image, 'unknown'],
    ['an image with a broken subject', { ...imageBody, subject: { digest: 'sha256:12' } }, image, 'unknown'],
    ['an image whose subject is null', { ...imageBody, subject: null }, image, 'image'],
  ])('of %s', (_, body, type, kind) => {
    expect(read(body, type).kind).toBe(kind)
  })
})

describe('what cannot be read is a fault', () => {
  it.each([
    ['nothing', ''],
    ['garbage', '{"manifests":[{]'],
    ['HTML', '<html>Sign in</html>'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
  ])('%s', (_, body) => {
    expect(parse(body, image)).toEqual({ fault: 'is no JSON object' })
  })

  it('a body above the limit, without parsing it', () => {
    const manifest = parseManifest(new Uint8Array(largestManifest + 1), image, d(1))
    expect(manifest).toHaveProperty('fault')
  })

  it('but 4 MiB of brackets are answered in time', () => {
    const began = Date.now()
    expect(parse(`{"x":${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`, 'x/y')).toHaveProperty(
      'kind',
      'unknown',
    )
    expect(Date.now() - began).toBeLessThan(5000)
  })
})

describe('parts', () => {
  it('of an image: config, layers, subject, artifact type', () => {
    const manifest = read({ ...imageBody, subject: descriptor(7), artifactType: 'a/b' }, image)
    expect(manifest.config?.digest).toBe(d(1))
    expect(manifest.layers.map(layer => layer.digest)).toEqual([d(2), d(3)])
    expect([manifest.subject, manifest.artifactType, manifest.digest]).toEqual([d(7), 'a/b', d(99)])
    expect(manifest.mentions).toEqual([])
  })

  it('of an index: children with platform and annotations', () => {
    const platform = { os: 'linux', architecture: 'arm', variant: 'v7', 'os.version': '1' }
    const manifest = read({ manifests: [descriptor(1, { platform, annotations: { a: 'b' } })] }, index)
    expect(manifest.children[0]).toMatchObject({
      digest: d(1),
      platform: { os: 'linux', architecture: 'arm', variant: 'v7' },
    })
    expect(manifest.children[0]?.annotations['a']).toBe('b')
  })

  it('of an unknown type: every digest in its bytes, escaped ones too', () => {
    const hidden = `sha256:\\u0061${'b'.repeat(63)}`
    const manifest = read(`{"blobs":[{"digest":"${d(1)}"}],"${d(2)}":"${hidden}"}`, 'x/y')
    expect([...manifest.mentions].sort()).toEqual([d(1), d(2), `sha256:a${'b'.repeat(63)}`].sort())
  })

  it('never give an annotation more meaning than it has', () => {
    const { annotations } = read(
      `{"manifests":[],"annotations":{"__proto__":"x","expire_at":7,"n":null}}`,
      index,
    )
    expect(Object.entries(annotations)).toContainEqual(['__proto__', 'x'])
    expect(annotations['constructor']).toBeUndefined()
    expect(annotations['expire_at']).toBe('7')
    expect(annotations['n']).toBeUndefined()
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  it('take a size that is no size for zero', () => {
    const sizes = [-1, 1.5, '9', null, 1e300].map(size => descriptor(1, { size }))
    expect(read({ manifests: sizes }, index).children.map(child => child.size)).toEqual([0, 0, 0, 0, 0])
  })
})

describe('an image config', () => {
  it.each([
    [
      'labels and created',
      { config: { Labels: { a: 'b' } }, created: 'today' },
      { labels: { a: 'b' }, created: 'today' },
    ],
    ['no labels', { config: { Labels: null } }, { labels: {} }],
    ['no config', {}, { labels: {} }],
    ['a config that is text', { config: 'x' }, { labels: {} }],
    ['a created that is a number', { created: 7 }, { labels: {} }],
  ])('with %s', (_, body, expected) => {
    expect(parseImageConfig(bytes(body))).toEqual(expected)
  })

  it('that is no JSON object is a fault', () => {
    expect(parseImageConfig(bytes('[]'))).toHaveProperty('fault')
    expect(parseImageConfig(bytes('\u0000'))).toHaveProperty('fault')
  })
})

it('any JSON and any bytes are answered, never thrown', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.json(), fc.string()),
      fc.constantFrom(...manifestTypes, 'x/y', ''),
      (text, type) => {
        parseManifest(bytes(text), type, d(1))
        parseImageConfig(bytes(text))
      },
    ),
    { numRuns: 500 },
  )
})
