import type { Policy } from '../policy/index.ts'
import { openRegistries, type Registries } from '../registry/index.ts'
import type { World } from '../system/world.ts'

export interface RegistryCall {
  readonly registryUsername?: string | undefined
  readonly registryPassword?: string | undefined
  /** Path of a PEM file. */
  readonly caFile?: string | undefined
  readonly cacheDir?: string | undefined
}

/** The registries of the images that the policy manages, with what the call says about reaching them. */
export async function registriesOf(call: RegistryCall, policy: Policy, world: World): Promise<Registries> {
  return openRegistries(world, {
    plainHttp: policy.cleanup['plain-http'],
    given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
    authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
    ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
  })
}
