import { type Result, verdictOf } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import {
  expectationOf,
  findUnpullable,
  type Pinned,
  readExpected,
  readLog,
  readPinned,
  type Verified,
  verifyImages,
} from '../signing/index.ts'
import { cosignFor, elsewhereOf, findCosign, managing } from './cosign.ts'
import { defineStep } from './define.ts'
import { classesOf, findMovedTags, findPlanned, readRollback } from './deployable.ts'
import * as inputs from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf } from './registries.ts'
import { reportOutputs } from './report-outputs.ts'
import { writeReports } from './reports.ts'
import { signaturesTable, signaturesText, undecided } from './signatures-report.ts'

const { references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = inputs
const { requireSignature, rollback, catalog, planFile } = inputs
const { cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs
const { caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile } = inputs

export const verify = defineStep({
  name: 'verify',
  inputs: {
    ...{ references, digest, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
    ...{ requireSignature, rollback, catalog, planFile },
    ...{ cosignPath, cosignVersion, cosignSha256, cosignMirror },
    ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
    ...{ caFile, summary, jsonFile, junitFile, sarifFile, codequalityFile },
  },
  positional: 'references',
  outputs: {
    verified: 'The images that may be deployed, by digest, one a line.',
    refused: 'The images that may not, by digest, one a line.',
    ...reportOutputs,
  },
  permissions: {
    github: { contents: 'read', packages: 'read' },
    registry: 'pull',
    gitlab: 'Nothing for images of the same project.',
  },
  async run(inputs, world): Promise<Result> {
    const tool = findCosign(inputs, world)
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    const known =
      inputs.catalog === undefined
        ? undefined
        : await (await import('./catalog.ts')).catalogAt(inputs.catalog, inputs, loaded.policy, world).read()
    const records = known?.records ?? []
    const deployed = readPinned(inputs.references, inputs.digest, 'verify')
    const fallbacks = readRollback(inputs.rollback, records)
    const images = [...deployed, ...fallbacks]
    const { policy } = managing(loaded, images)

    const log = await readLog(policy.sign.log, world.files)
    const named = await readExpected(inputs, policy, world)
    const env = named.kind === 'key' ? named.key.env : {}
    const cosign = await cosignFor(await tool(), inputs, images, { env }, log, policy, world)
    const expectation = await expectationOf(named, cosign.publicKey, world)
    const registries = await registriesOf(inputs, policy, world)
    const verifying = {
      ...expectation,
      cosign,
      annotations: inputs.signatureAnnotations,
      registryOf: registries.of,
      elsewhere: elsewhereOf(world),
    }
    const [verified, moved, ...unpullable] = await Promise.all([
      verifyImages(images, 'any', verifying),
      findMovedTags(images, records, registries, policy),
      ...images.map(image => findUnpullable(image, registries.of)),
    ])
    const planned = await findPlanned(images, inputs.planFile, policy, world)

    const besides = [...moved, ...unpullable.flat(), ...planned]
    const rows = verified.map(one => ({
      ...rowOf(one, fallbacks, policy, inputs.requireSignature),
      besides: besides.filter(({ image }) => isAbout(image, one.image)),
    }))
    const findings = [...rows.flatMap(({ finding }) => finding ?? []), ...besides, ...(known?.findings ?? [])]
    const refused = (image: Pinned) =>
      findings.some(one => one.severity === 'error' && isAbout(one.image, image))
    const result: Result = {
      verdict: undecided(findings) ? 'error' : verdictOf(findings),
      findings,
      outputs: {
        verified: images
          .filter(image => !refused(image))
          .map(byDigest)
          .join('\n'),
        refused: images.filter(refused).map(byDigest).join('\n'),
      },
      stats: { ...registries.stats(), images: images.length },
      text: signaturesText(rows, findings),
      summary: signaturesTable(rows),
    }
    return writeReports('verify', result, inputs, world)
  },
})

/** An image of a class that need not be signed is only warned about, where the call leaves it to the class. */
function rowOf(one: Verified, fallbacks: readonly Pinned[], policy: Policy, require: 'always' | 'by-class') {
  const classes = classesOf(one.image, policy)
  const notes = [
    ...(classes.length === 0 ? [] : [classes.map(({ name }) => name).join(', ')]),
    ...(fallbacks.includes(one.image) ? ['to fall back on'] : []),
  ]
  const optional =
    require === 'by-class' && classes.length > 0 && classes.every(({ rule }) => rule.sign === 'optional')
  const { finding } = one
  return finding?.rule === 'unsigned' && optional
    ? { ...one, notes, finding: { ...finding, severity: 'warning' as const } }
    : { ...one, notes }
}

function isAbout(name: string | undefined, image: Pinned): boolean {
  return name !== undefined && (name === image.repository || name.endsWith(`@${image.digest}`))
}

function byDigest({ repository, digest }: Pinned): string {
  return `${repository}@${digest}`
}
