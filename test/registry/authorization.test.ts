import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Digest, Repository, Tag } from '../../src/image/index.ts'
import { type Auth, type FakeRegistry, type Login, pushImage } from '../fakes/registry/index.ts'
import { fake, open, type TestWorld, testWorld } from './open.ts'

const login: Login = { username: 'ann', password: 'hush-hush' }

async function registryWith(auth: Auth): Promise<FakeRegistry> {
  const registry = await fake(auth)
  for (const name of ['team/app', 'team/web']) {
    pushImage(registry.store, name, { tags: ['v1', 'v2'], content: name })
  }
  return registry
}

const at = (registry: FakeRegistry, name = 'team/app') => `${registry.host}/${name}` as Repository

async function pull(registry: FakeRegistry, given: Partial<Login> = login, world?: TestWorld) {
  const own = world ?? (await testWorld())
  const registries = await open({ given: { images: [at(registry)], ...given } }, own)
  const answer = await registries.of(registry.host).manifest(at(registry), 'v1' as Tag)
  return { answer, registries, client: registries.of(registry.host), world: own }
}

describe('the five shapes of a challenge, and some more', () => {
  it.each<[string, Auth]>([
    ['Basic with a name', { kind: 'basic', login, challenge: 'Basic realm="Artifactory Realm"' }],
    [
      'Basic with a URL and a service',
      { kind: 'basic', login, challenge: 'Basic realm="https://1.dkr.ecr.test/",service="ecr.test"' },
    ],
    ['Bearer with a scope', { kind: 'bearer', login }],
    ['Bearer without a scope', { kind: 'bearer', login, scopeInChallenge: false }],
    ['Bearer and Basic in one header', { kind: 'bearer', login, basicToo: true }],
    ['Bearer whose answer says access_token', { kind: 'bearer', login, field: 'access_token' }],
    ['Bearer for anybody', { kind: 'bearer' }],
    ['none at all, but Basic works', { kind: 'basic', login, challenge: '' }],
  ])('%s', async (_, auth) => {
    const { answer } = await pull(await registryWith(auth))
    expect(answer).toMatchObject({ found: true })
  })

  it('anonymous asks nobody', async () => {
    const registry = await registryWith({ kind: 'none' })
    await pull(registry)
    expect(registry.log.map(({ authorization }) => authorization)).toEqual([undefined])
  })
})

describe('tokens', () => {
  it('are for one repository and one action', async () => {
    const registry = await registryWith({ kind: 'bearer', login })
    const { client } = await pull(registry)
    await client.tags(at(registry))
    await client.tags(at(registry, 'team/web'))
    await client.deleteTag(at(registry), 'v2' as Tag)
    expect(registry.issued).toEqual([
      { scopes: ['repository:team/app:pull'], service: 'fake' },
      { scopes: ['repository:team/web:pull'], service: 'fake' },
      { scopes: ['repository:team/app:delete'], service: 'fake' },
    ])
  })

  it('are asked for once by many who need one at the same time', async () => {
    const registry = await registryWith({ kind: 'bearer', login })
    const client = (await open({ given: { images: [at(registry)], ...login } })).of(registry.host)
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => client.manifest(at(registry), 'v1' as Tag)),
    )
    expect(answers.every(answer => 'found' in answer && answer.found)).toBe(true)
    expect(registry.issued.length).toBe(1)
  })

  it('are renewed when one ends in the middle of a run', async () => {
    const registry = await registryWith({ kind: 'bearer', login, uses: 3 })
    const { client } = await pull(registry)
    for (let n = 0; n < 8; n += 1) {
      expect(await client.manifest(at(registry), 'v1' as Tag)).toMatchObject({ found: true })
    }
    expect(registry.issued.length).toBe(3)
  })

  it('are renewed before they end', async () => {
    const registry = await registryWith({ kind: 'bearer', login, expires: 0.05 })
    const { client } = await pull(registry)
    await new Promise(resolve => setTimeout(resolve, 60))
    registry.forget()
    await client.manifest(at(registry), 'v1' as Tag)
    expect(registry.log.map(({ path }) => path)).toEqual(['/token', '/v2/team/app/manifests/v1'])
  })

  it('that never work end in a few requests, with the way to log in', async () => {
    const registry = await registryWith({ kind: 'bearer', login, neverWorks: true })
    const { answer } = await pull(registry)
    expect(answer).toEqual({ unknown: expect.stringContaining('401 UNAUTHORIZED') })
    expect(registry.log.length).toBeLessThanOrEqual(6)
  })

  it('are hidden from every output', async () => {
    const { world } = await pull(await registryWith({ kind: 'bearer', login }))
    expect(world.secrets).toContain('hush-hush')
    expect(world.secrets).toContain('token-1')
  })
})

