import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HygieneError } from '../../src/outcome/index.ts'
import { classify, formatPolicy, nearestTag } from '../../src/policy/index.ts'
import { load } from './policies.ts'

const million = 1024 * 1024
/** Milliseconds; a backtracking or quadratic reader needs minutes. Generous for a busy machine. */
const longest = 15_000

/** A policy, or a clear refusal whose every finding has a place and is one visible line. Never anything else. */
function judge(text: string): 'policy' | 'refused' {
  const before = performance.now()
  try {
    const loaded = load(text)
    expect(load(formatPolicy(loaded)).digest).toBe(loaded.digest)
    return 'policy'
  } catch (error) {
    if (!(error instanceof HygieneError)) throw error
    expect(error.code).toBe('bad-policy')
    expect(error.findings.length).toBeGreaterThan(0)
    expect(error.findings.length).toBeLessThanOrEqual(101)
    for (const { message, fix = '', location } of error.findings) {
      if (!message.startsWith('and ')) expect(location?.line).toBeGreaterThan(0)
      expect(message.length + fix.length).toBeLessThan(2000)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the question
      expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/)
    }
    return 'refused'
  } finally {
    expect(performance.now() - before).toBeLessThan(longest)
  }
}

const repeat = (text: string) => text.repeat(Math.floor(million / text.length))
const lines = (of: (index: number) => string, count: number) =>
  Array.from({ length: count }, (_, index) => of(index)).join('\n')
const bomb = `a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n${lines(
  index => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(',')}]`,
  12,
)}\nforbid: *a12`

describe('a policy of a megabyte', () => {
  test.each<[string, string]>([
    ['an alias bomb', bomb],
    ['a bomb of mappings', bomb.replaceAll('[', '{ k: [').replaceAll(']', '] }')],
    ['brackets', repeat('[')],
    ['braces', repeat('{')],
    ['dashes', repeat('- ')],
    ['question marks', repeat('? ')],
    ['colons', repeat(': ')],
    ['commas', `[${repeat(',')}]`],
    ['one quote', `forbid: ["${'a'.repeat(million - 20)}`],
    ['one long text', `forbid: ["${'a'.repeat(million - 20)}"]`],
    ['one long plain word', `unknown: ${'a'.repeat(million - 20)}`],
    ['one long key', `${'a'.repeat(million - 20)}: 1`],
    ['escapes', `forbid: ["${repeat('\\u0000').slice(0, -30)}"]`],
    ['backslashes', `forbid: ["${'\\'.repeat(million - 20)}`],
    ['tabs', '\t'.repeat(million)],
    ['newlines', '\n'.repeat(million)],
    ['carriage returns', '\r'.repeat(million)],
    ['spaces', ' '.repeat(million)],
    ['NUL', '\0'.repeat(million)],
    ['exclamation marks', '!'.repeat(million)],
    ['ampersands', '&'.repeat(million)],
    ['aliases', repeat('*a ')],
    ['documents', repeat('---\n')],
    ['directives', repeat('%YAML 1.2\n')],
    ['comments', repeat('# x\n')],
    ['keys', lines(index => `k${index}: 1`, 80_000)],
    ['keys under the limit', lines(index => `k${index}: 1`, 14_000)],
    ['classes', `classes:\n${lines(index => `  c${index}: { tags: ['c${index}-*'], expires: 1d }`, 4000)}`],
    ['forbidden tags', `forbid:\n${lines(index => `  - 'a${index}-{sha}*'`, 15_000)}`],
    ['bad templates', `forbid:\n${lines(() => `  - '{semvr}'`, 15_000)}`],
    ['the same key', lines(() => 'forbid: [a]', 10_000)],
    ['steps', lines(index => `${' '.repeat(index)}a:`, 1400)],
    ['block text', `a: |\n${repeat(' a\n').slice(0, -20)}`],
    ['folded text', `a: >\n${repeat(' \n').slice(0, -20)}`],
    ['plain lines', `a: b\n${repeat(' c\n').slice(0, -20)}`],
    ['anchors', lines(index => `- &a${index} x`, 80_000)],
    ['errors', lines(() => 'a: b: c', 14_000)],
    ['tab errors', lines(() => '\ta: b', 14_000)],
    ['surrogates', '\ud800'.repeat(300_000)],
    ['whales', '🐳'.repeat(260_000)],
    ['more than that', `# ${'x'.repeat(million)}`],
    ['more than that in bytes', `# ${'ä'.repeat(million / 2)}`],
  ])('of %s is done soon', (_, text) => {
    judge(text)
  })

  test('an alias bomb is refused for what it unfolds to', () => {
    expect(judge(bomb)).toBe('refused')
  })

  test('is counted in bytes, not in characters', () => {
    expect(judge(`# ${'ä'.repeat(million / 2 - 2)}`)).toBe('policy')
    expect(judge(`# ${'ä'.repeat(million / 2)}`)).toBe('refused')
  })
})

