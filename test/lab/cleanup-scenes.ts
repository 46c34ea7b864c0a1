// Every kind of registry, filled with the same company, with a folder to clean it up from.
import { rm } from 'node:fs/promises'
import { expect } from 'vitest'
import { startBuildkit } from './buildkit.ts'
import { inventory, type Workplace, workplace } from './cleanup-cli.ts'
import { type Company, fillCompany, repository } from './cleanup-company.ts'
import { pullWhole } from './clients.ts'
import { cosignKey, cosignVerify, type SignatureFormat } from './cosign.ts'
import { type Registry, type RegistryKind, registryKinds, startRegistry } from './registries.ts'
import { type Wire, wire } from './wire.ts'

export interface Scene {
  readonly registry: Registry
  readonly call: Wire
  readonly place: Workplace
  readonly company: Company
  /** `HOST/team/app:TAG` */
  named(tag: string): string
  /** That the tag still is the image of the company, and skopeo gets every byte of it. */
  isWhole(tag: string): Promise<void>
  /** That cosign finds the company's signature of this image. */
  verifies(tag: string, format: SignatureFormat): Promise<void>
}

export interface Scenes {
  on(kind: RegistryKind): Scene
  stop(): Promise<void>
}

export async function startScenes(): Promise<Scenes> {
  const key = await cosignKey()
  const registries = await Promise.all(registryKinds.map(kind => startRegistry(kind)))
  const buildkit = await startBuildkit(registries.map(({ host }) => host))
  const scenes = new Map<RegistryKind, Scene>()
  for (const registry of registries) {
    const place = await workplace()
    const call = wire(registry.url)
    const company = await fillCompany(registry, buildkit, key)
    const named = (tag: string) => `${registry.host}/${repository}:${tag}`
    const byDigest = (tag: string) => `${registry.host}/${repository}@${company[tag]}`
    await place.write('prod.json', inventory([byDigest('pr-3')]))
    scenes.set(registry.kind, {
      registry,
      call,
      place,
      company,
      named,
      async isWhole(tag) {
        expect(await call.digest(repository, tag), tag).toBe(company[tag])
        await pullWhole(named(tag))
      },
      async verifies(tag, format) {
        const verified = await cosignVerify(key, byDigest(tag), format)
        expect(verified.code, `${tag} ${format} ${verified.stderr}`).toBe(0)
      },
    })
  }
  return {
    on(kind) {
      const found = scenes.get(kind)
      if (found === undefined) throw new Error(`${kind} was not filled`)
      return found
    },
    async stop() {
      for (const { registry, place } of scenes.values()) {
        await registry.stop()
        await place.remove()
      }
      await buildkit.stop()
      await rm(key.folder, { recursive: true, force: true })
    },
  }
}
