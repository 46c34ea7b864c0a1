import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { model } from './model.ts'
import { mustGo } from './oracle.ts'
import { going, settle } from './scene.ts'

const runs = Number(process.env['MODEL_RUNS'] ?? 1000)
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000_007)

describe(`${runs} random registries, seed ${seed}`, () => {
  it('what must go, goes, and nothing else', () => {
    let something = 0
    fc.assert(
      fc.property(model, ({ scenes, question, world }) => {
        const { decision } = settle(scenes, question)
        const expected = mustGo(world)
        if (expected.size > 0) something++
        const actual = decision.repositories.flatMap(({ repository, images }) =>
          images.flatMap(({ head, fate }) =>
            (fate.goes ? [head, ...fate.with] : []).map(digest => `${repository}@${digest}`),
          ),
        )
        expect(new Set(actual)).toEqual(expected)
        expect(actual.length).toBe(new Set(actual).size)
      }),
      { numRuns: runs, seed },
    )
    console.log(`something goes in ${something} of ${runs}`)
    void going
  })
})
