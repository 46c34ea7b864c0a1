// A server process with a life: started, waited for, stopped; killed with the tests if they die first.
import { type ChildProcess, spawn } from 'node:child_process'
import { type Argv, end } from './run.ts'

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

export interface Server {
  readonly process: ChildProcess
  /** The last 64 KiB of what it said. */
  log(): string
  stop(): Promise<void>
}

export function startServer([command, ...args]: Argv, env: Readonly<Record<string, string>> = {}): Server {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  alive.add(child)
  child.on('exit', () => alive.delete(child))
  let log = ''
  const keep = (text: string) => (log = (log + text).slice(-65_536))
  child.on('error', error => keep(error.message))
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  return { process: child, log: () => log, stop: () => end(child) }
}
