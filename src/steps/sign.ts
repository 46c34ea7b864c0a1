import { formatReference } from '../image/index.ts'
import { type Result, verdictOf } from '../outcome/index.ts'
import {
  expectedOf,
  type Pinned,
  readLog,
  readPinned,
  readSigner,
  type Signer,
  type Verified,
  verifyImages,
  withChildren,
} from '../signing/index.ts'
import { cosignFor, elsewhereOf, findCosign, formatsOf, managing } from './cosign.ts'
import { defineStep } from './define.ts'
import * as inputs from './inputs.ts'
import { loadPolicy, printedPolicy } from './policy.ts'
import { registriesOf } from './registries.ts'
import { signaturesTable, signaturesText, undecided } from './signatures-report.ts'

const { references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations } = inputs
const { preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror } = inputs
const { config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword } = inputs
const { caFile, summary } = inputs

export const sign = defineStep({
  name: 'sign',
  inputs: {
    ...{ references, digest, key, publicKey, identity, issuer, trustedRoot, signatureAnnotations },
    ...{ preflight, cosignPath, cosignVersion, cosignSha256, cosignMirror },
    ...{ config, printPolicy, githubToken, gitlabToken, registryUsername, registryPassword },
    ...{ caFile, summary },
  },
  positional: 'references',
  outputs: {
    signed: 'The images that were signed and whose signature was verified, by digest, one a line.',
    signatures: 'How many signatures were made.',
    'signed-by': 'The key, or the identity that the certificate names.',
    'cosign-version': 'The version of cosign that signed.',
  },
  permissions: {
    github: { contents: 'read', packages: 'write', 'id-token': 'write' },
    registry: 'push',
    gitlab: 'Without a key, an identity token: id_tokens: SIGSTORE_ID_TOKEN: aud: sigstore.',
  },
  async run(inputs, world): Promise<Result> {
    const tool = findCosign(inputs, world)
    const loaded = await loadPolicy(inputs, world)
    if (inputs.printPolicy) return printedPolicy(loaded)
    const asked = inputs.preflight ? [] : readPinned(inputs.references, inputs.digest, 'sign')
    const { policy } = managing(loaded, asked)
    // The key, the identity token and the tool come first: a run that cannot sign pushes nothing.
    const log = await readLog(policy.sign.log, world.files)
    const signer = await readSigner(inputs, policy, log, world)
    const cosign = await cosignFor(await tool(), inputs, asked, signer, log, policy, world)
    const expectation = await expectedOf(signer, cosign.publicKey, world)
    if (inputs.preflight)
      return passing(`This job can sign as ${nameOf(signer)}, with cosign ${cosign.version}.`)

    const registries = await registriesOf(inputs, policy, world)
    const images = policy.sign.children ? await withChildren(asked, registries.of) : asked
    const formats = formatsOf(policy)
    for (const format of formats) await cosign.sign(format, images)
    const verified = await verifyImages(
      images,
      { all: formats },
      {
        ...expectation,
        cosign,
        annotations: inputs.signatureAnnotations,
        registryOf: registries.of,
        elsewhere: elsewhereOf(world),
      },
    )
    return told(verified, signer, cosign.version, registries.stats())
  },
})

function nameOf({ key, expected }: Signer): string {
  return expected?.kind === 'identity' ? expected.identity : `the key ${key}`
}

function passing(text: string): Result {
  return { verdict: 'pass', findings: [], outputs: {}, stats: {}, text }
}

function told(
  verified: readonly Verified[],
  signer: Signer,
  version: string,
  stats: Readonly<Record<string, number>>,
): Result {
  const findings = verified.flatMap(({ finding }) => finding ?? [])
  const signed = verified.filter(({ finding }) => finding === undefined)
  const count = signed.reduce((sum, { signatures }) => sum + signatures, 0)
  const rows = verified.map(one => ({ ...one, notes: [] }))
  return {
    verdict: undecided(findings) ? 'error' : verdictOf(findings),
    findings,
    outputs: {
      signed: signed.map(({ image }) => byDigest(image)).join('\n'),
      signatures: String(count),
      'signed-by': nameOf(signer),
      'cosign-version': version,
    },
    stats: { ...stats, images: verified.length, signatures: count },
    text: signaturesText(rows, findings),
    summary: signaturesTable(rows),
  }
}

function byDigest({ repository, digest }: Pinned): string {
  return formatReference({ repository, digest })
}
