import { z } from 'zod'
import { chosen } from '../chosen.ts'
import { instantOf } from '../instant.ts'
import type { Comment, Opened, Proposal, ProposalDraft, ProposalText } from '../port.ts'
import { type Call, checked, type GitLabApi, readAll, send } from './api.ts'
import { messageOf, type Purpose, refusalOf } from './refusal.ts'

const user = z.object({ username: z.string() })
/** @see https://docs.gitlab.com/api/merge_requests/ */
export const mergeRequest = z.object({
  iid: z.number(),
  web_url: z.string(),
  state: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  author: user,
  source_branch: z.string(),
  target_branch: z.string(),
  source_project_id: z.number().nullable(),
  target_project_id: z.number(),
  sha: z.string().nullable(),
  merged_at: z.string().nullable(),
  closed_at: z.string().nullable(),
  merge_user: user.nullish(),
  merged_by: user.nullish(),
  merge_commit_sha: z.string().nullish(),
  squash_commit_sha: z.string().nullish(),
  draft: z.boolean().default(false),
})
export type MergeRequest = z.infer<typeof mergeRequest>

const reading: Purpose = { doing: 'show its merge requests', scope: 'read_api', role: 'Reporter' }
const writing: Purpose = { doing: 'write the merge request', scope: 'api', role: 'Developer' }

export async function openProposal(api: GitLabApi, branch: string): Promise<Proposal | undefined> {
  return chosen(await listed(api, branch, 'opened'))
}

export async function endedProposals(api: GitLabApi, branch: string): Promise<readonly Proposal[]> {
  return (await listed(api, branch, 'all')).filter(({ state }) => state !== 'open')
}

async function listed(api: GitLabApi, branch: string, state: 'opened' | 'all'): Promise<readonly Proposal[]> {
  const query = [
    ['source_branch', branch],
    ['state', state],
    ['order_by', 'created_at'],
    ['sort', 'desc'],
  ] as const
  const rows = await readAll(api, { path: '/merge_requests', query }, reading, z.array(mergeRequest))
  return rows.filter(row => row.source_project_id === row.target_project_id).map(proposalOf)
}

export async function open(api: GitLabApi, draft: ProposalDraft): Promise<Opened> {
  const missed: string[] = []
  const [reviewers, assignees] = await Promise.all([
    idsOf(api, draft.reviewers, 'reviewer', missed),
    idsOf(api, draft.assignees, 'assignee', missed),
  ])
  const call: Call = {
    method: 'POST',
    path: '/merge_requests',
    body: {
      source_branch: draft.branch,
      target_branch: draft.base,
      title: titled(draft.title, draft.draft),
      description: draft.body,
      remove_source_branch: true,
      ...(draft.labels.length === 0 ? {} : { labels: draft.labels.join(',') }),
      ...(reviewers.length === 0 ? {} : { reviewer_ids: reviewers }),
      ...(assignees.length === 0 ? {} : { assignee_ids: assignees }),
    },
    also: [409],
  }
  const answer = await send(api, call, writing)
  if (answer.status !== 409) return { proposal: proposalOf(checked(answer, mergeRequest, writing)), missed }
  if (/already exists/i.test(messageOf(answer))) return 'exists'
  throw refusalOf(answer, writing, api.token)
}

/** GitLab asks for numbers where people know names. */
async function idsOf(
  api: GitLabApi,
  names: readonly string[],
  role: string,
  missed: string[],
): Promise<readonly number[]> {
  const ids: number[] = []
  for (const name of names) {
    const found = await readAll(
      api,
      { path: '/users', query: [['username', name]] },
      { ...reading, doing: `look up the user ${name}` },
      z.array(z.object({ id: z.number() })),
    )
    if (found[0] === undefined)
      missed.push(`the ${role} ${name} could not be added: GitLab knows no such user`)
    else ids.push(found[0].id)
  }
  return ids
}

export async function update(api: GitLabApi, proposal: Proposal, text: ProposalText): Promise<Proposal> {
  const body = {
    description: text.body,
    ...(text.title === undefined ? {} : { title: titled(text.title, proposal.draft) }),
  }
  const answer = await send(api, { method: 'PUT', path: `/merge_requests/${proposal.number}`, body }, writing)
  return proposalOf(checked(answer, mergeRequest, writing))
}

export async function close(api: GitLabApi, { number }: Proposal, description: string): Promise<void> {
  const body = { state_event: 'close', description }
  await send(api, { method: 'PUT', path: `/merge_requests/${number}`, body }, writing)
}

export async function comment(api: GitLabApi, number: number, body: string): Promise<void> {
  const purpose: Purpose = { ...writing, doing: 'comment on the merge request' }
  await send(api, { method: 'POST', path: `/merge_requests/${number}/notes`, body: { body } }, purpose)
}

export async function comments(api: GitLabApi, number: number): Promise<readonly Comment[]> {
  const note = z.object({ body: z.string(), author: user, system: z.boolean().default(false) })
  const rows = await readAll(api, { path: `/merge_requests/${number}/notes` }, reading, z.array(note))
  return rows.filter(({ system }) => !system).map(({ body, author }) => ({ author: author.username, body }))
}

const draftPrefix = 'Draft: '

function titled(title: string, draft: boolean): string {
  return draft ? `${draftPrefix}${title}` : title
}

function proposalOf(row: MergeRequest): Proposal {
  const ended = instantOf(row.merged_at ?? row.closed_at)
  return {
    number: row.iid,
    url: row.web_url,
    state: row.state === 'opened' ? 'open' : row.state === 'merged' ? 'merged' : 'closed',
    title: row.draft ? row.title.replace(/^(?:\[?draft\]?|\(draft\)):?\s*/i, '') : row.title,
    body: row.description ?? '',
    draft: row.draft,
    author: row.author.username,
    base: row.target_branch,
    head: row.sha ?? '',
    ...(ended === undefined ? {} : { endedAt: ended }),
  }
}
