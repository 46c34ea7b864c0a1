import type { Thread, Threads } from '../../../system/world.ts'
import { type Dockerfile, type Instruction, placeOf } from '../dockerfile/index.ts'
import { isTame, onThisThread } from './dockerfilelint-here.ts'
import { dockerfilelintRules } from './dockerfilelint-rules.ts'
import { textFor } from './dockerfilelint-text.ts'
import { isTrueOf, placeOfRule, verdictsOn } from './dockerfilelint-verdicts.ts'
import type { EngineHit } from './hit.ts'

export interface Limits {
  /** Milliseconds for one file, or for one instruction of a file that took longer. */
  readonly each: number
  /** Milliseconds for all that were too slow together. */
  readonly slow: number
}

/** An ordinary file takes less than a millisecond. */
const defaultLimits: Limits = { each: 2_000, slow: 10_000 }

/** The rule that says: dockerfilelint could not judge this. An error, for it would hide what it did not see. */
const unjudged = 'dockerfilelint-failed'

/**
 * So many instructions go to dockerfilelint as one text: its time grows with the square of the lines, and each text
 * costs it a look for its configuration.
 */
const longestPiece = 250

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
  const failed = await judge(piecesOf(dockerfiles), run)
  const singles = failed.flatMap(({ piece }) => piece.map(line => [line]))
  const untried = singles.slice(mostSingles).map(piece => ({ piece, why: 'was not tried again' }))
  for (const { piece, why } of [...(await judge(singles.slice(0, mostSingles), run)), ...untried]) {
    for (const { dockerfile, instruction } of piece) {
      const { keyword } = instruction
      const message = `dockerfilelint ${why} on this ${keyword.slice(0, 40)}, so its rules did not judge it`
      found.get(dockerfile)?.push({ rule: unjudged, ...placeOf(instruction), message })
    }
  }
  for (const dockerfile of dockerfiles) {
    for (const verdict of verdictsOn(dockerfile)) {
      found.get(dockerfile)?.push({ ...verdict, message: messageOf(verdict.rule) })
    }
  }
  return found
}

/** One line of the text that goes to dockerfilelint. */
interface Line {
  readonly dockerfile: Dockerfile
  readonly instruction: Instruction
}

type Piece = readonly Line[]

interface Failure {
  readonly piece: Piece
  readonly why: string
}

interface Run {
  readonly threads: Threads
  readonly limits: Limits
  readonly found: ReadonlyMap<Dockerfile, EngineHit[]>
  /** Milliseconds left for what is too slow. */
  left: number
}

/** Instructions of all files in one row: but for `from_first`, dockerfilelint judges each by itself. */
function piecesOf(dockerfiles: readonly Dockerfile[]): readonly Piece[] {
  const pieces: Line[][] = []
  for (const dockerfile of dockerfiles) {
    for (const instruction of dockerfile.instructions) {
      const last = pieces.at(-1)
      if (last === undefined || last.length === longestPiece) pieces.push([{ dockerfile, instruction }])
      else last.push({ dockerfile, instruction })
    }
  }
  return pieces
}

/** Judges all pieces and returns those that could not be. A thread that hangs or dies is replaced for the rest. */
async function judge(pieces: readonly Piece[], run: Run): Promise<readonly Failure[]> {
  const failures: Failure[] = []
  let next = 0
  while (next < pieces.length) {
    const rest = pieces.slice(next)
    if (run.left <= 0) return [...failures, ...rest.map(piece => ({ piece, why: 'had no time left' }))]
    const texts = rest.map(piece => textFor(piece.map(({ instruction }) => instruction)))
    const thread = isTame(texts) ? onThisThread() : run.threads.start('dockerfilelint')
    try {
      thread.send(texts)
      const { done, why } = await answers(thread, rest, run, failures)
      next += done
      if (why !== undefined) {
        failures.push({ piece: pieces[next] as Piece, why })
        run.left -= run.limits.each
        next++
      }
    } finally {
      await thread.stop()
    }
  }
  return failures
}

/** How many pieces were answered, and why the next one was not. */
async function answers(
  thread: Thread,
  pieces: readonly Piece[],
  run: Run,
  failures: Failure[],
): Promise<{ done: number; why?: string }> {
  for (const [done, piece] of pieces.entries()) {
    let answer: Answer | undefined
    try {
      answer = (await thread.receive(run.limits.each)) as Answer | undefined
    } catch {
      return { done, why: 'ended its thread' }
    }
    if (answer === undefined) return { done, why: `took longer than ${run.limits.each / 1000} s` }
    if ('crash' in answer) failures.push({ piece, why: `crashed (${answer.crash.slice(0, 120)})` })
    else take(answer.items, piece, run)
  }
  return { done: pieces.length }
}

type Answer =
  | { readonly items: readonly { readonly rule: string; readonly line: number }[] }
  | { readonly crash: string }

function take(items: readonly { rule: string; line: number }[], piece: Piece, run: Run): void {
  const said = new Set<string>()
  for (const { rule, line } of items) {
    const at = piece[line - 1]
    // Of each `sudo` of a line it says the same again.
    if (said.has(`${rule} ${line}`)) continue
    said.add(`${rule} ${line}`)
    // Only a file has a first instruction, and `verdictsOn` judges that.
    if (at === undefined || rule === 'from_first' || !isTrueOf(rule, at.instruction)) continue
    run.found
      .get(at.dockerfile)
      ?.push({ rule, ...placeOfRule(rule, at.instruction), message: messageOf(rule) })
  }
}

function messageOf(rule: string): string {
  return Object.hasOwn(dockerfilelintRules, rule) ? (dockerfilelintRules[rule]?.summary ?? rule) : rule
}
