import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Safety, safety } from '../../src/cleanup/decide.ts'
import type { Decision } from '../../src/cleanup/decision.ts'
import { parseMetadataTag } from '../../src/image/index.ts'
import { type Model, model } from './model.ts'
import { mustGo, type OracleRepository } from './oracle.ts'
import { ask, policyOf, settle } from './scene.ts'

// MODEL_CASES registries a property; MODEL_SEED repeats a run, and fast-check prints the path of a failure.
const cases = Number(process.env['MODEL_CASES'] ?? 200)
/** Properties that decide every registry twice see fewer of them. */
const fewer = Math.ceil(cases / 4)
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000_007)
const long = { timeout: 600_000 }

let decided = 0
let somethingWent = 0

describe(`${cases} random registries, policies and inventories (MODEL_SEED=${seed})`, () => {
  it(
    'lets go what a brute-force reading of the contract lets go, nothing else, and breaks no promise',
    long,
    () => {
      check(cases, one => {
        const { decision } = settle(one.scenes, one.question)
        const expected = mustGo(one.world)
        decided++
        if (expected.size > 0) somethingWent++
        const went = gone(decision)
        expect(new Set(went)).toEqual(expected)
        expect(went.length, 'goes once').toBe(expected.size)
        for (const repository of one.world.repositories) {
          keepsItsPromises(repository, one, decision)
          hasOneReasonEach(repository, decision)
        }
      })
    },
  )

  it('decides the same on demand as with everything known, in fewer reads', long, () => {
    check(fewer, one => {
      const onDemand = settle(one.scenes, one.question)
      const known = ask(
        one.scenes.map(scene => scene.whole()),
        one.question,
      )
      expect(linesOf(known as Decision)).toEqual(linesOf(onDemand.decision))
    })
  })

  it('does not depend on the order in which a registry answers', long, () => {
    check(fewer, one => {
      const forward = settle(one.scenes, one.question).decision
      for (const scene of one.scenes) {
        reverse(scene.tags)
        reverse(scene.manifests)
        reverse(scene.pushed)
      }
      const backward = settle([...one.scenes].reverse(), one.question).decision
      expect(JSON.stringify(backward)).toBe(JSON.stringify(forward))
    })
  })

  // Which image is the last of a repository, or the one too many, changes with the others: see the next property.
  const unlimited: Safety = { ...safety, limits: [] }

  it('never lets more go for one more root, use, keep line or failure', long, () => {
    fc.assert(
      fc.property(
        model,
        fc.nat({ max: 999 }),
        fc.constantFrom('use', 'tag use', 'keep', 'gap', 'usage gap', 'root'),
        (one, pick, what) => {
          const before = new Set(gone(settle(one.scenes, one.question, unlimited).decision))
          const more = add(one, pick, what)
          const after = gone(settle(one.scenes, more, unlimited).decision)
          expect(after.filter(digest => !before.has(digest))).toEqual([])
        },
      ),
      { numRuns: fewer, seed },
    )
  })

  it('stays below its limits, lets only less go for them, and never takes the last image', long, () => {
    const limits = fc.record({
      deletions: fc.integer({ min: 0, max: 4 }),
      share: fc.constantFrom(0, 0.1, 0.34, 0.5, 1),
    })
    fc.assert(
      fc.property(model, limits, (one, bound) => {
        const free = new Set(gone(settle(one.scenes, one.question, unlimited).decision))
        const { policy } = one.question.policy
        const question = {
          ...one.question,
          policy: policyOf({ classes: policy.classes, cleanup: { ...policy.cleanup, limits: bound } }),
        }
        const { decision } = settle(one.scenes, question)
        expect(gone(decision).filter(digest => !free.has(digest))).toEqual([])
        const heads = decision.repositories.flatMap(({ images }) => images.filter(({ fate }) => fate.goes))
        expect(heads.length).toBeLessThanOrEqual(bound.deletions)
        for (const { images, repository } of decision.repositories) {
          const tagged = images.filter(({ tags }) => tags.some(tag => parseMetadataTag(tag) === undefined))
          const going = tagged.filter(({ fate }) => fate.goes).length
          expect(going, repository).toBeLessThanOrEqual(Math.floor(tagged.length * bound.share))
          if (tagged.length > 0) expect(going, repository).toBeLessThan(tagged.length)
        }
      }),
      { numRuns: fewer, seed },
    )
  })

  afterAll(() => {
    console.log(`seed ${seed}: something went in ${somethingWent} of ${decided} registries`)
    expect(somethingWent / decided).toBeGreaterThanOrEqual(0.7)
  })
})

function check(numRuns: number, property: (one: Model) => void): void {
  fc.assert(fc.property(model, property), { numRuns, seed })
}

/** All that a plan says of what goes. Why something stays may have more reasons where more is known. */
function linesOf({ repositories }: Decision): readonly object[] {
  return repositories.flatMap(({ images, order }) => [
    { order },
    ...images.flatMap(({ fate, ...image }) =>
      fate.goes ? [{ ...image, because: fate.because, rule: fate.rule, with: fate.with }] : [],
    ),
  ])
}

