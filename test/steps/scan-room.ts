// The step `scan` as a host runs it, with a program in Trivy's place that finds nothing, or what it was told to find.
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { scan } from '../../src/steps/scan.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { reportOf } from '../gates/scan/reports.ts'

export interface ScanRoom {
  readonly folder: string
  file(name: string, content: string | Uint8Array | object): Promise<void>
  /** What Trivy finds in the image of a layout by the digest of its manifest; `''`: in everything else. */
  finds(digest: string, report: object): Promise<void>
  scan(inputs: Readonly<Record<string, string>>): Promise<Ran>
  /** What Trivy was called with so far, and the digests that the layout it was given names. */
  calls(): Promise<readonly { readonly args: readonly string[]; readonly named: readonly string[] }[]>
  leave(): Promise<void>
}

export async function enterScan(): Promise<ScanRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'))
  const file = async (name: string, content: string | Uint8Array | object) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    const bytes =
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
    await writeFile(path, bytes)
  }
  const finds = (digest: string, report: object) => file(`reports/${digest.slice(7, 19)}.json`, report)
  const today = new Date()
  await file('cache/db/metadata.json', {
    Version: 2,
    UpdatedAt: today,
    NextUpdate: today,
    DownloadedAt: today,
  })
  await file('trivy', `#!${process.execPath}\n(${program})(${JSON.stringify(folder)})\n`)
  await chmod(join(folder, 'trivy'), 0o755)
  await finds('', reportOf([], { CreatedAt: today }))
  return {
    folder,
    file,
    finds,
    scan(inputs) {
      const log = createLog({ line: () => undefined, clock: () => 0 })
      const env = { PATH: process.env['PATH'], HOME: folder }
      const world = realWorld({ env, cwd: folder, log, input: (async function* () {})() })
      const given: Readonly<Record<string, string>> = {
        'trivy-path': join(folder, 'trivy'),
        'trivy-cache-dir': join(folder, 'cache'),
        offline: 'true',
        ...inputs,
      }
      return runStep(scan, ({ name }) => given[name], world).finally(() => world.http.close())
    },
    calls: async () =>
      (await readFile(join(folder, 'calls'), 'utf8').catch(() => ''))
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line)),
    leave: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Runs on its own, as text: nothing of this module is there. */
const program = String((folder: string) => {
  const fs = process.getBuiltinModule('node:fs')
  const args = process.argv.slice(2)
  if (args[0] === '--version') {
    console.log('Version: 0.74.0')
    return
  }
  const after = (flag: string) => args[args.indexOf(flag) + 1] ?? ''
  const index = `${after('--input')}/index.json`
  const named: string[] = fs.existsSync(index)
    ? JSON.parse(fs.readFileSync(index, 'utf8')).manifests.map(({ digest }: { digest: string }) => digest)
    : []
  fs.appendFileSync(`${folder}/calls`, `${JSON.stringify({ args, named })}\n`)
  const own = `${folder}/reports/${(named[0] ?? '').slice(7, 19)}.json`
  fs.copyFileSync(fs.existsSync(own) ? own : `${folder}/reports/.json`, after('--output'))
})

/** What a run ended with: the exit code, then the rules of its findings that are more than a word. */
export const ended = ({ exitCode, outcome }: Ran): readonly (number | string)[] => [
  exitCode,
  ...outcome.findings.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule),
]
