import {
  type BuildFacts,
  buildTime,
  checkTags,
  expiresOf,
  immutableTags,
  type Labels,
  makeLabels,
  makeTags,
  missingLabels,
  type Name,
  type Naming,
  outputsOf,
  type Prepared,
  readLabels,
  readTargets,
  readValue,
  referencesOf,
  storyOf,
  summaryTable,
  type Targets,
} from '../build/index.ts'
import { type Instant, pathOf, registryOf } from '../image/index.ts'
import { type Finding, type Result, verdictOf } from '../outcome/index.ts'
import type { LoadedPolicy } from '../policy/index.ts'
import { terminalFindings } from '../report/index.ts'
import type { World } from '../system/world.ts'
import { defineStep } from './define.ts'
import { readBuildFacts } from './facts.ts'
import {
  annotations,
  bakeFile,
  buildArgsFile,
  caFile,
  checkRegistry,
  config,
  dotenvFile,
  githubToken,
  gitlabToken,
  image,
  labels,
  printPolicy,
  registryPassword,
  registryUsername,
  summary,
  tags,
  title,
} from './inputs.ts'
import { findOverwrites } from './overwrites.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { writeFiles } from './prepared-files.ts'

export const prepare = defineStep({
  name: 'prepare',
  inputs: {
    image,
    tags,
    labels,
    title,
    checkRegistry,
    bakeFile,
    buildArgsFile,
    dotenvFile,
    registryUsername,
    registryPassword,
    caFile,
    config,
    printPolicy,
    githubToken,
    gitlabToken,
    annotations,
    summary,
  },
  positional: 'image',
  outputs: {
    class: 'The class of the build: a row of the policy.',
    version: 'SemVer without `v` for a release, the first tag otherwise.',
    tags: 'Full references, one a line: `tags` of docker/build-push-action.',
    'tag-names': 'The tags alone, one a line.',
    labels: '`key=value`, one a line: `labels` of docker/build-push-action.',
    annotations:
      'The same for `annotations` of docker/build-push-action: `manifest:key=value` and `index:key=value`.',
    'expire-at': 'When the image may go, in unix seconds; empty if never, or not by the clock.',
    'bake-file': 'Path of a bake file with the target `docker-metadata-action`.',
    json: 'All of it in one JSON document.',
    'build-args-file': 'Path of a file of arguments for docker, buildah or podman build, one a line.',
  },
  permissions: {
    github: { contents: 'read', packages: 'read' },
    registry: 'pull',
    gitlab: 'Nothing beside the job token.',
  },
  async run(inputs, world) {
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    const targets = readTargets(inputs.image, inputs.tags, loaded)
    const further = readLabels(inputs.labels)
    const facts = await readBuildFacts(world, { gitTags: targets.given.length > 0 })
    const now = world.now()

    const naming = nameBuild(targets, facts, loaded, now)
    const told = [...targets.findings, ...doubtsOf(facts), ...naming.findings]
    if (naming.name === undefined || verdictOf(told) === 'fail') return refusal(told)

    const created = buildTime(world.env['SOURCE_DATE_EPOCH'], now)
    const known = { title: inputs.title, targets, further, facts, loaded, now, created }
    const prepared = dress(naming.name, known)
    const missing = missingLabels(prepared.labels, loaded.policy, naming.name.classes)
    const findings = [...told, ...missing, ...(await findOverwritten(prepared, inputs, loaded, world))]
    if (verdictOf(findings) === 'fail') return refusal(findings)

    return {
      verdict: verdictOf(findings),
      findings,
      outputs: { ...outputsOf(prepared), ...(await writeFiles(prepared, inputs, world)) },
      stats: { tags: prepared.references.length },
      text: [storyOf(prepared, now), terminalFindings(findings)].filter(part => part !== '').join('\n'),
      summary: summaryTable(prepared, now),
    }
  },
})

function nameBuild(targets: Targets, facts: BuildFacts, loaded: LoadedPolicy, now: Instant): Naming {
  const given = targets.given.map(one => one.tag)
  return given.length > 0 ? checkTags(given, facts, loaded, now) : makeTags(facts, loaded, now)
}

interface Known {
  readonly title: string | undefined
  readonly targets: Targets
  readonly further: Labels
  readonly facts: BuildFacts
  readonly loaded: LoadedPolicy
  readonly now: Instant
  readonly created: Instant
}

/** Gives a named build its references, its labels and its moment to go. */
function dress(name: Name, { title, targets, further, facts, loaded, now, created }: Known): Prepared {
  const references = referencesOf(targets, name.tags)
  const expiry = loaded.policy.classes[name.classes[0] ?? '']?.expires ?? { kind: 'never' as const }
  const expires = expiresOf(expiry, created, now)
  const [repositoryName = ''] = references.map(one => pathOf(one.repository).split('/').at(-1) ?? '')
  const labels = makeLabels({
    facts,
    version: name.version,
    title: readValue('title', title ?? repositoryName),
    created,
    expires,
    quay: loaded.policy.labels.quay,
    onQuay: references.some(one => registryOf(one.repository) === 'quay.io'),
    further,
  })
  return { facts, name, references, labels, expires }
}

interface RegistryAccess {
  readonly checkRegistry: boolean
  readonly registryUsername: string | undefined
  readonly registryPassword: string | undefined
  readonly caFile: string | undefined
}

/** Looks for tags that are written once. A build that is given no secrets pushes nothing, and could not log in. */
async function findOverwritten(
  { facts, name, references }: Prepared,
  access: RegistryAccess,
  { policy }: LoadedPolicy,
  world: World,
): Promise<readonly Finding[]> {
  const once = new Set<string | undefined>(immutableTags(name.tags, policy))
  const written = references.filter(one => once.has(one.tag))
  if (!access.checkRegistry || facts.pullRequest?.withoutSecrets || written.length === 0) return []
  const { openRegistries } = await import('../registry/index.ts')
  const { registryUsername: username, registryPassword: password, caFile } = access
  const registries = openRegistries(world, {
    plainHttp: policy.cleanup['plain-http'],
    given: { images: references.map(one => one.repository), username, password },
    authorities: caFile === undefined ? undefined : await world.files.readText(caFile),
  })
  return findOverwrites(written, one => registries.of(one), facts.sha)
}

function doubtsOf({ doubts }: BuildFacts): readonly Finding[] {
  return doubts.map(message => ({ rule: 'build-facts', severity: 'warning', message }))
}

/** Nothing is put out that a later step could push by accident. */
function refusal(findings: readonly Finding[]): Result {
  const refused = findings.some(one => one.severity === 'error' && one.rule !== 'undecidable')
  return { verdict: refused ? 'fail' : 'error', findings, outputs: {}, stats: { tags: 0 } }
}
