import type { Digest } from '../image/index.ts'
import type { HttpResponse } from '../system/world.ts'
import { errorsOf, explain } from './answer.ts'
import type { DeleteAnswer, PutAnswer } from './port.ts'

type Refusal = Extract<DeleteAnswer, { readonly refused: unknown }>

/** What the answer to a DELETE means. `what` is the reference, for the message. */
export function readDeleteAnswer(
  what: string,
  kind: 'manifest' | 'tag',
  response: HttpResponse,
): DeleteAnswer {
  const { status } = response
  if (status === 200 || status === 202 || status === 204) return 'deleted'
  if (status === 404) return 'absent'
  const refused = refusalOf(kind, response)
  if (refused === undefined) return { unknown: `the deletion of ${what} is answered ${explain(response)}` }
  const { because, fix } = refused
  return {
    refused: because,
    message: `${what} cannot be deleted: the registry answers ${explain(response)}`,
    fix,
  }
}

function refusalOf(
  kind: 'manifest' | 'tag',
  response: HttpResponse,
): { readonly because: Refusal['refused']; readonly fix: string } | undefined {
  const { status } = response
  const text = errorsOf(response)
    .map(({ code, message }) => `${code} ${message}`)
    .join(' ')
  if (status >= 400 && status < 500 && /dangling|referenced/i.test(text)) {
    return { because: 'referenced', fix: 'another image of the registry needs it: delete that one first' }
  }
  if (status === 412 || status === 409 || (status < 500 && /immutable|locked|protected/i.test(text))) {
    return {
      because: 'immutable',
      fix: 'it is protected by a rule of the registry (immutable tags, locks): change the rule, or write keep into its line of the plan',
    }
  }
  if (kind === 'tag' && (status === 400 || status === 405)) {
    return {
      because: 'disabled',
      fix: 'this registry deletes manifests only by digest: take the host out of cleanup.untag in the policy',
    }
  }
  // olareg answers 403 when it is read-only, and only its words say that no credentials would help.
  if (status === 405 || /\bUNSUPPORTED\b|\bread-only\b/.test(text)) {
    return { because: 'disabled', fix: switchOn }
  }
  if (status === 401 || status === 403) {
    return {
      because: 'forbidden',
      fix: 'the credentials may read but not delete: give apply a token with the right to delete (GHCR: package role Admin; GitLab: Maintainer and api scope; Harbor: a robot with artifact:delete)',
    }
  }
  return undefined
}

/** Where the switch is, by registry; servers do not say which one they are, so all are named. */
const switchOn =
  'deletion is switched off, or the registry is read-only. docker-registry and distribution: REGISTRY_STORAGE_DELETE_ENABLED=true ' +
  '(storage.delete.enabled: true) and no storage.maintenance.readonly; olareg: --api-delete and no --store-ro; ' +
  'Azure: az acr repository update --delete-enabled true; nothing was deleted'

/** What the answer to a PUT of a manifest means; `digest` is that of the bytes that were sent. */
export function readPutAnswer(what: string, digest: Digest, response: HttpResponse): PutAnswer {
  const { status, headers } = response
  if (status === 201 || status === 200 || status === 202) {
    const said = headers['docker-content-digest']
    if (said === undefined || said === digest) return { digest }
    return { unknown: `${what} was stored as ${said.slice(0, 100)} instead of ${digest}` }
  }
  const codes = errorsOf(response).map(({ code }) => code)
  const message = `${what} cannot be pushed: the registry answers ${explain(response)}`
  const missing = ['MANIFEST_BLOB_UNKNOWN', 'BLOB_UNKNOWN', 'MANIFEST_UNKNOWN']
  if (codes.some(code => missing.includes(code))) return { refused: 'blobs-missing', message }
  if (status === 404) return { refused: 'blobs-missing', message }
  if (status === 409 || status === 412) return { refused: 'immutable', message }
  if (status === 401 || status === 403 || status === 405) return { refused: 'forbidden', message }
  return { unknown: message }
}
