import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a committed bundle in a folder, with nothing of our environment but PATH and HOME. */
export function runBuilt(
  bundle: 'cli' | 'action',
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string>; readonly input?: string } = {},
): Ran {
  const ran = spawnSync(process.execPath, [resolve(root, `dist/${bundle}/index.js`), ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}
