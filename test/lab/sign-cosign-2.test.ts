// The line 2.6 of cosign, which many pipelines still have: it signs and verifies by our table as 3.x does, and each
// line believes what the other made.
import { rm } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CosignKey, cosignKey } from './cosign.ts'
import { image } from './images.ts'
import { type Registry, startRegistry } from './registries.ts'
import { type SignRoom, signRoom } from './sign.ts'
import { bundlesOf, putBundle, putLegacy } from './sign-forged.ts'
import { type Sigstore, startSigstore } from './sigstore.ts'
import { tool, toolVersion } from './tools.ts'
import { type Wire, wire } from './wire.ts'

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
  for (const { folder } of [key, stranger]) await rm(folder, { recursive: true, force: true })
})

const lines = { '2.6': () => tool('cosign-2'), '3': () => tool('cosign') }
const policy = (sign: string) =>
  room.file('.image-hygiene.yml', `version: 1\nimages: ['${registry.host}/team/**']\nsign: { ${sign} }\n`)

async function pushed(name: string) {
  const one = image({ labels: { name } })
  await call.pushImage('team/app', one, [name])
  return { ...one, reference: `${registry.host}/team/app@${one.manifest.digest}` }
}

async function verify(
  line: keyof typeof lines,
  references: string,
  inputs: Readonly<Record<string, string>>,
) {
  const ran = await room.step('verify', { references, ...inputs, 'cosign-path': lines[line]() })
  return [ran.exitCode, ...ran.outcome.findings.map(({ rule }) => rule)]
}

describe.each(['docker-registry', 'olareg'] as const)('cosign 2.6 on %s', kind => {
  beforeAll(async () => {
    registry = await startRegistry(kind)
    call = wire(registry.url)
  })
  afterAll(() => registry?.stop())
  beforeEach(async () => {
    room = await signRoom(key)
  })
  afterEach(() => room?.remove())

  test.each([
    ['bundle', '1'],
    ['legacy', '1'],
    ['both', '2'],
  ])('signs with a key as %s; both lines believe it, and no other key’s', async (format, signatures) => {
    const { reference } = await pushed(`by-2-${format}`)
    await policy(`format: ${format}, key: ${key.private}`)
    const ran = await room.step('sign', { references: reference, 'cosign-path': tool('cosign-2') })
    expect([ran.exitCode, ran.outcome.findings]).toEqual([0, []])
    expect(ran.outcome.outputs).toMatchObject({ signatures, 'cosign-version': toolVersion('cosign-2') })
    for (const line of ['2.6', '3'] as const) {
      expect([line, ...(await verify(line, reference, { 'public-key': key.public }))]).toEqual([line, 0])
      expect(await verify(line, reference, { 'public-key': stranger.public })).toEqual([1, 'wrong-key'])
    }
  })

  test.each(['bundle', 'legacy'] as const)(
    'believes what 3.x signed as %s, and tells what is wrong',
    async format => {
      const signed = await pushed(`by-3-${format}`)
      const [unsigned, victim] = await Promise.all([pushed(`un-${format}`), pushed(`victim-${format}`)])
      await policy(`format: ${format}, key: ${key.private}`)
      expect((await room.step('sign', { references: signed.reference })).exitCode).toBe(0)
      const mine = { 'public-key': key.public }
      expect(await verify('2.6', signed.reference, mine)).toEqual([0])
      expect(await verify('2.6', unsigned.reference, mine)).toEqual([1, 'unsigned'])
      if (format === 'legacy') await putLegacy(call, signed, victim)
      else await putBundle(call, victim, (await bundlesOf(call, signed.manifest.digest))[0] ?? {})
      expect(await verify('2.6', victim.reference, mine)).toEqual([1, 'other-digest'])
    },
  )

  // Rekor 2.3 takes no entry that 2.6 writes, so a timestamp proves the hour.
  test('signs without a key by a timestamp, and both lines tell whose it is', async () => {
    const { reference } = await pushed('keyless-by-2')
    await policy(`log: ${sigstore.configurations.stamped}`)
    await believed(reference, await signedBy('2.6', reference))
  })

  test('believes what 3.x signed without a key in a log', async () => {
    const { reference } = await pushed('keyless-by-3')
    await policy(`log: ${sigstore.configurations.logged}`)
    await believed(reference, await signedBy('3', reference))
  })

  async function signedBy(line: keyof typeof lines, reference: string) {
    const inputs = {
      references: reference,
      'trusted-root': sigstore.trustedRoot,
      'cosign-path': lines[line](),
    }
    const { exitCode, outcome } = await room.step('sign', inputs, sigstore.issuer.gitlabJob())
    expect([exitCode, outcome.findings]).toEqual([0, []])
    return outcome.outputs['signed-by'] ?? ''
  }

  async function believed(reference: string, identity: string) {
    const who = { identity, issuer: sigstore.issuer.origin, 'trusted-root': sigstore.trustedRoot }
    for (const line of ['2.6', '3'] as const) {
      expect([line, ...(await verify(line, reference, who))]).toEqual([line, 0])
      const other = { ...who, identity: 'https://ci.example/else' }
      expect([line, ...(await verify(line, reference, other))]).toEqual([line, 1, 'wrong-identity'])
    }
  }
})
