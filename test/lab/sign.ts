// A place to run our steps sign, verify and record in, as a pipeline would: inputs, an environment, a folder.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { steps } from '../../src/steps/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import type { CosignKey } from './cosign.ts'
import { tool } from './tools.ts'

export interface SignRoom {
  readonly folder: string
  readonly said: readonly string[]
  file(name: string, text: string): Promise<string>
  step(
    name: 'sign' | 'verify' | 'record',
    inputs: Readonly<Record<string, string>>,
    env?: Readonly<Record<string, string>>,
  ): Promise<Ran>
  remove(): Promise<void>
}

export async function signRoom(key: CosignKey): Promise<SignRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'lab-sign-'))
  const said: string[] = []
  const file = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return name
  }
  return {
    folder,
    said,
    file,
    async step(name, inputs, env = {}) {
      const log = createLog({ line: text => said.push(text), clock: () => performance.now() })
      const world = realWorld({
        env: { PATH: process.env['PATH'], HOME: folder, COSIGN_PASSWORD: key.password, ...env },
        cwd: folder,
        log,
        input: (async function* () {})(),
      })
      const step = await steps.find(one => one.name === name)?.load()
      if (step === undefined) throw new Error(`there is no step ${name}`)
      const given: Readonly<Record<string, string>> = { 'cosign-path': tool('cosign'), ...inputs }
      return runStep(step, ({ name }) => given[name], world)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
