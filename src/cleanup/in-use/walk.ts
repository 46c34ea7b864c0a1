import { type Mention, mentionsIn, readMention } from './mention.ts'

export interface FoundMention {
  readonly mention: Mention
  /** `shop/Deployment/web, container app`: the nearest thing with a name. */
  readonly owner: string
}

export interface Walked {
  readonly found: readonly FoundMention[]
  /** Owners whose image is named by an abbreviated id only. */
  readonly cutShort: readonly string[]
}

/** Keys under which Kubernetes, docker, crictl, ECS and custom resources write images. */
const imageKey = /image|^reference$|^repo(?:tags|digests)$/i

/**
 * Every image that any JSON names: pods and all that make pods (`containers`, `initContainers`, `ephemeralContainers`,
 * `volumes[].image.reference`, `status.*.imageID`, ControllerRevisions), custom resources, `docker inspect`, `crictl`.
 * One walk over all of it instead of a path per kind: a kind that nobody thought of keeps its images, too.
 */
export function walkJson(document: unknown): Walked {
  const found: FoundMention[] = []
  const cutShort: string[] = []
  const stack: { value: unknown; key: string; owner: string }[] = [{ value: document, key: '', owner: '' }]
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { value, key, owner } = item
    if (typeof value === 'string') {
      const mention = imageKey.test(key) ? readMention(value) : undefined
      if (mention === 'cut-short') cutShort.push(owner)
      else if (typeof mention === 'object') found.push({ mention, owner })
      else for (const other of mentionsIn(value)) found.push({ mention: other, owner })
    } else if (Array.isArray(value)) {
      for (const element of value) stack.push({ value: element, key, owner })
    } else if (typeof value === 'object' && value !== null) {
      const record = value as Readonly<Record<string, unknown>>
      const name = ownerOf(record, owner)
      const parts = partsOf(record)
      if (parts !== undefined) found.push({ mention: parts, owner: name })
      for (const [inner, content] of Object.entries(record)) {
        if (typeof content === 'string' || (typeof content === 'object' && content !== null)) {
          stack.push({ value: content, key: inner, owner: name })
        }
      }
    }
  }
  return { found, cutShort }
}

/** Operators write an image in parts: `image: { repository, tag, digest }`. */
function partsOf(record: Readonly<Record<string, unknown>>): Mention | undefined {
  const { registry, repository, tag, digest } = record
  if (typeof repository !== 'string' || (typeof tag !== 'string' && typeof digest !== 'string'))
    return undefined
  const mention = readMention(
    `${typeof registry === 'string' && registry !== '' ? `${registry}/` : ''}${repository}${
      typeof tag === 'string' && tag !== '' ? `:${tag}` : ''
    }${typeof digest === 'string' && digest !== '' ? `@${digest}` : ''}`,
  )
  return typeof mention === 'object' ? mention : undefined
}

function ownerOf(record: Readonly<Record<string, unknown>>, parent: string): string {
  const metadata = asRecord(record['metadata'])
  const named = textOf(metadata['name'])
  if (named !== undefined && textOf(record['kind']) !== undefined) {
    const namespace = textOf(metadata['namespace'])
    return `${namespace === undefined ? '' : `${namespace}/`}${record['kind']}/${named}`
  }
  const pod = textOf(asRecord(record['labels'])['io.kubernetes.pod.name'])
  if (named !== undefined && 'image' in record) {
    return `${pod === undefined ? '' : `pod ${pod}, `}container ${named}`
  }
  const docker = textOf(record['Names']) ?? textOf(record['Name'])
  if (docker !== undefined) return `container ${docker.replace(/^\//, '')}`
  const name = textOf(record['name'])
  if (name === undefined || !('image' in record || 'imageID' in record)) return parent
  return parent === '' ? `container ${name}` : `${parent}, container ${name}`
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, 300) : undefined
}
