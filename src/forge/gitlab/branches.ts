import { z } from 'zod'
import type { Base, Branch, Change, Committed } from '../port.ts'
import { checked, type GitLabApi, read, send } from './api.ts'
import { messageOf, type Purpose, refusalOf } from './refusal.ts'

const reading: Purpose = { doing: 'show the repository', scope: 'read_api', role: 'Reporter' }
const writing: Purpose = { doing: 'write the branch', scope: 'api', role: 'Developer' }
const newest = 250

const commitRow = z.object({ id: z.string(), message: z.string(), author_name: z.string() })
const comparison = z.object({
  commit: commitRow.nullable(),
  commits: z.array(commitRow),
  diffs: z.array(z.object({ new_path: z.string(), old_path: z.string() })),
  compare_timeout: z.boolean(),
})

export async function base(api: GitLabApi, known?: string): Promise<Base> {
  const branch = known ?? (await defaultBranch(api))
  const path = `/repository/branches/${encodeURIComponent(branch)}`
  const schema = z.object({ commit: z.object({ id: z.string() }) })
  const answer = await send(api, { path }, reading)
  return { branch, commit: checked(answer, schema, reading).commit.id }
}

async function defaultBranch(api: GitLabApi): Promise<string> {
  const answer = await send(api, { path: '' }, reading)
  return checked(answer, z.object({ default_branch: z.string() }), reading).default_branch
}

export async function branch(api: GitLabApi, name: string, known?: string): Promise<Branch | undefined> {
  const target = await base(api, known)
  const query = [
    ['from', target.branch],
    ['to', name],
  ] as const
  const compared = await read(api, { path: '/repository/compare', query }, reading, comparison)
  if (compared === undefined) return undefined
  const commits = compared.commits
    .slice(-newest)
    .map(({ id, message, author_name: author }) => ({ id, message, author }))
  const head = commits.at(-1)?.id ?? (await headOf(api, name))
  if (head === undefined) return undefined
  return {
    name,
    head,
    base: target,
    commits,
    changed: compared.diffs.flatMap(({ new_path: path, old_path: before }) =>
      path === before ? [path] : [path, before],
    ),
  }
}

async function headOf(api: GitLabApi, name: string): Promise<string | undefined> {
  const path = `/repository/branches/${encodeURIComponent(name)}`
  return (await read(api, { path }, reading, z.object({ commit: z.object({ id: z.string() }) })))?.commit.id
}

export async function file(api: GitLabApi, path: string, commit: string): Promise<string | undefined> {
  const answer = await send(
    api,
    { path: `${pathOf(path)}/raw`, query: [['ref', commit]], also: [404] },
    { ...reading, doing: `show ${path}` },
  )
  return answer.status === 404 ? undefined : new TextDecoder().decode(answer.body)
}

/**
 * One commit through the commits API. It goes on top of what is there, and `last_commit_id` refuses it if anybody has
 * touched the file since it was read; a commit to other files stays below it. A new branch starts at the default
 * branch. Only an abandoned one is set anew with `force`: GitLab knows no condition on a branch's tip.
 */
export async function commit(api: GitLabApi, change: Change): Promise<Committed | 'moved'> {
  const { path, content, message, onto } = change
  const anew = onto === undefined || onto.use === 'abandoned'
  const from = anew ? change.base.commit : onto.branch.head
  const last = await lastTouch(api, path, from)
  const body = {
    branch: change.branch,
    commit_message: message,
    ...(anew ? { start_branch: change.base.branch } : {}),
    ...(onto?.use === 'abandoned' ? { force: true } : {}),
    actions: [
      {
        action: last === undefined ? 'create' : 'update',
        file_path: path,
        content,
        ...(last === undefined ? {} : { last_commit_id: last }),
      },
    ],
  }
  const call = { method: 'POST', path: '/repository/commits', body, also: [400, 409] } as const
  const answer = await send(api, call, writing)
  if (answer.status === 201) return { commit: checked(answer, z.object({ id: z.string() }), writing).id }
  if (isMoved(messageOf(answer))) return 'moved'
  throw refusalOf(answer, writing, api.token)
}

/** The last commit that touched the file, as GitLab counts it; `undefined` where there is no such file. */
export async function lastTouch(api: GitLabApi, path: string, commit: string): Promise<string | undefined> {
  const call = { method: 'HEAD', path: pathOf(path), query: [['ref', commit]], also: [404] } as const
  const answer = await send(api, call, { ...reading, doing: `show ${path}` })
  return answer.status === 404 ? undefined : answer.headers['x-gitlab-last-commit-id']
}

function pathOf(path: string): string {
  return `/repository/files/${encodeURIComponent(path)}`
}

function isMoved(said: string): boolean {
  return /already exists|has changed since|does ?n[o'’]?t exist|when you are on a branch|could not update|update failed/i.test(
    said,
  )
}