const words = [
  ...[
    'version',
    'extends',
    'images',
    'classes',
    'release',
    'tags',
    'expires',
    'keep',
    'newest',
    'forbid',
    'lock',
  ],
  ...[
    'in-use',
    'none',
    'cleanup',
    'limits',
    'share',
    '50%',
    '3d',
    'never',
    'superseded',
    'off',
    'aliases',
    'x',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '<<',
    "'v{semver}'",
    "'*'",
    "'{'",
    '&a',
    '*a',
    '!!str',
    '!x',
    '"\\0"',
  ],
  ...[
    '1',
    '0',
    '-1',
    '1e9',
    'null',
    '~',
    'true',
    '2027-01-31',
    '0x1F',
    '.inf',
    '::error::',
    '$(id)',
    "'ghcr.io/**'",
  ],
]
const glue = [
  ': ',
  ':\n  ',
  '\n',
  '\n  ',
  '\n- ',
  ', ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|\n',
  '#',
  '\t',
  '\r\n',
  '---\n',
  ' ',
]
const soup = fc.string({ unit: fc.constantFrom(...words, ...glue), maxLength: 40 })

const value: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      0,
      1,
      1.5,
      -1,
      'off',
      'none',
      '3d',
      'never',
      'x',
      '50%',
      '*',
      '{sha}',
      'a\nb',
      '\u0000',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...words.filter(word => /^[a-z_<-]+$/i.test(word))), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value

const keys = [
  ...[
    'version',
    'extends',
    'lock',
    'images',
    'aliases',
    'classes',
    'forbid',
    'unknown',
    'labels',
    'base',
    'lint',
  ],
  ...['scan', 'layers', 'sign', 'in-use', 'cleanup'],
]
const shaped = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 6 })

describe('any text', () => {
  test('of YAML words and signs is a policy or a clear refusal', () => {
    fc.assert(
      fc.property(soup, text => {
        judge(text)
      }),
      { numRuns: 1500 },
    )
  })

  test('of any characters is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        judge(text)
      }),
      { numRuns: 500 },
    )
  })

  test('with the right keys and any values is, and one file is judged alone as well as over another', () => {
    fc.assert(
      fc.property(shaped, shaped, (first, second) => {
        judge(JSON.stringify(first))
        try {
          load(JSON.stringify(first), JSON.stringify(second))
        } catch (error) {
          expect(error).toBeInstanceOf(HygieneError)
          expect(error).toMatchObject({ code: 'bad-policy' })
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('any tag', () => {
  const { policy } = load(`
forbid: [latest, 'test*']
classes:
  branch: { on: push, tags: ['{branch}-{sha:7}', '*-{semver}-*-{date}*'], expires: 1d }
  rest: { tags: ['*'], expires: 1d }
`)

  test('is classified and answered, however strange', () => {
    const tag = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), soup)
    fc.assert(
      fc.property(tag, text => {
        for (const match of classify(text, policy)) expect(policy.classes[match.class]).toBe(match.rule)
        const meant = nearestTag(text, policy)
        if (meant !== undefined)
          expect(classify(meant.tag, policy).map(one => one.class)).toContain(meant.class)
      }),
      { numRuns: 3000 },
    )
  })

  test('a hundred thousand of them are classified within seconds', () => {
    const before = performance.now()
    let found = 0
    for (let index = 0; index < 100_000; index++) {
      found += classify(`feature-${index}-1.2.${index}-rc-20261121-abcdef0`, policy).length
    }
    expect(found).toBe(100_000)
    expect(performance.now() - before).toBeLessThan(30_000)
  })
})
