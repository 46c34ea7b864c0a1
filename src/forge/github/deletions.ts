import { instantOf } from '../instant.ts'
import type { DeletedBranch } from '../port.ts'
import { asking, type Purpose } from './refusal.ts'
import type { Target } from './target.ts'

const reading: Purpose = { doing: 'show its branches', needs: ['contents: read'] }
const page = 100
/** Five thousand deletions in a year: what lies further back is not looked for. */
const mostPages = 50
const heads = 'refs/heads/'

export async function branches({ octokit, owner, repo }: Target): Promise<readonly string[]> {
  const all = await asking(reading, () =>
    octokit.paginate(octokit.rest.repos.listBranches, { owner, repo, per_page: page }),
  )
  return all.map(({ name }) => name)
}

/** From the repository's activity view, which remembers a year. */
export async function* deletedBranches({ octokit, owner, repo }: Target): AsyncGenerator<DeletedBranch> {
  const pages = octokit.paginate
    .iterator(octokit.rest.repos.listActivities, {
      owner,
      repo,
      activity_type: 'branch_deletion',
      time_period: 'year',
      per_page: page,
    })
    [Symbol.asyncIterator]()
  for (let count = 0; count < mostPages; count++) {
    const { value, done } = await asking({ ...reading, doing: 'show its activity' }, () => pages.next())
    if (done === true) return
    for (const { ref, timestamp } of value.data) {
      const at = instantOf(timestamp)
      if (at !== undefined && ref.startsWith(heads)) yield { name: ref.slice(heads.length), at }
    }
  }
}
