// A place where sign, verify and record run as a host runs them, with a program in cosign's place and a registry in memory.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ran, runStep } from '../../src/hosts/run.ts'
import type { Digest } from '../../src/image/index.ts'
import { steps } from '../../src/steps/index.ts'
import { createLog } from '../../src/system/log.ts'
import { realWorld } from '../../src/system/node.ts'
import { type FakeCosign, fakeCosign } from '../fakes/cosign.ts'
import {
  type Auth,
  type FakeRegistry,
  type ImageOptions,
  pushImage,
  startFakeRegistry,
} from '../fakes/registry/index.ts'

export interface Room {
  readonly folder: string
  readonly registry: FakeRegistry
  readonly cosign: FakeCosign
  /** Everything that was said to people. */
  readonly said: readonly string[]
  /** `127.0.0.1:PORT/team/app` */
  readonly repository: string
  push(options?: ImageOptions): Digest
  file(name: string, text: string): Promise<void>
  step(name: 'sign' | 'verify' | 'record', inputs: Texts, env?: Texts): Promise<Ran>
  leave(): Promise<void>
}

type Texts = Readonly<Record<string, string | undefined>>

export async function enter(auth?: Auth): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'signing-'))
  const registry = await startFakeRegistry(auth)
  const cosign = await fakeCosign(folder)
  const said: string[] = []
  return {
    folder,
    registry,
    cosign,
    said,
    repository: `${registry.host}/team/app`,
    push: options => pushImage(registry.store, 'team/app', options),
    file: (name, text) => writeFile(join(folder, name), text),
    async step(name, inputs, env = {}) {
      const log = createLog({ line: text => said.push(text), clock: () => performance.now() })
      const all = { PATH: process.env['PATH'], HOME: folder, ...env }
      const world = realWorld({ env: all, cwd: folder, log, input: (async function* () {})() })
      const given: Texts = { 'cosign-path': cosign.path, ...inputs }
      const step = await steps.find(one => one.name === name)?.load()
      if (step === undefined) throw new Error(`there is no step ${name}`)
      return runStep(step, ({ name }) => given[name], world).finally(() => world.http.close())
    },
    async leave() {
      await registry.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What a run ended with: the exit code, then the rules of its findings. */
export const ended = ({ exitCode, outcome }: Ran): readonly (number | string)[] => [
  exitCode,
  ...outcome.findings.map(({ rule }) => rule),
]

/** What a run tells people to do about its first finding. */
export const fixOf = ({ outcome }: Ran): string => outcome.findings[0]?.fix ?? ''
