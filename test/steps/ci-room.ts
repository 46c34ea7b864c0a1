import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import { steps } from '../../src/steps/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import type { World } from '../../src/system/world.ts'

/** A checkout in which steps run as on a runner: by inputs, variables and files. */
export interface CiRoom {
  file(name: string, content: string | object): Promise<string>
  /** For what is below a step. Whoever takes it closes its `http`. */
  world(env: Readonly<Record<string, string>>, now: number): World
  /** @param now unix seconds */
  step(
    name: string,
    inputs: Readonly<Record<string, string>>,
    env: Readonly<Record<string, string>>,
    now: number,
  ): Promise<Ran>
  remove(): Promise<void>
}

export async function ciRoom(): Promise<CiRoom> {
  const folder = await mkdtemp(join(tmpdir(), 'ci-room-'))
  const world = (env: Readonly<Record<string, string>>, now: number): World => {
    const log = createLog({ line: () => undefined, clock: () => 0 })
    const all = { PATH: process.env['PATH'], HOME: folder, ...env }
    const real = realWorld({ env: all, cwd: folder, log, input: (async function* () {})() })
    return { ...real, now: () => now }
  }
  return {
    async file(name, content) {
      const path = join(folder, name)
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
      return path
    },
    world,
    async step(name, inputs, env, now) {
      const step = await steps.find(one => one.name === name)?.load()
      if (step === undefined) throw new Error(`there is no step ${name}`)
      return runStep(step, input => inputs[input.name], world(env, now))
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
