import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuildFacts, type Environment, factsFromGitlab } from '../../src/build/index.ts'
import { HygieneError } from '../../src/outcome/index.ts'
import { gitlabEnv, headSha, sha } from './events.ts'

const mergeRequest = {
  CI_PIPELINE_SOURCE: 'merge_request_event',
  CI_MERGE_REQUEST_IID: '12',
  CI_MERGE_REQUEST_PROJECT_ID: '7',
  CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7',
  CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'changes',
}

describe('the facts of a GitLab pipeline', () => {
  test.each<[string, Environment, Partial<BuildFacts>]>([
    [
      'a branch',
      { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' },
      { event: 'push', branch: 'main', sha, trigger: 'push' },
    ],
    [
      'a git tag',
      { CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'v1.2.0', CI_COMMIT_REF_NAME: 'v1.2.0' },
      {
        event: 'git-tag',
        gitTag: 'v1.2.0',
        branch: undefined,
        gitTags: { names: ['v1.2.0'], complete: false },
      },
    ],
    [
      'a schedule, as a push to its branch',
      { CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' },
      { event: 'push', branch: 'main', trigger: 'schedule' },
    ],
    [
      'a detached merge request pipeline, on its head',
      { ...mergeRequest, CI_MERGE_REQUEST_EVENT_TYPE: 'detached', CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: '' },
      { event: 'pull-request', sha, branch: 'changes', pullRequest: { number: 12, withoutSecrets: false } },
    ],
    [
      'a merged-results pipeline: the head, not the merge commit',
      {
        ...mergeRequest,
        CI_MERGE_REQUEST_EVENT_TYPE: 'merged_result',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: headSha,
      },
      { event: 'pull-request', sha: headSha, commitTime: undefined },
    ],
    [
      'a merge train',
      {
        ...mergeRequest,
        CI_MERGE_REQUEST_EVENT_TYPE: 'merge_train',
        CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: headSha,
      },
      { event: 'pull-request', sha: headSha },
    ],
    [
      'a merge request from a fork',
      { ...mergeRequest, CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '99' },
      { pullRequest: { number: 12, withoutSecrets: true } },
    ],
  ])('%s', (_name, env, expected) => {
    expect(factsFromGitlab(gitlabEnv(env))).toMatchObject(expected)
  })

  test('names the project, the run, the person and the time of the commit', () => {
    expect(factsFromGitlab(gitlabEnv({ CI_COMMIT_BRANCH: 'main' }))).toMatchObject({
      repository: { url: 'https://gitlab.example.com/acme/app' },
      defaultBranch: 'main',
      runUrl: 'https://gitlab.example.com/acme/app/-/pipelines/9',
      actor: 'root',
      commitTime: Date.parse('2026-11-20T08:00:00Z') / 1000,
    })
  })

  test.each([
    ['no commit', { CI_COMMIT_SHA: undefined }, 'CI_COMMIT_SHA is not set'],
    ['a hostile commit', { CI_COMMIT_SHA: '$(id)' }, 'no full commit id'],
    ['a merge request that is no number', { CI_MERGE_REQUEST_IID: '5;id' }, 'no number'],
  ])('%s is a usage error', (_name, env, words) => {
    expect(() => factsFromGitlab(gitlabEnv(env))).toThrow(
      expect.objectContaining({ code: 'bad-usage', message: expect.stringContaining(words) }),
    )
  })

  test('whatever the variables hold, the answer is facts or an error of ours', () => {
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('', '__proto__', '$(id)', 'a\n::error::x', sha, '5'),
    )
    const names = [
      'CI_COMMIT_SHA',
      'CI_COMMIT_TAG',
      'CI_COMMIT_BRANCH',
      'CI_MERGE_REQUEST_IID',
      'CI_COMMIT_TIMESTAMP',
    ]
    const more = fc.record(Object.fromEntries(names.map(name => [name, hostile])), { requiredKeys: [] })
    fc.assert(
      fc.property(more, env => {
        try {
          expect(factsFromGitlab(gitlabEnv(env)).sha).toMatch(/^[0-9a-f]{40}$/)
        } catch (error) {
          expect(error).toBeInstanceOf(HygieneError)
        }
      }),
    )
  })
})
