import { imagesOf, judgeTags, type TagVerdict, wayOut } from '../cleanup/explain.ts'
import { readUsage } from '../cleanup/in-use/index.ts'
import { keepLines } from '../cleanup/keeps.ts'
import { settle } from '../cleanup/settle.ts'
import type { Facts } from '../cleanup/view.ts'
import {
  type Digest,
  formatReference,
  parseReference,
  type Reference,
  type Snapshot,
} from '../image/index.ts'
import { HygieneError, type Result } from '../outcome/index.ts'
import { type LoadedPolicy, manages } from '../policy/index.ts'
import { extend, readRepositories } from '../registry/index.ts'
import { terminalFindings } from '../report/index.ts'
import { closedRequests } from './closed-requests.ts'
import { defineStep } from './define.ts'
import { type Explained, explanationsText } from './explain-text.ts'
import { heldFindings } from './held.ts'
import {
  at,
  cacheDir,
  caFile,
  config,
  githubToken,
  gitlabToken,
  images,
  inUse,
  planFile,
  printPolicy,
  references,
  registryPassword,
  registryUsername,
  summary,
} from './inputs.ts'
import { momentOf } from './moment.ts'
import { planBefore } from './plan-before.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf } from './registries.ts'

export const explain = defineStep({
  name: 'explain',
  inputs: {
    references,
    images,
    inUse,
    planFile,
    at,
    config,
    printPolicy,
    registryUsername,
    registryPassword,
    caFile,
    cacheDir,
    githubToken,
    gitlabToken,
    summary,
  },
  positional: 'references',
  outputs: { json: 'What was found about each reference, as one JSON document.' },
  permissions: {
    github: { contents: 'read', packages: 'read' },
    registry: 'pull',
    gitlab: 'Nothing beside the job token.',
  },
  async run(inputs, world): Promise<Result> {
    const asked = inputs.references.map(readAsked)
    const wanted = [...new Set(asked.map(({ repository }) => repository))]
    const loaded = await loadPolicy(
      { ...inputs, images: inputs.images.length > 0 ? inputs.images : undefined },
      world,
    )
    if (inputs.printPolicy) return printedPolicy(loaded)
    const policy = managing(loaded, asked)
    const now = momentOf(inputs.at, world)
    const usage = await readUsage(inputs.inUse, policy.policy, world.files, world.now())

    const registries = await registriesOf(inputs, policy.policy, world)
    const more = (snapshot: Snapshot, wants: Parameters<typeof extend>[1]) =>
      extend(snapshot, wants, registries)
    const read = await readRepositories(wanted, registries, world.log)
    const { closed, findings: silence } = await closedRequests(read, policy.policy, inputs, world)
    const before = await planBefore(inputs.planFile ?? policy.policy.cleanup['plan-file'], world)
    const kept = keepLines(before, { keeps: [], struck: new Set() }, read)
    const facts: Facts = { snapshots: read, usage, policy, now, kept, closed }
    const { decision, snapshots } = await settle(facts, more)

    const explained: Explained[] = []
    for (const reference of asked) {
      const snapshot = snapshots.find(({ repository }) => repository === reference.repository) as Snapshot
      const digest = digestOf(reference, snapshot)
      const whose = imagesOf(decision, snapshot, digest, facts)
      const tags = await tagsAlone(facts, snapshot, digest, more)
      explained.push({
        reference: formatReference(reference),
        digest,
        images: whose,
        tags,
        ways: whose.map(wayOut),
      })
    }
    const findings = [...heldFindings(decision, usage), ...usage.findings, ...silence]
    return {
      verdict: decision.repositories.some(({ held }) => held.length > 0)
        ? 'error'
        : findings.length > 0
          ? 'warn'
          : 'pass',
      findings,
      outputs: { json: JSON.stringify(explained) },
      stats: registries.stats(),
      text: [explanationsText(explained), terminalFindings(findings)]
        .filter(part => part !== '')
        .join('\n\n'),
    }
  },
})

function readAsked(text: string): Reference {
  const reference = parseReference(text)
  if ('fault' in reference) throw new HygieneError('bad-usage', `references: ${reference.fault}`)
  if (reference.tag !== undefined || reference.digest !== undefined) return reference
  throw new HygieneError('bad-usage', `references: '${text}' names a repository, not an image`, {
    fix: `${text}:TAG or ${text}@sha256:…; the whole repository is shown by: image-hygiene plan --images ${text}`,
  })
}

/** Without a policy file the call names the images; with one, what it does not manage is not explained. */
function managing<L extends LoadedPolicy>(loaded: L, asked: readonly Reference[]): L {
  if (asked.length === 0) {
    throw new HygieneError('bad-usage', 'nothing to explain', {
      fix: 'image-hygiene explain ghcr.io/acme/app:v1.2.3',
    })
  }
  if (loaded.policy.images.length === 0) {
    return { ...loaded, policy: { ...loaded.policy, images: asked.map(({ repository }) => repository) } }
  }
  const outside = asked.find(({ repository }) => !manages(loaded.policy, repository))
  if (outside === undefined) return loaded
  throw new HygieneError(
    'not-managed',
    `the policy does not manage ${outside.repository}, so it is never touched`,
    {
      fix: `add it to 'images' of the policy:\nimages: ['${outside.repository}']`,
      location: loaded.where('images'),
      image: formatReference(outside),
    },
  )
}

function digestOf({ tag, digest, repository }: Reference, snapshot: Snapshot): Digest {
  const found = digest ?? (tag === undefined ? undefined : snapshot.tags.get(tag))
  if (found !== undefined) return found
  if (snapshot.gaps.length > 0) {
    throw new HygieneError('undecidable', `${repository} could not be read whole: ${snapshot.gaps[0]?.why}`)
  }
  throw new HygieneError('bad-usage', `${repository} has no tag ${tag}`, {
    fix: `image-hygiene plan --images ${repository}`,
  })
}

async function tagsAlone(
  facts: Facts,
  snapshot: Snapshot,
  digest: Digest,
  more: (snapshot: Snapshot, wants: Parameters<typeof extend>[1]) => Promise<Snapshot>,
): Promise<readonly TagVerdict[]> {
  let known = snapshot
  for (;;) {
    const answer = judgeTags(facts, known, digest)
    if (!('manifests' in answer)) return answer
    known = await more(known, answer)
  }
}
