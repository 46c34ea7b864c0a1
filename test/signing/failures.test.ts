// cosign fails in pages; people get one sentence, what to do, and the end of the pages in the log.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { tailOf } from '../../src/signing/tail.ts'
import { type FakeIssuer, fakeIssuer } from '../fakes/oidc.ts'
import { ended, enter, fixOf, type Room } from './running.ts'

let issuer: FakeIssuer
let room: Room
beforeAll(async () => {
  issuer = await fakeIssuer()
})
afterAll(() => issuer.stop())
beforeEach(async () => {
  room = await enter()
  await room.file('.image-hygiene.yml', `version: 1\nimages: ['${room.repository}']\nsign: { log: public }\n`)
})
afterEach(() => room.leave())

async function failing(stderr: string, end: readonly unknown[] = [3, 'tool-failed']) {
  await room.cosign.fail(stderr)
  const reference = `${room.repository}@${room.push()}`
  const ran = await room.step('sign', { references: reference }, issuer.gitlabJob())
  expect(ended(ran)).toEqual(end)
  return { message: ran.outcome.findings[0]?.message ?? '', fix: fixOf(ran) }
}

test.each([
  [
    'Error: getting public key: operation error KMS: GetPublicKey, StatusCode: 403',
    /credentials of its service/,
  ],
  ['Error: signing x: POST https://ghcr.io/v2/x/blobs/uploads/: DENIED: permission_denied', /right to push/],
  [
    'Error: signing x: getting signer: retrieving cert: error obtaining Fulcio certificate',
    /id-token: write/,
  ],
  ['Error: signing x: adding rekor v2 entry: unexpected response: 503', /sign\.log/],
  [
    'Error: Get "https://registry.example.com/v2/": dial tcp: lookup registry: no such host',
    /reached from here/,
  ],
  ['Error: something that nobody has seen', /by hand/],
])('%s', async (stderr, fix) => {
  const said = await failing(
    `Generating ephemeral keys...\n${stderr}\nmain.go:74: error during command execution: x`,
  )
  expect(said.message).toContain(`(exit code 1): ${stderr.slice('Error: '.length)}`)
  expect(said.message).not.toContain('\n')
  expect(said.fix).toMatch(fix)
  expect(room.said.join('\n')).toContain('Generating ephemeral keys...')
})

test('a wrong password is a wrong call', async () => {
  const { fix } = await failing('Error: reading key: decrypt: encrypted: decryption failed', [2, 'bad-usage'])
  expect(fix).toContain('COSIGN_PASSWORD')
})

test('what it says cannot command the forge, and a flood of it stays small', async () => {
  const flood = `${'x'.repeat(2000)}\n`.repeat(500)
  const { message } = await failing(
    `${flood}::set-output name=a::b\n\u001b[31mError: \u001b[2Jred\n::error::evil`,
  )
  expect(message.length).toBeLessThan(700)
  expect(message).not.toContain('\u001b')
  const log = room.said.join('\n')
  expect(log.length).toBeLessThan(20_000)
  expect(log).not.toMatch(/^::/m)
})

test('one that says nothing has said so', async () => {
  expect((await failing('')).message).toContain('it said nothing')
  expect(tailOf({ code: 1, stdout: 'only here\n', stderr: ' \n' })).toEqual(['only here'])
})
