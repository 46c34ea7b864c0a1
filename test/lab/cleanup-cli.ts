// The built command as a person runs it: a child process in a folder of its own, its outcome read from standard output.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Outcome } from '../../src/outcome/index.ts'
import { outcomeSchema } from '../../src/outcome/schema.ts'
import { attempt } from './run.ts'

const cli = resolve(import.meta.dirname, '../../dist/cli/index.js')

export interface Told {
  readonly code: number | null
  readonly outcome: Outcome
  /** What people see. */
  readonly text: string
}

export interface Workplace {
  readonly folder: string
  /** Runs a step with `--json`. */
  hygiene(...words: readonly string[]): Promise<Told>
  /** The same as a job of CI, with its variables. */
  inCi(env: Readonly<Record<string, string>>, ...words: readonly string[]): Promise<Told>
  read(path: string): Promise<string>
  exists(path: string): Promise<boolean>
  write(path: string, text: string): Promise<void>
  remove(): Promise<void>
}

export async function workplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-cleanup-'))
  // The suite may itself run in CI; the command under test shall not think that it does.
  const outside = { CI: undefined, GITHUB_ACTIONS: undefined, GITLAB_CI: undefined }
  const inCi: Workplace['inCi'] = async (env, ...words) => {
    const ran = await attempt([process.execPath, cli, ...words, '--json'], {
      cwd: folder,
      env: { ...outside, HOME: folder, ...env },
      timeout: 120_000,
    })
    const outcome = outcomeSchema.parse(JSON.parse(ran.stdout)) as Outcome
    return { code: ran.code, outcome, text: ran.stderr }
  }
  return {
    folder,
    inCi,
    hygiene: (...words) => inCi({}, ...words),
    read: path => readFile(join(folder, path), 'utf8'),
    exists: async path => existsSync(join(folder, path)),
    write: (path, text) => writeFile(join(folder, path), text),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** An inventory that was collected just now and saw everything. */
export function inventory(references: readonly string[]): string {
  return JSON.stringify({
    schema: 'image-hygiene/inventory/v1',
    source: 'prod',
    kind: 'kubernetes',
    collectedAt: new Date().toISOString(),
    complete: true,
    errors: [],
    refs: references.map(raw => ({
      raw,
      where: { cluster: 'prod', namespace: 'web', kind: 'Pod', name: 'app-1' },
    })),
  })
}

export interface Line {
  readonly action: 'delete' | 'keep'
  readonly repository: string
  readonly head: string
  readonly tags: readonly string[]
  readonly class: string | null
  readonly reason: string
  readonly with: readonly string[]
}

/** The lines of a plan below its header. */
export const linesOf = (plan: string): readonly Line[] =>
  plan
    .trimEnd()
    .split('\n')
    .slice(1)
    .map(line => JSON.parse(line) as Line)
