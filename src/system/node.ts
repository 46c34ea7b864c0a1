import { createFiles } from './files.ts'
import { createProcesses } from './processes.ts'
import type { Http, HttpRequest, Log, World } from './world.ts'

export interface RealWorldOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly log: Log
  readonly input: AsyncIterable<Uint8Array>
}

/** The world outside: this machine's clock, files, network and processes. */
export function realWorld({ env, cwd, log, input }: RealWorldOptions): World {
  return {
    now: () => Math.floor(Date.now() / 1000),
    env,
    cwd,
    files: createFiles(cwd, input),
    http: lazyHttp(env),
    processes: createProcesses(env, cwd),
    log,
    random: Math.random,
  }
}

/** undici is loaded with the first request: `--help` and `lint` never pay for it. */
function lazyHttp(env: Readonly<Record<string, string | undefined>>): Http {
  let http: Promise<Http> | undefined
  const open = () => {
    // @ts-expect-error
    http ??= import('./http.ts').then(({ createHttp }: { createHttp: (options: object) => Http }) =>
      createHttp({ env }),
    )
    return http
  }
  return {
    send: async (request: HttpRequest) => (await open()).send(request),
    stream: async (request: HttpRequest) => (await open()).stream(request),
    close: async () => (await http)?.close(),
  }
}
