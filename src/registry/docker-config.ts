import { parseRepository } from '../image/index.ts'
import type { Credential } from './credential.ts'

/** What a `config.json` of docker or an `auth.json` of podman says about credentials. */
export interface DockerConfig {
  /** By host, or by host and namespace, as `placeOfKey` spells them. */
  readonly auths: ReadonlyMap<string, Credential>
  /** Names of helper programs, without `docker-credential-`, by host. */
  readonly helpers: ReadonlyMap<string, string>
  /** The helper for every host that has none of its own. */
  readonly store?: string
}

/** Undefined for what is no JSON object; entries that make no sense are passed over, as docker does. */
export function parseDockerConfig(text: string): DockerConfig | undefined {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!isObject(body)) return undefined
  const auths = new Map<string, Credential>()
  for (const [key, entry] of entriesOf(body['auths'])) {
    const place = placeOfKey(key)
    const credential = isObject(entry) ? credentialOf(entry) : undefined
    if (place !== undefined && credential !== undefined && !auths.has(place)) auths.set(place, credential)
  }
  const helpers = new Map<string, string>()
  for (const [key, name] of entriesOf(body['credHelpers'])) {
    const host = hostOfKey(key)
    if (host !== undefined && isHelper(name)) helpers.set(host, name)
  }
  const store = body['credsStore']
  return { auths, helpers, ...(isHelper(store) ? { store } : {}) }
}

/**
 * The host, or podman's `host/namespace`, which is for what lies below it alone.
 * @see https://github.com/containers/image/blob/main/docs/containers-auth.json.5.md
 */
function placeOfKey(key: string): string | undefined {
  const host = hostOfKey(key)
  if (host !== undefined) return host
  const [, name = '', namespace = ''] = /^([^/]+)\/(.+)$/.exec(key.trim()) ?? []
  const own = hostOfKey(name)
  const repository = own === undefined ? undefined : parseRepository(`${own}/${namespace}`)
  return typeof repository === 'string' ? `${own}/${namespace}` : undefined
}

/** The credentials for a repository (`acme/app`) of a host: of its longest namespace, at last of the host. */
export function credentialFor(
  { auths }: Pick<DockerConfig, 'auths'>,
  host: string,
  path: string,
): Credential | undefined {
  for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const found = auths.get(`${host}/${place}`)
    if (found !== undefined) return found
  }
  return auths.get(host)
}

/** Whether another repository of the host may need another credential. */
export function hasNamespaces({ auths }: Pick<DockerConfig, 'auths'>, host: string): boolean {
  return [...auths.keys()].some(place => place.startsWith(`${host}/`))
}

/** `https://index.docker.io/v1/` is the key of Docker Hub. */
function hostOfKey(key: string): string | undefined {
  const found = /^(?:https?:\/\/)?([^/]+)(?:\/|\/v1|\/v1\/|\/v2|\/v2\/)?$/i.exec(key.trim())
  const host = found?.[1]?.toLowerCase()
  return host === undefined ? undefined : hubNames.has(host) ? 'docker.io' : host
}

const hubNames = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io'])

/** A part of a program's name and nothing else: no path, no option. */
function isHelper(name: unknown): name is string {
  return typeof name === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)
}

function credentialOf(entry: Readonly<Record<string, unknown>>): Credential | undefined {
  const { auth, username, password, identitytoken, registrytoken } = entry
  if (isText(registrytoken)) return { kind: 'bearer', token: registrytoken }
  if (isText(identitytoken)) return { kind: 'identity', token: identitytoken }
  if (isText(auth)) {
    const plain = Buffer.from(auth, 'base64').toString('utf8')
    const colon = plain.indexOf(':')
    if (colon > 0) {
      // Docker pads the password with zero bytes in files of old versions.
      const secret = plain.slice(colon + 1).replace(/\0+$/, '')
      return { kind: 'password', username: plain.slice(0, colon), password: secret }
    }
  }
  return isText(username) && isText(password) ? { kind: 'password', username, password } : undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value) : []
}
