import type { Digest, Repository, Snapshot } from '../image/index.ts'
import { carriedKeeps, type Plan, type PlanLine } from './plan-file.ts'
import type { Reviewed } from './pull-request/index.ts'

/**
 * The lines that say `keep`: of the plan that holds now and of what reviewers wrote since, without what they deleted.
 * A line is forgotten when its image is gone; where nobody looked, it may be there.
 */
export function keepLines(
  before: Plan | undefined,
  reviewed: Reviewed,
  snapshots: readonly Snapshot[],
): readonly PlanLine[] {
  const there = new Map(snapshots.map(snapshot => [snapshot.repository, snapshot]))
  const mayExist = (repository: Repository, head: Digest): boolean => {
    const snapshot = there.get(repository)
    if (snapshot === undefined || snapshot.gaps.length > 0) return true
    return snapshot.manifests.has(head) || [...snapshot.tags.values()].includes(head)
  }
  const known = new Map<string, PlanLine>()
  for (const line of [...(before?.lines ?? []), ...reviewed.keeps]) {
    if (line.action === 'keep') known.set(`${line.repository}@${line.head}`, line)
  }
  for (const name of reviewed.struck) known.delete(name)
  return carriedKeeps({ lines: [...known.values()] }, mayExist)
}
