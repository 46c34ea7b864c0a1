// The step `scan` with real Trivy, as a host runs it and as the built command: an image that is guilty by our own database,
// a policy, a moment.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { scan } from '../../src/steps/scan.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { root } from './components.ts'
import { daysAgo } from './faketime.ts'
import { attempt } from './run.ts'
import { tool } from './tools.ts'

export interface ScanRoom {
  readonly folder: string
  /** Runs the step; `at` is the moment it believes it is, in milliseconds. */
  scan(inputs: Readonly<Record<string, string>>, at?: number): Promise<Ran>
  policy(text: string): Promise<void>
  /** A program in place of Trivy: a Node script that gets Trivy's arguments. Returns its path. */
  program(script: string): Promise<string>
  remove(): Promise<void>
}

/** @param cache Trivy's cache folder, with the database */
export async function scanRoom(cache: string, env: Readonly<Record<string, string>> = {}): Promise<ScanRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-scan-'))
  return {
    folder,
    scan(inputs, at = Date.now()) {
      const log = createLog({ line: () => undefined, clock: () => 0 })
      const whole = { PATH: process.env['PATH'], HOME: folder, ...env }
      const world = realWorld({ env: whole, cwd: folder, log, input: (async function* () {})() })
      const given = { 'trivy-path': tool('trivy'), 'trivy-cache-dir': cache, offline: 'true', ...inputs }
      const now = () => Math.floor(at / 1000)
      return runStep(scan, ({ name }) => (given as Record<string, string>)[name], { ...world, now })
    },
    policy: text => writeFile(join(folder, '.image-hygiene.yml'), text),
    async program(script) {
      const path = join(folder, `trivy-${Math.random().toString(36).slice(2)}`)
      await writeFile(path, `#!${process.execPath}\n${script}\n`)
      await chmod(path, 0o755)
      return path
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Told {
  readonly code: number | null
  readonly outcome: {
    readonly verdict: string
    readonly findings: readonly {
      readonly rule: string
      readonly severity: string
      readonly message: string
      readonly image?: string
      readonly suppressed?: string
      readonly location?: { readonly file: string; readonly line: number }
    }[]
    readonly outputs: Readonly<Record<string, string>>
    readonly stats: Readonly<Record<string, number>>
  }
  /** All that it printed, for people and for programs. */
  readonly log: string
}

/** The built command in a folder, offline, with Trivy's cache folder; `days` ago. */
export async function scanCli(
  folder: string,
  cache: string,
  words: readonly string[],
  { days = 0, trivy = tool('trivy') } = {},
): Promise<Told> {
  const cli = [process.execPath, join(root, 'dist/cli/index.js'), 'scan', '--json'] as const
  const flags = ['--offline', '--trivy-path', trivy, '--trivy-cache-dir', cache]
  const [program = '', ...rest] = [...daysAgo(days), ...cli, ...flags, ...words]
  const ran = await attempt([program, ...rest], { cwd: folder })
  return { code: ran.code, outcome: JSON.parse(ran.stdout), log: ran.stdout + ran.stderr }
}

/** By the id of each vulnerability its tier; the last one where several images have it. */
export const tiersOf = ({
  outcome,
}: {
  readonly outcome: { readonly findings: readonly { readonly rule: string; readonly message: string }[] }
}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    outcome.findings.flatMap(({ rule, message }) => {
      const tier = /^(T\d|X|A) /.exec(message)?.[1]
      return tier === undefined ? [] : [[rule, tier]]
    }),
  )
