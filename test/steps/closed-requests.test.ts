import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closedRequests } from '../../src/steps/closed-requests.ts'
import { day, now, policyOf, row, Scene } from '../cleanup/scene.ts'
import { fakeGitHub } from '../fakes/github/index.ts'
import { fakeGitLab } from '../fakes/gitlab/index.ts'
import { type CiRoom, ciRoom } from './ci-room.ts'

const { policy } = policyOf({
  classes: {
    request: row(['pr-{number}'], { expires: { kind: 'after', seconds: 14 * day }, ends: 'closed' }),
    branch: row(['br-{branch}'], { expires: { kind: 'after', seconds: 14 * day }, ends: 'closed' }),
    commit: row(['commit-{sha}'], { expires: { kind: 'after', seconds: 3 * day } }),
  },
})

/** A repository with an image of each of these tags. */
function holding(...tags: readonly string[]) {
  const scene = new Scene()
  for (const tag of tags) scene.tag(tag, scene.image(tag))
  return [scene.listing()]
}

let room: CiRoom
beforeEach(async () => {
  room = await ciRoom()
})
afterEach(() => room.remove())

type Env = Readonly<Record<string, string>>

async function ask(tags: readonly string[], env: Env) {
  const world = room.world(env, now)
  const tokens = { githubToken: 'reads', gitlabToken: 'reads' }
  try {
    return await closedRequests(holding(...tags), policy, tokens, world)
  } finally {
    await world.http.close()
  }
}

async function github() {
  const fake = await fakeGitHub()
  fake.token('reads', {
    login: 'github-actions[bot]',
    kind: 'integration',
    permissions: { contents: 'read', 'pull-requests': 'read' },
  })
  const env: Env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: fake.url }
  return { fake, env, deny: () => fake.token('reads', { login: 'x', kind: 'integration', permissions: {} }) }
}

async function gitlab() {
  const fake = await fakeGitLab()
  fake.token('reads', { username: 'bot', kind: 'access', scope: 'read_api', role: 'reporter' })
  const env: Env = { CI_API_V4_URL: fake.url, CI_PROJECT_PATH: 'acme/app', CI_DEFAULT_BRANCH: 'main' }
  return { fake, env, deny: () => fake.state.tokens.clear() }
}

describe.each([
  ['GitHub', github],
  ['GitLab', gitlab],
])('on %s', (_, begin) => {
  let forge: Awaited<ReturnType<typeof begin>>
  beforeEach(async () => {
    forge = await begin()
  })
  afterEach(async () => {
    expect(forge.fake.faults).toEqual([])
    await forge.fake.stop()
  })

  test('previews of a deleted branch end when it was deleted, those of one that is there do not', async () => {
    for (const name of ['feature/menu', 'feature/search']) forge.fake.git.push(name, { x: name })
    forge.fake.deleteBranch('feature/menu')
    const { closed, findings } = await ask(
      ['br-feature-menu', 'br-feature-search', 'br-unheard-of'],
      forge.env,
    )
    expect(findings).toEqual([])
    expect(closed).toMatchObject({ project: 'acme/app', at: new Map() })
    expect(closed.branches).toEqual(new Map([['feature-menu', forge.fake.state.now / 1000]]))
  })

  test('nothing is asked where no tag is of a class that ends', async () => {
    const { closed, findings } = await ask(['commit-0000001', 'v1.0.0'], forge.env)
    expect([closed.at.size, closed.branches.size, findings.length]).toEqual([0, 0, 0])
    expect(forge.fake.requests).toEqual([])
  })

  test('a forge that refuses to answer leaves all of them, and is named with what it wants', async () => {
    forge.fake.git.push('menu', { x: 'y' })
    forge.fake.deleteBranch('menu')
    forge.deny()
    const { closed, findings } = await ask(['pr-1', 'br-menu'], forge.env)
    expect([closed.at.size, closed.branches.size]).toEqual([0, 0])
    expect(findings.length).toBeGreaterThan(0)
    for (const finding of findings) {
      expect(finding).toMatchObject({ rule: 'previews-unknown', severity: 'warning' })
      expect(finding.message).toContain('wait for their clock')
      expect(finding.fix).toBeTruthy()
    }
  })
})

test('outside of a pipeline nobody can be asked: previews stay, and it is said', async () => {
  const { closed, findings } = await ask(['pr-1', 'br-menu'], {})
  expect([closed.at.size, closed.branches.size]).toEqual([0, 0])
  expect(findings).toMatchObject([{ rule: 'previews-unknown', severity: 'warning' }])
})
