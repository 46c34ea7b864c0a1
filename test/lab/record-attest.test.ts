// The record as an attestation: signed as the image is, read by plain cosign, and no signature of the image.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey } from './cosign.ts'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { attempt } from './run.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { type Sigstore, startSigstore } from './sigstore.ts'
import { tool } from './tools.ts'
import { type Wire, wire } from './wire.ts'

const type = 'urn:image-hygiene:record:v1'

let key: CosignKey
let stranger: CosignKey
let sigstore: Sigstore
let registry: Registry
let call: Wire
let room: SignRoom

beforeAll(async () => {
  ;[key, stranger, sigstore] = await Promise.all([cosignKey(), cosignKey(), startSigstore()])
})
afterAll(async () => {
  await sigstore?.stop()
  for (const one of [key, stranger])
    if (one !== undefined) await rm(one.folder, { recursive: true, force: true })
})

describe.each(['docker-registry', 'olareg'] as const)('on %s', kind => {
  beforeEach(async () => {
    registry = await startRegistry(kind)
    call = wire(registry.url)
    room = await signRoom(key)
  })
  afterEach(async () => {
    await room?.remove()
    await registry?.stop()
  })

  async function recorded(sign: string, job: Readonly<Record<string, string>> = {}) {
    const policy = `version: 1\nimages: ['${registry.host}/team/**']\nsign: { attest: true, ${sign} }\n`
    await room.file('.image-hygiene.yml', policy)
    const one = image({ labels: { 'org.opencontainers.image.revision': 'a1b2c3d'.repeat(6).slice(0, 40) } })
    await call.pushImage('team/app', one, ['v1.2.3'])
    const reference = `${registry.host}/team/app@${one.manifest.digest}`
    const inputs = { 'record-file': 'record.json', attach: 'true', 'trusted-root': sigstore.trustedRoot }
    const ran = await room.step('record', { references: reference, ...inputs }, job)
    expect([ran.exitCode, ran.outcome.findings]).toEqual([0, []])
    const record = JSON.parse(await readFile(join(room.folder, 'record.json'), 'utf8'))
    return { reference, record }
  }

  const plain = (reference: string, ...flags: readonly string[]) =>
    attempt([
      ...([tool('cosign'), 'verify-attestation', '--type', type] as const),
      ...flags,
      ...['--allow-http-registry', reference],
    ])

  /** The predicates that plain cosign has verified. */
  const predicates = (stdout: string) =>
    stdout
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(Buffer.from(JSON.parse(line).payload, 'base64').toString()).predicate)

  test.each([
    ['bundle', []],
    ['legacy', ['--new-bundle-format=false']],
  ])('by a key, as %s', async (format, flags) => {
    const { reference, record } = await recorded(`format: ${format}, key: ${key.private}`)
    const untold = ['--insecure-ignore-tlog=true', ...flags]
    const read = await plain(reference, '--key', key.public, ...untold)
    expect([read.code, read.stderr]).toEqual([0, expect.any(String)])
    expect(predicates(read.stdout)).toEqual([record])
    expect((await plain(reference, '--key', stranger.public, ...untold)).code).not.toBe(0)
    // It says what the image is, not that it may be deployed: that is what a signature says.
    const verified = await room.step('verify', { references: reference, 'public-key': key.public })
    expect([verified.exitCode, verified.outcome.findings.map(({ rule }) => rule)]).toEqual([1, ['unsigned']])
  })

  test('without a key, in the log', async () => {
    const before = await sigstore.entries()
    const job = sigstore.issuer.gitlabJob()
    const { reference, record } = await recorded(`log: ${sigstore.configurations.logged}`, job)
    expect(await sigstore.entries()).toBe(before + 1)
    const who = [
      '--certificate-identity-regexp',
      '/acme/app//',
      '--certificate-oidc-issuer',
      sigstore.issuer.origin,
    ]
    const read = await plain(
      reference,
      '--trusted-root',
      sigstore.trustedRoot,
      ...who,
      '--insecure-ignore-sct=true',
    )
    expect(predicates(read.stdout)).toEqual([record])
  })
})

test('a policy that asks for it in a job that cannot sign is told what to add', async () => {
  registry = await startRegistry('olareg')
  room = await signRoom(key)
  try {
    const policy = `version: 1\nimages: ['${registry.host}/team/**']\nsign: { attest: true, log: public }\n`
    await room.file('.image-hygiene.yml', policy)
    const one = image()
    await wire(registry.url).pushImage('team/app', one, ['v1.2.3'])
    const references = `${registry.host}/team/app@${one.manifest.digest}`
    const ran = await room.step('record', { references }, { GITLAB_CI: 'true' })
    expect([ran.exitCode, ran.outcome.findings[0]?.fix]).toEqual([2, expect.stringContaining('id_tokens:')])
  } finally {
    await room.remove()
    await registry.stop()
  }
})
