import { instantOf } from '../instant.ts'
import type { Ending, Merge } from '../port.ts'
import { apiErrorOf, asking, askingFor, type Purpose } from './refusal.ts'
import type { Target } from './target.ts'

const reading: Purpose = { doing: 'show its pull requests', needs: ['contents: read', 'pull-requests: read'] }
const page = 100
/** How often a fresh merge is looked for: the push event may be quicker than the index behind this call. */
const looks = 4

export async function mergeOf(
  { octokit, owner, repo, wait }: Target,
  commit: string,
): Promise<Merge | undefined> {
  for (let look = 1; ; look++) {
    const found = await askingFor(reading, () =>
      octokit.rest.repos.listPullRequestsAssociatedWithCommit({ owner, repo, commit_sha: commit }),
    )
    const merged = (found?.data ?? []).filter(pull => pull.merged_at !== null)
    const pull = merged.find(({ merge_commit_sha: sha }) => sha === commit) ?? merged[0]
    if (pull !== undefined) {
      const { data } = await asking(reading, () =>
        octokit.rest.pulls.get({ owner, repo, pull_number: pull.number }),
      )
      const mergedAt = instantOf(data.merged_at)
      if (mergedAt === undefined) return undefined
      return {
        number: data.number,
        url: data.html_url,
        author: data.user.login,
        ...(data.merged_by === null ? {} : { mergedBy: data.merged_by.login }),
        mergedAt,
        branch: data.head.ref,
      }
    }
    if (look === looks) return undefined
    await wait(2000 * look)
  }
}

/**
 * Pages through the newest pull requests as long as that is cheaper than asking for each one, then asks for the rest.
 * What is not answered is `unknown`: the preview is kept.
 */
export async function ends(
  { octokit, owner, repo }: Target,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Ending>> {
  const wanted = new Set(numbers)
  const found = new Map<number, Ending>()
  const missing = (): number => wanted.size - found.size
  for (let number = 1; missing() > 3 && number <= missing(); number++) {
    const { data } = await asking(reading, () =>
      octokit.rest.pulls.list({
        owner,
        repo,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: page,
        page: number,
      }),
    )
    for (const pull of data) if (wanted.has(pull.number)) found.set(pull.number, endingOf(pull))
    if (data.length < page) break
  }
  for (const number of wanted) {
    if (found.has(number)) continue
    try {
      const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: number })
      found.set(number, endingOf(data))
    } catch (error) {
      if (apiErrorOf(error) === undefined) throw error
      found.set(number, 'unknown')
    }
  }
  return found
}

function endingOf({
  state,
  closed_at: at,
}: {
  readonly state: string
  readonly closed_at: string | null
}): Ending {
  const ended = instantOf(at)
  return state === 'open' ? 'open' : ended === undefined ? 'unknown' : { ended }
}

/** Older runs of the same workflow that are still going. The oldest wins, so that two never wait for each other. */
export async function otherRuns(
  { octokit, owner, repo }: Target,
  run: number | undefined,
): Promise<readonly string[] | 'unknown'> {
  if (run === undefined) return 'unknown'
  try {
    const { data } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: run })
    const { data: going } = await octokit.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: data.workflow_id,
      status: 'in_progress',
      per_page: page,
    })
    return going.workflow_runs.filter(({ id }) => id < run).map(({ html_url: url }) => url)
  } catch (error) {
    if (apiErrorOf(error) === undefined) throw error
    return 'unknown'
  }
}
