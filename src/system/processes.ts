import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import { HygieneError } from '../outcome/index.ts'
import type { Processes, RunOptions, RunResult } from './world.ts'

/** What a child sees of our environment besides what its caller names: nothing in it is a secret. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'SSL_CERT_FILE', 'SSL_CERT_DIR']
const defaultTimeout = 600_000
const defaultLimit = 16 * 1024 * 1024

/** Child processes by argument arrays, never through a shell. */
export function createProcesses(env: Readonly<Record<string, string | undefined>>, cwd: string): Processes {
  function find(program: string): string | undefined {
    if (program.includes('/')) return executable(program) ? program : undefined
    for (const folder of (env['PATH'] ?? '').split(delimiter)) {
      if (!isAbsolute(folder)) continue
      const path = join(folder, program)
      if (executable(path)) return path
    }
    return undefined
  }

  async function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
    const path = find(program)
    if (path === undefined) {
      throw new HygieneError('no-file', `${program} is not installed`, {
        fix: `install ${program} or put it on PATH`,
      })
    }
    return execute(path, args, { ...options, cwd: options.cwd ?? cwd }, environment(env, options.env))
  }

  return { find: async program => find(program), run }
}

function environment(
  env: Readonly<Record<string, string | undefined>>,
  named: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const base = inherited.flatMap(name => (env[name] === undefined ? [] : [[name, env[name]] as const]))
  return { ...Object.fromEntries(base), ...named }
}

/** At once: a child is on its way before whoever waits for it has loaded the next thing. */
function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function execute(
  path: string,
  args: readonly string[],
  options: RunOptions,
  env: Record<string, string>,
): Promise<RunResult> {
  const limit = options.limit ?? defaultLimit
  return new Promise((resolve, reject) => {
    // Loaded with the first child: most steps start none.
    const { spawn } = process.getBuiltinModule('node:child_process')
    // A group of its own, so that the child's children can be killed with it.
    const child = spawn(path, [...args], { env, cwd: options.cwd, detached: true, stdio: 'pipe' })
    if (child.pid !== undefined) outlivesNobody(child.pid)
    const out: Buffer[] = []
    const err: Buffer[] = []
    let failure: HygieneError | undefined
    const stop = (why: HygieneError) => {
      failure ??= why
      if (child.pid !== undefined) killGroup(child.pid)
    }
    const timer = setTimeout(
      () =>
        stop(
          new HygieneError(
            'too-slow',
            `${path} did not end within ${(options.timeout ?? defaultTimeout) / 1000} s`,
          ),
        ),
      options.timeout ?? defaultTimeout,
    )
    const collect = (into: Buffer[]) => {
      let length = 0
      return (chunk: Buffer) => {
        length += chunk.length
        if (length > limit) stop(new HygieneError('too-large', `${path} printed more than ${limit} bytes`))
        else into.push(chunk)
      }
    }
    child.stdout.on('data', collect(out))
    child.stderr.on('data', collect(err))
    child.on('error', error => {
      clearTimeout(timer)
      reject(new HygieneError('tool-failed', `${path} cannot be started: ${error.message}`, { cause: error }))
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (child.pid !== undefined) running.delete(child.pid)
      if (failure !== undefined) reject(failure)
      else if (code === null) reject(new HygieneError('tool-failed', `${path} was killed by ${signal}`))
      else
        resolve({
          code,
          stdout: Buffer.concat(out).toString('utf8'),
          stderr: Buffer.concat(err).toString('utf8'),
        })
    })
    // A child that ends without reading its input is no fault of ours.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

const running = new Set<number>()

/** A group of its own does not hear a Ctrl-C or a cancelled job: what still runs when we end is killed by us. */
function outlivesNobody(pid: number): void {
  if (running.size === 0) for (const event of ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP']) watch(event)
  running.add(pid)
}

const watched = new Set<string>()

function watch(event: string): void {
  if (watched.has(event)) return
  watched.add(event)
  const end = () => {
    for (const pid of running) killGroup(pid)
    if (event !== 'exit') process.kill(process.pid, event)
  }
  process.once(event, end)
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Gone already.
  }
}
