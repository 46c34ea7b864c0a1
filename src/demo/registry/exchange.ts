/** One request, its body read. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export interface Given {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

export function given(status: number, headers: Given['headers'] = {}, body: Given['body'] = ''): Given {
  return { status, headers, body }
}

export function json(body: unknown, headers: Given['headers'] = {}, mediaType = 'application/json'): Given {
  return given(200, { 'content-type': mediaType, ...headers }, JSON.stringify(body))
}

/** @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes */
export function refusal(status: number, code: string, message: string): Given {
  return given(
    status,
    { 'content-type': 'application/json' },
    JSON.stringify({ errors: [{ code, message, detail: null }] }),
  )
}
