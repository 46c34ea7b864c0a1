import { type BuildFacts, type GitTags, isCommit } from './facts.ts'
import { browserUrl } from './source-url.ts'

/** What git answered in the checkout; `undefined` where it had no answer. */
export interface GitAnswers {
  /** `rev-parse HEAD`. */
  readonly head: string | undefined
  /** `symbolic-ref --short HEAD`; none when it is detached. */
  readonly branch: string | undefined
  /** Short names of `for-each-ref --points-at` in `refs/tags`; annotated tags are peeled. */
  readonly tags: readonly string[]
  /** `rev-parse --is-shallow-repository`. */
  readonly shallow: boolean
  /** `config remote.origin.tagOpt` is `--no-tags`. */
  readonly withoutTags: boolean
  /** `config remote.origin.url`. */
  readonly remote: string | undefined
  /** `log -1 --format=%ct`, unix seconds. */
  readonly commitTime: number | undefined
}

/** A plain checkout: a detached HEAD on a git tag builds that tag, anything else is a push to its branch. */
export function factsFromGit(git: GitAnswers): BuildFacts | undefined {
  if (!isCommit(git.head)) return undefined
  const gitTag = git.branch === undefined ? git.tags[0] : undefined
  return {
    forge: 'git',
    event: gitTag === undefined ? 'push' : 'git-tag',
    trigger: 'checkout',
    sha: git.head,
    branch: git.branch,
    gitTag,
    gitTags: gitTagsOf(git),
    repository: { url: git.remote === undefined ? undefined : browserUrl(git.remote) },
    commitTime: git.commitTime,
    doubts: [],
  }
}

/** CI facts with the git tags that the checkout knows of the same commit. */
export function withGitTags(facts: BuildFacts, git: GitAnswers): BuildFacts {
  const known = gitTagsOf(git)
  return {
    ...facts,
    commitTime: facts.commitTime ?? git.commitTime,
    gitTags: {
      names: [...new Set([...facts.gitTags.names, ...known.names])],
      complete: known.complete,
    },
  }
}

function gitTagsOf({ tags, shallow, withoutTags }: GitAnswers): GitTags {
  return { names: tags, complete: !shallow && !withoutTags }
}
