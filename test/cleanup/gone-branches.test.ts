import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goneBranches } from '../../src/cleanup/gone-branches.ts'
import type { DeletedBranch } from '../../src/forge/index.ts'
import { compileTemplate } from '../../src/policy/index.ts'

/** A forge with these branches, and these deletions, the newest first; `read` counts what was looked at. */
function forgeWith(there: readonly string[], deleted: readonly DeletedBranch[]) {
  const forge = {
    read: 0,
    branches: async () => there,
    async *deletedBranches() {
      for (const one of deleted) {
        forge.read++
        yield one
      }
    },
  }
  return forge
}

/** What a tag of this branch says. */
function slugOf(branch: string, text = 'br-{branch}'): string {
  const template = compileTemplate(text)
  if ('fault' in template) throw new Error(template.fault)
  const tag = template.make({ branch, sha: '0123456789abcdef0123456789abcdef01234567' })
  if (typeof tag !== 'string') throw new Error(tag.fault)
  return template.match(tag)?.branch ?? ''
}

const long = `feature/${'a-very-long-name/'.repeat(10)}`

describe('a branch is gone', () => {
  test.each([
    ['a plain name', 'menu', 'br-{branch}'],
    ['a name with what no tag may hold', 'feature/new menu', 'br-{branch}'],
    ['a name that was cut', long, 'br-{branch}'],
    ['a name that was cut to make room for a commit', long, 'br-{branch}-{sha}'],
    ['a name of which nothing was left', '…', '{branch}'],
  ])('since it was deleted: %s', async (_, branch, template) => {
    const slug = slugOf(branch, template)
    const forge = forgeWith(['main'], [{ name: branch, at: 7 }])
    expect(await goneBranches(new Set([slug]), forge)).toEqual(new Map([[slug, 7]]))
  })

  test('since its last deletion, where there were several', async () => {
    const deleted = [9, 7].map(at => ({ name: 'menu', at }))
    expect(await goneBranches(new Set(['menu']), forgeWith([], deleted))).toEqual(new Map([['menu', 9]]))
  })

  test.each([
    ['it is there', ['menu'], []],
    ['it is there again', ['menu'], [{ name: 'menu', at: 7 }]],
    ['another one with the same slug is there', ['feature-menu'], [{ name: 'feature/menu', at: 7 }]],
    ['nobody tells of a deletion', [], [{ name: 'other', at: 7 }]],
  ])('but not when %s', async (_, there, deleted) => {
    const slugs = new Set(['menu', 'feature-menu'])
    const forge = forgeWith([...there, 'feature-menu'], deleted)
    expect(await goneBranches(slugs, forge)).toEqual(new Map())
  })

  test('no branch that is there is ever gone, whatever was deleted', async () => {
    const name = fc.string({ minLength: 1, maxLength: 200, unit: fc.constantFrom(...'aB-_./ é0') })
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 6 }), name, async (there, other) => {
        const slugs = new Set([...there, other].map(branch => slugOf(branch)))
        const forge = forgeWith(
          there,
          [other, ...there].map(name => ({ name, at: 7 })),
        )
        const gone = await goneBranches(slugs, forge)
        for (const branch of there) expect(gone.has(slugOf(branch))).toBe(false)
        if (!there.some(branch => slugOf(branch) === slugOf(other))) expect(gone.get(slugOf(other))).toBe(7)
      }),
    )
  })

  test('nothing is asked without previews, and no history when all of them are there', async () => {
    const forge = forgeWith(['menu'], [{ name: 'old', at: 7 }])
    await goneBranches(new Set(['menu']), forge)
    expect(forge.read).toBe(0)
    const deaf = {
      branches: () => Promise.reject(new Error('asked')),
      deletedBranches: forge.deletedBranches,
    }
    expect(await goneBranches(new Set(), deaf)).toEqual(new Map())
  })

  test('the history is read only as far as it takes', async () => {
    const deleted = ['a', 'b', 'c', 'd'].map((name, index) => ({ name, at: 10 - index }))
    const forge = forgeWith([], deleted)
    await goneBranches(new Set(['a', 'b']), forge)
    expect(forge.read).toBe(2)
  })
})
