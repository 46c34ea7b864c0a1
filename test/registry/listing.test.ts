import { describe, expect, it } from 'vitest'
import { putManifest } from '../../src/demo/registry/index.ts'
import { manifestTypes, parseRepository, type Repository } from '../../src/image/index.ts'
import type { FakeRegistry, Habit } from '../fakes/registry/index.ts'
import { fake, open } from './open.ts'

async function withTags(count: number, habits: readonly Habit[] = []): Promise<FakeRegistry> {
  const registry = await fake()
  const body = new TextEncoder().encode(JSON.stringify({ manifests: [] }))
  const tags = Array.from({ length: count }, (_, index) => `t${index}`)
  putManifest(registry.store, 'team/app', tags, manifestTypes[0], body)
  for (const habit of habits) registry.habit(habit)
  return registry
}

async function listed(registry: FakeRegistry) {
  const repository = parseRepository(`${registry.host}/team/app`) as Repository
  return (await open()).of(registry.host).tags(repository)
}

describe('a complete listing of', () => {
  it.each<[string, number, readonly Habit[], number]>([
    ['three tags', 3, [], 1],
    ['three tags in any order', 3, ['random order'], 1],
    ['999 tags', 999, [], 1],
    ['exactly a page, asked once more', 1000, [], 2],
    ['2,500 tags, by Link', 2500, [], 3],
    ['3,000 tags, by Link: one that sent a Link is believed when it sends none', 3000, [], 3],
    ['2,501 tags of a registry that cuts without a Link', 2501, ['cuts without a link'], 3],
    ['3,000 tags of a registry that cuts without a Link', 3000, ['cuts without a link'], 4],
    ['3,000 tags, begun again at the end', 3000, ['cuts without a link and begins again at the end'], 4],
    ['1,000 tags, begun again at the end', 1000, ['cuts without a link and begins again at the end'], 3],
    ['2,501 tags of a registry that ignores n', 2501, ['ignores n'], 2],
    ['2,501 tags of a registry that ignores n and last', 2501, ['ignores n', 'ignores last'], 2],
    ['exactly a page of a registry that ignores n and last', 1000, ['ignores n', 'ignores last'], 3],
    ['250 tags, cut at 100 without a Link', 250, ['cuts at 100 without a link'], 4],
    ['250 tags of a registry that refuses n=1000', 250, ['refuses n above 100'], 4],
    ['no tags, as null', 3, ['null tags'], 1],
    ['every tag twice on one page', 7, ['lists every tag twice'], 1],
  ])('%s', async (_, count, habits, requests) => {
    const registry = await withTags(count, habits)
    const { tags, incomplete } = await listed(registry)
    expect(incomplete).toBeUndefined()
    expect(tags.length).toBe(habits.includes('null tags') ? 0 : count)
    expect(new Set(tags).size).toBe(tags.length)
    expect(registry.count(/tags\/list/)).toBe(requests)
  })
})

describe('an incomplete listing says why:', () => {
  it.each<[string, number, readonly Habit[], RegExp]>([
    ['cut, and deaf to last', 2000, ['cuts without a link', 'ignores last'], /cuts at 1000/],
    ['a Link to another host', 3, ['links to another host'], /Link leads to http:\/\/127\.0\.0\.1:1/],
    ['a Link to another repository', 3, ['links to another repository'], /Link leads to \/v2\/other/],
    ['a Link to nonsense', 3, ['links to nonsense'], /no address/],
    ['the same page for ever', 3, ['the same page for ever'], /repeat/],
    ['pages that shift while they are read', 20, ['numbered pages that shift'], /change/],
    ['a tag that is none', 3, ['lists a tag that is none'], /which is no tag/],
    ['tags that are a number', 3, ['tags are a number'], /no list of tags/],
    ['garbage', 3, ['garbage JSON'], /no list of tags/],
    ['429 for ever', 3, ['429 for ever'], /429 TOOMANYREQUESTS/],
  ])('%s', async (_, count, habits, why) => {
    const registry = await withTags(count, habits)
    expect((await listed(registry)).incomplete).toMatch(why)
  })

  it('endless pages, after a bounded number of them', { timeout: 60_000 }, async () => {
    const registry = await withTags(1, ['endless pages'])
    expect((await listed(registry)).incomplete).toMatch(/does not end/)
    expect(registry.log.length).toBeLessThanOrEqual(10_000)
  })

  it('a repository that is not there', async () => {
    const registry = await fake()
    expect((await listed(registry)).incomplete).toMatch(/404 NAME_UNKNOWN/)
  })
})
