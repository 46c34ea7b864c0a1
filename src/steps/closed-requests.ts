import { previewNumbers } from '../cleanup/previews.ts'
import type { ClosedRequests } from '../cleanup/view.ts'
import type { Instant, Snapshot } from '../image/index.ts'
import { type Finding, HygieneError } from '../outcome/index.ts'
import type { Policy } from '../policy/index.ts'
import type { World } from '../system/world.ts'
import { forgeOf } from './forge.ts'

interface Tokens {
  readonly githubToken: string | undefined
  readonly gitlabToken: string | undefined
}

/** Which of the previews' pull requests are closed. A forge that does not answer means that they stay, and is said. */
export async function closedRequests(
  snapshots: readonly Snapshot[],
  policy: Policy,
  { githubToken, gitlabToken }: Tokens,
  world: World,
): Promise<{ readonly closed: ClosedRequests; readonly findings: readonly Finding[] }> {
  const open = { project: '', at: new Map<number, Instant>() }
  const numbers = previewNumbers(snapshots, policy)
  if (numbers.length === 0) return { closed: open, findings: [] }
  try {
    const forge = await forgeOf(world, { github: githubToken, gitlab: gitlabToken })
    const at = new Map<number, Instant>()
    for (const [number, ending] of await forge.ends(numbers)) {
      if (typeof ending === 'object') at.set(number, ending.ended)
    }
    return { closed: { project: forge.project, at }, findings: [] }
  } catch (error) {
    if (!(error instanceof HygieneError)) throw error
    const message = `which pull requests are closed could not be asked, so previews wait for their clock: ${error.message}`
    const fix = error.findings[0]?.fix
    return {
      closed: open,
      findings: [
        { rule: 'previews-unknown', severity: 'warning', message, ...(fix === undefined ? {} : { fix }) },
      ],
    }
  }
}
