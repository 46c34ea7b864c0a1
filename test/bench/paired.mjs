// Times two commands in turn, A B A B …, as whole processes: what the machine does meanwhile hits both alike.
import { spawnSync } from 'node:child_process'

/** Wall time of each run in milliseconds, and the median of the ratios pair by pair. */
export function paired(a, b, { runs = 15, warmup = 2, options = {} } = {}) {
  for (let run = 0; run < warmup; run++) for (const command of [a, b]) time(command, options)
  const pairs = Array.from({ length: runs }, () => [time(a, options), time(b, options)])
  return {
    a: median(pairs.map(([first]) => first)),
    b: median(pairs.map(([, second]) => second)),
    ratio: median(pairs.map(([first, second]) => first / second)),
  }
}

export function time([program, ...args], options = {}) {
  const start = performance.now()
  const { error, signal } = spawnSync(program, args, { stdio: 'ignore', ...options })
  if (error !== undefined || signal !== null) throw error ?? new Error(`${program} was killed by ${signal}`)
  return performance.now() - start
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

export function milliseconds(value) {
  return `${value.toFixed(1)} ms`
}
