import { existsSync } from 'node:fs'
import { HygieneError } from '../outcome/index.ts'
import type { Thread, Threads } from './world.ts'

/** Where each worker lies, seen from this module: as a source or compiled beside it, or bundled beside the bundle. */
const places: Readonly<Record<Parameters<Threads['start']>[0], readonly string[]>> = {
  dockerfilelint: ['../lint-worker/index.js', '../gates/lint/dockerfilelint.worker.js'],
}

export function createThreads(): Threads {
  return { start: worker => start(entryOf(worker)) }
}

/** A constant in `new URL(…, import.meta.url)` would make the bundler copy the worker without what it imports. */
function entryOf(worker: keyof typeof places): URL {
  const here = import.meta.url
  const entry = places[worker].map(place => new URL(place, here)).find(url => existsSync(url))
  if (entry !== undefined) return entry
  throw new HygieneError('damaged', `the worker ${worker} is missing beside ${here}`, {
    fix: 'install image-hygiene again: dist/ is incomplete',
  })
}

function start(entry: URL): Thread {
  // Loading it costs more than the rest of a small step, and most steps start no thread.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const worker = new Worker(entry, { env: {}, stdin: false, stdout: true, stderr: true })
  // Nothing waits for the worker but `receive`.
  worker.unref()
  const arrived: unknown[] = []
  let failure: unknown
  let wake = () => {}
  worker.on('message', message => {
    arrived.push(message)
    wake()
  })
  worker.on('error', error => {
    failure = error
    wake()
  })
  worker.on('exit', code => {
    failure ??= new Error(`the worker ended with code ${code}`)
    wake()
  })
  return {
    send: message => worker.postMessage(message),
    receive: async timeout => {
      if (arrived.length === 0 && failure === undefined) {
        await new Promise<void>(resolve => {
          // A timer that is late because this thread was busy must not outrun an answer that is already there.
          const timer = setTimeout(() => setImmediate(resolve), timeout)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      if (arrived.length > 0) return arrived.shift()
      if (failure === undefined) return undefined
      throw new HygieneError('tool-failed', 'a worker of image-hygiene has died', { cause: failure })
    },
    stop: async () => {
      await worker.terminate()
    },
  }
}
