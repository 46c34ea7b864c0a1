import {
  type BuildFacts,
  factsFromGit,
  factsFromGithub,
  factsFromGitlab,
  type GitAnswers,
  loadEventReader,
  withGitTags,
} from '../build/index.ts'
import { HygieneError } from '../outcome/index.ts'
import type { World } from '../system/world.ts'

/** Bytes; GitHub caps payloads at 25 MB. */
const longestEvent = 32 * 1024 * 1024

/**
 * What is built: CI variables before git, and neither is `bad-usage`. `gitTags` asks the checkout for the git tags on
 * the commit as well, where CI variables alone do not name them all.
 */
export async function readBuildFacts(
  world: World,
  { gitTags }: { readonly gitTags: boolean },
): Promise<BuildFacts> {
  const facts = await factsFromCi(world)
  if (facts !== undefined) {
    return gitTags ? withGitTags(facts, await askGit(world, facts.sha)) : facts
  }
  const checkout = factsFromGit(await askGit(world, 'HEAD'))
  if (checkout !== undefined) return checkout
  throw new HygieneError('bad-usage', 'there is neither a CI run nor a git checkout to tell what is built', {
    fix: 'run it in a job of GitHub Actions or GitLab CI, or in a git checkout with a commit',
  })
}

async function factsFromCi({ env, files }: World): Promise<BuildFacts | undefined> {
  if (env['GITHUB_ACTIONS'] === 'true' || (env['GITHUB_EVENT_NAME'] && env['GITHUB_SHA'])) {
    const path = env['GITHUB_EVENT_PATH']
    if (!path) return factsFromGithub(env)
    const { readGithubEvent } = await loadEventReader()
    return factsFromGithub(env, readGithubEvent(await files.readText(path, longestEvent), path))
  }
  if (env['GITLAB_CI'] === 'true' || env['CI_COMMIT_SHA']) return factsFromGitlab(env)
  return undefined
}

/** Git's answers about a commit; without git, or in no checkout, none of them. */
async function askGit({ processes }: World, commit: string): Promise<GitAnswers> {
  const git = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      const ran = await processes.run('git', ['--no-optional-locks', ...args], { timeout: 20_000 })
      return ran.code === 0 ? ran.stdout : undefined
    } catch (error) {
      if (error instanceof HygieneError && (error.code === 'no-file' || error.code === 'too-slow'))
        return undefined
      throw error
    }
  }
  const [state, branch, tags, remote, time] = await Promise.all([
    git('rev-parse', '--is-shallow-repository', 'HEAD'),
    git('symbolic-ref', '--quiet', '--short', 'HEAD'),
    git('for-each-ref', `--points-at=${commit}`, '--format=%(refname:strip=2)', 'refs/tags'),
    git('config', '--get-regexp', '^remote\\.origin\\.(url|tagopt)$'),
    git('log', '-1', '--format=%ct', commit, '--'),
  ])
  const [shallow, head] = lines(state)
  const settings = new Map(lines(remote).map(line => [line.split(' ', 1)[0], line.replace(/^\S+ /, '')]))
  return {
    head,
    branch: lines(branch)[0],
    tags: lines(tags),
    shallow: shallow !== 'false' || tags === undefined,
    withoutTags: settings.get('remote.origin.tagopt') === '--no-tags',
    remote: settings.get('remote.origin.url'),
    commitTime: time === undefined ? undefined : Number(time.trim()),
  }
}

function lines(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter(line => line !== '')
}
