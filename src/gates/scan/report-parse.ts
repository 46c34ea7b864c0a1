import { parseAnnotations } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import { JsonCursor } from './json-cursor.ts'
import type {
  HistoryEntry,
  Licence,
  Misconfiguration,
  Package,
  ReportedImage,
  ScanReport,
  Secret,
  Suppressed,
  Vulnerability,
} from './report.ts'
import {
  flagOf,
  foreign,
  instantOf,
  type Json,
  nested,
  objectOf,
  optional,
  type ResultFacts,
  textOf,
  textsOf,
  toLicence,
  toMisconfiguration,
  toPackage,
  toSecret,
  toSuppressed,
  toVulnerability,
} from './report-item.ts'

/**
 * Reads a Trivy report, schema version 2. Throws `damaged` for what is empty, cut off or of another shape, and
 * `undecidable` for another schema version: a report that is not understood is never "no findings".
 * @param options.packages also the list of packages, for a catalog record
 * @see https://trivy.dev/docs/latest/configuration/reporting/#json
 */
export function parseTrivyReport(
  bytes: Uint8Array,
  options: { readonly name?: string; readonly packages?: boolean } = {},
): ScanReport {
  const name = options.name ?? 'the scan report'
  if (bytes.length === 0) {
    throw new HygieneError('damaged', `${name} is empty: the scanner did not finish`, {
      fix: 'make the report again and look at what the scanner says',
    })
  }
  const cursor = new JsonCursor(bytes, name)
  const lists = emptyLists()
  const wanted = options.packages === true
  const head: Record<string, unknown> = {}
  cursor.members(key => {
    if (key === 'Results') cursor.items(() => readResult(cursor, lists, wanted))
    else {
      // Read even where it is not needed: a report that is broken anywhere is a broken report.
      const value = cursor.value()
      if (heads.has(key)) head[key] = value
    }
  })
  cursor.end()
  checkVersion(head['SchemaVersion'], name)
  const metadata = nested(head, 'Metadata')
  return {
    ...optional('scanner', textOf(nested(head, 'Trivy'), 'Version')),
    ...optional('createdAt', instantOf(textOf(head, 'CreatedAt'))),
    artifact: { name: textOf(head, 'ArtifactName') ?? '', kind: textOf(head, 'ArtifactType') ?? '' },
    ...optional('system', systemOf(metadata)),
    image: imageOf(metadata),
    ...lists,
  }
}

const heads = new Set(['SchemaVersion', 'Trivy', 'CreatedAt', 'ArtifactName', 'ArtifactType', 'Metadata'])

function checkVersion(version: unknown, name: string): void {
  if (version === 2) return
  const said =
    version === undefined ? 'names no schema version' : `has schema version ${JSON.stringify(version)}`
  throw new HygieneError('undecidable', `${name} ${said.slice(0, 80)}: this release reads version 2`, {
    fix: 'use a supported Trivy and --format json',
  })
}

function emptyLists() {
  return {
    vulnerabilities: [] as Vulnerability[],
    secrets: [] as Secret[],
    misconfigurations: [] as Misconfiguration[],
    licences: [] as Licence[],
    suppressed: [] as Suppressed[],
    packages: [] as Package[],
    packageLists: 0,
    systemPackages: false,
  }
}

type Lists = ReturnType<typeof emptyLists>

/** Target and class stand in front of the lists, as Go writes its fields; a report where they do not is foreign. */
function readResult(cursor: JsonCursor, lists: Lists, wantsPackages: boolean): void {
  const facts = { target: '', kind: '' }
  let listed = false
  const each = (read: (item: unknown, facts: ResultFacts) => void) => {
    listed = true
    cursor.items(() => read(cursor.value(), facts))
  }
  const text = (key: string) => {
    if (listed) foreign(`a result with '${key}' behind its findings`)
    return textOf({ [key]: cursor.value() }, key) ?? ''
  }
  cursor.members(key => {
    switch (key) {
      case 'Target':
        facts.target = text(key)
        break
      case 'Class':
        facts.kind = text(key)
        break
      case 'Vulnerabilities':
        each((item, facts) => lists.vulnerabilities.push(toVulnerability(item, facts)))
        break
      case 'Secrets':
        each((item, facts) => lists.secrets.push(toSecret(item, facts)))
        break
      case 'Misconfigurations':
        each((item, facts) => {
          const failed = toMisconfiguration(item, facts)
          if (failed !== undefined) lists.misconfigurations.push(failed)
        })
        break
      case 'Licenses':
        each(item => lists.licences.push(toLicence(item)))
        break
      case 'ExperimentalModifiedFindings':
        each(item => lists.suppressed.push(toSuppressed(item)))
        break
      case 'Packages':
        if (wantsPackages) each(item => lists.packages.push(toPackage(item)))
        else cursor.skip()
        break
      default:
        cursor.value()
    }
  })
  if (facts.kind === 'os-pkgs' || facts.kind === 'lang-pkgs') lists.packageLists++
  if (facts.kind === 'os-pkgs') lists.systemPackages = true
}

function systemOf(metadata: Json): ScanReport['system'] {
  const system = nested(metadata, 'OS')
  const family = textOf(system, 'Family')
  if (family === undefined || family === 'none') return undefined
  return { family, name: textOf(system, 'Name') ?? '', ended: flagOf(system, 'EOSL') }
}

function imageOf(metadata: Json): ReportedImage {
  const config = nested(metadata, 'ImageConfig')
  const os = textOf(config, 'os')
  const platform = os === undefined ? undefined : `${os}/${textOf(config, 'architecture') ?? 'unknown'}`
  return {
    digests: textsOf(metadata, 'RepoDigests'),
    tags: textsOf(metadata, 'RepoTags'),
    diffIds: textsOf(metadata, 'DiffIDs'),
    history: historyOf(config['history']),
    labels: parseAnnotations(nested(config, 'config')['Labels']),
    ...optional('id', textOf(metadata, 'ImageID')),
    ...optional('platform', platform),
  }
}

function historyOf(value: unknown): readonly HistoryEntry[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) return foreign('a history that is no list')
  return value.map(item => {
    const entry = objectOf(item, 'a history entry')
    return { createdBy: textOf(entry, 'created_by') ?? '', emptyLayer: flagOf(entry, 'empty_layer') }
  })
}
