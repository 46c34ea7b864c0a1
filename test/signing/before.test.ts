// What sign finds out before it signs: the key, the identity token, the digest. Nothing reaches the registry by then.
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FakeIssuer, fakeIssuer } from '../fakes/oidc.ts'
import { ended, enter, fixOf, type Room } from './running.ts'

let issuer: FakeIssuer
let room: Room
let reference: string

beforeAll(async () => {
  issuer = await fakeIssuer()
})
afterAll(() => issuer.stop())
beforeEach(async () => {
  room = await enter()
  reference = `${room.repository}@${room.push({ tags: ['v1.2.3'] })}`
  await policy('log: public')
})
afterEach(() => room.leave())

const policy = (sign: string) =>
  room.file('.image-hygiene.yml', `version: 1\nimages: ['${room.repository}']\nsign: { ${sign} }\n`)
/** Which of cosign's commands were called, besides its version, which is asked for before anything else is known. */
const commands = async () =>
  (await room.cosign.calls()).flatMap(({ args: [command] }) => (command === 'version' ? [] : [command]))
const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

test.each(['sign', 'verify'] as const)('%s that only prints the policy starts nothing', async name => {
  const ran = await room.step(name, { 'print-policy': 'true' })
  expect(ended(ran)).toEqual([0])
  expect(await room.cosign.calls()).toEqual([])
})

describe.each(['preflight', 'sign'] as const)('at %s', way => {
  const attempt = (env: Readonly<Record<string, string>>) =>
    room.step('sign', way === 'preflight' ? { preflight: 'true' } : { references: reference }, env)

  const without = (env: Readonly<Record<string, string>>, name: RegExp) =>
    Object.fromEntries(Object.entries(env).filter(([key]) => !name.test(key)))
  const github = () => issuer.githubJob()
  const gitlab = () => issuer.gitlabJob()
  const jobs: readonly (readonly [string, () => Readonly<Record<string, string>>, RegExp, RegExp])[] = [
    [
      'a GitHub job without id-token: write',
      () => without(github(), /^ACTIONS_ID_TOKEN/),
      /may not ask/,
      /^permissions:\n[\s\S]*^ {2}id-token: write$/m,
    ],
    [
      'a GitHub job whose bearer is refused',
      () => ({ ...github(), ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'stale' }),
      /answers 403/,
      /id-token: write/,
    ],
    [
      'a GitLab job without id_tokens',
      () => without(gitlab(), /^SIGSTORE/),
      /no SIGSTORE_ID_TOKEN/,
      /^id_tokens:\n {2}SIGSTORE_ID_TOKEN:\n {4}aud: sigstore$/,
    ],
    [
      'a GitLab job whose token is for somebody else',
      () => issuer.gitlabJob({ aud: 'https://vault.example' }),
      /for "https:\/\/vault\.example", not for sigstore/,
      /aud: sigstore/,
    ],
    [
      'a GitLab job whose token has expired',
      () => issuer.gitlabJob({ exp: 1_700_000_000 }),
      /has expired/,
      /id_tokens:/,
    ],
    [
      'a GitLab job whose token is none',
      () => ({ ...gitlab(), SIGSTORE_ID_TOKEN: 'hunter2.hunter2' }),
      /is none/,
      /id_tokens:/,
    ],
    ['no forge at all', () => ({}), /nobody here gives out identity tokens/, /--key cosign\.key/],
  ]

  test.each(jobs)('%s is told what to add, and nothing was pushed', async (_, env, message, fix) => {
    const ran = await attempt(env())
    expect(ended(ran)).toEqual([2, 'bad-usage'])
    expect(ran.outcome.findings[0]?.message).toMatch(message)
    expect(fixOf(ran)).toMatch(fix)
    expect(await commands()).toEqual([])
    expect(room.registry.log).toEqual([])
    expect(room.said.join('\n')).not.toContain('hunter2')
  })

  test.each([
    ['log: none', /needs a log/, /key: env:\/\/COSIGN_PRIVATE_KEY/],
    ['log: none, key: cosign.pub', /public key: it verifies, but cannot sign/, /env:\/\/COSIGN_PRIVATE_KEY/],
    ['log: none, key: env://MY_KEY', /no variable MY_KEY/, /MY_KEY: \$\{\{ secrets\.MY_KEY \}\}/],
    ['log: none, key: nosuchkms://x', /of no service that cosign knows/, /awskms:\/\//],
  ])('a policy of %s cannot be signed by', async (sign, message, fix) => {
    await policy(sign)
    await room.file('cosign.pub', pem)
    const ran = await attempt({})
    expect(ended(ran)).toEqual([2, 'bad-usage'])
    expect(ran.outcome.findings[0]?.message).toMatch(message)
    expect(fixOf(ran)).toMatch(fix)
    expect(room.registry.log).toEqual([])
  })
})

describe('preflight', () => {
  test.each([
    ['github', () => issuer.githubJob(), () => `${issuer.origin}/acme/app/.github/workflows/release.yml@`],
    ['gitlab', () => issuer.gitlabJob(), () => `${new URL(issuer.origin).host}/acme/app//.gitlab-ci.yml@`],
  ])('says as whom a job of %s can sign, and touches no registry', async (_, job, start) => {
    const ran = await room.step('sign', { preflight: 'true' }, job())
    expect(ended(ran)).toEqual([0])
    expect(ran.result.text).toContain(`can sign as http`)
    expect(ran.result.text).toContain(start())
    expect(await commands()).toEqual([])
    expect(room.registry.log).toEqual([])
  })
})

describe('a tag', () => {
  const env = () => issuer.gitlabJob()

  test('alone is refused, with the way to its digest on both sides of a pipeline', async () => {
    const tag = `${room.repository}:v1.2.3`
    for (const name of ['sign', 'verify'] as const) {
      const ran = await room.step(name, { references: tag, identity: 'x', issuer: 'y' }, env())
      expect(ended(ran)).toEqual([2, 'bad-usage'])
      expect(ran.outcome.findings[0]?.message).toContain('a tag may name another image')
      expect(fixOf(ran)).toContain('digest: ${{ steps.build.outputs.digest }}')
      expect(fixOf(ran)).toContain(`image-hygiene ${name} "${room.repository}@$(crane digest ${tag})"`)
    }
    expect(await commands()).toEqual([])
  })

  test('beside its digest is fine, and the digest alone is what cosign sees', async () => {
    const [repository, digest] = reference.split('@')
    await room.file('cosign.pub', pem)
    const tagged = `${repository}:v1.2.3@${digest}`
    for (const inputs of [
      { references: tagged },
      { references: `${repository}:v1.2.3`, digest },
      { references: `${repository}:v1.2.3,${tagged}`, digest },
    ]) {
      const ran = await room.step('sign', inputs, env())
      expect(ended(ran)).toEqual([0])
    }
    const signed = (await room.cosign.calls()).filter(({ args }) => args[0] === 'sign')
    expect(signed.map(({ args }) => args.filter(one => one.includes('@sha256:')))).toEqual([
      [reference],
      [reference],
      [reference],
    ])
  })

  test('beside another digest is refused', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    expect(ended(await room.step('sign', { references: reference, digest }, env()))).toEqual([2, 'bad-usage'])
  })
})
