import { z } from 'zod'
import { instantOf } from '../instant.ts'
import type { DeletedBranch } from '../port.ts'
import { type GitLabApi, pagesOf, readAll } from './api.ts'
import type { Purpose } from './refusal.ts'

const reading: Purpose = { doing: 'show its branches', scope: 'read_api', role: 'Reporter' }
/** @see https://docs.gitlab.com/api/events/#list-all-visible-events-for-a-project */
const event = z.object({
  created_at: z.string(),
  push_data: z.object({ action: z.string(), ref_type: z.string(), ref: z.string().nullable() }).nullish(),
})

export async function branches(api: GitLabApi): Promise<readonly string[]> {
  const call = { path: '/repository/branches' } as const
  const rows = await readAll(api, call, reading, z.array(z.object({ name: z.string() })))
  return rows.map(({ name }) => name)
}

/** From the project's push events, among which deletions are; GitLab keeps them for three years. */
export async function* deletedBranches(api: GitLabApi): AsyncGenerator<DeletedBranch> {
  const call = { path: '/events', query: [['action', 'pushed']] } as const
  for await (const rows of pagesOf(api, call, { ...reading, doing: 'show its events' }, z.array(event))) {
    for (const { created_at: time, push_data: push } of rows) {
      const at = instantOf(time)
      if (push?.action !== 'removed' || push.ref_type !== 'branch' || push.ref === null) continue
      if (at !== undefined) yield { name: push.ref, at }
    }
  }
}
