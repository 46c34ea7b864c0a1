import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { refusesLicence } from '../../../src/gates/scan/licence.ts'

describe('a list of refused licences', () => {
  test.each([
    ['the id itself', ['AGPL-3.0-only'], 'AGPL-3.0-only', true],
    ['in any case of letters', ['agpl-3.0-only'], 'AGPL-3.0-Only', true],
    ['another', ['AGPL-3.0-only'], 'MIT', false],
    ['an id without its ending stands for all kinds', ['AGPL-3.0'], 'AGPL-3.0-only', true],
    ['or later too', ['AGPL-3.0'], 'AGPL-3.0-or-later', true],
    ['in the older spelling', ['AGPL-3.0'], 'AGPL-3.0+', true],
    ['the old id is the one that says only', ['AGPL-3.0-only'], 'AGPL-3.0', true],
    ['but not later', ['AGPL-3.0-only'], 'AGPL-3.0-or-later', false],
    ['nor another version', ['GPL-2.0'], 'GPL-3.0-only', false],
    ['nor a longer id', ['GPL-2.0'], 'LGPL-2.0', false],
    ['of alternatives one that is allowed is enough', ['AGPL-3.0'], '(MIT OR AGPL-3.0)', false],
    ['of alternatives all are refused', ['AGPL-3.0', 'SSPL-1.0'], 'SSPL-1.0 OR AGPL-3.0', true],
    ['of what holds together one is too many', ['AGPL-3.0'], 'MIT AND AGPL-3.0+', true],
    ['brackets', ['GPL-3.0'], '(MIT OR Apache-2.0) AND GPL-3.0-or-later', true],
    ['brackets around what can be avoided', ['GPL-3.0'], 'MIT AND (GPL-3.0-only OR Apache-2.0)', false],
    ['AND binds closer', ['GPL-3.0'], 'MIT OR GPL-3.0-only AND Zlib', false],
    ['with an exception it is still that licence', ['GPL-2.0'], 'GPL-2.0 WITH Classpath-exception-2.0', true],
    ['named with its exception', ['GPL-2.0 WITH X'], 'MIT AND GPL-2.0 WITH X', true],
    ['a name with blanks', ['GNU  AGPLv3'], 'GNU AGPLv3', true],
    ['a name with brackets', ['BSD (3-clause)'], 'BSD (3-clause)', true],
    ['no expression: any of its words', ['AGPL-3.0'], 'AGPL-3.0 AND (MIT', true],
    ['no expression: none of its words', ['AGPL-3.0'], 'MIT AND OR (', false],
    ['an empty list', [], 'AGPL-3.0-only', false],
    ['no name', ['AGPL-3.0'], '', false],
  ] as const)('%s', (_, refused, licence, expected) => {
    expect(refusesLicence(refused, licence)).toBe(expected)
  })

  test('is soon through with any text, brackets by the million among them', () => {
    expect(refusesLicence(['MIT'], '('.repeat(1_000_000))).toBe(false)
    expect(refusesLicence(['MIT'], `${'(MIT OR '.repeat(100_000)}Zlib`)).toBe(true)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void refusesLicence(['MIT'], text)))
  })

  test('refuses an expression exactly where its truth table says so', () => {
    const name = fc.constantFrom('A-1.0', 'B-1.0', 'C-1.0', 'D-1.0')
    type Tree = string | { readonly by: 'AND' | 'OR'; readonly of: readonly [Tree, Tree] }
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        name,
        fc.record({
          by: fc.constantFrom('AND' as const, 'OR' as const),
          of: fc.tuple(tie('tree'), tie('tree')),
        }),
      ),
    }))
    const text = (node: Tree): string =>
      typeof node === 'string' ? node : `(${text(node.of[0])} ${node.by} ${text(node.of[1])})`
    const bad = (node: Tree, refused: readonly string[]): boolean => {
      if (typeof node === 'string') return refused.includes(node)
      const [left, right] = node.of.map(one => bad(one, refused)) as [boolean, boolean]
      return node.by === 'AND' ? left || right : left && right
    }
    fc.assert(
      fc.property(tree, fc.subarray(['A-1.0', 'B-1.0', 'C-1.0', 'D-1.0']), (node, refused) => {
        expect(refusesLicence(refused, text(node))).toBe(bad(node, refused))
      }),
    )
  })
})
