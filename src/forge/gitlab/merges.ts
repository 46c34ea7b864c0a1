import { z } from 'zod'
import type { Instant } from '../../image/index.ts'
import { HygieneError } from '../../outcome/index.ts'
import { instantOf } from '../instant.ts'
import type { Ending, Merge } from '../port.ts'
import { type GitLabApi, read, readAll } from './api.ts'
import { branches, deletedBranches } from './deletions.ts'
import { mergeRequest } from './proposals.ts'
import type { Purpose } from './refusal.ts'

const reading: Purpose = { doing: 'show its merge requests', scope: 'read_api', role: 'Reporter' }
/** So many numbers fit well into one address. */
const atOnce = 50
const looks = 4

export async function mergeOf(api: GitLabApi, commit: string): Promise<Merge | undefined> {
  const path = `/repository/commits/${encodeURIComponent(commit)}/merge_requests`
  for (let look = 1; ; look++) {
    const rows = (await read(api, { path }, reading, z.array(mergeRequest))) ?? []
    const merged = rows.filter(({ state }) => state === 'merged')
    const exact = merged.find(row => row.merge_commit_sha === commit || row.squash_commit_sha === commit)
    const row = exact ?? merged[0]
    const mergedAt = instantOf(row?.merged_at)
    if (row !== undefined && mergedAt !== undefined) {
      const by = row.merge_user ?? row.merged_by
      return {
        number: row.iid,
        url: row.web_url,
        author: row.author.username,
        ...(by === null || by === undefined ? {} : { mergedBy: by.username }),
        mergedAt,
        branch: row.source_branch,
      }
    }
    if (look === looks) return undefined
    await api.patience.wait(2000 * look)
  }
}

export async function ends(api: GitLabApi, numbers: readonly number[]): Promise<ReadonlyMap<number, Ending>> {
  const wanted = [...new Set(numbers)]
  const found = new Map<number, Ending>(wanted.map(number => [number, 'unknown']))
  /** By their branch. */
  const open = new Map<string, number>()
  for (let start = 0; start < wanted.length; start += atOnce) {
    const query = [
      ['state', 'all'],
      ...wanted.slice(start, start + atOnce).map(number => ['iids[]', `${number}`] as const),
    ] as const
    const rows = await readAll(api, { path: '/merge_requests', query }, reading, z.array(mergeRequest))
    for (const row of rows) {
      const ended = instantOf(row.merged_at ?? row.closed_at)
      found.set(row.iid, row.state === 'opened' ? 'open' : ended === undefined ? 'unknown' : { ended })
      if (row.state === 'opened' && row.source_project_id === row.target_project_id)
        open.set(row.source_branch, row.iid)
    }
  }
  for (const [number, ended] of await withoutBranch(api, open)) found.set(number, { ended })
  return found
}

/** GitLab leaves a merge request open when its branch is deleted. A fork's branches are not ours to see. */
async function withoutBranch(
  api: GitLabApi,
  open: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<number, Instant>> {
  const since = new Map<number, Instant>()
  if (open.size === 0) return since
  const there = new Set(await branches(api))
  const gone = new Set([...open.keys()].filter(name => !there.has(name)))
  if (gone.size === 0) return since
  for await (const { name, at } of deletedBranches(api)) {
    const number = open.get(name)
    if (gone.delete(name) && number !== undefined) since.set(number, at)
    if (gone.size === 0) break
  }
  return since
}

/** Older jobs of the same name that are still running. The oldest wins, so that two never wait for each other. */
export async function otherRuns(
  api: GitLabApi,
  job: { readonly id: number; readonly name: string } | undefined,
): Promise<readonly string[] | 'unknown'> {
  if (job === undefined) return 'unknown'
  const row = z.object({ id: z.number(), name: z.string(), web_url: z.string() })
  try {
    const rows = await readAll(api, { path: '/jobs', query: [['scope[]', 'running']] }, reading, z.array(row))
    return rows.filter(({ id, name }) => name === job.name && id < job.id).map(({ web_url: url }) => url)
  } catch (error) {
    if (error instanceof HygieneError && error.code === 'no-permission') return 'unknown'
    throw error
  }
}
