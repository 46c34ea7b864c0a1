// Signing without a key, against the real Fulcio and Rekor and a forge that gives out identity tokens: who is named in
// the certificate, what a deploy job accepts, and what it tells apart.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey, cosignSign } from './cosign.ts'
import { type Image, image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt } from './run.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { bundlesOf, putBundle, withoutLog, withPayload } from './sign-forged.ts'
import { type Authority, authority } from './sign-pki.ts'
import { type Sigstore, startSigstore } from './sigstore.ts'
import { tool } from './tools.ts'
import { type Wire, wire } from './wire.ts'

let key: CosignKey
let elsewhere: Authority
let sigstore: Sigstore
let registry: Registry
let call: Wire
let room: SignRoom

beforeAll(async () => {
  ;[key, elsewhere, sigstore] = await Promise.all([cosignKey(), authority(), startSigstore()])
})
afterAll(async () => {
  await sigstore?.stop()
  for (const { folder } of [key, elsewhere]) await rm(folder, { recursive: true, force: true })
})

const workflow = 'acme/app/.github/workflows/release.yml@refs/tags/v1.2.3'
/** Each forge: the variables of a job that may have a token, and whom its certificate names. */
const forges = {
  github: () => ({
    job: sigstore.issuer.githubJob(),
    identity: `${sigstore.issuer.origin}/${workflow}`,
    issuer: sigstore.issuer.githubIssuer,
  }),
  gitlab: () => ({
    job: sigstore.issuer.gitlabJob(),
    identity: `https://${new URL(sigstore.issuer.origin).host}/acme/app//.gitlab-ci.yml@refs/tags/v1.2.3`,
    issuer: sigstore.issuer.origin,
  }),
}

const policy = (log: string, more = '') =>
  room.file(
    '.image-hygiene.yml',
    `version: 1\nimages: ['${registry.host}/team/**']\nsign: { log: ${log}${more} }\n`,
  )

type Pushed = Image & { readonly reference: string }
const hexOf = ({ manifest }: Image) => manifest.digest.slice('sha256:'.length)

async function pushed(name: string): Promise<Pushed> {
  const one = image({ labels: { name } })
  await call.pushImage('team/app', one, [name])
  return { ...one, reference: `${registry.host}/team/app@${one.manifest.digest}` }
}

const trusting = () => ({ 'trusted-root': sigstore.trustedRoot })
const sign = (reference: string, job: Readonly<Record<string, string>>) =>
  room.step('sign', { references: reference, ...trusting() }, job)

/** A deploy job: it has no token, and is told whom to trust. */
async function deploy(reference: string, inputs: Readonly<Record<string, string>>) {
  const { exitCode, outcome } = await room.step('verify', { references: reference, ...trusting(), ...inputs })
  return [exitCode, ...outcome.findings.map(({ rule }) => rule)]
}

async function signedBy(forge: keyof typeof forges, name: string) {
  const who = forges[forge]()
  const subject = await pushed(name)
  const { exitCode } = await sign(subject.reference, who.job)
  expect(exitCode).toBe(0)
  return { ...subject, by: { identity: who.identity, issuer: who.issuer } }
}

