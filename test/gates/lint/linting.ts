import { createHash } from 'node:crypto'
import { builtInTable, lintFiles, readIgnoreFile } from '../../../src/gates/lint/index.ts'
import type { Finding } from '../../../src/outcome/index.ts'
import { defaultPolicy, type Policy } from '../../../src/policy/index.ts'
import { createProcesses } from '../../../src/system/processes.ts'
import { createThreads } from '../../../src/system/threads.ts'

export interface Surroundings {
  /** The text of .dockerignore; undefined: there is none. */
  readonly ignore?: string
  readonly lint?: Partial<Policy['lint']>
  readonly base?: Partial<Policy['base']>
  /** Unix seconds; 21 November 2026 unless told. */
  readonly now?: number
  readonly file?: string
}

export const november = Date.UTC(2026, 10, 21) / 1000

/** The findings on one Dockerfile, by the default policy with what is changed here. */
export async function lintText(text: string, given: Surroundings = {}): Promise<readonly Finding[]> {
  const { ignore, now = november, file = 'Dockerfile' } = given
  const { policy } = defaultPolicy([], sha256)
  const context = {
    folder: '.',
    ignore: ignore === undefined ? undefined : readIgnoreFile('.dockerignore', ignore),
  }
  return lintFiles(
    [{ file, text, context }],
    {
      policy: { ...policy, lint: { ...policy.lint, ...given.lint }, base: { ...policy.base, ...given.base } },
      eol: builtInTable(),
      now,
    },
    { threads: createThreads(), processes: createProcesses(process.env, process.cwd()) },
  )
}

/** `rule line`, or `rule line:column`, sorted by place: what tables of expectations are written in. */
export function places(findings: readonly Finding[], precise = false): readonly string[] {
  return findings
    .toSorted((a, b) => (a.location?.line ?? 0) - (b.location?.line ?? 0) || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, location }) => `${rule} ${location?.line}${precise ? `:${location?.column}` : ''}`)
}

export function ofRule(rule: string, findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(finding => finding.rule === rule)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
