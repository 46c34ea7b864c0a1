// An index is signed with what it holds, or alone: the policy says. Many images are signed in one call of cosign.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Digest } from '../../src/image/index.ts'
import { type FakeIssuer, fakeIssuer } from '../fakes/oidc.ts'
import { pushIndex } from '../fakes/registry/index.ts'
import { ended, enter, type Room } from './running.ts'

let issuer: FakeIssuer
let room: Room
beforeAll(async () => {
  issuer = await fakeIssuer()
})
afterAll(() => issuer.stop())
beforeEach(async () => {
  room = await enter()
})
afterEach(() => room.leave())

async function sign(policy: string, ...digests: readonly Digest[]) {
  await room.file('.image-hygiene.yml', `version: 1\nimages: ['${room.repository}']\nsign: { ${policy} }\n`)
  const references = digests.map(digest => `${room.repository}@${digest}`).join('\n')
  const ran = await room.step('sign', { references }, issuer.gitlabJob())
  const calls = (await room.cosign.calls()).filter(({ args }) => args[0] === 'sign')
  const signed = calls.map(({ args }) => args.flatMap(one => /@(sha256:.*)$/.exec(one)?.[1] ?? []))
  return { ended: ended(ran), calls: signed, signed: new Set(signed.flat()) }
}

const index = (children: readonly Digest[], tags: readonly string[] = []) =>
  pushIndex(room.registry.store, 'team/app', { children, tags })

test('by default every child is signed, of nested indexes too, each once', async () => {
  const [amd64, arm64] = [room.push({ content: 'amd64' }), room.push({ content: 'arm64' })]
  const inner = index([amd64, arm64])
  const outer = index([inner, amd64], ['v1'])
  expect(await sign('log: public', outer)).toMatchObject({
    ended: [0],
    signed: new Set([outer, inner, amd64, arm64]),
  })
})

test('without children the index is signed alone', async () => {
  const outer = index([room.push({ content: 'amd64' })], ['v1'])
  expect(await sign('log: public, children: false', outer)).toMatchObject({
    ended: [0],
    signed: new Set([outer]),
  })
})

test('a child that is not there is no reason to sign the rest', async () => {
  const there = room.push({ content: 'amd64' })
  const outer = index([there, `sha256:${'0'.repeat(64)}` as string as Digest])
  const { ended: how, signed } = await sign('log: public', outer)
  expect([how, signed]).toEqual([[2, 'bad-usage'], new Set()])
})

test('two hundred and fifty images are signed in three calls: a key is slow to open', async () => {
  const digests = Array.from({ length: 250 }, (_, n) => room.push({ content: `${n}`, tags: [`v1.0.${n}`] }))
  const { ended: how, calls, signed } = await sign('log: public', ...digests)
  expect([how, calls.map(({ length }) => length), signed.size]).toEqual([[0], [100, 100, 50], 250])
})

test('in both formats, each is verified as what it is', async () => {
  const digest = room.push()
  const { ended: how, calls } = await sign('log: public, format: both', digest)
  expect([how, calls]).toEqual([[0], [[digest], [digest]]])
  const verified = (await room.cosign.calls()).filter(({ args }) => args[0] === 'verify')
  expect(verified).toHaveLength(2)
})
