// Where the images of the life stand: a real registry behind a counter, and the checks of what is left in it.
import { rm } from 'node:fs/promises'
import { pullWhole } from '../clients.ts'
import { type CosignKey, cosignKey, cosignVerify } from '../cosign.ts'
import { countRequests } from '../counter.ts'
import { startRegistry } from '../registries.ts'
import { wire } from '../wire.ts'

export interface Shelf {
  /** `127.0.0.1:PORT`, where requests are counted. */
  readonly host: string
  /** `HOST/acme/app` */
  readonly repository: string
  readonly key: CosignKey
  /** Requests since the last `resetCount`. */
  requests(): number
  resetCount(): void
  /** Tags that name images, not signatures. */
  tags(): Promise<readonly string[]>
  digestOf(tag: string): Promise<string>
  /** The server's own garbage collection, which only deletes blobs that no manifest names. */
  garbageCollect(): Promise<void>
  /** Pulls every blob of every platform of these, and verifies their signatures, each by its digest. */
  checkWhole(tags: readonly string[]): Promise<void>
  /** Signatures whose image is gone. */
  orphans(): Promise<readonly string[]>
  stop(): Promise<void>
}

const name = 'acme/app'
const metadata = /^sha256-([0-9a-f]{64})/

export async function shelf(): Promise<Shelf> {
  const registry = await startRegistry('docker-registry')
  const counter = await countRequests(registry.url)
  const key = await cosignKey('of the life')
  // Looks past the counter.
  const call = wire(registry.url)
  const repository = `${counter.host}/${name}`
  const digestOf = async (tag: string): Promise<string> => {
    const digest = await call.digest(name, tag)
    if (digest === undefined) throw new Error(`${repository}:${tag} is not there`)
    return digest
  }
  return {
    host: counter.host,
    repository,
    key,
    requests: counter.count,
    resetCount: counter.reset,
    tags: async () => (await call.tags(name)).filter(tag => !metadata.test(tag)),
    digestOf,
    garbageCollect: async () => void (await registry.garbageCollect?.()),
    async checkWhole(tags) {
      for (const tag of tags) {
        await pullWhole(`${registry.host}/${name}:${tag}`)
        const verified = await cosignVerify(key, `${registry.host}/${name}@${await digestOf(tag)}`, 'bundle')
        if (verified.code !== 0) throw new Error(`${tag} is not signed any more: ${verified.stderr}`)
      }
    },
    async orphans() {
      const orphans: string[] = []
      for (const tag of await call.tags(name)) {
        const subject = metadata.exec(tag)?.[1]
        if (subject !== undefined && (await call.digest(name, `sha256:${subject}`)) === undefined)
          orphans.push(tag)
      }
      return orphans
    },
    async stop() {
      await counter.stop()
      await registry.stop()
      await rm(key.folder, { recursive: true, force: true })
    },
  }
}
