import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type OpenOptions, openRegistries, type Registries } from '../../src/registry/index.ts'
import { createFiles } from '../../src/system/files.ts'
import { createHttp } from '../../src/system/http.ts'
import { createProcesses } from '../../src/system/processes.ts'
import { createThreads } from '../../src/system/threads.ts'
import type { World } from '../../src/system/world.ts'
import { type Auth, type FakeRegistry, startFakeRegistry } from '../fakes/registry/index.ts'

export interface TestWorld extends World {
  readonly said: string[]
  readonly secrets: string[]
}

/** A world of its own: an empty folder, no environment but what is given, a log that is kept. */
export async function testWorld(env: Record<string, string> = {}): Promise<TestWorld> {
  const cwd = await mkdtemp(join(tmpdir(), 'registry-'))
  const said: string[] = []
  const secrets: string[] = []
  const http = createHttp({ env })
  onTestFinished(async () => {
    await http.close()
    await rm(cwd, { recursive: true, force: true })
  })
  return {
    now: () => Math.floor(Date.now() / 1000),
    env,
    cwd,
    files: createFiles(cwd, (async function* () {})()),
    http,
    processes: createProcesses(env, cwd),
    threads: createThreads(),
    log: {
      info: text => said.push(text),
      warn: text => said.push(text),
      progress: text => said.push(text),
      secret: value => secrets.push(value),
    },
    random: () => 0.5,
    said,
    secrets,
  }
}

export async function fake(auth?: Auth): Promise<FakeRegistry> {
  const registry = await startFakeRegistry(auth)
  onTestFinished(() => registry.close())
  return registry
}

/** Registries that wait for nobody: pauses between attempts are noted, not slept. */
export async function open(options: OpenOptions = {}, world?: World): Promise<Registries> {
  return openRegistries(world ?? (await testWorld()), { wait: async () => undefined, ...options })
}
