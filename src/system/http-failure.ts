import { type ErrorCode, HygieneError } from '../outcome/index.ts'

/** What went wrong below HTTP, as an error of ours that names the address without its query, which may hold a secret. */
export function failureOf(error: unknown, url: URL, timeout: number): HygieneError {
  if (error instanceof HygieneError) return error
  const { code, name, message } = describe(error)
  const slow = timeouts[code]
  if (slow !== undefined || name === 'TimeoutError') {
    return new HygieneError('too-slow', `${shown(url)} ${slow ?? `took more than ${timeout / 1000} s`}`, {
      cause: error,
    })
  }
  const kind: ErrorCode = kinds[code] ?? kinds[name] ?? 'unreachable'
  return new HygieneError(kind, `${shown(url)}: ${message}`, { cause: error, fix: fixOf(code, url) })
}

/** Scheme, host and path: never user, password or query. */
export function shown(url: URL): string {
  return `${url.origin}${url.pathname}`
}

const timeouts: Readonly<Record<string, string>> = {
  UND_ERR_CONNECT_TIMEOUT: 'did not accept a connection in time',
  UND_ERR_HEADERS_TIMEOUT: 'did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'fell silent in the middle of its answer',
  ETIMEDOUT: 'did not accept a connection in time',
}

const kinds: Readonly<Record<string, ErrorCode>> = {
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'bad-answer',
  HTTPParserError: 'bad-answer',
}

/** A failed connection to a name with several addresses is an AggregateError with an empty message. */
function describe(error: unknown): Record<'code' | 'name' | 'message', string> {
  const inner = error instanceof AggregateError ? (error.errors[0] ?? error) : error
  const code = (inner as { code?: unknown } | undefined)?.code
  return {
    code: typeof code === 'string' ? code : '',
    name: inner instanceof Error ? inner.name : '',
    message: inner instanceof Error ? inner.message : String(inner),
  }
}

function fixOf(code: string, url: URL): string | undefined {
  if (code === 'ENOTFOUND') return `check the name '${url.hostname}'`
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return `if ${url.host} speaks plain http, name it in the policy: cleanup.plain-http: ['${url.host}']`
  }
  if (/^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/.test(code)) {
    return 'give the certificate authority of the host with --ca-file FILE'
  }
  return undefined
}
