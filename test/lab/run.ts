// Running a tool: an argument array, a time limit, all output captured. Never a shell.
import { once } from 'node:events'
import { killGroup, launch } from './group.ts'

export type Argv = readonly [command: string, ...args: string[]]

export interface RunOptions {
  readonly cwd?: string
  /** Added to this process's environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string | Uint8Array
  /** Milliseconds until it and its children are killed; one minute unless said otherwise. */
  readonly timeout?: number
}

export interface Ran {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
  /** Wall time in milliseconds. */
  readonly ms: number
}

/** Runs a tool to its end, whatever its exit code. Throws only when it cannot be started or runs out of time. */
export async function attempt(argv: Argv, options: RunOptions = {}): Promise<Ran> {
  const start = performance.now()
  const child = launch(argv, options)
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.stdin.on('error', () => {}) // a tool may end before it has read its input
  child.stdin.end(options.input)
  const timeout = options.timeout ?? 60_000
  let late = false
  const timer = setTimeout(() => {
    late = true
    killGroup(child, 'SIGKILL')
  }, timeout)
  try {
    const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null]
    if (late) throw new Error(`${argv.join(' ')} took longer than ${timeout} ms\n${stderr}`)
    return { code, signal, stdout, stderr, ms: performance.now() - start }
  } finally {
    clearTimeout(timer)
  }
}

/** Runs a tool that must succeed; the error carries the tail of what it said. */
export async function run(argv: Argv, options: RunOptions = {}): Promise<Ran> {
  const ran = await attempt(argv, options)
  if (ran.code === 0) return ran
  const tail = (ran.stderr || ran.stdout).trimEnd().split('\n').slice(-20).join('\n')
  throw new Error(`${argv.join(' ')} ended with ${ran.signal ?? ran.code}\n${tail}`)
}
