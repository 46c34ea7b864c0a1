import { HygieneError } from '../outcome/index.ts'
import type { HttpResponse } from '../system/world.ts'
import type { Unknown } from './port.ts'

/** What an answer that is no success says, for people: `403 DENIED: permission denied`. */
export function explain(response: HttpResponse): string {
  const [first] = errorsOf(response)
  const words = first === undefined ? '' : ` ${first.code}${first.message === '' ? '' : `: ${first.message}`}`
  return `${response.status}${words}`
}

export interface RegistryFault {
  readonly code: string
  readonly message: string
}

/**
 * The `errors` of an error body, made short; none if it is of another kind. A detail that is text belongs to the message:
 * olareg says only there that it is read-only. Text of strangers: renderers escape it.
 */
export function errorsOf({ body }: HttpResponse): readonly RegistryFault[] {
  const answer = parseJson(body)
  const errors = (answer as { errors?: unknown } | null | undefined)?.errors
  if (!Array.isArray(errors)) return []
  return errors.slice(0, 5).map(error => {
    const { code, message, detail } = (error ?? {}) as Readonly<Record<string, unknown>>
    const words = [shortText(message), shortText(detail)].filter(text => text !== '')
    return { code: shortText(code), message: words.join(': ') }
  })
}

/** Undefined for what is no JSON. */
export function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(body))
  } catch {
    return undefined
  }
}

const decoder = new TextDecoder()

function shortText(value: unknown): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return typeof value === 'string' ? value.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').slice(0, 200) : ''
}

/**
 * Runs a request and turns what could not be had into a value. A spent budget and a fault of ours stay thrown: they end
 * the run, not the reading of one image.
 */
export async function orUnknown<T>(asking: () => Promise<T>): Promise<T | Unknown> {
  try {
    return await asking()
  } catch (error) {
    return unknownOf(error)
  }
}

export function unknownOf(error: unknown): Unknown {
  if (!(error instanceof HygieneError) || !ordinary.has(error.code)) throw error
  const fix = error.findings[0]?.fix
  return { unknown: fix === undefined ? error.message : `${error.message} (${fix})` }
}

const ordinary: ReadonlySet<string> = new Set([
  'unreachable',
  'too-slow',
  'too-large',
  'bad-answer',
  'no-credentials',
])
