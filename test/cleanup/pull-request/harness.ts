import { createHash } from 'node:crypto'
import type { Decision, ImageDecision } from '../../../src/cleanup/decision.ts'
import { formatPlan, type Plan, type PlanLine, planLines } from '../../../src/cleanup/plan-file.ts'
import { parsePlan } from '../../../src/cleanup/plan-file-parse.ts'
import type { FreshPlan, Reviewed } from '../../../src/cleanup/pull-request/index.ts'
import type { Digest, Gap, Repository, Tag } from '../../../src/image/index.ts'
import type { CleanupRules } from '../../../src/policy/index.ts'
import type { BareRepository } from '../../fakes/git.ts'

export const branch = 'image-hygiene/cleanup'
export const planFile = '.image-hygiene/cleanup-plan.jsonl'
export const rules: Pick<CleanupRules, 'plan-file' | 'pull-request'> = {
  'plan-file': planFile,
  'pull-request': {
    branch,
    labels: [],
    reviewers: [],
    assignees: [],
    draft: false,
    'quiet-after-close': 7 * 86_400,
  },
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

/** Whatever keeps a git repository. */
interface Held {
  readonly git: BareRepository
}

export function planOn(forge: Held, name: string): Plan | undefined {
  const commit = forge.git.resolve(name)
  const text = commit === undefined ? undefined : forge.git.read(commit, planFile)
  const plan = text === undefined ? undefined : parsePlan(text)
  return plan === undefined || 'faults' in plan ? undefined : plan
}

export function deletesOn(forge: Held, name: string): readonly string[] {
  return (planOn(forge, name)?.lines ?? [])
    .filter(line => line.action === 'delete')
    .flatMap(line => line.tags)
}

export function keepsOn(forge: Held, name: string): readonly string[] {
  return (planOn(forge, name)?.lines ?? []).filter(line => line.action === 'keep').flatMap(line => line.tags)
}

/** What a reviewer does to the file in the web editor. */
export function review(forge: Held, edit: (line: PlanLine) => PlanLine | undefined): string {
  const plan = planOn(forge, branch)
  const head = forge.git.resolve(branch)
  const text = head === undefined ? undefined : forge.git.read(head, planFile)
  if (plan === undefined || text === undefined) throw new Error('there is no plan to review')
  const header = text.slice(0, text.indexOf('\n') + 1)
  const lines = plan.lines.map(edit).filter(line => line !== undefined)
  const written = formatPlan({ policy: plan.header.policy, sources: plan.header.sources }, lines)
  return forge.git.push(branch, { [planFile]: header + written.slice(written.indexOf('\n') + 1) })
}

export function strike(forge: Held, name: string): string {
  return review(forge, line => (line.tags.includes(name as Tag) ? undefined : line))
}

export function keep(forge: Held, name: string): string {
  return review(forge, line => (line.tags.includes(name as Tag) ? { ...line, action: 'keep' } : line))
}

export function writes({ requests }: { readonly requests: readonly string[] }): readonly string[] {
  return requests.filter(request => !/^(?:GET|HEAD) /.test(request))
}
