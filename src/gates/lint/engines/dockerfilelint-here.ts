import type { Thread } from '../../../system/world.ts'
import { judgeText } from './dockerfilelint-run.js'

/**
 * dockerfilelint's time grows with the square of an instruction's length, by 5 ns at worst. The squares of all
 * instructions may sum to this, so that 50 ms is the worst that a text of hostile make costs on this thread.
 */
const mostSquares = 10_000_000

/** Whether these texts, an instruction on each line, are judged sooner here than a thread of their own would start. */
export function isTame(texts: readonly string[]): boolean {
  let squares = 0
  for (const text of texts) {
    for (const line of text.split('\n')) squares += line.length ** 2
    if (squares > mostSquares) return false
  }
  return true
}

/** Answers as the worker does, on this thread and without a deadline: for tame texts only. */
export function onThisThread(): Thread {
  const waiting: string[] = []
  return {
    send: texts => {
      waiting.push(...(texts as readonly string[]))
    },
    receive: async () => judgeText(waiting.shift() ?? ''),
    stop: async () => {},
  }
}
