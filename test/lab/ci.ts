// Real workflows and pipelines on this machine: act and gitlab-ci-local, both without containers.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { environmentOf } from './faketime.ts'
import { node24 } from './node.ts'
import { attempt, type Ran } from './run.ts'
import { type ToolName, tool } from './tools.ts'

export interface WorkflowRun {
  /** A git checkout with a remote. */
  readonly folder: string
  /** `push`, `schedule`, `pull_request` … */
  readonly event: string
  /** The workflow's file, relative to the folder; all of them unless given. */
  readonly workflow?: string
  /** File with the event's payload. */
  readonly payload?: string
  /** `org/name@ref` → folder that stands in for it. */
  readonly actions?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  readonly secrets?: Readonly<Record<string, string>>
  /** Tools of the lab that the jobs find on PATH. */
  readonly onPath?: readonly ToolName[]
  /** The actions believe that it is so many days ago; today unless given. */
  readonly daysAgo?: number
}

/** Runs a workflow by act on the host itself, with Node 24 as the runtime of `using: node24`. */
export async function runWorkflow(work: WorkflowRun): Promise<Ran> {
  const pairs = (flag: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  // Not in the folder: actions/checkout copies all of it, and would copy its own copy for ever.
  const cache = await mkdtemp(join(tmpdir(), 'lab-act-'))
  const args = [
    work.event,
    ...(work.workflow === undefined ? [] : ['--workflows', work.workflow]),
    ...(work.payload === undefined ? [] : ['--eventpath', work.payload]),
    ...['--platform', 'ubuntu-latest=-self-hosted', '--action-cache-path', cache],
    ...pairs('--local-repository', work.actions),
    ...pairs('--env', { ...work.env, ...(await environmentOf(work.daysAgo ?? 0)) }),
    ...pairs('--secret', work.secrets),
  ]
  const PATH = pathWith(work.onPath, dirname(node24().path))
  try {
    return await attempt([tool('act'), ...args], { cwd: work.folder, env: { PATH }, timeout: 480_000 })
  } finally {
    await rm(cache, { recursive: true, force: true })
  }
}

export interface PipelineRun {
  /** A git checkout with a remote. */
  readonly folder: string
  /** Jobs to run; the whole pipeline unless given. */
  readonly jobs?: readonly string[]
  readonly variables?: Readonly<Record<string, string>>
  /** Relative to the folder; `.gitlab-ci.yml` unless given. */
  readonly file?: string
  /** Tools of the lab that the jobs find on PATH. */
  readonly onPath?: readonly ToolName[]
}

/** Runs a pipeline by gitlab-ci-local in plain shells. */
export async function runPipeline(work: PipelineRun): Promise<Ran> {
  const variables = Object.entries(work.variables ?? {}).flatMap(([name, value]) => [
    '--variable',
    `${name}=${value}`,
  ])
  const file = work.file === undefined ? [] : ['--file', work.file]
  const args = ['--force-shell-executor', ...file, ...variables, ...(work.jobs ?? [])]
  const env = { PATH: pathWith(work.onPath) }
  return await attempt([tool('gitlab-ci-local'), ...args], { cwd: work.folder, env, timeout: 480_000 })
}

function pathWith(tools: readonly ToolName[] = [], ...folders: readonly string[]): string {
  return [...folders, ...tools.map(name => dirname(tool(name))), process.env['PATH']].join(delimiter)
}