describe.each(['olareg', 'docker-registry', 'distribution'] as const)('on %s', kind => {
  beforeAll(async () => {
    registry = await startRegistry(kind)
    call = wire(registry.url)
  })
  afterAll(() => registry?.stop())
  beforeEach(async () => {
    room = await signRoom(key)
    await policy(sigstore.configurations.logged)
  })
  afterEach(() => room?.remove())

  test.each(['github', 'gitlab'] as const)('a job of %s signs as itself, in a log', async forge => {
    const { job, identity, issuer } = forges[forge]()
    const { reference } = await pushed(`as-${forge}`)
    const before = await sigstore.entries()
    const { exitCode, outcome } = await sign(reference, job)
    expect([exitCode, outcome.findings]).toEqual([0, []])
    expect(outcome.outputs).toMatchObject({ signed: reference, signatures: '1', 'signed-by': identity })
    expect(await sigstore.entries()).toBe(before + 1)

    const plain = await attempt([
      ...([tool('cosign'), 'verify', '--trusted-root', sigstore.trustedRoot] as const),
      ...['--certificate-identity', identity, '--certificate-oidc-issuer', issuer],
      ...['--insecure-ignore-sct=true', '--allow-http-registry', reference],
    ])
    expect([plain.code, plain.stderr]).toEqual([0, expect.stringContaining('in the transparency log')])

    expect(await deploy(reference, { identity, issuer })).toEqual([0])
    const start = identity.slice(0, identity.indexOf('@')).replaceAll('.', '[.]')
    expect(await deploy(reference, { identity: `^${start}@refs/tags/v`, issuer })).toEqual([0])
    for (const other of [
      { identity: identity.replace('acme/app', 'evil/app'), issuer },
      { identity: identity.replace('refs/tags/v1.2.3', 'refs/heads/main'), issuer },
      { identity, issuer: 'https://token.actions.githubusercontent.com' },
      { identity: '^https?://[^/]*/evil/', issuer },
    ]) {
      expect([other, ...(await deploy(reference, other))]).toEqual([other, 1, 'wrong-identity'])
    }
    expect(await deploy(reference, { 'public-key': key.public })).toEqual([1, 'wrong-key'])
  })

  test('the five ways of being wrong are told apart', async () => {
    const { by, ...signed } = await signedBy('github', 'five')
    const [bundle = {}] = await bundlesOf(call, signed.manifest.digest)
    const pushing = ['unsigned', 'moved', 'altered', 'keyed'].map(name => pushed(`five-${name}`))
    const [unsigned, moved, altered, keyed] = (await Promise.all(pushing)) as [Pushed, Pushed, Pushed, Pushed]
    await putBundle(call, moved, bundle)
    const retold = (payload: string) => payload.replace(hexOf(signed), hexOf(altered))
    await putBundle(call, altered, withPayload(bundle, retold))
    await cosignSign(key, keyed.reference, 'bundle')
    expect(await deploy(unsigned.reference, by)).toEqual([1, 'unsigned'])
    expect(await deploy(moved.reference, by)).toEqual([1, 'other-digest'])
    expect(await deploy(altered.reference, by)).toEqual([1, 'tampered-payload'])
    expect(await deploy(keyed.reference, by)).toEqual([1, 'wrong-identity'])
    expect(await deploy(signed.reference, { 'public-key': key.public })).toEqual([1, 'wrong-key'])
  })
})

