import { type Asked, type Given, given, json, refusal } from '../../../src/demo/registry/index.ts'

export interface Login {
  readonly username: string
  readonly password: string
}

export type Auth =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly login: Login; readonly challenge?: string }
  | {
      readonly kind: 'bearer'
      /** Absent: tokens are for anybody. */
      readonly login?: Login
      /** Instead of a password: an identity token, which is exchanged by POST. */
      readonly identity?: string
      /** `expires_in` of the answer, in seconds. */
      readonly expires?: number
      /** Requests a token is good for, whatever `expires` says. */
      readonly uses?: number
      /** Another place than `/token` of this registry. */
      readonly realm?: string
      /** The field of the answer; both are in the field. */
      readonly field?: 'token' | 'access_token'
      readonly scopeInChallenge?: boolean
      readonly neverWorks?: boolean
      /** Behind the Bearer offer, a Basic one in the same header. */
      readonly basicToo?: boolean
    }

export interface Gate {
  /** The refusal, or the answer of the token service; undefined lets the request through. */
  check(asked: Asked, url: string): Given | undefined
  /** Tokens that were given out. */
  readonly issued: readonly { readonly scopes: readonly string[]; readonly service: string | null }[]
}

export function createGate(auth: Auth): Gate {
  const issued: { scopes: readonly string[]; service: string | null }[] = []
  const uses = new Map<string, { scopes: readonly string[]; left: number }>()

  const issue = (
    scopes: readonly string[],
    service: string | null,
    expires: number,
    limit: number,
    field: string,
  ) => {
    const token = `token-${issued.length + 1}`
    issued.push({ scopes, service })
    uses.set(`Bearer ${token}`, { scopes, left: limit })
    return json({ [field]: token, expires_in: expires })
  }

  return {
    issued,
    check(asked, url) {
      if (auth.kind === 'none') return undefined
      const sent = asked.headers['authorization']
      if (auth.kind === 'basic') {
        if (sent === basicOf(auth.login)) return undefined
        return challenge(auth.challenge ?? 'Basic realm="the registry"')
      }
      const { login, identity, expires = 300, uses: limit = Number.POSITIVE_INFINITY, field = 'token' } = auth
      if (asked.path === '/token') {
        if (asked.method === 'POST') {
          const form = new URLSearchParams(Buffer.from(asked.body).toString())
          if (form.get('grant_type') !== 'refresh_token' || form.get('refresh_token') !== identity)
            return given(401)
          return issue([form.get('scope') ?? ''], form.get('service'), expires, limit, 'access_token')
        }
        if (login !== undefined && sent !== basicOf(login)) return given(401)
        return issue(asked.query.getAll('scope'), asked.query.get('service'), expires, limit, field)
      }
      const grant = sent === undefined ? undefined : uses.get(sent)
      if (grant !== undefined && grant.left > 0 && !auth.neverWorks && allows(grant.scopes, asked)) {
        grant.left -= 1
        return undefined
      }
      const scope = auth.scopeInChallenge === false ? '' : `,scope="${scopeOf(asked)}"`
      const bearer = `Bearer realm="${auth.realm ?? `${url}/token`}",service="fake"${scope}`
      return challenge(auth.basicToo ? `${bearer},Basic realm="${url}"` : bearer)
    },
  }
}

function challenge(header: string): Given {
  const { status, headers, body } = refusal(401, 'UNAUTHORIZED', 'authentication required')
  return given(status, { ...headers, 'www-authenticate': header }, body)
}

function basicOf({ username, password }: Login): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

const actions: Readonly<Record<string, string>> = { GET: 'pull', HEAD: 'pull', DELETE: 'delete' }

function scopeOf({ method, path }: Asked): string {
  if (path === '/v2/_catalog') return 'registry:catalog:*'
  const name = /^\/v2\/(.+?)\/(?:manifests|blobs|tags|referrers)\//.exec(path)?.[1] ?? ''
  return `repository:${name}:${actions[method] ?? 'pull,push'}`
}

function allows(scopes: readonly string[], asked: Asked): boolean {
  return scopes.includes(scopeOf(asked))
}
