// The registry of a life: previews that are past their time and a release, two of them signed, behind a counter.
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pullWhole } from './clients.ts'
import { type CosignKey, cosignKey, cosignSign, cosignVerify } from './cosign.ts'
import { image } from './images.ts'
import { startRegistry } from './registries.ts'
import { wire } from './wire.ts'

export interface Graveyard {
  /** `127.0.0.1:PORT`, where requests are counted. */
  readonly host: string
  /** Requests since the images were there. */
  readonly requests: () => number
  /** `HOST/acme/app@sha256:…` */
  readonly nameOf: (tag: string) => string
  readonly there: (tag: string) => Promise<boolean>
  /** Pushes another image that is past its time. */
  readonly bury: (tag: string) => Promise<void>
  readonly remove: (tag: string) => Promise<void>
  readonly garbageCollect: () => Promise<void>
  /** Pulls every blob of what should be there, and verifies the release's signature, which is the only one left. */
  readonly checkWhole: (tags: readonly string[]) => Promise<void>
  readonly policy: string
  readonly stop: () => Promise<void>
}

const past = '1767225600'
const future = '4102444800'
const wanted = { 'pr-1': past, 'pr-2': past, 'pr-3': past, 'pr-4': past, 'pr-live': future, 'v1.0.0': '' }

export async function graveyard(): Promise<Graveyard> {
  const registry = await startRegistry('docker-registry')
  const counter = await counted(registry.url)
  const call = wire(`http://${counter.host}`)
  const key: CosignKey = await cosignKey()
  const digests = new Map<string, string>()
  const push = async (tag: string, at: string): Promise<void> => {
    const layers = [[{ path: 'shared', content: 'shared' }], [{ path: tag, content: tag }]]
    const one = image({ labels: { expire_at: at, tag }, layers })
    digests.set(tag, one.manifest.digest)
    await call.pushImage('acme/app', one, [tag])
  }
  for (const [tag, at] of Object.entries(wanted)) await push(tag, at)
  const nameOf = (tag: string): string => `${counter.host}/acme/app@${digests.get(tag)}`
  for (const tag of ['pr-1', 'v1.0.0']) await cosignSign(key, nameOf(tag), 'legacy')
  counter.reset()
  return {
    host: counter.host,
    requests: counter.count,
    nameOf,
    there: async tag => (await call.digest('acme/app', tag)) !== undefined,
    bury: tag => push(tag, past),
    remove: async tag => void (await call.delete('acme/app', digests.get(tag) ?? '')),
    garbageCollect: async () => void (await registry.garbageCollect?.()),
    checkWhole: async tags => {
      for (const tag of tags) await pullWhole(`${counter.host}/acme/app:${tag}`)
      const verified = await cosignVerify(key, nameOf('v1.0.0'), 'legacy')
      if (verified.code !== 0) throw new Error(`the release is not signed any more: ${verified.stderr}`)
      const signatures = (await call.tags('acme/app')).filter(tag => tag.endsWith('.sig'))
      const own = `${digests.get('v1.0.0')?.replace(':', '-')}.sig`
      if (signatures.join() !== own) throw new Error(`signatures: ${signatures.join(', ')} instead of ${own}`)
    },
    policy: [
      'version: 1',
      `images: ['${counter.host}/acme/**']`,
      'classes:',
      "  preview: { on: pull-request, tags: ['pr-{number}', 'pr-live'], expires: 14d }",
      'cleanup:',
      '  limits: { deletions: 10, share: 80% }',
      '',
    ].join('\n'),
    stop: async () => {
      await counter.stop()
      await registry.stop()
    },
  }
}

/** A proxy that counts. */
async function counted(target: string): Promise<{
  readonly host: string
  readonly count: () => number
  readonly reset: () => void
  readonly stop: () => Promise<void>
}> {
  let count = 0
  const server = createServer((incoming, outgoing) => {
    count++
    const { method, headers, url } = incoming
    const onward = request(new URL(url ?? '/', target), { method, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
    reset: () => {
      count = 0
    },
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
