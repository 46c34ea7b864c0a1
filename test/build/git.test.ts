import { describe, expect, test } from 'vitest'
import { factsFromGit, type GitAnswers, withGitTags } from '../../src/build/index.ts'
import { browserUrl } from '../../src/build/source-url.ts'
import { facts, sha } from './events.ts'

const checkout: GitAnswers = {
  head: sha,
  branch: 'main',
  tags: [],
  shallow: false,
  withoutTags: false,
  remote: 'git@github.com:acme/app.git',
  commitTime: 1_700_000_000,
}

describe('the facts of a plain checkout', () => {
  test.each([
    ['a branch is a push', {}, { event: 'push', branch: 'main' }],
    [
      'a branch that carries a git tag is still a push',
      { tags: ['v1.0.0'] },
      { event: 'push', gitTag: undefined },
    ],
    [
      'a detached head on a git tag is that tag',
      { branch: undefined, tags: ['v1.0.0'] },
      { event: 'git-tag', gitTag: 'v1.0.0' },
    ],
    ['a detached head is a push to nowhere', { branch: undefined }, { event: 'push', branch: undefined }],
    ['a full clone knows its tags', {}, { gitTags: { names: [], complete: true } }],
    ['a shallow clone does not', { shallow: true }, { gitTags: { names: [], complete: false } }],
    ['nor does a clone without tags', { withoutTags: true }, { gitTags: { names: [], complete: false } }],
  ])('%s', (_name, answers, expected) => {
    expect(factsFromGit({ ...checkout, ...answers })).toMatchObject(expected)
  })

  test('no commit, no facts', () => {
    expect(factsFromGit({ ...checkout, head: undefined })).toBeUndefined()
    expect(factsFromGit({ ...checkout, head: 'HEAD' })).toBeUndefined()
  })

  test('adds to what the event said', () => {
    const known = withGitTags(facts({ gitTags: { names: ['v1.0.0'], complete: false } }), {
      ...checkout,
      tags: ['v1.0.0', 'v1.0.1'],
    })
    expect(known.gitTags).toEqual({ names: ['v1.0.0', 'v1.0.1'], complete: true })
  })
})

test.each([
  ['git@github.com:acme/app.git', 'https://github.com/acme/app'],
  ['ssh://git@gitlab.example.com:2222/acme/app.git', 'https://gitlab.example.com/acme/app'],
  ['https://user:secret@github.com/acme/app.git', 'https://github.com/acme/app'],
  ['https://oauth2:glpat-x@gitlab.example.com:8443/a/b/c.git/', 'https://gitlab.example.com:8443/a/b/c'],
  ['http://127.0.0.1:3000/acme/app?token=x#y', 'http://127.0.0.1:3000/acme/app'],
  ['git://git.kernel.org/pub/scm/git/git.git', 'https://git.kernel.org/pub/scm/git/git'],
  ['/srv/git/app.git', undefined],
  ['../app', undefined],
  ['file:///srv/git/app.git', undefined],
  ['C:\\app', undefined],
])('the page of %s is %s', (remote, page) => {
  expect(browserUrl(remote)).toBe(page)
})
