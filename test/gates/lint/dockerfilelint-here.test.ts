import { describe, expect, test } from 'vitest'
import { isTame, onThisThread } from '../../../src/gates/lint/engines/dockerfilelint-here.ts'
import { createThreads } from '../../../src/system/threads.ts'
import { folderWith, lintFolder } from './running.ts'

/** Of one instruction alone, so many characters are the most that are tame. */
const longest = 3_162

/** What costs dockerfilelint most, by the shape of the instruction. */
const hostile: readonly (readonly [story: string, make: (length: number) => string])[] = [
  ['one word', length => `RUN ${'a'.repeat(length)}`],
  ['one word that is nearly an assignment', length => `RUN ${'\\='.repeat(length / 2)}`],
  ['one quoted word of many', length => `RUN "${' a'.repeat(length / 2)}`],
  [
    'commands that look for another behind them',
    length => `RUN ${'apt-get update && rm x && '.repeat(length / 26)}`,
  ],
  ['assignments', length => `RUN ${'a=b '.repeat(length / 4)}`],
  ['variables', length => `ENV ${'a=b '.repeat(length / 4)}`],
  ['labels', length => `LABEL ${'a="b c" '.repeat(length / 8)}`],
  ['an instruction that nobody knows', length => `${'a'.repeat(length / 2)} ${'b'.repeat(length / 2)}`],
]

describe('dockerfilelint on this thread', () => {
  test.each(hostile)('takes a blink for %s that is tame', async (_, make) => {
    const text = make(longest - 20)
    expect(isTame([text])).toBe(true)
    expect(isTame([make(longest + 40)])).toBe(false)
    const here = onThisThread()
    here.send([text])
    const started = performance.now()
    await here.receive(0)
    // 50 ms where nothing else runs; it must not be the minutes of a long word.
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  test('adds up what many instructions of many pieces cost', () => {
    const line = `RUN ${'a'.repeat(996)}`
    const piece = Array.from({ length: 5 }, () => line).join('\n')
    expect(isTame([piece, piece])).toBe(true)
    expect(isTame([piece, piece, line])).toBe(false)
  })

  test('says what the worker says, crashes too', async () => {
    const texts = [
      'FROM alpine\nRUN sudo apt-get update\nrun apk add a b',
      'ENV a=b c\nUSER a b\nEXPOSE 1:2',
      'SHELL sh',
      '',
    ]
    const [here, there] = [onThisThread(), createThreads().start('dockerfilelint')]
    try {
      for (const thread of [here, there]) thread.send(texts)
      for (const text of texts) {
        const said = await here.receive(0)
        expect(said, text).toEqual(await there.receive(20_000))
      }
    } finally {
      await there.stop()
    }
  })

  test('judges an ordinary file, and what is not tame goes to a thread', async () => {
    const started: string[] = []
    const threads = {
      start: (worker: 'dockerfilelint') => {
        started.push(worker)
        return createThreads().start(worker)
      },
    }
    const cwd = await folderWith({
      'good/Dockerfile': 'FROM alpine:3.22\nRUN sudo true\n',
      'long/Dockerfile': `FROM alpine:3.22\nRUN sudo true ${'a '.repeat(longest)}\n`,
    })
    const rulesOf = async (path: string) =>
      (await lintFolder(cwd, [path], {}, { threads })).findings.map(({ rule }) => rule)
    expect(await rulesOf('good/Dockerfile')).toContain('dockerfilelint/sudo_usage')
    expect(started).toEqual([])
    expect(await rulesOf('long/Dockerfile')).toContain('dockerfilelint/sudo_usage')
    expect(started).toEqual(['dockerfilelint'])
  })
})
