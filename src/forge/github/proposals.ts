import type { Octokit } from '../../system/octokit.ts'
import { chosen } from '../chosen.ts'
import { instantOf } from '../instant.ts'
import type { Comment, Opened, Proposal, ProposalDraft, ProposalText } from '../port.ts'
import { apiErrorOf, asking, type Purpose } from './refusal.ts'
import type { Target } from './target.ts'

type ListedPull = Awaited<ReturnType<Octokit['rest']['pulls']['list']>>['data'][number]
type Pull = Awaited<ReturnType<Octokit['rest']['pulls']['get']>>['data']

const reading: Purpose = { doing: 'show its pull requests', needs: ['pull-requests: read'] }
const writing: Purpose = {
  doing: 'write the pull request',
  needs: ['contents: write', 'pull-requests: write'],
}
/** GitHub's pages hold at most this many. */
const page = 100

export async function openProposal(
  { octokit, owner, repo }: Target,
  branch: string,
): Promise<Proposal | undefined> {
  const { data } = await asking(reading, () =>
    octokit.rest.pulls.list({ owner, repo, head: `${owner}:${branch}`, state: 'open', per_page: page }),
  )
  const own = data.filter(pull => isOwn(pull, owner, repo, branch))
  return chosen(own.map(proposalOf))
}

export async function endedProposals(
  { octokit, owner, repo }: Target,
  branch: string,
): Promise<readonly Proposal[]> {
  const pulls = await asking(reading, () =>
    octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      head: `${owner}:${branch}`,
      state: 'closed',
      sort: 'created',
      direction: 'desc',
      per_page: page,
    }),
  )
  return pulls.filter(pull => isOwn(pull, owner, repo, branch)).map(proposalOf)
}

/** A fork's branch of the same name is somebody else's. */
function isOwn({ head }: ListedPull, owner: string, repo: string, branch: string): boolean {
  const full = (head.repo as { full_name: string } | null)?.full_name ?? ''
  return head.ref === branch && full.toLowerCase() === `${owner}/${repo}`.toLowerCase()
}

export async function open(target: Target, draft: ProposalDraft): Promise<Opened> {
  const { octokit, owner, repo } = target
  const { branch, base, title, body } = draft
  let pull: Pull
  try {
    const created = await octokit.rest.pulls.create({
      owner,
      repo,
      head: branch,
      base,
      title,
      body,
      draft: draft.draft,
    })
    pull = created.data as Pull
  } catch (error) {
    const api = apiErrorOf(error)
    if (api?.status === 422 && /a pull request already exists/i.test(api.message)) return 'exists'
    if (api?.status === 422 && draft.draft && /draft/i.test(api.message)) {
      const opened = await open(target, { ...draft, draft: false })
      return opened === 'exists'
        ? opened
        : {
            ...opened,
            missed: [
              ...opened.missed,
              'drafts are not supported in this repository: opened as ready for review',
            ],
          }
    }
    return asking(writing, () => Promise.reject(error))
  }
  return { proposal: proposalOf(pull), missed: await decorate(target, pull.number, draft) }
}

/** Labels, assignees and reviewers. The pull request stands without them, so what is refused is only told. */
async function decorate(
  { octokit, owner, repo, wait }: Target,
  number: number,
  { labels, reviewers, assignees }: ProposalDraft,
): Promise<readonly string[]> {
  const missed: string[] = []
  const trying = async (what: string, call: () => Promise<unknown>): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        await call()
        return
      } catch (error) {
        const api = apiErrorOf(error)
        if (api === undefined) throw error
        // Right after its creation a pull request may not be found yet by the servers behind these calls.
        if (attempt < 4 && /could not resolve to a node|not found/i.test(api.message)) {
          await wait(1000 * attempt)
          continue
        }
        missed.push(`${what} could not be added (${api.status} ${api.message.slice(0, 200)})`)
        return
      }
    }
  }
  const teams = reviewers.filter(name => name.includes('/')).map(name => name.slice(name.indexOf('/') + 1))
  const people = reviewers.filter(name => !name.includes('/'))
  if (labels.length > 0) {
    await trying(`the labels ${labels.join(', ')}`, () =>
      octokit.rest.issues.addLabels({ owner, repo, issue_number: number, labels: [...labels] }),
    )
  }
  if (assignees.length > 0) {
    await trying(`the assignees ${assignees.join(', ')}`, () =>
      octokit.rest.issues.addAssignees({ owner, repo, issue_number: number, assignees: [...assignees] }),
    )
  }
  if (reviewers.length > 0) {
    await trying(`the reviewers ${reviewers.join(', ')}`, () =>
      octokit.rest.pulls.requestReviewers({
        owner,
        repo,
        pull_number: number,
        reviewers: people,
        ...(teams.length === 0 ? {} : { team_reviewers: teams }),
      }),
    )
  }
  return missed
}

export async function update(
  { octokit, owner, repo }: Target,
  { number }: Proposal,
  text: ProposalText,
): Promise<Proposal> {
  const { data } = await asking(writing, () =>
    octokit.rest.pulls.update({ owner, repo, pull_number: number, ...text }),
  )
  return proposalOf(data)
}

export async function close(
  { octokit, owner, repo }: Target,
  { number }: Proposal,
  body: string,
): Promise<void> {
  await asking(writing, () =>
    octokit.rest.pulls.update({ owner, repo, pull_number: number, state: 'closed', body }),
  )
}

export async function comment({ octokit, owner, repo }: Target, number: number, body: string): Promise<void> {
  await asking({ doing: 'comment on the pull request', needs: ['pull-requests: write'] }, () =>
    octokit.rest.issues.createComment({ owner, repo, issue_number: number, body }),
  )
}

export async function comments(
  { octokit, owner, repo }: Target,
  number: number,
): Promise<readonly Comment[]> {
  const all = await asking(reading, () =>
    octokit.paginate(octokit.rest.issues.listComments, { owner, repo, issue_number: number, per_page: page }),
  )
  return all.map(({ user, body }) => ({ author: user?.login ?? '', body: body ?? '' }))
}

function proposalOf(pull: ListedPull | Pull): Proposal {
  const ended = instantOf(pull.merged_at ?? pull.closed_at)
  const defaultBranch = pull.base.repo?.default_branch
  return {
    number: pull.number,
    url: pull.html_url,
    state: pull.merged_at !== null ? 'merged' : pull.state === 'open' ? 'open' : 'closed',
    title: pull.title,
    body: pull.body ?? '',
    draft: pull.draft ?? false,
    author: pull.user?.login ?? '',
    base: pull.base.ref,
    head: pull.head.sha,
    ...(defaultBranch === undefined ? {} : { defaultBranch }),
    ...(ended === undefined ? {} : { endedAt: ended }),
  }
}
