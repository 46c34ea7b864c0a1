import { describe, expect, test } from 'vitest'
import { createLog } from '../../src/system/log.ts'

function logged() {
  const lines: string[] = []
  let time = 0
  const log = createLog({ line: text => lines.push(text), clock: () => time })
  return {
    log,
    lines,
    wait: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the log', () => {
  test('shows a known secret nowhere, in whatever form it comes', () => {
    const { log, lines } = logged()
    log.secret('p@ss"word')
    log.info('Basic p@ss"word')
    log.warn('https://u:p%40ss%22word@host/')
    log.info(JSON.stringify({ token: 'p@ss"word' }))
    expect(lines.join('\n')).not.toMatch(/p@ss|p%40ss/)
    expect(lines[0]).toBe('Basic ***')
  })

  test('a short secret is not masked: it would blank out half of every line', () => {
    const { log, lines } = logged()
    log.secret('a')
    log.info('a banana')
    expect(lines).toEqual(['a banana'])
  })

  test('in CI progress shows at most every five seconds', () => {
    const { log, lines, wait } = logged()
    for (let second = 0; second < 12; second++) {
      log.progress(`at ${second}`)
      wait(1000)
    }
    expect(lines).toEqual(['at 0', 'at 5', 'at 10'])
  })
})
