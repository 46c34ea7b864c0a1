/** Names of variables that hold a secret; `_FILE` only says where one is, and `_VERSION` is of something else. */
const secretName =
  /(?:^|_)(?:password|passwd|pwd|pword|passphrase|secret|secrets|token|credential|credentials|apikey|api_key|access_key|secret_key|private_key|signing_key|encryption_key|ssh_key|auth)(?:_|$)/i
const harmlessName =
  /(?:^|_)(?:public|file|path|dir|url|uri|host|port|name|user|username|type|mode|method|algorithm|provider|backend|version|config|length|timeout|expiry|ttl|enabled|disabled|required|id)$/i

export function namesSecret(name: string): boolean {
  return name !== 'PWD' && name.length <= 256 && secretName.test(name) && !harmlessName.test(name)
}

/** What no secret is: nothing, a switch, or the path of a file. */
const harmlessValue =
  /^(?:true|false|yes|no|on|off|none|[0-9]{1,2}|\/(?:[\w.-]+\/)+[\w.-]*|\/[\w-]*\.[\w.-]+)?$/i

/** The value of a variable, without its quotes, that is a secret if the variable's name says so. */
export function mayBeSecret(value: string): boolean {
  return value.length > 256 || !harmlessValue.test(value.replace(/^(["'])(.*)\1$/s, '$2'))
}

/** Texts that are secrets by their shape, whatever holds them. Each expression is anchored by a literal. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_[A-Za-z0-9_]{40}/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Slack token', /\bxox[abprs]-[A-Za-z0-9-]{10}/],
  ['a private key', /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/],
  ['a password in a URL', /\b[a-z][a-z0-9+]{1,9}:\/\/[^\s/:@$'"]{1,64}:[^\s/:@$'"]{1,128}@/i],
]

/** The first secret in a text: what it is and where it starts. */
export function secretIn(text: string): { readonly what: string; readonly offset: number } | undefined {
  for (const [what, shape] of shapes) {
    const offset = text.search(shape)
    if (offset >= 0) return { what, offset }
  }
  return undefined
}

/** Files that hold secrets by their name. */
const secretFile =
  /(?:^|\/)(?:\.env(?:\.(?!example$|sample$|template$|dist$)[A-Za-z0-9_-]+)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|p12|pfx|jks|keystore|kdbx)|kubeconfig|credentials\.json|service-account[^/]*\.json)$|(?:^|\/)\.(?:ssh|aws|gnupg|kube|docker)(?:\/|$)/i

/** True for `.env`, `id_rsa`, `server.key`, `.aws/credentials`. Certificates (`ca.pem`, `*.pub`) are let through. */
export function holdsSecret(path: string): boolean {
  if (
    path.length > 1024 ||
    /(?:^|\/)(?:ca|cacert|ca-bundle|chain|fullchain|cert|public)[^/]*\.pem$/i.test(path)
  ) {
    return false
  }
  return secretFile.test(path)
}
