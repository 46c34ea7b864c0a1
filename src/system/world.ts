import type { Instant } from '../image/index.ts'

/** Everything a step may touch. Tests hand in another one; `node.ts` makes the real one. */
export interface World {
  readonly now: () => Instant
  readonly env: Readonly<Record<string, string | undefined>>
  /** The folder that relative paths start from. */
  readonly cwd: string
  readonly files: Files
  readonly http: Http
  readonly processes: Processes
  readonly threads: Threads
  readonly log: Log
  /** Between 0 and 1; for jitter and temporary names only. */
  readonly random: () => number
}

/** Paths are relative to `cwd` or absolute. Errors are HygieneErrors that name the path. */
export interface Files {
  /** Throws `no-file`, or `too-large` above `limit` bytes (16 MiB unless told). */
  read(path: string, limit?: number): Promise<Uint8Array>
  readText(path: string, limit?: number): Promise<string>
  /** A file, or a piece of it, as it comes: for what is too large to hold. Throws `no-file` or `bad-file`. */
  stream(path: string, piece?: { readonly start: number; readonly length: number }): AsyncIterable<Uint8Array>
  /** Bytes; undefined for what is no file. */
  size(path: string): Promise<number | undefined>
  kind(path: string): Promise<'file' | 'folder' | 'absent' | 'other'>
  /** Names in a folder, sorted; empty if it is absent. */
  list(path: string): Promise<readonly string[]>
  /** Files below `cwd` that match the globs, sorted, `.gitignore` honoured, symlinks out of `cwd` not followed. */
  find(globs: readonly string[]): Promise<readonly string[]>
  /** Replaces the file in one step (temporary file, rename); makes missing folders. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** The same for what is too large to hold; a file that breaks off is not there. */
  writeFrom(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void>
  /** Appends and flushes to the disk before it resolves. */
  append(path: string, content: string): Promise<void>
  remove(path: string): Promise<void>
  /** The same, with another folder to start from. */
  below(folder: string): Files
  /** A private folder that is deleted when the process ends. */
  temporaryFolder(): Promise<string>
  standardInput(limit?: number): Promise<string>
}

/** One exchange; redirects are answers, never followed here: whoever knows the credentials decides. */
export interface Http {
  /** Throws HygieneError `unreachable`, `too-slow`, `too-large` or `bad-answer` (no HTTP); any status is an answer. */
  send(request: HttpRequest): Promise<HttpResponse>
  /** Like `send`, with the body as it arrives. */
  stream(request: HttpRequest): Promise<HttpStream>
  /** The same with further certificate authorities (PEM); closed together with this one. */
  trusting(authorities: string): Http
  close(): Promise<void>
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  /** Path and query in place of the url's: who asks one origin thousands of times spares making as many URLs. */
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** Bytes of the answer's body, checked while reading; 4 MiB unless told. */
  readonly limit?: number
  /** Milliseconds for the whole exchange; 30,000 unless told. Connecting and silence in the body have shorter limits. */
  readonly timeout?: number
}

export interface HttpResponse {
  readonly status: number
  /** Lower-case names; repeated fields joined by ', '. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface HttpStream {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: AsyncIterable<Uint8Array>
}

export interface Processes {
  /** The absolute path of a program on PATH, if there is one. */
  find(program: string): Promise<string | undefined>
  /** No shell. Throws `no-file` if the program is missing and `too-slow` after `timeout`; any exit code is an answer. */
  run(program: string, args: readonly string[], options?: RunOptions): Promise<RunResult>
}

export interface RunOptions {
  /** The child's whole environment, besides PATH, HOME, TMPDIR and locale. */
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  readonly cwd?: string
  /** Milliseconds; 600,000 unless told. The child and its children are killed at the end of it. */
  readonly timeout?: number
  /** Bytes kept of each stream; 16 MiB unless told. More is `too-large`. */
  readonly limit?: number
}

export interface RunResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Work that may never end, off the main thread, so that a deadline can hold. */
export interface Threads {
  /** Starts one of our own workers: `dockerfilelint` is `gates/lint/dockerfilelint.worker.js`. */
  start(worker: 'dockerfilelint'): Thread
}

export interface Thread {
  /** A structured clone of the message goes to the worker. */
  send(message: unknown): void
  /** The next message of the worker, or undefined after `timeout` milliseconds. Throws `tool-failed` if it has died. */
  receive(timeout: number): Promise<unknown>
  /** Ends it at once, whatever it does. */
  stop(): Promise<void>
}

/** For people. Implementations see to it that no line can be taken for a workflow command and no secret shows. */
export interface Log {
  /** A line that stays. */
  info(text: string): void
  warn(text: string): void
  /** A state that replaces the one before; shown at most every few seconds in CI. */
  progress(text: string): void
  /** A value that no output may show from now on. */
  secret(value: string): void
}
