import type { ServerResponse } from 'node:http'
import {
  type Asked,
  type Given,
  given,
  type RunningRegistry,
  type Store,
  startRegistry,
} from '../../../src/demo/registry/index.ts'
import { type Auth, createGate, type Gate } from './auth.ts'
import { type Drip, type Habit, habits, type Scene } from './habits.ts'

export type { Auth, Login } from './auth.ts'
export type { Habit } from './habits.ts'
export { type ImageOptions, type IndexOptions, pushImage, pushIndex } from './images.ts'

export interface FakeRegistry extends RunningRegistry {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Everything that was asked, in order, token requests included. */
  readonly log: readonly Logged[]
  readonly issued: Gate['issued']
  /** From now on, until `habit(name, false)`. */
  habit(name: Habit, on?: boolean): void
  /** Requests whose `METHOD path?query` matches. */
  count(pattern: RegExp): number
  forget(): void
  /** Called after each request was noted and before it is answered: the world changes between two requests. */
  /** Where the next GET is sent to, once. */
  redirect: string | undefined
  /** The answer to the next request, whatever it is. */
  answerOnce: Given | undefined
  /** The next request is carried out, and its answer lost on the way. */
  loseNextAnswer: boolean
  between: ((logged: Logged, store: Store) => void) | undefined
}

export interface Logged {
  readonly method: string
  readonly path: string
  /** `GET /v2/a/tags/list?n=1000` */
  readonly line: string
  readonly authorization: string | undefined
  readonly accept: string | undefined
  readonly conditional: boolean
  status: number
}

/** The demo's registry with a log, habits by name, and somebody at the door. */
export async function startFakeRegistry(auth: Auth = { kind: 'none' }): Promise<FakeRegistry> {
  const gate = createGate(auth)
  const turns = new Map<Habit, number>()
  const log: Logged[] = []
  const timers = new Set<ReturnType<typeof setInterval>>()
  let url = ''
  let registry: FakeRegistry | undefined

  const running = await startRegistry({
    around: (asked, good, raw) => {
      const logged = note(asked)
      log.push(logged)
      if (registry !== undefined) registry.between?.(logged, registry.store)
      if (registry?.loseNextAnswer === true) {
        registry.loseNextAnswer = false
        good()
        raw.destroy()
        return undefined
      }
      const result = gate.check(asked, url) ?? instead(asked) ?? misbehave(asked, good) ?? good()
      if (result === 'hang') return undefined
      if (result === 'drop') {
        raw.destroy()
        return undefined
      }
      if ('piece' in result) {
        drip(result, raw, timers)
        return undefined
      }
      logged.status = result.status
      // Whatever is answered, and by whom: the clock is the machine's.
      return turns.has('clock an hour off')
        ? given(result.status, { ...result.headers, date: anHourAgo() }, result.body)
        : result
    },
  })
  url = `http://${running.host}`

  const instead = ({ method }: Asked): Given | undefined => {
    if (registry === undefined) return undefined
    const { answerOnce, redirect: location } = registry
    if (answerOnce !== undefined) {
      registry.answerOnce = undefined
      return answerOnce
    }
    if (location === undefined || method !== 'GET') return undefined
    registry.redirect = undefined
    return given(307, { location })
  }

  const misbehave = (asked: Asked, good: () => Given) => {
    // What only changes the question comes before what answers it.
    for (const [name, turn] of [...turns].sort(
      ([a], [b]) => Number(b.startsWith('ignores')) - Number(a.startsWith('ignores')),
    )) {
      turns.set(name, turn + 1)
      const bad: (scene: Scene) => ReturnType<(typeof habits)[Habit]> = habits[name]
      const result = bad({ asked, good, turn: turn + 1, url })
      if (result !== undefined) return result
    }
    return undefined
  }

  registry = {
    ...running,
    url,
    log,
    issued: gate.issued,
    redirect: undefined,
    answerOnce: undefined,
    loseNextAnswer: false,
    between: undefined,
    habit(name, on = true) {
      if (on) turns.set(name, 0)
      else turns.delete(name)
    },
    count: pattern => log.filter(({ line }) => pattern.test(line)).length,
    forget() {
      log.length = 0
    },
    async close() {
      for (const timer of timers) clearInterval(timer)
      await running.close()
    },
  }
  return registry
}

function anHourAgo(): string {
  return new Date(Date.now() - 3_600_000).toUTCString()
}

function note({ method, path, query, headers }: Asked): Logged {
  const search = query.size === 0 ? '' : `?${query}`
  return {
    method,
    path,
    line: `${method} ${path}${search}`,
    authorization: headers['authorization'],
    accept: headers['accept'],
    conditional: headers['if-none-match'] !== undefined,
    status: 0,
  }
}

function drip(
  { piece, every, headers }: Drip,
  raw: ServerResponse,
  timers: Set<ReturnType<typeof setInterval>>,
) {
  raw.writeHead(200, headers)
  if (every > 0) {
    const timer = setInterval(() => raw.write(piece), every)
    timers.add(timer)
    raw.on('close', () => clearInterval(timer))
    return
  }
  const pour = () => {
    while (!raw.destroyed) if (!raw.write(piece)) return void raw.once('drain', pour)
  }
  pour()
}