describe('wrong or missing credentials are said, with the host and the command', () => {
  it.each<[string, Auth, Partial<Login>]>([
    ['a wrong password', { kind: 'basic', login }, { username: 'ann', password: 'wrong' }],
    ['a wrong password for a token', { kind: 'bearer', login }, { username: 'ann', password: 'wrong' }],
    ['no credentials', { kind: 'basic', login }, {}],
    ['no credentials for a token', { kind: 'bearer', login }, {}],
    ['an offer that nobody can take', { kind: 'basic', login, challenge: 'Negotiate' }, login],
  ])('%s', async (_, auth, given) => {
    const registry = await registryWith(auth)
    const { answer } = await pull(registry, given)
    expect(answer).toEqual({ unknown: expect.stringMatching(/docker login|401/) })
    expect(JSON.stringify(answer)).not.toContain('hush')
    expect(registry.log.length).toBeLessThanOrEqual(4)
  })
})

describe('no credential leaves its origin:', () => {
  async function other() {
    const registry = await fake()
    registry.habit('garbage JSON')
    return registry
  }
  const sentTo = (registry: FakeRegistry) => registry.log.map(({ authorization }) => authorization)

  it('the inputs are for the hosts of images alone', async () => {
    const registry = await registryWith({ kind: 'basic', login })
    const registries = await open({ given: { images: ['127.0.0.1:1/team/app'], ...login } })
    const answer = await registries.of(registry.host).manifest(at(registry), 'v1' as Tag)
    expect(answer).toEqual({ unknown: expect.stringContaining('no credentials for') })
    expect(sentTo(registry)).toEqual([undefined])
  })

  it.each([
    ['a token service without https on another machine', 'http://192.0.2.1/token'],
    ['a token service with a password in its address', 'https://a:b@registry.test/token'],
    ['what is no address', 'nonsense'],
    ['another scheme', 'ftp://registry.test/token'],
  ])('%s is refused', async (_, realm) => {
    const registry = await registryWith({ kind: 'bearer', login, realm })
    const { answer } = await pull(registry)
    expect(answer).toEqual({ unknown: expect.stringMatching(/refused|no usable token service/) })
    expect(registry.log.length).toBe(1)
  })

  it('a redirect to another origin gets nothing of ours', async () => {
    const elsewhere = await other()
    const registry = await registryWith({ kind: 'bearer', login })
    const { client } = await pull(registry)
    registry.redirect = `http://${elsewhere.host}/stolen`
    const blob = await client.blob(at(registry), `sha256:${'1'.repeat(64)}` as Digest, 1000)
    expect(blob).toEqual({ unknown: expect.stringContaining('another digest') })
    expect(elsewhere.log.map(({ line }) => line)).toEqual(['GET /stolen'])
    expect(sentTo(elsewhere)).toEqual([undefined])
  })

  it('a redirect to the same origin keeps the token', async () => {
    const registry = await registryWith({ kind: 'bearer', login })
    const { client } = await pull(registry)
    registry.redirect = '/v2/team/app/manifests/v2'
    registry.forget()
    const answer = await client.manifest(at(registry), 'v1' as Tag)
    expect(answer).toMatchObject({ found: true })
    expect(sentTo(registry).every(sent => sent?.startsWith('Bearer '))).toBe(true)
  })

  it.each(['http://192.0.2.1/x', 'ftp://127.0.0.1/x', 'http://['])(
    'a redirect to %s is refused',
    async target => {
      const registry = await registryWith({ kind: 'none' })
      registry.redirect = target
      const { answer } = await pull(registry)
      expect(answer).toEqual({ unknown: expect.stringMatching(/redirects to/) })
    },
  )
})

