import {
  appendRecord,
  appendToRegistry,
  type Catalog,
  type ImageRecord,
  readCatalog,
  readFromRegistry,
} from '../catalog/index.ts'
import { parseRepository } from '../image/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import type { World } from '../system/world.ts'
import { type RegistryCall, registriesOf } from './registries.ts'

/** A catalog by its name: a file of JSON Lines, or `oci://REGISTRY/REPOSITORY`. */
export interface NamedCatalog {
  read(): Promise<Catalog>
  append(record: ImageRecord): Promise<void>
}

const scheme = 'oci://'

export function catalogAt(name: string, call: RegistryCall, policy: Policy, world: World): NamedCatalog {
  if (!name.startsWith(scheme)) {
    return {
      read: () => readCatalog(name, world.files),
      append: record => appendRecord(name, record, world.files),
    }
  }
  const repository = parseRepository(name.slice(scheme.length))
  if (typeof repository !== 'string') {
    throw new HygieneError('bad-usage', `catalog: ${name} is no repository: ${repository.fault}`, {
      fix: 'catalog: oci://ghcr.io/acme/catalog',
    })
  }
  const open = async () =>
    (await registriesOf(call, { ...policy, images: [...policy.images, repository] }, world)).of(repository)
  return {
    read: async () => readFromRegistry(await open(), repository),
    append: async record => appendToRegistry(await open(), repository, record),
  }
}
