// The step `scan` with real Trivy, as a host runs it: an image that is guilty by our own database, a policy, a moment.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { scan } from '../../src/steps/scan.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
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
