import type { Octokit } from '../../system/octokit.ts'
import type { Base, Branch, BranchCommit, Change, Committed } from '../port.ts'
import { apiErrorOf, asking, askingFor, type Purpose } from './refusal.ts'
import type { Target } from './target.ts'

type Comparison = Awaited<ReturnType<Octokit['rest']['repos']['compareCommitsWithBasehead']>>['data']

const reading: Purpose = { doing: 'show the repository', needs: ['contents: read'] }
const writing: Purpose = { doing: 'write the branch', needs: ['contents: write'] }
const page = 100
/** The newest commits that are looked at; more on one cleanup branch is no life we know. */
const newest = 250

export async function base({ octokit, owner, repo }: Target, known?: string): Promise<Base> {
  const branch =
    known ?? (await asking(reading, () => octokit.rest.repos.get({ owner, repo }))).data.default_branch
  const { data } = await asking(reading, () => octokit.rest.repos.getBranch({ owner, repo, branch }))
  return { branch, commit: data.commit.sha, tree: data.commit.commit.tree.sha }
}

export async function branch(target: Target, name: string, known?: string): Promise<Branch | undefined> {
  const { octokit, owner, repo } = target
  const defaultBranch =
    known ?? (await asking(reading, () => octokit.rest.repos.get({ owner, repo }))).data.default_branch
  const compare = (number: number): Promise<{ readonly data: Comparison }> =>
    octokit.rest.repos.compareCommitsWithBasehead({
      owner,
      repo,
      basehead: `${defaultBranch}...${name}`,
      per_page: page,
      page: number,
    })
  const first = (await askingFor(reading, () => compare(1)))?.data
  if (first === undefined) return undefined
  const commits = await newestCommits(
    first,
    async number => (await asking(reading, () => compare(number))).data,
  )
  const base = first.base_commit
  return {
    name,
    head: commits.at(-1)?.id ?? first.merge_base_commit.sha,
    base: { branch: defaultBranch, commit: base.sha, tree: base.commit.tree.sha },
    behind: first.behind_by > 0,
    commits,
    changed: (first.files ?? []).flatMap(({ filename, previous_filename: before }) =>
      before === undefined ? [filename] : [filename, before],
    ),
  }
}

/** The comparison pages from the oldest commit on; only the last pages matter. */
async function newestCommits(
  first: Comparison,
  read: (page: number) => Promise<Comparison>,
): Promise<readonly BranchCommit[]> {
  const pages = Math.max(1, Math.ceil(first.total_commits / page))
  const found: BranchCommit[] = pages * page - newest > page ? [] : first.commits.map(commitOf)
  for (let number = Math.max(2, pages - Math.ceil(newest / page)); number <= pages; number++) {
    found.push(...(await read(number)).commits.map(commitOf))
  }
  return found.slice(-newest)
}

function commitOf({ sha, commit, author }: Comparison['commits'][number]): BranchCommit {
  const login = author !== null && 'login' in author ? author.login : undefined
  return { id: sha, message: commit.message, author: login ?? commit.author?.name ?? '' }
}

/** Raw, because the JSON form holds no file above 1 MB. */
export async function file(
  { octokit, owner, repo }: Target,
  path: string,
  ref: string,
): Promise<string | undefined> {
  const answer = await askingFor({ ...reading, doing: `show ${path}` }, () =>
    octokit.rest.repos.getContent({ owner, repo, path, ref, mediaType: { format: 'raw' } }),
  )
  const data: unknown = answer?.data
  if (data === undefined || typeof data === 'string') return data
  return data instanceof ArrayBuffer ? new TextDecoder().decode(data) : undefined
}

export async function lastTouch(
  { octokit, owner, repo }: Target,
  path: string,
  commit: string,
): Promise<string | undefined> {
  const { data } = await asking({ ...reading, doing: `show the history of ${path}` }, () =>
    octokit.rest.repos.listCommits({ owner, repo, path, sha: commit, per_page: 1 }),
  )
  return data[0]?.sha
}

/**
 * Blob, tree, commit, ref: REST and without an author, so that GitHub signs it and shows it as verified. The tree is
 * the base's with one file replaced; the parents are the branch's tip and, where the branch is behind, the base. The
 * ref only moves forward, whatever the branch was used for: GitHub has no forced update on a condition, and a push
 * that came in between must never be unhooked. It makes the answer `moved` instead.
 */
export async function commit({ octokit, owner, repo }: Target, change: Change): Promise<Committed | 'moved'> {
  const { path, content, message, onto } = change
  const tip = onto?.branch
  const tree = change.base.tree ?? (await treeOf({ octokit, owner, repo }, change.base.commit))
  const parents =
    tip === undefined
      ? [change.base.commit]
      : tip.behind === true
        ? [tip.head, change.base.commit]
        : [tip.head]
  const made = await asking(writing, async () => {
    const blob = await octokit.rest.git.createBlob({ owner, repo, content, encoding: 'utf-8' })
    const grown = await octokit.rest.git.createTree({
      owner,
      repo,
      base_tree: tree,
      tree: [{ path, mode: '100644', type: 'blob', sha: blob.data.sha }],
    })
    return octokit.rest.git.createCommit({ owner, repo, message, tree: grown.data.sha, parents })
  })
  const sha = made.data.sha
  try {
    if (onto === undefined) {
      await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${change.branch}`, sha })
    } else {
      const ref = `heads/${change.branch}`
      await octokit.rest.git.updateRef({ owner, repo, ref, sha, force: false })
    }
  } catch (error) {
    if (isMoved(error)) return 'moved'
    return asking(writing, () => Promise.reject(error))
  }
  return { commit: sha, verified: made.data.verification.verified }
}

async function treeOf(
  { octokit, owner, repo }: Pick<Target, 'octokit' | 'owner' | 'repo'>,
  commit: string,
): Promise<string> {
  const { data } = await asking(reading, () =>
    octokit.rest.git.getCommit({ owner, repo, commit_sha: commit }),
  )
  return data.tree.sha
}

function isMoved(error: unknown): boolean {
  const api = apiErrorOf(error)
  if (api === undefined) return false
  if (api.status === 409) return true
  return (
    api.status === 422 &&
    /reference already exists|not a fast.forward|reference does not exist|reference update failed/i.test(
      api.message,
    )
  )
}
