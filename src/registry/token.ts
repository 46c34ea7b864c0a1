import { HygieneError } from '../outcome/index.ts'
import type { HttpRequest, HttpResponse } from '../system/world.ts'
import type { Challenge } from './challenge.ts'
import type { Credential } from './credential.ts'

export interface Token {
  readonly value: string
  /** Milliseconds it may be used for, a margin taken off. */
  readonly lifetime: number
}

/** What the specification says when the answer does not. */
const defaultSeconds = 60

/**
 * Where a Bearer challenge sends us. Another host than the registry's only over https: it will see the credentials.
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
export function realmOf(challenge: Challenge, registry: URL): URL {
  const text = challenge.parameters.get('realm') ?? ''
  let realm: URL
  try {
    realm = new URL(text)
  } catch {
    throw refusal(`${registry.host} names no usable token service: '${text.slice(0, 200)}'`)
  }
  const same = realm.origin === registry.origin
  // Loopback to loopback: nothing leaves the machine, and test registries run their token service on a port of its own.
  const nearby = realm.protocol === 'http:' && isLoopback(registry.hostname) && isLoopback(realm.hostname)
  if (!same && realm.protocol !== 'https:' && !nearby) {
    throw refusal(`${registry.host} sends credentials to ${realm.origin}, which is not https: refused`)
  }
  if (realm.username !== '' || realm.password !== '')
    throw refusal(`${registry.host} names a token service with a password in its address: refused`)
  return realm
}

function refusal(message: string): HygieneError {
  return new HygieneError('no-credentials', message)
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.[0-9]{1,3}){3}$/.test(hostname)
}

/** The request for a token that may do what `scope` says, and no more. */
export function tokenRequest(
  realm: URL,
  service: string | undefined,
  scope: string | undefined,
  credential: Credential | undefined,
): HttpRequest {
  const limit = 1024 * 1024
  if (credential?.kind === 'identity') {
    const form = new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: 'image-hygiene',
      refresh_token: credential.token,
    })
    if (service !== undefined) form.set('service', service)
    if (scope !== undefined) form.set('scope', scope)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
    return { method: 'POST', url: realm, headers, body: form.toString(), limit }
  }
  const url = new URL(realm)
  if (service !== undefined) url.searchParams.set('service', service)
  // Several scopes in one challenge are parted by a blank and asked for one by one.
  for (const one of scope?.split(' ') ?? []) if (one !== '') url.searchParams.append('scope', one)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (credential?.kind === 'password') headers['authorization'] = basic(credential)
  return { method: 'GET', url, headers, limit }
}

export function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

/** Undefined if the answer holds no token that could stand in a header. */
export function parseToken({ body }: HttpResponse): Token | undefined {
  let answer: unknown
  try {
    answer = JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
  if (typeof answer !== 'object' || answer === null) return undefined
  const { token, access_token: access, expires_in: expires } = answer as Record<string, unknown>
  const value = typeof token === 'string' && token !== '' ? token : access
  if (typeof value !== 'string' || !/^[\x21-\x7e]{1,65536}$/.test(value)) return undefined
  const seconds = typeof expires === 'number' && expires > 0 ? Math.min(expires, 86_400) : defaultSeconds
  return { value, lifetime: seconds * 1000 * renewAt }
}

/** Renewed when this share of its life is over, so that it does not end between our clock and the server's. */
const renewAt = 0.8
