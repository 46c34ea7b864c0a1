// A child process in a group of its own, so that it ends with its children: on time-out, and when the tests end first.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Argv } from './run.ts'

const alive = new Set<ChildProcessWithoutNullStreams>()
process.on('exit', () => {
  for (const child of alive) killGroup(child, 'SIGKILL')
})

export interface LaunchOptions {
  readonly cwd?: string
  /** Added to this process's environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>
}

export function launch(
  [command, ...args]: Argv,
  { cwd, env }: LaunchOptions,
): ChildProcessWithoutNullStreams {
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env },
    stdio: 'pipe',
    detached: true,
  })
  alive.add(child)
  child.on('close', () => alive.delete(child))
  return child
}

/** Signals a process and all that it started; nothing where they are gone. */
export function killGroup(child: ChildProcessWithoutNullStreams, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** SIGTERM to the group, and SIGKILL after five seconds. Returns when the process is gone. */
export async function end(child: ChildProcessWithoutNullStreams): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  killGroup(child, 'SIGTERM')
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}
