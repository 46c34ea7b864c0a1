import { createHash } from 'node:crypto'
import type { Decision, ImageDecision } from '../../../src/cleanup/decision.ts'
import { formatPlan, type Plan, type PlanLine, planLines } from '../../../src/cleanup/plan-file.ts'
import { parsePlan } from '../../../src/cleanup/plan-file-parse.ts'
import {
  type FreshPlan,
  type Proposed,
  propose,
  type Reviewed,
} from '../../../src/cleanup/pull-request/index.ts'
import { type Forge, openForge } from '../../../src/forge/index.ts'
import type { Digest, Gap, Repository, Tag } from '../../../src/image/index.ts'
import type { CleanupRules } from '../../../src/policy/index.ts'
import { createHttp } from '../../../src/system/http.ts'
import { octokitOver } from '../../../src/system/octokit.ts'
import type { FakeGitHub } from '../../fakes/github/index.ts'

export const branch = 'image-hygiene/cleanup'
export const planFile = '.image-hygiene/cleanup-plan.jsonl'
export const rules: Pick<CleanupRules, 'plan-file' | 'pull-request'> = {
  'plan-file': planFile,
  'pull-request': { branch, labels: [], reviewers: [], draft: false, 'quiet-after-close': 7 * 86_400 },
}

/** What the registry holds that may go: names stand for images. */
export interface Registry {
  images: readonly string[]
  held: readonly Gap[]
  policy: string
}

export function digestOf(name: string): Digest {
  return `sha256:${createHash('sha256').update(name).digest('hex')}` as Digest
}

export const repository = 'ghcr.io/acme/app' as Repository

export function imageOf(name: string): ImageDecision {
  const head = digestOf(name)
  const at = 1_760_000_000 + Number.parseInt(head.slice(7, 12), 16)
  return {
    repository,
    head,
    tags: [name as Tag],
    class: 'preview',
    clock: { at, source: 'config-label' },
    fate: {
      goes: true,
      because: 'expired',
      rule: { path: 'classes.preview.expires' },
      with: [],
      bytes: 1024 * 1024,
    },
  }
}

/** What the plan step would decide, given what reviewers said on the branch and on the default branch. */
export function freshPlan(
  registry: Registry,
  { keeps, struck }: Reviewed,
  merged: Plan | undefined,
): FreshPlan {
  const remembered = (merged?.lines ?? []).filter(
    line => line.action === 'keep' && !struck.has(`${line.repository}@${line.head}`),
  )
  const all = new Map([...remembered, ...keeps].map(line => [line.head, line]))
  const kept = [...all.values()].filter(line => registry.images.some(name => digestOf(name) === line.head))
  const images = registry.images
    .map(imageOf)
    .map(
      (image): ImageDecision =>
        all.has(image.head)
          ? { ...image, fate: { goes: false, because: 'kept-by-reviewer', detail: 'kept' } }
          : image,
    )
  const decision: Decision = {
    repositories: [
      {
        repository,
        held: registry.held,
        images: registry.held.length > 0 ? [] : images,
        order: [],
        bytes: 0,
      },
    ],
  }
  return {
    header: { policy: digestOf(registry.policy), sources: ['prod'] },
    lines: planLines(decision, kept),
    decision,
  }
}

export interface Runner {
  readonly forge: Forge
  readonly run: () => Promise<Proposed>
}

const http = createHttp({ env: {} })

/** One plan job, as it runs in CI: its token may write the branch and the pull request, and nothing else. */
export async function runnerOn(github: FakeGitHub, registry: Registry): Promise<Runner> {
  github.token('plan', {
    login: 'github-actions[bot]',
    kind: 'integration',
    permissions: { contents: 'write', 'pull-requests': 'write' },
  })
  const now = (): number => Math.floor(github.state.now / 1000)
  const forge = await openForge(
    {
      env: { GITHUB_REPOSITORY: 'acme/app', GITHUB_API_URL: github.url },
      http,
      now,
      random: () => 0,
    },
    { github: 'plan' },
    octokitOver,
    async () => {},
  )
  const merged = (): Plan | undefined => planOn(github, 'main')
  return {
    forge,
    run: () =>
      propose({
        forge,
        rules,
        plan: async reviewed => freshPlan(registry, reviewed, merged()),
        now: now(),
        wait: async () => {},
      }),
  }
}

export function planOn(github: FakeGitHub, name: string): Plan | undefined {
  const commit = github.git.resolve(name)
  const text = commit === undefined ? undefined : github.git.read(commit, planFile)
  const plan = text === undefined ? undefined : parsePlan(text)
  return plan === undefined || 'faults' in plan ? undefined : plan
}

export function deletesOn(github: FakeGitHub, name: string): readonly string[] {
  return (planOn(github, name)?.lines ?? [])
    .filter(line => line.action === 'delete')
    .flatMap(line => line.tags)
}

export function keepsOn(github: FakeGitHub, name: string): readonly string[] {
  return (planOn(github, name)?.lines ?? []).filter(line => line.action === 'keep').flatMap(line => line.tags)
}

/** What a reviewer does to the file in the web editor. */
export function review(github: FakeGitHub, edit: (line: PlanLine) => PlanLine | undefined): string {
  const plan = planOn(github, branch)
  const head = github.git.resolve(branch)
  const text = head === undefined ? undefined : github.git.read(head, planFile)
  if (plan === undefined || text === undefined) throw new Error('there is no plan to review')
  const header = text.slice(0, text.indexOf('\n') + 1)
  const lines = plan.lines.map(edit).filter(line => line !== undefined)
  const written = formatPlan({ policy: plan.header.policy, sources: plan.header.sources }, lines)
  return github.git.push(branch, { [planFile]: header + written.slice(written.indexOf('\n') + 1) })
}

export function strike(github: FakeGitHub, name: string): string {
  return review(github, line => (line.tags.includes(name as Tag) ? undefined : line))
}

export function keep(github: FakeGitHub, name: string): string {
  return review(github, line => (line.tags.includes(name as Tag) ? { ...line, action: 'keep' } : line))
}

export function writes(github: FakeGitHub): readonly string[] {
  return github.requests.filter(request => !request.startsWith('GET '))
}
