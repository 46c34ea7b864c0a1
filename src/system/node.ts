import { createFiles } from './files.ts'
import { createHttp } from './http.ts'
import { createProcesses } from './processes.ts'
import { createThreads } from './threads.ts'
import type { Log, World } from './world.ts'

export interface RealWorldOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly log: Log
  readonly input: AsyncIterable<Uint8Array>
}

/** The process's own, opened when it is read: opening it takes a millisecond, and few steps read it. */
export const standardInput: AsyncIterable<Uint8Array> = {
  [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator](),
}

/** The world outside: this machine's clock, files, network and processes. */
export function realWorld({ env, cwd, log, input }: RealWorldOptions): World {
  return {
    now: () => Math.floor(Date.now() / 1000),
    env,
    cwd,
    files: createFiles(cwd, input),
    http: createHttp({ env }),
    processes: createProcesses(env, cwd),
    threads: createThreads(),
    log,
    random: Math.random,
  }
}
