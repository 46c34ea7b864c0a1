import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Result } from '../../../src/outcome/index.ts'
import { readInputs } from '../../../src/steps/define.ts'
import { lint } from '../../../src/steps/lint.ts'
import { realWorld } from '../../../src/system/node.ts'
import type { World } from '../../../src/system/world.ts'
import { november } from './linting.ts'

/** Runs the step in a folder, on 21 November 2026 unless the world is changed. */
export async function lintFolder(
  cwd: string,
  dockerfiles: readonly string[] | undefined,
  inputs: Readonly<Record<string, string>> = {},
  changed: Partial<World> = {},
): Promise<Result> {
  const quiet = () => {}
  const log = { info: quiet, warn: quiet, progress: quiet, secret: quiet }
  const world = realWorld({ env: {}, cwd, log, input: (async function* () {})() })
  const given = { ...inputs, ...(dockerfiles === undefined ? {} : { dockerfiles: dockerfiles.join('\n') }) }
  return lint.run(
    readInputs(lint.inputs, ({ name }) => (given as Record<string, string>)[name]),
    { ...world, now: () => november, ...changed },
  )
}

/** A folder with these files, gone after the test. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lint-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}
