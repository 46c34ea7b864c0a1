import { blockersOf } from '../cleanup/blockers.ts'
import type { Decision } from '../cleanup/decision.ts'
import { overviewOf } from '../cleanup/overview.ts'
import { overviewSummary, overviewText } from '../cleanup/overview-text.ts'
import { planId } from '../cleanup/plan-file.ts'
import type { FreshPlan, Proposed } from '../cleanup/pull-request/index.ts'
import { type Finding, type Result, verdictOf } from '../outcome/index.ts'
import type { LoadedPolicy } from '../policy/index.ts'
import { terminalFindings } from '../report/index.ts'

interface Made {
  readonly planFile: string | undefined
  readonly proposed: Proposed | undefined
  readonly stats: Result['stats']
}

/** What a plan says: the table, what holds others, the findings. */
export function reportPlan(
  { decision, lines }: FreshPlan,
  findings: readonly Finding[],
  { policy }: LoadedPolicy,
  made: Made,
): Result {
  const totals = totalsOf(decision)
  const rows = overviewOf(decision)
  const blockers = blockersOf(decision, policy.cleanup)
  return {
    // Held is exit 3: what could not be decided is never a pass.
    verdict: totals.held > 0 ? 'error' : verdictOf(findings),
    findings,
    outputs: {
      going: String(totals.going),
      kept: String(totals.kept),
      untag: String(totals.untag),
      held: String(totals.held),
      'freed-bytes': String(totals.bytes),
      'plan-id': planId(lines),
      ...fileOutput(made.planFile),
      ...proposalOutputs(made.proposed),
    },
    stats: { ...made.stats, images: totals.going + totals.kept, ...totals },
    text: [overviewText(decision, rows, blockers), terminalFindings(findings)]
      .filter(part => part !== '')
      .join('\n\n'),
    summary: overviewSummary(decision, rows, blockers),
  }
}

function totalsOf({ repositories }: Decision) {
  const all = repositories.flatMap(({ images }) => images)
  const going = all.filter(({ fate }) => fate.goes).length
  return {
    going,
    kept: all.length - going,
    untag: all.filter(({ untag }) => untag !== undefined).length,
    held: repositories.filter(({ held }) => held.length > 0).length,
    bytes: repositories.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

function fileOutput(path: string | undefined): Readonly<Record<string, string>> {
  return path === undefined ? {} : { 'plan-file': path }
}

function proposalOutputs(proposed: Proposed | undefined): Readonly<Record<string, string>> {
  if (proposed === undefined) return {}
  return {
    'pull-request-operation': proposed.operation,
    ...(proposed.number === undefined ? {} : { 'pull-request-number': String(proposed.number) }),
    ...(proposed.url === undefined ? {} : { 'pull-request-url': proposed.url }),
  }
}
