import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The committed bundle if it knows the step already, else the sources as TypeScript emits them. */
export function builtCli(step: string): string {
  const bundle = resolve(root, 'dist/cli/index.js')
  if (existsSync(bundle) && spawnSync(process.execPath, [bundle, step, '--help']).status === 0) return bundle
  const compiled = spawnSync(process.execPath, [resolve(root, 'scripts/compile.mjs')], {
    cwd: root,
    encoding: 'utf8',
  })
  if (compiled.status !== 0) throw new Error(compiled.stdout + compiled.stderr)
  return resolve(root, 'lib/hosts/cli/main.js')
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<{
    readonly code: number | null
    readonly signal: string | null
    readonly said: string
  }>
}

export function run(cli: string, args: readonly string[], cwd: string): Running {
  const process_ = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  process_.stdout.on('data', (chunk: Buffer) => {
    said += chunk
  })
  process_.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const ended = new Promise<Awaited<Running['ended']>>(done => {
    process_.on('close', (code, signal) => done({ code, signal, said }))
  })
  return { process: process_, ended }
}
