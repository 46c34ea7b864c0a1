import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HygieneError } from '../../../src/outcome/index.ts'
import { branch, deletesOn, digestOf, keep, keepsOn, type Registry, strike, writes } from './harness.ts'
import { githubStage, gitlabStage, planJob, type Stage } from './stage.ts'

// Any interleaving of two plan runs with what people do, request by request: at most one proposal is open at any
// moment, no person's commit is ever unhooked, and what they struck or kept is in the next proposal as they left it.

// INTERLEAVINGS histories a forge; MODEL_SEED repeats a run, and fast-check prints the path of a failure.
const histories = Number(process.env['INTERLEAVINGS'] ?? 12)
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 1_000_000_007)

const names = ['pr-1', 'pr-2', 'pr-3', 'pr-4'] as const

type Act =
  | { readonly does: 'strike' | 'keep'; readonly name: string }
  | { readonly does: 'merge' | 'squash' | 'close' | 'push to main' | 'delete the branch' }

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ does: fc.constantFrom('strike', 'keep'), name: fc.constantFrom(...names) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('merge', 'squash', 'close', 'push to main', 'delete the branch'),
    }),
  },
)

/** What the registry holds, how many runs there are at once, and what people do before the nth request of them. */
const round = fc.record({
  images: fc.subarray([...names], { minLength: 1 }),
  runs: fc.constantFrom(1, 1, 2),
  acts: fc.array(fc.record({ before: fc.nat(9), act }), { maxLength: 4 }),
})

interface People {
  /** Commits on the branch, by the proposal they were made for. */
  readonly commits: string[]
  readonly struck: Map<number, Set<string>>
  readonly kept: Map<number, Set<string>>
}

describe.each([
  ['GitHub', githubStage],
  ['GitLab', gitlabStage],
])(`on %s, ${histories} histories (MODEL_SEED=${seed})`, (_, open) => {
  test('no interleaving opens two or loses what a person wrote', { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async rounds => {
        const stage = await open()
        const registry: Registry = { images: [...names], held: [], policy: 'one' }
        const people: People = { commits: [], struck: new Map(), kept: new Map() }
        try {
          for (const { images, runs, acts } of rounds) {
            registry.images = images
            await play(stage, registry, people, runs, acts)
          }
          stage.interrupt(undefined)
          await settle(stage, registry, people)
        } finally {
          await stage.stop()
        }
        expect(stage.faults).toEqual([])
      }),
      { numRuns: histories, seed },
    )
  })
})

async function play(
  stage: Stage,
  registry: Registry,
  people: People,
  runs: number,
  acts: readonly { readonly before: number; readonly act: Act }[],
): Promise<void> {
  let count = 0
  stage.interrupt(() => {
    for (const { before, act } of acts) if (before === count) perform(act, stage, people)
    count++
    check(stage, people)
  })
  await Promise.all(
    Array.from({ length: runs }, () =>
      planJob(stage, registry).catch(error => {
        // Too much at once is said, not papered over; anything else is a fault.
        if (!(error instanceof HygieneError) || error.code !== 'undecidable') throw error
      }),
    ),
  )
  check(stage, people)
  // A keep line is remembered as long as its image exists.
  for (const kept of people.kept.values())
    for (const name of kept) if (!registry.images.includes(name)) kept.delete(name)
}

function perform(act: Act, stage: Stage, people: People): void {
  const number = stage.proposals().findLastIndex(({ state }) => state === 'open') + 1
  switch (act.does) {
    case 'push to main':
      stage.git.push('main', { 'README.md': `${people.commits.length} ${stage.requests.length}\n` })
      return
    case 'delete the branch':
      // Forges close what hangs on it; people do it when they are done with one.
      if (number === 0 && stage.git.resolve(branch) !== undefined && isSaved(stage))
        stage.git.deleteRef(`refs/heads/${branch}`)
      return
  }
  if (number === 0) return
  switch (act.does) {
    case 'strike':
    case 'keep': {
      if (!deletesOn(stage, branch).includes(act.name)) return
      people.commits.push(act.does === 'strike' ? strike(stage, act.name) : keep(stage, act.name))
      const said = act.does === 'strike' ? people.struck : people.kept
      said.set(number, (said.get(number) ?? new Set()).add(act.name))
      return
    }
    case 'merge':
    case 'squash':
      stage.merge(number, act.does)
      return
    case 'close':
      stage.close(number)
      stage.later(8)
  }
}

/** Whether everything on the branch is in an ended proposal. */
function isSaved(stage: Stage): boolean {
  return stage.proposals().some(({ head }) => head === stage.git.resolve(branch))
}

function check(stage: Stage, people: People): void {
  const open = stage.proposals().filter(({ state }) => state === 'open')
  expect(open.length).toBeLessThanOrEqual(1)
  const tips = [
    stage.git.resolve(branch),
    stage.git.resolve('main'),
    ...stage.proposals().map(({ head }) => head),
  ]
  for (const commit of people.commits) {
    expect(tips.some(tip => tip !== undefined && stage.git.isAncestor(commit, tip))).toBe(true)
  }
}

/** With nobody interfering any more, one run brings the truth and the next has nothing to write. */
async function settle(stage: Stage, registry: Registry, people: People): Promise<void> {
  let settled = await planJob(stage, registry)
  check(stage, people)
  // Every line was struck: that was "not now", and the next run may ask again.
  if (settled.operation === 'closed') settled = await planJob(stage, registry)
  stage.requests.length = 0
  await planJob(stage, registry)
  expect(writes(stage)).toEqual([])
  const number = stage.proposals().findLastIndex(({ state }) => state === 'open') + 1
  if (number === 0) return
  expect(settled.number).toBe(number)
  const struck = people.struck.get(number) ?? new Set()
  const kept = people.kept.get(number) ?? new Set()
  for (const name of [...struck, ...kept]) expect(deletesOn(stage, branch)).not.toContain(name)
  for (const name of kept) if (registry.images.includes(name)) expect(keepsOn(stage, branch)).toContain(name)
  const known = new Set(registry.images.map(digestOf))
  for (const name of registry.images) {
    const there = [...deletesOn(stage, branch), ...keepsOn(stage, branch)].includes(name)
    expect(
      there || struck.has(name) || !known.has(digestOf(name)) || wasStruckBefore(people, number, name),
    ).toBe(true)
  }
}

/** A refresh that a merge overtook stays on the branch with the strikes of the one that was merged. */
function wasStruckBefore({ struck }: People, number: number, name: string): boolean {
  return [...struck].some(([before, names]) => before < number && names.has(name))
}
