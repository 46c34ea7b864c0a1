import { HygieneError } from '../../outcome/index.ts'
import { type Inventory, readInventory } from './inventory.ts'
import { jsonDocuments } from './json-documents.ts'
import { readList } from './list.ts'
import type { Mention } from './mention.ts'
import type { UseSource } from './usage.ts'
import { walkJson } from './walk.ts'

/** One file that says what runs, as it was given. */
export interface GivenSource {
  readonly name: string
  /** The path; `-` is standard input. */
  readonly file: string
  readonly text: string
}

/** What one document of such a file says. */
export interface SourceReading {
  readonly name: string
  readonly file: string
  readonly format: UseSource['format']
  /** `where` is complete: file and place. */
  readonly found: readonly { readonly mention: Mention; readonly where: string }[]
  /** What the source names but nobody can resolve; each holds everything. */
  readonly unresolved: readonly string[]
  /** What it cannot see, for people. */
  readonly blind: readonly string[]
  readonly inventory?: Inventory
}

/** Reads one source by its content, whatever the file is called. Throws `bad-file` for what cannot be understood whole. */
export function readSource({ name, file, text }: GivenSource): readonly SourceReading[] {
  const shown = file === '-' ? 'standard input' : file
  const first = text.replace(/^\uFEFF/, '').trimStart()[0]
  if (first === undefined) throw empty(shown)
  if (first !== '{' && first !== '[') return [listSource(name, file, shown, text)]
  const documents = jsonDocuments(text)
  // The seed's one-liner may start with an image volume, which prints as JSON in the midst of a list.
  if (documents === undefined && first === '{') return [listSource(name, file, shown, text)]
  if (documents === undefined) throw new HygieneError('bad-file', `${shown}: no JSON, cut off or damaged`)
  const readings = documents.map(document => jsonSource(name, file, shown, document))
  const inventories = readings.filter(reading => reading.inventory !== undefined)
  const others = readings.filter(reading => reading.inventory === undefined)
  const [head] = others
  if (head === undefined) return inventories
  const merged: SourceReading = {
    ...head,
    found: others.flatMap(reading => reading.found),
    unresolved: others.flatMap(reading => reading.unresolved),
    blind: [...new Set(others.flatMap(reading => reading.blind))],
  }
  if (merged.format === 'json' && merged.found.length === 0 && merged.unresolved.length === 0) {
    throw new HygieneError('bad-file', `${shown}: names no image in any form that is known`, {
      fix: 'pass `kubectl get … -o json`, `docker inspect`, `crictl ps -o json`, an inventory, or a list of references',
    })
  }
  return [...inventories, merged]
}

function empty(shown: string): HygieneError {
  return new HygieneError(
    'bad-file',
    `${shown}: empty; the command that should have said what runs said nothing`,
    {
      fix: 'look at the error output of that command; an empty cluster is `{"apiVersion":"v1","kind":"List","items":[]}`, not an empty file',
    },
  )
}

function listSource(name: string, file: string, shown: string, text: string): SourceReading {
  const list = readList(text)
  if ('text' in list) {
    throw new HygieneError(
      'bad-file',
      `${shown}:${list.line}: '${list.text.slice(0, 120)}' is no image reference`,
      {
        location: { file, line: list.line },
        fix: 'a list has one reference a line; give YAML as JSON (`kubectl … -o json`), and ids in full (`--no-trunc`)',
      },
    )
  }
  if (list.found.length + list.impossible.length === 0) throw empty(shown)
  return {
    name,
    file,
    format: 'list',
    found: list.found.map(({ mention, line }) => ({ mention, where: `${shown}:${line}` })),
    unresolved: [],
    blind: [
      'a list of references does not see which digest runs behind a moved tag, what is scaled to zero, CronJobs between runs, revisions kept for rollback, custom resources, nor other clusters; better: kubectl get pods,deployments,replicasets,statefulsets,daemonsets,replicationcontrollers,jobs,cronjobs,controllerrevisions,podtemplates -A -o json',
      ...list.impossible.map(
        ({ text: impossible, line }) =>
          `line ${line}: '${impossible.slice(0, 120)}' is in upper case, which nothing can run`,
      ),
    ],
  }
}

function jsonSource(name: string, file: string, shown: string, document: unknown): SourceReading {
  const record = isRecord(document) ? document : {}
  const at = (owner: string) => (owner === '' ? shown : `${shown}: ${owner}`)
  if (isInventory(record)) {
    const inventory = readInventory(record)
    if (typeof inventory === 'string') {
      throw new HygieneError('bad-file', `${shown}: no inventory: ${inventory}`)
    }
    return {
      name: inventory.source,
      file,
      format: 'inventory',
      found: inventory.found.map(({ mention, owner }) => ({ mention, where: at(owner) })),
      unresolved: inventory.unreadable.map(entry => `${shown}: no image can be read from ${entry}`),
      blind: [],
      inventory,
    }
  }
  const format = formatOf(document)
  if (record['kind'] === 'Status' && record['status'] === 'Failure') {
    throw new HygieneError(
      'bad-file',
      `${shown}: the cluster answered with a failure: ${String(record['message'])}`,
    )
  }
  const { found, cutShort } = walkJson(document)
  const metadata = isRecord(record['metadata']) ? record['metadata'] : {}
  const more =
    format === 'kubernetes' && typeof metadata['continue'] === 'string' && metadata['continue'] !== ''
  return {
    name,
    file,
    format,
    found: found.map(({ mention, owner }) => ({ mention, where: at(owner) })),
    unresolved: [
      ...cutShort.map(owner => `${at(owner)}: the image id is cut short; use --no-trunc, or docker inspect`),
      ...(more ? [`${shown}: the list was cut off by a page limit (metadata.continue is set)`] : []),
    ],
    blind: format === 'kubernetes' ? unseenKinds(record) : [],
  }
}

function isInventory(record: Readonly<Record<string, unknown>>): boolean {
  const { schema } = record
  return (
    (typeof schema === 'string' && /(?:^|\/)inventory\//.test(schema)) ||
    ('refs' in record && 'source' in record)
  )
}

function formatOf(document: unknown): UseSource['format'] {
  if (Array.isArray(document))
    return document.every(item => isRecord(item) && 'Id' in item) ? 'docker' : 'json'
  const record = isRecord(document) ? document : {}
  if ('apiVersion' in record && 'kind' in record) return 'kubernetes'
  if ('ID' in record && 'Image' in record) return 'docker'
  return Array.isArray(record['containers']) || Array.isArray(record['images']) ? 'crictl' : 'json'
}

/** Pods alone are what runs this minute; these kinds are what runs the next. */
function unseenKinds(record: Readonly<Record<string, unknown>>): readonly string[] {
  const items = Array.isArray(record['items']) ? record['items'] : [record]
  const kinds = new Set(items.map(item => (isRecord(item) ? item['kind'] : undefined)))
  if (kinds.size === 0) return ['the list is empty: it says that nothing runs']
  const unseen = ['Deployment', 'ReplicaSet', 'CronJob', 'ControllerRevision'].filter(
    kind => !kinds.has(kind),
  )
  if (unseen.length < 4) return []
  return [
    'only pods: what is scaled to zero, CronJobs between runs and revisions kept for rollback are not in it; ask kubectl for deployments,replicasets,statefulsets,daemonsets,jobs,cronjobs,controllerrevisions,podtemplates as well',
  ]
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
