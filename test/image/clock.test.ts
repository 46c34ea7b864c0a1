import { describe, expect, it } from 'vitest'
import {
  createdOf,
  type Digest,
  expireAtOf,
  parseCreated,
  parseExpireAt,
  type Want,
} from '../../src/image/index.ts'
import { Scene } from '../cleanup/scene.ts'

const moment = Date.UTC(2026, 10, 21, 3) / 1000

describe('expire_at is a moment, or none, or absurd', () => {
  it.each([
    ['1795230000', moment],
    [' 1795230000\n', moment],
    ['2026-11-21T03:00:00Z', moment],
    ['2026-11-21T04:30:00.5+01:30', moment],
    ['4070908800', 4_070_908_800],
    ['', undefined],
    ['  ', undefined],
  ])('%j is %s', (text, expected) => {
    expect(parseExpireAt(text)).toBe(expected)
  })

  it.each([
    ['1795230000000', 'milliseconds'],
    ['0', 'before there were images'],
    ['86400', 'before there were images'],
    ['1970-01-01T00:00:01Z', 'before there were images'],
    ['99999999999', 'after the year 2199'],
    ['-1795230000', 'neither'],
    ['1e9', 'neither'],
    ['3d', 'neither'],
    ['2026-11-31T03:00:00Z', 'neither'],
    ['2026-11-21', 'neither'],
    ['::set-output name=x::1795230000', 'neither'],
    ['9'.repeat(100_000), 'milliseconds'],
  ])('%.40j is absurd: %s', (text, why) => {
    expect(parseExpireAt(text)).toMatchObject({ why: expect.stringContaining(why) })
  })

  it.each([
    ['1970-01-01T00:00:00Z', 'before there were images'],
    ['1980-01-01T00:00:00Z', 'before there were images'],
    ['2099-01-01T00:00:00Z', 'in the future'],
    ['yesterday', 'not RFC 3339'],
  ])('a build date of %s is no clock: %s (jetify-com/devbox#2597)', (text, why) => {
    expect(parseCreated(text, moment)).toMatchObject({ why: expect.stringContaining(why) })
  })
})

describe('where the clock of an image is read', () => {
  const wanted: Digest[] = []
  const want: Want = { manifest: digest => wanted.push(digest), config: digest => wanted.push(digest) }
  const clockOf = (registry: Scene, head: Digest) => expireAtOf(registry.whole(), head, want)
  const tagged = (registry: Scene, head: Digest) => registry.tag('x', head)

  it('an index annotation comes before what its platforms say', () => {
    const registry = new Scene()
    const head = tagged(
      registry,
      registry.index('i', [registry.image('a', { expireAt: moment })], { expireAt: moment + 9 }),
    )
    expect(clockOf(registry, head)).toEqual({ at: moment + 9, source: 'index-annotation' })
  })

  it('an index without one has the latest of its platforms (quay/quay#2961)', () => {
    const registry = new Scene()
    const platforms = [
      registry.image('a', { expireAt: moment }),
      registry.image('b', { expireAt: moment + 5 }),
    ]
    expect(clockOf(registry, tagged(registry, registry.index('i', platforms)))).toEqual({
      at: moment + 5,
      source: 'platforms',
    })
  })

  it('and none if one of its platforms has none', () => {
    const registry = new Scene()
    const platforms = [registry.image('a', { expireAt: moment }), registry.image('b')]
    expect(clockOf(registry, tagged(registry, registry.index('i', platforms)))).toBe('none')
  })

  it('an empty annotation means none, whatever the inherited label says (conforma/policy#993)', () => {
    const registry = new Scene()
    const head = tagged(
      registry,
      registry.index('i', [registry.image('a', { expireAt: moment })], { expireAt: '' }),
    )
    expect(clockOf(registry, head)).toBe('none')
  })

  it('a diamond of forty indexes is walked in forty steps (zot#4318)', () => {
    const registry = new Scene()
    let left = registry.image('left', { expireAt: moment })
    let right = registry.image('right', { expireAt: moment + 1 })
    for (let level = 0; level < 40; level++) {
      const next = registry.index(`left ${level}`, [left, right])
      right = registry.index(`right ${level}`, [right, left])
      left = next
    }
    expect(clockOf(registry, tagged(registry, left))).toEqual({ at: moment + 1, source: 'platforms' })
  })

  it('a chain that nobody would nest is not trusted, and breaks nothing', () => {
    const registry = new Scene()
    let head = registry.image('bottom', { expireAt: moment })
    for (let level = 0; level < 500; level++) head = registry.index(`level ${level}`, [head])
    expect(clockOf(registry, tagged(registry, head))).toMatchObject({
      why: expect.stringContaining('nested deeper'),
    })
  })

  it('asks for what it has not seen, and for nothing else', () => {
    const registry = new Scene()
    const child = registry.image('a', { expireAt: moment })
    const head = tagged(registry, registry.index('i', [child]))
    wanted.length = 0
    expect(expireAtOf(registry.listing(), head, want)).toBe('unread')
    expect(wanted).toEqual([child])
    expect(createdOf(registry.listing(), head, moment, want)).toBe('unread')
  })
})