describe('who a certificate names', () => {
  beforeAll(async () => {
    registry = await startRegistry('olareg')
    call = wire(registry.url)
  })
  afterAll(() => registry?.stop())
  beforeEach(async () => {
    room = await signRoom(key)
    await policy(sigstore.configurations.logged)
  })
  afterEach(() => room?.remove())

  test('is the reusable workflow that holds the job, not the one that calls it', async () => {
    const { reference } = await pushed('reusable')
    const called = 'acme/pipelines/.github/workflows/sign.yml@refs/heads/main'
    const { exitCode, outcome } = await sign(
      reference,
      sigstore.issuer.githubJob({ job_workflow_ref: called }),
    )
    expect([exitCode, outcome.outputs['signed-by']]).toEqual([0, `${sigstore.issuer.origin}/${called}`])
  })

  test('must be whom the policy names, or the signature is refused as soon as it is made', async () => {
    const { reference } = await pushed('not-me')
    await policy(
      sigstore.configurations.logged,
      ', identity: https://ci.example/else, issuer: https://issuer.example',
    )
    const { exitCode, outcome } = await sign(reference, sigstore.issuer.githubJob())
    expect([exitCode, outcome.findings.map(({ rule }) => rule)]).toEqual([1, ['wrong-identity']])
  })

  test('stands in the record of the image', async () => {
    const { reference, by } = await signedBy('gitlab', 'recorded')
    await room.step('record', { references: reference, 'record-file': 'record.json' })
    const { signatures } = JSON.parse(await readFile(join(room.folder, 'record.json'), 'utf8'))
    expect(signatures).toEqual([
      { format: 'bundle', key: null, identities: [by.identity], issuer: by.issuer },
    ])
  })

  test('whose chain or log is not trusted is refused, and it is said why', async () => {
    const { by, ...signed } = await signedBy('github', 'untrusted')
    expect(await deploy(signed.reference, { ...by, 'trusted-root': elsewhere.trustedRoot })).toEqual([
      1,
      'signature-refused',
    ])
    // The certificate ended after minutes: without the log nobody knows whether it was used in time.
    const [bundle = {}] = await bundlesOf(call, signed.manifest.digest)
    const listed = await call.call('GET', `/v2/team/app/referrers/${signed.manifest.digest}`)
    for (const { digest } of (listed.json() as { manifests: { digest: string }[] }).manifests) {
      await call.call('DELETE', `/v2/team/app/manifests/${digest}`)
    }
    await putBundle(call, signed, withoutLog(bundle))
    expect(await deploy(signed.reference, by)).toEqual([1, 'signature-refused'])
  })

  test('is not decided where the roots of the public service cannot be asked for', async () => {
    const { reference, by } = await signedBy('github', 'no-roots')
    await policy('public')
    const nowhere = { TUF_MIRROR: 'http://127.0.0.1:9', TUF_ROOT: join(room.folder, 'tuf') }
    const ran = await room.step('verify', { references: reference, ...by }, nowhere)
    expect([ran.exitCode, ...ran.outcome.findings.map(({ rule }) => rule)]).toEqual([3, 'undecidable'])
  })

  test('a timestamp proves the hour where there is no log', async () => {
    await policy(sigstore.configurations.stamped)
    const before = await sigstore.entries()
    const { reference, by } = await signedBy('github', 'stamped')
    expect(await sigstore.entries()).toBe(before)
    expect(await deploy(reference, by)).toEqual([0])
    // Who demands a log does not take a timestamp for one.
    await policy(sigstore.configurations.logged)
    expect(await deploy(reference, by)).toEqual([1, 'signature-refused'])
  })

  test('a key can be in the log as well, and who demands the log takes no signature outside of it', async () => {
    const [inside, outside] = await Promise.all([pushed('key-inside'), pushed('key-outside')])
    await policy(sigstore.configurations.logged, `, key: ${key.private}`)
    const before = await sigstore.entries()
    const { exitCode, outcome } = await sign(inside.reference, {})
    expect([exitCode, outcome.findings]).toEqual([0, []])
    expect(await sigstore.entries()).toBe(before + 1)
    await cosignSign(key, outside.reference, 'bundle')
    const mine = { 'public-key': key.public }
    expect(await deploy(inside.reference, mine)).toEqual([0])
    expect(await deploy(outside.reference, mine)).toEqual([1, 'signature-refused'])
    // Who demands no log takes both.
    await policy('none')
    for (const { reference } of [inside, outside]) expect(await deploy(reference, mine)).toEqual([0])
  })

  test('a token that the authority does not believe signs nothing', async () => {
    const { reference, manifest } = await pushed('unbelieved')
    sigstore.issuer.habits['signs with another key'] = true
    const { exitCode, outcome } = await sign(reference, sigstore.issuer.githubJob()).finally(() => {
      sigstore.issuer.habits['signs with another key'] = false
    })
    expect([exitCode, outcome.findings.map(({ rule }) => rule)]).toEqual([3, ['tool-failed']])
    expect((await call.call('GET', `/v2/team/app/referrers/${manifest.digest}`)).json()).toMatchObject({
      manifests: [],
    })
  })
})
