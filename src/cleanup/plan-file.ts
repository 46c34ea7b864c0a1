import type { Digest, Repository, Tag } from '../image/index.ts'
import { nodeCrypto } from '../registry/hash.ts'
import type { Decision, ImageDecision } from './decision.ts'

/**
 * The plan file, version 1: JSON Lines, UTF-8, LF, keys in a fixed order, no whitespace between tokens, no dates.
 *
 *     {"schema":"image-hygiene/plan/v1","plan":"sha256:…","policy":"sha256:…","sources":["prod"]}
 *     {"action":"delete","repository":"ghcr.io/acme/app","head":"sha256:…","tags":["pr-7"],"class":"preview","reason":"expired","with":["sha256:…"]}
 *
 * - `plan` is the id of the lines as they were proposed; a reviewer's edit leaves it, so an edited file shows as such.
 * - `sources` are the in-use sources that the plan knew. Apply wants every one of them again.
 * - One line per image that goes, sorted by repository, then head. A reviewer deletes a line (not now) or changes
 *   `delete` to `keep` (remembered). `class` is null for untagged images.
 * - `untag` instead of `delete`: only the tags of the line go, by the registry's own tag deletion; the image stays.
 * - `with` is for the reviewer's eyes: what goes along. Apply never takes a digest to delete from it.
 *
 * The same world gives the same bytes. A new version of the format gets a new schema name; readers refuse unknown ones.
 */
export const planSchema = 'image-hygiene/plan/v1'

export interface Plan {
  readonly header: PlanHeader
  readonly lines: readonly PlanLine[]
}

export interface PlanHeader {
  readonly plan: PlanId
  /** `LoadedPolicy.digest` of the policy that the plan was made under. */
  readonly policy: string
  /** Names of the in-use sources, sorted. */
  readonly sources: readonly string[]
}

/** `sha256:` and 64 hex digits. */
export type PlanId = string

export interface PlanLine {
  readonly action: 'delete' | 'untag' | 'keep'
  readonly repository: Repository
  readonly head: Digest
  /** All tags of the head, sorted; of an `untag` line those that go. */
  readonly tags: readonly Tag[]
  readonly class: string | null
  /** `expired`, `superseded`, `untagged`, `ended`; of a keep line: why it was once proposed. */
  readonly reason: string
  /** Sorted. */
  readonly with: readonly Digest[]
}

/** The lines of a decision, and the keep lines of the last plan that still mean something. */
export function planLines(decision: Decision, keeps: readonly PlanLine[]): readonly PlanLine[] {
  const kept = new Set(keeps.map(nameOf))
  const going = decision.repositories.flatMap(({ images }) =>
    images.flatMap(image => (kept.has(nameOf(image)) ? [] : lineOf(image))),
  )
  return sortLines([...going, ...keeps])
}

function lineOf({ repository, head, tags, class: name, fate, untag }: ImageDecision): readonly PlanLine[] {
  if (fate.goes) {
    const { because: reason, with: along } = fate
    return [{ action: 'delete', repository, head, tags, class: name ?? null, reason, with: along }]
  }
  if (untag === undefined) return []
  const { because: reason, class: owner = null } = untag
  return [{ action: 'untag', repository, head, tags: untag.tags, class: owner, reason, with: [] }]
}

/** The keep lines to carry along: those whose image exists, or may exist where nobody could look. */
export function carriedKeeps(
  plan: Pick<Plan, 'lines'>,
  mayExist: (repository: Repository, head: Digest) => boolean,
): readonly PlanLine[] {
  return plan.lines.filter(line => line.action === 'keep' && mayExist(line.repository, line.head))
}

/** The whole file. The id in the header is computed from the lines. */
export function formatPlan(header: Omit<PlanHeader, 'plan'>, lines: readonly PlanLine[]): string {
  const sorted = sortLines(lines)
  const first = {
    schema: planSchema,
    plan: planId(sorted),
    policy: header.policy,
    sources: [...new Set(header.sources)].sort(),
  }
  return `${JSON.stringify(first)}\n${sorted.map(line => `${formatLine(line)}\n`).join('')}`
}

/** A hash of the canonical lines, whatever order they come in. */
export function planId(lines: readonly PlanLine[]): PlanId {
  const hash = nodeCrypto().createHash('sha256')
  for (const line of sortLines(lines)) hash.update(`${formatLine(line)}\n`)
  return `sha256:${hash.digest('hex')}`
}

/** One line, canonical, without the line end. */
export function formatLine(line: PlanLine): string {
  return JSON.stringify({
    action: line.action,
    repository: line.repository,
    head: line.head,
    tags: [...line.tags].sort(),
    class: line.class,
    reason: line.reason,
    with: [...line.with].sort(),
  })
}

function sortLines(lines: readonly PlanLine[]): readonly PlanLine[] {
  return [...lines].sort((a, b) => compare(a.repository, b.repository) || compare(a.head, b.head))
}

function nameOf({ repository, head }: Pick<PlanLine, 'repository' | 'head'>): string {
  return `${repository}@${head}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
