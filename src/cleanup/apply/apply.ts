import { buildGraph, type Instant, type Repository } from '../../image/index.ts'
import type { Registry } from '../../registry/port.ts'
import { runEntry } from '../journal.ts'
import { readState } from '../journal-state.ts'
import type { Plan, PlanLine } from '../plan-file.ts'
import type { FreshWorld } from './fresh.ts'
import type { Hands } from './hands.ts'
import { recheck } from './recheck.ts'
import { type LineResult, type RepositoryResult, skipped } from './result.ts'
import { type FreshRepository, freshDecision, type Judged, judgeLine } from './review.ts'
import { type JudgedUntag, judgeUntag } from './review-untag.ts'
import { runRepository } from './run-repository.ts'
import { untagLines } from './untag.ts'

/**
 * Deletes what the merged plan lists and is still true now, and nothing else. Repository by repository, so that what
 * one of them refuses or hides leaves the others alone.
 */
export async function applyPlan(
  plan: Plan,
  fresh: FreshWorld,
  hands: Omit<Hands, 'registry'>,
  registryOf: (repository: Repository) => Registry,
  now: Instant,
): Promise<readonly RepositoryResult[]> {
  const lines = plan.lines.filter(line => line.action !== 'keep')
  if (lines.length > 0) await hands.journal.record(runEntry(plan.header.plan, now))
  const results: RepositoryResult[] = []
  for (const [repository, own] of byRepository(lines)) {
    results.push(
      await applyRepository(plan, repository, own, fresh, { ...hands, registry: registryOf(repository) }),
    )
  }
  return results
}

function byRepository(lines: readonly PlanLine[]): readonly (readonly [Repository, readonly PlanLine[]])[] {
  const groups = new Map<Repository, PlanLine[]>()
  for (const line of lines) {
    const own = groups.get(line.repository)
    if (own === undefined) groups.set(line.repository, [line])
    else own.push(line)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

async function applyRepository(
  plan: Plan,
  repository: Repository,
  lines: readonly PlanLine[],
  fresh: FreshWorld,
  hands: Hands,
): Promise<RepositoryResult> {
  const known = freshRepository(repository, fresh)
  const journal = readState(hands.journal.entries)
  const going: Extract<Judged, { state: 'go' }>[] = []
  const finished: PlanLine[] = []
  const results: LineResult[] = []
  for (const line of lines.filter(({ action }) => action === 'delete')) {
    const judged = judgeLine(line, known, journal, plan.header.plan)
    if (judged.state === 'go') going.push(judged)
    else if (judged.state === 'skip') results.push(skipped(line, judged.code, judged.detail))
    else {
      const wentBefore = journal.lines.get(`${repository}@${line.head}`)?.gone.has(line.head) === true
      const answer = wentBefore ? 'absent' : await hands.registry.digestOf(repository, line.head)
      if (answer === 'absent') finished.push(line)
      else if ('unknown' in answer) results.push(skipped(line, 'unreadable', answer.unknown))
      else results.push(skipped(line, 'tag-gone', 'it has none of its tags any more'))
    }
  }
  const names = lines.filter(({ action }) => action === 'untag')
  const untags = names.map(line => judgeUntag(line, known, journal, plan.header.plan))
  results.push(...untags.flatMap(endOf))
  if (known === undefined) return { repository, lines: results, gone: [], findings: [] }

  const keeps = plan.lines.filter(line => line.action === 'keep' && line.repository === repository)
  const kept = new Set(keeps.map(line => line.head))
  const run = await runRepository(repository, known, going, finished, kept, hands)
  const gone = new Set(run.gone)
  const faults =
    hands.send && gone.size > 0
      ? await recheck(repository, known.snapshot, gone, hands.registry, hands.journal)
      : []
  const taking = untags.filter(untag => untag.state === 'go')
  const refusal = run.findings.find(({ rule }) => rule === 'deletion-refused')?.message
  const untagged = await untagLines(repository, known, taking, hands, refusal)
  return {
    ...run,
    lines: [...results, ...run.lines, ...untagged.lines],
    findings: [...run.findings, ...faults, ...untagged.findings],
  }
}

function endOf(untag: JudgedUntag): readonly LineResult[] {
  if (untag.state === 'go') return []
  return untag.state === 'skip'
    ? [skipped(untag.line, untag.code, untag.detail)]
    : [{ end: 'already-gone', line: untag.line, digests: [] }]
}

/** Undefined: not managed under one of the policies. */
function freshRepository(
  repository: Repository,
  { snapshots, decisions }: FreshWorld,
): FreshRepository | undefined {
  const snapshot = snapshots.get(repository)
  const own = decisions.map(({ repositories }) => repositories.find(other => other.repository === repository))
  if (snapshot === undefined || own.length === 0) return undefined
  const all = own.flatMap(decision => (decision === undefined ? [] : [freshDecision(decision)]))
  return all.length < own.length ? undefined : { snapshot, graph: buildGraph(snapshot), decisions: all }
}
