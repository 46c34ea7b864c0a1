import type { Thread, Threads } from '../../../system/world.ts'
import type { Dockerfile, Instruction } from '../dockerfile/index.ts'
import { dockerfilelintRules } from './dockerfilelint-rules.ts'
import { textFor } from './dockerfilelint-text.ts'
import { isTrueOf, verdictsOn } from './dockerfilelint-verdicts.ts'
import type { EngineHit } from './hit.ts'

export interface Limits {
  /** Milliseconds for one file, or for one instruction of a file that took longer. */
  readonly each: number
  /** Milliseconds for all that were too slow together. */
  readonly slow: number
}

/** An ordinary file takes less than a millisecond. */
export const defaultLimits: Limits = { each: 2_000, slow: 10_000 }

/** The rule that says: dockerfilelint could not judge this. An error, for it would hide what it did not see. */
export const unjudged = 'dockerfilelint-failed'

/** dockerfilelint's own time grows with the square of the lines: longer files go in pieces. */
const longestPiece = 500

/** Instructions of a piece that failed are tried one by one, up to this many in all. */
const mostSingles = 2_000

/**
 * dockerfilelint's rules over all files, on one thread. A piece that crashes it or takes too long is given to it again
 * instruction by instruction, so that the one at fault is named and the others are judged.
 */
export async function runDockerfilelint(
  dockerfiles: readonly Dockerfile[],
  threads: Threads,
  limits: Limits = defaultLimits,
): Promise<ReadonlyMap<Dockerfile, readonly EngineHit[]>> {
  const found = new Map<Dockerfile, EngineHit[]>(dockerfiles.map(one => [one, []]))
  const run = { threads, limits, found, left: limits.slow }
  const failed = await judge(dockerfiles.flatMap(piecesOf), run)
  const singles = failed.flatMap(({ job: { dockerfile, instructions } }) =>
    instructions.map((instruction): Job => ({ dockerfile, instructions: [instruction] })),
  )
  const untried = singles.slice(mostSingles).map(job => ({ job, why: 'was not tried again' }))
  for (const { job, why } of [...(await judge(singles.slice(0, mostSingles), run)), ...untried]) {
    for (const { line, keyword } of job.instructions) {
      const message = `dockerfilelint ${why} on this ${keyword.slice(0, 40)}, so its rules did not judge it`
      found.get(job.dockerfile)?.push({ rule: unjudged, line, column: 1, message })
    }
  }
  for (const dockerfile of dockerfiles) {
    for (const verdict of verdictsOn(dockerfile)) {
      found.get(dockerfile)?.push({ ...verdict, message: messageOf(verdict.rule) })
    }
  }
  return found
}

interface Job {
  readonly dockerfile: Dockerfile
  readonly instructions: readonly Instruction[]
}

interface Failure {
  readonly job: Job
  readonly why: string
}

interface Run {
  readonly threads: Threads
  readonly limits: Limits
  readonly found: ReadonlyMap<Dockerfile, EngineHit[]>
  /** Milliseconds left for what is too slow. */
  left: number
}

function piecesOf(dockerfile: Dockerfile): readonly Job[] {
  const { instructions } = dockerfile
  const starts = Array.from(
    { length: Math.ceil(instructions.length / longestPiece) },
    (_, at) => at * longestPiece,
  )
  return starts.map(start => ({ dockerfile, instructions: instructions.slice(start, start + longestPiece) }))
}

/** Judges all jobs and returns those that could not be. A thread that hangs or dies is replaced for the rest. */
async function judge(jobs: readonly Job[], run: Run): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  let next = 0
  while (next < jobs.length) {
    const rest = jobs.slice(next)
    if (run.left <= 0) return [...failures, ...rest.map(job => ({ job, why: 'had no time left' }))]
    const thread = run.threads.start('dockerfilelint')
    try {
      thread.send(rest.map(({ instructions }, id) => ({ id, text: textFor(instructions) })))
      const { done, why } = await answers(thread, rest, run, failures)
      next += done
      if (why !== undefined) {
        failures.push({ job: jobs[next] as Job, why })
        run.left -= run.limits.each
        next++
      }
    } finally {
      await thread.stop()
    }
  }
  return failures
}

/** How many jobs were answered, and why the next one was not. */
async function answers(
  thread: Thread,
  jobs: readonly Job[],
  run: Run,
  failures: Failure[],
): Promise<{ done: number; why?: string }> {
  for (const [done, job] of jobs.entries()) {
    let answer: Answer | undefined
    try {
      answer = (await thread.receive(run.limits.each)) as Answer | undefined
    } catch {
      return { done, why: 'ended its thread' }
    }
    if (answer === undefined) return { done, why: `took longer than ${run.limits.each / 1000} s` }
    if ('crash' in answer) failures.push({ job, why: `crashed (${answer.crash.slice(0, 120)})` })
    else take(answer.items, job, run)
  }
  return { done: jobs.length }
}

type Answer =
  | { readonly items: readonly { readonly rule: string; readonly line: number }[] }
  | { readonly crash: string }

function take(
  items: readonly { rule: string; line: number }[],
  { dockerfile, instructions }: Job,
  run: Run,
): void {
  const isStart = instructions[0] === dockerfile.instructions[0]
  for (const { rule, line } of items) {
    const instruction = instructions[line - 1]
    if (instruction === undefined || !isTrueOf(rule, instruction)) continue
    // A piece has a first instruction of its own.
    if (rule === 'from_first' && !isStart) continue
    run.found.get(dockerfile)?.push({ rule, line: instruction.line, column: 1, message: messageOf(rule) })
  }
}

function messageOf(rule: string): string {
  return Object.hasOwn(dockerfilelintRules, rule) ? (dockerfilelintRules[rule]?.summary ?? rule) : rule
}
