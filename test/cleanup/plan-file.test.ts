import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../../src/cleanup/decision.ts'
import {
  carriedKeeps,
  formatLine,
  formatPlan,
  type Plan,
  type PlanLine,
  planId,
  planLines,
} from '../../src/cleanup/plan-file.ts'
import { parsePlan, readPlan } from '../../src/cleanup/plan-file-parse.ts'
import type { Digest, Repository, Tag } from '../../src/image/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'

const policy = `sha256:${'a'.repeat(64)}`
const digest = (n: number) => `sha256:${n.toString(16).padStart(64, '0')}` as Digest
const repository = 'ghcr.io/acme/app' as Repository
const line = (n: number, more: Partial<PlanLine> = {}): PlanLine => ({
  action: 'delete',
  repository,
  head: digest(n),
  tags: [`pr-${n}` as Tag],
  class: 'preview',
  reason: 'expired',
  with: [],
  ...more,
})
const file = (lines: readonly PlanLine[]) => formatPlan({ policy, sources: ['prod'] }, lines)
const parsed = (text: string): Plan => {
  const plan = parsePlan(text)
  if ('faults' in plan)
    throw new Error(plan.faults.map(fault => `${fault.line}: ${fault.message}`).join('\n'))
  return plan
}
const faultsOf = (text: string) => {
  const plan = parsePlan(text)
  return 'faults' in plan ? plan.faults : []
}

const anyLine = fc.record({
  action: fc.constantFrom('delete' as const, 'keep' as const),
  repository: fc.constantFrom(
    'ghcr.io/acme/app',
    'ghcr.io/acme/web',
    '127.0.0.1:5000/team/a',
  ) as fc.Arbitrary<Repository>,
  head: fc.nat(500).map(digest),
  tags: fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,20}$/), {
    maxLength: 4,
  }) as unknown as fc.Arbitrary<Tag[]>,
  class: fc.option(fc.constantFrom('preview', 'commit', 'übrig', 'two words')),
  reason: fc.constantFrom('expired', 'superseded', 'untagged', 'ended'),
  with: fc.uniqueArray(fc.nat(1000).map(digest), { maxLength: 5 }),
})
const anyLines = fc.uniqueArray(anyLine, {
  selector: item => `${item.repository}@${item.head}`,
  maxLength: 30,
})

