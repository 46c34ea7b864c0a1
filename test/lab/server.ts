// A server process with a life: started, waited for, stopped. The kernel kills it when the tests die first, however
// they die (prctl(2), PR_SET_PDEATHSIG, by util-linux's setpriv).
import type { ChildProcess } from 'node:child_process'
import { end, launch } from './group.ts'
import type { Argv } from './run.ts'

export interface Server {
  readonly process: ChildProcess
  /** The last 64 KiB of what it said. */
  log(): string
  stop(): Promise<void>
}

export function startServer(argv: Argv, env: Readonly<Record<string, string>> = {}): Server {
  const child = launch(['setpriv', '--pdeathsig', 'KILL', '--', ...argv], { env })
  let log = ''
  const keep = (text: string) => {
    log = (log + text).slice(-65_536)
  }
  child.on('error', error => keep(error.message))
  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  child.stdin.end()
  return { process: child, log: () => log, stop: () => end(child) }
}
