import { type Instant, parseRepository, type Repository, registryOf } from '../image/index.ts'
import type { Http, Log, World } from '../system/world.ts'
import { createAuthorization } from './authorization.ts'
import { openBlob, type StreamRequest } from './blob-stream.ts'
import { type Budget, type BudgetLimits, createBudget } from './budget.ts'
import { type Cache, createCache, noCache } from './cache.ts'
import { createOciRegistry, type OciRegistry } from './client.ts'
import { type Credentials, createCredentials } from './credentials.ts'
import { endpointOf } from './endpoint.ts'
import { createFollower } from './follow.ts'
import { createPace } from './pace.ts'
import { createSkew } from './skew.ts'
import { type Counts, createTally, type Tally } from './tally.ts'
import { createTransport } from './transport.ts'

/** All registries of a run: one client a host, one budget and one count for all. */
export interface Registries {
  /** By host (`ghcr.io`) or by anything in it (`ghcr.io/acme/app`). */
  of(host: string): OciRegistry
  readonly cache: Cache
  /** Requests, bytes and seconds so far, by the names of an outcome's `stats`. */
  stats(): Readonly<Record<string, number>>
}

export interface RegistryOptions {
  readonly http: Http
  readonly credentials: Credentials
  /** Hosts other than loopback that speak plain http: `cleanup.plain-http` of the policy. */
  readonly plainHttp: readonly string[]
  readonly budget: Budget
  readonly tally: Tally
  readonly log: Log
  /** Unix seconds. */
  readonly now: () => Instant
  readonly random: () => number
  /** Milliseconds. */
  readonly wait?: (milliseconds: number) => Promise<void>
  /** The most requests under way at once. */
  readonly most?: number
}

/** The client of one registry host. */
export function createRegistry(host: string, options: RegistryOptions): OciRegistry {
  const { http, credentials, plainHttp, budget, tally, log, now, random, most } = options
  const { wait = pauseFor } = options
  const origin = endpointOf(host, plainHttp)
  const clock = () => performance.now()
  const authorization = createAuthorization({ host, origin, credentials, http, budget, log, clock })
  const skew = createSkew(now)
  const pace = createPace(most === undefined ? {} : { most })
  const transport = createTransport({
    origin,
    http,
    authorization,
    pace,
    budget,
    tally,
    skew,
    now,
    random,
    wait,
  })
  const follower = createFollower(origin, transport, { http, budget, tally })
  const open = (request: StreamRequest) => openBlob(request, { origin, http, authorization, budget })
  return createOciRegistry({ host, origin, transport, follower, open, clockSkew: skew.seconds })
}

export interface OpenOptions {
  readonly plainHttp?: readonly string[]
  /** The inputs `registry-username` and `registry-password`, for the hosts of `images` alone. */
  readonly given?: {
    readonly images: readonly string[]
    readonly username?: string | undefined
    readonly password?: string | undefined
  }
  /** PEM text of further certificate authorities. */
  readonly authorities?: string | undefined
  /** A folder to keep immutable content in. */
  readonly cacheFolder?: string | undefined
  readonly limits?: BudgetLimits
  /** Milliseconds; for the pause between two attempts. */
  readonly wait?: (milliseconds: number) => Promise<void>
}

export function openRegistries(world: World, options: OpenOptions = {}): Registries {
  const { plainHttp = [], given, authorities, cacheFolder, limits } = options
  const { images = [], username, password } = given ?? {}
  const hosts = images.map(hostOf)
  const http = authorities === undefined ? world.http : world.http.trusting(authorities)
  const tally = createTally()
  const shared: RegistryOptions = {
    http,
    credentials: createCredentials(world, { hosts, username, password }),
    plainHttp,
    budget: createBudget(limits),
    tally,
    log: world.log,
    now: world.now,
    random: world.random,
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  }
  const open = new Map<string, OciRegistry>()
  const began = performance.now()
  return {
    of(name) {
      const host = hostOf(name)
      const known = open.get(host)
      if (known !== undefined) return known
      const registry = createRegistry(host, shared)
      open.set(host, registry)
      return registry
    },
    cache: cacheFolder === undefined ? noCache : createCache(cacheFolder, world.files),
    stats: () => statsOf(tally.counts(), (performance.now() - began) / 1000),
  }
}

function statsOf(counts: Counts, seconds: number): Readonly<Record<string, number>> {
  return {
    'registry-requests': counts.requests,
    'registry-unchanged': counts.unchanged,
    'registry-retries': counts.retries,
    'registry-bytes': counts.bytes,
    'registry-seconds': Math.round(seconds * 1000) / 1000,
  }
}

/** `ghcr.io/acme/**`, `ghcr.io` and `alpine` all name a host. */
function hostOf(name: string): string {
  const host = name.includes('/') ? name.slice(0, name.indexOf('/')) : name
  const repository = parseRepository(`${host}/x`)
  return typeof repository === 'string' && /[.:]|^localhost$/.test(host)
    ? registryOf(repository as Repository)
    : 'docker.io'
}

function pauseFor(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}
