import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuildFacts, factsFromGithub, loadEventReader } from '../../src/build/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { githubEnv, headSha, mergeSha, payloads, sha } from './events.ts'

const { readGithubEvent } = await loadEventReader()
const read = (payload: unknown) => readGithubEvent(JSON.stringify(payload), 'event.json')
const [pullRequest = {}] = payloads('pull_request', one => one['action'] === 'opened')
const alive = (payload: Record<string, unknown>) => payload['deleted'] !== true
const isTag = (payload: Record<string, unknown>) => String(payload['ref']).startsWith('refs/tags/')
const [tagPush = {}] = payloads('push', one => alive(one) && isTag(one))
const [branchPush = {}] = payloads('push', one => alive(one) && !isTag(one))
const [release = {}] = payloads('release', one => one['action'] === 'published')
const [mergeGroup = {}] = payloads('merge_group')
const [dispatch = {}] = payloads('workflow_dispatch')

const atMerge = { GITHUB_SHA: mergeSha }

describe('the facts of a GitHub run', () => {
  test.each<[string, string, string, object, unknown, Partial<BuildFacts>]>([
    [
      'a push to a branch',
      'push',
      'refs/heads/master',
      {},
      branchPush,
      { event: 'push', branch: 'master', sha },
    ],
    [
      'a push of a git tag',
      'push',
      'refs/tags/simple-tag',
      {},
      tagPush,
      { event: 'git-tag', gitTag: 'simple-tag', sha },
    ],
    [
      'a push of an annotated tag, named by the tag object',
      'push',
      'refs/tags/simple-tag',
      { GITHUB_SHA: 'b'.repeat(40) },
      { ...tagPush, after: 'b'.repeat(40) },
      { event: 'git-tag', gitTag: 'simple-tag', sha },
    ],
    [
      'a pull request: its head, not the merge commit',
      'pull_request',
      'refs/pull/2/merge',
      atMerge,
      pullRequest,
      {
        event: 'pull-request',
        sha: headSha,
        branch: 'changes',
        pullRequest: { number: 2, withoutSecrets: false },
      },
    ],
    [
      'pull_request_target, which runs on the base branch',
      'pull_request_target',
      'refs/heads/master',
      atMerge,
      pullRequest,
      { event: 'pull-request', sha: headSha, pullRequest: { number: 2, withoutSecrets: false } },
    ],
    [
      'a pull request from a fork',
      'pull_request',
      'refs/pull/2/merge',
      atMerge,
      withHead(pullRequest, { repo: { full_name: 'mallory/Hello-World' } }),
      { pullRequest: { number: 2, withoutSecrets: true } },
    ],
    [
      'a pull request whose fork is gone',
      'pull_request',
      'refs/pull/2/merge',
      atMerge,
      withHead(pullRequest, { repo: null }),
      { pullRequest: { number: 2, withoutSecrets: true } },
    ],
    [
      'a pull request of dependabot, which gets no secrets',
      'pull_request',
      'refs/pull/2/merge',
      { ...atMerge, GITHUB_ACTOR: 'dependabot[bot]' },
      pullRequest,
      { pullRequest: { number: 2, withoutSecrets: true } },
    ],
    [
      'a merge queue, as a push to its own branch',
      'merge_group',
      'refs/heads/gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
      { GITHUB_SHA: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d' },
      mergeGroup,
      {
        event: 'push',
        sha: '2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d',
        branch: 'gh-readonly-queue/main/pr-104-929f8209d40f77f4abc622a499c93a83babdbe64',
      },
    ],
    [
      'a published release',
      'release',
      'refs/tags/0.0.1',
      {},
      release,
      { event: 'git-tag', gitTag: '0.0.1', sha },
    ],
    [
      'a schedule',
      'schedule',
      'refs/heads/main',
      {},
      { schedule: '0 3 * * 6' },
      { event: 'push', branch: 'main', trigger: 'schedule' },
    ],
    [
      'workflow_dispatch on a branch',
      'workflow_dispatch',
      'refs/heads/main',
      {},
      dispatch,
      { event: 'push', branch: 'main', trigger: 'workflow_dispatch' },
    ],
    [
      'workflow_dispatch on a git tag',
      'workflow_dispatch',
      'refs/tags/v1.2.0',
      {},
      { ...dispatch, ref: 'refs/tags/v1.2.0' },
      { event: 'git-tag', gitTag: 'v1.2.0', sha },
    ],
    ['a branch with slashes', 'push', 'refs/heads/feature/a/b', {}, {}, { branch: 'feature/a/b' }],
  ])('%s', (_name, event, ref, env, payload, expected) => {
    expect(
      factsFromGithub(githubEnv(event, ref, env as Record<string, string>), read(payload)),
    ).toMatchObject(expected)
  })

  test('names the repository, the default branch and the run', () => {
    expect(factsFromGithub(githubEnv('push', 'refs/heads/master'), read(branchPush))).toMatchObject({
      repository: { url: 'https://github.com/Codertocat/Hello-World' },
      defaultBranch: 'master',
      runUrl: 'https://github.com/Codertocat/Hello-World/actions/runs/42',
      actor: 'Codertocat',
      commitTime: Date.parse('2019-05-15T15:19:25Z') / 1000,
    })
  })

  test('a pull request without an event file is told to be of the merge commit', () => {
    const facts = factsFromGithub(githubEnv('pull_request', 'refs/pull/7/merge'))
    expect(facts).toMatchObject({ event: 'pull-request', pullRequest: { number: 7 }, sha })
    expect(facts.doubts.join()).toContain('merge commit')
  })

  test.each<[string, string, string, object, unknown, string]>([
    [
      'a deleted tag',
      'push',
      'refs/tags/simple-tag',
      { GITHUB_SHA: '0'.repeat(40) },
      { deleted: true },
      'deletes',
    ],
    ['a draft release', 'release', '', {}, { release: { tag_name: 'v1.0.0', draft: true } }, 'draft'],
    ['no commit', 'push', 'refs/heads/main', { GITHUB_SHA: '' }, {}, 'GITHUB_SHA'],
    ['a short commit', 'push', 'refs/heads/main', { GITHUB_SHA: 'a1b2c3d' }, {}, 'GITHUB_SHA'],
    ['a pull request of no number', 'pull_request', '', {}, {}, 'pull request'],
  ])('%s is a usage error', (_name, event, ref, env, payload, word) => {
    const call = () => factsFromGithub(githubEnv(event, ref, env as Record<string, string>), read(payload))
    expect(call).toThrow(
      expect.objectContaining({ code: 'bad-usage', message: expect.stringContaining(word) }),
    )
  })
})

describe('the event file', () => {
  test('every published payload of these events is read', () => {
    for (const name of ['push', 'pull_request', 'merge_group', 'release', 'workflow_dispatch', 'create']) {
      for (const payload of payloads(name)) expect(() => read(payload)).not.toThrow()
    }
  })

  test.each([
    ['truncated', JSON.stringify(pullRequest).slice(0, 500), 'cut off'],
    ['empty', '', 'cut off'],
    ['no object', '[]', 'the event'],
    ['a number for a pull request', '{"pull_request": 5}', 'pull_request'],
    [
      'a text for a number',
      '{"pull_request":{"number":"5","head":{"sha":"x","ref":"y"}}}',
      'pull_request.number',
    ],
    ['no head', '{"pull_request":{"number":5}}', 'pull_request.head'],
  ])('%s: the error names the file and the part', (_name, text, word) => {
    const call = () => readGithubEvent(text, '/tmp/event.json')
    expect(call).toThrow(expect.objectContaining({ code: 'bad-file' }))
    expect(call).toThrow(word)
    expect(call).toThrow('/tmp/event.json')
  })

  test('whatever is in it, the answer is facts or an error of ours', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'a\n::set-output name=x::y', '$(id)', '0'),
    )
    const part = fc.oneof(fc.jsonValue(), hostile)
    const event = fc.record(
      {
        pull_request: fc.oneof(part, fc.record({ number: part, head: part, base: part })),
        release: fc.oneof(part, fc.record({ tag_name: hostile, draft: part })),
        merge_group: fc.oneof(part, fc.record({ head_sha: hostile, head_ref: hostile })),
        head_commit: fc.oneof(part, fc.record({ id: hostile, timestamp: hostile })),
        repository: part,
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(
        event,
        fc.constantFrom('push', 'pull_request', 'release', 'merge_group'),
        hostile,
        (payload, name, ref) => {
          try {
            const facts = factsFromGithub(githubEnv(name, ref), read(payload))
            expect(facts.sha).toMatch(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/)
          } catch (error) {
            expect(error).toBeInstanceOf(HygieneError)
          }
        },
      ),
    )
  })
})

function withHead(payload: Record<string, unknown>, head: object): unknown {
  const pull = payload['pull_request'] as { head: object }
  return { ...payload, pull_request: { ...pull, head: { ...pull.head, ...head } } }
}
