import {
  attachRecord,
  builderOf,
  type Catalog,
  faultsOf,
  formatRecord,
  type ImageRecord,
  type Maybe,
  makeRecord,
  observe,
  readQuestion,
  type ScanFacts,
  search,
} from '../catalog/index.ts'
import { formatReference } from '../image/index.ts'
import { type Finding, HygieneError, type Result, verdictOf } from '../outcome/index.ts'
import type { LoadedPolicy } from '../policy/index.ts'
import { digestOf } from '../registry/hash.ts'
import { inCode, oneLine, terminalFindings } from '../report/index.ts'
import { describeSignatures, type Pinned, readPinned } from '../signing/index.ts'
import type { World } from '../system/world.ts'
import { version } from '../version.ts'
import { attestRecord } from './attest.ts'
import { catalogAt } from './catalog.ts'
import { elsewhereOf, managing } from './cosign.ts'
import { defineStep } from './define.ts'
import { classesOf } from './deployable.ts'
import { readBuildFacts } from './facts.ts'
import * as inputs from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { baseOf } from './record-base.ts'
import { readScanFacts } from './record-facts.ts'
import { registriesOf } from './registries.ts'

const { references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog, query } = inputs
const { key, publicKey, identity, issuer, trustedRoot } = inputs
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs
const { caFile, summary } = inputs

export const record = defineStep({
  name: 'record',
  inputs: {
    ...{ references, digest, trivyReports, scanOutcome, sbomFile, recordFile, attach, catalog, query },
    ...{ key, publicKey, identity, issuer, trustedRoot },
    ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
    ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
    ...{ caFile, summary },
  },
  positional: 'references',
  outputs: {
    'record-file': 'Path of the record, if it was asked for.',
    'record-digest': 'Digest of the referrer that holds the record, if it was attached.',
    record: 'The record, or those that were found, as JSON.',
    found: 'How many records fit the question.',
  },
  permissions: {
    github: { contents: 'read', packages: 'write', 'id-token': 'write' },
    registry: 'push',
    gitlab: 'Nothing for images of the same project; with sign.attest and no key, id_tokens as for sign.',
  },
  async run(inputs, world): Promise<Result> {
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    if (inputs.query.length > 0)
      return found(await catalogAt(named(inputs.catalog), inputs, loaded.policy, world).read(), inputs.query)
    const asked = readPinned(inputs.references, inputs.digest, 'record')
    const image = oneImage(asked)
    const policy = managing(loaded, asked)
    const registries = await registriesOf(inputs, policy.policy, world)
    const registry = registries.of(image.repository)

    const observed = await observe(registry, image.repository, image.digest)
    const made = makeRecord({
      image: image.tag === undefined ? formatReference(image) : `${image.repository}:${image.tag}`,
      digest: image.digest,
      tags: asked.flatMap(({ repository, tag }) => (tag === undefined ? [] : [`${repository}:${tag}`])),
      class: classOf(asked, policy),
      observed,
      builder: await builderOf(registry, image.repository, observed.head),
      base: await baseOf(image, observed, registries, world),
      ...(await scanned(inputs, image, observed, world)),
      signatures: await describeSignatures(image, registries.of, elsewhereOf(world)),
      sbom: await digestOfFile(inputs.sbomFile, world),
      run: await runOf(world),
      policy: loaded.digest,
      now: world.now(),
    })
    const faults = faultsOf(made)
    if (faults.length > 0) throw new HygieneError('internal', `the record is not sound: ${faults.join('; ')}`)

    if (inputs.recordFile !== undefined)
      await world.files.write(inputs.recordFile, `${JSON.stringify(made, undefined, 2)}\n`)
    const attached = inputs.attach
      ? await attachRecord(registry, image.repository, observed.head, made)
      : undefined
    if (policy.policy.sign.attest) await attestRecord(inputs, image, made, policy.policy, world)
    if (inputs.catalog !== undefined)
      await catalogAt(inputs.catalog, inputs, policy.policy, world).append(made)
    return {
      verdict: 'pass',
      findings: [],
      outputs: {
        record: formatRecord(made).trimEnd(),
        ...(inputs.recordFile === undefined ? {} : { 'record-file': inputs.recordFile }),
        ...(attached === undefined ? {} : { 'record-digest': attached }),
      },
      stats: { ...registries.stats(), unknown: Object.keys(made.unknown).length },
      text: told(made),
      summary: table(made),
    }
  },
})

