// The whole life, told once for both forges: built and signed long ago, proposed, struck, kept, merged, deleted,
// collected, restored, and proposed again.
import { expect } from 'vitest'
import { deletesOn, keep, keepsOn, planFile, strike } from '../../cleanup/pull-request/harness.ts'
import type { BareRepository } from '../../fakes/git.ts'
import type { Shelf } from './shelf.ts'

/** A forge with an app repository, its runner, and the registry that its pipelines push to. */
export interface Life {
  readonly forge: string
  readonly git: BareRepository
  readonly shelf: Shelf
  /** The pipeline of a push: of a commit on the default branch, or of a git tag on it. */
  build(build: { readonly commit: string; readonly gitTag?: string; readonly daysAgo: number }): Promise<void>
  /** The scheduled pipeline; what it asked of the forge. */
  plan(): Promise<readonly string[]>
  proposal(number: number): { readonly title: string; readonly state: string; readonly lastComment: string }
  merge(number: number): Pushed
  /** The pipeline of the merge, or its second attempt: deletes, uploads the journal, tells the proposal. */
  apply(pushed: Pushed, attempt: 1 | 2): Promise<void>
  /** The pipeline that a person starts to undo: from the journal that the last `apply` uploaded. */
  restore(reference: string): Promise<void>
  /** Requests to the forge so far. */
  requests(): number
}

export interface Pushed {
  readonly commit: string
  readonly before: string
}

const branch = 'image-hygiene/cleanup'
/** More than the three days that an image of a commit lives. */
const longAgo = 20

export async function live(life: Life, say: (line: string) => void): Promise<void> {
  const { git, shelf } = life
  const started = performance.now()
  const built = async (text: string, daysAgo: number): Promise<string> => {
    const commit = git.push('main', { hello: `${text}\n` })
    await life.build({ commit, daysAgo })
    return `commit-${commit.slice(0, 12)}`
  }
  const first = git.push('main', { hello: 'release\n' })
  await life.build({ commit: first, gitTag: 'v1.0.0', daysAgo: longAgo })
  const old = ['goes', 'struck', 'kept', 'missed'] as const
  const tagOf = {} as Record<(typeof old)[number], string>
  for (const fate of old) tagOf[fate] = await built(fate, longAgo)
  const { goes, struck, kept, missed } = tagOf
  const today = await built('today', 0)
  const everything = [goes, struck, kept, missed, today, 'v1.0.0']
  expect(await shelf.tags()).toEqual(everything.toSorted())
  await shelf.checkWhole(everything)
  const lost = `${shelf.repository}@${await shelf.digestOf(missed)}`
  shelf.resetCount()

  await life.plan()
  expect(life.proposal(1)).toMatchObject({
    state: 'open',
    title: expect.stringMatching(/^Image cleanup: 4 images/),
  })
  const quiet = await life.plan()
  expect(quiet.filter(request => !/^(?:GET|HEAD) /.test(request))).toEqual([])
  expect(quiet.length).toBeLessThanOrEqual(4)

  strike({ git }, struck)
  keep({ git }, kept)
  const merged = life.merge(1)
  for (const [attempt, told] of [
    [1, '2 images deleted'],
    [2, '0 images deleted, 2 already gone'],
  ] as const) {
    await life.apply(merged, attempt)
    expect(await shelf.tags()).toEqual([struck, kept, today, 'v1.0.0'].toSorted())
    expect(life.proposal(1).lastComment).toContain(told)
  }

  await life.restore(lost)
  await shelf.garbageCollect()
  const left = [struck, kept, missed, today, 'v1.0.0']
  expect(await shelf.tags()).toEqual(left.toSorted())
  await shelf.checkWhole(left)
  expect(await shelf.orphans()).toEqual([])

  // As restore advises: a keep line makes it last.
  const text = git.read(git.resolve('main') ?? '', planFile) ?? ''
  const lines = text.split('\n').map(line => (line.includes(missed) ? asKeep(line) : line))
  git.push('main', { [planFile]: lines.join('\n') })
  await life.plan()
  expect(life.proposal(2).state).toBe('open')
  expect(deletesOn({ git }, branch)).toEqual([struck])
  expect(keepsOn({ git }, branch).toSorted()).toEqual([kept, missed].toSorted())

  say(
    [
      `${life.forge}: deleted ${goes}; deleted and restored ${missed}; struck ${struck}, proposed again;`,
      `kept ${kept} by its line, ${today} by its age, v1.0.0 by its class;`,
      `${life.requests()} requests to the forge, ${shelf.requests()} to the registry,`,
      `${Math.round((performance.now() - started) / 1000)} s`,
    ].join(' '),
  )
}

function asKeep(line: string): string {
  return line.replace('"action":"delete"', '"action":"keep"')
}
