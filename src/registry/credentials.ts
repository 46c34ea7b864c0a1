import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'
import type { Credential } from './credential.ts'
import { credentialFor, type DockerConfig, hasNamespaces, parseDockerConfig } from './docker-config.ts'

/**
 * What may be shown to exactly this host (`ghcr.io`, `127.0.0.1:5000`), for one of its repositories (`acme/app`) or,
 * without, for the host as such.
 */
export type Credentials = (host: string, path?: string) => Promise<Found | undefined>

/** `narrow`: another repository of the host may need another one. */
export type Found = Credential & { readonly narrow?: true }

export interface GivenCredentials {
  /** The only hosts that username and password are for. */
  readonly hosts: readonly string[]
  readonly username?: string | undefined
  readonly password?: string | undefined
}

type Surroundings = Pick<World, 'env' | 'files' | 'processes' | 'log'>

/**
 * In this order: the inputs, REGISTRY_AUTH_FILE, then docker's config.json (DOCKER_CONFIG or ~/.docker), then podman's
 * auth.json, then what GitLab gives a job. In a file a helper of the host comes before `auths`, of which the longest
 * namespace counts, and `credsStore` comes last.
 */
export function createCredentials(world: Surroundings, given: GivenCredentials): Credentials {
  let reading: Promise<readonly DockerConfig[]> | undefined
  const answers = new Map<string, Promise<Found | undefined>>()
  const helped = new Map<string, Promise<Credential | undefined>>()

  /** Programs are slow to start: each is asked once a host. */
  const ask = (helper: string, host: string): Promise<Credential | undefined> => {
    const name = `${helper} ${host}`
    const known = helped.get(name) ?? askHelper(helper, host, world)
    helped.set(name, known)
    return known
  }

  const look = async (host: string, path: string): Promise<Found | undefined> => {
    const { hosts, username, password } = given
    if (password !== undefined && hosts.includes(host)) {
      return { kind: 'password', username: username ?? 'token', password }
    }
    reading ??= readConfigs(world)
    const configs = await reading
    const narrow = configs.some(config => hasNamespaces(config, host)) ? { narrow: true as const } : {}
    for (const config of configs) {
      const helper = config.helpers.get(host)
      const named = helper === undefined ? credentialFor(config, host, path) : await ask(helper, host)
      const found = named ?? (config.store === undefined ? undefined : await ask(config.store, host))
      if (found !== undefined) return { ...found, ...narrow }
    }
    const job = ofGitLabJob(host, world.env)
    return job && { ...job, ...narrow }
  }

  return (host, path = '') => {
    const place = `${host}/${path}`
    const known = answers.get(place)
    if (known !== undefined) return known
    const asked = look(host, path).then(credential => {
      if (credential !== undefined) hide(credential, world)
      return credential
    })
    answers.set(place, asked)
    return asked
  }
}

/**
 * The token of a GitLab job, for the registry of that GitLab and no other host: nobody has to log in to it.
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
function ofGitLabJob(host: string, env: World['env']): Credential | undefined {
  const { CI_REGISTRY: registry, CI_REGISTRY_USER: username, CI_REGISTRY_PASSWORD: password } = env
  if (registry?.toLowerCase() !== host || !username || !password) return undefined
  return { kind: 'password', username, password }
}

function hide(credential: Credential, { log }: Surroundings): void {
  if (credential.kind === 'password') {
    const { username, password } = credential
    log.secret(password)
    log.secret(Buffer.from(`${username}:${password}`).toString('base64'))
  } else {
    log.secret(credential.token)
  }
}

async function readConfigs({ env, files }: Surroundings): Promise<readonly DockerConfig[]> {
  const home = env['HOME'] ?? env['USERPROFILE']
  const runtime = env['XDG_RUNTIME_DIR']
  const docker = env['DOCKER_CONFIG'] ?? (home === undefined ? undefined : `${home}/.docker`)
  const paths = [
    env['REGISTRY_AUTH_FILE'],
    docker === undefined ? undefined : `${docker}/config.json`,
    runtime === undefined ? undefined : `${runtime}/containers/auth.json`,
  ]
  const configs: DockerConfig[] = []
  for (const path of paths) {
    if (path === undefined || path === '' || (await files.kind(path)) !== 'file') continue
    const config = parseDockerConfig(await files.readText(path))
    if (config === undefined) {
      throw new HygieneError('bad-file', `${path} is no JSON object, so its credentials cannot be read`, {
        fix: 'log in again with docker login or podman login, or unset DOCKER_CONFIG and REGISTRY_AUTH_FILE',
        location: { file: path, line: 1 },
      })
    }
    configs.push(config)
  }
  return configs
}

/**
 * A helper gets the environment, as docker gives it: helpers of clouds find their keys there.
 * One that is missing or does not know the host gives nothing, and the registry is then asked anonymously.
 * @see https://github.com/docker/docker-credential-helpers#development
 */
async function askHelper(
  name: string,
  host: string,
  { env, processes, log }: Surroundings,
): Promise<Credential | undefined> {
  const program = `docker-credential-${name}`
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const key = host === 'docker.io' ? 'https://index.docker.io/v1/' : host
  try {
    const { code, stdout } = await processes.run(program, ['get'], {
      input: key,
      env: Object.fromEntries(given),
      timeout: 30_000,
      limit: 65_536,
    })
    if (code !== 0) return undefined
    const { Username: username, Secret: secret } = JSON.parse(stdout) as Record<string, unknown>
    if (typeof username !== 'string' || typeof secret !== 'string' || secret === '') return undefined
    return username === '<token>'
      ? { kind: 'identity', token: secret }
      : { kind: 'password', username, password: secret }
  } catch (error) {
    const why = error instanceof HygieneError ? error.message : 'its answer is no JSON'
    log.warn(`${program} gave no credentials for ${host}: ${why}`)
    return undefined
  }
}