/** Several references are several tags of one image. */
function oneImage(asked: readonly Pinned[]): Pinned {
  const [first] = asked as readonly [Pinned, ...Pinned[]]
  const other = asked.find(one => one.digest !== first.digest || one.repository !== first.repository)
  if (other === undefined) return first
  throw new HygieneError(
    'bad-usage',
    `a record is of one image, not of ${first.digest} and ${other.digest}`,
    {
      fix: 'record each in a call of its own; several tags of one image in one repository may be given together',
    },
  )
}

function named(catalog: string | undefined): string {
  if (catalog !== undefined) return catalog
  throw new HygieneError('bad-usage', 'list: there is no catalog to look in', {
    fix: '--catalog catalog.jsonl',
  })
}

function classOf(asked: readonly Pinned[], { policy }: LoadedPolicy): Maybe<string> {
  const names = new Set(asked.flatMap(image => classesOf(image, policy).map(({ name }) => name)))
  const [name] = names
  if (name === undefined) return { why: 'it was recorded without a tag of any class' }
  return names.size === 1
    ? { known: name }
    : { why: `its tags are of several classes: ${[...names].join(', ')}` }
}

async function scanned(
  call: { readonly trivyReports: readonly string[]; readonly scanOutcome: string | undefined },
  image: Pinned,
  observed: Awaited<ReturnType<typeof observe>>,
  world: World,
): Promise<{ readonly scan: ScanFacts; readonly tools: Readonly<Record<string, string>> }> {
  const { scan, scanner } = await readScanFacts(call, image, observed, world)
  return { scan, tools: { 'image-hygiene': version, ...(scanner === undefined ? {} : { trivy: scanner }) } }
}

async function digestOfFile(path: string | undefined, { files }: World): Promise<Maybe<string>> {
  if (path === undefined) return { why: 'no SBOM was given' }
  const bytes = await files.read(path, 256 * 1024 * 1024)
  return { known: digestOf(bytes) }
}

/** Outside a CI there is no run; a checkout alone does not say who built an image. */
async function runOf(world: World) {
  const facts = await readBuildFacts(world, { gitTags: false }).catch(() => undefined)
  return facts === undefined || facts.forge === 'git'
    ? undefined
    : { sha: facts.sha, actor: facts.actor, url: facts.runUrl }
}

function found({ records, findings: faults }: Catalog, words: readonly string[]): Result {
  const { fitting, silent } = search(records, readQuestion(words))
  const findings = silent.length === 0 ? faults : [...faults, unanswered(silent)]
  const lines = fitting.map(one =>
    oneLine(
      `${one.image}  ${one.digest}  ${one.built_at ?? 'built at an unknown time'}  ${one.git_commit ?? ''}`,
      1000,
    ),
  )
  return {
    verdict: verdictOf(findings),
    findings,
    outputs: { found: String(fitting.length), record: JSON.stringify(fitting) },
    stats: { records: records.length, found: fitting.length },
    text: [...lines, `${fitting.length} of ${records.length} records`, terminalFindings(findings)]
      .filter(part => part !== '')
      .join('\n'),
  }
}

function unanswered(silent: readonly ImageRecord[]): Finding {
  const names = silent.slice(0, 5).map(({ image }) => image)
  const more = silent.length > names.length ? ` and ${silent.length - names.length} more` : ''
  return {
    rule: 'not-known',
    severity: 'warning',
    message: `${names.join(', ')}${more} may fit as well: what was asked is not known of them`,
    fix: 'their records say why, under `unknown`; record them again with --trivy-reports and in the CI that builds them',
  }
}

function told(record: ImageRecord): string {
  const unknown = Object.entries(record.unknown).map(([path, why]) =>
    oneLine(`  ${path}: not known, ${why}`, 1000),
  )
  return [oneLine(`Recorded ${record.image} as ${record.digest}.`, 1000), ...unknown].join('\n')
}

function table(record: ImageRecord): string {
  const rows: readonly (readonly [string, string | number | null])[] = [
    ['image', record.image],
    ['digest', record.digest],
    ['built at', record.built_at],
    ['builder', record.builder],
    ['commit', record.git_commit],
    ['base', record.dependencies.base_image],
    ['scan', record.security_scan.status],
    ['critical', record.security_scan.critical_vulns],
    ['signatures', record.signatures?.length ?? null],
  ]
  return [
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value === null ? 'not known' : inCode(String(value))} |`),
  ].join('\n')
}
