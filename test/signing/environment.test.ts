// What cosign is shown of a job: what its key or its token needs, the login of the image's own registry in a folder
// that nobody else reads, and nothing else. A program that prints its environment would print no secret of ours.
import { generateKeyPairSync } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../fakes/cosign.ts'
import { type FakeIssuer, fakeIssuer } from '../fakes/oidc.ts'
import { ended, enter, type Room } from './running.ts'

const login = { username: 'robot', password: 'registry-hunter2' }

let issuer: FakeIssuer
let room: Room
let reference: string

beforeAll(async () => {
  issuer = await fakeIssuer()
})
afterAll(() => issuer.stop())
beforeEach(async () => {
  room = await enter({ kind: 'basic', login })
  reference = `${room.repository}@${room.push()}`
})
afterEach(() => room.leave())

/** A job as it comes: everything here is somebody's secret. */
const job = {
  GITHUB_TOKEN: 'ghs_hunter2',
  ACTIONS_RUNTIME_TOKEN: 'runtime-hunter2',
  CI_JOB_TOKEN: 'job-hunter2',
  GITLAB_TOKEN: 'glpat-hunter2',
  NPM_TOKEN: 'npm-hunter2',
  AWS_SECRET_ACCESS_KEY: 'aws-hunter2',
  AZURE_CLIENT_SECRET: 'azure-hunter2',
  GOOGLE_APPLICATION_CREDENTIALS: '/secret/google-hunter2.json',
  VAULT_TOKEN: 'vault-hunter2',
  KUBECONFIG: '/secret/kube-hunter2',
  COSIGN_PASSWORD: 'password-hunter2',
  COSIGN_PRIVATE_KEY: '-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nkey-hunter2\n-----END-----\n',
  DATABASE_URL: 'postgres://app:hunter2@db',
  LD_PRELOAD: '/secret/hunter2.so',
  NODE_OPTIONS: '--title=hunter2',
}
/** What every child is given, and none of it is a secret. */
const harmless = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'SSL_CERT_FILE', 'SSL_CERT_DIR']

/** The names in its environment besides the harmless ones. */
const shown = ({ env }: Call) =>
  Object.keys(env)
    .filter(name => !harmless.includes(name))
    .toSorted()

async function signing(policy: string, env: Readonly<Record<string, string>>) {
  const images = `images: ['${room.repository}']`
  await room.file('.image-hygiene.yml', `version: 1\n${images}\nsign: { ${policy} }\n`)
  const inputs = { 'registry-username': login.username, 'registry-password': login.password }
  const ran = await room.step('sign', { references: reference, ...inputs }, env)
  expect(ended(ran)).toEqual([0])
  const calls = await room.cosign.calls()
  const one = (command: string) => calls.filter(({ args }) => args[0] === command)
  return { version: one('version'), sign: one('sign'), verify: one('verify'), all: calls }
}

const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()

describe('cosign sees', () => {
  test('of a GitHub job the identity token, and not the means to ask for others', async () => {
    const { version, sign, verify } = await signing('log: public', { ...job, ...issuer.githubJob() })
    expect(version.map(shown)).toEqual([['GOGC']])
    expect(sign.map(shown)).toEqual([['DOCKER_CONFIG', 'SIGSTORE_ID_TOKEN']])
    for (const call of verify) expect(shown(call)).not.toContain('ACTIONS_ID_TOKEN_REQUEST_TOKEN')
    expect(JSON.stringify(sign)).not.toMatch(/ghs_|runtime-|npm-/)
  })

  test('of a GitLab job the identity token, and not the token of the job', async () => {
    const { sign } = await signing('log: public', { ...job, ...issuer.gitlabJob() })
    expect(sign.map(shown)).toEqual([['DOCKER_CONFIG', 'SIGSTORE_ID_TOKEN']])
  })

  test('of a key in a variable that variable and its password', async () => {
    await room.file('cosign.pub', pem)
    const { sign } = await signing('key: cosign.pub', job)
    expect(sign.map(shown)).toEqual([['COSIGN_PASSWORD', 'COSIGN_PRIVATE_KEY', 'DOCKER_CONFIG']])
  })

  test.each([
    ['awskms:///alias/app', ['AWS_SECRET_ACCESS_KEY']],
    ['gcpkms://projects/acme/locations/eu/keyRings/r/cryptoKeys/k', ['GOOGLE_APPLICATION_CREDENTIALS']],
    ['azurekms://acme.vault.azure.net/app', ['AZURE_CLIENT_SECRET']],
    ['hashivault://app', ['VAULT_TOKEN']],
    ['k8s://release/cosign', ['KUBECONFIG']],
    ['gitlab://acme/app', ['GITLAB_TOKEN']],
  ])('of a key at %s what that service reads', async (key, names) => {
    await room.file('cosign.pub', pem)
    const images = `images: ['${room.repository}']`
    await room.file('.image-hygiene.yml', `version: 1\n${images}\nsign: { key: '${key}' }\n`)
    const inputs = { 'registry-username': login.username, 'registry-password': login.password }
    const ran = await room.step('sign', { references: reference, 'public-key': 'cosign.pub', ...inputs }, job)
    expect(ended(ran)).toEqual([0])
    const [sign] = (await room.cosign.calls()).filter(({ args }) => args[0] === 'sign')
    if (sign === undefined) throw new Error('nothing was signed')
    expect(shown(sign)).toEqual([...names, 'DOCKER_CONFIG'].toSorted())
    // The reference is handed on as it is: cosign knows the service, we do not.
    expect(sign.args[sign.args.indexOf('--key') + 1]).toBe(key)
  })
})

describe('the login of a registry', () => {
  test('lies in a folder of its own, for the hosts of the images alone, and in no argument', async () => {
    const others = {
      'ghcr.io': { auth: Buffer.from('mona:other-hunter2').toString('base64') },
      'registry.gitlab.com': { auth: Buffer.from('ci:other-hunter2').toString('base64') },
    }
    await mkdir(join(room.folder, '.docker'))
    await writeFile(join(room.folder, '.docker/config.json'), JSON.stringify({ auths: others }))
    const { sign, verify, all } = await signing('log: public', { ...job, ...issuer.gitlabJob() })
    for (const { login: given, mode, env } of [...sign, ...verify]) {
      const auth = Buffer.from(`${login.username}:${login.password}`).toString('base64')
      expect(given).toEqual({ auths: { [room.registry.host]: { auth } } })
      expect([mode, env['DOCKER_CONFIG'] === join(room.folder, '.docker')]).toEqual(['700', false])
    }
    expect(all.flatMap(({ args }) => args).join(' ')).not.toContain('hunter2')
    expect(room.said.join('\n')).not.toContain('hunter2')
  })
})
