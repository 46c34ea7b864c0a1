import type { Command, ShellWord } from './commands.ts'

/** A command with what stands before the program taken off: assignments, keywords, `sudo`, `env`. */
export interface Invocation {
  /** The program's name without its folder, e.g. `apt-get`. */
  readonly program: string
  readonly offset: number
  readonly words: readonly ShellWord[]
  /** `CGO_ENABLED=0 go build`: the variables that hold for this command only. */
  readonly environment: ReadonlyMap<string, string>
  /** What was taken off besides assignments: `sudo`, `exec`, `if`. */
  readonly wrappers: readonly string[]
}

const before = new Set([
  ...['if', 'then', 'else', 'elif', 'do', 'while', 'until', '!', '{', 'time', 'exec', 'command'],
  ...['sudo', 'env', 'nice', 'nohup', 'eatmydata'],
])

const assignment = /^([A-Za-z_][A-Za-z0-9_]*)=/

export function invocationOf(command: Command): Invocation | undefined {
  const environment = new Map<string, string>()
  const wrappers: string[] = []
  let at = 0
  for (; at < command.length; at++) {
    const { text } = command[at] as ShellWord
    const name = assignment.exec(text)?.[1]
    if (name !== undefined) environment.set(name, text.slice(name.length + 1))
    else if (before.has(text)) wrappers.push(text)
    // `sudo -E make`: the option belongs to sudo.
    else if (!(wrappers.at(-1) === 'sudo' && text.startsWith('-'))) break
  }
  const first = command[at]
  if (first === undefined) return undefined
  return {
    program: first.text.slice(first.text.lastIndexOf('/') + 1),
    offset: first.offset,
    words: command.slice(at + 1),
    environment,
    wrappers,
  }
}

/** The first word that is no option: `install` of `apt-get -qq install -y curl`. */
export function subcommandOf({ words }: Invocation): string {
  return words.find(({ text }) => !text.startsWith('-'))?.text ?? ''
}

export function hasOption({ words }: Invocation, ...options: readonly string[]): boolean {
  return words.some(({ text }) => options.includes(text))
}
