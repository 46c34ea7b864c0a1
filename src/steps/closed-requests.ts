import { goneBranches } from '../cleanup/gone-branches.ts'
import { previewsOf } from '../cleanup/previews.ts'
import type { ClosedRequests } from '../cleanup/view.ts'
import type { Forge } from '../forge/index.ts'
import type { Instant, Snapshot } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import type { World } from '../system/world.ts'
import { forgeOf } from './forge.ts'

interface Tokens {
  readonly githubToken: string | undefined
  readonly gitlabToken: string | undefined
}

const nothing: ClosedRequests = { project: '', at: new Map(), branches: new Map() }

/**
 * Which of the previews' pull requests are closed, and which of their branches are gone. A forge that does not answer
 * means that they stay, and is said.
 */
export async function closedRequests(
  snapshots: readonly Snapshot[],
  policy: Policy,
  { githubToken, gitlabToken }: Tokens,
  world: World,
): Promise<{ readonly closed: ClosedRequests; readonly findings: readonly Finding[] }> {
  const { numbers, slugs } = previewsOf(snapshots, policy)
  if (numbers.length === 0 && slugs.size === 0) return { closed: nothing, findings: [] }
  const findings: Finding[] = []
  const asking = async <T>(what: string, otherwise: T, ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof HygieneError)) throw error
      findings.push(unknown(what, error))
      return otherwise
    }
  }
  const forge = await asking('the forge', undefined, () =>
    forgeOf(world, { github: githubToken, gitlab: gitlabToken }),
  )
  if (forge === undefined) return { closed: nothing, findings }
  const at = await asking('which pull requests are closed', nothing.at, () => endingsOf(numbers, forge))
  const branches = await asking('which branches are gone', nothing.branches, () => goneBranches(slugs, forge))
  return { closed: { project: forge.project, at, branches }, findings }
}

async function endingsOf(numbers: readonly number[], forge: Forge): Promise<ReadonlyMap<number, Instant>> {
  const endings = numbers.length === 0 ? [] : [...(await forge.ends(numbers))]
  return new Map(
    endings.flatMap(([number, ending]) => (typeof ending === 'object' ? [[number, ending.ended]] : [])),
  )
}

function unknown(what: string, error: HygieneError): Finding {
  const message = `${what} could not be asked, so previews wait for their clock: ${error.message}`
  const fix = error.findings[0]?.fix
  return { rule: 'previews-unknown', severity: 'warning', message, ...(fix === undefined ? {} : { fix }) }
}
