import type { Credential } from './credentials.ts'

/** What a `config.json` of docker or an `auth.json` of podman says about credentials. */
export interface DockerConfig {
  /** By host, as `hostOfKey` spells it. */
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
    const host = hostOfKey(key)
    const credential = isObject(entry) ? credentialOf(entry) : undefined
    if (host !== undefined && credential !== undefined && !auths.has(host)) auths.set(host, credential)
  }
  const helpers = new Map<string, string>()
  for (const [key, name] of entriesOf(body['credHelpers'])) {
    const host = hostOfKey(key)
    if (host !== undefined && isHelper(name)) helpers.set(host, name)
  }
  const store = body['credsStore']
  return { auths, helpers, ...(isHelper(store) ? { store } : {}) }
}

/** `https://index.docker.io/v1/` is the key of Docker Hub; podman's `host/namespace` keys are narrower than a host: none. */
export function hostOfKey(key: string): string | undefined {
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
