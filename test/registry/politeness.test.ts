import { describe, expect, it } from 'vitest'
import { createBudget } from '../../src/registry/budget.ts'
import { nextLink, nextPage } from '../../src/registry/link.ts'
import { asksToSlowDown, backoff, retryAfter } from '../../src/registry/retry.ts'
import { createSkew } from '../../src/registry/skew.ts'

const now = 1_763_700_000
const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: new Uint8Array(),
})
const dateAt = (seconds: number) => new Date(seconds * 1000).toUTCString()

describe('Retry-After is read', () => {
  it.each<[string, Record<string, string>, number | undefined]>([
    ['in seconds', { 'retry-after': '7' }, 7000],
    ['as a date', { 'retry-after': dateAt(now + 90) }, 90_000],
    ['as a date that has passed', { 'retry-after': dateAt(now - 90) }, 0],
    ['as nonsense: not at all', { 'retry-after': 'soon' }, undefined],
    ['as a negative number: not at all', { 'retry-after': '-5' }, undefined],
    [
      'from the reset of GitHub’s limit',
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(now + 5) },
      5000,
    ],
    [
      'not from a limit that has something left',
      { 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': String(now + 5) },
      undefined,
    ],
  ])('%s', (_, headers, expected) => {
    expect(retryAfter(answer(429, headers), now)).toBe(expected)
  })
})

it.each<[number, Record<string, string>, boolean]>([
  [429, {}, true],
  [503, {}, true],
  [403, { 'retry-after': '60' }, true],
  [403, { 'x-ratelimit-remaining': '0' }, true],
  [403, { 'x-ratelimit-remaining': '12' }, false],
  [403, {}, false],
  [404, {}, false],
])('an answer %s %j asks to slow down: %s', (status, headers, expected) => {
  expect(asksToSlowDown(answer(status, headers))).toBe(expected)
})

it('pauses between attempts double, are jittered, and end at eight seconds', () => {
  const least = [2, 3, 4, 5, 9].map(next => backoff(next, () => 0))
  const most = [2, 3, 4, 5, 9].map(next => backoff(next, () => 1))
  expect(least).toEqual([125, 250, 500, 1000, 4000])
  expect(most).toEqual([250, 500, 1000, 2000, 8000])
})

describe('a budget', () => {
  it('counts requests', () => {
    const budget = createBudget({ requests: 2 }, () => 0)
    budget.spend()
    budget.spend()
    expect(() => budget.spend()).toThrow(/2 requests/)
  })

  it('ends with its time, and does not wait beyond it', () => {
    let clock = 0
    const budget = createBudget({ seconds: 10 }, () => clock)
    budget.wait(9_000)
    expect(() => budget.wait(10_000)).toThrow(/asks to wait 10 s/)
    clock = 10_000
    expect(() => budget.spend()).toThrow(/10 s/)
    expect(budget.left()).toBe(0)
  })

  it('never waits longer than a quarter of an hour at once', () => {
    expect(() => createBudget({}, () => 0).wait(16 * 60_000)).toThrow(/asks to wait 960 s/)
  })
})

describe('the next page is', () => {
  it.each<[string, string, string | undefined]>([
    ['what rel=next says', '</v2/a/tags/list?n=1&last=x>; rel="next"', '/v2/a/tags/list?n=1&last=x'],
    ['without quotes', '</x>; rel=next', '/x'],
    ['among several rels', '</x>; rel="last next"', '/x'],
    ['among several links', '</p>; rel="prev", </n>; rel="next", </l>; rel="last"', '/n'],
    ['behind other parameters', '</x>; title="a; b"; rel=next', '/x'],
    ['not rel=nextish', '</x>; rel=nextish', undefined],
    ['nothing in nothing', '', undefined],
    ['nothing without an end', '</x; rel=next', undefined],
  ])('%s', (_, header, expected) => {
    expect(nextLink(header)).toBe(expected)
  })

  const current = new URL('https://registry.test/v2/a/tags/list?n=1000')
  it.each<[string, object]>([
    ['/v2/a/tags/list?last=b', { path: '/v2/a/tags/list?last=b' }],
    ['?last=b', { path: '/v2/a/tags/list?last=b' }],
    ['https://registry.test/v2/a/tags/list?last=b', { path: '/v2/a/tags/list?last=b' }],
    ['http://registry.test/v2/a/tags/list', { refused: 'its Link leads to http://registry.test' }],
    [
      'https://registry.test.evil.test/v2/a/tags/list',
      { refused: 'its Link leads to https://registry.test.evil.test' },
    ],
    ['//evil.test/v2/a/tags/list', { refused: 'its Link leads to https://evil.test' }],
    ['/v2/b/tags/list', { refused: 'its Link leads to /v2/b/tags/list' }],
    ['/v2/a/tags/../../../x', { refused: 'its Link leads to /x' }],
  ])('%s: followed only within the same listing', (link, expected) => {
    expect(nextPage(link, current)).toEqual(expected)
  })
})

describe('how far two clocks are apart is', () => {
  const seen = (...dates: Record<string, string>[]) => {
    const skew = createSkew(() => now)
    for (const headers of dates) skew.see(headers)
    return skew.seconds()
  }
  it.each<[string, Record<string, string>[], number | undefined]>([
    ['unknown without a date', [{}], undefined],
    ['unknown with nonsense', [{ date: 'yesterday' }], undefined],
    ['the difference', [{ date: dateAt(now - 400) }], 400],
    ['the difference into the future', [{ date: dateAt(now + 400) }], 400],
    ['less the age of an answer from a cache', [{ date: dateAt(now - 400), age: '395' }], 5],
    ['the least of several', [{ date: dateAt(now - 400) }, { date: dateAt(now - 1) }], 1],
  ])('%s', (_, dates, expected) => {
    expect(seen(...dates)).toBe(expected)
  })
})
