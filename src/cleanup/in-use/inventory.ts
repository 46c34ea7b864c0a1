import { type Instant, isDigest } from '../../image/index.ts'
import { type Mention, readMention } from './mention.ts'

/** A reading of our own inventory format: the only one that says when it was collected and whether it is complete. */
export interface Inventory {
  readonly source: string
  readonly collectedAt: Instant | undefined
  readonly complete: boolean
  readonly errors: readonly string[]
  readonly found: readonly { readonly mention: Mention; readonly owner: string }[]
  /** Entries that name an image by an abbreviated id only, or not at all. */
  readonly unreadable: readonly string[]
}

export const inventorySchema = 'image-hygiene/inventory/v1'

/**
 * `{ schema, source, kind, collectedAt, complete, errors: [], refs: [{ raw, repository?, tag?, digest?, configDigest?,
 * where?: { cluster, namespace, kind, name, container }, role? }] }`. `collectedAt` is RFC 3339 or unix seconds.
 * A text instead of a result says why the document is none.
 */
export function readInventory(document: Readonly<Record<string, unknown>>): Inventory | string {
  const { schema, source, complete, refs } = document
  if (schema !== undefined && schema !== inventorySchema && schema !== 'inventory/v1') {
    return `schema is ${String(schema).slice(0, 100)}, this version reads ${inventorySchema}`
  }
  if (typeof source !== 'string' || !/^[^\p{Cc}\p{Cf}\p{Cs}"\\]{1,200}$/u.test(source))
    return 'source is no name'
  if (!Array.isArray(refs)) return 'refs is no list'
  const errors = Array.isArray(document['errors']) ? document['errors'].map(error => say(error)) : []
  const found: { mention: Mention; owner: string }[] = []
  const unreadable: string[] = []
  for (const entry of refs) {
    const mentions = mentionsOf(entry)
    const owner = ownerOf(entry)
    if ((mentions.length === 0 && !isImpossible(entry)) || isBroken(entry))
      unreadable.push(`${say(entry)}${owner === '' ? '' : ` (${owner})`}`)
    found.push(...mentions.map(mention => ({ mention, owner })))
  }
  return {
    source,
    collectedAt: instantOf(document['collectedAt']),
    complete: complete === true && errors.length === 0,
    errors,
    found,
    unreadable,
  }
}

function mentionsOf(entry: unknown): readonly Mention[] {
  if (typeof entry === 'string') return mentionOf(entry)
  if (typeof entry !== 'object' || entry === null) return []
  const { raw, repository, tag, digest, configDigest } = entry as Readonly<Record<string, unknown>>
  const parts =
    typeof repository === 'string'
      ? mentionOf(
          `${repository}${typeof tag === 'string' ? `:${tag}` : ''}${typeof digest === 'string' ? `@${digest}` : ''}`,
        )
      : []
  const content = [digest, configDigest].flatMap(value =>
    typeof value === 'string' && isDigest(value) ? [{ digest: value }] : [],
  )
  return [...(typeof raw === 'string' ? mentionOf(raw) : []), ...parts, ...content]
}

/** One of its names is none, so what the others say may not be what runs. */
function isBroken(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null) return false
  const fields = entry as Readonly<Record<string, unknown>>
  const given = (name: string) => fields[name] !== undefined && fields[name] !== null && fields[name] !== ''
  return (
    ['raw', 'repository', 'tag'].some(name => given(name) && typeof fields[name] !== 'string') ||
    ['digest', 'configDigest'].some(name => given(name) && !isDigest(String(fields[name])))
  )
}

function isImpossible(entry: unknown): boolean {
  if (typeof entry !== 'object' || entry === null || !('raw' in entry)) return false
  return typeof entry.raw === 'string' && readMention(entry.raw) === 'impossible'
}

function mentionOf(text: string): readonly Mention[] {
  const mention = readMention(text)
  return typeof mention === 'object' ? [mention] : []
}

function ownerOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null || !('where' in entry)) return ''
  const { where } = entry
  if (typeof where === 'string') return where.slice(0, 300)
  if (typeof where !== 'object' || where === null) return ''
  const { cluster, namespace, kind, name, container } = where as Readonly<Record<string, unknown>>
  const path = [cluster, namespace, kind, name]
    .filter(part => typeof part === 'string' && part !== '')
    .join('/')
  return typeof container === 'string' ? `${path}, container ${container}`.slice(0, 300) : path.slice(0, 300)
}

function instantOf(value: unknown): Instant | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 1e11) return value
  if (typeof value !== 'string') return undefined
  if (/^[0-9]{9,11}$/.test(value)) return Number(value)
  if (!/^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(value))
    return undefined
  const milliseconds = Date.parse(value)
  return Number.isNaN(milliseconds) ? undefined : Math.floor(milliseconds / 1000)
}

function say(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')).slice(0, 200)
}
