import { HygieneError } from '../outcome/index.ts'
import { type Policy, parseDuration } from '../policy/index.ts'
import { type OpenOptions, openRegistries, type Registries } from '../registry/index.ts'
import type { World } from '../system/world.ts'

export interface RegistryCall {
  readonly registryUsername?: string | undefined
  readonly registryPassword?: string | undefined
  /** Path of a PEM file. */
  readonly caFile?: string | undefined
  readonly cacheDir?: string | undefined
}

type Limits = NonNullable<OpenOptions['limits']>

/** Seconds and requests for a run that only reads. Whoever deletes stops between two lines instead, and mends. */
export function limitsOf(call: {
  readonly timeBudget: string | undefined
  readonly maxRequests: number | undefined
}): Limits {
  return { requests: call.maxRequests, seconds: secondsOf(call.timeBudget) }
}

export function secondsOf(timeBudget: string | undefined): number | undefined {
  const seconds = timeBudget === undefined ? undefined : parseDuration(timeBudget)
  if (typeof seconds !== 'object') return seconds
  throw new HygieneError('bad-usage', `time-budget: ${seconds.fault}`)
}

/** The registries of the images that the policy manages, with what the call says about reaching them. */
export async function registriesOf(
  call: RegistryCall,
  policy: Policy,
  world: World,
  limits?: Limits,
): Promise<Registries> {
  if (call.registryUsername !== undefined && call.registryPassword === undefined)
    world.log.warn(
      'registry-username is of no use without registry-password: is the secret empty in this job?',
    )
  return openRegistries(world, {
    plainHttp: policy.cleanup['plain-http'],
    given: { images: policy.images, username: call.registryUsername, password: call.registryPassword },
    authorities: call.caFile === undefined ? undefined : await world.files.readText(call.caFile),
    ...(limits === undefined ? {} : { limits }),
    ...(call.cacheDir === undefined ? {} : { cacheFolder: call.cacheDir }),
  })
}
