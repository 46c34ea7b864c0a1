import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Safety, safety } from '../../src/cleanup/decide.ts'
import type { Decision, ImageDecision } from '../../src/cleanup/decision.ts'
import { parseMetadataTag } from '../../src/image/index.ts'
import { type Model, model } from './model.ts'
import { mustGo, mustLose, type OracleRepository } from './oracle.ts'
import { ask, policyOf, settle } from './scene.ts'

// MODEL_CASES registries a property; MODEL_SEED repeats a run, and fast-check prints the path of a failure.
const cases = Number(process.env['MODEL_CASES'] ?? 200)
/** Properties that decide every registry twice see fewer of them. */
const fewer = Math.ceil(cases / 4)
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000_007)
const long = { timeout: 600_000 }

let decided = 0
let somethingWent = 0
let namesWent = 0

describe(`${cases} random registries, policies and inventories (MODEL_SEED=${seed})`, () => {
  it(
    'lets go what a brute-force reading of the contract lets go, nothing else, and breaks no promise',
    long,
    () => {
      check(cases, one => {
        const { decision } = settle(one.scenes, one.question)
        const expected = mustGo(one.world)
        const names = mustLose(one.world)
        decided++
        if (expected.size > 0) somethingWent++
        if (names.size > 0) namesWent++
        expect(new Set(lost(decision))).toEqual(names)
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
          const first = settle(one.scenes, one.question, unlimited).decision
          const before = new Set(gone(first))
          const names = new Set(leaving(first))
          const more = add(one, pick, what)
          const second = settle(one.scenes, more, unlimited).decision
          expect(gone(second).filter(digest => !before.has(digest))).toEqual([])
          // One more name for an image that was nameless but for those that go makes those superfluous: that is the rule.
          if (what !== 'root') expect(leaving(second).filter(tag => !names.has(tag))).toEqual([])
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
        const all = settle(one.scenes, one.question, unlimited).decision
        const free = new Set(gone(all))
        const names = new Set(leaving(all))
        const { policy } = one.question.policy
        const question = {
          ...one.question,
          policy: policyOf({ classes: policy.classes, cleanup: { ...policy.cleanup, limits: bound } }),
        }
        const { decision } = settle(one.scenes, question)
        expect(gone(decision).filter(digest => !free.has(digest))).toEqual([])
        expect(leaving(decision).filter(tag => !names.has(tag))).toEqual([])
        const heads = decision.repositories.flatMap(({ images }) => images.filter(isLine))
        expect(heads.length).toBeLessThanOrEqual(bound.deletions)
        for (const { images, repository } of decision.repositories) {
          const tagged = images.filter(({ tags }) => tags.some(tag => parseMetadataTag(tag) === undefined))
          const going = tagged.filter(({ fate }) => fate.goes).length
          const lines = tagged.filter(isLine).length
          expect(lines, repository).toBeLessThanOrEqual(Math.floor(tagged.length * bound.share))
          if (tagged.length > 0) expect(going, repository).toBeLessThan(tagged.length)
        }
      }),
      { numRuns: fewer, seed },
    )
  })

  afterAll(() => {
    console.log(`seed ${seed}: something went in ${somethingWent} of ${decided} registries`)
    expect(somethingWent / decided).toBeGreaterThanOrEqual(0.7)
    console.log(`seed ${seed}: a tag went alone in ${namesWent} of them`)
    expect(namesWent / decided).toBeGreaterThanOrEqual(0.05)
  })
})

function check(numRuns: number, property: (one: Model) => void): void {
  fc.assert(fc.property(model, property), { numRuns, seed })
}

/** All that a plan says of what goes. Why something stays may have more reasons where more is known. */
function linesOf({ repositories }: Decision): readonly object[] {
  return repositories.flatMap(({ images, order }) => [
    { order },
    ...images.flatMap(({ fate, ...image }): readonly object[] =>
      fate.goes
        ? [{ ...image, because: fate.because, rule: fate.rule, with: fate.with }]
        : image.untag === undefined
          ? []
          : [{ head: image.head, untag: image.untag }],
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

/** The digest that `sha256-…`, `sha256-….sig` and the like are about. */
function subjectOf(tag: string): string | undefined {
  const hex = /^sha256-([0-9a-f]{64})(?:\.(?:sig|att|sbom))?$/.exec(tag)?.[1]
  return hex === undefined ? undefined : `sha256:${hex}`
}

function reaches({ manifests }: OracleRepository, from: string, to: string): boolean {
  const seen = new Set([from])
  for (const digest of seen) for (const child of manifests.get(digest)?.children ?? []) seen.add(child)
  return seen.has(to)
}

function isLine({ fate, untag }: ImageDecision): boolean {
  return fate.goes || untag !== undefined
}

/** Tags that go alone. */
function lost({ repositories }: Decision): readonly string[] {
  return repositories.flatMap(({ repository, images }) =>
    images.flatMap(({ untag }) => (untag?.tags ?? []).map(tag => `${repository}:${tag}`)),
  )
}

/** Tags that go, with their image or alone. */
function leaving(decision: Decision): readonly string[] {
  const withImages = decision.repositories.flatMap(({ repository, images }) =>
    images.flatMap(({ fate, tags }) => (fate.goes ? tags.map(tag => `${repository}:${tag}`) : [])),
  )
  return [...withImages, ...lost(decision)]
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
  const names = new Set(lost(decision))
  for (const [tag, digest] of repository.tags) {
    const alone = names.has(`${repository.name}:${tag}`)
    if (alone) {
      expect(went(digest), 'a tag goes with its image or alone').toBe(false)
      expect(world.usedDigests.has(digest), 'what runs loses no name').toBe(false)
      const left = [...repository.tags].filter(([other]) => !names.has(`${repository.name}:${other}`))
      const found = left.some(([, target]) => reaches(repository, target, digest))
      expect(found, 'an image keeps a name, its own or an index’s').toBe(true)
    }
    // So no fallback index ever has to be rewritten: it goes as a whole, with all it lists, or not at all.
    const subject = subjectOf(tag)
    if (subject !== undefined && repository.manifests.has(subject)) {
      expect(went(digest), `${tag} goes if and only if what it speaks of does`).toBe(went(subject))
    }
    if (!went(digest) && !alone) continue
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