describe('credentials are found in', () => {
  const auth = Buffer.from('ann:hush-hush').toString('base64')
  const wrong = Buffer.from('ann:wrong').toString('base64')

  async function pullWith(
    env: (cwd: string) => Record<string, string>,
    files: (host: string) => Record<string, object>,
  ) {
    const registry = await registryWith({ kind: 'bearer', login, identity: 'refresh-me' })
    const seed = await testWorld()
    for (const [name, content] of Object.entries(files(registry.host))) {
      await mkdir(join(seed.cwd, name, '..'), { recursive: true })
      await writeFile(join(seed.cwd, name), JSON.stringify(content))
    }
    const surroundings = { ...env(seed.cwd) }
    const world = await testWorld(surroundings)
    const client = (await open({}, world)).of(registry.host)
    return { answer: await client.manifest(at(registry), 'v1' as Tag), registry, world }
  }

  it.each<[string, (cwd: string) => Record<string, string>, (host: string) => Record<string, object>]>([
    [
      'DOCKER_CONFIG',
      cwd => ({ DOCKER_CONFIG: `${cwd}/d` }),
      host => ({ 'd/config.json': { auths: { [host]: { auth } } } }),
    ],
    [
      '~/.docker',
      cwd => ({ HOME: cwd }),
      host => ({ '.docker/config.json': { auths: { [host]: { auth } } } }),
    ],
    [
      'REGISTRY_AUTH_FILE',
      cwd => ({ REGISTRY_AUTH_FILE: `${cwd}/a.json` }),
      host => ({ 'a.json': { auths: { [host]: { auth } } } }),
    ],
    [
      'podman’s auth.json',
      cwd => ({ XDG_RUNTIME_DIR: cwd }),
      host => ({ 'containers/auth.json': { auths: { [host]: { auth } } } }),
    ],
    [
      'the longest namespace of a host before the host and shorter ones',
      cwd => ({ XDG_RUNTIME_DIR: cwd }),
      host => ({
        'containers/auth.json': {
          auths: { [host]: { auth: wrong }, [`${host}/te`]: { auth: wrong }, [`${host}/team`]: { auth } },
        },
      }),
    ],
    [
      'a repository before its namespace',
      cwd => ({ REGISTRY_AUTH_FILE: `${cwd}/a.json` }),
      host => ({
        'a.json': { auths: { [`${host}/team`]: { auth: wrong }, [`${host}/team/app`]: { auth } } },
      }),
    ],
    [
      'the host where no namespace fits',
      cwd => ({ HOME: cwd }),
      host => ({
        '.docker/config.json': { auths: { [host]: { auth }, [`${host}/other`]: { auth: wrong } } },
      }),
    ],
    [
      'a key with a scheme',
      cwd => ({ HOME: cwd }),
      host => ({ '.docker/config.json': { auths: { [`https://${host}/v2/`]: { auth } } } }),
    ],
    [
      'username and password fields',
      cwd => ({ HOME: cwd }),
      host => ({ '.docker/config.json': { auths: { [host]: login } } }),
    ],
    [
      'an identity token',
      cwd => ({ HOME: cwd }),
      host => ({ '.docker/config.json': { auths: { [host]: { auth, identitytoken: 'refresh-me' } } } }),
    ],
  ])('%s', async (_, env, files) => {
    expect((await pullWith(env, files)).answer).toMatchObject({ found: true })
  })

  it.each(['basic', 'bearer'] as const)('each namespace its own, by %s', async kind => {
    const registry = await registryWith({ kind, login })
    const seed = await testWorld()
    const auths = { [registry.host]: { auth: wrong }, [`${registry.host}/team`]: { auth } }
    await writeFile(join(seed.cwd, 'a.json'), JSON.stringify({ auths }))
    const client = (await open({}, await testWorld({ REGISTRY_AUTH_FILE: join(seed.cwd, 'a.json') }))).of(
      registry.host,
    )
    const ask = (name: string) => client.manifest(at(registry, name), 'v1' as Tag)
    expect(await ask('other/app')).toEqual({ unknown: expect.stringContaining('with the credentials') })
    expect(await ask('team/app')).toMatchObject({ found: true })
    expect(await ask('other/app')).toEqual({ unknown: expect.stringContaining('with the credentials') })
  })

  it.each([
    ['of this very registry, its own token', (host: string) => host, true],
    ['of another registry, nothing', () => 'registry.gitlab.com', false],
  ])('a GitLab job %s', async (_, named, found) => {
    const registry = await registryWith({ kind: 'bearer', login })
    const job = {
      CI_REGISTRY: named(registry.host),
      CI_REGISTRY_USER: login.username,
      CI_REGISTRY_PASSWORD: login.password,
    }
    const answer = await (await open({}, await testWorld(job)))
      .of(registry.host)
      .manifest(at(registry), 'v1' as Tag)
    expect('found' in answer).toBe(found)
  })

  it.each([
    ['a host that only ends alike', (host: string) => `evil-${host}`],
    ['a host that only begins alike', (host: string) => host.slice(0, -1)],
    ['the host without its port', (host: string) => host.split(':')[0] ?? ''],
    ['another namespace of the host', (host: string) => `${host}/other`],
    ['a namespace that only begins alike', (host: string) => `${host}/tea`],
    ['a repository below', (host: string) => `${host}/team/app/deep`],
    ['the namespace on another host', (host: string) => `evil-${host}/team`],
  ])('no entry of %s', async (_, key) => {
    const { answer } = await pullWith(
      cwd => ({ HOME: cwd }),
      host => ({ '.docker/config.json': { auths: { [key(host)]: { auth } } } }),
    )
    expect(answer).toEqual({ unknown: expect.stringContaining('no credentials for') })
  })

  it('a file that is no JSON is a wrong call, with its name', async () => {
    const seed = await testWorld()
    await writeFile(join(seed.cwd, 'a.json'), '{')
    const world = await testWorld({ REGISTRY_AUTH_FILE: join(seed.cwd, 'a.json') })
    const registry = await registryWith({ kind: 'bearer', login })
    const asked = (await open({}, world)).of(registry.host).manifest(at(registry), 'v1' as Tag)
    await expect(asked).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('a.json'),
    })
  })

  it.each([
    ['credHelpers', (host: string) => ({ credHelpers: { [host]: 'fake' } }), 'ann', 'hush-hush'],
    ['credsStore', (host: string) => ({ auths: { [host]: {} }, credsStore: 'fake' }), 'ann', 'hush-hush'],
    ['a helper that gives an identity token', () => ({ credsStore: 'fake' }), '<token>', 'refresh-me'],
  ])('%s', async (_, config, username, secret) => {
    const registry = await registryWith({ kind: 'bearer', login, identity: 'refresh-me' })
    const seed = await testWorld()
    const helper = join(seed.cwd, 'docker-credential-fake')
    // The helper answers for exactly the host it was asked about, and only if it sees the cloud's key.
    await writeFile(
      helper,
      `#!/bin/sh\nread host\n[ "$1 $host $CLOUD_KEY" = "get ${registry.host} key" ] || { echo 'credentials not found'; exit 1; }\n` +
        `echo '${JSON.stringify({ ServerURL: 'x', Username: username, Secret: secret })}'\n`,
    )
    await chmod(helper, 0o755)
    await mkdir(join(seed.cwd, '.docker'))
    await writeFile(join(seed.cwd, '.docker/config.json'), JSON.stringify(config(registry.host)))
    const world = await testWorld({
      HOME: seed.cwd,
      PATH: `${seed.cwd}:${process.env['PATH']}`,
      CLOUD_KEY: 'key',
    })
    const client = (await open({}, world)).of(registry.host)
    expect(await client.manifest(at(registry), 'v1' as Tag)).toMatchObject({ found: true })
  })

  it('no helper whose name is more than a name, and a missing one only warns', async () => {
    const { answer, world } = await pullWith(
      cwd => ({ HOME: cwd, PATH: '/nowhere' }),
      host => ({ '.docker/config.json': { credHelpers: { [host]: 'missing', 'b.test': '../../bin/sh' } } }),
    )
    expect(answer).toEqual({ unknown: expect.stringContaining('no credentials for') })
    expect(world.said.join()).toContain('docker-credential-missing')
  })
})
