import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inCode, inMarkdown, oneLine, withoutCommands } from '../../src/report/index.ts'
import { hostileText } from './findings.ts'

/** How the runner finds a command in a line: it trims, looks for `::` in front, and for `##[` anywhere. */
function isCommand(line: string): boolean {
  return line.trim().startsWith('::') || line.includes('##[')
}

describe('text for a log', () => {
  test('no line is ever a workflow command', () => {
    fc.assert(
      fc.property(fc.array(hostileText), parts => {
        const lines = withoutCommands(parts.join('')).split(/\r\n|[\n\r\u0085\u2028\u2029]/)
        expect(lines.filter(isCommand)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['a\r::error::x', 'a carriage return starts a line for some readers'],
    ['\u00a0::error::x', 'the runner trims every kind of white space'],
    ['\ufeff::error::x', 'a byte order mark is trimmed as well'],
  ])('%j: %s', text => {
    expect(
      withoutCommands(text)
        .split(/[\n\r]/)
        .filter(isCommand),
    ).toEqual([])
  })

  test('one line stays one line, with nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(hostileText, text => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
        expect(oneLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/)
      }),
    )
  })
})

describe('text for Markdown', () => {
  test.each([
    ['@everyone', '&#64;&#8203;everyone'],
    ['closes #12', 'closes \\#&#8203;12'],
    ['fixes GH-7', 'fixes GH\\-&#8203;7'],
    ['[x](http://evil.example)', '\\[x\\]\\(http&#58;//evil.example\\)'],
    ['<img src=x>', '\\<img src=x\\>'],
  ])('%s is shown, not obeyed', (text, shown) => {
    expect(inMarkdown(text)).toBe(shown)
  })

  test('code is back-ticks where the text is plain, entities where it is not', () => {
    expect(inCode('ghcr.io/acme/app:v1.2.0')).toBe('`ghcr.io/acme/app:v1.2.0`')
    expect(inCode('a`b|c')).toBe('<code>a&#96;b&#124;c</code>')
  })
})