describe('the plan file', () => {
  test('gives the same bytes whatever order lines, tags, children and sources come in', () => {
    fc.assert(
      fc.property(anyLines, fc.infiniteStream(fc.nat()), (lines, numbers) => {
        const shuffle = <T>(items: readonly T[]) =>
          items
            .map(item => ({ item, at: numbers.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const other = shuffle(lines).map(item => ({
          ...item,
          tags: shuffle(item.tags),
          with: shuffle(item.with),
        }))
        expect(formatPlan({ policy, sources: shuffle(['b', 'a', 'c']) }, other)).toBe(
          formatPlan({ policy, sources: ['a', 'b', 'c'] }, lines),
        )
      }),
    )
  })

  test('reads back what it writes, and writes it again byte for byte', () => {
    fc.assert(
      fc.property(anyLines, lines => {
        const text = file(lines)
        const plan = parsed(text)
        expect(plan.header.plan).toBe(planId(lines))
        expect(formatPlan(plan.header, plan.lines)).toBe(text)
      }),
    )
  })

  test('has no line that is not one JSON object, LF only, and ends with a line end', () => {
    const text = file([line(1), line(2)])
    expect(text.endsWith('\n')).toBe(true)
    expect(text).not.toContain('\r')
    expect(
      text
        .trimEnd()
        .split('\n')
        .map(row => Object.keys(JSON.parse(row))[0]),
    ).toEqual(['schema', 'action', 'action'])
  })

  test.each<[string, (text: string) => string]>([
    ['a byte-order mark', text => `\uFEFF${text}`],
    ['CRLF from a web editor', text => text.replaceAll('\n', '\r\n')],
    ['no line end at the end', text => text.trimEnd()],
    ['blank lines', text => text.replaceAll('\n', '\n\n')],
    ['blanks between tokens', text => text.replaceAll('":', '" : ').replaceAll(',"', ', "')],
    [
      'lines in another order',
      text => [text.split('\n')[0], ...text.trimEnd().split('\n').slice(1).reverse()].join('\n'),
    ],
  ])('passes with %s', (_, change) => {
    expect(
      parsed(change(file([line(1), line(2)])))
        .lines.map(formatLine)
        .sort(),
    ).toEqual([line(1), line(2)].map(formatLine).sort())
  })

  test('keeps the id of the proposal when a reviewer strikes a line, so that the edit shows', () => {
    const plan = parsed(
      file([line(1), line(2)])
        .split('\n')
        .filter(row => !row.includes(digest(2)))
        .join('\n'),
    )
    expect(plan.lines).toHaveLength(1)
    expect(plan.header.plan).toBe(planId([line(1), line(2)]))
    expect(planId(plan.lines)).not.toBe(plan.header.plan)
  })

  const one = file([line(1)])
  const header = one.split('\n')[0] ?? ''
  const body = formatLine(line(1))
  test.each<[string, string, number, RegExp]>([
    ['nothing', '', 1, /header is missing/],
    ['no header', `${body}\n`, 1, /no plan header/],
    ['another schema', one.replace('/v1', '/v2'), 1, /plan\/v2/],
    ['a header with a wrong policy digest', one.replace(policy, 'sha256:abc'), 1, /policy is/],
    ['a header whose sources are a text', one.replace('["prod"]', '"prod"'), 1, /sources/],
    ['an unknown key', `${header}\n${body.replace('{', '{"force":true,')}`, 2, /unknown key "force"/],
    [
      'the key __proto__',
      `${header}\n${body.replace('{', '{"__proto__":{},')}`,
      2,
      /unknown key "__proto__"/,
    ],
    ['a missing key', `${header}\n${body.replace('"class":"preview",', '')}`, 2, /class is missing/],
    ['an action of its own', `${header}\n${body.replace('delete', 'purge')}`, 2, /action is "purge"/],
    ['an action that stands twice', `${header}\n${body.replace('{', '{"action":"keep",')}`, 2, /twice/],
    ['an action in escapes', `${header}\n${body.replace('"delete"', '"\\u0064elete"')}`, 2, /escaped/],
    ['a repeated line', `${header}\n${body}\n${body}`, 3, /stands in line 2/],
    [
      'one image deleted and kept',
      `${header}\n${body}\n${body.replace('delete', 'keep')}`,
      3,
      /stands in line 2/,
    ],
    ['a wrong digest', `${header}\n${body.replace(digest(1), 'sha256:1')}`, 2, /head is/],
    [
      'an upper-case digest',
      `${header}\n${body.replace(digest(1), `sha256:${'A'.repeat(64)}`)}`,
      2,
      /head is/,
    ],
    [
      'a repository in its short form',
      `${header}\n${body.replace(repository, 'alpine')}`,
      2,
      /instead of docker.io/,
    ],
    ['a repository with a way out', `${header}\n${body.replace(repository, 'ghcr.io/../x')}`, 2, /no part/],
    ['a tag that is none', `${header}\n${body.replace('pr-1', 'pr 1')}`, 2, /no list of tags/],
    [
      'a tag that stands twice',
      `${header}\n${body.replace('["pr-1"]', '["pr-1","pr-1"]')}`,
      2,
      /tag stands twice/,
    ],
    [
      'a class with an escape sequence',
      `${header}\n${body.replace('preview', '\\u001b[31mpreview')}`,
      2,
      /class is/,
    ],
    ['a line that is no JSON', `${header}\n${body}\n<<<<<<< HEAD`, 3, /no JSON/],
    ['a line that is a list', `${header}\n[]`, 2, /no JSON object/],
    ['deep nesting', `${header}\n${'['.repeat(100_000)}`, 2, /no JSON/],
  ])('refuses %s and names the line', (_, text, at, message) => {
    const [fault] = faultsOf(text)
    expect(fault).toMatchObject({ line: at, message: expect.stringMatching(message) })
  })

  test('throws every fault as a finding with file and line, and says what to do', () => {
    const text = `${header}\n${body.replace('delete', 'purge')}\n{}`
    const error = (() => {
      try {
        return readPlan(text, 'plan.jsonl')
      } catch (thrown) {
        return thrown
      }
    })()
    expect(error).toBeInstanceOf(HygieneError)
    expect((error as HygieneError).exitCode).toBe(2)
    expect((error as HygieneError).findings.map(finding => finding.location)).toEqual([
      { file: 'plan.jsonl', line: 2 },
      { file: 'plan.jsonl', line: 3 },
    ])
  })

  test('reads 100,000 lines in seconds, and stops early in 100,000 lines of garbage', () => {
    const many = Array.from({ length: 100_000 }, (_, n) => line(n))
    expect(parsed(file(many)).lines).toHaveLength(100_000)
    expect(faultsOf(`${header}\n${'{"x":1}\n'.repeat(100_000)}`)).toHaveLength(20)
  })
})

describe('the lines of a plan', () => {
  const decision: Decision = {
    repositories: [
      {
        repository,
        held: [],
        order: [],
        bytes: 0,
        images: [
          {
            repository,
            head: digest(1),
            tags: ['pr-1' as Tag],
            class: 'preview',
            fate: {
              goes: true,
              because: 'expired',
              rule: { path: 'classes.preview.expires' },
              with: [digest(9)],
              bytes: 7,
            },
          },
          {
            repository,
            head: digest(2),
            tags: ['v1.0.0' as Tag],
            class: 'release',
            fate: { goes: false, because: 'never-expires', detail: 'classes.release never expires' },
          },
          {
            repository,
            head: digest(3),
            tags: [],
            fate: { goes: true, because: 'untagged', rule: { path: 'cleanup.untagged' }, with: [], bytes: 1 },
          },
        ],
      },
    ],
  }

  test('are the images that go, and nothing else', () => {
    expect(planLines(decision, [])).toEqual([
      line(1, { with: [digest(9)] }),
      line(3, { tags: [], class: null, reason: 'untagged' }),
    ])
  })

  test('carry keep lines along unchanged, and a kept image is not proposed again', () => {
    const keep = line(1, { action: 'keep', reason: 'superseded' })
    expect(planLines(decision, [keep])).toEqual([
      keep,
      line(3, { tags: [], class: null, reason: 'untagged' }),
    ])
  })

  test('drop a keep line when its image is gone for sure', () => {
    const plan = parsed(file([line(1, { action: 'keep' }), line(2, { action: 'keep' }), line(3)]))
    expect(carriedKeeps(plan, (_, head) => head !== digest(2)).map(item => item.head)).toEqual([digest(1)])
  })
})
