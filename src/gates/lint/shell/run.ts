import { type Instruction, type Place, placeOf } from '../dockerfile/index.ts'
import { type Command, commandsOf } from './commands.ts'
import { type Invocation, invocationOf } from './program.ts'

/** A command that RUN starts, and where it stands. */
export interface Started extends Invocation {
  readonly place: Place
}

const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh', 'ksh'])

/** What a RUN runs: its line, the array of its exec form, or its heredoc if that is a script. */
export function startedBy(run: Instruction): readonly Started[] {
  if (run.json !== undefined) return ofExec(run, run.json)
  const line = commandsOf(run.body)
  const own = line.flatMap(command => started(command, offset => placeOf(run, run.offset + offset)))
  const script = run.heredocs[0]
  if (script === undefined || !isScript(own[0], run.body)) return own
  const placeAt = placesIn(script.body, script.line)
  return [
    ...own.filter(({ program }) => !program.includes('<<')),
    ...commandsOf(withoutContinuations(script.body)).flatMap(command => started(command, placeAt)),
  ]
}

/** Escaped line ends become blanks, so that offsets stay. */
function withoutContinuations(body: string): string {
  return body.replaceAll('\\\n', '  ')
}

function ofExec(run: Instruction, words: readonly string[]): readonly Started[] {
  const place = placeOf(run, run.offset)
  const program = words[0]?.slice(words[0].lastIndexOf('/') + 1) ?? ''
  const script = shells.has(program) && words[1]?.startsWith('-') ? words[2] : undefined
  const commands: readonly Command[] =
    script === undefined ? [words.map(text => ({ text, offset: 0 }))] : commandsOf(script)
  return commands.flatMap(command => started(command, () => place))
}

function started(command: Command, placeAt: (offset: number) => Place): readonly Started[] {
  const invocation = invocationOf(command)
  return invocation === undefined ? [] : [{ ...invocation, place: placeAt(invocation.offset) }]
}

/** `RUN <<EOF` and `RUN bash <<EOF` are scripts; `RUN cat <<EOF > file` is data. */
function isScript(first: Started | undefined, body: string): boolean {
  return body.trimStart().startsWith('<<') || (first !== undefined && shells.has(first.program))
}

/** Finds the line of an offset in a heredoc's body without reading it from the start each time. */
function placesIn(body: string, firstLine: number): (offset: number) => Place {
  const starts = [0]
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) starts.push(at + 1)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: firstLine + low, column: offset - (starts[low] as number) + 1 }
  }
}