function gone({ repositories }: Decision): readonly string[] {
  return repositories.flatMap(({ repository, images }) =>
    images.flatMap(({ head, fate }) =>
      (fate.goes ? [head, ...fate.with] : []).map(digest => `${repository}@${digest}`),
    ),
  )
}

/** The invariants, each read off the registry's own content. */
function keepsItsPromises(repository: OracleRepository, { world }: Model, decision: Decision): void {
  const out = new Set(gone(decision))
  const went = (digest: string) => out.has(`${repository.name}@${digest}`)
  for (const [digest, { children, mentions, subject, kind, base }] of repository.manifests) {
    if (!went(digest)) {
      for (const child of [...children, ...mentions])
        expect(went(child), 'a kept manifest loses what it names').toBe(false)
      if (base !== undefined && subject === undefined)
        expect(went(base), 'a kept image loses its base').toBe(false)
    }
    if (kind === 'unknown') expect(went(digest), 'unknown is kept').toBe(false)
    if (subject !== undefined && repository.manifests.has(subject)) {
      expect(went(digest), 'a referrer lives and dies with its subject').toBe(went(subject))
    }
    if (world.usedDigests.has(digest)) expect(went(digest), 'in use is kept').toBe(false)
  }
  for (const [tag, digest] of repository.tags) {
    if (!went(digest)) continue
    if (parseMetadataTag(tag) !== undefined) continue
    const classes = world.classes.filter(({ pattern }) => pattern.test(tag))
    expect(classes.length, `${tag} is of no class`).toBeGreaterThan(0)
    expect(
      classes.some(({ expires }) => expires === 'never'),
      `${tag} never expires`,
    ).toBe(false)
    expect(world.usedTags.has(`${repository.name}:${tag}`), `${tag} is in use`).toBe(false)
  }
  if (repository.broken || !world.usageKnown) expect([...repository.manifests.keys()].some(went)).toBe(false)
}

function hasOneReasonEach(repository: OracleRepository, { repositories }: Decision): void {
  const { images = [], order = [] } = repositories.find(one => one.repository === repository.name) ?? {}
  const lines = new Map(images.map(image => [image.head as string, image]))
  expect(lines.size).toBe(images.length)
  const sequence: string[] = order.flatMap(head => {
    const fate = lines.get(head)?.fate
    return fate?.goes === true ? [head, ...fate.with] : []
  })
  const goes = images.filter(({ fate }) => fate.goes).map(({ head }) => head)
  expect([...order].sort()).toEqual([...goes].sort())
  for (const digest of new Set(repository.tags.values())) {
    expect(
      lines.has(digest) !==
        sequence.filter(one => one === digest).length > (goes.includes(digest as never) ? 1 : 0),
    ).toBe(true)
  }
  const place = new Map(sequence.map((digest, at) => [digest, at]))
  for (const [digest, { children, subject }] of repository.manifests) {
    const at = place.get(digest)
    if (at === undefined) continue
    for (const child of children) {
      // A fallback index comes after its subject, which may be older than what it lists.
      const below = place.get(child)
      if (below !== undefined) expect(below, 'an index goes before what it names').toBeGreaterThan(at)
    }
    const before = subject === undefined ? undefined : place.get(subject)
    if (before !== undefined) expect(before, 'an image goes before its referrers').toBeLessThan(at)
  }
}

function add({ scenes, question, world }: Model, pick: number, what: string): Model['question'] {
  const scene = scenes[pick % scenes.length] as Model['scenes'][number]
  const digests = [...scene.manifests.keys()].sort()
  const digest = digests[pick % digests.length] as (typeof digests)[number]
  const tags = [...scene.tags.keys()].sort()
  const more = (use: object) => ({
    ...question.usage,
    uses: [...question.usage.uses, { ...use, where: 'one more' }],
  })
  switch (what) {
    case 'use':
      return { ...question, usage: more({ digest }) }
    case 'tag use':
      return { ...question, usage: more({ repository: scene.repository, tag: tags[pick % tags.length] }) }
    case 'keep':
      return { ...question, kept: [...(question.kept ?? []), { repository: scene.repository, head: digest }] }
    case 'gap':
      scene.gaps.push({ kind: 'manifest', about: 'one more', why: 'answers 500' })
      return question
    case 'usage gap':
      return {
        ...question,
        usage: { ...question.usage, gaps: [{ kind: 'usage', about: 'prod', why: 'is missing' }] },
      }
    default:
      // One more tag that never expires, on an image that is there.
      if (world.classes.some(({ name }) => name === 'baseline')) scene.tag('more-lts', digest)
      return question
  }
}

function reverse<K, V>(map: Map<K, V>): void {
  const entries = [...map].reverse()
  map.clear()
  for (const [key, value] of entries) map.set(key, value)
}
